"""Records as people correct them: false claims out, right ones made sure, kinds set."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from newsgraph.records import ACTS, EVENT_KINDS, Record, Source, StanceTaken
from newsgraph.resolve.decisions import Decided, Decision, Item, Verb, event_names, name_item
from newsgraph.stored.records import mapped

_ROLES = {
    "agent": "agents", "target": "targets", "place": "places", "proposedBy": "proposers", "addressedTo": "addressees",
    "involves": "involves", "supportedBy": "supporters", "opposedBy": "opponents",
}  # fmt: skip
"""The ties of events and proposals to actors, and the fields of the record that they are made from."""
_VERBS: tuple[Verb, ...] = ("set", "drop", "confirm")
_About = tuple[Decision, set[str], set[str]]
"""A decision, and what it is about in an article."""
_LINKS = {"responseTo": "response_to", "causeOf": "cause_of", "partOf": "part_of"}
_LAYERS = {"event": "events", "proposal": "proposals", "statement": "attributions"}


def corrected(records: Sequence[Record], decided: Decided) -> Sequence[Record]:
    """The records with the decisions on single claims; of what is false and what is right, the later word counts."""
    if not decided.decisions:
        return records
    by_article: dict[str, list[_About]] = defaultdict(list)
    for decision, items, others in decided.about(*_VERBS):
        beside = _by_article(others)
        for article, one in _by_article(items).items():
            by_article[article].append((decision, one, beside.get(article, set())))

    def change(record: Record) -> Record:
        for decision, one, other in _in_force(by_article.get(record.article.id, ())):
            record = _correct(record, decision, one, other)
        return record

    return mapped(records, change)


def _by_article(items: Iterable[Item]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for article, name in items:
        found[article].add(name)
    return found


def _in_force(decided: Iterable[_About]) -> list[_About]:
    """The decisions on an article, each about what it has the last word on; what is set before what is judged."""
    last: dict[tuple[str, ...], Decision] = {}
    for decision, one, other in decided:
        if decision.verb != "set":
            last.update(dict.fromkeys((claim for name in one for claim in _claims(decision, name, other)), decision))
    judged = []
    for decision, one, other in decided:
        if decision.verb != "set":
            own = {name for name in one if any(last[claim] is decision for claim in _claims(decision, name, other))}
            judged += [(decision, own, other)] if own else []
    return [about for about in decided if about[0].verb == "set"] + judged


def _claims(decision: Decision, name: str, other: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """What a decision says of something in a record: that it is, or its ties to others."""
    if not decision.other:
        yield decision.sort, name
    for far in other:
        yield decision.sort, str(decision.value), *(sorted((name, far)) if decision.sort == "entity" else (name, far))


def _correct(record: Record, decision: Decision, one: set[str], other: set[str]) -> Record:
    if decision.verb == "set":
        return _set(record, decision, one)
    if decision.other:
        return _tie(record, decision, one, other) if other else record
    if decision.sort == "entity":
        return record if decision.verb == "confirm" else without_entities(record, one)
    layer = _LAYERS[decision.sort]
    items = getattr(record, layer)
    if decision.verb == "confirm":
        kept = tuple(msgspec.structs.replace(x, confidence=1.0) if x.id in one else x for x in items)
    else:
        kept = tuple(x for x in items if x.id not in one)
    record = msgspec.structs.replace(record, **{layer: kept})
    if decision.verb == "confirm":
        return record
    return _unlinked(_unnamed(record, one) if decision.sort == "event" else record, layer, one)


def _set(record: Record, decision: Decision, one: set[str]) -> Record:
    layer, field, known = {
        "event": ("events", "kind", EVENT_KINDS), "proposal": ("proposals", "act", ACTS),
    }.get(decision.sort, ("", "", ()))  # fmt: skip
    if decision.value not in known:
        return record  # the kind of an entity is set when it is known who is the same
    items = getattr(record, layer)
    kept = tuple(msgspec.structs.replace(x, **{field: decision.value}) if x.id in one else x for x in items)
    return msgspec.structs.replace(record, **{layer: kept})


def _unnamed(record: Record, gone: set[str]) -> Record:
    """Without the names of events that are gone, but for those by which an event goes that is not."""
    told = [(e.start, e.end) for e in record.events]
    lost = {
        m.id for m in event_names(record)
        if name_item(m) in gone and not any(start < m.end and m.start < end for start, end in told)
    }  # fmt: skip
    kept = {m.entity for m in record.mentions if m.id not in lost}
    return _without(record, lost, {m.entity for m in record.mentions} - kept)


def _unlinked(record: Record, layer: str, gone: set[str]) -> Record:
    """Without links to events or proposals that are gone."""
    fields = (*_LINKS.values(), "same_as")
    items = tuple(
        msgspec.structs.replace(x, **{field: None for field in fields if getattr(x, field, None) in gone})
        for x in getattr(record, layer)
    )
    return msgspec.structs.replace(record, **{layer: items})


def _tie(record: Record, decision: Decision, one: set[str], other: set[str]) -> Record:
    """One tie out, or made sure."""
    if decision.sort == "entity":
        hit = [r.predicate == decision.value and {r.subject, r.object} <= one | other and r.subject != r.object
               and (r.subject in one) != (r.object in one) for r in record.relations]  # fmt: skip
        pairs = zip(record.relations, hit, strict=True)
        if decision.verb == "drop":
            return msgspec.structs.replace(record, relations=tuple(r for r, is_hit in pairs if not is_hit))
        sure = tuple(msgspec.structs.replace(r, confidence=1.0) if is_hit else r for r, is_hit in pairs)
        return msgspec.structs.replace(record, relations=sure)
    if decision.verb == "confirm":
        return record
    layer = _LAYERS[decision.sort]
    lost = other if decision.value in _LINKS else {m.id for m in record.mentions if m.entity in other}
    items = tuple(_untied(x, str(decision.value), lost) if x.id in one else x for x in getattr(record, layer))
    return msgspec.structs.replace(record, **{layer: items})


def _untied[T: msgspec.Struct](item: T, tie: str, lost: set[str]) -> T:
    if (field := _ROLES.get(tie)) is not None and hasattr(item, field):
        changes: dict[str, object] = {field: tuple(m for m in getattr(item, field) if m not in lost)}
        stances: tuple[StanceTaken, ...] = getattr(item, "stances", ())
        if stances:
            changes["stances"] = tuple(s for s in stances if s.actor not in lost)
        return msgspec.structs.replace(item, **changes)
    single = {**_LINKS, "attributedTo": "attributed_to", "saidBy": "source", "addressedTo": "addressee"}.get(tie)
    if single is None or not hasattr(item, single):
        return item
    value = getattr(item, single)
    if getattr(value, "mention", value) in lost:
        return msgspec.structs.replace(item, **{single: None})
    return item


def without_entities(record: Record, gone: set[str]) -> Record:
    """The record without some entities, their mentions, and all that refers to them."""
    return _without(record, {m.id for m in record.mentions if m.entity in gone}, gone)


def _without(record: Record, lost: set[str], gone: set[str]) -> Record:
    """The record without some mentions, the entities that have no others, and all that refers to them."""

    def kept(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name not in lost)

    events = (
        msgspec.structs.replace(
            e, agents=kept(e.agents), targets=kept(e.targets), places=kept(e.places),
            attributed_to=None if e.attributed_to in lost else e.attributed_to,
        )
        for e in record.events
    )  # fmt: skip
    proposals = (
        msgspec.structs.replace(
            p, stances=tuple(s for s in p.stances if s.actor not in lost),
            **{field: kept(getattr(p, field)) for tie, field in _ROLES.items() if hasattr(p, field)},
        )
        for p in record.proposals
    )  # fmt: skip
    attributions = (
        msgspec.structs.replace(
            a, addressee=None if a.addressee in lost else a.addressee,
            source=None if a.source is None or a.source.mention in lost else _speaker_without(a.source, lost),
        )
        for a in record.attributions
    )  # fmt: skip
    return msgspec.structs.replace(
        record,
        entities=tuple(e for e in record.entities if e.id not in gone),
        mentions=tuple(m for m in record.mentions if m.id not in lost),
        relations=tuple(r for r in record.relations if r.subject not in gone and r.object not in gone),
        events=tuple(events), proposals=tuple(proposals), attributions=tuple(attributions),
    )  # fmt: skip


def _speaker_without(source: Source, lost: set[str]) -> Source:
    """A source without those who are gone; whoever spoke for a body that is gone speaks for none."""
    joint = tuple(name for name in source.joint if name not in lost)
    if source.home in lost:
        return msgspec.structs.replace(source, joint=joint, home=None, speaks_for=False)
    return msgspec.structs.replace(source, joint=joint)
