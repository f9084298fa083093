"""Products of sparse tables of which the second is wide: room is made for the columns that come up, not for all."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from newsgraph.stored.arrays import Arrays
from newsgraph.stored.sorted_numbers import each_once


class WideTable:
    """A table with a column for each of many things, by which others are multiplied."""

    def __init__(self, table: sparse.csr_matrix, arrays: Arrays) -> None:
        """What is kept of each column lies where `arrays` are."""
        self._table = table
        self._place = arrays.room(np.int32, table.shape[1])

    def multiplied(self, other: sparse.csr_matrix) -> tuple[sparse.csr_matrix, np.ndarray]:
        """A table times this one, with the columns that come up alone, in their order; and which these are."""
        rows = each_once(other.indices)
        first = sparse.csr_matrix(
            (other.data, np.searchsorted(rows, other.indices), other.indptr), shape=(other.shape[0], len(rows))
        )
        second = self._table[rows]
        columns = self._once(second.indices)
        self._place[columns] = np.arange(len(columns), dtype=np.int32)
        inner = sparse.csr_matrix(
            (second.data, self._place[second.indices], second.indptr), shape=(len(rows), len(columns))
        )
        return (first @ inner).tocsr(), columns

    def _once(self, columns: np.ndarray) -> np.ndarray:
        """Columns in order, each once: what was entered last stands for all that are equal."""
        numbers = np.arange(len(columns), dtype=np.int32)
        self._place[columns] = numbers
        return np.sort(columns[self._place[columns] == numbers])
