"""The same proposal said again in an article: each record keeps its evidence and leads to the first."""

from __future__ import annotations

from newsgraph.language.annotations import Proposal
from newsgraph.language.english.proposals.cues import limit
from newsgraph.language.english.proposals.voices import tokens_of
from newsgraph.language.english.syntax.parse import Parse

_CONTENT_WORDS = frozenset(("NOUN", "PROPN", "VERB", "ADJ"))
_LIGHT = frozenset("be have do make take get go continue work ensure help keep new other more all such".split())
_SAME = 0.7
_SAME_WORDS = 0.8


def link_repeated(
    parse: Parse, proposals: list[Proposal], anaphoric: set[int], definite: set[int], answered: set[int]
) -> list[Proposal]:
    """Set `same_as`.

    By `id` of a proposal: the anaphoric ones ("the call for talks", by nobody) are dropped where they repeat nothing;
    the definite ones ("X repeated the call for talks") may repeat another's. What is answered by nobody's name
    ("rejected an offer to mediate") may also be told in full later on.
    """
    kept: list[tuple[Proposal, frozenset[str]]] = []
    waiting: list[tuple[Proposal, frozenset[str]]] = []
    for proposal in sorted(proposals, key=lambda p: (p.span, p.cue)):
        words = _words(parse, proposal)
        match = None
        for other, others in kept:
            share = _shared(words, others)
            if other.negated != proposal.negated or _differ_in_number(parse, proposal, other):
                continue
            if share < _SAME and not _in_short(proposal, words, other, others):
                continue
            if id(proposal) in definite or _one_voice(proposal, other, share):
                match = other
                break
        if id(proposal) in anaphoric:
            if match is None:
                if id(proposal) in answered:
                    waiting.append((proposal, words))
                continue
            proposal.proposers = list(match.proposers)
        if match is not None:
            proposal.same_as = match.same_as or match
        kept.append((proposal, words))
    for proposal, words in waiting:
        for other, others in kept:
            if other.span > proposal.span and other.negated == proposal.negated and _shared(words, others) >= _SAME:
                proposal.proposers = list(other.proposers)
                other.same_as = other.same_as or proposal
                kept.append((proposal, words))
                break
    return sorted((proposal for proposal, _ in kept), key=lambda p: (p.span, p.cue))


def _in_short(one: Proposal, words: frozenset[str], other: Proposal, others: frozenset[str]) -> bool:
    """Whether a single word sums up what two sides were asked to do: "X's call for dialogue", after "cooperation"."""
    mutual = limit("mutual")
    return len(words) == 1 and one.act == other.act and words <= mutual and bool(others & mutual)


def _one_voice(one: Proposal, other: Proposal, share: float) -> bool:
    """Whether the same actor proposes, or one of the same country in nearly the same words."""
    if not one.proposers or {id(m.entity) for m in one.proposers} & {id(m.entity) for m in other.proposers}:
        return True
    countries = {m.entity.country for m in one.proposers} & {m.entity.country for m in other.proposers}
    return share >= _SAME_WORDS and bool(countries - {None})


def _words(parse: Parse, proposal: Proposal) -> frozenset[str]:
    start, stop = tokens_of(parse, proposal.content)
    return frozenset(
        parse.lemma[i] for i in range(start, stop) if parse.pos[i] in _CONTENT_WORDS and parse.lemma[i] not in _LIGHT
    )


def _differ_in_number(parse: Parse, one: Proposal, other: Proposal) -> bool:
    """Whether two contents count another thing each: "10 million dollars", "a further 25 million dollars"."""
    first, second = (
        {parse.lower[i] for i in range(*tokens_of(parse, proposal.content)) if parse.pos[i] == "NUM"}
        for proposal in (one, other)
    )
    return not (first <= second or second <= first)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter content is in the longer."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
