"""From readings to TIMEX3 values: what a time expression means in a text published on a day.

The anchor is the day of publication and the last date that the text itself has told. Where neither licenses a value
there is none: nothing is guessed. Of days, months and seasons that are named without a year, the occurrence nearest to
the day of publication is meant, unless the tense of the clause points the other way and the next one that way is not
much farther off.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from newsgraph.language.english.times.readings import Reading
from newsgraph.language.english.times.tense import PRESENT
from newsgraph.language.time_values import add_months, easter, granularity, nth_weekday, shift, to_interval, unit_value

_UNIT_CODES = {
    "second": ("T", 1, "S"), "minute": ("T", 1, "M"), "hour": ("T", 1, "H"), "day": ("", 1, "D"), "week": ("", 1, "W"),
    "fortnight": ("", 2, "W"), "month": ("", 1, "M"), "quarter": ("", 3, "M"), "year": ("", 1, "Y"),
    "decade": ("", 10, "Y"), "century": ("", 100, "Y"), "millennium": ("", 1000, "Y"), "weekend": ("", 1, "WE"),
}  # fmt: skip
_UNKNOWN_CODES = {"decade": "PXDE", "century": "PXCE", "fortnight": "PXW", "millennium": "PXML"}
_HALVES = {"hour": "PT30M", "year": "P6M"}
_SHIFTS = {"last": -1, "next": 1, "previous": -1, "following": 1}
_TOLD = frozenset({"previous", "following", "same"})
"""Relative words that count from the last date of the text, not from the day of publication."""
_FORWARD = {"last": False, "previous": False, "next": True, "following": True}
_AGAINST = 100
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_MOVING = frozenset(("day", "weekday", "month", "season", "holiday"))
_AS_TOLD = frozenset(("day", "month", "year"))
"""How exact a value may be to stand as the end of an interval."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a reading is resolved against."""

    published: date | None = None
    told: str | None = None
    """The value of the last date in the text."""
    told_day: date | None = None
    """The last day in the text."""
    way: int = 0
    """Where the clause points, as `tense.direction` gives it."""


def resolve(reading: Reading, anchor: Anchor) -> str | None:
    """The TIMEX3 value of a reading, None where nothing licenses one."""
    match reading.kind:
        case "fixed":
            return reading.value
        case "year":
            return f"{reading.year:04d}"
        case "length":
            return _length(reading)
        case "clock":
            day = anchor.told_day
            if day is not None and anchor.published is not None and anchor.way < 0 and day > anchor.published:
                day = None
            return f"{day.isoformat() if day else ''}T{reading.clock}"
        case "day" | "weekday" | "deictic" | "holiday":
            return _with_time(_find_day(reading, anchor), reading)
        case "month":
            return _month(reading, anchor)
        case "season":
            return _season(reading, anchor)
        case "nth":
            return _nth(reading, anchor)
        case "relative":
            return _relative(reading, anchor)
        case "shifted":
            return _shifted(reading, anchor)
    return _same(reading, anchor)


def _length(reading: Reading) -> str:
    time, size, code = _UNIT_CODES[reading.unit or ""]
    if reading.count is None:
        return _UNKNOWN_CODES.get(reading.unit or "", f"P{time}X{code}")
    if reading.count == 0.5 and reading.unit in _HALVES:
        return _HALVES[reading.unit]
    return f"P{time}{reading.count * size:g}{code}"


def _with_time(day: date | None, reading: Reading) -> str | None:
    if day is None:
        return None
    if reading.last_day is not None:
        last = _date(day.year, day.month, reading.last_day)
        return None if last is None else f"{day.isoformat()}/{last.isoformat()}"
    within = reading.clock or reading.part
    return f"{day.isoformat()}T{within}" if within else day.isoformat()


def _find_day(reading: Reading, anchor: Anchor) -> date | None:
    """The day of a reading of one of the kinds of day."""
    if reading.kind == "deictic":
        return None if anchor.published is None else shift(anchor.published, "day", int(reading.count or 0))
    if reading.kind == "weekday":
        return _weekday(reading, anchor)

    def day_in(year: int) -> date | None:
        if reading.kind == "holiday":
            return _holiday(reading.value or "?", year)
        return _date(year, reading.month or 0, reading.day or 0)

    def away(year: int) -> int | None:
        day = day_in(year)
        return None if day is None or anchor.published is None else (day - anchor.published).days

    def away_on_weekday(year: int) -> int | None:
        day = day_in(year)
        return None if day is None or day.weekday() != reading.weekday else away(year)

    found = _year_of(reading, anchor, away_on_weekday) if reading.weekday is not None else None
    found = _year_of(reading, anchor, away) if found is None else found
    return None if found is None else day_in(found)


