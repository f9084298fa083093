"""Which proposal the words mean that somebody is for or against: "the idea", "Kenya's offer", "it"."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from newsgraph.language.annotations import Annotations, Entity, Mention, Proposal
from newsgraph.language.english.coreference.nominals import mentions_of
from newsgraph.language.english.proposals.cues import limit
from newsgraph.language.english.proposals.stances.fitting import may_mean
from newsgraph.language.english.proposals.voices import tokens_of
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.known_names import demonym_country

_ACTS = ("urge", "propose", "demand", "recommend", "offer", "pledge", "plan")
_DIRECTED = frozenset(("offer", "invitation"))
_DETERMINERS = frozenset(("the", "this", "that", "these", "those", "such", "both"))
_POINTING = frozenset(("this", "that", "these", "those", "such"))
_FITS = 2.0
"""How well a noun fits that names just this act."""
_THING_SENTENCES = 3
"""So many sentences back a thing is that was wanted: "the commission"."""
_PRONOUNS = frozenset(("it", "this", "that"))


@cache
def _names() -> frozenset[str]:
    """The nouns that name a proposal."""
    return limit("anyname").union(*(limit(f"{act}name") for act in _ACTS))


@dataclass(slots=True)
class Told:
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
    last: tuple[int, Proposal] | None = field(default=None)
    """The last token that meant a proposal, and that proposal."""

    def meant(self, target: int, verb: int, actor: int, stance: str) -> Proposal | None:
        """The proposal that a noun phrase means, said by or of `actor`."""
        found = self._meant(target, verb, actor, stance)
        if found is not None:
            self.last = (verb, found)
        return found

    def proposes(self, i: int) -> bool:
        """Whether a word is part of what somebody wants done: "urged members to accept the deal"."""
        return any(start <= i < stop for (start, stop), _ in self.contents)

    def last_in_sentence(self, noun: int) -> Proposal | None:
        """The last proposal that the sentence of a noun tells."""
        parse = self.parse
        inside = [p for start, p in self.spans if parse.sent_start[noun] <= start < parse.sent_end[noun]]
        return inside[-1] if inside else None

    def _meant(self, target: int, verb: int, actor: int, stance: str) -> Proposal | None:
        parse = self.parse
        if parse.lower[target] == "which" and (found := self._by_relative(target, actor, stance)) is not None:
            return found
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
        if parse.lower[target] in _PRONOUNS:
            return self._by_pronoun(verb, others)
        if parse.lemma[target] in _names():
            return self._by_name(target, verb, actor, stance, others)
        return self._by_thing(target, verb, others)

    def _by_relative(self, target: int, actor: int, stance: str) -> Proposal | None:
        """Which, after a comma, where it takes up the whole demand: "..., which X has ruled out"."""
        asked = {id(m.entity) for m in mentions_of(self.notes, self.parse, actor, create=False)}
        for (_, stop), proposal in self.contents:
            if target - 2 <= stop < target:
                is_asked = bool({id(m.entity) for m in proposal.addressees} & asked)
                return proposal if is_asked or stance == "oppose" else None
        return None

    def _by_pronoun(self, verb: int, others: list[tuple[int, Proposal]]) -> Proposal | None:
        """It: what was proposed, or spoken of as proposed, in the same or the previous sentence."""
        if self.parse.lemma[verb] not in limit("answer") or self.parse.lemma[verb] == "be":
            return None
        before = [(start, p) for start, p in others if start < verb]
        if self.last is not None and any(p is self.last[1] for _, p in others):
            before.append((self.last[0], self.last[1]))
        if not before:
            return None
        start, proposal = max(before, key=lambda found: found[0])
        return proposal if self._sentence(verb) - self._sentence(start) <= 1 else None

    def _by_name(
        self, target: int, verb: int, actor: int, stance: str, others: list[tuple[int, Proposal]]
    ) -> Proposal | None:
        """The idea, Kenya's offer, the plan of X."""
        parse = self.parse
        if (found := self._in_apposition(target)) is not None:
            return found
        owner = _owner(parse, target)
        determined = owner is not None or any(parse.lower[c] in _DETERMINERS for c in parse.children[target])
        if not determined:
            return None
        owners = [] if owner is None else mentions_of(self.notes, parse, owner, create=False)
        if owner is not None and not owners:
            return None
        nation = _nation(parse, target)
        if owners and not any(m.entity.named for m in owners) and not self._said_by(owners):
            # "the opposition's demand": whoever that is was told of by another name.
            owners = []
        asked = {id(m.entity) for m in mentions_of(self.notes, parse, actor, create=False)}
        best, most = None, 0.0
        for start, proposal in others:
            if start >= verb and not owners:
                continue
            if nation is not None and all(m.entity.country != nation for m in proposal.proposers):
                continue
            if owners and not any(_speaks_for(m.entity, p.entity) for m in owners for p in proposal.proposers):
                continue
            is_asked = bool({id(m.entity) for m in proposal.addressees} & asked)
            fit = self._fit(parse.lemma[target], proposal, stance, is_asked)
            if not self._is_fit(target, verb, start, proposal, fit, bool(owners)):
                continue
            fit += self._prominence(start, proposal, verb)
            if fit >= most:
                best, most = proposal, fit
        return best

    def _is_fit(self, target: int, verb: int, start: int, proposal: Proposal, fit: float, owned: bool) -> bool:
        """Whether a noun may mean a proposal by its kind, by its own words, and by how far off it is."""
        parse, name = self.parse, self.parse.lemma[target]
        if not may_mean(parse, self.notes, target, proposal):
            return False
        near = 0 <= self._sentence(verb) - self._sentence(start) <= 1
        if owned:
            return fit > 0 or (near and name not in _DIRECTED)
        pointing = any(parse.lower[c] in _POINTING for c in parse.children[target])
        if fit <= 0 or (pointing and not near):
            return False
        if fit >= _FITS:
            return True
        also = bool(proposal.stances) and any(parse.lower[c] == "also" for c in parse.children[verb])
        asks = proposal.act in ("urge", "demand") and name in limit("planname") and not also
        return not asks and (near or self._sentence(start) <= self.lead)

    def _in_apposition(self, target: int) -> Proposal | None:
        """What "..., a plan that X rejected" takes up: what the words before it propose."""
        parse = self.parse
        first = parse.left[target]
        if parse.lower[first] not in ("a", "an") or parse.lower[first - 1] not in (",", "–", "—"):
            return None
        for (start, stop), proposal in reversed(self.contents):
            if (start < first and abs(first - 1 - stop) <= 1) or start < target < stop:
                return proposal
        return None

    def _said_by(self, owners: list[Mention]) -> bool:
        return any(_speaks_for(m.entity, p.entity) for _, told in self.spans for p in told.proposers for m in owners)

    def _fit(self, name: str, proposal: Proposal, stance: str, asked: bool) -> float:
        """How well a noun names a proposal; who answers a request is asked."""
        fit = 2.0 if name in limit(f"{proposal.act}name") else 1.0 if name in limit("anyname") else 0.0
        if fit == 1 and name in _DIRECTED and proposal.act not in ("propose", "offer"):
            fit = 0.5 if name == "invitation" and proposal.act == "urge" else 0
        if fit and asked and name not in limit("anyname") and stance in ("accept", "oppose"):
            fit += 2
        return fit

    def _prominence(self, start: int, proposal: Proposal, verb: int) -> float:
        """More for what the headline or lead tells or what is told again; a little for what is near."""
        first = proposal.same_as or proposal
        lead = (self._sentence(start) <= self.lead) + (self.repeated[id(first)] > 0)
        near = 0 <= self._sentence(verb) - self._sentence(start) <= 1
        return lead + 0.5 * near

    def _by_thing(self, target: int, verb: int, others: list[tuple[int, Proposal]]) -> Proposal | None:
        """The commission: the thing that somebody wants made or done."""
        parse = self.parse
        known = any(parse.lower[c] in _DETERMINERS for c in parse.children[target])
        if parse.lemma[verb] not in limit("answer") or not known:
            return None
        best, most = None, 0.0
        for start, proposal in others:
            if self._sentence(verb) - self._sentence(start) > _THING_SENTENCES:
                continue
            if not proposal.negated and start != target and self._is_thing(proposal, parse.lemma[target]):
                fit = 1 + self._prominence(start, proposal, verb)
                if fit > most:
                    best, most = proposal, fit
        return best

    def _is_thing(self, proposal: Proposal, lemma: str) -> bool:
        parse = self.parse
        start, stop = tokens_of(parse, proposal.content)
        for i in range(start, stop):
            if parse.lemma[i] == lemma and parse.pos[i] == "NOUN":
                up = parse.head[i]
                if not start <= up < stop:
                    return lemma not in limit("stopping")
                if parse.dep[i] == "dobj" and parse.is_verb(up):
                    return parse.lemma[up] not in limit("undoing")
        return False

    def _sentence(self, i: int) -> int:
        return bisect_right(self.sentences, i) - 1


