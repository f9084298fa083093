"""Which items pairs bring together, directly or through others."""

from __future__ import annotations

import numpy as np
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from newsgraph.stored.arrays import Arrays
from newsgraph.stored.sorted_numbers import each_once


def hanging_together(size: int, pairs: np.ndarray) -> np.ndarray:
    """For each item the number of the set that pairs bring it into."""
    table = sparse.coo_matrix((np.ones(len(pairs), np.int8), (pairs[:, 0], pairs[:, 1])), shape=(size, size))
    return np.asarray(connected_components(table, directed=False)[1])


class HangingTogether:
    """The same for pairs that come some at a time."""

    def __init__(self, size: int, arrays: Arrays | None = None) -> None:
        """What is known of each item lies where `arrays` are, by default in memory."""
        self._above = (arrays or Arrays()).counted(size)
        """For each item a lesser one of its set, or itself."""

    def enter(self, pairs: np.ndarray) -> None:
        """Bring the items of pairs together."""
        if not len(pairs):
            return
        firsts = self._first(pairs.ravel())
        sets = each_once(firsts)
        part = hanging_together(len(sets), np.searchsorted(sets, firsts).reshape(-1, 2))
        _, least = np.unique(part, return_index=True)
        self._above[sets] = sets[least[part]]

    @property
    def part(self) -> np.ndarray:
        """For each item the least of its set."""
        for start in range(0, len(self._above), _ITEMS):
            self._above[start : start + _ITEMS] = self._first(self._above[start : start + _ITEMS])
        return self._above

    def _first(self, items: np.ndarray) -> np.ndarray:
        above: np.ndarray = self._above[items]
        while (above != items).any():
            items, above = above, self._above[above]
        return above


_ITEMS = 100_000
"""Items of which the sets are looked up at once."""
