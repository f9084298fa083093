"""Average linkage of many items that hang together: as `linkage` does it, with the links in columns.

Articles hang together by the thousand, though few are of one story: of a link between two, columns take forty bytes,
dictionaries six hundred.
"""

from __future__ import annotations

import heapq
from array import array
from dataclasses import dataclass

import numpy as np

from newsgraph.resolve.events.joins import Join
from newsgraph.stored.sorted_numbers import each_once


def linked_wide(
    pairs: np.ndarray, values: np.ndarray, least: float, unknown: float
) -> tuple[list[list[int]], list[Join]]:
    """The clusters of one set, and how they came about; pairs are in the order of their values, the greatest first."""
    items = each_once(pairs.ravel())
    links = _Links(np.searchsorted(items, pairs).astype(np.int32), values, len(items))
    joins = [
        Join(int(items[links.one[rank]]), int(items[links.other[rank]]), float(values[rank]), mean)
        for rank, mean in _joined(links, values, least, unknown)
    ]
    order = np.argsort(links.of, kind="stable")
    groups = np.split(items[order], np.flatnonzero(np.diff(links.of[order])) + 1)
    return sorted(group.tolist() for group in groups if len(group) > 1), joins


def _joined(links: _Links, values: np.ndarray, least: float, unknown: float) -> list[tuple[int, float]]:
    """The joins: the rank of the best pair, and the mean."""
    found: list[tuple[int, float]] = []
    changed = array("q", (0,)) * len(links.of)  # the number of the join that made it
    likely = int(np.count_nonzero(values > least))
    lists = {0: _Candidates(-values[:likely], links.one[:likely], links.other[:likely])}
    heap = [(-float(values[0]), int(links.one[0]), int(links.other[0]), 0)]
    while heap:
        negative, one, other, number = heap[0]
        if changed[one] > number or changed[other] > number:
            following = lists[number].first(number, changed) if number in lists else None
            if following is None:
                heapq.heappop(heap)
            else:
                heapq.heapreplace(heap, (*following, number))
            continue
        keep, gone = (one, other) if links.degree[one] >= links.degree[other] else (other, one)
        found.append((links.between(one, other), -negative))
        near, own = links.join(keep, gone)
        for old in (changed[keep], changed[gone]):
            if old:
                lists.pop(old, None)
        number = len(found)
        changed[keep], changed[gone] = number, _GONE
        every = links.size[keep] * links.size[near]
        mean = (links.total[own] + unknown * (every - links.count[own])) / every
        over = np.flatnonzero(mean > least)
        if len(over):
            low, high = np.minimum(near[over], keep), np.maximum(near[over], keep)
            order = np.lexsort((high, low, -mean[over]))
            lists[number] = best = _Candidates(-mean[over][order], low[order], high[order])
            heapq.heappush(heap, (float(best.negative[0]), int(best.one[0]), int(best.other[0]), number))
    return found


_GONE = 1 << 62
"""The number of no join: of what is part of another cluster."""


@dataclass(slots=True)
class _Candidates:
    """Clusters that may be joined, by their means, negative, the best first."""

    negative: np.ndarray
    one: np.ndarray
    other: np.ndarray
    place: int = 0

    def first(self, number: int, changed: array[int]) -> tuple[float, int, int] | None:
        """The first that are as they were at a join; those before it are let go."""
        while self.place < len(self.one):
            one, other = int(self.one[self.place]), int(self.other[self.place])
            if changed[one] <= number and changed[other] <= number:
                return float(self.negative[self.place]), one, other
            self.place += 1
        return None


class _Links:
    """Between clusters, each named by one of its items: the sum over their pairs, how many were given, the best."""

    def __init__(self, pairs: np.ndarray, values: np.ndarray, size: int) -> None:
        self.one, self.other = np.ascontiguousarray(pairs[:, 0]), np.ascontiguousarray(pairs[:, 1])
        """The items of each pair."""
        self.total, self.count, self._best = values.copy(), np.ones(len(pairs), np.int32), np.arange(len(pairs))
        self.of = np.arange(size, dtype=np.int32)
        """The cluster of each item."""
        self.size, self.degree = np.ones(size, np.int64), np.bincount(pairs.ravel(), minlength=size)
        """Of each cluster how many items it has, and how many others it is linked to."""
        self._there = np.ones(len(pairs), bool)
        items = pairs.T.ravel()
        self._links = (np.argsort(items, kind="stable") % len(pairs)).astype(np.int32)
        self._ends = np.concatenate([np.zeros(1, np.int64), np.cumsum(self.degree)])
        self._changed = dict[int, np.ndarray]()
        self._members = dict[int, np.ndarray]()
        self._place = np.full(size, -1, np.int32)

    def near(self, cluster: int) -> tuple[np.ndarray, np.ndarray]:
        """The clusters that one is linked to, and the links."""
        own = self._changed.get(cluster)
        if own is None:
            own = self._links[self._ends[cluster] : self._ends[cluster + 1]]
        own = own[self._there[own]]
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
        self._there[out] = False
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
