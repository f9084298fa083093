"""The table of smaller towns: packed in blocks, sorted by key, read through a memory map.

A lookup halves the list of the blocks' first keys and unpacks the one block that may hold the name. So a quarter of a
million towns take a third of their room as text, nothing is unpacked onto the disk, and a start reads none of them.

The file is one line (what it is, and the length of the directory), the directory (compressed JSON: how many rows there
are, each block's first key and length, and the regions), and the blocks. A block is compressed, too: its keys and
names, then its numbers column by column and byte by byte, which packs best.
"""

from __future__ import annotations

import mmap
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, batched, pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

import msgspec

from newsgraph.knowledge.entries import Entry, key_words

_MARK: Final = b"newsgraph towns 1 "
_BLOCK: Final = 256
"""Rows of a block: more pack a little better and are slower to find one in."""
_UNPACKED: Final = 1024
"""Blocks that are kept unpacked, of some 10 KB each: whoever reads hundreds of articles needs nearly all of them."""
_WIDTHS: Final = (2, 2, 2, 4, 4)
"""Bytes of a row's numbers: region, latitude and longitude in hundredths of a degree, population, GeoNames id."""


class Town(NamedTuple):
    """A row of the table."""

    key: str
    """The words of the name in small letters, by which it is found."""
    name: str
    """The name; empty if it is the key with capitals at the beginnings of its words."""
    country: str
    region: str
    """First-level division, empty where there is none."""
    lat: float
    """Degrees, to a hundredth; so is `lon`."""
    lon: float
    population: int
    geonames: int


class _Directory(msgspec.Struct):
    rows: int
    keys: list[str]
    """The first key of each block."""
    lengths: list[int]
    regions: list[tuple[str, str]]
    """Country and region, by the number that stands in the rows."""


class TownTable:
    """The table of a file that `write_towns` wrote.

    Raises:
        ValueError: the file is none, or of another version.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        head = self._map[: self._map.find(b"\n") + 1]
        if not head.startswith(_MARK):
            raise ValueError(f"{path} is no table of towns that this version reads; install newsgraph anew")
        start, length = len(head), int(head[len(_MARK) :])
        directory = zlib.decompress(self._map[start : start + length])
        self._directory = msgspec.json.decode(directory, type=_Directory)
        self._starts = list(accumulate(self._directory.lengths, initial=start + length))
        self._block = lru_cache(maxsize=_UNPACKED)(self._unpack)

    def find(self, name: str) -> tuple[Entry, ...]:
        """The towns of that name, the greatest first."""
        key = " ".join(key_words(name)).lower()
        return tuple(_entry(town) for town in self._rows(key)) if key else ()

    def __len__(self) -> int:
        return self._directory.rows

    def __iter__(self) -> Iterator[Town]:
        """All rows in their order."""
        for number in range(len(self._directory.keys)):
            block = self._unpack(number)
            for row in range(block.keys.count(b"\t") - 1):
                yield self._town(block, row)

    def _rows(self, key: str) -> Iterator[Town]:
        """The rows of a key; those of one name may begin in a block and go on in the next."""
        firsts = self._directory.keys
        sought = f"\t{key}\t".encode()
        for number in range(max(0, bisect_left(firsts, key) - 1), bisect_right(firsts, key)):
            block = self._block(number)
            at = block.keys.find(sought)
            row = block.keys.count(b"\t", 0, at) if at >= 0 else 0
            while at >= 0 and block.keys.startswith(sought, at):
                yield self._town(block, row)
                at, row = at + len(sought) - 1, row + 1

    def _unpack(self, number: int) -> _Block:
        data = zlib.decompress(self._map[self._starts[number] : self._starts[number + 1]])
        return _Block(*data.split(b"\n", 2))

    def _town(self, block: _Block, row: int) -> Town:
        key, name = (column.split(b"\t", row + 2)[row + 1].decode() for column in (block.keys, block.names))
        region, lat, lon, population, geonames = block.numbers_of(row)
        country, division = self._directory.regions[region]
        return Town(key, name, country, division, lat / 100, lon / 100, population, geonames)


class _Block(NamedTuple):
    keys: bytes
    """A tab before and behind each, so that one is found without taking them apart; the same of `names`."""
    names: bytes
    numbers: bytes
    """The columns of `_WIDTHS`, of each the first bytes of all rows, then the second ones."""

    def numbers_of(self, row: int) -> list[int]:
        rows = len(self.numbers) // sum(_WIDTHS)
        found, at = [], 0
        for width in _WIDTHS:
            end = at + width * rows
            found.append(int.from_bytes(self.numbers[at + row : end : rows], "little", signed=True))
            at = end
        return found


def write_towns(path: Path, towns: Iterable[Town]) -> None:
    """Write the table of towns that are sorted by key, those of one key as they shall be found.

    Raises:
        ValueError: they are not sorted.
    """
    towns = list(towns)
    if any(one.key > other.key for one, other in pairwise(towns)):
        raise ValueError("towns are not sorted by key")
    regions = sorted({(town.country, town.region) for town in towns})
    blocks = [_packed(block, {region: n for n, region in enumerate(regions)}) for block in batched(towns, _BLOCK)]
    directory = _Directory(
        len(towns), [block[0].key for block in batched(towns, _BLOCK)], [len(block) for block in blocks], regions
    )
    packed = zlib.compress(msgspec.json.encode(directory), 9)
    path.write_bytes(b"".join([_MARK, str(len(packed)).encode(), b"\n", packed, *blocks]))


def _packed(towns: Sequence[Town], regions: dict[tuple[str, str], int]) -> bytes:
    rows = [
        (regions[t.country, t.region], round(t.lat * 100), round(t.lon * 100), t.population, t.geonames)
        for t in towns
    ]  # fmt: skip
    numbers = []
    for width, column in zip(_WIDTHS, zip(*rows, strict=True), strict=True):
        data = b"".join(number.to_bytes(width, "little", signed=True) for number in column)
        numbers += [data[place::width] for place in range(width)]
    keys, names = ("\t".join(["", *column, ""]) for column in zip(*(town[:2] for town in towns), strict=True))
    return zlib.compress(f"{keys}\n{names}\n".encode() + b"".join(numbers), 9)


def _entry(town: Town) -> Entry:
    return Entry(
        town.name or town.key.title(), "Place", town.country, MappingProxyType({"geonames": str(town.geonames)}),
        town.lat, town.lon, town.population, parent=town.region or None, feature="city",
    )  # fmt: skip
