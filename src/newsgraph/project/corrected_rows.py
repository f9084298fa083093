"""Which new rows of a file are former ones that were corrected, where no id tells: by their words and their places.

A file may have grown since it was read, or hold the articles of another day under the same name. So a row stands for
another only where it stands in the place of that, most of its words are the same, the days of both are not different,
and most of what the file held is still in it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from newsgraph.articles import Article
from newsgraph.passages import sentences
from newsgraph.project.moved_places import Moved

Place = tuple[int, ...]
"""The numbers of a row in its file."""


class Corrected(NamedTuple):
    """What became of the rows that a file no longer holds."""

    by: dict[int, int]
    """For each that was corrected, the new one."""
    unsure: list[int]
    """Those that are much like a new one, and may be other articles."""


class _Pair(NamedTuple):
    shared: int
    """Characters that both have."""
    old: int
    new: int
    is_sure: bool


@dataclass(frozen=True)
class _Row:
    article: Article
    place: Place

    @cached_property
    def sentences(self) -> frozenset[str]:
        text = self.article.text
        return frozenset(text[start:end] for start, end in sentences(text))

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(self.article.text.split())

    @property
    def size(self) -> int:
        return sum(map(len, self.sentences))


class FileRows(NamedTuple):
    """The articles of a file by their numbers in the project: where each stood, and where each stands."""

    before: Mapping[int, Place]
    now: Mapping[int, Place]

    def gone(self) -> dict[int, Place]:
        """What is no longer in it."""
        return {row: place for row, place in self.before.items() if row not in self.now}

    def new(self) -> dict[int, Place]:
        """What was not in it before."""
        return {row: place for row, place in self.now.items() if row not in self.before}


def find_corrected(rows: FileRows, articles: Mapping[int, Article]) -> Corrected:
    """The rows that were corrected; `articles` are those, of what is gone or new, that have no id of their own."""
    gone, new = rows.gone(), rows.new()
    old_rows = {row: _Row(articles[row], place) for row, place in gone.items() if row in articles}
    new_rows = {row: _Row(articles[row], place) for row, place in new.items() if row in articles}
    if not (old_rows and new_rows):
        return Corrected({}, [])
    between = _between(rows)
    found = [
        pair for old, other in _compared(old_rows, new_rows, between)
        if (pair := _pair(old, old_rows[old], other, new_rows[other], between)) is not None
    ]  # fmt: skip
    by: dict[int, int] = {}
    for pair in sorted(found, key=lambda pair: (not pair.is_sure, -pair.shared, pair.old, pair.new)):
        if pair.is_sure and pair.old not in by and pair.new not in by.values():
            by[pair.old] = pair.new
    if 2 * (len(rows.before) - len(gone) + len(by)) < len(rows.before):
        by = {}
    taken = {*by.values()}
    return Corrected(by, sorted({pair.old for pair in found if pair.old not in by and pair.new not in taken}))


def _between(rows: FileRows) -> dict[int, tuple[Place | None, Place | None]]:
    """For each new row, where those stood that stand around it now and are not new."""
    ordered = sorted(rows.now, key=lambda row: rows.now[row])
    above, below = _nearest(rows, ordered), _nearest(rows, ordered[::-1])
    return {row: (above[row], below[row]) for row in above}


def _nearest(rows: FileRows, ordered: list[int]) -> dict[int, Place | None]:
    last: Place | None = None
    found = {}
    for row in ordered:
        if row in rows.before:
            last = rows.before[row]
        else:
            found[row] = last
    return found


def _compared(
    old: Mapping[int, _Row], new: Mapping[int, _Row], between: Mapping[int, tuple[Place | None, Place | None]]
) -> Iterator[tuple[int, int]]:
    """The pairs that are looked at: those in one place, and those that share a sentence which no third one has."""
    holders: dict[str, list[int]] = {}
    met = Counter(sentence for row in new.values() for sentence in row.sentences)
    for number, row in old.items():
        for sentence in row.sentences:
            holders.setdefault(sentence, []).append(number)
    ordered = sorted(old, key=lambda number: old[number].place)
    places = [old[number].place for number in ordered]
    for number, row in new.items():
        found = {holders[one][0] for one in row.sentences if met[one] == 1 and len(holders.get(one, ())) == 1}
        first = bisect_left(places, row.place)
        found |= {ordered[first]} if row.place in places[first : first + 1] else set()
        inside = _inside(places, between[number])
        found |= {ordered[inside.start]} if len(inside) == 1 else set()
        yield from ((other, number) for other in sorted(found))


def _inside(places: Sequence[Place], between: tuple[Place | None, Place | None]) -> range:
    """Which of some places, in order, are between two; none if neither is known."""
    above, below = between
    if above is None and below is None:
        return range(0)
    first = 0 if above is None else bisect_right(places, above)
    return range(first, len(places) if below is None else bisect_left(places, below))


def _pair(
    old: int, one: _Row, new: int, other: _Row, between: Mapping[int, tuple[Place | None, Place | None]]
) -> _Pair | None:
    """What two rows have in common; None if it is little."""
    whole = sum(map(len, one.sentences & other.sentences))
    shorter = min(one.size, other.size)
    if 2 * len(one.words & other.words) < min(len(one.words), len(other.words)):
        return None
    shared = max(whole, Moved(one.article.text, other.article.text).shared)
    if 2 * shared < shorter:
        return None
    days = {(row.article.published or "")[:10] for row in (one, other)}
    is_in_place = one.place == other.place or len(_inside([one.place], between[new])) == 1
    of_one_day = len(days - {""}) < 2
    is_like = 2 * whole >= shorter or (of_one_day and "" not in days)
    return _Pair(shared, old, new, is_in_place and of_one_day and is_like)
