"""What is read of each record of an event once, to compare it with the others of its article."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsgraph.language.annotations import Annotations, Event, Mention
from newsgraph.language.english.deeds import sorts_of, stem
from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.time_values import day_of

_DEFINITE = frozenset("the this that these those".split())
_INDEFINITE = frozenset("a an another some several many further more any no".split())
_MORE = frozenset("also too again another second third other further separate additional similar different".split())
"""Words beside a deed that is one more of its kind."""
_BACK = frozenset("earlier previous previously had once former formerly already last past prior".split())
"""Words beside a deed that lies further back."""
_WARS = frozenset(("war", "conflict"))
_VOTES = word_class("sort of vote")


@dataclass(frozen=True, slots=True)
class Participants:
    """Who or what has a role in a record."""

    entities: frozenset[int]
    """The entities, by identity."""
    heads: frozenset[str]
    """The head words."""
    named: frozenset[int]
    """The entities that have names, by identity."""
    kinds: frozenset[str]
    """The kinds of the mentions of these."""

    @property
    def are_named(self) -> bool:
        """Whether all have names."""
        return len(self.named) == len(self.entities)

    def clash(self, other: Participants) -> bool:
        """Whether both have names, and none in common."""
        return bool(self.named and other.named) and self.named.isdisjoint(other.named)

    def are_others(self, other: Participants) -> bool:
        """Whether they are others of one sort: two people, two firms; a minister may act for his state."""
        return self.clash(other) and self.are_named and other.are_named and self.kinds == other.kinds

    def lie_apart(self, other: Participants) -> bool:
        """Whether they clash as places do: a town may lie in a country."""
        return self.clash(other) and (self.kinds == other.kinds or _COUNTRY not in (self.kinds, other.kinds))


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A record; the kind and the name of its event may still change, and nothing else."""

    coded: Coded
    event: Event
    verb: bool
    root: int
    lemma: str
    key: int
    """The number of its lemma in the vocabulary; 0 where the lemma or the word has no vector."""
    marks: str
    """How a noun comes; empty for a verb."""
    sentence: int
    in_heading: bool
    is_main: bool
    """Whether the word carries its sentence."""
    is_definite: bool
    """Whether the word comes as one that the reader knows: "the raid", "these raids"."""
    is_war: bool
    """Whether it is a war, which no single deed is."""
    is_another: bool
    """Whether a noun brings up something not told before ("a second raid"), or a sum ("three attacks")."""
    is_one: bool
    """Whether a noun speaks of one deed."""
    are_many: bool
    """Whether a noun speaks of an unknown number of deeds: "a spate of robberies"."""
    agents: Participants
    targets: Participants
    places: Participants
    taking_part: frozenset[int]
    """The entities of these, by identity."""
    day: date | None
    """The day of its time, if that is one."""
    dated: str
    """Its time where it has one of its own; that of the story is none."""
    sorts: frozenset[str]
    """The sorts of deeds that its words are of."""
    happenings: frozenset[str]
    """What these sorts are told of."""
    order: str
    """What its words say of its place in a row: `another`, `earlier` or nothing."""
    things: frozenset[str]
    """What it is done with or about, beside those who take part."""
    votes: frozenset[str]
    """What sort of vote a noun says: "general", "European"."""

    def is_other_vote(self, other: Told) -> bool:
        """Whether the two are votes of different sorts: a general election and a European one."""
        return bool(self.votes and other.votes) and self.votes.isdisjoint(other.votes)


