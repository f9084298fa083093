"""Average linkage of pairs in columns, wherever these lie: of those in files, memory holds some sets at a time.

What hangs together by pairs over the least mean is a set, and is gone through by itself. Of a wide one the pairs are
sorted, and their links kept, where the columns are.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from newsgraph.resolve.events.hanging_together import HangingTogether
from newsgraph.resolve.events.linkage import WIDE, joined, linked
from newsgraph.resolve.events.many_links import ManyLinks
from newsgraph.stored.arrays import Arrays
from newsgraph.stored.groups import SortedParts
from newsgraph.stored.sorted_numbers import each_once

_PAIRS = 50_000
"""Pairs that are looked at at a time."""


def clusters_of(
    pairs: np.ndarray, values: np.ndarray, size: int, least: float, unknown: float, arrays: Arrays
) -> np.ndarray:
    """For each of `size` items the least item of its cluster, as `linked` finds them; pairs are two columns."""
    sets = HangingTogether(size, arrays)
    for start in range(0, len(pairs), _PAIRS):
        own = slice(start, start + _PAIRS)
        sets.enter(pairs[own][values[own] > least])
    inside = inside_sets(pairs, sets.part, arrays)
    first, wide = arrays.counted(size), WIDE * arrays.spread
    place = arrays.room(np.int32, size)
    for rows in inside.numbers(wide):
        if len(rows) > wide:
            _link_wide(pairs, values, rows, first, place, least, unknown, arrays)
            continue
        some = pairs[rows]
        items = each_once(some.ravel())
        for groups, _ in linked(
            len(items), np.searchsorted(items, some), values[rows], least, unknown, room=arrays.spread
        ):
            for group in groups:
                first[items[group]] = items[group[0]]
        arrays.release()
    return first


def inside_sets(pairs: np.ndarray, part: np.ndarray, arrays: Arrays) -> SortedParts:
    """The numbers of the pairs inside of one set, by the number that `part` has of the set of each item."""
    found, shift = SortedParts(arrays), 63 - len(part).bit_length()
    for start in range(0, len(pairs), _PAIRS):
        some = part[pairs[start : start + _PAIRS]].astype(np.int64)
        rows = np.flatnonzero(some[:, 0] == some[:, 1])
        found.append(some[rows, 0] << shift, rows + start)
        arrays.release()
    return found


def _link_wide(
    pairs: np.ndarray, values: np.ndarray, rows: np.ndarray, first: np.ndarray, place: np.ndarray, least: float,
    unknown: float, arrays: Arrays,
) -> None:
    """Enter into `first` the clusters of a wide set, whose pairs are in some rows; `place` has zeros, as afterwards."""
    for start in range(0, len(rows), _PAIRS):
        place[pairs[rows[start : start + _PAIRS]]] = 1
    items = np.concatenate([
        np.flatnonzero(place[start : start + _PAIRS]) + start for start in range(0, len(place), _PAIRS)
    ])
    place[items] = np.arange(len(items), dtype=np.int32)
    columns = [arrays.column(dtype) for dtype in (np.int32, np.int32, np.float64)]
    for some in _by_value(pairs, values, rows, arrays):
        for column, part in zip(columns, (*place[np.sort(pairs[some], axis=1)].T, values[some]), strict=True):
            column.append(part)
    one, other, own = arrays.lay(columns)
    links = ManyLinks(one, other, own, len(items), least, unknown, arrays)
    for _ in joined(links):
        pass
    first[items] = items[links.firsts()]
    place[items] = 0
    arrays.release()


def _by_value(pairs: np.ndarray, values: np.ndarray, rows: np.ndarray, arrays: Arrays) -> Iterator[np.ndarray]:
    """Rows in the order of the values of their pairs, the greatest first; of equals, the lowest numbers first."""
    by_pair, by_value = SortedParts(arrays), SortedParts(arrays)
    for start in range(0, len(rows), _PAIRS):
        some = rows[start : start + _PAIRS]
        low, high = np.sort(pairs[some].astype(np.int64), axis=1).T
        by_pair.append(low << _BITS | high, some)
    for _, some in by_pair:
        bits = (values[some] + 0.0).view(np.int64)  # of no sign of nothing
        by_value.append(~np.where(bits < 0, bits ^ _GREATEST, bits), some)
    for _, some in by_value:
        yield some


_BITS = 31
"""Those of the number of an item."""
_GREATEST = (1 << 63) - 1
"""All bits of a number but its sign: those of numbers below 0 are in the order of their sizes."""
