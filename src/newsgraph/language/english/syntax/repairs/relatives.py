"""Relative clauses, put behind the noun that their verb agrees with: "a group of doctors that opposes the ban"."""

from __future__ import annotations

from newsgraph.language.english.syntax.tokens import Tokens

_RELATIVES = ("who", "that", "which")
_ONE, _MANY = frozenset(("is", "was", "has", "does")), frozenset(("are", "were", "have", "do"))
_CLIMB = frozenset(("pobj", "prep", "acl", "agent"))
"""Relations between a noun and the one that its phrase belongs to: "a group made up of doctors"."""
_STEPS = 4


def agree_relatives(parse: Tokens) -> None:
    """Hang a relative clause on the noun with its number, where the parser takes the one next to it, or the first."""
    for word in _RELATIVES:
        for relative in parse.at(word):
            verb = parse.head[relative]
            noun = parse.head[verb]
            if parse.dep[verb] != "relcl" or parse.dep[relative] not in ("nsubj", "nsubjpass") or noun > relative:
                continue
            many = _is_many(parse, verb)
            if many is None or any(parse.dep[k] == "conj" and parse.head[k] == noun for k in range(noun, relative)):
                continue
            other = _those_below(parse, noun, relative) if many else _one_above(parse, noun)
            if other is not None:
                parse.head[verb] = other


def _is_many(parse: Tokens, verb: int) -> bool | None:
    """Whether a clause is said of several, by its finite verb; none if that does not tell."""
    helping = [k for k in range(max(0, verb - 6), verb) if parse.head[k] == verb and parse.dep[k] in ("aux", "auxpass")]
    finite = helping[0] if helping else verb
    if parse.lower[finite] in _ONE or parse.lower[finite] in _MANY:
        return parse.lower[finite] in _MANY
    return parse.tag[finite] == "VBP" if parse.tag[finite] in ("VBP", "VBZ") else None


def _one_above(parse: Tokens, noun: int) -> int | None:
    """The noun in the singular whose phrase a plural is in."""
    if parse.tag[noun] != "NNS" or parse.lemma[noun] == parse.lower[noun] or parse.dep[noun] != "pobj":
        return None
    at = noun
    for _ in range(_STEPS):
        if parse.dep[at] not in _CLIMB:
            return None
        at = parse.head[at]
        if parse.tag[at] in ("NN", "NNP"):
            return at if at < noun else None
    return None


def _those_below(parse: Tokens, noun: int, relative: int) -> int | None:
    """The plural right before a clause, in the phrase of a noun in the singular."""
    before = relative - 2 if parse.lower[relative - 1] == "," else relative - 1
    if parse.tag[noun] != "NN" or before <= noun or parse.tag[before] != "NNS" or parse.dep[before] != "pobj":
        return None
    at = before
    for _ in range(_STEPS):
        if at == noun:
            return before
        at = parse.head[at]
    return None
