"""Clusters of numbers are those of things."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsgraph.resolve.clusters import Clusters, NumberedClusters


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8))))
def test_sets_of_numbers_are_those_of_things(pairs: list[tuple[int, int]]) -> None:
    numbered, things = NumberedClusters(9), Clusters(range(9))
    for one, other in pairs:
        numbered.join(one, other)
        things.join(one, other)
    assert list(numbered.groups()) == things.groups()
