"""Who supports, rejects, accepts or joins what another proposes, in the article."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cache

from newsgraph.language.annotations import Annotations, Entity, Mention, Proposal, StanceTaken
from newsgraph.language.english.coreference.actors import is_actor
from newsgraph.language.english.coreference.nominals import mentions_of
from newsgraph.language.english.proposals.cues import limit, stance_of
from newsgraph.language.english.proposals.table.asserted import hypothetical
from newsgraph.language.english.proposals.table.spans import negated
from newsgraph.language.english.proposals.voices import tokens_of
from newsgraph.language.english.syntax.parse import Parse

_HEDGED = frozenset(("may", "might", "could", "would", "should", "must", "can"))
_OPPOSITE = {"support": "oppose", "accept": "oppose", "join": "oppose", "oppose": "support"}
_TAKEN_WITH = frozenset(("to", "with", "on", "against", "for", "of"))
_ACTS = ("urge", "propose", "demand", "recommend", "offer", "pledge", "plan")
_DIRECTED = frozenset(("offer", "invitation"))
_POINTING = frozenset(("this", "that", "these", "those", "such"))
_DETERMINERS = _POINTING | {"the", "both"}
_FITS = 2.0
"""How well a noun fits that names just this act."""
_TELLING = frozenset(("NOUN", "PROPN", "VERB"))
_OWNING = frozenset(("poss", "relcl", "det", "appos", "conj", "cc", "punct"))


def find_stances(parse: Parse, notes: Annotations) -> None:
    """Enter supporters, opponents and stances into the proposals of an article."""
    if not notes.proposals:
        return
    told = _told(parse, notes)
    for i in range(parse.size):
        stance = stance_of(parse, i) if parse.is_verb(i) else None
        if stance is not None:
            _by_verb(told, i, stance)


@dataclass(slots=True)
class _Told:
    """The proposals of an article in their order, with their places."""

    parse: Parse
    notes: Annotations
    spans: list[tuple[int, Proposal]]
    """First token of the clause, and the proposal."""
    cues: list[tuple[tuple[int, int], Proposal]]
    contents: list[tuple[tuple[int, int], Proposal]]
    sentences: list[int]
    repeated: Counter[int]
    lead: int
    """The sentence after the headings that the article begins with."""

    def meant(self, target: int, verb: int, actor: int, stance: str) -> Proposal | None:
        """Which proposal the words mean that `actor` is for or against: "the idea", "Kenya's offer", "it"."""
        parse = self.parse
        target = parse.antecedent(target)
        for (start, stop), proposal in self.cues:
            if start <= target < stop:
                return proposal
        for (start, stop), proposal in self.contents:
            if start <= target < stop < verb and parse.left[target] >= start and proposal.act == "propose":
                return proposal
        own = {id(m.entity) for m in mentions_of(self.notes, parse, actor, create=False)}
        others = [
            (start, p)
            for start, p in self.spans
            if bool({id(m.entity) for m in p.proposers} & own) == (stance == "withdraw")
        ]
        if parse.lower[target] in ("it", "this", "that"):
            return self._by_pronoun(verb, others)
        return self._by_name(target, verb, others) if parse.lemma[target] in _names() else None

    def _by_pronoun(self, verb: int, others: list[tuple[int, Proposal]]) -> Proposal | None:
        """It: what was proposed last, in the same or the previous sentence."""
        before = [pair for pair in others if pair[0] < verb and self._is_near(pair[0], verb)]
        answered = self.parse.lemma[verb] in limit("answer") - {"be"}
        return max(before, key=lambda pair: pair[0])[1] if before and answered else None

    def _by_name(self, target: int, verb: int, others: list[tuple[int, Proposal]]) -> Proposal | None:
        """The idea, Kenya's offer, the plan of X."""
        parse = self.parse
        owner = _owner(parse, target)
        owners = [] if owner is None else mentions_of(self.notes, parse, owner, create=False)
        if not owners and (owner is not None or not _has(parse, target, _DETERMINERS)):
            return None
        if not any(m.entity.named or _is_told_of(m, others) for m in owners):
            owners = []  # "the opposition's demand": whoever that is was told of by another name
        best, most = None, 0.0
        for start, proposal in others:
            if start >= verb and not owners:
                continue
            if owners and not any(_is_told_of(m, [(start, proposal)]) for m in owners):
                continue
            fit = _fit(parse.lemma[target], proposal)
            if not self._is_fit(target, verb, start, proposal, fit, bool(owners)):
                continue
            lead = self._sentence(start) <= self.lead
            fit += lead + (self.repeated[id(proposal.same_as or proposal)] > 0) + 0.5 * self._is_near(start, verb)
            if fit >= most:
                best, most = proposal, fit
        return best

    def _is_fit(self, target: int, verb: int, start: int, proposal: Proposal, fit: float, owned: bool) -> bool:
        """Whether a noun may mean a proposal by its kind, by its own words, and by how far off it is."""
        parse, name = self.parse, self.parse.lemma[target]
        if not _may_mean(parse, self.notes, target, proposal):
            return False
        near = self._is_near(start, verb)
        if owned:
            return fit > 0 or (near and name not in _DIRECTED)
        if fit <= 0 or (not near and _has(parse, target, _POINTING)):
            return False
        if fit >= _FITS:
            return True
        also = bool(proposal.stances) and _has(parse, verb, ("also",))
        asks = proposal.act in ("urge", "demand") and name in limit("planname") and not also
        return not asks and (near or self._sentence(start) <= self.lead)

    def _is_near(self, start: int, verb: int) -> bool:
        return 0 <= self._sentence(verb) - self._sentence(start) <= 1

    def _sentence(self, i: int) -> int:
        return bisect_right(self.sentences, i) - 1


