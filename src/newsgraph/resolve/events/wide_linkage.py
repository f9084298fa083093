"""Average linkage of many items that hang together: as `linkage` does it, with the links in columns.

Articles hang together by the thousand, though few are of one story: of a link between two, columns take forty bytes,
dictionaries six hundred.
"""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

import numpy as np

from newsgraph.resolve.events.joins import Join
from newsgraph.stored.arrays import Arrays
from newsgraph.stored.groups import SortedParts
from newsgraph.stored.sorted_numbers import each_once

_First = tuple[float, int, int, int]
"""The best of a list, its mean negative, with the number of the list."""


def linked_wide(
    pairs: np.ndarray, values: np.ndarray, least: float, unknown: float
) -> tuple[list[list[int]], list[Join]]:
    """The clusters of one set, and how they came about; pairs are in the order of their values, the greatest first."""
    items = each_once(pairs.ravel())
    one, other = np.ascontiguousarray(np.searchsorted(items, pairs).astype(np.int32).T)
    links = _Links(one, other, values, len(items), Arrays())
    joins = []
    for first, second, mean in _to_join(links, values, least, unknown):
        rank = links.between(first, second)
        joins.append(Join(int(items[one[rank]]), int(items[other[rank]]), float(values[rank]), mean))
    order = np.argsort(links.of, kind="stable")
    groups = np.split(items[order], np.flatnonzero(np.diff(links.of[order])) + 1)
    return sorted(group.tolist() for group in groups if len(group) > 1), joins


def clusters_of_wide(
    one: np.ndarray, other: np.ndarray, values: np.ndarray, size: int, least: float, unknown: float, arrays: Arrays
) -> np.ndarray:
    """For each of `size` items the least item of its cluster; what is known of their pairs lies where `arrays` are.

    Pairs are of the items `one` and `other`, in the order of their values, the greatest first.
    """
    links = _Links(one, other, values, size, arrays)
    for _ in _to_join(links, values, least, unknown):
        pass
    firsts = np.full(size, size, np.int32)
    np.minimum.at(firsts, links.of, np.arange(size, dtype=np.int32))
    return firsts[links.of]


def _to_join(links: _Links, values: np.ndarray, least: float, unknown: float) -> Iterator[tuple[int, int, float]]:
    """The clusters that are joined, two at a time, with their means; they are joined when that has been looked at."""
    changed = array("q", (0,)) * len(links.of)  # the number of the join that made it
    likely = len(values) - int(np.searchsorted(values[::-1], least, side="right"))
    lists = {0: _Candidates(values[:likely], links.one[:likely], links.other[:likely])}
    heap = [(-float(values[0]), int(links.one[0]), int(links.other[0]), 0)]
    for number in count(1):
        while heap and max(changed[heap[0][1]], changed[heap[0][2]]) > heap[0][3]:
            _go_on(heap, lists, changed)
        if not heap:
            return
        negative, one, other, _ = heap[0]
        yield one, other, -negative
        keep, gone = (one, other) if links.degree[one] >= links.degree[other] else (other, one)
        near, own = links.join(keep, gone)
        for old in (changed[keep], changed[gone]):
            if old:
                lists.pop(old, None)
        changed[keep], changed[gone] = number, _GONE
        every = links.size[keep] * links.size[near]
        mean = (links.total[own] + unknown * (every - links.count[own])) / every
        over = np.flatnonzero(mean > least)
        if len(over):
            low, high = np.minimum(near[over], keep), np.maximum(near[over], keep)
            order = np.lexsort((high, low, -mean[over]))
            lists[number] = best = _Candidates(mean[over][order], low[order], high[order])
            heapq.heappush(heap, (-float(best.mean[0]), int(best.one[0]), int(best.other[0]), number))


def _go_on(heap: list[_First], lists: dict[int, _Candidates], changed: array[int]) -> None:
    """Put in the place of the best of a list, which does not hold any more, the next that does."""
    number = heap[0][3]
    following = lists[number].first(number, changed) if number in lists else None
    if following is None:
        heapq.heappop(heap)
        lists.pop(number, None)
    else:
        heapq.heapreplace(heap, (*following, number))


_GONE = 1 << 62
"""The number of no join: of what is part of another cluster."""


