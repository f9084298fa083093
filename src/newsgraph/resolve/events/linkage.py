"""Average linkage over known pairs: what is alike on the whole becomes one cluster, in near-linear time."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components


@dataclass(frozen=True, slots=True)
class Join:
    """Two clusters became one: the pair that speaks most for it, and the mean over all pairs."""

    one: int
    other: int
    best: float
    mean: float


_Link = tuple[float, int, tuple[float, int, int]]
"""Between two clusters: the sum over their pairs, how many were given, and the best, with its items."""


def distinct(pairs: np.ndarray) -> np.ndarray:
    """Pairs of two different items, each once, the lesser number first, in order."""
    low, high = pairs.min(axis=1), pairs.max(axis=1)
    size = int(high.max(initial=0)) + 1
    keys = np.sort((low * size + high)[low != high])
    keys = keys[np.diff(keys, prepend=-1) != 0]
    return np.stack([keys // size, keys % size], axis=1)


def hanging_together(size: int, pairs: np.ndarray) -> np.ndarray:
    """For each item the number of the set that pairs bring it into."""
    table = sparse.coo_matrix((np.ones(len(pairs), np.int8), (pairs[:, 0], pairs[:, 1])), shape=(size, size))
    return np.asarray(connected_components(table, directed=False)[1])


def average_linkage(
    size: int, pairs: np.ndarray, values: np.ndarray, least: float, unknown: float
) -> tuple[list[list[int]], list[Join]]:
    """Clusters of `size` items, and how they came about.

    The two clusters whose pairs have the greatest mean are joined, as long as it is over `least`; a pair that is not
    given counts as `unknown`, which must not be over `least`. Of equals, those of the lowest numbers are first, so
    that the result is always the same.
    """
    groups, joins = list[list[int]](), list[Join]()
    for found, how in linked(size, pairs, values, least, unknown):
        groups += found
        joins += how
    return with_single(groups, size), joins


def with_single(groups: Sequence[list[int]], size: int) -> list[list[int]]:
    """Groups of several items, and each other one of `size` items by itself, in order."""
    alone = np.ones(size, bool)
    alone[[item for group in groups for item in group]] = False
    return sorted([*groups, *([item] for item in np.flatnonzero(alone).tolist())])


def linked(
    size: int, pairs: np.ndarray, values: np.ndarray, least: float, unknown: float
) -> Iterator[tuple[list[list[int]], list[Join]]]:
    """The clusters of more than one item, and how they came about, of each set that pairs over `least` bring together.

    What no such pair brings together is never joined, so each set is gone through by itself.
    """
    part = hanging_together(size, pairs[values > least])
    inside = np.flatnonzero(part[pairs[:, 0]] == part[pairs[:, 1]])
    inside = inside[np.argsort(part[pairs[inside, 0]], kind="stable")]
    ends = np.flatnonzero(np.diff(part[pairs[inside, 0]])) + 1
    for rows in np.split(inside, ends) if len(inside) else ():
        yield _linked(np.sort(pairs[rows], axis=1), values[rows], least, unknown)


def _linked(
    pairs: np.ndarray, values: np.ndarray, least: float, unknown: float
) -> tuple[list[list[int]], list[Join]]:
    items = np.unique(pairs).tolist()
    links: dict[int, dict[int, _Link]] = {item: {} for item in items}
    members = {item: [item] for item in items}
    version = dict.fromkeys(items, 0)
    heap: list[tuple[float, int, int, int, int]] = []
    for (one, other), value in zip(pairs.tolist(), values.tolist(), strict=True):
        links[one][other] = links[other][one] = (value, 1, (value, one, other))
        if value > least:
            heap.append((-value, one, other, 0, 0))
    heapq.heapify(heap)
    joins = []
    while heap:
        negative, one, other, first, second = heapq.heappop(heap)
        if version[one] != first or version[other] != second:
            continue
        best = links[one][other][2]
        joins.append(Join(best[1], best[2], best[0], -negative))
        keep, gone = (one, other) if len(links[one]) >= len(links[other]) else (other, one)
        _absorb(links, keep, gone)
        members[keep] += members.pop(gone)
        version[keep] += 1
        version[gone] = -1
        large = len(members[keep])
        for near, (total, count, _) in links[keep].items():
            every = large * len(members[near])
            mean = (total + unknown * (every - count)) / every
            if mean > least:
                low, high = min(keep, near), max(keep, near)
                heapq.heappush(heap, (-mean, low, high, version[low], version[high]))
    return sorted(sorted(group) for group in members.values() if len(group) > 1), joins


def _order(best: tuple[float, int, int]) -> tuple[float, int, int]:
    return best[0], -best[1], -best[2]


def _absorb(links: dict[int, dict[int, _Link]], keep: int, gone: int) -> None:
    """Let the links of one cluster be those of another."""
    kept = links[keep]
    del kept[gone]
    for near, link in links[gone].items():
        if near != keep:
            own, others = kept.get(near), links[near]
            if own is not None:
                link = (own[0] + link[0], own[1] + link[1], max(own[2], link[2], key=_order))
            kept[near] = others[keep] = link
            del others[gone]
    links[gone] = {}
