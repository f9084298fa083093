"""TIMEX3 values as data: which days a value covers, how exact it is, and whether two can be the same time.

A value is ISO 8601 as TIMEX3 uses it (Pustejovsky et al., ISO-TimeML): `2025-06-04`, `2025-06-04T12:18`,
`2025-06-04TNI` (night), `2025-W23`, `2025-06`, `2025-Q2`, `2025-H1`, `2025-SP`, `2025`, `202` (a decade), `20` (a
century), intervals `2025-06-04/2025-06-06` (so weekends, too), durations `P3D`, and `PAST_REF`, `PRESENT_REF`,
`FUTURE_REF`. `T12:18` is a clock time whose day is not known.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_DATE_LIKE = re.compile(
    r"(?P<year>\d{4})(?:"
    r"-(?P<month>\d\d)(?:-(?P<day>\d\d)(?P<clock>T(?:MO|MI|AF|EV|NI|DT|\d\d(?::?\d\d){0,2}(?:Z|[+-]\d\d(?::?\d\d)?)?))?)?"
    r"|-W(?P<week>\d\d)"
    r"|-Q(?P<quarter>[1-4])"
    r"|-H(?P<half>[12])"
    r"|-(?P<season>SP|SU|FA|AU|WI)"
    r")?"
)
_DURATION = re.compile(r"P(?:T?(?:\d+(?:\.\d+)?|X)(?:[YMWDHS]|DE|CE|QX|WE))+")
_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "AU": 9, "WI": 12}


def granularity(value: str | None) -> str | None:
    """How exact a value is.

    One of `time day weekend week month quarter season half year decade century interval duration reference`; None for
    a value of no date, such as a bare clock time or a fiscal year.
    """
    if value is None:
        return None
    if "/" in value:
        span = to_interval(value)
        weekend = span is not None and span[0].weekday() == 5 and (span[1] - span[0]).days == 1
        return "weekend" if weekend else "interval" if span is not None else None
    if value.endswith("_REF"):
        return "reference"
    if _DURATION.fullmatch(value):
        return "duration"
    if value.isdecimal() and len(value) < 4:
        return "century" if len(value) == 2 else "decade" if len(value) == 3 else None
    if (match := _DATE_LIKE.fullmatch(value)) is None:
        return None
    for name in ("clock", "day", "month", "week", "quarter", "half", "season"):
        if match[name]:
            return "time" if name == "clock" else name
    return "year"


def to_interval(value: str | None) -> tuple[date, date] | None:
    """The first and the last day that a value covers; None for durations, references and whatever has no days."""
    if value is None:
        return None
    if "/" in value:
        first, last = (to_interval(part) for part in value.split("/", 1))
        return None if first is None or last is None or last[1] < first[0] else (first[0], last[1])
    if value.isdecimal() and len(value) in (2, 3):
        size = 10 ** (4 - len(value))
        start = int(value) * size
        return (date(start, 1, 1), date(start + size - 1, 12, 31)) if start > 0 else None
    if (match := _DATE_LIKE.fullmatch(value)) is None or int(match["year"]) == 0:
        return None
    year = int(match["year"])
    try:
        if match["day"]:
            day = date(year, int(match["month"]), int(match["day"]))
            return day, day
        if match["week"]:
            monday = date.fromisocalendar(year, int(match["week"]), 1)
            return monday, monday + timedelta(6)
        if match["month"]:
            return _months(year, int(match["month"]), 1)
        if match["quarter"]:
            return _months(year, 3 * int(match["quarter"]) - 2, 3)
        if match["half"]:
            return _months(year, 6 * int(match["half"]) - 5, 6)
        if match["season"]:
            return _months(year, _FIRST_MONTH[match["season"]], 3)
    except (ValueError, OverflowError):
        return None
    return date(year, 1, 1), date(year, 12, 31)


def overlaps(one: str | None, other: str | None) -> bool:
    """Whether two values have a day in common. A value that covers no days overlaps nothing."""
    first, second = to_interval(one), to_interval(other)
    return first is not None and second is not None and first[0] <= second[1] and second[0] <= first[1]


def day_of(value: str | None) -> date | None:
    """The day of a value that is one day or a time on it."""
    span = to_interval(value)
    return span[0] if span is not None and span[0] == span[1] else None


def add_months(day: date, months: int) -> date | None:
    """The first of the month so many months away; None outside of the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1) if 1 <= year <= 9999 else None


def week_value(day: date) -> str:
    """The ISO week that a day is in."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def unit_value(day: date, unit: str) -> str:
    """The day, week, month, quarter, half, year, decade or century that a day is in."""
    match unit:
        case "week":
            return week_value(day)
        case "weekend":
            saturday = day + timedelta(5 - day.weekday())
            return f"{saturday.isoformat()}/{(saturday + timedelta(1)).isoformat()}"
        case "month":
            return f"{day.year:04d}-{day.month:02d}"
        case "quarter":
            return f"{day.year:04d}-Q{(day.month + 2) // 3}"
        case "half":
            return f"{day.year:04d}-H{(day.month + 5) // 6}"
        case "year":
            return f"{day.year:04d}"
        case "decade":
            return f"{day.year // 10:03d}"
        case "century":
            return f"{day.year // 100:02d}"
    return day.isoformat()


def shift(day: date, unit: str, count: int) -> date | None:
    """A day in the unit so many units away; None outside of the calendar."""
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if months is not None:
        return add_months(day, months * count)
    try:
        return day + timedelta(days=(7 if unit in ("week", "weekend") else 1) * count)
    except OverflowError:
        return None


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date | None:
    """The nth Monday (0) to Sunday (6) of a month, the last for -1; None where the month has no such day."""
    days = [d for d in range(1, calendar.monthrange(year, month)[1] + 1) if date(year, month, d).weekday() == weekday]
    try:
        return date(year, month, days[count if count < 0 else count - 1])
    except IndexError:
        return None


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    start = date(year, month, 1)
    after = add_months(start, count)
    return start, date(year, 12, 31) if after is None else after - timedelta(days=1)
