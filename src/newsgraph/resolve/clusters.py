"""Clusters: pairs that are one become disjoint sets, whatever their order."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

import numpy as np

from newsgraph.stored.arrays import Arrays, Ragged
from newsgraph.stored.groups import SortedParts


class NumberedClusters:
    """Disjoint sets of numbers from 0 on, each with its least number for a representative, in little memory."""

    def __init__(self, size: int, arrays: Arrays | None = None) -> None:
        """They lie where `arrays` are, by default in memory."""
        self._arrays = arrays or Arrays()
        self._numbers = self._arrays.counted(size)
        self._above = memoryview(self._numbers)

    def find(self, item: int) -> int:
        """The representative of the set that holds a number."""
        above: int = self._above[item]
        while above != self._above[above]:
            above = self._above[above]
        self._above[item] = above
        return above

    def join(self, one: int, other: int) -> None:
        """Make one set of two."""
        first, second = self.find(one), self.find(other)
        self._above[max(first, second)] = min(first, second)

    def sets(self) -> Ragged:
        """The sets as they are now, each in order, in the order of their least numbers."""
        members, sizes = self._arrays.column(np.int32), self._arrays.column(np.int32)
        for numbers, ends in self._sorted():
            members.append(numbers)
            sizes.append(np.diff(ends, prepend=0))
        return self._arrays.rows(members, sizes)

    def groups(self) -> Iterator[list[int]]:
        """The same, one after the other."""
        for numbers, ends in self._sorted():
            yield from (group.tolist() for group in np.split(numbers, ends[:-1]))

    def _sorted(self) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """The numbers, set after set, and where each set ends, some sets at a time."""
        size, ordered = len(self._numbers), SortedParts(self._arrays)
        shift = 63 - size.bit_length()
        for start in range(0, size, _AT_ONCE):
            some = range(start, min(start + _AT_ONCE, size))
            first = np.fromiter(map(self.find, some), np.int64, len(some))
            ordered.append(first << shift, np.arange(some.start, some.stop))
        for keys, numbers in ordered:
            yield numbers, np.append(np.flatnonzero(keys[1:] != keys[:-1]) + 1, len(keys))


_AT_ONCE = 100_000
"""Numbers of which the sets are looked up at once."""


class Clusters[T: Hashable]:
    """Disjoint sets of items; the representative is the least item, so that order does not matter."""

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._above: dict[T, T] = {item: item for item in items}

    def find(self, item: T) -> T:
        """The representative of the set that holds an item."""
        above = self._above.setdefault(item, item)
        while above != self._above[above]:
            above = self._above[above]
        self._above[item] = above
        return above

    def join(self, one: T, other: T) -> None:
        """Make one set of two."""
        first, second = self.find(one), self.find(other)
        if first != second:
            low, high = sorted((first, second))  # type: ignore[type-var]
            self._above[high] = low

    def groups(self) -> list[list[T]]:
        """The sets, each sorted, in the order of their least items."""
        found: dict[T, list[T]] = {}
        for item in self._above:
            found.setdefault(self.find(item), []).append(item)
        return sorted(sorted(group) for group in found.values())  # type: ignore[type-var]
