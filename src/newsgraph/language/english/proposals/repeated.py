"""The same proposal said again in an article: each record keeps its evidence and leads to the first."""

from __future__ import annotations

from newsgraph.language.annotations import Proposal
from newsgraph.language.english.proposals.cues import Draft
from newsgraph.language.english.proposals.voices import tokens_of
from newsgraph.language.english.syntax.parse import Parse

_CONTENT_WORDS = frozenset(("NOUN", "PROPN", "VERB", "ADJ"))
_LIGHT = frozenset("be have do make take get go continue work ensure help keep new other more all such".split())
_SAME = 0.7
_SAME_WORDS = 0.8


def link_repeated(parse: Parse, found: list[tuple[Draft, Proposal]]) -> list[Proposal]:
    """Set `same_as`.

    The anaphoric ones ("the call for talks", by nobody) are dropped where they repeat nothing; the definite ones
    ("X repeated the call for talks") may repeat another's.
    """
    kept: list[tuple[Proposal, frozenset[str]]] = []
    for draft, proposal in sorted(found, key=lambda pair: (pair[1].span, pair[1].cue)):
        words = _words(parse, proposal)
        match = next((p for p, others in kept if _repeats(parse, draft, proposal, words, p, others)), None)
        if match is not None:
            proposal.same_as = match.same_as or match
        if draft.anaphoric:
            proposal.proposers = [] if match is None else list(match.proposers)
        if match is not None or not draft.anaphoric:
            kept.append((proposal, words))
    return [proposal for proposal, _ in kept]


def _repeats(
    parse: Parse, draft: Draft, one: Proposal, words: frozenset[str], other: Proposal, others: frozenset[str]
) -> bool:
    share = _shared(words, others)
    if one.negated != other.negated or share < _SAME or _differ_in_number(parse, one, other):
        return False
    return draft.definite or _one_voice(one, other, share)


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