def _weekday(reading: Reading, anchor: Anchor) -> date | None:
    weekday, base = reading.weekday or 0, anchor.published
    if base is None or reading.relative in _TOLD:
        return None
    ahead = (weekday - base.weekday()) % 7
    forward = anchor.way > 0 and (anchor.way != PRESENT or ahead < 4)
    if reading.relative == "this" and anchor.way == 0:
        forward = True
    forward = _FORWARD.get(reading.relative or "", forward)
    days = ahead if forward else -((base.weekday() - weekday) % 7)
    if days == 0 and reading.relative in ("last", "next"):
        days = 7 if forward else -7
    return shift(base, "day", days)


def _year_of(reading: Reading, anchor: Anchor, away: Callable[[int], int | None], back: int = 1) -> int | None:
    """The year of what comes every year: the told one, else that of the occurrence that is meant.

    `away` says how many days it is away in a year, 0 for what is now, None where there is none in that year.
    """
    if reading.year is not None:
        return reading.year
    if anchor.published is None:
        return None
    here = anchor.published.year
    if reading.year_shift is not None:
        return here + reading.year_shift
    days = {year: found for year in range(here - back, here + 2) if (found := away(year)) is not None}
    if reading.relative in _FORWARD:
        forward = _FORWARD[reading.relative]
        days = {year: found for year, found in days.items() if (found > 0 if forward else found < 0)}
    elif reading.relative == "this":
        days = {year: found for year, found in days.items() if year == here or found == 0}
    return min(days, key=lambda year: _distance(days[year], anchor.way), default=None)


def _distance(days: int, way: int) -> int:
    """Days away, and more where that is against the way the clause points."""
    return abs(days) + (_AGAINST * abs(way) if way * days < 0 else 0)


def _month(reading: Reading, anchor: Anchor) -> str | None:
    month, base = reading.month or 1, anchor.published
    year = _year_of(reading, anchor, lambda y: 30 * ((y - base.year) * 12 + month - base.month) if base else None)
    return None if year is None else f"{year:04d}-{month:02d}"


def _season(reading: Reading, anchor: Anchor) -> str | None:
    """The value of a season; winter has the year in which it begins."""
    season, base = reading.value or "SP", anchor.published

    def away(year: int) -> int | None:
        start = _date(year, _SEASON_MONTH[season], 1)
        end = add_months(start, 3) if start is not None else None
        if base is None or start is None or end is None:
            return None
        return 0 if start <= base < end else (start + timedelta(45) - base).days

    year = _year_of(reading, anchor, away, back=2)
    return None if year is None else f"{year:04d}-{season}"


def _nth(reading: Reading, anchor: Anchor) -> str | None:
    """A quarter or half of a year."""
    count, unit, base = int(reading.count or 1), reading.unit or "quarter", anchor.published
    if reading.base is None:
        if base is None:
            return None
        here = 4 * base.year + (base.month - 1) // 3
        year = _year_of(reading, anchor, lambda year: 91 * (4 * year + count - 1 - here))
        return f"{year:04d}-Q{count}"
    outer, most = resolve(reading.base, anchor), 4 if unit == "quarter" else 2
    count = most if count == -1 else count
    return f"{outer}-{unit[0].upper()}{count}" if granularity(outer) == "year" and 0 < count <= most else None


def _relative(reading: Reading, anchor: Anchor) -> str | None:
    unit, relative = reading.unit or "day", reading.relative or "this"
    if relative in _TOLD:
        base = _told_base(anchor, unit) or (anchor.published if unit != "day" else None)
    else:
        base = anchor.published
        if base is None and relative == "the" and unit != "weekend":
            base = _told_base(anchor, unit)
    if base is None:
        return None
    if unit == "weekend" and relative not in _TOLD:
        return _weekend(base, relative, anchor.way)
    day = shift(base, unit, _SHIFTS.get(relative, 0))
    if day is None:
        return None
    value = unit_value(day, unit)
    return f"{value}T{reading.part}" if reading.part and unit == "day" else value


def _weekend(base: date, relative: str, way: int) -> str | None:
    """Monday to Friday the past weekend is the one before, the coming one that of the same week."""
    forward = relative == "next" or (relative != "last" and (way > 0 or (relative == "this" and way == 0)))
    weeks = {"next": 1, "last": -1}.get(relative, 0) if base.weekday() >= 5 else 0 if forward else -1
    day = shift(base, "week", weeks)
    return None if day is None else unit_value(day, "weekend")


