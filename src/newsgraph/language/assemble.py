"""From the annotations of a doc to the record: token indices become characters, objects become ids."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from newsgraph import records
from newsgraph.language import annotations as notes
from newsgraph.language.languages import record_words
from newsgraph.language.words import Words, words_of


def to_record(doc: Doc) -> records.Record:
    """The record of a doc that has been through the pipeline."""
    found = notes.annotations_of(doc)
    text = found.article.text
    words, told = words_of(doc), record_words(doc.lang_)
    first, last = words.begin, words.end

    def characters(start: int, end: int) -> tuple[int, int]:
        return first[start], last[end - 1]

    found.mentions.sort(key=lambda m: (m.start, m.end))
    used = {id(m.entity) for m in found.mentions}
    entities = sorted((e for e in found.entities if id(e) in used), key=lambda e: min(m.start for m in e.mentions))
    entity_ids = {id(e): f"e{i}" for i, e in enumerate(entities, 1)}
    mention_ids = {id(m): f"m{i}" for i, m in enumerate(found.mentions, 1)}
    found.events.sort(key=lambda e: (e.start, e.end))
    event_ids = {id(e): f"v{i}" for i, e in enumerate(found.events, 1)}
    found.proposals.sort(key=lambda p: (p.span, p.cue))
    proposal_ids = {id(p): f"p{i}" for i, p in enumerate(found.proposals, 1)}

    def ids(mentions: Sequence[notes.Mention]) -> tuple[str, ...]:
        return tuple(dict.fromkeys([mention_ids[id(m)] for m in mentions])) if mentions else ()

    def event_id(event: notes.Event | None) -> str | None:
        return None if event is None else event_ids.get(id(event))

    def span(pair: tuple[int, int]) -> records.Span:
        return records.Span(start=pair[0], end=pair[1], text=text[pair[0] : pair[1]])

    def entity(e: notes.Entity) -> records.Entity:
        label = told.label_of(found, words, e)
        return records.Entity(
            id=entity_ids[id(e)], kind=e.kind, name=label, aliases=told.aliases_of(e, label),
            links=dict(sorted(e.links.items())),
            country=e.country, country_guessed=e.country is not None and e.country_basis == "guessed",
            sector=told.sector_of(words, e), lat=e.lat, lon=e.lon, roles=tuple(e.roles),
        )

    def mention(m: notes.Mention) -> records.Mention:
        start, end = characters(m.start, m.end)
        return records.Mention(
            id=mention_ids[id(m)], entity=entity_ids[id(m.entity)], start=start, end=end, text=text[start:end],
            kind=m.kind, form=told.form_of(words, m), reason=m.reason or None,  # type: ignore[arg-type]
        )

    def time(number: int, t: notes.TimeExpression) -> records.Time:
        start, end = characters(t.start, t.end)
        return records.Time(id=f"t{number}", start=start, end=end, text=text[start:end], value=t.value)

    def event(e: notes.Event) -> records.Event:
        start, end = characters(e.start, e.end)
        return records.Event(
            id=event_ids[id(e)], start=start, end=end, text=text[start:end], kind=e.kind, mode=e.mode, name=e.name,
            main=e.main,
            agents=ids(e.agents), targets=ids(e.targets), places=ids(e.places), instruments=tuple(e.instruments),
            time=e.time, time_reason=e.time_reason, since=None if e.time else e.since,
            place_reason=e.place_reason if e.places else None,
            counts=e.counts, counts_max=e.counts_max,
            said_at={what: characters(*at) for what, at in sorted(e.said_at.items())},
            factuality=e.factuality,  # type: ignore[arg-type]
            attributed_to=None if e.attributed_to is None else mention_ids[id(e.attributed_to)],
            same_as=event_id(e.same_as), response_to=event_id(e.response_to), cause_of=event_id(e.cause_of),
            part_of=event_id(e.part_of), reason=e.reason or None, confidence=e.confidence,
            phrase=e.phrase or None, subject=e.subject or None, taken=e.taken or None,
            passive=e.passive, is_verb=e.is_verb,
        )

    def proposal(p: notes.Proposal) -> records.Proposal:
        return records.Proposal(
            id=proposal_ids[id(p)], start=p.span[0], end=p.span[1], cue=span(p.cue), content=span(p.content),
            act=p.act, proposers=ids(p.proposers), addressees=ids(p.addressees), involves=ids(p.involves),
            supporters=ids(p.supporters), opponents=ids(p.opponents),
            stances=tuple(
                records.StanceTaken(
                    actor=mention_ids[id(s.actor)], stance=s.stance, start=s.span[0], end=s.span[1]  # type: ignore[arg-type]
                )
                for s in p.stances
            ),
            negated=p.negated, negation=None if p.negation is None else span(p.negation),
            deadline=p.deadline, condition=None if p.condition is None else span(p.condition),
            time=p.time, same_as=None if p.same_as is None else proposal_ids.get(id(p.same_as)),
            confidence=p.confidence,
        )

    def attribution(number: int, a: notes.Attribution) -> records.Attribution:
        source = None
        if a.source is not None:
            source = records.Source(
                start=a.source[0], end=a.source[1], text=text[a.source[0] : a.source[1]],
                mention=None if a.mention is None else mention_ids[id(a.mention)], joint=ids(a.joint),
                home=None if a.home is None else mention_ids[id(a.home)], speaks_for=a.speaks_for,
            )
        return records.Attribution(
            id=f"a{number}", source=source, cue=None if a.cue is None else span(a.cue),
            content=records.Content(
                start=a.content[0], end=a.content[1], text=text[a.content[0] : a.content[1]],
                parts=tuple(map(span, a.parts)),
            ),
            mode=a.mode, addressee=None if a.addressee is None else mention_ids[id(a.addressee)],  # type: ignore[arg-type]
            time=a.time, polarity=a.polarity, type=a.type,  # type: ignore[arg-type]
            confidence=a.confidence,
        )

    def relation(r: notes.Relation) -> records.Relation | None:
        if id(r.subject) not in entity_ids or id(r.object) not in entity_ids:
            return None
        return records.Relation(
            subject=entity_ids[id(r.subject)], predicate=r.predicate, object=entity_ids[id(r.object)],
            start=r.span[0], end=r.span[1], role=r.role, former=r.former, acting=r.acting, confidence=r.confidence,
            basis=r.basis, since=r.since, until=r.until,
        )

    said = (*found.attributions, *found.attitudes)
    relations = [relation(r) for r in sorted(found.relations, key=lambda r: r.span)]
    return records.Record(
        article=found.article,
        entities=tuple(map(entity, entities)),
        mentions=tuple(map(mention, found.mentions)),
        times=tuple(time(i, t) for i, t in enumerate(sorted(found.times, key=lambda t: (t.start, t.end)), 1)),
        events=tuple(map(event, found.events)),
        proposals=tuple(map(proposal, found.proposals)),
        attributions=tuple(
            attribution(i, a) for i, a in enumerate(sorted(said, key=lambda a: a.content), 1)
        ),
        relations=tuple(r for r in relations if r is not None),
        sentences=tuple(
            (start, end)
            for sentence in words.sentences
            if (start := _first_solid(words, *sentence)) < (end := last[sentence[1] - 1])
        ),
    )


def _first_solid(words: Words, start: int, end: int) -> int:
    for i in range(start, end):
        if not words.text[i].isspace():
            return words.begin[i]
    return words.end[end - 1]
