"""Sets of many accounts, compared at once."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.resolve.events.columns import Sets
from newsgraph.stored.numbers import Numbers

THINGS = st.lists(st.frozensets(st.integers(0, 90), max_size=12), min_size=1, max_size=8)


@settings(deadline=None)
@given(THINGS, THINGS)
def test_what_is_in_common_is_what_both_have(left: list[frozenset[int]], right: list[frozenset[int]]) -> None:
    numbers = Numbers()
    one, other = Sets(left, numbers), Sets(right, numbers)
    here, there = (places.ravel() for places in np.indices((len(left), len(right))))
    shared = [len(left[i] & right[j]) for i, j in zip(here, there, strict=True)]
    assert one.shared(other, here, there).tolist() == shared