def proposals_told(parse: Parse, notes: Annotations, proposals: list[Proposal]) -> Told:
    """The proposals of an article, to be asked for by the words that mean them."""
    sentences = sorted(set(parse.sent_start))
    lead = next((i for i, start in enumerate(sentences) if start not in notes.headings), 0)
    return Told(
        parse, notes,
        [(tokens_of(parse, p.span)[0], p) for p in proposals],
        [(tokens_of(parse, p.cue), p) for p in proposals],
        [(tokens_of(parse, p.content), p) for p in proposals],
        sentences,
        Counter(id(p.same_as) for p in proposals if p.same_as is not None), lead,
    )  # fmt: skip


def _owner(parse: Parse, noun: int) -> int | None:
    """Whose plan it is: a possessor, or "of X", "by X"."""
    for c in parse.children[noun]:
        if parse.dep[c] == "poss":
            return c
        if parse.dep[c] in ("prep", "agent") and parse.lower[c] in ("of", "by", "from"):
            return parse.child(c, "pobj")
    return None


def _nation(parse: Parse, noun: int) -> str | None:
    """The country of an adjective before a noun: "the Qatari proposal"."""
    for c in parse.children[noun]:
        if (
            parse.dep[c] == "amod"
            and parse.doc[c].is_title
            and (code := demonym_country(parse.doc[c].text)) is not None
        ):
            return code
    return None


def _speaks_for(one: Entity, other: Entity) -> bool:
    """Whether two are the same, or a state and one of its officials or bodies."""
    if one is other:
        return True
    states = one.kind in ("Country", "Agency") or other.kind in ("Country", "Agency")
    return states and one.country is not None and one.country == other.country
