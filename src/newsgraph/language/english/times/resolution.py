"""From readings to TIMEX3 values: what a time expression means in a text published on a day.

The anchor is the day of publication and the last date that the text itself has told. Where neither licenses a value
there is none: nothing is guessed.
"""

from __future__ import annotations

from datetime import date, timedelta

from newsgraph.language.english.times.calendar import (
    TOLD,
    Anchor,
    distance,
    find_day,
    find_month,
    find_season,
    find_weekend,
    nth_week,
    start_of,
)
from newsgraph.language.english.times.readings import Reading
from newsgraph.language.time_values import granularity, nth_weekday, shift, to_interval, unit_value

_UNIT_CODES = {
    "second": ("T", 1, "S"), "minute": ("T", 1, "M"), "hour": ("T", 1, "H"), "day": ("", 1, "D"), "week": ("", 1, "W"),
    "fortnight": ("", 2, "W"), "month": ("", 1, "M"), "quarter": ("", 3, "M"), "year": ("", 1, "Y"),
    "decade": ("", 10, "Y"), "century": ("", 100, "Y"), "millennium": ("", 1000, "Y"), "weekend": ("", 1, "WE"),
}  # fmt: skip
_UNKNOWN_CODES = {"decade": "PXDE", "century": "PXCE", "fortnight": "PXW", "millennium": "PXML"}
_SHIFTS = {"this": 0, "the": 0, "last": -1, "next": 1, "previous": -1, "following": 1, "same": 0}


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
        case "part":
            day = _part_day(reading, anchor)
            if day is None:
                return f"T{reading.clock}" if reading.clock else None
            return f"{day.isoformat()}T{reading.clock or reading.part}"
        case "day" | "weekday" | "deictic" | "holiday":
            return _with_time(find_day(reading, anchor), reading)
        case "month":
            found = find_month(reading, anchor)
            return None if found is None else f"{found[0]:04d}-{found[1]:02d}"
        case "season":
            return find_season(reading, anchor)
        case "nth":
            return _nth(reading, anchor)
        case "relative":
            return _relative(reading, anchor)
        case "shifted":
            return _shifted(reading, anchor)
        case "same":
            return _same(reading, anchor)
    raise ValueError(f"no reading of the kind {reading.kind!r}")


def _length(reading: Reading) -> str:
    time, size, code = _UNIT_CODES[reading.unit or ""]
    if reading.count is None:
        return _UNKNOWN_CODES.get(reading.unit or "", f"P{time}X{code}")
    if reading.count == 0.5 and reading.unit == "hour":
        return "PT30M"
    if reading.count == 0.5 and reading.unit == "year":
        return "P6M"
    return f"P{time}{reading.count * size:g}{code}"


def _with_time(day: date | str | None, reading: Reading) -> str | None:
    if day is None or isinstance(day, str):
        return day
    if reading.last_day is not None:
        try:
            return f"{day.isoformat()}/{day.replace(day=reading.last_day).isoformat()}"
        except ValueError:
            return None
    if reading.clock:
        return f"{day.isoformat()}T{reading.clock}"
    return f"{day.isoformat()}T{reading.part}" if reading.part else day.isoformat()


def _nth(reading: Reading, anchor: Anchor) -> str | None:
    count, unit = int(reading.count or 1), reading.unit or "quarter"
    if reading.base is None:
        base = anchor.published
        if base is None or count < 1:
            return None
        quarters = [(year, 4 * year + count - 1) for year in (base.year - 1, base.year, base.year + 1)]
        here = 4 * base.year + (base.month - 1) // 3
        year = min(quarters, key=lambda pair: distance(91 * (pair[1] - here), anchor.way))[0]
        return f"{year:04d}-Q{count}"
    outer = resolve(reading.base, anchor)
    span = to_interval(outer)
    if outer is None or span is None:
        return None
    grain = granularity(outer)
    if unit in ("quarter", "half"):
        most = 4 if unit == "quarter" else 2
        count = most if count == -1 else count
        return f"{outer}-{unit[0].upper()}{count}" if grain == "year" and 0 < count <= most else None
    found: date | None = None
    if unit == "weekday" and grain == "month":
        found = nth_weekday(span[0].year, span[0].month, reading.weekday or 0, count)
    elif unit in ("week", "weekend"):
        return nth_week(span, unit, count)
    elif unit == "day":
        found = span[1] if count == -1 else span[0] + timedelta(count - 1)
    elif unit == "month" and grain == "year":
        month = 12 if count == -1 else count
        return f"{outer}-{month:02d}" if 0 < month < 13 else None
    return None if found is None or not span[0] <= found <= span[1] else found.isoformat()


def _relative(reading: Reading, anchor: Anchor) -> str | None:
    unit, relative = reading.unit or "day", reading.relative or "this"
    if relative in TOLD:
        base = _told_base(anchor, unit)
        if base is None and unit != "day" and anchor.published is not None:
            base = anchor.published
    elif unit == "day" and relative == "the":
        base = anchor.told_day or anchor.published
    else:
        base = anchor.published
        if base is None and relative == "the" and unit != "weekend":
            base = _told_base(anchor, unit)
    if base is None:
        return None
    count = _SHIFTS.get(relative, 0)
    if unit == "weekend" and relative in ("the", "this", "last", "next"):
        return find_weekend(base, relative, anchor.way)
    day = shift(base, unit, count)
    if day is None:
        return None
    value = unit_value(day, unit)
    return f"{value}T{reading.part}" if reading.part and unit == "day" else value


def _told_base(anchor: Anchor, unit: str) -> date | None:
    """The day that the text has come to, if it is told as exactly as the unit."""
    if unit == "day":
        return anchor.told_day
    grain = granularity(anchor.told)
    if grain is None or (unit in ("week", "weekend") and grain not in ("day", "time", "week", "weekend")):
        return None
    if unit == "month" and grain not in ("day", "time", "week", "weekend", "month"):
        return None
    return start_of(anchor.told)


def _part_day(reading: Reading, anchor: Anchor) -> date | None:
    relative = reading.relative or "this"
    base = anchor.told_day if relative in TOLD else anchor.published
    return None if base is None else shift(base, "day", _SHIFTS.get(relative, 0))


def _shifted(reading: Reading, anchor: Anchor) -> str | None:
    unit, count = reading.unit or "day", reading.count
    past = reading.side in ("ago", "earlier")
    if unit in ("second", "minute", "hour") and not (unit == "hour" and count and count % 24 == 0):
        return _length(reading)
    if count is None:
        return ("PAST_REF" if past else "FUTURE_REF") if reading.side in ("ago", "from now") else None
    if unit == "hour":
        unit, count = "day", count // 24
    if unit == "fortnight":
        unit, count = "week", 2 * count
    if unit == "millennium" or (count != int(count) and unit not in ("year", "decade")):
        return None
    if count != int(count):
        unit, count = ("month", count * 12) if unit == "year" else ("year", count * 10)
    base = anchor.published if reading.side in ("ago", "from now") else _told_base(anchor, unit)
    if base is None or count > 5000:
        return None
    day = shift(base, unit, int(-count if past else count))
    return None if day is None else unit_value(day, unit)


def _same(reading: Reading, anchor: Anchor) -> str | None:
    """The day, month, quarter that the text has come to, in another year."""
    year = resolve(reading.base, anchor) if reading.base is not None else None
    if year is None or granularity(year) != "year" or anchor.told is None:
        return None
    value = year + anchor.told[4:]
    if granularity(anchor.told) not in ("day", "month", "quarter", "half", "season", "week"):
        return year
    return value if to_interval(value) is not None else None
