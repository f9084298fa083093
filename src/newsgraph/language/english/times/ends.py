"""The values of times that are told together: the ends of a range in their order, and what a group says as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from newsgraph.language.english.times.calendar import Anchor
from newsgraph.language.english.times.readings import Reading
from newsgraph.language.english.times.resolution import resolve
from newsgraph.language.time_values import granularity, to_interval

_MOVING = frozenset(("day", "weekday", "month", "season", "holiday"))
_AS_TOLD = frozenset(("day", "month", "year"))
"""How exact a value may be to stand as the end of an interval."""


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
        return low if _are_ordered(low, high) else _beside(first, "previous", high), high
    if _moves(last) and (first.year is not None or not _are_ordered(low, high)):
        return low, _beside(last, "following", low)
    return low, high


def _moves(reading: Reading) -> bool:
    """Whether an end is one of many: "May", "Monday", not "last Monday"."""
    dated = reading.year is not None or reading.year_shift is not None or reading.relative is not None
    return reading.kind in _MOVING and not dated and (reading.kind != "day" or reading.month is not None)


def _beside(reading: Reading, relative: str, value: str | None) -> str | None:
    """The last such time before a value, or the first behind it."""
    span = to_interval(value)
    if span is None:
        return None
    day = span[0]
    return resolve(replace(reading, relative=relative), Anchor(published=day, told=value, told_day=day))


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
