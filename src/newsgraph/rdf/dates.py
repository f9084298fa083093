"""TIMEX3 values as RDF literals: as exact as the text is, and no more."""

from __future__ import annotations

import re

from newsgraph.rdf.terms import Term, text, typed

_FORMS = (
    (re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(Z|[+-]\d\d:\d\d)?"), "xsd:dateTime", r"\1\2"),
    (re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)(Z|[+-]\d\d:\d\d)?"), "xsd:dateTime", r"\1:00\2"),
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
    """A day, a month, a year or a point of time as a typed literal, or None."""
    for pattern, datatype, form in _FORMS:
        if found := pattern.fullmatch(value):
            return typed(found.expand(form), datatype)
    return None
