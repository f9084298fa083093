"""Time expressions: dates, times of day, durations and references, each with its TIMEX3 value.

The grammar (`grammar`) finds expressions and reads them, the resolution (`resolution`) gives them values,
anchored on the day of publication, else on the dateline, and on the last date that the text has told. What a value
covers and how exact it is, say `to_interval`, `granularity` and `overlaps` in `time_values`.

A value is never guessed: without an anchor, or where day and month could change places, it is None.
"""

# No annotations as text in this module: older versions of spaCy can't read those of a factory.

from datetime import date
from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.errors import ModelError
from newsgraph.language.annotations import Annotations, TimeExpression, TimeSpan, annotations_of, publish
from newsgraph.language.english.times.grammar import TimeGrammar
from newsgraph.language.english.times.readings import Found, Reading
from newsgraph.language.english.times.resolution import Anchor, resolve, resolve_ends, to_range, to_run
from newsgraph.language.english.times.tense import direction, is_beginning
from newsgraph.language.english.times.together import Together, find_together, with_years
from newsgraph.language.layers import SYNTAX, Component, assigned, layer, required
from newsgraph.language.time_values import day_of, granularity
from newsgraph.language.words import words_of

_TENSED = frozenset({"clock", "day", "weekday", "holiday", "month", "season", "nth", "relative"})
_DATED = frozenset({"time", "day", "week", "weekend", "month", "quarter", "half", "season", "year"})
_DATELINE_TOKENS = 80
_NEEDS = SYNTAX


@layer("times", needs=_NEEDS)
def find_times(doc: Doc, published: str | None = None) -> Doc:
    """Find the time expressions of a text and what they stand for.

    Args:
        doc: a parsed text.
        published: the day of publication, where the article does not say one.
    """
    notes = annotations_of(doc)
    if published is not None and notes.article.published is None:
        publish(doc, published)
    found = [item for item in TimeGrammar(doc).find() if not _is_paper(doc, item)]
    if not found:
        return doc
    first_day = publication_day(doc, notes, found)
    groups = find_together(doc, found)
    found = with_years(found, groups)
    ranges = {group.first: group for group in groups if group.sort == "range"}
    told: str | None = None
    told_day: date | None = None
    last: str | None = None
    headings, lower = _heading_tokens(doc, notes), words_of(doc).lower
    for place, item in enumerate(found):
        heading = item.start in headings
        way = direction(doc, item.start, item.end, heading) if _needs_tense(item.reading) else 0
        anchor = Anchor(first_day, told, told_day, way)
        if place in ranges:
            value, last = resolve_ends(item.reading, found[place + 1].reading, anchor)
        else:
            value = last if place - 1 in ranges else resolve(item.reading, anchor)
        notes.times.append(TimeExpression(item.start, item.end, value))
        if granularity(value) in _DATED and not heading and not is_beginning(doc, lower, item.start, item.end):
            told, told_day = value, day_of(value) or told_day
    for group in groups:
        _join(notes.times[group.first : group.last + 1], group)
    return doc


@Language.factory(
    "newsgraph_times", default_config={"published": None}, requires=required(_NEEDS), assigns=assigned("times")
)
def make_times(nlp: Language, name: str, published: str | None) -> Component:
    """The layer of times, with the day of publication of texts that do not say their own (`YYYY-MM-DD`).

    Raises:
        ModelError: it is no day.
    """
    if published is None:
        return find_times
    try:
        date.fromisoformat(published[:10])
    except ValueError:
        raise ModelError(f"published: {published!r} is no date; write it as in 2026-05-31") from None
    return partial(find_times, published=published)


def _join(times: list[TimeExpression], group: Together) -> None:
    """Let the times of a group know what they say as one: an interval, or nothing."""
    values = [time.value for time in times]
    if group.sort == "range":
        value = to_range(values[0], values[-1])
    else:
        value = to_run(values) if group.sort == "list" else None
    span = TimeSpan(times[0].start, times[-1].end, value)
    for time in times:
        time.span = span


def _is_paper(doc: Doc, item: Found) -> bool:
    """Whether "daily" is the sort of a paper that is named behind it: "told the daily Morgenpost"."""
    if item.end - item.start != 1 or doc[item.start].lower_ not in ("daily", "weekly", "monthly") or not item.start:
        return False
    named = item.end < len(doc) and doc[item.end].is_title and doc[item.end].pos_ == "PROPN"
    return named and doc[item.start].is_lower and doc[item.start - 1].lower_ in ("the", "a", "an", "to", "by", "in")


def publication_day(doc: Doc, notes: Annotations, found: list[Found]) -> date | None:
    """The day that relative dates count from: of publication, else the first whole date that stands as a dateline."""
    if (told := _told_by_source(notes.article.published)) is not None:
        return told
    for item in found:
        if item.start > _DATELINE_TOKENS:
            break
        reading = item.reading
        if reading.kind == "day" and reading.year is not None and reading.last_day is None and _is_dateline(doc, item):
            return day_of(resolve(reading, Anchor()))
    return None


def _told_by_source(published: str | None) -> date | None:
    """The day of publication; sources write a first of January of the year 1 where they know none."""
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if 1400 <= day.year < 3000 else None


def _is_dateline(doc: Doc, item: Found) -> bool:
    """Whether a date stands alone at the end of a line, or before the dash or bracket of a dateline."""
    first = item.start
    while first and "\n" not in doc[first - 1].text_with_ws:
        first -= 1
    before = [t.lower_ for t in doc[first : item.start] if not t.is_space]
    after = doc[item.end] if item.end < len(doc) else None
    ends_line = after is None or after.is_space or "\n" in doc[item.end - 1].text_with_ws
    if ends_line and (len(before) < 6 or before[-1] in (":", "|", "-", "–", "—")):
        return True
    place = bool(before) and (doc[first].is_upper or (doc[first].is_title and before[-1] == "," and len(before) < 6))
    return after is not None and after.text in ("(", "-", "–", "—", "|", "/") and (not before or place)


def _needs_tense(reading: Reading) -> bool:
    if reading.kind not in _TENSED or reading.year is not None:
        return False
    return reading.kind != "relative" or reading.unit == "weekend"


def _heading_tokens(doc: Doc, notes: Annotations) -> set[int]:
    tokens: set[int] = set()
    for first in notes.headings:
        i = first
        while i < len(doc):
            tokens.add(i)
            if "\n" in doc[i].text_with_ws:
                break
            i += 1
    return tokens