def _told(parse: Parse, notes: Annotations) -> _Told:
    proposals = notes.proposals
    sentences = sorted(set(parse.sent_start))
    return _Told(
        parse, notes,
        [(tokens_of(parse, p.span)[0], p) for p in proposals],
        [(tokens_of(parse, p.cue), p) for p in proposals],
        [(tokens_of(parse, p.content), p) for p in proposals],
        sentences,
        Counter(id(p.same_as) for p in proposals if p.same_as is not None),
        next((i for i, start in enumerate(sentences) if start not in notes.headings), 0),
    )  # fmt: skip


@cache
def _names() -> frozenset[str]:
    """The nouns that name a proposal."""
    return limit("anyname").union(*(limit(f"{act}name") for act in _ACTS))


def _fit(name: str, proposal: Proposal) -> float:
    """How well a noun names a proposal."""
    if name in limit(f"{proposal.act}name"):
        return _FITS
    return float(name in limit("anyname") and (name not in _DIRECTED or proposal.act in ("propose", "offer")))


def _has(parse: Parse, i: int, words: frozenset[str] | tuple[str, ...]) -> bool:
    return any(parse.lower[c] in words for c in parse.children[i])


def _owner(parse: Parse, noun: int) -> int | None:
    """Whose plan it is: a possessor, or "of X", "by X"."""
    for c in parse.children[noun]:
        if parse.dep[c] == "poss":
            return c
        if parse.dep[c] in ("prep", "agent") and parse.lower[c] in ("of", "by", "from"):
            return parse.child(c, "pobj")
    return None


def _is_told_of(owner: Mention, proposals: list[tuple[int, Proposal]]) -> bool:
    """Whether somebody, or a state of whom, or one of whose officials or bodies, proposes one of them."""
    return any(_speaks_for(owner.entity, m.entity) for _, proposal in proposals for m in proposal.proposers)


def _speaks_for(one: Entity, other: Entity) -> bool:
    if one is other:
        return True
    states = one.kind in ("Country", "Agency") or other.kind in ("Country", "Agency")
    return states and one.country is not None and one.country == other.country


