"""TIMEX3 values as RDF literals: as exact as the text is, and no more."""

from __future__ import annotations

import re
from datetime import date, time

from newsgraph.rdf.terms import Term, text, typed

_ZONE = r"(Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?"
"""As far from UTC as XML Schema allows."""
_FORMS = (
    (re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)" + _ZONE), "xsd:dateTime", r"\1\2"),
    (re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)" + _ZONE), "xsd:dateTime", r"\1:00\2"),
    (re.compile(r"\d{4}-\d\d-\d\d"), "xsd:date", r"\g<0>"),
    (re.compile(r"\d{4}-\d\d"), "xsd:gYearMonth", r"\g<0>"),
    (re.compile(r"\d{4}"), "xsd:gYear", r"\g<0>"),
)


def date_literals(value: str) -> list[tuple[str, Term]]:
    """The properties and literals of a value: `ng:date`; for an interval its ends; else `ng:timex`, the value as it is.

    A time of day or part of a day is given as its date, too.
    """
    if "/" in value:
        start, _, end = value.partition("/")
        ends = (("ng:startDate", start), ("ng:endDate", end))
        return [(name, found) for name, part in ends if (found := literal(part)) is not None]
    if (exact := literal(value)) is not None:
        return [("ng:date", exact)]
    day = value.split("T", 1)[0]
    literals = [("ng:timex", text(value))]
    if day != value and (found := literal(day)) is not None:
        literals.append(("ng:date", found))
    return literals


def literal(value: str) -> Term | None:
    """A day, a month, a year or a point of time as a typed literal, or None, as of what is in no calendar."""
    for pattern, datatype, form in _FORMS:
        if (found := pattern.fullmatch(value)) and _is_in_calendar(value):
            return typed(found.expand(form), datatype)
    return None


def _is_in_calendar(value: str) -> bool:
    """Whether there is such a day and such an hour; the first day stands for a month or a year."""
    day, _, clock = value.partition("T")
    try:
        date.fromisoformat(day + "-01" * (2 - day.count("-")))
        time.fromisoformat(clock[:8] or "00:00")
    except ValueError:
        return False
    return True
