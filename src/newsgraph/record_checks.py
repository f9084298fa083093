"""What can be wrong with a record: every reference, kind, span, time, count and coordinate is looked at before use.

A check gives lines of what is wrong; `problems_of` runs them all, and `check` makes an error of the first. Kinds are
those of the contract, offsets must fit the text, ids are unique in their layer, and what one item refers to must be in
the record.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import chain
from operator import attrgetter
from typing import Any

from newsgraph.errors import RecordError
from newsgraph.knowledge.field_values import is_code, is_country_code, link_fault
from newsgraph.record_values import is_date, is_language, is_moment, is_time
from newsgraph.records import ACTS, BASES, ENTITY_KINDS, EVENT_KINDS, MOST_PEOPLE, PREDICATES, SCHEMA, Record

_COUNTED = frozenset(("killed", "injured", "missing", "detained", "displaced"))
_LONGEST = 40
"""Characters of an item that a message quotes."""
_LAYERS = ("entities", "mentions", "times", "events", "proposals", "attributions")
_ONE = (
    ("mentions", "entity", "entities"), ("relations", "subject", "entities"), ("relations", "object", "entities"),
    ("events", "attributed_to", "mentions"), ("events", "same_as", "events"), ("events", "response_to", "events"),
    ("events", "cause_of", "events"), ("events", "part_of", "events"), ("proposals", "same_as", "proposals"),
    ("attributions", "addressee", "mentions"),
)  # fmt: skip
"""Layer, its field that refers to one item, and the layer of that."""
_SEVERAL = (
    *(("events", field, "mentions") for field in ("agents", "targets", "places")),
    *(("proposals", field, "mentions") for field in ("proposers", "addressees", "involves", "supporters", "opponents")),
)
"""Layer, its field that refers to several items, and the layer of these."""
_CODES = (("entities", "sector"), ("events", "mode"), ("events", "time_reason"), ("events", "place_reason"))
"""Layer, and its field that has a word or a few, of a list that may grow."""
_WORDS = (
    ("entities", "name"), ("entities", "aliases"), ("entities", "roles"), ("mentions", "reason"),
    ("events", "name"), ("events", "instruments"), ("events", "phrase"), ("events", "taken"), ("events", "reason"),
    ("relations", "role"),
)  # fmt: skip
"""Layer, and its field of words that may be absent, but not empty."""


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
    if not 1 <= record.schema <= SCHEMA:
        newer = f"newer than {SCHEMA}; read it with a newer newsgraph"
        yield f"is of schema {record.schema}, {newer if record.schema > SCHEMA else 'and the first is 1'}"
        return
    for check in (_article, _ids, _spans, _references, _selves, _vocabulary, _words, _links, _times, _numbers):
        yield from check(record)


def _article(record: Record) -> Iterator[str]:
    article = record.article
    if not article.id.strip():
        yield "its article has no id"
    if not article.text.strip():
        yield "its article has no text"
    if article.published is not None and not is_moment(article.published):
        yield f"its article is published at {_short(article.published)}, which is no date"
    if article.language is not None and not is_language(article.language):
        yield f"its article is in {_short(article.language)}, which is no code of a language"


def _ids(record: Record) -> Iterator[str]:
    for layer in _LAYERS:
        seen: set[str] = set()
        for item in getattr(record, layer):
            if item.id in seen:
                yield f"{layer}: the id {_short(item.id)} comes twice"
            seen.add(item.id)
        if "" in seen:
            yield f"{layer}: an id is empty"


def _spanned(record: Record) -> Iterator[tuple[str, Any]]:
    for layer in ("mentions", "times", "events", "proposals", "relations"):
        for item in getattr(record, layer):
            yield layer, item
    for proposal in record.proposals:
        for span in (proposal.cue, proposal.content, proposal.negation, proposal.condition, *proposal.stances):
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
    for layer, field, home in (*_ONE, *_SEVERAL):
        found = map(attrgetter(field), getattr(record, layer))
        several = (layer, field, home) in _SEVERAL
        for name in dict.fromkeys(chain.from_iterable(found) if several else found):
            if name is not None and name not in ids[home]:
                yield f"{layer}: {field} {_short(name)} is referred to and not in the record"
    others = [(s.actor, "proposals: actor") for p in record.proposals for s in p.stances]
    others += [
        (mention, "attributions: source") for a in record.attributions if a.source
        for mention in (a.source.mention, *a.source.joint, a.source.home) if mention
    ]
    for name, at in others:
        if name not in ids["mentions"]:
            yield f"{at} {_short(name)} is referred to and not in the record"


def _selves(record: Record) -> Iterator[str]:
    """What is the cause, a part or the like of itself."""
    for event in record.events:
        if event.id in (event.same_as, event.response_to, event.cause_of, event.part_of):
            yield f"events: {_short(event.id)} is linked to itself"
    for proposal in record.proposals:
        if proposal.same_as == proposal.id:
            yield f"proposals: {_short(proposal.id)} is the same as itself"
    for tie in record.relations:
        if tie.subject == tie.object:
            yield f"relations: {_short(tie.subject)} is tied to itself"


def _vocabulary(record: Record) -> Iterator[str]:
    kinds: tuple[tuple[str, str, Iterable[str]], ...] = (
        ("entities", "kind", ENTITY_KINDS), ("mentions", "kind", ENTITY_KINDS), ("events", "kind", EVENT_KINDS),
        ("proposals", "act", ACTS), ("relations", "predicate", PREDICATES),
    )
    for layer, field, known in kinds:
        for item in getattr(record, layer):
            if getattr(item, field) not in known:
                yield f"{layer}: there is no {field} {_short(getattr(item, field))}"
    for tie in record.relations:
        if tie.basis is not None and tie.basis not in BASES:
            yield f"relations: there is no basis {_short(tie.basis)}"
    for layer, field in _CODES:
        for code in dict.fromkeys(map(attrgetter(field), getattr(record, layer))):
            if code is not None and not is_code(code):
                yield f"{layer}: {_short(code)} is no {field.replace('_', ' ')}"


def _words(record: Record) -> Iterator[str]:
    for layer, field in _WORDS:
        for words in set(map(attrgetter(field), getattr(record, layer))):
            if words is not None and not (words.strip() if isinstance(words, str) else all(map(str.strip, words))):
                yield f"{layer}: {field} is empty"


def _links(record: Record) -> Iterator[str]:
    for entity in record.entities:
        if entity.country is not None and not is_country_code(entity.country):
            yield f"entities: {_short(entity.country)} is no ISO 3166-1 code of two letters"
        for authority, name in entity.links.items():
            if (fault := link_fault(authority, name)) is not None:
                yield f"entities: {_short(name)} ({_short(authority)}) {fault}"


def _times(record: Record) -> Iterator[str]:
    values = [("times", t.value) for t in record.times]
    values += [("events", time) for e in record.events for time in (e.time, e.since)]
    values += [("attributions", a.time) for a in record.attributions]
    values += [("proposals", time) for p in record.proposals for time in (p.time, p.deadline)]
    for layer, value in values:
        if value is not None and not is_time(value):
            yield f"{layer}: {_short(value)} is no time in TIMEX3"
    for tie in record.relations:
        for value in (tie.since, tie.until):
            if value is not None and not is_date(value):
                yield f"relations: {_short(value)} is no year, month or day in ISO 8601"


def _numbers(record: Record) -> Iterator[str]:
    for event in record.events:
        for what, number in (*event.counts.items(), *event.counts_max.items()):
            if what not in _COUNTED:
                yield f"events: {_short(what)} is nothing that is counted"
            elif not 0 <= number < MOST_PEOPLE:
                yield f"events: {number} {what} can't be"
        for what, most in event.counts_max.items():
            if most < event.counts.get(what, most):
                yield f"events: the most {what}, {most}, is less than the least, {event.counts[what]}"
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
