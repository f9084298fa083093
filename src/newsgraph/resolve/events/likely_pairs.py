"""Pairs of accounts that may be of one event, with their log-odds, where columns are: of most no more is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import numpy as np

from newsgraph.stored.arrays import Arrays

Odds = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Pairs of accounts, their log-odds, and these where their articles tell of one event already."""
_KNOWN = 40_000
"""Pairs that are looked at at a time."""


class LikelyPairs(Iterable[Odds]):
    """Pairs of accounts with their log-odds, and these where their articles tell of one event already."""

    def __init__(self, arrays: Arrays) -> None:
        self._arrays = arrays
        self._columns = [arrays.column(dtype) for dtype in (np.int32, np.float64, np.float64)]

    def enter(self, pairs: np.ndarray, odds: np.ndarray, close: np.ndarray) -> None:
        """Enter some, as long as nothing has been read."""
        for column, numbers in zip(self._columns, (pairs, odds, close), strict=True):
            column.append(numbers)

    @cached_property
    def _laid(self) -> Odds:
        pairs, odds, close = self._arrays.lay(self._columns)
        return pairs.reshape(-1, 2), odds, close

    @property
    def pairs(self) -> np.ndarray:
        """The pairs: two columns of numbers of accounts."""
        return self._laid[0]

    @property
    def odds(self) -> np.ndarray:
        """Their log-odds."""
        return self._laid[1]

    def some(self, rows: slice | np.ndarray) -> Odds:
        """Some of them."""
        pairs, odds, close = self._laid
        return pairs[rows].astype(np.int64), odds[rows], close[rows]

    def __iter__(self) -> Iterator[Odds]:
        """All of them, some at a time."""
        for start in range(0, len(self.pairs), _KNOWN):
            yield self.some(slice(start, start + _KNOWN))
            self._arrays.release()
