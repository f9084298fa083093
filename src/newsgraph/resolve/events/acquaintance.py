"""Articles that tell of one event already: what else they tell is joined more readily.

Of any two articles of a collection hardly any are of one story, so that much is asked of accounts before they are one.
Where two articles have been found to tell of one deed, they are of one story beyond doubt; a second round then joins
the charges, the deaths and the smaller deeds that both tell beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from newsgraph.resolve.events.columns import Columns, Sets
from newsgraph.resolve.events.linkage import Join, hanging_together, linked, with_single
from newsgraph.stored.numbers import Numbers

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
        return cls(columns.article, columns.is_deed, columns.name >= 0)


def acquainted(groups: Iterable[Sequence[int]], pairs: np.ndarray, tellers: Tellers) -> np.ndarray:
    """For each pair of accounts whether their articles tell of one event, as the groups of accounts have it."""
    return _are_acquainted(_events_told(groups, tellers), pairs, tellers)


def _events_told(groups: Iterable[Sequence[int]], tellers: Tellers) -> Sets:
    """For each article the events that others tell, too."""
    told: dict[int, set[Hashable]] = defaultdict(set)
    for number, group in enumerate(groups):
        if tellers.is_deed[group].any() and not tellers.has_name[group].any():
            articles = set(tellers.article[group].tolist())
            for article in articles if len(articles) > 1 else ():
                told[article].add(number)
    return Sets((frozenset(told.get(n, ())) for n in range(int(tellers.article.max(initial=-1)) + 1)), Numbers())


def _are_acquainted(events: Sets, pairs: np.ndarray, tellers: Tellers) -> np.ndarray:
    of, size = np.sort(tellers.article[pairs], axis=1), len(events.size)
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
    found = _linked(len(tellers.article), pairs, odds)
    return _linked_again(found, pairs, odds, close, tellers, _events_told(found[0], tellers))


def link_sets(sets: Iterable[tuple[np.ndarray, np.ndarray, np.ndarray]], tellers: Tellers) -> Iterator[list[int]]:
    """The same groups for pairs with `odds` and `close` that come some at a time, all of a set of accounts together.

    They are gone through twice.
    """
    first = [_linked(len(tellers.article), pairs, odds)[0] for pairs, odds, _ in sets]
    events = _events_told(chain.from_iterable(first), tellers)
    for groups, (pairs, odds, close) in zip(first, sets, strict=True):
        yield from _linked_again((groups, []), pairs, odds, close, tellers, events)[0]


def _linked_again(
    found: tuple[list[list[int]], list[Join]], pairs: np.ndarray, odds: np.ndarray, close: np.ndarray,
    tellers: Tellers, events: Sets,
) -> tuple[list[list[int]], list[Join], np.ndarray]:
    """What comes out where articles that tell of one of the `events` are told to be of one story."""
    groups, joins = found
    rows = np.flatnonzero(close != odds)
    rows = rows[_are_acquainted(events, pairs[rows], tellers)]
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
    found = list(linked(size, pairs, odds, LEAST, UNKNOWN))
    return [group for groups, _ in found for group in groups], [join for _, joins in found for join in joins]
