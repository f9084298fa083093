"""Ties that other ties or the tables imply, between things that the article names.

Who heads, serves or sits for a state is its citizen; a city that the gazetteer knows lies in its country; a party, a
paper or an agency that the tables know is of its country. `basis` says which: "implied" has the words of the other
tie, "known" those that name the two where one sentence has both, else (not of places) those that name the first.
"""

from __future__ import annotations

from newsgraph.language.annotations import Entity, Mention, Relation
from newsgraph.language.english.relations.ties import Ties

_SERVING = frozenset(["headOf", "roleAt", "memberOf"])
_OF_STATES = frozenset(["Country", "Agency", "Party"])
_ABROAD = ("coordinator", "representative", "envoy", "correspondent", "ambassador", "expert", "adviser", "coach")
"""Roles of which the holder is often no citizen."""
_BASED = frozenset(["Party", "Organization", "ArmedGroup"])
_POINTS = frozenset(["geonames", "wikidata"])


def find_implied_ties(ties: Ties) -> None:
    """Enter what follows from the relations found so far, and what is known of the things that are named."""
    countries: dict[str | None, Entity] = {
        e.country: e for e in ties.notes.entities if e.kind == "Country" and e.country and _is_named(e)
    }
    for relation in list(ties.notes.relations):
        _citizen(ties, relation, countries)
    for entity in list(ties.notes.entities):
        country = countries.get(entity.country)
        if country is not None and country is not entity and entity.country_basis == "known" and _is_named(entity):
            _known(ties, entity, country)


def _is_named(entity: Entity) -> bool:
    """Whether the article names it itself, and not only its people."""
    return any(m.form == "name" and m.kind == entity.kind for m in entity.mentions)


def _citizen(ties: Ties, relation: Relation, countries: dict[str | None, Entity]) -> None:
    person, body = relation.subject, relation.object
    country = countries.get(body.country) if body.country_basis != "guessed" else None
    if person.kind != "Person" or country is None or relation.predicate not in _SERVING or body.kind not in _OF_STATES:
        return
    if person.country not in (None, body.country) or (relation.role or "").startswith(_ABROAD):
        return
    if not any(
        r.subject is person and r.predicate == "citizenOf" and r.object is country for r in ties.notes.relations
    ):
        ties.notes.relations.append(
            Relation(person, "citizenOf", country, relation.span, confidence=relation.confidence, basis="implied")
        )


def _known(ties: Ties, entity: Entity, country: Entity) -> None:
    if entity.kind == "Place":
        predicate = "locatedIn" if not _POINTS.isdisjoint(entity.links) else ""
    elif entity.kind == "Agency":
        predicate = "agencyOf"
    else:
        predicate = "basedIn" if entity.kind in _BASED else ""
    if not predicate or any(
        r.subject is entity and r.object is country and r.predicate == predicate for r in ties.notes.relations
    ):
        return
    span = _span(ties, entity, country)
    if span is None and predicate != "locatedIn":
        name = next(m for m in entity.mentions if m.form == "name")
        span = (ties.words.begin[name.start], ties.words.end[name.end - 1])
    if span is not None:
        ties.notes.relations.append(Relation(entity, predicate, country, span, basis="known"))


def _span(ties: Ties, entity: Entity, country: Entity) -> tuple[int, int] | None:
    """The characters of the name and the country's in the first sentence that has both."""
    words = ties.words
    others: dict[int, Mention] = {}
    for mention in country.mentions:
        others.setdefault(words.number[mention.root], mention)
    name = next((m for m in entity.mentions if m.form == "name" and words.number[m.root] in others), None)
    if name is None:
        return None
    other = others[words.number[name.root]]
    return words.begin[min(name.start, other.start)], words.end[max(name.end, other.end) - 1]
