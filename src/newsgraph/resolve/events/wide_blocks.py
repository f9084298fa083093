"""Blocks of many accounts are divided by what else these have, and by their days: none is left out, and none is wide.

A block of more than `WIDEST` is divided by what else its members have, and what no second thing divides is laid out by
day and cut into overlapping runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from operator import itemgetter

import numpy as np

from newsgraph.resolve.events.blocks import Blocks
from newsgraph.stored.arrays import Arrays
from newsgraph.stored.groups import SortedParts
from newsgraph.stored.sorted_numbers import each_once, sorted_rows

WIDEST = 60
_PAIRS = 200_000
"""Pairs of wide blocks of one account that are looked at at a time (`Arrays.spread` times as many)."""


def divided(
    blocks: Iterable[tuple[int, Blocks]], days: np.ndarray, arrays: Arrays
) -> Iterator[Blocks]:
    """The blocks of each sort of deed, those that are too wide divided; `days` give each account its place.

    `blocks` come with their sorts, all of a sort together.
    """
    by_day = _by_day(days, arrays)
    for _, of_sort in groupby(blocks, key=itemgetter(0)):
        wide = _Wide(len(by_day[0]), arrays)
        for _, own in of_sort:
            large = own.sizes > WIDEST
            yield own.some(~large)
            wide.enter(own.some(large))
        for twice in wide.twice():
            large = twice.sizes > WIDEST
            yield twice.some(~large)
            if large.any():
                yield _runs(twice.some(large), *by_day)


def _by_day(days: np.ndarray, arrays: Arrays) -> tuple[np.ndarray, np.ndarray]:
    """The place of each account in the order of days, and the account in each place."""
    place, account, ordered = arrays.counted(len(days)), arrays.column(np.int32), SortedParts(arrays)
    shift, first = 63 - int(days.max(initial=0)).bit_length(), 0
    for start in range(0, len(days), _PAIRS):
        some = days[start : start + _PAIRS].astype(np.int64)
        ordered.append(some << shift, np.arange(start, start + len(some)))
    for _, accounts in ordered:
        place[accounts] = np.arange(first, first + len(accounts))
        account.append(accounts)
        first += len(accounts)
    return place, arrays.lay([account])[0]


class _Wide:
    """Blocks that are too wide."""

    def __init__(self, size: int, arrays: Arrays) -> None:
        """They are of `size` accounts."""
        self._arrays, self._shift = arrays, 63 - size.bit_length()
        self._rows = SortedParts(arrays)
        self._count, self._most = 0, _PAIRS * arrays.spread

    def enter(self, blocks: Blocks) -> None:
        """Take some in."""
        if len(blocks.accounts):
            numbers = np.cumsum(np.diff(blocks.numbers, prepend=-1) != 0) + (self._count - 1)
            self._count = int(numbers[-1]) + 1
            self._rows.append(blocks.accounts.astype(np.int64) << self._shift, numbers)

    def twice(self) -> Iterator[Blocks]:
        """For any two blocks those that stand in both."""
        if self._count < 2:
            return
        account, block, after = (self._arrays.column(np.int32) for _ in range(3))
        by_block, first, shift = SortedParts(self._arrays), 0, 63 - self._count.bit_length()
        for keys, numbers in self._rows:
            starts = np.diff(keys, prepend=-1) != 0
            ends = np.append(np.flatnonzero(starts)[1:], len(starts))
            left = np.repeat(ends, np.diff(ends, prepend=0)) - np.arange(len(starts)) - 1
            for column, part in zip((account, block, after), (keys >> self._shift, numbers, left), strict=True):
                column.append(part)
            by_block.append(numbers.astype(np.int64) << shift, np.arange(first, first + len(keys)))
            first += len(keys)
        laid = self._arrays.lay([account, block, after])
        for keys, places in by_block:
            cuts = np.flatnonzero(np.diff(np.cumsum(laid[2][places], dtype=np.int64) // self._most))
            cuts = each_once(np.searchsorted(keys, keys[cuts]))  # all pairs of a block at once
            for some in np.split(places, cuts):
                yield from self._paired(some, *laid)
            self._arrays.release()

    def _paired(
        self, places: np.ndarray, account: np.ndarray, block: np.ndarray, after: np.ndarray
    ) -> Iterator[Blocks]:
        """Those that stand in a block and in one behind it, for blocks whose rows are at some places."""
        ends = np.cumsum(after[places], dtype=np.int64)
        steps = np.split(places, np.flatnonzero(np.diff(ends // self._most)))
        if len(steps) <= _STEPS:
            yield Blocks.of(*self._both(places, account, block, after))
            return
        found, shift = SortedParts(self._arrays), 63 - (self._count * self._count).bit_length()
        for some in steps:
            accounts, pairs = self._both(some, account, block, after)
            found.append(pairs << shift, accounts)
        for keys, accounts in found:
            yield Blocks.ordered(accounts, keys)

    def _both(
        self, places: np.ndarray, account: np.ndarray, block: np.ndarray, after: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        times = after[places]
        one = np.repeat(places, times)
        other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(times) - times, times)
        return account[one], block[one].astype(np.int64) * self._count + block[other]


_STEPS = 2
"""How many times `_PAIRS` are sorted in memory."""


def _runs(large: Blocks, place: np.ndarray, account: np.ndarray) -> Blocks:
    """Blocks by day, in runs that overlap by half."""
    starts = np.flatnonzero(np.diff(large.numbers, prepend=-1))
    ends = np.append(starts, len(large.numbers))
    accounts, lengths = list[np.ndarray](), list[np.ndarray]()
    for low, high in _some_rows(ends):
        some, of = _runs_of(place[large.accounts[ends[low] : ends[high]]], ends[low : high + 1] - ends[low])
        accounts.append(account[some])
        lengths.append(of)
    sizes = np.concatenate(lengths)
    return Blocks(np.concatenate(accounts), np.repeat(np.arange(len(sizes), dtype=np.int32), sizes))


def _some_rows(ends: np.ndarray) -> Iterator[tuple[int, int]]:
    """Blocks that are looked at at a time, given by where each ends: the first one, and the one behind the last."""
    cuts = np.flatnonzero(np.diff(ends[:-1] // _ROWS)) + 1
    return pairwise([0, *cuts.tolist(), len(ends) - 1])


def _runs_of(places: np.ndarray, ends: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The runs of some blocks, one after the other, and how many stand in each."""
    starts, sizes = ends[:-1], np.diff(ends)
    _, placed = sorted_rows(np.repeat(np.arange(len(starts)), sizes), places)
    many = np.maximum(0, -(-(sizes - WIDEST // 2) // (WIDEST // 2)))  # runs of each block
    begins = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
    begins = begins * (WIDEST // 2)
    lengths = np.minimum(WIDEST, np.repeat(sizes, many) - begins)
    inside = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return placed[np.repeat(np.repeat(starts, many) + begins, lengths) + inside], lengths


_ROWS = 20_000
"""Rows of wide blocks that are laid out at a time."""
