"""Times told together: the two ends of a range, and the days or years of a list.

"From May 2 to May 5, 2025", "between 2014 and 2016", "Monday to Friday" are ranges: what is told of them has two ends.
"On May 5 and May 7, 2025" is a list: what is told of it has no single day. The year
that stands at one counts for the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from newsgraph.language.english.times.readings import DAY_KINDS, Found, Reading
from newsgraph.language.words import words_of

_TO = frozenset("to until till through thru - – —".split())
_ALONE = frozenset("until till to".split())
"""Words that begin a phrase of their own behind a day on which something happened: "closed on Monday until Friday"."""
_SOFT = frozenset(", up right at least about around on in the".split())
"""Words that may stand beside the one that joins two ends: "right up until at least the summer"."""
_ON = frozenset("on in at by since after before until till last".split())
_MOST_BETWEEN = 5
_OWN = frozenset(("'s", "’s"))
_KINDS = DAY_KINDS | {"month", "year", "season", "nth", "relative", "fixed", "shifted", "same"}
_NAMED = frozenset(("day", "month", "season", "holiday"))
"""Kinds of times that come back every year."""


@dataclass(frozen=True, slots=True)
class Together:
    """Times that are told together, by their places among the expressions: from `first` to `last`, with both."""

    first: int
    last: int
    sort: str
    """`range`, `list` or `choice` ("on Monday or Tuesday")."""


def find_together(doc: Doc, found: Sequence[Found]) -> list[Together]:
    """All times of a text that are told together, from left to right."""
    lower = words_of(doc).lower
    groups, place, listed = [], 0, 0
    while place + 1 < len(found):
        group = _range(doc, lower, found, place)
        if group is None and place >= listed:
            listed, sort = _end_of_list(doc, lower, found, place)
            group = Together(place, listed, sort) if sort else None
        if group is not None:
            groups.append(group)
        place = place + 1 if group is None else group.last + 1
    return groups


def with_years(found: Sequence[Found], groups: Sequence[Together]) -> list[Found]:
    """The expressions; those of a list with the year of the others, where they have none."""
    told = list(found)
    for group in groups:
        if group.sort == "range":
            continue  # its ends are settled by their order
        places = range(group.first, group.last + 1)
        year = next((told[i].reading.year for i in places if told[i].reading.year is not None), None)
        for i in places:
            if year is not None and _takes_year(told[i].reading):
                told[i] = replace(told[i], reading=replace(told[i].reading, year=year))
    return told


def _takes_year(reading: Reading) -> bool:
    return reading.kind in _NAMED and reading.year is None and reading.year_shift is None and reading.relative is None


def _range(doc: Doc, lower: Sequence[str], found: Sequence[Found], place: int) -> Together | None:
    """The range whose first end is the expression at a place."""
    first, last = found[place], found[place + 1]
    if not _can_join(doc, lower, first, last):
        return None
    before = lower[first.start - 1] if first.start else ""
    joining = [word for word in lower[first.end : last.start] if word not in _SOFT]
    if before == "between":
        joined = joining == ["and"]
    elif before == "from":
        joined = _joins(joining)
    elif before in _ON and joining and joining[0] in _ALONE:
        joined = before == "in" and joining == ["to"]
    else:
        joined = _joins(joining) and len(joining) == last.start - first.end
    if not joined:
        return None
    return Together(place, place + 1, "range")


def _joins(joining: Sequence[str]) -> bool:
    """Whether words lead from one end to the other: "to", "through to"."""
    return bool(joining) and len(joining) < 3 and _TO.issuperset(joining)


def _can_join(doc: Doc, lower: Sequence[str], first: Found, last: Found) -> bool:
    """Whether two expressions stand near enough to be told together, and are no "Monday" and "Friday's vote"."""
    if not 0 < last.start - first.end <= _MOST_BETWEEN:
        return False
    if any(doc[i].is_sent_start for i in range(first.end, last.start + 1)):
        return False
    if {first.reading.kind, last.reading.kind} - _KINDS:
        return False
    return last.end >= len(doc) or lower[last.end] not in _OWN


def _end_of_list(doc: Doc, lower: Sequence[str], found: Sequence[Found], place: int) -> tuple[int, str]:
    """Where the list ends whose first time is the expression at a place ("in 2014, 2016 and 2017"), and its sort.

    Without a sort it is none, and neither is what begins with one of its other times before that end.
    """
    for last in range(place, len(found) - 1):
        one, other = found[last], found[last + 1]
        if not _can_join(doc, lower, one, other) or _sort(one.reading) != _sort(other.reading):
            return last + 1, ""
        joining = list(lower[one.end : other.start])
        if joining[-1:] in (["and"], ["or"]) and not set(joining[:-1]) - {","}:
            return last + 1, "list" if joining[-1] == "and" else "choice"
        if joining != [","]:
            return last + 1, ""
    return len(found), ""


def _sort(reading: Reading) -> str:
    return "day" if reading.kind in DAY_KINDS else reading.unit or reading.kind
