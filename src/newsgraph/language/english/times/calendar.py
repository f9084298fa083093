"""Days, months and seasons that a text names without a year: which one is meant.

The occurrence nearest to the day of publication, unless the tense of the clause points the other way and the next one
that way is not much farther off.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from newsgraph.language.english.times.readings import Reading
from newsgraph.language.english.times.tense import PRESENT
from newsgraph.language.time_values import add_months, easter, nth_weekday, shift, to_interval, unit_value

TOLD = frozenset({"previous", "following", "same"})
"""Relative words that count from the last date of the text, not from the day of publication."""
_AGAINST = 100
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a reading is resolved against."""

    published: date | None = None
    told: str | None = None
    """The value of the last date in the text."""
    told_day: date | None = None
    """The last day in the text."""
    way: int = 0
    """Where the clause points, as `time_tense.direction` gives it."""


def find_day(reading: Reading, anchor: Anchor) -> date | None:
    """The day of a reading of one of the kinds of day."""
    if reading.kind == "deictic":
        return None if anchor.published is None else shift(anchor.published, "day", int(reading.count or 0))
    if reading.kind == "weekday":
        return _weekday(reading, anchor)
    if reading.kind == "holiday":
        return _nearest_year(reading, anchor, lambda year: _holiday(reading.value or "?", year))
    month, day = reading.month, reading.day
    if day is None:
        return None
    if month is None:
        return _day_of_month(day, anchor)
    return _nearest_year(reading, anchor, lambda year: _date(year, month, day))


def _day_of_month(day: int, anchor: Anchor) -> date | None:
    """`on the 19th`: of the month that is nearest, as the clause points."""
    base = anchor.published
    if base is None:
        return None
    months = [first for count in (-1, 0, 1) if (first := add_months(base, count)) is not None]
    days = [found for first in months if (found := _date(first.year, first.month, day)) is not None]
    return min(days, key=lambda d: distance((d - base).days, anchor.way), default=None)


def _weekday(reading: Reading, anchor: Anchor) -> date | None:
    weekday = reading.weekday or 0
    if reading.relative in TOLD:
        base = anchor.told_day
        if base is None:
            return None
        if reading.relative == "same":
            return base if base.weekday() == weekday else None
        forward = reading.relative == "following"
    else:
        base = anchor.published
        if base is None:
            return None
        ahead = (weekday - base.weekday()) % 7
        forward = anchor.way > 0 and (anchor.way != PRESENT or ahead < 4)
        if reading.relative in ("last", "next"):
            forward = reading.relative == "next"
        elif reading.relative == "this" and anchor.way == 0:
            forward = True
    days = (weekday - base.weekday()) % 7 if forward else -((base.weekday() - weekday) % 7)
    if days == 0 and reading.relative in ("last", "next", "previous", "following"):
        days = 7 if forward else -7
    return shift(base, "day", days)


def _nearest_year(reading: Reading, anchor: Anchor, make: Callable[[int], date | None]) -> date | None:
    """The occurrence of a yearly day that the clause points to; a much nearer one outweighs the tense."""
    if reading.year is not None:
        return make(reading.year)
    base = anchor.published
    if base is None:
        return None
    if reading.year_shift is not None:
        return make(base.year + reading.year_shift)
    candidates = [d for year in (base.year - 1, base.year, base.year + 1) if (d := make(year)) is not None]
    if reading.weekday is not None:
        candidates = [d for d in candidates if d.weekday() == reading.weekday] or candidates
    if reading.relative in ("last", "previous"):
        candidates = [d for d in candidates if d < base]
    elif reading.relative in ("next", "following"):
        candidates = [d for d in candidates if d > base]
    elif reading.relative == "this":
        candidates = [d for d in candidates if d.year == base.year]
    return min(candidates, key=lambda d: distance((d - base).days, anchor.way), default=None)


def find_month(reading: Reading, anchor: Anchor) -> tuple[int, int] | None:
    """Year and month of a month's name."""
    month = reading.month or 1
    if reading.year is not None:
        return reading.year, month
    base = anchor.published
    if base is None:
        return None
    if reading.year_shift is not None:
        return base.year + reading.year_shift, month
    if reading.relative == "this":
        return base.year, month
    if reading.relative in ("last", "previous"):
        return base.year - (month >= base.month), month
    if reading.relative in ("next", "following"):
        return base.year + (month <= base.month), month
    years = (base.year - 1, base.year, base.year + 1)

    def away(year: int) -> int:
        return distance(30 * ((year - base.year) * 12 + month - base.month), anchor.way)

    return min(years, key=away), month


def find_season(reading: Reading, anchor: Anchor) -> str | None:
    """The value of a season; winter has the year in which it begins."""
    season = reading.value or "SP"
    if reading.year is not None:
        return f"{reading.year:04d}-{season}"
    base = anchor.published
    if base is None:
        return None
    if reading.year_shift is not None:
        return f"{base.year + reading.year_shift:04d}-{season}"
    if reading.relative == "this":
        return f"{base.year - (season == 'WI' and base.month < 3):04d}-{season}"
    starts = {year: date(year, _SEASON_MONTH[season], 1) for year in range(max(base.year - 2, 1), base.year + 2)}
    ends = {year: add_months(start, 3) or start for year, start in starts.items()}
    if reading.relative in ("last", "previous", "past"):
        fitting = [y for y in starts if ends[y] <= base]
        year = max(fitting, default=base.year)
    elif reading.relative in ("next", "following", "coming"):
        year = min((y for y in starts if starts[y] > base), default=base.year)
    else:
        way = anchor.way

        def cost(year: int) -> int:
            if starts[year] <= base < ends[year]:
                return 0
            return distance((starts[year] + timedelta(45) - base).days, way)

        year = min(starts, key=cost)
    return f"{year:04d}-{season}"


def find_weekend(base: date, relative: str, way: int) -> str | None:
    """Monday to Friday the past weekend is the one before, the coming one that of the same week."""
    forward = relative == "next" or (relative != "last" and (way > 0 or (relative == "this" and way == 0)))
    weeks = {"next": 1, "last": -1}.get(relative, 0) if base.weekday() >= 5 else 0 if forward else -1
    day = shift(base, "week", weeks)
    return None if day is None else unit_value(day, "weekend")


def nth_week(span: tuple[date, date], unit: str, count: int) -> str | None:
    """The nth week of a month or year: as in ISO 8601, the first is the one with the first Thursday."""
    if count == -1:
        last = span[1] - timedelta((span[1].weekday() - 3) % 7)
        return unit_value(last, unit)
    first = span[0] + timedelta((3 - span[0].weekday()) % 7)
    day = first + timedelta(7 * (count - 1))
    return unit_value(day, unit) if day <= span[1] else None


def start_of(value: str | None) -> date | None:
    """The first day of a value."""
    span = to_interval(value)
    return None if span is None else span[0]


def distance(days: int, way: int) -> int:
    """Days away, and more where that is against the way the clause points."""
    return abs(days) + (_AGAINST * abs(way) if way * days < 0 else 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _holiday(rule: str, year: int) -> date | None:
    if rule == "?":
        return None
    if rule.startswith("easter"):
        return shift(easter(year), "day", int(rule.removeprefix("easter")))
    if "/" in rule:
        month, weekday, count = map(int, rule.split("/"))
        return nth_weekday(year, month, weekday, count)
    return _date(year, int(rule[:2]), int(rule[3:]))
