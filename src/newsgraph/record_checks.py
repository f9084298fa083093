"""What can be wrong with a record: every reference, kind, span, time, count and coordinate is looked at before use.

A check gives lines of what is wrong; `problems_of` runs them all, and `check` makes an error of the first. Kinds are
those of the contract, offsets must fit the text, ids are unique in their layer, and what one item refers to must be in
the record.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from typing import Any

from newsgraph.errors import RecordError
from newsgraph.language.times.values import granularity, to_interval
from newsgraph.records import ACTS, ENTITY_KINDS, EVENT_KINDS, MOST_PEOPLE, PREDICATES, SCHEMA, Record

_COUNTED = frozenset(("killed", "injured", "missing", "detained", "displaced"))
_LONGEST = 40
"""Characters of an item that a message quotes."""
_PUBLISHED = re.compile(r"\d{4}(-\d\d(-\d\d([T ]\d\d:?\d\d.*)?)?)?")
_VAGUE = re.compile(r"[\dA-Z:.+_-]{1,40}")
"""The letters of TIMEX3 values without days: a clock time, a fiscal year, a value with an X for what is not known."""

_LAYERS = ("entities", "mentions", "times", "events", "proposals", "attributions")
_REFERENCES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("mentions", ("entity",), "entities"),
    ("relations", ("subject", "object"), "entities"),
    ("events", ("agents", "targets", "places", "attributed_to"), "mentions"),
    ("events", ("same_as", "response_to", "cause_of", "part_of"), "events"),
    ("proposals", ("proposers", "addressees", "involves", "supporters", "opponents"), "mentions"),
    ("proposals", ("same_as",), "proposals"),
    ("attributions", ("addressee",), "mentions"),
)
"""Layer, its fields, and the layer that they refer to."""


def check(record: Record, where: str = "record") -> None:
    """Make sure that a record can be used: references, kinds, spans, times, numbers.

    Raises:
        RecordError: something is wrong; the first thing is named, and how many more there are.
    """
    found = list(problems_of(record))
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise RecordError(f"{where}: {found[0]}{more}")


def problems_of(record: Record) -> Iterator[str]:
    """What is wrong with a record, a line each; nothing if it can be used."""
    if record.schema > SCHEMA:
        yield f"is of schema {record.schema}, newer than {SCHEMA}; read it with a newer newsgraph"
        return
    for check in (_article, _ids, _spans, _references, _vocabulary, _times, _numbers):
        yield from check(record)


def _article(record: Record) -> Iterator[str]:
    article = record.article
    if not article.id.strip():
        yield "its article has no id"
    if not article.text.strip():
        yield "its article has no text"
    if article.published is not None and not _is_day(article.published):
        yield f"its article is published at {_short(article.published)}, which is no date"


def _is_day(value: str) -> bool:
    return bool(_PUBLISHED.fullmatch(value)) and (len(value) < 10 or to_interval(value[:10]) is not None)


def _ids(record: Record) -> Iterator[str]:
    for layer in _LAYERS:
        seen: set[str] = set()
        for item in getattr(record, layer):
            if item.id in seen:
                yield f"{layer}: the id {_short(item.id)} comes twice"
            seen.add(item.id)


def _spanned(record: Record) -> Iterator[tuple[str, Any]]:
    for layer in ("mentions", "times", "events", "proposals", "relations"):
        for item in getattr(record, layer):
            yield layer, item
    for proposal in record.proposals:
        for span in (proposal.cue, proposal.content, proposal.condition, *proposal.stances):
            if span is not None:
                yield "proposals", span
    for said in record.attributions:
        for span in (said.source, said.cue, said.content, *said.content.parts):
            if span is not None:
                yield "attributions", span


def _spans(record: Record) -> Iterator[str]:
    text = record.article.text
    for layer, span in _spanned(record):
        if not 0 <= span.start < span.end <= len(text):
            yield f"{layer}: offsets {span.start}–{span.end} are outside of the text of {len(text)} characters"
        elif (words := getattr(span, "text", None)) is not None and words != text[span.start : span.end]:
            yield f"{layer}: at {span.start}–{span.end} the text has not {_short(words)}"
    for event in record.events:
        for what, (start, end) in event.said_at.items():
            if not 0 <= start < end <= len(text):
                yield f"events: the words for {_short(what)} at {start}–{end} are outside of the text"
            elif what not in event.counts and not (what == "date" and event.time):
                yield f"events: {_short(what)} has words and no value"
    last = 0
    for start, end in record.sentences:
        if not last <= start < end <= len(text):
            yield f"sentences: {start}–{end} is outside of the text, or not behind the one before"
            return
        last = end


def _references(record: Record) -> Iterator[str]:
    ids = {layer: {item.id for item in getattr(record, layer)} for layer in _LAYERS}
    for layer, fields, home in _REFERENCES:
        for item in getattr(record, layer):
            for field in fields:
                value = getattr(item, field)
                for name in (value,) if isinstance(value, str) else value or ():
                    if name not in ids[home]:
                        yield f"{layer}: {field} {_short(name)} is referred to and not in the record"
    others = [(s.actor, "proposals: actor") for p in record.proposals for s in p.stances]
    others += [
        (mention, "attributions: source") for a in record.attributions if a.source
        for mention in (a.source.mention, *a.source.joint, a.source.home) if mention
    ]
    for name, at in others:
        if name not in ids["mentions"]:
            yield f"{at} {_short(name)} is referred to and not in the record"


def _vocabulary(record: Record) -> Iterator[str]:
    kinds: tuple[tuple[str, str, Iterable[str]], ...] = (
        ("entities", "kind", ENTITY_KINDS), ("mentions", "kind", ENTITY_KINDS), ("events", "kind", EVENT_KINDS),
        ("proposals", "act", ACTS), ("relations", "predicate", PREDICATES),
    )
    for layer, field, known in kinds:
        for item in getattr(record, layer):
            if getattr(item, field) not in known:
                yield f"{layer}: there is no {field} {_short(getattr(item, field))}"
    for entity in record.entities:
        if entity.country is not None and not (len(entity.country) == 2 and entity.country.isupper()):
            yield f"entities: {_short(entity.country)} is no ISO 3166-1 code of two letters"


def _times(record: Record) -> Iterator[str]:
    values = [("times", t.value) for t in record.times]
    values += [("events", e.time) for e in record.events] + [("attributions", a.time) for a in record.attributions]
    values += [("proposals", time) for p in record.proposals for time in (p.time, p.deadline)]
    for layer, value in values:
        if value is not None and not is_time(value):
            yield f"{layer}: {_short(value)} is no time in TIMEX3"


def is_time(value: str) -> bool:
    """Whether a value is one of TIMEX3: dates must be of the calendar; what has no days may be vague."""
    kind = granularity(value)
    if kind in ("reference", "duration"):
        return True
    if kind is None:
        return bool(_VAGUE.fullmatch(value)) or ("/" in value and all(map(is_time, value.split("/", 1))))
    return to_interval(value) is not None or value.startswith("000")


def _numbers(record: Record) -> Iterator[str]:
    for event in record.events:
        for what, number in (*event.counts.items(), *event.counts_max.items()):
            if what not in _COUNTED:
                yield f"events: {_short(what)} is nothing that is counted"
            elif not 0 <= number < MOST_PEOPLE:
                yield f"events: {number} {what} can't be"
    for entity in record.entities:
        if (entity.lat is None) != (entity.lon is None):
            yield f"entities: {_short(entity.name)} has one coordinate of two"
        for degrees, most in ((entity.lat, 90), (entity.lon, 180)):
            if degrees is not None and not (math.isfinite(degrees) and abs(degrees) <= most):
                yield f"entities: {degrees} is no coordinate"
    for layer in ("events", "proposals", "attributions", "relations"):
        for item in getattr(record, layer):
            if item.confidence is not None and not 0 <= item.confidence <= 1:
                yield f"{layer}: the confidence {item.confidence} is not from 0 to 1"


def _short(words: str) -> str:
    plain = "".join(c if c.isprintable() else " " for c in words)
    return repr(plain if len(plain) <= _LONGEST else plain[:_LONGEST] + "…")