def _may_mean(parse: Parse, notes: Annotations, target: int, proposal: Proposal) -> bool:
    """Whether "the plan to tax fuel", "the Lund proposal" may be a proposal: one of its words is told of it, too."""
    told = {parse.lemma[i] for i in range(*tokens_of(parse, proposal.content))}
    if parse.lemma[target] in told:
        return False  # "the bill", where an amendment to it is proposed
    owners = {id(m.entity) for m in proposal.proposers}
    names = {word for m in proposal.proposers for word in m.entity.name.lower().split()}
    own = _own_words(parse, target)
    named = any(parse.lower[i] in names or any(id(m.entity) in owners for m in notes.mentions_at(i)) for i in own)
    return not own or named or any(parse.lemma[i] in told for i in own)


def _own_words(parse: Parse, noun: int) -> list[int]:
    """The words by which a noun says what it is about: "the plan | to tax fuel", "the | sunset | clause"."""
    found: list[int] = []
    for c in parse.children[noun]:
        if parse.dep[c] in _OWNING or parse.lower[c] in ("by", "from"):
            continue
        if parse.dep[c] != "amod" or parse.doc[c].is_title:
            words = range(parse.left[c], parse.right[c] + 1)
            found += [i for i in words if parse.pos[i] in _TELLING or parse.doc[i].is_title]
    return [i for i in found if i not in parse.times]


def _is_open(parse: Parse, verb: int) -> bool:
    """Whether a stance is only asked about, hoped for or made possible: "whether he backs it", "a chance to reject"."""
    if hypothetical(parse, verb) or any(
        parse.lower[c] in _HEDGED and parse.dep[c] == "aux" for c in parse.children[verb]
    ):
        return True
    if parse.tag[verb] != "VB" or not any(parse.tag[c] == "TO" for c in parse.children[verb]):
        return False
    above = parse.head[verb]
    if parse.dep[verb] == "advcl" and parse.tag[above] in ("VBD", "VBZ", "VBP", "VBN"):
        return False
    return parse.lemma[above] not in limit("settling")


def _by_verb(told: _Told, verb: int, stance: str) -> None:
    parse = told.parse
    if _is_open(parse, verb):
        return
    actor = parse.subject(verb)
    target = parse.child(verb, "nsubjpass") if parse.is_passive(verb) else _object(parse, verb)
    if parse.dep[verb] == "acl" and parse.tag[verb] == "VBN" and parse.child(verb, "agent") is not None:
        target = parse.head[verb]
    if negated(parse, verb):
        stance = _OPPOSITE.get(stance, "")
    if actor is None or target is None or not stance or not is_actor(parse, told.notes, actor):
        return
    proposal = told.meant(target, verb, actor, stance)
    if proposal is not None:
        _enter(told, proposal, actor, stance, (actor, verb, target))


def _object(parse: Parse, verb: int) -> int | None:
    found = parse.child(verb, "dobj")
    if found is not None:
        return found
    for c in parse.children[verb]:
        if c > verb and parse.lower[c] in _TAKEN_WITH and parse.dep[c] == "prep":
            return parse.child(c, "pobj")
    # "welcomed the offer of X to mediate", read as a clause: what is welcomed is the offer.
    clause = parse.child(verb, "ccomp")
    return None if clause is None or clause < verb else parse.child(clause, "nsubj")


def _enter(told: _Told, proposal: Proposal, actor: int, stance: str, words: tuple[int, ...]) -> None:
    parse, notes = told.parse, told.notes
    own = {id(m.entity) for m in proposal.proposers}
    taken = {(id(s.actor.entity), s.stance) for s in proposal.stances}
    for mention in [m for i in parse.conjuncts(actor) for m in mentions_of(notes, parse, i)]:
        if (id(mention.entity) in own and stance != "withdraw") or (id(mention.entity), stance) in taken:
            continue
        span = parse.characters(min(words), max(words) + 1)
        proposal.stances.append(StanceTaken(mention, stance, span))
        if stance in ("support", "accept", "join"):
            proposal.supporters.append(mention)
        elif stance == "oppose":
            proposal.opponents.append(mention)
