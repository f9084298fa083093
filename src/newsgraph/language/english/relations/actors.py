"""Who does what a verb or a noun of doing says: by the syntax, through infinitives, coordination and support."""

from __future__ import annotations

from newsgraph.language.annotations import Mention
from newsgraph.language.english.relations.ties import Ties
from newsgraph.language.english.syntax.parse import Parse

_HELPING = frozenset("support help assist back join aid train enable equip stand solidarity backing assistance".split())
_CONTROLLED = frozenset("conj xcomp advcl ccomp pcomp".split())
_BESIDE = frozenset("by for of with to alongside".split())


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
    found = [m for i in words for token in _listed(syntax, i) for m in of_kinds(ties, token, kinds)]
    governor = syntax.head[syntax.head[verb]] if syntax.dep[verb] == "pcomp" else syntax.head[verb]
    return found + (_helped(ties, governor, kinds) if syntax.dep[verb] in _CONTROLLED else [])


def objects_of_verb(ties: Ties, verb: int, kinds: frozenset[str]) -> list[Mention]:
    """The actors to whom is done what a verb says."""
    return [m for i in ties.syntax.verb_frame(verb).object for m in of_kinds(ties, i, kinds)]


def _listed(syntax: Parse, token: int) -> list[int]:
    """A name with those beside it in a list: "X, Y and Z" is often parsed as if Y and Z were X."""
    beside = [c for c in syntax.rights(token) if syntax.dep[c] == "appos" and syntax.tag[c] in ("NNP", "NNPS")]
    return [token, *(i for c in beside if len(found := syntax.conjuncts(c)) > 1 for i in found)]


def _helped(ties: Ties, helping: int, kinds: frozenset[str]) -> list[Mention]:
    """The actors who are supported in what they do: "stands by X", "support for X"."""
    syntax = ties.syntax
    found: list[Mention] = []
    for _ in range(3):
        # "support for X and its people in their fight"
        relation, above = syntax.dep[helping], syntax.head[helping]
        if (
            relation in ("conj", "pobj")
            and syntax.pos[helping] in ("NOUN", "PROPN")
            and syntax.lemma[helping] not in _HELPING
        ):
            helping = syntax.head[above] if relation == "pobj" and syntax.dep[above] == "prep" else above
    if syntax.pos[helping] == "VERB" and syntax.lemma[helping] not in _HELPING:
        # "reiterates support for X"
        helping = next((c for c in syntax.rights(helping) if syntax.dep[c] == "dobj"), helping)
    if syntax.lemma[helping] in _HELPING:
        for child in syntax.rights(helping):
            beside = syntax.dep[child] == "prep" and syntax.lower[child] in _BESIDE
            for noun in syntax.rights(child) if beside else (child,):
                if syntax.dep[noun] in ("dobj", "pobj"):
                    found += [m for i in syntax.conjuncts(noun) for m in of_kinds(ties, i, kinds)]
    return found


def doers_of(ties: Ties, noun: int, kinds: frozenset[str], depth: int = 0) -> list[Mention]:
    """The actors of a noun of doing: its possessor, the name before it, its "by" or the subject of its verb."""
    syntax = ties.syntax
    head, dep = syntax.head[noun], syntax.dep[noun]
    governor = syntax.head[head] if dep == "pobj" else head
    for child in syntax.lefts(noun):
        if syntax.dep[child] in ("poss", "compound", "nmod", "amod"):
            if found := of_kinds(ties, child, kinds):
                return found
            if syntax.dep[child] == "poss":
                return _helped(ties, governor, kinds)
    if found := agents_of(ties, noun, kinds):
        return found
    if depth and (owners := objects_of(ties, noun, "of")):
        return [m for t in owners for m in of_kinds(ties, t, kinds)]
    if depth > 4 or head == noun:
        return []
    if dep not in ("dobj", "attr", "pobj"):
        return []
    helped = _helped(ties, governor, kinds) if dep == "pobj" else []
    if syntax.pos[governor] in ("VERB", "AUX"):
        return subjects_of(ties, governor, kinds) + helped
    if dep == "pobj" and syntax.pos[governor] in ("NOUN", "PROPN"):
        return helped or of_kinds(ties, governor, kinds) or doers_of(ties, governor, kinds, depth + 1)
    return []
