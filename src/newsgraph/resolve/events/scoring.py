"""How likely it is that two accounts are of one event: the sum of what their comparison weighs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache

import msgspec
import numpy as np

from newsgraph.resolve.decisions import Item
from newsgraph.resolve.events.columns import NO_DAY, Columns, Pairs
from newsgraph.resolve.events.comparisons import COMPARISONS
from newsgraph.resolve.events.grounds import contradicted, grounded
from newsgraph.resolve.events.profiles import Profile
from newsgraph.resolve.events.tables import read_table

_TOLD = 0.25
"""The least weight of a point that is told to a reader."""
_POINTS = 5
_ROWS = 50_000
"""Pairs that are compared at a time."""
_SAME_NAME = 8.0
_OTHER_NAME = -8.0
_WAR_LASTS = 31
"""Days that accounts of one name may be apart."""
_AGAIN = ("CONSULT", "ELECT")
_SEASON = 183
"""Days between papers after which a meeting of the same name is another one."""


@cache
def weights() -> tuple[tuple[np.ndarray, ...], float]:
    """For each comparison the weights of its levels, as log-odds; and what they are added to.

    Made by scripts/learn_event_weights.py.
    """
    by_level = {(row["comparison"], row["level"]): float(row["weight"]) for row in read_table("weights")}
    found = tuple(np.array([by_level[c.name, level] for level in c.levels]) for c in COMPARISONS)
    return found, by_level["start", ""]


@dataclass(frozen=True, slots=True)
class Scored:
    """Pairs of accounts with the levels of their comparisons and the log-odds that they are of one event."""

    pairs: np.ndarray
    """Two columns of numbers of accounts."""
    levels: np.ndarray
    """A row for each pair, a column for each of `COMPARISONS`."""
    odds: np.ndarray
    close: np.ndarray
    """The same, where the articles of both tell of one event already."""


def compare(columns: Columns, pairs: np.ndarray) -> np.ndarray:
    """The levels of pairs: a row for each pair, a column for each of `COMPARISONS`."""
    found = np.empty((len(pairs), len(COMPARISONS)), np.int8, order="F")  # they are asked for column by column
    for start in range(0, len(pairs), _ROWS):
        some = pairs[start : start + _ROWS]
        asked = Pairs(columns, some[:, 0], some[:, 1])
        for number, comparison in enumerate(COMPARISONS):
            found[start : start + _ROWS, number] = comparison.level(asked)
    return found


def score(columns: Columns, pairs: np.ndarray) -> Scored:
    """Compare pairs and weigh what is found; a name that both have, or have not in common, decides alone."""
    levels = compare(columns, pairs)
    return _scored(columns, pairs, levels)


def _sums(levels: np.ndarray) -> np.ndarray:
    """The sums of the weights; what is not compared (-1) weighs as much as it may."""
    by_comparison, start = weights()
    odds = np.full(len(levels), start)
    for number, weight in enumerate(by_comparison):
        odds += np.append(weight, weight.max())[levels[:, number]]
    return odds


def _scored(columns: Columns, pairs: np.ndarray, levels: np.ndarray) -> Scored:
    odds = _sums(levels)
    found = [grounded(levels, odds, close=close).round(6) for close in (False, True)]
    named = np.flatnonzero(_have_names(columns, pairs))
    for own in found:
        own[named] = _by_name(columns, pairs[named])
    return Scored(pairs, levels, *found)


def score_likely(columns: Columns, pairs: np.ndarray, least: float) -> tuple[Scored, np.ndarray]:
    """Those of the pairs that may have log-odds over `least`, scored, and for each pair whether it is among them.

    The words of most need not be compared: whatever these were, too much else speaks against one event. Of articles
    that tell of one event already that holds only for a `least` that is not under `UNLIKE`.
    """
    likely, found = np.zeros(len(pairs), bool), [score(columns, pairs[:0])]
    for begin in range(0, len(pairs), _ROWS):
        some = pairs[begin : begin + _ROWS].astype(np.int64)
        asked, named = Pairs(columns, some[:, 0], some[:, 1]), _have_names(columns, some)
        levels = np.full((len(COMPARISONS), len(some)), -1, np.int8)
        rows = np.arange(len(some))
        for numbers in _STEPS:
            for number in numbers:
                levels[number] = COMPARISONS[number].level(asked)
            if numbers is not _STEPS[-1]:
                own = ~contradicted(levels.T)
                if numbers is not _FIRST:
                    own &= _sums(levels.T) > least - _ROUNDED
                kept = np.flatnonzero(own | named[rows])
                asked, levels, rows = asked.some(kept), levels[:, kept], rows[kept]
        found.append(_scored(columns, some[rows], levels.T))
        likely[rows + begin] = True
    return together(found), likely


def _step(*names: str) -> list[int]:
    return [number for number, comparison in enumerate(COMPARISONS) if comparison.name in names]


_FIRST, _LAST = _step("day"), _step("articles", "sentences")
_STEPS = (_FIRST, [number for number in range(len(COMPARISONS)) if number not in (*_FIRST, *_LAST)], _LAST)
"""Comparisons in the order in which they are made: first what contradicts many, last what costs most."""
_ROUNDED = 1e-3
"""More than sums of weights are out by."""


def together(parts: Sequence[Scored]) -> Scored:
    """Pairs that were scored in parts, together."""
    return Scored(*(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Scored)))


def _have_names(columns: Columns, pairs: np.ndarray) -> np.ndarray:
    """Whether both accounts of pairs have a name."""
    return np.asarray((columns.name[pairs] >= 0).all(axis=1))


def _by_name(columns: Columns, pairs: np.ndarray) -> np.ndarray:
    """Log-odds of pairs that both have a name: one name is one event, unless days lie far apart.

    Days are none of a name that says its own ("September 11 attacks"): they are of what recalls it. Meetings and
    elections come again under one name: papers of other seasons tell of another one.
    """
    one, other = pairs[:, 0], pairs[:, 1]
    dated = (columns.first[pairs] != NO_DAY).all(axis=1) & ~columns.numbered[one]
    apart = np.maximum(columns.first[other] - columns.last[one], columns.first[one] - columns.last[other])
    gap = np.abs(columns.published[one] - columns.published[other])
    later = (columns.published[pairs] != NO_DAY).all(axis=1) & (gap > _SEASON)
    again = columns.named_of(_AGAIN)
    once = (~dated | (apart <= _WAR_LASTS)) & ~(later & again[one])
    return np.where((columns.name[one] == columns.name[other]) & once, _SAME_NAME, _OTHER_NAME)


def shares(odds: np.ndarray) -> np.ndarray:
    """Log-odds as shares from 0 to 1."""
    return np.asarray(1 / (1 + np.exp(-odds)))


@dataclass(frozen=True, slots=True)
class _Points:
    """What levels tell a reader, what speaks most for one event first; what weighs little tells nothing."""

    told: tuple[tuple[str, str], ...]
    """The comparison and the level."""
    speaking: int
    """How many speak for one event."""
    place: np.ndarray
    """Where each level (column) of each comparison (row) stands; behind all others, where it tells nothing."""


@cache
def _points() -> _Points:
    levels = [
        (-float(weight), comparison.name, level, row, column)
        for row, (comparison, own) in enumerate(zip(COMPARISONS, weights()[0], strict=True))
        for column, (level, weight) in enumerate(zip(comparison.levels, own, strict=True))
    ]
    order = sorted(
        level for level in levels if abs(level[0]) >= _TOLD and level[4] != COMPARISONS[level[3]].silent
    )
    place = np.full((len(COMPARISONS), max(len(c.levels) for c in COMPARISONS)), len(order), np.int16)
    for number, (*_, row, column) in enumerate(order):
        place[row, column] = number
    return _Points(tuple((name, level) for _, name, level, *_ in order), sum(w < 0 for w, *_ in order), place)


def told_points(levels: np.ndarray) -> list[list[int]]:
    """For each pair, given by its levels, the numbers of the points that are told of it."""
    points = _points()
    found = np.sort(points.place[np.arange(len(COMPARISONS)), levels], axis=1)
    counts = (found < len(points.told)).sum(axis=1).tolist()
    return [row[:count] for row, count in zip(found.tolist(), counts, strict=True)]


class Told(msgspec.Struct, frozen=True, gc=False):
    """What of an account is told to a reader."""

    article: str
    event: str
    """The id of its first record."""
    name: str | None
    """As it is compared."""
    title: str
    """Its own name, or the words that tell it."""
    text: str
    time: str | None
    counts: Mapping[str, tuple[int, int]]
    place: frozenset[int]
    agent: frozenset[int]
    target: frozenset[int]
    names: frozenset[int]
    leads: frozenset[int]

    @classmethod
    def of(cls, profile: Profile) -> Told:
        """What is told of the account of a profile."""
        account = profile.account
        first = account.events[0]
        return cls(
            account.article, first.id, profile.name, account.name or first.text, first.text, account.time,
            profile.counts, profile.place.named, profile.agent.named, profile.target.named, profile.names,
            profile.leads,
        )  # fmt: skip

    @property
    def item(self) -> Item:
        """The first of its records, by article and id."""
        return self.article, self.event

    @property
    def label(self) -> str:
        """Its words, article and date."""
        return f"{self.title} ({self.article}, {self.time or 'no date'})"


def explain(one: Told, other: Told, points: Sequence[int], entities: Sequence[str]) -> str:
    """In a sentence, what speaks most for one event, and what against it.

    `points` are those of `told_points`, `entities` the names of all.
    """
    if one.name and one.name == other.name:
        return f"same name, {one.title}"
    known = _points()

    def told(numbers: Sequence[int]) -> str:
        parts = []
        for name, level in [known.told[number] for number in numbers]:
            find = _DETAILS.get(name)
            detail = find(one, other, entities) if find is not None else ""
            parts.append(f"{level} ({detail})" if detail else level)
        return "; ".join(parts)

    middle = bisect_left(points, known.speaking)
    grounds, against = told(points[:middle][:_POINTS]), told(points[middle:][::-1][:_POINTS])
    return f"{grounds}; against it: {against}" if grounds and against else grounds or f"against it: {against}"


def _named(both: frozenset[int], entities: Sequence[str]) -> str:
    return ", ".join(sorted([entities[i] for i in both])) if both else ""


def _words(one: str | None, other: str | None) -> str:
    return ", ".join(sorted({text for text in (one, other) if text}))


def _toll(one: Told, other: Told) -> str:
    return ", ".join(sorted(f"{low} {what}" for what, (low, _) in one.counts.items() if what in other.counts))


_DETAILS: dict[str, Callable[[Told, Told, Sequence[str]], str]] = {
    "place": lambda one, other, known: _named(one.place & other.place, known),
    "agent": lambda one, other, known: _named(one.agent & other.agent, known),
    "target": lambda one, other, known: _named(one.target & other.target, known),
    "names": lambda one, other, known: _named(one.names & other.names, known),
    "leads": lambda one, other, known: _named(one.leads & other.leads, known),
    "deed": lambda one, other, _: _words(one.text, other.text),
    "day": lambda one, other, _: _words(one.time, other.time),
    "toll": lambda one, other, _: _toll(one, other),
}
"""What two accounts have in common at a point of comparison, in words."""
