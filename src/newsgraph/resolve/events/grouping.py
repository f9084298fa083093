"""Which accounts are of one event, and no more: the groups of `merge_accounts` without its grounds, in less memory.

Profiles are made a few articles at a time and let go when they stand in the columns, and pairs are compared a part at a
time: of most only the log-odds are kept. What grows with the articles lies where `ReadArticles.arrays` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

import numpy as np

from newsgraph.resolve.entities.resolution import Resolution
from newsgraph.resolve.events.accounts import EventAccount
from newsgraph.resolve.events.acquaintance import LEAST, Tellers, link_sets
from newsgraph.resolve.events.articles import ReadArticles
from newsgraph.resolve.events.blocks import Things, pairs_of_blocks
from newsgraph.resolve.events.columns import Columns, PartedColumns
from newsgraph.resolve.events.decision import compared_pairs, completing_pairs
from newsgraph.resolve.events.linkage import HangingTogether
from newsgraph.resolve.events.profiles import is_comparable, read_profiles
from newsgraph.resolve.events.rarity import Vectors
from newsgraph.resolve.events.scoring import Scored, score
from newsgraph.stored.arrays import Arrays
from newsgraph.stored.groups import SortedParts
from newsgraph.stored.remembered import rest

_Odds = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Pairs of accounts, their log-odds, and these where their articles tell of one event already."""
_ARTICLES = 60
"""Articles whose profiles are in memory at a time."""
_PAIRS = 5_000
"""Pairs that are compared at a time."""


def group_accounts(
    accounts_of: Callable[[int], Sequence[EventAccount]], read: ReadArticles, resolution: Resolution
) -> Iterator[list[int]]:
    """The numbers of the accounts of each event, events in the order of their first account.

    `accounts_of` gives the accounts of an article by its number in `read`, in the order of their keys; all together are
    numbered in this order.
    """
    arrays = read.arrays
    size, compared, columns, things = _looked_up(accounts_of, read, resolution)
    rest(arrays)
    pairs = pairs_of_blocks(things.blocks(read.vectors, columns.sentences), things.days, arrays)
    likely = _likely(pairs, columns, arrays)
    rest(arrays)
    first = arrays.counted(size)
    for group in link_sets(likely, Tellers.of(columns), arrays):
        first[compared[group]] = compared[group[0]]
    shift, ordered = 63 - size.bit_length(), SortedParts(arrays)
    for start in range(0, size, _KNOWN):
        own = first[start : start + _KNOWN].astype(np.int64)
        ordered.append(own << shift, np.arange(start, start + len(own)))
        arrays.release()
    for keys, numbers in ordered:
        for group in np.split(numbers, np.flatnonzero(np.diff(keys)) + 1):
            yield group.tolist()


def _looked_up(
    accounts_of: Callable[[int], Sequence[EventAccount]], read: ReadArticles, resolution: Resolution
) -> tuple[int, np.ndarray, Columns, Things]:
    """How many accounts there are; which are compared, their columns, and what may bring them together."""
    columns, things = PartedColumns(read.vectors), Things(read.arrays)
    words, sizes = read.arrays.column(np.int32), read.arrays.column(np.int32)
    compared, size = read.arrays.column(np.int32), 0
    for start in range(0, len(read.texts), _ARTICLES):
        numbers = range(start, min(start + _ARTICLES, len(read.texts)))
        accounts = [account for number in numbers for account in accounts_of(number)]
        compared.append(np.flatnonzero(np.fromiter(map(is_comparable, accounts), bool, len(accounts))) + size)
        size += len(accounts)
        profiles = read_profiles(accounts, read, resolution)
        columns.enter(profiles)
        things.enter(profiles)
        for profile in profiles:
            words.append(profile.words)
        sizes.append(np.array([len(profile.words) for profile in profiles], np.int32))
        read.arrays.release()
    told = read.arrays.rows(words, sizes)
    sentences = Vectors(read.vocabulary.number, told, read.texts, read.arrays)
    return size, read.arrays.lay([compared])[0], columns.whole(sentences), things


def _likely(parts: Iterator[np.ndarray], columns: Columns, arrays: Arrays) -> _Likely:
    """The pairs of accounts that may come together, and those between them that were not compared at first."""
    asked = _Likely(arrays)
    for part in parts:
        part = part[np.argsort(part[:, 1], kind="stable")]  # so that some at a time are of few accounts
        for start in range(0, len(part), _PAIRS):
            asked.enter(score(columns, compared_pairs(part[start : start + _PAIRS], columns)))
            arrays.release()
    sets = HangingTogether(len(columns.is_deed), arrays)
    for pairs, own, close in asked:
        sets.enter(pairs[np.maximum(own, close) > LEAST])
    found = _Likely(arrays)
    for pairs, own, close in asked.by_set(sets.part):
        found.enter(Scored(pairs, np.empty(0), own, close))
        more = completing_pairs(pairs, own, columns)
        for start in range(0, len(more), _PAIRS):
            found.enter(score(columns, more[start : start + _PAIRS]))
        found.end_part()
    return found


_KNOWN = 40_000
"""Pairs that were compared of which it is looked up at a time what came out."""


class _Likely:
    """Pairs of accounts with their log-odds, and these where their articles tell of one event already, in parts."""

    def __init__(self, arrays: Arrays) -> None:
        self._arrays = arrays
        self._columns = [arrays.column(dtype) for dtype in (np.int32, np.int32, np.float64, np.float64)]
        self._size, self._ends = 0, [0]

    def enter(self, scored: Scored) -> None:
        """Enter some."""
        found = scored.pairs[:, 0], scored.pairs[:, 1], scored.odds, scored.close
        for column, numbers in zip(self._columns, found, strict=True):
            column.append(numbers)
        self._size += len(scored.pairs)

    def end_part(self) -> None:
        """What comes now is of another part."""
        self._ends.append(self._size)

    @cached_property
    def _laid(self) -> list[np.ndarray]:
        return self._arrays.lay(self._columns)

    def _some(self, rows: slice | np.ndarray) -> _Odds:
        one, other, own, close = (column[rows] for column in self._laid)
        return np.stack([one, other], axis=1).astype(np.int64), own, close

    def __iter__(self) -> Iterator[_Odds]:
        """All of them, a part at a time; what is in no part, by number."""
        ends = [*self._ends, *range(self._ends[-1] + _KNOWN, self._size, _KNOWN)]
        for start, end in pairwise([*ends, self._size] if ends[-1] < self._size else ends):
            yield self._some(slice(start, end))
            self._arrays.release()

    def by_set(self, part: np.ndarray) -> Iterator[_Odds]:
        """Those inside of one set, all of a set together; `part` has the number of the set of each account."""
        shift = 63 - int(part.max(initial=1)).bit_length()
        sets, first = SortedParts(self._arrays), 0
        for pairs, *_ in self:
            inside = np.flatnonzero(part[pairs[:, 0]] == part[pairs[:, 1]])
            sets.append(part[pairs[inside, 0]].astype(np.int64) << shift, inside + first)
            first += len(pairs)
        yield from map(self._some, sets.numbers(_KNOWN))
