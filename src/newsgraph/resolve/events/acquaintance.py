"""Articles that tell of one event already: what else they tell is joined more readily.

Of any two articles of a collection hardly any are of one story, so that much is asked of accounts before they are one.
Where two articles have been found to tell of one deed, they are of one story beyond doubt; a second round then joins
the charges, the deaths and the smaller deeds that both tell beside it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from newsgraph.resolve.events.columns import Columns, Sets
from newsgraph.resolve.events.joins import Join
from newsgraph.resolve.events.linkage import hanging_together, linked, with_single
from newsgraph.stored.arrays import Arrays
from newsgraph.stored.sorted_numbers import each_once

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


def _events_told(groups: Iterable[Sequence[int] | np.ndarray], tellers: Tellers) -> Sets:
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
    room = Arrays.spread
    found = _linked(len(tellers.article), pairs, odds, room)
    return _linked_again(found, pairs, odds, close, tellers, _events_told(found[0], tellers), room)


def link_sets(
    sets: Iterable[tuple[np.ndarray, np.ndarray, np.ndarray]], tellers: Tellers, arrays: Arrays
) -> Iterator[np.ndarray]:
    """The same groups for pairs with `odds` and `close` that come some at a time, all of a set of accounts together.

    They are gone through twice; meanwhile the groups lie where `arrays` are.
    """
    among = _Among(tellers, arrays)
    members, sizes, ends = arrays.column(np.int32), arrays.column(np.int32), [0]
    for pairs, odds, _ in sets:
        items, some, own = among.of(pairs)
        groups, _ = _linked(len(items), some, odds)
        for group in groups:
            members.append(items[group])
        sizes.append(np.fromiter(map(len, groups), np.int32, len(groups)))
        ends.append(ends[-1] + len(groups))
    first = arrays.rows(members, sizes)
    events = _events_told(first, tellers)
    for (start, end), (pairs, odds, close) in zip(pairwise(ends), sets, strict=True):
        items, some, own = among.of(pairs)
        groups = [np.searchsorted(items, first[number]).tolist() for number in range(start, end)]
        for group in _linked_again((groups, []), some, odds, close, own, events)[0]:
            yield items[group]


class _Among:
    """Accounts that some pairs are of, numbered among themselves."""

    def __init__(self, tellers: Tellers, arrays: Arrays) -> None:
        self._tellers = tellers
        self._place = arrays.room(np.int32, len(tellers.article))

    def of(self, pairs: np.ndarray) -> tuple[np.ndarray, np.ndarray, Tellers]:
        """The accounts, the pairs by their places among them, and who tells them."""
        items, of = each_once(pairs.ravel()), self._tellers
        self._place[items] = np.arange(len(items))
        some = self._place[pairs]
        return items, some, Tellers(of.article[items], of.is_deed[items], of.has_name[items])


def _linked_again(
    found: tuple[list[list[int]], list[Join]], pairs: np.ndarray, odds: np.ndarray, close: np.ndarray,
    tellers: Tellers, events: Sets, room: int = 1,
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
        again = _linked(len(part), pairs[rows], second[rows], room)
        groups = [group for group in groups if not other[part[group[0]]]] + again[0]
        joins = [join for join in joins if not other[part[join.one]]] + again[1]
    return groups, joins, second


def _linked(size: int, pairs: np.ndarray, odds: np.ndarray, room: int = 1) -> tuple[list[list[int]], list[Join]]:
    found = list(linked(size, pairs, odds, LEAST, UNKNOWN, room=room))
    return [group for groups, _ in found for group in groups], [join for _, joins in found for join in joins]
