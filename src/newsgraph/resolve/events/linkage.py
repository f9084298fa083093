"""Average linkage over known pairs: what is alike on the whole becomes one cluster, in near-linear time.

What may be joined next stands in lists: one of all pairs, and one for each cluster that was made, of all to which it is
linked. A heap has the best of each. A list lasts until its cluster is changed, as most soon are.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from itertools import count

import numpy as np

from newsgraph.resolve.events.few_links import FewLinks
from newsgraph.resolve.events.hanging_together import hanging_together
from newsgraph.resolve.events.joins import Candidates, Changed, Join, Links
from newsgraph.resolve.events.many_links import ManyLinks
from newsgraph.stored.arrays import Arrays
from newsgraph.stored.sorted_numbers import each_once


def distinct(pairs: np.ndarray) -> np.ndarray:
    """Pairs of two different items, each once, the lesser number first, in order."""
    one, other = pairs[:, 0], pairs[:, 1]
    low, high = np.minimum(one, other).astype(np.int64, copy=False), np.maximum(one, other)
    bits = int(high.max(initial=0)).bit_length()
    keys = each_once((low << bits | high)[low != high])
    return np.stack([keys >> bits, keys & (1 << bits) - 1], axis=1)


def with_single(groups: Sequence[list[int]], size: int) -> list[list[int]]:
    """Groups of several items, and each other one of `size` items by itself, in order."""
    alone = np.ones(size, bool)
    alone[[item for group in groups for item in group]] = False
    return sorted([*groups, *([item] for item in np.flatnonzero(alone).tolist())])


def linked(
    size: int, pairs: np.ndarray, values: np.ndarray, least: float, unknown: float, *, room: int = 1
) -> Iterator[tuple[list[list[int]], list[Join]]]:
    """Clusters of more than one of `size` items, and how they came about, for each set that hangs together.

    The two clusters whose pairs have the greatest mean are joined, as long as it is over `least`; a pair that is not
    given counts as `unknown`, which must not be over `least`. Of equals, those of the lowest numbers are first, so
    that the result is always the same. What no pair over `least` brings together is never joined, so each set that
    such pairs make is gone through by itself. There is `room` for so many times the links that are few.
    """
    part = hanging_together(size, pairs[values > least])
    inside = np.flatnonzero(part[pairs[:, 0]] == part[pairs[:, 1]])
    own, value = pairs[inside].astype(np.int32, copy=False), values[inside]
    own.sort(axis=1)
    order = np.lexsort((own[:, 1], own[:, 0], -value, part[own[:, 0]]))
    own, value = own[order], value[order]
    del inside, order
    ends = [*(np.flatnonzero(np.diff(part[own[:, 0]])) + 1).tolist(), len(own)]
    start = 0
    for end in ends if len(own) else ():
        if end - start > WIDE * room:
            yield _linked_many(own[start:end], value[start:end], least, unknown)
        else:
            yield _linked_few(own[start:end].tolist(), value[start:end].tolist(), least, unknown)
        start = end


WIDE = 10_000
"""Pairs of a set above which their links stand in columns."""


def _linked_few(
    pairs: list[list[int]], values: list[float], least: float, unknown: float
) -> tuple[list[list[int]], list[Join]]:
    """The clusters of one set, and how they came about; pairs are in the order of their values, the greatest first."""
    if len(pairs) == 1:
        return [pairs[0]], [Join(pairs[0][0], pairs[0][1], values[0], values[0])]
    links, joins = FewLinks(pairs, values, least, unknown), []
    for one, other, mean in joined(links):
        rank = links.between(one, other)
        joins.append(Join(pairs[rank][0], pairs[rank][1], values[rank], mean))
    return links.groups(), joins


def _linked_many(
    pairs: np.ndarray, values: np.ndarray, least: float, unknown: float
) -> tuple[list[list[int]], list[Join]]:
    """The same where they are many."""
    items = each_once(pairs.ravel())
    one, other = np.ascontiguousarray(np.searchsorted(items, pairs).astype(np.int32).T)
    links, joins = ManyLinks(one, other, values, len(items), least, unknown, Arrays()), []
    for first, second, mean in joined(links):
        rank = links.between(first, second)
        joins.append(Join(int(items[one[rank]]), int(items[other[rank]]), float(values[rank]), mean))
    order = np.argsort(links.of, kind="stable")
    groups = np.split(items[order], np.flatnonzero(np.diff(links.of[order])) + 1)
    return sorted(group.tolist() for group in groups if len(group) > 1), joins


def joined(links: Links) -> Iterator[tuple[int, int, float]]:
    """The clusters that are joined, two at a time, with their means; they are joined when that has been looked at."""
    changed, lists = links.changed, {0: links.likely()}
    heap = [(*lists[0].best, 0)]
    for number in count(1):
        while heap and (changed[heap[0][1]] > heap[0][3] or changed[heap[0][2]] > heap[0][3]):
            _go_on(heap, lists, changed)
        if not heap:
            return
        negative, one, other, _ = heap[0]
        yield one, other, -negative
        keep, gone = (one, other) if links.degree(one) >= links.degree(other) else (other, one)
        for old in (changed[keep], changed[gone]):
            if old:
                lists.pop(old, None)
        changed[keep], changed[gone] = number, _GONE
        found = links.join(keep, gone)
        if found is not None:
            lists[number] = found
            heapq.heappush(heap, (*found.best, number))


_GONE = 1 << 62
"""The number of no join: of what is part of another cluster."""
_First = tuple[float, int, int, int]
"""The best of a list, with the number of the list."""


def _go_on(heap: list[_First], lists: dict[int, Candidates], changed: Changed) -> None:
    """Put in the place of the best of a list, which does not hold any more, the next that does."""
    number = heap[0][3]
    following = lists[number].following(number, changed) if number in lists else None
    if following is None:
        heapq.heappop(heap)
        lists.pop(number, None)
    else:
        heapq.heapreplace(heap, (*following, number))
