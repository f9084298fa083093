"""Accounts that are joined once more where articles have met, in files: the same as in memory."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.resolve.events import likely_pairs, stored_acquaintance
from newsgraph.resolve.events.acquaintance import Tellers, link_accounts
from newsgraph.resolve.events.likely_pairs import LikelyPairs
from newsgraph.stored.arrays import Arrays, StoredArrays

NINE = np.array(list(combinations(range(9), 2)))
VALUES = st.lists(st.integers(-3, 3), min_size=len(NINE), max_size=len(NINE))
FLAGS = st.lists(st.booleans(), min_size=9, max_size=9)


@pytest.mark.parametrize("arrays", [Arrays, StoredArrays], ids=["in memory", "in a file"])
@settings(max_examples=60, deadline=None)
@given(values=VALUES, others=VALUES, deeds=FLAGS, names=FLAGS, articles=st.integers(1, 3))
def test_the_second_round_comes_out_as_in_memory(
    arrays: type[Arrays], values: list[int], others: list[int], deeds: list[bool], names: list[bool], articles: int
) -> None:
    odds, close = np.array(values, float), np.array(others, float)
    who = Tellers(np.arange(9) // articles, np.array(deeds), np.array(names) & np.array(deeds))
    groups, _, _ = link_accounts(NINE, odds, close, who)
    where = arrays()
    likely = LikelyPairs(where)
    for start in range(0, len(NINE), 7):
        likely.enter(NINE[start : start + 7], odds[start : start + 7], close[start : start + 7])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(likely_pairs, "_KNOWN", 5)
        patch.setattr(stored_acquaintance, "_GROUPED", 4)
        first = stored_acquaintance.link_stored(likely, who, where)
        found = [
            group.tolist() for numbers, ends in stored_acquaintance.groups_of(first, where)
            for group in np.split(numbers, ends[:-1])
        ]
    assert found == groups


def test_nothing_to_join() -> None:
    where = StoredArrays()
    who = Tellers(np.arange(3), np.ones(3, bool), np.zeros(3, bool))
    assert stored_acquaintance.link_stored(LikelyPairs(where), who, where).tolist() == [0, 1, 2]
