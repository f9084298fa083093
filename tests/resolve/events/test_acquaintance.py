"""What is joined more readily where articles have met in a first event."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.resolve.events.acquaintance import LEAST, UNKNOWN, Tellers, acquainted, link_accounts
from newsgraph.resolve.events.linkage import linked, with_single

# articles 0 and 1 tell of a fire (accounts 0, 1) and of an arrest (2, 3); article 2 of an arrest, too (4)
ARTICLE = np.array([0, 1, 0, 1, 2])
PAIRS = np.array([(0, 1), (2, 3), (2, 4), (3, 4), (0, 2)])
ODDS = np.array([2.0, -0.1, -0.1, -0.1, -5.0])
CLOSE = np.array([2.0, 1.0, 1.0, 1.0, 1.0])


def tellers(*, is_deed: bool = True, has_name: bool = False) -> Tellers:
    size = len(ARTICLE)
    return Tellers(ARTICLE, np.full(size, is_deed), np.full(size, has_name))


def test_articles_that_tell_of_one_event_are_acquainted() -> None:
    groups = [[0, 1], [2], [3], [4]]
    assert acquainted(groups, PAIRS, tellers()).tolist() == [True, True, False, False, False]


def test_neither_a_war_with_a_name_nor_a_bare_saying_acquaints() -> None:
    groups = [[0, 1], [2], [3], [4]]
    assert not acquainted(groups, PAIRS, tellers(has_name=True)).any()
    assert not acquainted(groups, PAIRS, tellers(is_deed=False)).any()


def test_the_second_round_joins_what_acquainted_articles_tell_besides() -> None:
    groups, joins, odds = link_accounts(PAIRS, ODDS, CLOSE, tellers())
    assert groups == [[0, 1], [2, 3], [4]]
    assert [(join.one, join.other) for join in joins] == [(0, 1), (2, 3)]
    assert odds.tolist() == [2.0, 1.0, -0.1, -0.1, -5.0]


def test_nobody_meets_where_nothing_is_joined() -> None:
    groups, _, odds = link_accounts(PAIRS, np.minimum(ODDS, -0.1), CLOSE, tellers())
    assert groups == [[0], [1], [2], [3], [4]]
    assert odds.max() == -0.1


def test_no_accounts_at_all() -> None:
    nothing = np.empty(0)
    none = Tellers(np.empty(0, np.int64), np.empty(0, bool), np.empty(0, bool))
    assert link_accounts(np.empty((0, 2), np.int64), nothing, nothing, none)[0] == []


EIGHT = np.array(list(combinations(range(8), 2)))
VALUES = st.lists(st.integers(-3, 3), min_size=len(EIGHT), max_size=len(EIGHT))


@settings(max_examples=60, deadline=None)
@given(VALUES, VALUES)
def test_the_second_round_is_as_if_all_were_joined_anew(values: list[int], others: list[int]) -> None:
    who = Tellers(np.arange(8) // 2, np.ones(8, bool), np.zeros(8, bool))
    groups, joins, odds = link_accounts(EIGHT, np.array(values, float), np.array(others, float), who)
    sets = list(linked(8, EIGHT, odds, LEAST, UNKNOWN))
    assert groups == with_single([group for own, _ in sets for group in own], 8)
    assert sorted(map(repr, joins)) == sorted(repr(join) for _, how in sets for join in how)
