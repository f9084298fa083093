"""Which accounts are of one event, and no more: the groups of `merge_accounts` without its grounds, in less memory.

Profiles are made a few articles at a time and let go when they stand in the columns, and of what is compared only the
log-odds are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence

import numpy as np

from newsgraph.resolve.entities import Resolution
from newsgraph.resolve.events.accounts import EventAccount
from newsgraph.resolve.events.acquaintance import LEAST, Tellers, link_accounts
from newsgraph.resolve.events.articles import ReadArticles
from newsgraph.resolve.events.blocks import blocks_of, pairs_of_blocks
from newsgraph.resolve.events.columns import Columns
from newsgraph.resolve.events.decision import compared_pairs, completing_pairs
from newsgraph.resolve.events.linkage import hanging_together
from newsgraph.resolve.events.profiles import Profile, is_comparable, read_profiles
from newsgraph.resolve.events.rarity import Vectors
from newsgraph.resolve.events.scoring import score

_ARTICLES = 60
"""Articles whose profiles are in memory at a time."""
_PAIRS = 100_000
"""Pairs that are compared at a time."""


def group_accounts(
    accounts_of: Callable[[int], Sequence[EventAccount]], read: ReadArticles, resolution: Resolution
) -> list[list[int]]:
    """The numbers of the accounts of each event, events in the order of their first account.

    `accounts_of` gives the accounts of an article by its number in `read`, in the order of their keys; all together are
    numbered in this order.
    """
    compared = np.concatenate([np.empty(0, bool), *(
        np.fromiter(map(is_comparable, accounts_of(number)), bool) for number in range(len(read.texts))
    )])  # fmt: skip

    def parts() -> Iterator[list[Profile]]:
        for start in range(0, len(read.texts), _ARTICLES):
            numbers = range(start, min(start + _ARTICLES, len(read.texts)))
            yield read_profiles([account for number in numbers for account in accounts_of(number)], read, resolution)

    columns = _columns(parts, read)
    blocks, days = blocks_of(parts(), read.vectors, columns.sentences)
    pairs = compared_pairs(pairs_of_blocks(blocks, days), columns)
    del blocks
    pairs, odds, close = _likely(pairs, columns)
    tellers = Tellers.of(columns)
    del columns, days
    groups, _, _ = link_accounts(pairs, odds, close, tellers)
    places = np.flatnonzero(compared)
    found = [[int(number) for number in places[group]] for group in groups]
    return sorted([*found, *([int(number)] for number in np.flatnonzero(~compared))])


def _columns(parts: Callable[[], Iterator[list[Profile]]], read: ReadArticles) -> Columns:
    numbers: dict[Hashable, int] = {}
    words: list[np.ndarray] = []
    found, nothing = [], Vectors({}, ())
    for part in parts():
        found.append(Columns(part, read.vectors, nothing, numbers))
        words += [profile.words for profile in part]
    return Columns.joined(found, Vectors(read.vocabulary.number, words, read.texts))


def _likely(pairs: np.ndarray, columns: Columns) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The pairs of accounts that may come together, and those between them that were not compared at first."""
    odds, close = _odds(columns, pairs)
    more = completing_pairs(pairs, odds, columns)
    part = hanging_together(len(columns.is_deed), pairs[np.maximum(odds, close) > LEAST])
    inside = part[pairs[:, 0]] == part[pairs[:, 1]]
    more_odds, more_close = _odds(columns, more)
    return (
        np.concatenate([pairs[inside], more]), np.concatenate([odds[inside], more_odds]),
        np.concatenate([close[inside], more_close]),
    )


def _odds(columns: Columns, pairs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    starts = range(0, len(pairs), _PAIRS)
    scored = [score(columns, pairs[start : start + _PAIRS]) for start in starts]
    nothing = [np.empty(0)]
    return np.concatenate([*nothing, *(s.odds for s in scored)]), np.concatenate([*nothing, *(s.close for s in scored)])