@dataclass(slots=True)
class _Candidates:
    """Clusters that may be joined, by their means, the best first."""

    mean: np.ndarray
    one: np.ndarray
    other: np.ndarray
    place: int = 0

    def first(self, number: int, changed: array[int]) -> tuple[float, int, int] | None:
        """The first that are as they were at a join, with their mean, negative; those before it are let go."""
        while self.place < len(self.one):
            one, other = int(self.one[self.place]), int(self.other[self.place])
            if changed[one] <= number and changed[other] <= number:
                return -float(self.mean[self.place]), one, other
            self.place += 1
        return None


class _Links:
    """Between clusters, each named by one of its items: the sum over their pairs, how many were given, the best."""

    def __init__(self, one: np.ndarray, other: np.ndarray, values: np.ndarray, size: int, arrays: Arrays) -> None:
        self.one, self.other = one, other
        """The items of each pair."""
        self.total, self.count = arrays.copied(values), arrays.room(np.int32, len(values))
        self._best, self._gone = arrays.counted(len(values)), arrays.room(bool, len(values))
        self.count[:] = 1
        self._links, self.degree = _by_item(one, other, size, arrays)
        """Of each item the pairs that it is in; of each cluster how many others it is linked to."""
        self.of = np.arange(size, dtype=np.int32)
        """The cluster of each item."""
        self.size = np.ones(size, np.int64)
        """Of each cluster how many items it has."""
        self._ends = np.concatenate([np.zeros(1, np.int64), np.cumsum(self.degree)])
        self._changed = dict[int, np.ndarray]()
        self._members = dict[int, np.ndarray]()
        self._place = np.full(size, -1, np.int32)

    def near(self, cluster: int) -> tuple[np.ndarray, np.ndarray]:
        """The clusters that one is linked to, and the links."""
        own = self._changed.get(cluster)
        if own is None:
            own = self._links[self._ends[cluster] : self._ends[cluster + 1]]
        own = own[~self._gone[own]]
        one, other = self.of[self.one[own]], self.of[self.other[own]]
        return np.where(one == cluster, other, one), own

    def between(self, one: int, other: int) -> int:
        """The rank of the best pair of two clusters that are linked."""
        near, own = self.near(one)
        return int(self._best[own[near == other][0]])

    def join(self, keep: int, gone: int) -> tuple[np.ndarray, np.ndarray]:
        """Let the items and links of one cluster be those of another; what this is linked to then, and its links."""
        near, own = self.near(keep)
        far, others = self.near(gone)
        near, own, far, others = near[near != gone], own[near != gone], far[far != keep], others[far != keep]
        self._place[near] = np.arange(len(near))
        place = self._place[far]
        self._place[near] = -1
        both = place >= 0
        into, out = own[place[both]], others[both]
        self.total[into] += self.total[out]
        self.count[into] += self.count[out]
        self._best[into] = np.minimum(self._best[into], self._best[out])
        self._gone[out] = True
        self.degree[far[both]] -= 1
        own, near = np.concatenate([own, others[~both]]), np.concatenate([near, far[~both]])
        self._changed.pop(gone, None)
        self._changed[keep] = own
        self.degree[keep] = len(own)
        members = [self._members.pop(cluster, np.array([cluster], np.int32)) for cluster in (keep, gone)]
        self._members[keep] = np.concatenate(members)
        self.of[members[1]] = keep
        self.size[keep] += self.size[gone]
        return near, own


def _by_item(one: np.ndarray, other: np.ndarray, size: int, arrays: Arrays) -> tuple[np.ndarray, np.ndarray]:
    """The numbers of the pairs that each item is in, item after item, and how many these are."""
    parts, degree, shift = SortedParts(arrays), np.zeros(size, np.int64), 63 - size.bit_length()
    for items in (one, other):
        for start in range(0, len(items), _PAIRS):
            some = items[start : start + _PAIRS]
            degree += np.bincount(some, minlength=size)
            parts.append(some.astype(np.int64) << shift, np.arange(start, start + len(some)))
    links = arrays.column(np.int32)
    for _, numbers in parts:
        links.append(numbers)
    return arrays.lay([links])[0], degree


_PAIRS = 100_000
"""Pairs that are looked at at once."""
