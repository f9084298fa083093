"""What the times, dates and languages of a record may be."""

from __future__ import annotations

import re
from typing import Final

from newsgraph.language.time_values import granularity, to_interval

_DAY: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.A)
_CLOCK: Final = re.compile(
    r"(?P<hour>\d\d)(?::?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d{1,9})?)?)?"
    r" ?(?:Z|UTC|GMT|[+-](?P<ahead>\d\d)(?::?\d\d)?)?", re.A
)  # fmt: skip
_MOST: Final = {"hour": 24, "minute": 59, "second": 60, "ahead": 14}
_TIMED: Final = re.compile(r"(?:(?P<day>[^T]+))?T(?P<clock>\d.*)", re.A)
_VAGUE: Final = re.compile(r"[\dA-Z:.+_-]{1,40}", re.A)
"""The letters of TIMEX3 values without days: a clock time, a fiscal year, a value with an X for what is not known."""
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*", re.A)


def is_time(value: str) -> bool:
    """Whether a value is one of TIMEX3: dates must be of the calendar; what has no days may be vague."""
    kind = granularity(value)
    if kind in ("reference", "duration"):
        return True
    timed = _TIMED.fullmatch(value)
    if timed is not None and not is_clock(timed["clock"]):
        return False
    if kind is None:
        return bool(_VAGUE.fullmatch(value)) or ("/" in value and all(map(is_time, value.split("/", 1))))
    return to_interval(value) is not None or value.startswith("000")


def is_date(value: str) -> bool:
    """Whether a value is a year, a month or a day of the calendar, in ISO 8601."""
    return bool(_DAY.fullmatch(value)) and to_interval(value) is not None


def is_moment(value: str) -> bool:
    """Whether a value is a date, or a day with the time after a `T` or a blank."""
    day, clock = value[:10], value[11:]
    return is_date(day) and (value == day or (len(day) == 10 and value[10] in "T " and is_clock(clock)))


def is_clock(value: str) -> bool:
    """Whether a value is a time of day, perhaps with its zone."""
    found = _CLOCK.fullmatch(value)
    return found is not None and all(int(found[part] or 0) <= most for part, most in _MOST.items())


def is_language(value: str) -> bool:
    """Whether a value has the form of a code of a language, in ISO 639."""
    return bool(_LANGUAGE.fullmatch(value))
