"""Products with a wide table: what comes out is the product, of the columns that come up."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse

from newsgraph.stored.arrays import Arrays, StoredArrays
from newsgraph.stored.wide_tables import WideTable

CELLS = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 6), st.integers(1, 4)), max_size=20)


def table(cells: list[tuple[int, int, int]], shape: tuple[int, int]) -> sparse.csr_matrix:
    found = np.zeros(shape)
    for row, column, value in cells:
        found[row, column] = value
    return sparse.csr_matrix(found)


@pytest.mark.parametrize("arrays", [Arrays, StoredArrays], ids=["in memory", "in a file"])
@settings(max_examples=60, deadline=None)
@given(first=CELLS, second=CELLS, again=CELLS)
def test_a_product_has_the_columns_that_come_up(
    arrays: type[Arrays], first: list[tuple[int, int, int]], second: list[tuple[int, int, int]],
    again: list[tuple[int, int, int]],
) -> None:
    turned = table([(column, row, value) for row, column, value in second], (7, 40))
    wide = WideTable(turned, arrays())
    for own in (first, again, first):
        other = table(own, (6, 7))
        found, columns = wide.multiplied(other)
        whole = np.zeros((6, 40))
        whole[:, columns] = found.toarray()
        assert (whole == (other @ turned).toarray()).all()
        assert columns.tolist() == sorted(set(columns.tolist())) and len(columns) <= 6
