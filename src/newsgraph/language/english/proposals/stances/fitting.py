"""What speaks against a noun meaning a proposal: words of its own that the proposal lacks, a stance not yet taken."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Proposal
from newsgraph.language.english.proposals.cues import limit
from newsgraph.language.english.proposals.table.asserted import hypothetical
from newsgraph.language.english.proposals.voices import tokens_of
from newsgraph.language.english.syntax.parse import Parse

_TELLING = frozenset(("NOUN", "PROPN", "VERB"))
_OWNING = frozenset(("poss", "relcl", "det", "appos"))
_OWNERS = frozenset(("by", "from"))


def is_open(parse: Parse, verb: int) -> bool:
    """Whether a stance is only asked about, hoped for or made possible: "whether he backs it", "a chance to reject"."""
    if hypothetical(parse, verb):
        return True
    if parse.tag[verb] != "VB" or not any(parse.tag[c] == "TO" for c in parse.children[verb]):
        return False
    above = parse.head[verb]
    if parse.dep[verb] == "advcl" and parse.tag[above] in ("VBD", "VBZ", "VBP", "VBN"):
        return False
    return parse.lemma[above] not in limit("settling")


def may_mean(parse: Parse, notes: Annotations, target: int, proposal: Proposal) -> bool:
    """Whether "the plan to tax fuel", "the Lund proposal" may be a proposal: one of its words is told of it, too."""
    start, stop = tokens_of(parse, proposal.content)
    told = {parse.lemma[i] for i in range(start, stop)}
    if parse.lemma[target] in told and not _is_root(parse, target, start, stop):
        return False  # "the bill", where an amendment to it is proposed
    owners = {id(m.entity) for m in proposal.proposers}
    names = {word for m in proposal.proposers for word in m.entity.name.lower().split()}
    own = _own_words(parse, target)
    named = any(parse.lower[i] in names or any(id(m.entity) in owners for m in notes.mentions_at(i)) for i in own)
    return not own or named or any(parse.lemma[i] in told for i in own)


def _is_root(parse: Parse, target: int, start: int, stop: int) -> bool:
    """Whether the word of a noun stands in a content on its own, not below another noun."""
    places = [i for i in range(start, stop) if parse.lemma[i] == parse.lemma[target]]
    return any(parse.dep[i] not in ("pobj", "compound") or parse.is_verb(parse.head[parse.head[i]]) for i in places)


def _own_words(parse: Parse, noun: int) -> list[int]:
    """The words by which a noun says what it is about: "the plan | to tax fuel", "the | sunset | clause"."""
    found: list[int] = []
    for c in parse.children[noun]:
        if parse.dep[c] in _OWNING or parse.lower[c] in _OWNERS or parse.dep[c] in ("conj", "cc", "punct"):
            continue
        if parse.dep[c] == "amod" and parse.pos[c] != "PROPN":
            continue
        found += [i for i in range(parse.left[c], parse.right[c] + 1) if parse.pos[i] in _TELLING]
    return [i for i in found if i not in parse.times]
