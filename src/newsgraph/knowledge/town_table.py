"""The table of smaller towns, read through a memory map: its lines are sorted by key, and a name is found by halving.

Nothing is read at start, and no more than a few lines at a lookup, however many towns there are.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from newsgraph.knowledge.entries import Entry, key_words


class TownTable:
    """A table of towns: tab-separated key, name, country, region, lat, lon, population, geonames; sorted by key.

    An empty name is the key with capitals at the beginnings of its words.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._begin = 0
        while self._map[self._begin : self._begin + 1] == b"#" or self._map[self._begin : self._begin + 4] == b"key\t":
            self._begin = self._map.find(b"\n", self._begin) + 1

    def find(self, name: str) -> tuple[Entry, ...]:
        """The towns of that name, the greatest first."""
        key = " ".join(key_words(name)).lower()
        return tuple(_town(row) for row in self._rows(key.encode() + b"\t")) if key else ()

    def _rows(self, sought: bytes) -> Iterator[str]:
        low, high = self._begin, len(self._map)
        while low < high:
            middle = max(self._map.rfind(b"\n", self._begin, (low + high) // 2) + 1, self._begin)
            if middle < low:
                middle = low
            end = self._map.find(b"\n", middle) + 1
            tab = self._map.find(b"\t", middle, end) + 1
            if self._map[middle:tab] < sought:
                low = end
            else:
                high = middle
        while self._map[low : low + len(sought)] == sought:
            end = self._map.find(b"\n", low)
            yield self._map[low:end].decode()
            low = end + 1


@lru_cache(maxsize=4096)
def _town(row: str) -> Entry:
    key, name, country, region, lat, lon, population, geonames = row.split("\t")
    return Entry(
        name or key.title(), "Place", country, MappingProxyType({"geonames": geonames}), float(lat), float(lon),
        int(population), parent=region or None, feature="city",
    )  # fmt: skip
