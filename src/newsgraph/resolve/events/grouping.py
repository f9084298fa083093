"""Which accounts are of one event, and no more: the groups of `merge_accounts` without its grounds, in less memory.

Profiles are made a few articles at a time and let go when they stand in the columns, and pairs are compared a part at a
time: of most only the log-odds are kept. What grows with the articles lies where `ReadArticles.arrays` says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from newsgraph.resolve.entities.resolution import Resolution
from newsgraph.resolve.events.accounts import EventAccount
from newsgraph.resolve.events.acquaintance import LEAST, Tellers
from newsgraph.resolve.events.articles import ReadArticles
from newsgraph.resolve.events.blocks import Things
from newsgraph.resolve.events.candidates import pairs_of_blocks
from newsgraph.resolve.events.columns import Columns, PartedColumns
from newsgraph.resolve.events.decision import compared_pairs, completing_pairs
from newsgraph.resolve.events.hanging_together import HangingTogether
from newsgraph.resolve.events.likely_pairs import LikelyPairs
from newsgraph.resolve.events.profiles import is_comparable, read_profiles
from newsgraph.resolve.events.rarity import Vectors
from newsgraph.resolve.events.scoring import score
from newsgraph.resolve.events.stored_acquaintance import groups_of, link_stored
from newsgraph.resolve.events.stored_linkage import inside_sets
from newsgraph.resolve.events.uncompared import WIDEST, tell_uncompared
from newsgraph.stored.arrays import Arrays
from newsgraph.stored.remembered import rest

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
    linked, first = link_stored(likely, Tellers.of(columns), arrays), arrays.counted(size)
    for start in range(0, len(linked), _COMPARED):
        own = slice(start, start + _COMPARED)
        first[compared[own]] = compared[linked[own]]
    del likely, columns, things
    for numbers, ends in groups_of(first, arrays):
        for group in np.split(numbers, ends[:-1]):
            yield group.tolist()


_COMPARED = 100_000
"""Accounts that are looked at at a time."""


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


def _likely(parts: Iterator[np.ndarray], columns: Columns, arrays: Arrays) -> LikelyPairs:
    """The pairs of accounts that may come together, and those between them that were not compared at first."""
    asked = LikelyPairs(arrays)
    for part in parts:
        part = part[np.argsort(part[:, 1], kind="stable")]  # so that some at a time are of few accounts
        for start in range(0, len(part), _PAIRS):
            _enter(asked, columns, compared_pairs(part[start : start + _PAIRS], columns))
            arrays.release()
    sets = HangingTogether(len(columns.is_deed), arrays)
    for pairs, own, close in asked:
        sets.enter(pairs[np.maximum(own, close) > LEAST])
    found, part = LikelyPairs(arrays), sets.part
    for pairs, own, close in asked:
        inside = part[pairs[:, 0]] == part[pairs[:, 1]]
        found.enter(pairs[inside], own[inside], close[inside])
    for more in _completing(asked, columns, arrays):
        for start in range(0, len(more), _PAIRS):
            _enter(found, columns, more[start : start + _PAIRS])
    return found


def _completing(asked: LikelyPairs, columns: Columns, arrays: Arrays) -> Iterator[np.ndarray]:
    """The pairs that were not compared of accounts that likely pairs bring together, where these are not too many."""
    sets = HangingTogether(len(columns.is_deed), arrays)
    for pairs, own, _ in asked:
        sets.enter(pairs[own > LEAST])
    most, part = WIDEST * WIDEST // 2, sets.part
    tell_uncompared(part, arrays)
    for rows in inside_sets(asked.pairs, part, arrays).numbers(most):
        if len(rows) <= most:  # more are of too many accounts, which was told
            pairs, own, _ = asked.some(rows)
            yield completing_pairs(pairs, own, columns)
            arrays.release()


def _enter(found: LikelyPairs, columns: Columns, pairs: np.ndarray) -> None:
    scored = score(columns, pairs)
    found.enter(scored.pairs, scored.odds, scored.close)

