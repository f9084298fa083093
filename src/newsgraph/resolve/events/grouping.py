"""Which accounts are of one event, and no more: the groups of `merge_accounts` without its grounds, in less memory.

Profiles are made a few articles at a time and let go when they stand in the columns, and pairs are compared a part at a
time: of most only the log-odds are kept. What grows with the articles lies where `ReadArticles.arrays` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from newsgraph.resolve.entities import Resolution
from newsgraph.resolve.events.accounts import EventAccount
from newsgraph.resolve.events.acquaintance import LEAST, Tellers, link_several
from newsgraph.resolve.events.articles import ReadArticles
from newsgraph.resolve.events.blocks import Things, pairs_of_blocks
from newsgraph.resolve.events.columns import Columns, PartedColumns
from newsgraph.resolve.events.decision import compared_pairs, completing_pairs
from newsgraph.resolve.events.linkage import hanging_together
from newsgraph.resolve.events.profiles import is_comparable, read_profiles
from newsgraph.resolve.events.rarity import Vectors
from newsgraph.resolve.events.scoring import score
from newsgraph.stored_arrays import Ragged

_Odds = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Pairs of accounts, their log-odds, and these where their articles tell of one event already."""
_ARTICLES = 60
"""Articles whose profiles are in memory at a time."""
_PAIRS = 20_000
"""Pairs that are compared at a time."""


def group_accounts(
    accounts_of: Callable[[int], Sequence[EventAccount]], read: ReadArticles, resolution: Resolution
) -> Iterator[list[int]]:
    """The numbers of the accounts of each event, events in the order of their first account.

    `accounts_of` gives the accounts of an article by its number in `read`, in the order of their keys; all together are
    numbered in this order.
    """
    compared, columns, things = _looked_up(accounts_of, read, resolution)
    pairs = pairs_of_blocks(things.blocks(read.vectors, columns.sentences), things.days, read.arrays)
    likely = _likely(pairs, columns, read)
    groups, _, _ = link_several(*likely, Tellers.of(columns))
    places, first = np.flatnonzero(compared), np.arange(len(compared))
    for group in groups:
        first[places[group]] = places[group[0]]
    order = np.argsort(first, kind="stable")
    ends = np.append(np.flatnonzero(np.diff(first[order])) + 1, len(order))
    start = 0
    for end in ends.tolist() if len(order) else ():
        yield order[start:end].tolist()
        start = end


def _looked_up(
    accounts_of: Callable[[int], Sequence[EventAccount]], read: ReadArticles, resolution: Resolution
) -> tuple[np.ndarray, Columns, Things]:
    """Which accounts are compared, their columns, and what may bring them together."""
    columns, things = PartedColumns(read.vectors), Things(read.arrays)
    words, sizes = read.arrays.column(np.int32), read.arrays.column(np.int32)
    compared = [np.empty(0, bool)]
    for start in range(0, len(read.texts), _ARTICLES):
        numbers = range(start, min(start + _ARTICLES, len(read.texts)))
        accounts = [account for number in numbers for account in accounts_of(number)]
        compared.append(np.fromiter(map(is_comparable, accounts), bool, len(accounts)))
        profiles = read_profiles(accounts, read, resolution)
        columns.enter(profiles)
        things.enter(profiles)
        for profile in profiles:
            words.append(profile.words)
        sizes.append(np.array([len(profile.words) for profile in profiles], np.int32))
        read.arrays.release()
    told = Ragged(*read.arrays.lay([words, sizes]))
    sentences = Vectors(read.vocabulary.number, told, read.texts, read.arrays)
    return np.concatenate(compared), columns.whole(sentences), things


def _likely(
    parts: Iterator[np.ndarray], columns: Columns, read: ReadArticles
) -> _Odds:
    """The pairs of accounts that may come together, and those between them that were not compared at first.

    With their log-odds, and those where their articles tell of one event already.
    """
    arrays = read.arrays
    asked = [arrays.column(dtype) for dtype in (np.int32, np.int32, np.float64, np.float64)]
    for part in parts:
        for start in range(0, len(part), _PAIRS):
            scored = score(columns, compared_pairs(part[start : start + _PAIRS], columns))
            found = (scored.pairs[:, 0], scored.pairs[:, 1], scored.odds, scored.close)
            for column, numbers in zip(asked, found, strict=True):
                column.append(numbers)
            arrays.release()
    one, other, *odds = arrays.lay(asked)

    def known() -> Iterator[_Odds]:
        for start in range(0, len(one), _KNOWN):
            rows = slice(start, start + _KNOWN)
            yield np.stack([one[rows], other[rows]], axis=1).astype(np.int64), odds[0][rows], odds[1][rows]
            arrays.release()

    over = _together([_some(np.maximum(own, close) > LEAST, pairs, own, close) for pairs, own, close in known()])
    more = completing_pairs(over[0], over[1], columns, (pairs for pairs, *_ in known()))
    part = hanging_together(len(columns.is_deed), over[0])
    inside = [_some(part[pairs[:, 0]] == part[pairs[:, 1]], pairs, own, close) for pairs, own, close in known()]
    for start in range(0, len(more), _PAIRS):
        scored = score(columns, more[start : start + _PAIRS])
        inside.append((scored.pairs, scored.odds, scored.close))
    return _together(inside)


_KNOWN = 500_000
"""Pairs that were compared of which it is looked up at a time what came out."""


def _some(rows: np.ndarray, pairs: np.ndarray, odds: np.ndarray, close: np.ndarray) -> _Odds:
    return pairs[rows], odds[rows], close[rows]


def _together(parts: Sequence[_Odds]) -> _Odds:
    every: list[_Odds] = [(np.empty((0, 2), np.int64), np.empty(0), np.empty(0)), *parts]
    pairs, odds, close = (np.concatenate(column) for column in zip(*every, strict=True))
    return pairs, odds, close
