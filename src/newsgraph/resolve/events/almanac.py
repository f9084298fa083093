"""What accounts say of their day where the year is not told: weekdays, and days of a month.

Without a day of publication "on Tuesday" and "on Jan. 8" are no dates, but two accounts of one event say the same, and
reports of each day another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from newsgraph.language.english.times.lexicon import time_words
from newsgraph.stored.remembered import remembered


@dataclass(frozen=True, slots=True)
class Almanac:
    """Days without a year."""

    weekdays: frozenset[int]
    """From 0, a Monday."""
    dates: frozenset[tuple[int, int]]
    """Month and day."""


def read_almanac(expressions: Iterable[str], days: tuple[date, date] | None) -> Almanac:
    """The days without a year of time expressions; those of a day that is known stand for themselves."""
    if days is not None:
        return _known(days)
    told = [_told(expression) for expression in expressions]
    if len(told) < 2:
        return told[0] if told else _NOTHING
    return Almanac(
        frozenset().union(*(own.weekdays for own in told)), frozenset().union(*(own.dates for own in told))
    )


_NOTHING = Almanac(frozenset(), frozenset())


@remembered(4_000)
def _known(days: tuple[date, date]) -> Almanac:
    """Of a day that is known; a longer time has none."""
    exact = days[:1] if days[0] == days[1] else ()
    return Almanac(frozenset(d.weekday() for d in exact), frozenset((d.month, d.day) for d in exact))


@remembered(8_000)
def _told(expression: str) -> Almanac:
    """Of a time expression."""
    words = expression.casefold().replace(",", " ").split()
    months = {_months()[word] for word in words if word in _months()}
    numbers = {number for word in words if (number := _day(word))}
    return Almanac(
        frozenset(_weekdays()[word] for word in words if word in _weekdays()),
        frozenset((month, number) for month in months for number in numbers) if len(months) == 1 else frozenset(),
    )


def _day(word: str) -> int:
    """The day of a month that a word names, or 0."""
    digits = word.rstrip("stndrh.")
    number = int(digits) if digits.isascii() and digits.isdecimal() and len(digits) < 3 else 0
    return number if number <= 31 else 0


@cache
def _weekdays() -> dict[str, int]:
    return {**time_words().numbers("weekday"), **time_words().numbers("weekday_short")}


@cache
def _months() -> dict[str, int]:
    return {**time_words().numbers("month"), **time_words().numbers("month_short")}
