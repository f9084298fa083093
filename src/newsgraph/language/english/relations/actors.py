"""Who does what a verb or a noun of doing says: by the syntax, through infinitives, coordination and support."""

from __future__ import annotations

from newsgraph.language.annotations import Mention
from newsgraph.language.english.relations.ties import Ties
from newsgraph.language.english.syntax.parse import Parse


def of_kinds(ties: Ties, token: int, kinds: frozenset[str]) -> list[Mention]:
    """The persons or bodies of these kinds that a word stands for."""
    if "Person" in kinds and (people := ties.people(token)):
        return people
    found = [m for m in ties.bodies(token) if m.entity.kind in kinds or ("ArmedGroup" in kinds and is_armed(m))]
    if not found and "Other" in kinds:
        found = [m for m in ties.notes.mentions_at(token) if m.entity.kind == "Other" and m.form == "name"]
    return found


def is_armed(mention: Mention) -> bool:
    """Whether it is an armed group, or a party that is one as well."""
    return mention.entity.kind == "ArmedGroup" or mention.entity.sector == "REB"


def objects_of(ties: Ties, word: int, link: str) -> list[int]:
    """The nouns that hang on a word by a preposition."""
    return [i for name, i in ties.syntax.prepositions(word) if name == link]


def agents_of(ties: Ties, word: int, kinds: frozenset[str]) -> list[Mention]:
    """The actors behind the "by" of a verb or a noun."""
    return [m for token in objects_of(ties, word, "by") for m in of_kinds(ties, token, kinds)]


def subjects_of(ties: Ties, verb: int, kinds: frozenset[str], *, passive: bool = False) -> list[Mention]:
    """The actors who do what a verb says, or to whom it is done if it is passive."""
    syntax = ties.syntax
    frame = syntax.verb_frame(verb)
    words = frame.object if passive or frame.passive else frame.subject
    return [m for i in words for token in _listed(syntax, i) for m in of_kinds(ties, token, kinds)]


def objects_of_verb(ties: Ties, verb: int, kinds: frozenset[str]) -> list[Mention]:
    """The actors to whom is done what a verb says."""
    return [m for i in ties.syntax.verb_frame(verb).object for m in of_kinds(ties, i, kinds)]


def _listed(syntax: Parse, token: int) -> list[int]:
    """A name with those beside it in a list: "X, Y and Z" is often parsed as if Y and Z were X."""
    beside = [c for c in syntax.rights(token) if syntax.dep[c] == "appos" and syntax.tag[c] in ("NNP", "NNPS")]
    return [token, *(i for c in beside if len(found := syntax.conjuncts(c)) > 1 for i in found)]


def doers_of(ties: Ties, noun: int, kinds: frozenset[str], depth: int = 0) -> list[Mention]:
    """The actors of a noun of doing: its possessor, the name before it, its "by" or the subject of its verb."""
    syntax = ties.syntax
    head, dep = syntax.head[noun], syntax.dep[noun]
    governor = syntax.head[head] if dep == "pobj" else head
    for child in syntax.lefts(noun):
        if syntax.dep[child] in ("poss", "compound", "nmod", "amod"):
            found = of_kinds(ties, child, kinds)
            if found or syntax.dep[child] == "poss":
                return found
    if found := agents_of(ties, noun, kinds):
        return found
    if depth and (owners := objects_of(ties, noun, "of")):
        return [m for t in owners for m in of_kinds(ties, t, kinds)]
    if depth > 4 or head == noun:
        return []
    if dep not in ("dobj", "attr", "pobj"):
        return []
    if syntax.pos[governor] in ("VERB", "AUX"):
        return subjects_of(ties, governor, kinds)
    if dep == "pobj" and syntax.pos[governor] in ("NOUN", "PROPN"):
        return of_kinds(ties, governor, kinds) or doers_of(ties, governor, kinds, depth + 1)
    return []
