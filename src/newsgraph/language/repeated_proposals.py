"""The same proposal said again in an article: each record keeps its evidence and leads to the first."""

from __future__ import annotations

from newsgraph.language.annotations import Proposal
from newsgraph.language.parse import Parse
from newsgraph.language.voices import tokens_of

_CONTENT_WORDS = frozenset(("NOUN", "PROPN", "VERB", "ADJ"))
_LIGHT = frozenset("be have do make take get go continue work ensure help keep new other more all such".split())
_SAME = 0.6


def link_repeated(parse: Parse, proposals: list[Proposal], anaphoric: set[int]) -> list[Proposal]:
    """Set `same_as`; drop the anaphoric ones ("the call for talks", by `id`) that repeat nothing."""
    kept: list[tuple[Proposal, frozenset[str]]] = []
    for proposal in sorted(proposals, key=lambda p: (p.span, p.cue)):
        words = _words(parse, proposal)
        entities = {id(m.entity) for m in proposal.proposers}
        match = None
        for other, others in kept:
            if entities and not entities & {id(m.entity) for m in other.proposers}:
                continue
            if other.negated == proposal.negated and _alike(words, others):
                match = other
                break
        if id(proposal) in anaphoric:
            if match is None:
                continue
            proposal.proposers = list(match.proposers)
        if match is not None:
            proposal.same_as = match.same_as or match
        kept.append((proposal, words))
    return [proposal for proposal, _ in kept]


def _words(parse: Parse, proposal: Proposal) -> frozenset[str]:
    start, stop = tokens_of(parse, proposal.content)
    return frozenset(
        parse.lemma[i] for i in range(start, stop) if parse.pos[i] in _CONTENT_WORDS and parse.lemma[i] not in _LIGHT
    )


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    if not one or not other:
        return False
    return len(one & other) / min(len(one), len(other)) >= _SAME