class ToldRecords:
    """Reads the records of one doc, each once."""

    def __init__(self, notes: Annotations, syntax: Parse) -> None:
        self._syntax = syntax
        self._headings = {syntax.sentence[i] for i in notes.headings}
        self._known: dict[int, Told] = {}

    def of(self, coded: Coded) -> Told:
        """What is read of a record."""
        found = self._known.get(id(coded.event))
        if found is None:
            found = self._known[id(coded.event)] = self._read(coded)
        return found

    def _read(self, coded: Coded) -> Told:
        syntax, event, root = self._syntax, coded.event, coded.event.root
        sentence, token, tag = syntax.sentence[root], syntax.doc[root], syntax.tag[root]
        beside = {syntax.lower[c] for c in syntax.children[root]}
        relations = {syntax.dep[c] for c in syntax.children[root]}
        lemma = syntax.lemma
        agents, targets, places = (read_participants(m, lemma) for m in (event.agents, event.targets, event.places))
        sorts, happenings = sorts_of(frozenset(map(stem, {*syntax.lower[event.start : event.end], lemma[root]})))
        definite, vocab = not beside.isdisjoint(_DEFINITE), syntax.doc.vocab
        return Told(
            coded=coded, event=event, verb=coded.verb, root=root, lemma=lemma[root],
            key=token.lemma if vocab.has_vector(token.orth) and vector_of(vocab, token.lemma) is not None else 0,
            marks="" if coded.verb else self._marks(root), sentence=sentence,
            in_heading=sentence in self._headings, is_main=syntax.head[root] == root, is_definite=definite,
            is_war=self._is_war(coded), is_another=not (coded.verb or definite) and self._brings_another(root),
            is_one=tag == "NN" and not coded.verb,
            are_many=tag == "NNS" and relations.isdisjoint(("det", "poss", "nummod")),
            agents=agents, targets=targets, places=places,
            taking_part=agents.entities | targets.entities | places.entities, day=day_of(event.bound),
            dated="" if event.time_reason == "present tense" else event.bound or "",
            sorts=sorts, happenings=happenings, order=self._order(root), things=self._things(coded),
            votes=_VOTES.intersection(syntax.lower[c] for c in syntax.children[root] if event.kind == "ELECT"),
        )  # fmt: skip

    def _order(self, root: int) -> str:
        """Whether words beside it say that it is one more ("was also charged") or lies further back ("had charged")."""
        syntax = self._syntax
        beside = {syntax.lower[c] for c in syntax.children[root] if syntax.dep[c] != "conj"}
        return "another" if beside & _MORE else "earlier" if beside & _BACK else ""

    def _things(self, coded: Coded) -> frozenset[str]:
        """The words for what it is done with or about: "murder" of "a murder charge", "tape" of "asked for a tape"."""
        syntax, event = self._syntax, coded.event
        taking = {m.root for m in (*event.agents, *event.targets, *event.places)}
        words = [*coded.frame.object, *(word for _, word in coded.frame.preps)]
        words += [c for c in syntax.children[event.root] if syntax.dep[c] == "compound"]
        own = range(event.start, event.end)
        return frozenset(
            syntax.lemma[w]
            for w in words
            if w not in taking and w not in own and w not in syntax.times and syntax.pos[w] in ("NOUN", "VERB")
        )

    def _marks(self, noun: int) -> str:
        """How a noun comes."""
        syntax = self._syntax
        plural = "s" if syntax.tag[noun] in ("NNS", "NNPS") else ""
        words = {syntax.lower[c] for c in syntax.children[noun] if c < noun}
        if words & _DEFINITE:
            return "definite" + plural
        if any(syntax.dep[c] == "poss" for c in syntax.children[noun]):
            return "owned" + plural
        if words & _INDEFINITE or any(syntax.dep[c] == "nummod" for c in syntax.children[noun]):
            return "indefinite" + plural
        return "bare" + plural

    def _is_war(self, coded: Coded) -> bool:
        lemma, root, frame = self._syntax.lemma, coded.event.root, coded.frame
        words = [root]
        if coded.verb:
            words += [*frame.object, *(word for name, word in frame.preps if name == "in")]
        return any(lemma[w] in _WARS for w in words)

    def _brings_another(self, noun: int) -> bool:
        syntax = self._syntax
        return any(
            (syntax.dep[c] == "det" and syntax.lower[c] in ("a", "an", "another"))
            or (syntax.dep[c] == "nummod" and syntax.tag[noun] == "NNS" and c not in syntax.times)
            for c in syntax.children[noun]
        )

def read_participants(mentions: Collection[Mention], lemma: Sequence[str]) -> Participants:
    """Who or what has a role in a record.

    Args:
        mentions: those who have it.
        lemma: the lemma of each token of the doc.
    """
    if not mentions:
        return _NOBODY
    named = [m for m in mentions if m.entity.named]
    return Participants(
        frozenset([id(m.entity) for m in mentions]), frozenset([lemma[m.root] for m in mentions]),
        frozenset([id(m.entity) for m in named]), frozenset([m.kind for m in named]),
    )  # fmt: skip


@lru_cache(maxsize=20_000)
def vector_of(vocab: Any, lemma: int) -> tuple[NDArray[np.float32], float] | None:
    """The vector of a lemma with its length; None where it has none."""
    base = vocab[lemma]
    length = base.vector_norm if base.has_vector else 0.0
    return (np.asarray(base.vector), length) if length else None


_COUNTRY = frozenset(("Country",))
_NOBODY = Participants(frozenset(), frozenset(), frozenset(), frozenset())
