"""A set of things for each account, as tables that are compared at many pairs of accounts at once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from copy import copy
from itertools import chain
from typing import cast

import numpy as np
from scipy import sparse

from newsgraph.resolve.events.set_marks import bits_of, marks_of
from newsgraph.stored.numbers import Numbers

_WIDTH = (1 << 31) - 1
"""Columns of a table of sets: as many as there may be; what is empty takes no room."""


class Sets:
    """A set of things for each account; all tables number things alike.

    Most sets are those of many an account: each is a row of a sparse table once, and an account has its number.
    """

    def __init__(self, sets: Iterable[frozenset[Hashable]], numbers: Numbers) -> None:
        made = Numbers()
        codes = np.fromiter(map(made.__getitem__, sets), np.int32)
        rows = [sorted([numbers[thing] for thing in own]) for own in cast("Iterable[frozenset[Hashable]]", made)]
        size = np.fromiter(map(len, rows), np.int64, len(rows))
        columns = np.fromiter(chain.from_iterable(rows), np.int32, int(size.sum()))
        self._fill(codes, columns, size)

    @classmethod
    def of_rows(cls, columns: np.ndarray, size: np.ndarray) -> Sets:
        """Sets of things that have numbers, in order: all of the first one, then of the next; `size` has how many."""
        found = cls.__new__(cls)
        found._fill(np.arange(len(size), dtype=np.int32), columns, size)
        return found

    def some(self, rows: np.ndarray) -> Sets:
        """Some of the sets, all of them at least once, in the order of the rows that are asked for."""
        found = copy(self)
        found.codes = self.codes[rows]
        return found

    def _fill(self, codes: np.ndarray, columns: np.ndarray, size: np.ndarray) -> None:
        self.codes = codes
        """For each account the row of its set."""
        self._size = size
        ends = np.concatenate([[0], np.cumsum(size)])
        self._mark = bits_of(columns, ends)
        self._whole = marks_of(columns, ends)
        self._table = sparse.csr_matrix((np.ones(len(columns), np.int32), columns, ends), shape=(len(size), _WIDTH))

    def __len__(self) -> int:
        return len(self.codes)

    @property
    def rows(self) -> int:
        """How many sets there are, each once."""
        return len(self._size)

    def sizes(self, accounts: np.ndarray) -> np.ndarray:
        """How many things the sets of accounts have."""
        return np.asarray(self._size[self.codes[accounts]])

    def shared(self, other: Sets, here: np.ndarray, there: np.ndarray) -> np.ndarray:
        """How many things the accounts `here` have in common with what `other` has for the accounts `there`."""
        found = np.zeros(len(here), np.int64)
        here, there = self.codes[here], other.codes[there]
        both = np.flatnonzero(self._mark[here] & other._mark[there])
        here, there = here[both], there[both]
        size = self._size[here]
        unlike = np.flatnonzero((self._whole[here] != other._whole[there]) | (size != other._size[there]))
        if len(unlike):
            common = self._table[here[unlike]].multiply(other._table[there[unlike]])
            size[unlike] = np.asarray(common.sum(axis=1)).ravel()
        found[both] = size  # most that share something are equal
        return found
