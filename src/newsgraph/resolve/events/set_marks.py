"""Numbers of 64 bits that stand for sets of numbers, so that many sets are told apart at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np


def bits_of(numbers: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """For each set a bit for each of its numbers: sets without a bit in common share nothing.

    The sets stand one after the other; `ends` says where each begins, and where the last one ends.
    """
    return _by_set(np.bitwise_or, lambda some: np.uint64(1) << (_spread(some) >> _HIGHEST), numbers, ends)


def marks_of(numbers: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """For each set a number that another one has with a chance of one in 10^19; 0 of one of nothing."""
    return _by_set(np.add, _spread, numbers, ends)


_HIGHEST = np.uint64(58)


def _spread(numbers: np.ndarray) -> np.ndarray:
    """Numbers with bits all over, of which sums tell what was added (Steele and others 2014, SplitMix64)."""
    found = (numbers.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    found = (found ^ found >> np.uint64(30)) * np.uint64(0xBF58476D1CE4E5B9)
    found = (found ^ found >> np.uint64(27)) * np.uint64(0x94D049BB133111EB)
    return np.asarray(found ^ found >> np.uint64(31))


def _by_set(
    join: np.ufunc, spread: Callable[[np.ndarray], np.ndarray], numbers: np.ndarray, ends: np.ndarray
) -> np.ndarray:
    found = np.zeros(len(ends) - 1, np.uint64)
    filled = np.flatnonzero(np.diff(ends))
    starts = ends[filled]
    for some in np.split(np.arange(len(filled)), np.flatnonzero(np.diff(starts // _NUMBERS)) + 1):
        if len(some):
            begin, end = starts[some[0]], ends[filled[some[-1]] + 1]
            found[filled[some]] = join.reduceat(spread(numbers[begin:end]), starts[some] - begin)
    return found


_NUMBERS = 1 << 15
"""Numbers that are looked at at a time."""
