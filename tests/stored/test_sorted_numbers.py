"""Whole numbers in order."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.stored.sorted_numbers import each_once, order_of, sorted_rows


@given(st.lists(st.integers(0, 1 << 40)))
def test_each_number_comes_once(numbers: list[int]) -> None:
    assert each_once(np.array(numbers, np.int64)).tolist() == sorted(set(numbers))


@pytest.mark.parametrize("numbers", [st.integers(0, 9), st.integers(-9, 9), st.integers(-(1 << 63), (1 << 63) - 1),
                                     st.integers(-5, 5).map(lambda number: number << 60)])
@given(st.data())
def test_of_equal_numbers_the_first_are_first(numbers: st.SearchStrategy[int], data: st.DataObject) -> None:
    """Whether or not a number and its place fit into one."""
    found = data.draw(st.lists(numbers))
    assert order_of(np.array(found, np.int64)).tolist() == sorted(range(len(found)), key=found.__getitem__)


@pytest.mark.parametrize("greatest", [7, 1 << 40, 1 << 60])
@given(st.data())
def test_rows_are_in_the_order_of_both_columns(greatest: int, data: st.DataObject) -> None:
    """Whether or not both fit into one number."""
    rows = data.draw(st.lists(st.tuples(st.integers(0, greatest), st.integers(0, 1 << 30))))
    first, second = np.array(rows, np.int64).reshape(-1, 2).T
    found = sorted_rows(first, second)
    assert list(zip(*(column.tolist() for column in found), strict=True)) == sorted(rows)
