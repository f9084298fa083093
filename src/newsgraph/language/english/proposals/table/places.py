"""A cue where it stands, and the words that a row of the table may ask about: its subject, its clause, its owner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from newsgraph.language.annotations import Annotations
from newsgraph.language.english.coreference.actors import is_actor
from newsgraph.language.english.proposals.cues import limit
from newsgraph.language.english.proposals.proposers import may_propose, noun_owner
from newsgraph.language.english.proposals.voices import Voice
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.joined_clauses import leaves_clause, reporter


@dataclass(slots=True)
class Match:
    """A cue with the words that its complement has bound."""

    parse: Parse
    notes: Annotations
    cue: int
    act: str
    takes: frozenset[str]
    voice: Voice | None
    words: dict[str, int] = field(default_factory=dict)
    known: dict[str, list[int]] = field(default_factory=dict)
    """The words at places that hang on the cue alone, once they were asked for."""

    def at(self, place: str) -> list[int]:
        """The words at a place: one that is bound, else one of `PLACES`."""
        if place in self.words:
            return [self.words[place]]
        if place not in self.known:
            find = PLACES.get(place)
            self.known[place] = [] if find is None else find(self)
        return self.known[place]

    def word(self, place: str) -> int | None:
        """The first word at a place."""
        found = self.at(place)
        return found[0] if found else None

    def is_actor(self, i: int | None) -> bool:
        """Whether a word is there and stands for one who can act."""
        return i is not None and is_actor(self.parse, self.notes, i)


def _some(i: int | None) -> list[int]:
    return [] if i is None else [i]


def _doer(m: Match) -> list[int]:
    """Who does what a verb says; who reports, where the parser joins the verb to what is reported."""
    parse, verb = m.parse, m.cue
    found = parse.subject(verb)
    if parse.dep[verb] == "conj":
        unfit = found is None or not may_propose(parse, m.notes, found)
        if unfit or (leaves_clause(parse, verb) and parse.dep[parse.head[verb]] == "ccomp"):
            found = reporter(parse, verb)
    return _some(found)


def _proposer(m: Match) -> list[int]:
    """Who speaks through what does it."""
    return [noun_owner(m.parse, m.notes, doer) for doer in m.at("doer")]


def _patient(m: Match) -> list[int]:
    found = m.parse.patient(m.cue)
    if found is None and m.parse.dep[m.cue] == "acl":
        found = m.parse.head[m.cue]
    return _some(found)


def _opening(m: Match) -> list[int]:
    """The subject before a verb, with which the clause of the proposal begins."""
    parse, verb = m.parse, m.cue
    if not parse.is_verb(verb):
        return []
    if parse.is_passive(verb):
        return m.at("patient")
    subject = parse.child(verb, "nsubj")
    if subject is not None:
        return [subject] if subject < verb and parse.tag[subject] not in ("WDT", "WP") else []
    proposer = m.word("proposer")
    return [proposer] if parse.dep[verb] == "xcomp" and proposer is not None and proposer < verb else []


def _be(m: Match) -> list[int]:
    """The verb between a subject and an adjective."""
    parse = m.parse
    verb = parse.head[m.cue]
    if parse.tag[m.cue][:1] != "J" and parse.dep[m.cue] not in ("acomp", "oprd"):
        return []
    joins = parse.pos[verb] == "AUX" or parse.lower[verb] in ("'s", "’s") or parse.lemma[verb] in limit("copula")
    return [verb] if joins else []


def _subject(m: Match) -> list[int]:
    """Of what an adjective is said."""
    for verb in m.at("be"):
        found = m.parse.child(verb, "nsubj", "expl", "nsubjpass")
        found = m.parse.subject(verb) if found is None and "committed" in m.takes else found
        return _some(found)
    return []


PLACES: dict[str, Callable[[Match], list[int]]] = {
    "cue": lambda m: [m.cue],
    "last": lambda m: [m.cue],
    "doer": _doer,
    "proposer": _proposer,
    "agent": lambda m: _some(m.parse.subject(m.cue)),
    "patient": _patient,
    "object": lambda m: _some(m.parse.child(m.cue, "dobj")),
    "told": lambda m: [i for i in m.at("object") if m.is_actor(i)],
    "opening": _opening,
    "be": _be,
    "speaker": lambda m: _some(m.parse.subject(m.parse.head[m.cue])),
    "subject": _subject,
}
"""Places that hang on the cue alone, and how to find the words there."""
