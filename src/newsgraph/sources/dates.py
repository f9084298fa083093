"""Dates as newspapers, feeds and spreadsheets write them, as ISO 8601.

The result is `YYYY-MM-DD`, with `THH:MM`, `THH:MM:SS` and an offset where they are said. Nothing is filled in: a date
without a year is no date here, and `03/04/2025` is none unless one says whether the day or the month comes first.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Final

from newsgraph.sources.problems import OnProblem, Problem

_MONTHS: Final = {
    **dict(zip("jan feb mar apr may jun jul aug sep oct nov dec".split(), range(1, 13), strict=True)),
    **dict(zip("january february march april may june july august september october november december".split(),
               range(1, 13), strict=True)),
    "sept": 9,
}  # fmt: skip
_MONTH: Final = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR: Final = r"(?P<year>(?:1[6-9]|20|21)\d\d)(?!\d)"
_DAY: Final = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_NUMERIC: Final = re.compile(r"(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?!\d)")
_CLOCK: Final = re.compile(
    r"(?<![\d:+])(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d+)?)?)?"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?\s*"
    r"(?P<zone>Z\b|(?:GMT|UTC)?\s?[+-]\d{1,2}(?::?\d\d)?(?!\d)|[A-Z]{2,4}\b)?",
    re.I,
)
_COMPACT_CLOCK: Final = re.compile(r"^T?(\d\d)(\d\d)(\d\d)?(?:[.,]\d+)?(Z|[+-]\d\d:?\d\d)?$")
# Only names that stand for one zone in news: IST, for one, is Indian, Israeli and Irish.
_ZONES: Final = {"z": "Z", "gmt": "Z", "utc": "Z", "est": "-05:00", "edt": "-04:00", "cdt": "-05:00", "mst": "-07:00",
                 "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00", "eet": "+02:00",
                 "eest": "+03:00", "msk": "+03:00", "pkt": "+05:00", "jst": "+09:00", "aest": "+10:00"}  # fmt: skip
_EPOCH: Final = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")
_LONGEST: Final = 200


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """The ways to write a full date; the first five also stand as a line of their own."""
    return tuple(
        re.compile(form, re.I)
        for form in (
            r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?!\d)",
            r"(?<!\d)(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})(?!\d)",
            rf"\b{_MONTH}\s*{_DAY},?\s*{_YEAR}",
            rf"{_DAY}\.?[\s-]*(?:of\s+)?{_MONTH}[\s,-]*{_YEAR}",
            rf"\b{_YEAR}[\s,-]+{_MONTH}[\s-]*{_DAY}(?!\d)",
            r"^(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?=T?\d{6}|T\d{4}|Z?$)",
            r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)",
        )
    )


def parse_date(text: str, *, day_first: bool | None = None) -> str | None:
    """The date that `text` says, with the time of day if it says one; None if it says none that is possible.

    Args:
        text: a date and little else, in English or numbers (other languages as a last resort).
        day_first: how to read `03/04/2025`; None leaves it unread.
    """
    text = " ".join(text[:_LONGEST].split())
    if _EPOCH.fullmatch(text):
        seconds = float(text) / (1000 if len(text.split(".", 1)[0]) == 13 else 1)
        return _written(datetime.fromtimestamp(seconds, UTC).replace(microsecond=0, tzinfo=None), "Z")
    for form in _forms():
        if found := form.search(text):
            month = found["month"]
            number = _MONTHS[month.lower()] if month[0].isalpha() else int(month)
            return _dated(int(found["year"]), number, int(found["day"]), text, found.span())
    if found := _NUMERIC.search(text):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        if day_first is None and first != second:
            day_first = True if first > 12 else False if second > 12 else None
            if day_first is None:
                return None
        day, month_number = (first, second) if day_first else (second, first)
        return _dated(year, month_number, day, text, found.span())
    return _other_language(text)


def read_date(said: str | None, origin: str, on_problem: OnProblem, *, day_first: bool | None = None) -> str | None:
    """The date of an article as its source gives it; a date that can't be read or lies ahead is reported."""
    if not said or not said.strip():
        return None
    found = parse_date(said, day_first=day_first)
    shown = " ".join(said.split())[:60]
    if found is None:
        remedy = "write it as YYYY-MM-DD"
        if is_ambiguous(said):
            remedy += ", or say whether the day or the month comes first"
        on_problem(Problem(origin, f"kept without its date: {shown!r} is no date that can be read", remedy, lost=False))
    elif is_future(found):
        on_problem(Problem(origin, f"the date {shown!r} lies in the future", "check it", lost=False))
    return found


