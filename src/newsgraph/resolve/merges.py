"""Merging: accepted pairs become clusters, whatever their order."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import NamedTuple

import numpy as np

from newsgraph.stored.arrays import Ragged


class Merge(NamedTuple):
    """A decision on two things that may be one, with its grounds."""

    one: str
    """Name and place of the first, for a reader."""
    other: str
    score: float
    """0 to 1."""
    reason: str
    accepted: bool


class Asked(Iterable[Merge]):
    """Decisions that are worded when somebody asks for them: of ten thousand articles there are a million."""

    def __init__(self, make: Callable[[], Iterable[Merge]]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[Merge]:
        return iter(self._make())

    def __reduce__(self) -> tuple[Callable[..., Iterable[Merge]], tuple[list[Merge]]]:
        return list, (list(self),)


class Merges(Iterable[Merge]):
    """Decisions of several sorts, in order and each once."""

    def __init__(self) -> None:
        self._parts: list[Iterable[Merge]] = []

    def extend(self, merges: Iterable[Merge]) -> None:
        """Enter those of a sort; they are not looked at before they are asked for."""
        self._parts.append(merges)

    def __iter__(self) -> Iterator[Merge]:
        return iter(sorted({merge for part in self._parts for merge in part}))

    def __reduce__(self) -> tuple[Callable[..., Iterable[Merge]], tuple[list[Merge]]]:
        return list, (list(self),)


class NumberedClusters:
    """Disjoint sets of numbers from 0 on, each with its least number for a representative, in little memory."""

    def __init__(self, size: int) -> None:
        self._above = array("i", range(size))

    def find(self, item: int) -> int:
        """The representative of the set that holds a number."""
        above = self._above[item]
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
        first = np.fromiter(map(self.find, range(len(self._above))), np.int32, len(self._above))
        order = np.argsort(first, kind="stable").astype(np.int32)
        starts = np.flatnonzero(np.diff(first[order], prepend=-1))
        return Ragged(order, np.diff(starts, append=len(order)))

    def groups(self) -> Iterator[list[int]]:
        """The same, one after the other."""
        return (own.tolist() for own in self.sets())


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
