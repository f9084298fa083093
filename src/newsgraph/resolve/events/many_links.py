"""What is known between the clusters of a set that many pairs bring together, in columns.

Articles hang together by the thousand, though few are of one story: of a link between two, columns take forty bytes,
dictionaries six hundred.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from newsgraph.resolve.events.joins import Changed, Near
from newsgraph.stored.arrays import Arrays
from newsgraph.stored.groups import SortedParts


class ManyLinks:
    """Between clusters, each named by one of its items: the sum over their pairs, how many were given, the best."""

    def __init__(
        self, one: np.ndarray, other: np.ndarray, values: np.ndarray, size: int, least: float, unknown: float,
        arrays: Arrays,
    ) -> None:
        """Pairs are of `size` items, `one` and `other`, in the order of their values, the greatest first."""
        self._one, self._other, self._values, self._least, self._unknown = one, other, values, least, unknown
        self._total, self._count = arrays.copied(values), arrays.room(np.int32, len(values))
        self._best, self._gone = arrays.counted(len(values)), arrays.room(bool, len(values))
        self._count[:] = 1
        self._links, self._degree = _by_item(one, other, size, arrays)
        """Of each item the pairs that it is in; of each cluster how many others it is linked to."""
        self.of = arrays.counted(size)
        """The cluster of each item."""
        self._size = arrays.room(np.int64, size)
        """Of each cluster how many items it has."""
        self._size[:] = 1
        self._ends = arrays.ends(self._degree)
        self._changed = dict[int, np.ndarray]()
        self._members = dict[int, np.ndarray]()
        self._place = arrays.room(np.int32, size)
        self._place[:] = -1
        self.changed = memoryview(arrays.room(np.int64, size))
        """For each cluster the number of the join that made it."""

    def likely(self) -> _Many:
        """The pairs over the least mean."""
        end = len(self._values) - int(np.searchsorted(self._values[::-1], self._least, side="right"))
        return _Many(self._values[:end], self._one[:end], self._other[:end])

    def degree(self, cluster: int) -> int:
        """How many others a cluster is linked to."""
        return int(self._degree[cluster])

    def between(self, one: int, other: int) -> int:
        """The rank of the best pair of two clusters that are linked."""
        near, own = self._near(one)
        return int(self._best[own[near == other][0]])

    def join(self, keep: int, gone: int) -> _Many | None:
        """Let the items and links of one cluster be those of another; what may be joined with it then."""
        near, own = self._absorbed(keep, gone)
        every = self._size[keep] * self._size[near]
        mean = (self._total[own] + self._unknown * (every - self._count[own])) / every
        over = np.flatnonzero(mean > self._least)
        if not len(over):
            return None
        low, high = np.minimum(near[over], keep), np.maximum(near[over], keep)
        order = np.lexsort((high, low, -mean[over]))
        return _Many(mean[over][order], low[order], high[order])

    def firsts(self) -> np.ndarray:
        """For each item the least of its cluster."""
        found, size = self._place, len(self.of)
        found[:] = size
        np.minimum.at(found, self.of, np.arange(size, dtype=np.int32))
        return np.asarray(found[self.of])

    def _near(self, cluster: int) -> tuple[np.ndarray, np.ndarray]:
        """The clusters that one is linked to, and the links."""
        own = self._changed.get(cluster)
        if own is None:
            own = self._links[self._ends[cluster] : self._ends[cluster + 1]]
        own = own[~self._gone[own]]
        one, other = self.of[self._one[own]], self.of[self._other[own]]
        return np.where(one == cluster, other, one), own

    def _absorbed(self, keep: int, gone: int) -> tuple[np.ndarray, np.ndarray]:
        """What one cluster is linked to when it has the items and links of another, too, and these links."""
        near, own = self._near(keep)
        far, others = self._near(gone)
        near, own, far, others = near[near != gone], own[near != gone], far[far != keep], others[far != keep]
        self._place[near] = np.arange(len(near))
        place = self._place[far]
        self._place[near] = -1
        both = place >= 0
        into, out = own[place[both]], others[both]
        self._total[into] += self._total[out]
        self._count[into] += self._count[out]
        self._best[into] = np.minimum(self._best[into], self._best[out])
        self._gone[out] = True
        self._degree[far[both]] -= 1
        own, near = np.concatenate([own, others[~both]]), np.concatenate([near, far[~both]])
        self._changed.pop(gone, None)
        self._changed[keep] = own
        self._degree[keep] = len(own)
        members = [self._members.pop(cluster, np.array([cluster], np.int32)) for cluster in (keep, gone)]
        self._members[keep] = np.concatenate(members)
        self.of[members[1]] = keep
        self._size[keep] += self._size[gone]
        return near, own


@dataclass(slots=True)
class _Many:
    """Clusters that may be joined, by their means, the best first."""

    mean: np.ndarray
    one: np.ndarray
    other: np.ndarray
    place: int = 0

    @property
    def best(self) -> Near:
        """The first of all."""
        return self._at(0)

    def following(self, number: int, changed: Changed) -> Near | None:
        """The best of those that are as they were at a join; those before it are let go."""
        while self.place < len(self.one):
            found = self._at(self.place)
            if changed[found[1]] <= number and changed[found[2]] <= number:
                return found
            self.place += 1
        return None

    def _at(self, place: int) -> Near:
        return -float(self.mean[place]), int(self.one[place]), int(self.other[place])


def _by_item(one: np.ndarray, other: np.ndarray, size: int, arrays: Arrays) -> tuple[np.ndarray, np.ndarray]:
    """The numbers of the pairs that each item is in, item after item, and how many these are."""
    parts, degree, shift = SortedParts(arrays), arrays.room(np.int64, size), 63 - size.bit_length()
    for items in (one, other):
        for start in range(0, len(items), _PAIRS):
            some = items[start : start + _PAIRS]
            np.add.at(degree, some, 1)
            parts.append(some.astype(np.int64) << shift, np.arange(start, start + len(some)))
    links = arrays.column(np.int32)
    for _, numbers in parts:
        links.append(numbers)
    return arrays.lay([links])[0], degree


_PAIRS = 100_000
"""Pairs that are looked at at once."""
