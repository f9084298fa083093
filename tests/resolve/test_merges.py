"""Clusters of numbers, and decisions that are worded when they are asked for."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from newsgraph.resolve.merges import Asked, Clusters, Merge, Merges, NumberedClusters


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8))))
def test_sets_of_numbers_are_those_of_things(pairs: list[tuple[int, int]]) -> None:
    numbered, things = NumberedClusters(9), Clusters(range(9))
    for one, other in pairs:
        numbered.join(one, other)
        things.join(one, other)
    assert list(numbered.groups()) == things.groups()


def test_decisions_are_made_when_somebody_asks() -> None:
    asked: list[str] = []

    def make() -> Iterator[Merge]:
        asked.append("once")
        yield Merge("b", "c", 0.5, "alike", False)

    merges = Merges()
    merges.extend(Asked(make))
    merges.extend([Merge("a", "b", 0.9, "same", True), Merge("b", "c", 0.5, "alike", False)])
    assert not asked
    assert [merge.one for merge in merges] == ["a", "b"]
    assert asked == ["once"]
    assert pickle.loads(pickle.dumps(merges)) == list(merges)