def is_ambiguous(text: str) -> bool:
    """Whether `text` is a date such as `03/04/2025`, of which nobody knows what comes first."""
    found = _NUMERIC.search(text[:_LONGEST])
    return found is not None and found[1] != found[3] and int(found[1]) <= 12 and int(found[3]) <= 12


def is_future(published: str) -> bool:
    """Whether a date lies more than a day ahead of today, wherever on earth that is."""
    tomorrow = datetime.now(UTC).date() + timedelta(days=1)
    return published[:10] > tomorrow.isoformat()


def is_date_only(text: str) -> bool:
    """Whether a line says a full date, perhaps with weekday, time and zone, and nothing else."""
    for form in _forms()[:5]:
        if found := form.search(text):
            rest = text[: found.start()] + " " + text[found.end() :]
            return not _left_over(rest)
    return False


_DECORATION: Final = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:at|on|the|hrs|hours|noon|local time)\b"
    r"|\b\d{1,2}(?:[:.]\d\d){0,2}\b|\b[ap]\.?\s?m\b\.?|(?-i:\b[A-Z]{2,4}\b|\b[ZT]\b)|[^\w]",
    re.I,
)


def _left_over(rest: str) -> str:
    return _DECORATION.sub("", rest)


def _dated(year: int, month: int, day: int, text: str, span: tuple[int, int]) -> str | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    if year < 1600:
        return None
    before, after = text[: span[0]].strip(), text[span[1] :].strip()
    if compact := _COMPACT_CLOCK.match(after):
        hour, minute, second, zone = compact.groups()
        return _with_clock(found, hour, minute, second, None, zone)
    for rest in (after, before):
        for clock in _CLOCK.finditer(rest.lstrip("T,|-–— ") if rest is after else rest):
            if clock["minute"] or clock["half"]:
                return _with_clock(found, *clock.group("hour", "minute", "second", "half", "zone"))
    return found.isoformat()


def _with_clock(day: date, hour: str, *rest: str | None) -> str:
    minute, second, half, zone = rest
    hours = int(hour)
    if half and 1 <= hours <= 12:
        hours = hours % 12 + (12 if half[0].lower() == "p" else 0)
    if hours > 23:
        return day.isoformat()
    moment = datetime(day.year, day.month, day.day, hours, int(minute or 0), int(second or 0))
    return _written(moment, _offset(zone), seconds=second is not None)


def _offset(zone: str | None) -> str:
    if not zone:
        return ""
    zone = zone.lower().replace(" ", "")
    if zone in _ZONES:
        return _ZONES[zone]
    digits = re.sub(r"[^\d+-]", "", zone)
    if not digits:
        return ""
    sign, digits = digits[0], digits[1:]
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    offset = f"{hours:0>2}:{minutes}"
    return "Z" if offset == "00:00" else sign + offset


def _written(moment: datetime, offset: str, *, seconds: bool = True) -> str:
    # Spreadsheets and databases write midnight for "no time said".
    if moment.time().isoformat() == "00:00:00":
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds" if seconds and moment.second else "minutes") + offset


def _other_language(text: str) -> str | None:
    """A last resort for "4 juin 2025": only where there is a year, and only if day, month and year are all said."""
    numbers = re.findall(r"\d+", text)
    words = re.findall(r"[^\W\d_]{3,}", text.lower())
    years = sum(len(number) == 4 for number in numbers)
    if years != 1 or len(numbers) < 2 or not words or len(text) > 60 or any(word in _MONTHS for word in words):
        return None
    import dateparser  # type: ignore[import-untyped]

    found = dateparser.parse(text, settings={"REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True})
    return _written(found.replace(tzinfo=None, microsecond=0), "") if found else None
