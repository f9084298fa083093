"""Accounts of one event, and what else articles tell that have met in one: as in `acquaintance`, for pairs in files."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from newsgraph.resolve.events.acquaintance import LEAST, UNKNOWN, Tellers, are_acquainted
from newsgraph.resolve.events.columns import PartedArrays
from newsgraph.resolve.events.hanging_together import HangingTogether
from newsgraph.resolve.events.likely_pairs import LikelyPairs
from newsgraph.resolve.events.sets import Sets
from newsgraph.resolve.events.stored_linkage import clusters_of
from newsgraph.stored.arrays import Arrays
from newsgraph.stored.groups import SortedParts

_GROUPED = 100_000
"""Accounts of which the groups are looked up at a time."""


def link_stored(likely: LikelyPairs, tellers: Tellers, arrays: Arrays) -> np.ndarray:
    """For each account the first one of its event; what grows with them lies where `arrays` are."""
    size = len(tellers.article)
    first = clusters_of(likely.pairs, likely.odds, size, LEAST, UNKNOWN, arrays)
    events = _events_told(first, tellers, arrays)
    second, sets = arrays.column(np.float64), HangingTogether(size, arrays)
    for pairs, odds, close in likely:
        rows = np.flatnonzero(close != odds)
        rows = rows[are_acquainted(events, pairs[rows], tellers)]
        now = odds.copy()
        now[rows] = close[rows]
        second.append(now)
        sets.enter(pairs[np.maximum(odds, now) > LEAST])
    (odds_then,) = arrays.lay([second])
    return _linked_again(likely, odds_then, first, sets.part, arrays)


def _linked_again(
    likely: LikelyPairs, second: np.ndarray, first: np.ndarray, part: np.ndarray, arrays: Arrays
) -> np.ndarray:
    """What comes out by the `second` log-odds, for which only sets are gone through in which it may be otherwise."""
    other, start = arrays.room(bool, len(first)), 0
    for pairs, odds, _ in likely:
        own = part[pairs]
        now = second[start : start + len(pairs)]
        other[own[(own[:, 0] == own[:, 1]) & (now != odds), 0]] = True
        start += len(pairs)
    again, values, start = arrays.column(np.int32), arrays.column(np.float64), 0
    for pairs, _, _ in likely:
        own = part[pairs]
        rows = np.flatnonzero((own[:, 0] == own[:, 1]) & other[own[:, 0]])
        again.append(pairs[rows])
        values.append(second[rows + start])
        start += len(pairs)
    pairs_again, values_again = arrays.lay([again, values])
    then = clusters_of(pairs_again.reshape(-1, 2), values_again, len(first), LEAST, UNKNOWN, arrays)
    for start in range(0, len(first), _GROUPED):
        some = slice(start, start + _GROUPED)
        changed = other[part[some]]
        then[some] = np.where(changed, then[some], first[some])
    return then


def groups_of(first: np.ndarray, arrays: Arrays) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """The things of each cluster, of which the first thing is given, in order, some clusters at a time; and their ends.

    Clusters are in the order of their first things.
    """
    ordered, shift = SortedParts(arrays), 63 - len(first).bit_length()
    for start in range(0, len(first), _GROUPED):
        own = first[start : start + _GROUPED].astype(np.int64)
        ordered.append(own << shift, np.arange(start, start + len(own)))
        arrays.release()
    for keys, numbers in ordered:
        yield numbers, np.append(np.flatnonzero(np.diff(keys)) + 1, len(keys))


def _events_told(first: np.ndarray, tellers: Tellers, arrays: Arrays) -> Sets:
    """For each article the events that others tell, too."""
    count = max((int(own.max()) for own in _parts(tellers.article)), default=-1) + 1
    told, events, shift = SortedParts(arrays), 0, 63 - count.bit_length()
    for accounts, ends in groups_of(first, arrays):
        starts = np.append(0, ends[:-1])
        kept = np.logical_or.reduceat(tellers.is_deed[accounts], starts)
        kept &= ~np.logical_or.reduceat(tellers.has_name[accounts], starts)
        article, group = tellers.article[accounts], np.repeat(np.arange(len(ends)), np.diff(ends, prepend=0))
        once = np.append(True, (np.diff(article) != 0) | (np.diff(group) != 0))  # accounts are in order of articles
        kept &= np.add.reduceat(once.astype(np.int32), starts) > 1
        rows = np.flatnonzero(once & kept[group])
        told.append(article[rows].astype(np.int64) << shift, group[rows] + events)
        events += len(ends)
    return _sets(told, shift, count, arrays)


def _parts(column: np.ndarray) -> Iterator[np.ndarray]:
    return (column[start : start + _GROUPED] for start in range(0, len(column), _GROUPED))


def _sets(told: SortedParts, shift: int, count: int, arrays: Arrays) -> Sets:
    """The set of what has a key for each of `count` keys."""
    nothing = np.empty(0, np.int32)
    found, done = PartedArrays(Sets.of_rows(nothing, np.empty(0, np.int64)), arrays), 0

    def enter(numbers: np.ndarray, which: np.ndarray, end: int) -> None:
        for start in range(done, end, _GROUPED):
            stop = min(start + _GROUPED, end)
            low, high = np.searchsorted(which, [start, stop])
            found.enter(Sets.of_rows(numbers[low:high], np.bincount(which[low:high] - start, minlength=stop - start)))

    for keys, numbers in told:
        which = keys >> shift
        enter(numbers, which, end := int(which[-1]) + 1)
        done = end
    enter(nothing, np.empty(0, np.int64), count)
    whole = Sets.of_rows(nothing, np.empty(0, np.int64))
    found.fill(whole)
    return whole
