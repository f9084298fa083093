"""Heads, owners and places of noun phrases, where the parser mistakes which noun hangs on which."""

from __future__ import annotations

from newsgraph.language.english.syntax.repairs.misparsed import misparsed, name_start
from newsgraph.language.english.syntax.tokens import Tokens

_LISTED = frozenset(("pobj", "conj", "appos", "npadvmod"))
"""Relations of a place behind whose name that of a wider one stands."""
_ASIDE = frozenset(("advcl", "npadvmod", "nmod", "dep", "advmod"))
"""Relations that the parser gives to a noun that it takes for no subject."""


def lead_by_offices(parse: Tokens) -> None:
    """Make "president" the head of "the president-elect", which the parser takes for a word beside "elect"."""
    head, dep = parse.head, parse.dep
    for i in parse.at("elect", "designate"):
        office = i - 2
        if office < 0 or parse.lower[i - 1] != "-" or head[office] != i:
            continue
        if parse.pos[office] not in ("NOUN", "PROPN"):
            continue
        for k in range(parse.sent_start[i], parse.sent_end[i]):
            if head[k] == i and k not in (i, office):
                head[k] = office
        head[office], dep[office] = (office if head[i] == i else head[i]), dep[i]
        head[i], dep[i], parse.pos[i], parse.tag[i] = office, "amod", "ADJ", "JJ"


def find_owners(parse: Tokens) -> None:
    """Make A the owner in "and A's B", where the parser takes A for one more of a list, and B for another."""
    head, dep = parse.head, parse.dep
    for i, tag in enumerate(parse.tag):
        owner = i - 1
        if tag != "POS" or head[i] != owner or dep[owner] not in ("conj", "appos") or not 0 < i < parse.size - 1:
            continue
        for owned in range(i + 1, min(i + 6, parse.size)):
            if parse.pos[owned] in ("PUNCT", "VERB", "ADP", "CCONJ"):
                break
            if parse.pos[owned] in ("NOUN", "PROPN") and head[owned] in (owner, head[owner]):
                dep[owned], head[owned] = dep[owner], head[owner]
                dep[owner], head[owner] = "poss", owned
                break


def find_wider_places(parse: Tokens) -> None:
    """Make C part of where it is in "a woman of A, B, C was convicted", where the parser lets C be convicted.

    So it is in "police in B, C arrested", where the parser takes the police for an aside; "the capital of B, C" is C.
    """
    head, dep, pos = parse.head, parse.dep, parse.pos
    for i, relation in enumerate(dep):
        if relation not in ("nsubj", "nsubjpass") or pos[i] != "PROPN" or i < 3:
            continue
        start = name_start(parse, i)
        before = start - 2
        if before < 2 or parse.lower[start - 1] != "," or pos[before] != "PROPN" or dep[before] not in _LISTED:
            continue
        verb, noun = head[i], head[head[before]]
        if noun < before and head[noun] == verb and parse.lemma[noun] in misparsed("what a place is"):
            head[noun], dep[noun] = i, "appos"
        elif any(head[k] == verb and dep[k] == dep[i] for k in range(max(0, before - 20), before)):
            head[i], dep[i] = before, "appos"
        elif dep[before] == "pobj" and head[noun] == verb and _is_somebody_there(parse, noun, i):
            head[noun], dep[noun] = verb, dep[i]
            head[i], dep[i] = before, "appos"


def _is_somebody_there(parse: Tokens, noun: int, place: int) -> bool:
    """Whether a noun that the parser takes for an aside is who acts, as "police" in "police in A, B arrested"."""
    if parse.pos[noun] not in ("NOUN", "PROPN") or parse.dep[noun] not in _ASIDE or noun > place:
        return False
    return parse.doc[place].ent_type_ == "GPE"