def _told_base(anchor: Anchor, unit: str) -> date | None:
    """The day that the text has come to, if it is told as exactly as the unit."""
    if unit == "day":
        return anchor.told_day
    grain = granularity(anchor.told)
    exact = ("day", "time", "week", "weekend", *(("month",) if unit == "month" else ()))
    if grain is None or (unit in ("week", "weekend", "month") and grain not in exact):
        return None
    span = to_interval(anchor.told)
    return None if span is None else span[0]


def _shifted(reading: Reading, anchor: Anchor) -> str | None:
    unit, count = reading.unit or "day", reading.count
    past, from_now = reading.side in ("ago", "earlier"), reading.side in ("ago", "hence")
    if unit in ("second", "minute", "hour"):
        return _length(reading)
    if count is None:
        return ("PAST_REF" if past else "FUTURE_REF") if from_now else None
    if unit == "fortnight":
        unit, count = "week", 2 * count
    if unit == "millennium" or count != int(count) or count > 5000:
        return None
    base = anchor.published if from_now else _told_base(anchor, unit)
    day = shift(base, unit, int(-count if past else count)) if base is not None else None
    return None if day is None else unit_value(day, unit)


def _same(reading: Reading, anchor: Anchor) -> str | None:
    """The day, month, quarter that the text has come to, in another year."""
    year = resolve(reading.base, anchor) if reading.base is not None else None
    if year is None or granularity(year) != "year" or anchor.told is None:
        return None
    if granularity(anchor.told) not in ("day", "month", "quarter", "half", "season", "week"):
        return year
    value = year + anchor.told[4:]
    return value if to_interval(value) is not None else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _holiday(rule: str, year: int) -> date | None:
    if rule == "?" or not 1 <= year <= 9999:
        return None
    if rule.startswith("easter"):
        return shift(easter(year), "day", int(rule.removeprefix("easter")))
    if "/" in rule:
        return nth_weekday(year, *map(int, rule.split("/")))
    return _date(year, int(rule[:2]), int(rule[3:]))


def resolve_ends(first: Reading, last: Reading, anchor: Anchor) -> tuple[str | None, str | None]:
    """The values of the two ends of a range, the first before the last.

    The year of one counts for the other: "from November to February 2020" begins in 2019. Where neither has one, the
    end that the clause points to is found, and the other beside it; "from Monday to Friday" is one week.
    """
    low, high = resolve(first, anchor), resolve(last, anchor)
    if _moves(first) and last.year is not None:
        low = resolve(replace(first, year=last.year), anchor)
        return low if _are_ordered(low, high) else resolve(replace(first, year=last.year - 1), anchor), high
    if _moves(first) and (anchor.way <= 0 or not _moves(last)):
        return low if _are_ordered(low, high) else _beside(first, "last", high), high
    if _moves(last) and (first.year is not None or not _are_ordered(low, high)):
        return low, _beside(last, "next", low)
    return low, high


def _moves(reading: Reading) -> bool:
    """Whether an end is one of many: "May", "Monday", not "last Monday"."""
    dated = reading.year is not None or reading.year_shift is not None or reading.relative is not None
    return reading.kind in _MOVING and not dated and (reading.kind != "day" or reading.month is not None)


def _beside(reading: Reading, relative: str, value: str | None) -> str | None:
    """The last such time before a value, or the first behind it."""
    span = to_interval(value)
    return None if span is None else resolve(replace(reading, relative=relative), Anchor(published=span[0]))


def _are_ordered(low: str | None, high: str | None) -> bool:
    first, last = to_interval(low), to_interval(high)
    return first is not None and last is not None and first[0] < last[0]


def to_range(low: str | None, high: str | None) -> str | None:
    """The interval from one time to another; None where one has no days, or where the last is before the first."""
    first, last = to_interval(low), to_interval(high)
    if low is None or high is None or first is None or last is None or first[0] > last[0] or first[1] > last[1]:
        return None
    start, end = _end(low, first[0]), _end(high, last[1])
    return start if start == end else f"{start}/{end}"


def _end(value: str, day: date) -> str:
    """An end as the text has it if it is a day, a month or a year; else the day on which it lies."""
    told = value.partition("T")[0]
    return told if granularity(told) in _AS_TOLD else day.isoformat()


def to_run(values: Sequence[str | None]) -> str | None:
    """The interval of times of which each begins when the one before is over; None if there is time between."""
    days = [to_interval(value) for value in values]
    for one, other in pairwise(days):
        if one is None or other is None or one[1] + timedelta(1) != other[0]:
            return None
    return to_range(values[0], values[-1])
