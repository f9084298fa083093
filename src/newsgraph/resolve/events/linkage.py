"""Average linkage over known pairs: what is alike on the whole becomes one cluster, in near-linear time."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from newsgraph.resolve.events.joins import Join
from newsgraph.resolve.events.wide_linkage import linked_wide
from newsgraph.stored.arrays import Arrays
from newsgraph.stored.sorted_numbers import each_once

_Near = tuple[float, int, int]
"""Two clusters that may be joined, with their mean, negative: of several the least is the best."""
_First = tuple[float, int, int, int]
"""The best of a list, with the number of the list."""


def distinct(pairs: np.ndarray) -> np.ndarray:
    """Pairs of two different items, each once, the lesser number first, in order."""
    one, other = pairs[:, 0], pairs[:, 1]
    low, high = np.minimum(one, other).astype(np.int64, copy=False), np.maximum(one, other)
    bits = int(high.max(initial=0)).bit_length()
    keys = each_once((low << bits | high)[low != high])
    return np.stack([keys >> bits, keys & (1 << bits) - 1], axis=1)


def hanging_together(size: int, pairs: np.ndarray) -> np.ndarray:
    """For each item the number of the set that pairs bring it into."""
    table = sparse.coo_matrix((np.ones(len(pairs), np.int8), (pairs[:, 0], pairs[:, 1])), shape=(size, size))
    return np.asarray(connected_components(table, directed=False)[1])


class HangingTogether:
    """The same for pairs that come some at a time."""

    def __init__(self, size: int, arrays: Arrays | None = None) -> None:
        """What is known of each item lies where `arrays` are, by default in memory."""
        self._above = (arrays or Arrays()).counted(size)
        """For each item a lesser one of its set, or itself."""

    def enter(self, pairs: np.ndarray) -> None:
        """Bring the items of pairs together."""
        if not len(pairs):
            return
        firsts = self._first(pairs.ravel())
        sets = each_once(firsts)
        part = hanging_together(len(sets), np.searchsorted(sets, firsts).reshape(-1, 2))
        _, least = np.unique(part, return_index=True)
        self._above[sets] = sets[least[part]]

    @property
    def part(self) -> np.ndarray:
        """For each item the least of its set."""
        for start in range(0, len(self._above), _ITEMS):
            self._above[start : start + _ITEMS] = self._first(self._above[start : start + _ITEMS])
        return self._above

    def _first(self, items: np.ndarray) -> np.ndarray:
        above: np.ndarray = self._above[items]
        while (above != items).any():
            items, above = above, self._above[above]
        return above


_ITEMS = 100_000
"""Items of which the sets are looked up at once."""


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
            yield linked_wide(own[start:end], value[start:end], least, unknown)
        else:
            yield _linked(own[start:end].tolist(), value[start:end].tolist(), least, unknown)
        start = end


WIDE = 10_000
"""Pairs of a set above which their links stand in columns."""


def _linked(
    pairs: list[list[int]], values: list[float], least: float, unknown: float
) -> tuple[list[list[int]], list[Join]]:
    """The clusters of one set; pairs are in the order of their values, the greatest first.

    What may be joined next stands in lists: one of all pairs, and one for each cluster that was made, of all to which
    it is linked. A heap has the best of each. A list lasts until its cluster is changed, as most soon are.
    """
    if len(pairs) == 1:
        return [pairs[0]], [Join(pairs[0][0], pairs[0][1], values[0], values[0])]
    links: dict[int, dict[int, int]] = defaultdict(dict)
    for rank, (one, other) in enumerate(pairs):
        links[one][other] = links[other][one] = rank
    known = _Known(values.copy(), [1] * len(pairs), list(range(len(pairs))))
    members, sizes = {item: [item] for item in links}, dict.fromkeys(links, 1)
    changed = dict.fromkeys(links, 0)  # the number of the join that made it
    whole = [(-value, one, other) for (one, other), value in zip(pairs, values, strict=True) if value > least]
    lists, ordered = [whole[::-1]], {0}
    heap = [(*whole[0], 0)]
    joins = list[Join]()
    while heap:
        negative, one, other, number = heap[0]
        if changed[one] > number or changed[other] > number:
            if number not in ordered:
                lists[number].sort(reverse=True)
                ordered.add(number)
            _go_on(heap, lists[number], changed)
            continue
        rank = known.best[links[one][other]]
        joins.append(Join(pairs[rank][0], pairs[rank][1], values[rank], -negative))
        keep, gone = (one, other) if len(links[one]) >= len(links[other]) else (other, one)
        for old in (changed[keep], changed[gone]):
            if old:
                lists[old] = []
        _absorb(links, known, keep, gone)
        members[keep] += members.pop(gone)
        sizes[keep] += sizes.pop(gone)
        changed[keep], changed[gone] = len(lists), _GONE
        found = _nearest(keep, links[keep], known, sizes, least, unknown)
        if found:
            heapq.heappush(heap, (*min(found), len(lists)))
        lists.append(found)
    return sorted(sorted(group) for group in members.values() if len(group) > 1), joins


_GONE = 1 << 62
"""The number of no join: of what is part of another cluster."""


class _Known(NamedTuple):
    """What is known between two clusters, by the number of the link that both have."""

    totals: list[float]
    """The sum over their pairs that were given."""
    counts: list[int]
    """How many these are."""
    best: list[int]
    """The rank of the best one."""


def _nearest(
    cluster: int, links: Mapping[int, int], known: _Known, sizes: Mapping[int, int], least: float, unknown: float
) -> list[_Near]:
    """The clusters that one may be joined with."""
    found, size, (totals, counts, _) = list[_Near](), sizes[cluster], known
    for near, link in links.items():
        every = size * sizes[near]
        mean = (totals[link] + unknown * (every - counts[link])) / every
        if mean > least:
            found.append((-mean, cluster, near) if cluster < near else (-mean, near, cluster))
    return found


def _go_on(heap: list[_First], own: list[_Near], changed: Mapping[int, int]) -> None:
    """Put in the place of the best of a list, which does not hold any more, the next that does."""
    number = heap[0][3]
    while own and (changed[own[-1][1]] > number or changed[own[-1][2]] > number):
        own.pop()
    if own:
        heapq.heapreplace(heap, (*own[-1], number))
    else:
        heapq.heappop(heap)


def _absorb(links: dict[int, dict[int, int]], known: _Known, keep: int, gone: int) -> None:
    """Let the links of one cluster be those of another."""
    kept, (totals, counts, best) = links[keep], known
    del kept[gone]
    absorbed = links.pop(gone)
    del absorbed[keep]
    for near, link in absorbed.items():
        others, own = links[near], kept.get(near)
        del others[gone]
        if own is None:
            kept[near] = others[keep] = link
        else:
            totals[own] += totals[link]
            counts[own] += counts[link]
            if best[link] < best[own]:
                best[own] = best[link]
