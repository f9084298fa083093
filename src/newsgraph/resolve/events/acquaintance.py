"""Articles that tell of one event already: what else they tell is joined more readily.

Of any two articles of a collection hardly any are of one story, so that much is asked of accounts before they are one.
Where two articles have been found to tell of one deed, they are of one story beyond doubt; a second round then joins
the charges, the deaths and the smaller deeds that both tell beside it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from newsgraph.resolve.events.columns import Columns
from newsgraph.resolve.events.hanging_together import hanging_together
from newsgraph.resolve.events.joins import Join
from newsgraph.resolve.events.linkage import linked, with_single
from newsgraph.resolve.events.sets import Sets
from newsgraph.stored.arrays import Arrays

LEAST = 0.0
"""The mean log-odds over which accounts are one event."""
UNKNOWN = -0.01
"""The log-odds of a pair that was not compared."""


@dataclass(frozen=True, slots=True)
class Tellers:
    """Which article tells each account, and whether it makes articles acquainted that they tell of it."""

    article: np.ndarray
    is_deed: np.ndarray
    has_name: np.ndarray
    """A war or an election that has a name is told of in many a story."""

    @classmethod
    def of(cls, columns: Columns) -> Tellers:
        """Of all accounts of a collection."""
        has_name = columns.articles.arrays.room(bool, len(columns.name))
        for start in range(0, len(has_name), _ACCOUNTS):
            has_name[start : start + _ACCOUNTS] = columns.name[start : start + _ACCOUNTS] >= 0
        return cls(columns.article, columns.is_deed, has_name)


_ACCOUNTS = 100_000
"""Accounts that are looked at at a time."""


def acquainted(groups: Iterable[Sequence[int]], pairs: np.ndarray, tellers: Tellers) -> np.ndarray:
    """For each pair of accounts whether their articles tell of one event, as the groups of accounts have it."""
    return are_acquainted(_events_told(groups, tellers), pairs, tellers)


def _events_told(groups: Iterable[Sequence[int]], tellers: Tellers) -> Sets:
    """For each article the events that others tell, too."""
    told, events = array("i"), array("i")
    for number, group in enumerate(groups):
        if tellers.is_deed[group].any() and not tellers.has_name[group].any():
            articles = set(tellers.article[group].tolist())
            if len(articles) > 1:
                told.extend(articles)
                events.extend([number] * len(articles))
    article = np.array(told, np.int32)
    sizes = np.bincount(article, minlength=int(tellers.article.max(initial=-1)) + 1)
    return Sets.of_rows(np.array(events, np.int32)[np.argsort(article, kind="stable")], sizes)


def are_acquainted(events: Sets, pairs: np.ndarray, tellers: Tellers) -> np.ndarray:
    """For each pair of accounts whether their articles tell of one of the events that each article tells."""
    of, size = np.sort(tellers.article[pairs], axis=1), len(events)
    keys, places = np.unique(of[:, 0] * size + of[:, 1], return_inverse=True)
    one, other = np.divmod(keys, max(1, size))
    return np.asarray(((one != other) & (events.shared(events, one, other) > 0))[places])


def link_accounts(
    pairs: np.ndarray, odds: np.ndarray, close: np.ndarray, tellers: Tellers
) -> tuple[list[list[int]], list[Join], np.ndarray]:
    """The numbers of the accounts of each event, how they came together, and the log-odds that decided.

    Args:
        pairs: which accounts were compared.
        odds: the log-odds of each pair that they are of one event.
        close: the same, where their articles tell of one event already.
        tellers: which article tells each account.
    """
    groups, joins, second = link_several(pairs, odds, close, tellers)
    return with_single(groups, len(tellers.article)), joins, second


def link_several(
    pairs: np.ndarray, odds: np.ndarray, close: np.ndarray, tellers: Tellers
) -> tuple[list[list[int]], list[Join], np.ndarray]:
    """The same without the events that one account tells."""
    return _linked_again(_linked(len(tellers.article), pairs, odds), pairs, odds, close, tellers)


def _linked_again(
    found: tuple[list[list[int]], list[Join]], pairs: np.ndarray, odds: np.ndarray, close: np.ndarray,
    tellers: Tellers,
) -> tuple[list[list[int]], list[Join], np.ndarray]:
    """What comes out where articles that tell of one event are told to be of one story."""
    groups, joins = found
    events = _events_told(groups, tellers)
    rows = np.flatnonzero(close != odds)
    rows = rows[are_acquainted(events, pairs[rows], tellers)]
    second = odds.copy()
    second[rows] = close[rows]
    part = hanging_together(len(tellers.article), pairs[np.maximum(odds, second) > LEAST])
    inside = part[pairs[:, 0]] == part[pairs[:, 1]]
    other = np.zeros(len(part), bool)  # the sets in which it may come out otherwise
    other[part[pairs[inside & (second != odds), 0]]] = True
    if other.any():
        rows = inside & other[part[pairs[:, 0]]]
        again = _linked(len(part), pairs[rows], second[rows])
        groups = [group for group in groups if not other[part[group[0]]]] + again[0]
        joins = [join for join in joins if not other[part[join.one]]] + again[1]
    return groups, joins, second


def _linked(size: int, pairs: np.ndarray, odds: np.ndarray) -> tuple[list[list[int]], list[Join]]:
    found = list(linked(size, pairs, odds, LEAST, UNKNOWN, room=Arrays.spread))
    return [group for groups, _ in found for group in groups], [join for _, joins in found for join in joins]
