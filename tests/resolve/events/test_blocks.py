"""Finding what is compared: the greatest of each row, and distinct pairs."""

from __future__ import annotations

from itertools import chain, combinations, groupby, product
from operator import itemgetter
from random import Random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy import sparse

from newsgraph.resolve.events.blocks import Blocks
from newsgraph.resolve.events.linkage import distinct
from newsgraph.resolve.events.rarity import greatest
from newsgraph.resolve.events.sets import Sets
from newsgraph.resolve.events.wide_blocks import WIDEST, _runs, _Wide
from newsgraph.stored.arrays import Arrays, StoredArrays
from newsgraph.stored.numbers import Numbers

Table = list[list[int]]
TABLES = st.lists(st.lists(st.integers(0, 4), min_size=6, max_size=6), min_size=1, max_size=5)


@settings(max_examples=80, deadline=None)
@given(TABLES, st.integers(1, 4))
def test_the_greatest_of_each_row_are_those_of_a_sort(table: Table, most: int) -> None:
    rows, columns, values = greatest(sparse.csr_matrix(np.array(table, float)), most)
    expected = [
        (row, column, float(own[column]))
        for row, own in enumerate(table)
        for column in sorted(sorted((c for c in range(6) if own[c]), key=lambda c: (-own[c], c))[:most])
    ]
    assert list(zip(rows.tolist(), columns.tolist(), values.tolist(), strict=True)) == expected


def test_pairs_are_distinct_and_of_two() -> None:
    pairs = np.array([[3, 1], [1, 3], [2, 2], [0, 5]])
    assert distinct(pairs).tolist() == [[0, 5], [1, 3]]
    assert distinct(pairs[:0]).tolist() == []


@settings(max_examples=80, deadline=None)
@given(st.lists(st.frozensets(st.sampled_from("abcdef")), min_size=2, max_size=8))
def test_sets_in_common_are_counted(sets: list[frozenset[str]]) -> None:
    numbers = Numbers()
    table, upper = Sets(sets, numbers), Sets((frozenset(x.upper() for x in own) for own in sets), numbers)
    here = np.arange(len(sets))
    there = np.roll(here, 1)
    assert table.shared(table, here, there).tolist() == [len(sets[i] & sets[i - 1]) for i in here]
    assert table.shared(upper, here, there).tolist() == [0] * len(sets)
    assert table.sizes(there).tolist() == [len(sets[i - 1]) for i in here]
    assert len(table) == len(sets) and table.rows == len(set(sets))
    turned = table.some(there)
    assert turned.shared(table, here, here).tolist() == [len(sets[i] & sets[i - 1]) for i in here]
    assert turned.rows == table.rows


@pytest.mark.parametrize("arrays", [Arrays, StoredArrays], ids=["in memory", "in a file"])
@pytest.mark.parametrize("pairs", [2, 1_000], ids=["some at a time", "all at once"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(own=st.lists(st.frozensets(st.integers(0, 9)), min_size=1, max_size=12))
def test_of_any_two_blocks_of_one_sort_those_are_together_that_stand_in_both(
    arrays: type[Arrays], pairs: int, monkeypatch: pytest.MonkeyPatch, own: list[frozenset[int]]
) -> None:
    """Numbers of blocks up to 4 are of one sort of deed, the others of another."""
    monkeypatch.setattr("newsgraph.resolve.events.wide_blocks._PAIRS", pairs)
    monkeypatch.setattr(arrays, "spread", 1)
    rows = [(account, block) for account, blocks in enumerate(own) for block in blocks]
    accounts, numbers = np.array(rows, np.int64).reshape(-1, 2).T
    wide = [_Wide(len(own), arrays()) for _ in range(2)]
    for sort, part in product((0, 1), range(5)):  # some blocks at a time
        rows_of = numbers == 5 * sort + part
        wide[sort].enter(Blocks.of(accounts[rows_of], numbers[rows_of]))
    found = [
        [account for account, _ in members]
        for blocks in chain.from_iterable(one.twice() for one in wide)
        for _, members in groupby(zip(blocks.accounts.tolist(), blocks.numbers.tolist(), strict=True), itemgetter(1))
    ]
    several = {block for block in range(10) if sum(block in blocks for blocks in own) > 1}
    expected = [
        [account for account, blocks in enumerate(own) if {one, other} <= blocks]
        for one, other in combinations(sorted(several), 2) if one // 5 == other // 5
    ]
    assert sorted(found) == sorted(members for members in expected if len(members) > 1)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(WIDEST + 1, 4 * WIDEST), min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_wide_blocks_are_cut_by_day_into_runs_that_overlap(sizes: list[int], chance: Random) -> None:
    days = chance.sample(range(1000), 1000)
    blocks = [sorted(chance.sample(range(1000), size)) for size in sizes]
    numbers = np.repeat(np.arange(len(sizes)), sizes)
    accounts = np.concatenate([np.array(own) for own in blocks])
    found = _runs(Blocks(accounts, numbers), np.array(days), np.argsort(days))
    half, expected = WIDEST // 2, []
    for own in blocks:
        ordered = sorted(own, key=days.__getitem__)
        expected += [ordered[start : start + WIDEST] for start in range(0, len(own) - half, half)]
    runs = groupby(zip(found.accounts.tolist(), found.numbers.tolist(), strict=True), itemgetter(1))
    assert [[account for account, _ in run] for _, run in runs] == expected


@given(own=st.lists(st.frozensets(st.integers(0, 4), min_size=2), max_size=9))
def test_blocks_of_the_same_accounts_are_one(own: list[frozenset[int]]) -> None:
    rows = [(account, block) for block, accounts in enumerate(own) for account in sorted(accounts)]
    accounts, numbers = np.array(rows, np.int64).reshape(-1, 2).T
    once, sizes, times = Blocks(accounts, numbers).once()
    found = [frozenset(part.tolist()) for part in np.split(once.accounts, np.cumsum(sizes)[:-1])] if own else []
    assert found == list(dict.fromkeys(own)) and sizes.tolist() == list(map(len, found))
    assert times.tolist() == [own.count(accounts) for accounts in found]
