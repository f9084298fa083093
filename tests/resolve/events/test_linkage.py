"""Average linkage over known pairs."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.resolve.events import hanging_together, linkage
from newsgraph.resolve.events.joins import Join


def average_linkage(
    size: int, pairs: list[tuple[int, int, float]], least: float, unknown: float
) -> tuple[list[list[int]], list[Join]]:
    table = np.array(pairs, float).reshape(-1, 3)
    found = list(linkage.linked(size, table[:, :2].astype(np.int64), table[:, 2], least, unknown))
    with pytest.MonkeyPatch.context() as patch:  # with the links in columns, the same
        patch.setattr(linkage, "WIDE", 0)
        assert list(linkage.linked(size, table[:, :2].astype(np.int64), table[:, 2], least, unknown)) == found
    groups = linkage.with_single([group for own, _ in found for group in own], size)
    return groups, [join for _, joins in found for join in joins]


def test_likely_pairs_become_one_and_the_best_come_first() -> None:
    groups, joins = average_linkage(4, [(0, 1, 2.0), (1, 2, 3.0), (0, 2, 1.0), (2, 3, -1.0)], 0.0, -0.5)
    assert groups == [[0, 1, 2], [3]]
    assert [(join.one, join.other) for join in joins] == [(1, 2), (0, 1)]
    assert joins[1].mean == 1.5


def test_one_likely_pair_does_not_outweigh_three_unlikely_ones() -> None:
    pairs = [(0, 1, 4.0), (2, 3, 4.0), (1, 2, 1.0), (0, 2, -2.0), (0, 3, -2.0), (1, 3, -2.0)]
    assert average_linkage(4, pairs, 0.0, -0.5)[0] == [[0, 1], [2, 3]]


def test_pairs_that_were_not_compared_count_as_unknown() -> None:
    pairs = [(0, 1, 4.0), (2, 3, 4.0), (1, 2, 1.0)]
    assert average_linkage(4, pairs, 0.0, -0.5)[0] == [[0, 1], [2, 3]]
    assert average_linkage(4, pairs, 0.0, -0.1)[0] == [[0, 1, 2, 3]]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(-3, 3), min_size=21, max_size=21))
def test_every_item_is_in_one_cluster_and_every_join_was_over_the_threshold(values: list[int]) -> None:
    pairs = [(i, j, float(v)) for (i, j), v in zip(combinations(range(7), 2), values, strict=True)]
    groups, joins = average_linkage(7, pairs, 0.0, -1.0)
    assert sorted(item for group in groups for item in group) == list(range(7))
    assert len(joins) == 7 - len(groups)
    assert all(join.mean > 0 for join in joins)
    assert (groups, joins) == average_linkage(7, pairs[::-1], 0.0, -1.0)


def one_by_one(size: int, pairs: dict[tuple[int, int], int], unknown: int) -> list[list[int]]:
    """The clusters, found by looking at all means at every step; of equals the lowest numbers are first.

    A cluster goes by the number of the one of the two that had more links.
    """
    clusters = {item: [item] for item in range(size)}
    likely = np.array([pair for pair, value in pairs.items() if value > 0]).reshape(-1, 2)
    part = hanging_together.hanging_together(size, likely)
    pairs = {pair: value for pair, value in pairs.items() if part[pair[0]] == part[pair[1]]}  # others count for nothing

    def values(one: int, other: int) -> list[int]:
        between = [(min(a, b), max(a, b)) for a in clusters[one] for b in clusters[other]]
        return [pairs[pair] for pair in between if pair in pairs]

    def linked(one: int) -> int:
        return sum(bool(values(one, other)) for other in clusters if other != one)

    while True:
        found = []
        for one, other in combinations(sorted(clusters), 2):
            given, every = values(one, other), len(clusters[one]) * len(clusters[other])
            mean = (sum(given) + unknown * (every - len(given))) / every
            if given and mean > 0:
                found.append((-mean, one, other))
        if not found:
            return sorted(sorted(own) for own in clusters.values())
        _, one, other = min(found)
        keep, gone = (one, other) if linked(one) >= linked(other) else (other, one)
        clusters[keep] += clusters.pop(gone)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(list(combinations(range(9), 2))), st.integers(-4, 6), max_size=30))
def test_clusters_are_those_of_looking_at_every_mean(pairs: dict[tuple[int, int], int]) -> None:
    groups, _ = average_linkage(9, [(*pair, float(value)) for pair, value in pairs.items()], 0.0, -1.0)
    assert groups == one_by_one(9, pairs, -1)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=14), st.integers(1, 5))
def test_sets_are_the_same_when_pairs_come_some_at_a_time(pairs: list[tuple[int, int]], step: int) -> None:
    whole, parts = np.array(pairs, np.int64).reshape(-1, 2), hanging_together.HangingTogether(12)
    for start in range(0, len(pairs), step):
        parts.enter(whole[start : start + step])
    part = hanging_together.hanging_together(12, whole)
    assert parts.part.tolist() == [part.tolist().index(own) for own in part.tolist()]
