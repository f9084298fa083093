"""Who does what a verb or a noun of doing says: by the syntax, through infinitives, coordination and support."""

from __future__ import annotations

from spacy.tokens import Token

from newsgraph.language.annotations import Mention
from newsgraph.language.relations.ties import Ties
from newsgraph.language.syntax.parse import parse_of

_HELPING = frozenset("support help assist back join aid train enable equip stand solidarity backing assistance".split())
_CONTROLLED = frozenset("conj xcomp advcl ccomp pcomp".split())
_BESIDE = frozenset("by for of with to alongside".split())


def of_kinds(ties: Ties, token: Token, kinds: frozenset[str]) -> list[Mention]:
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


def objects_of(word: Token, link: str) -> list[Token]:
    """The nouns that hang on a word by a preposition."""
    return [word.doc[i] for name, i in parse_of(word.doc).prepositions(word.i) if name == link]


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive."""
    return parse_of(verb.doc).is_passive(verb.i)


def agents_of(ties: Ties, word: Token, kinds: frozenset[str]) -> list[Mention]:
    """The actors behind the "by" of a verb or a noun."""
    return [m for token in objects_of(word, "by") for m in of_kinds(ties, token, kinds)]


def subjects_of(ties: Ties, verb: Token, kinds: frozenset[str], *, passive: bool = False) -> list[Mention]:
    """The actors who do what a verb says, or to whom it is done if it is passive."""
    frame = parse_of(verb.doc).verb_frame(verb.i)
    words = frame.object if passive or frame.passive else frame.subject
    found = [m for i in words for token in _listed(verb.doc[i]) for m in of_kinds(ties, token, kinds)]
    governor = verb.head.head if verb.dep_ == "pcomp" else verb.head
    return found + (_helped(ties, governor, kinds) if verb.dep_ in _CONTROLLED else [])


def objects_of_verb(ties: Ties, verb: Token, kinds: frozenset[str]) -> list[Mention]:
    """The actors to whom is done what a verb says."""
    return [m for i in parse_of(verb.doc).verb_frame(verb.i).object for m in of_kinds(ties, verb.doc[i], kinds)]


def _listed(token: Token) -> list[Token]:
    """A name with those beside it in a list: "X, Y and Z" is often parsed as if Y and Z were X."""
    parse = parse_of(token.doc)
    beside = [c for c in token.rights if c.dep_ == "appos" and c.tag_ in ("NNP", "NNPS")]
    return [token, *(token.doc[i] for c in beside if len(found := parse.conjuncts(c.i)) > 1 for i in found)]


def _helped(ties: Ties, helping: Token, kinds: frozenset[str]) -> list[Mention]:
    """The actors who are supported in what they do: "stands by X", "support for X"."""
    found: list[Mention] = []
    for _ in range(3):
        # "support for X and its people in their fight"
        if helping.pos_ in ("NOUN", "PROPN") and helping.lemma_ not in _HELPING and helping.dep_ in ("conj", "pobj"):
            helping = helping.head.head if helping.dep_ == "pobj" and helping.head.dep_ == "prep" else helping.head
    if helping.pos_ == "VERB" and helping.lemma_ not in _HELPING:
        # "reiterates support for X"
        helping = next((c for c in helping.rights if c.dep_ == "dobj"), helping)
    if helping.lemma_ in _HELPING:
        for child in helping.rights:
            for noun in child.rights if child.dep_ == "prep" and child.lower_ in _BESIDE else (child,):
                if noun.dep_ in ("dobj", "pobj"):
                    joint = parse_of(noun.doc).conjuncts(noun.i)
                    found += [m for i in joint for m in of_kinds(ties, noun.doc[i], kinds)]
    return found


def doers_of(ties: Ties, noun: Token, kinds: frozenset[str], depth: int = 0) -> list[Mention]:
    """The actors of a noun of doing: its possessor, the name before it, its "by" or the subject of its verb."""
    head, dep = noun.head, noun.dep_
    governor = head.head if dep == "pobj" else head
    for child in noun.lefts:
        if child.dep_ in ("poss", "compound", "nmod", "amod"):
            if found := of_kinds(ties, child, kinds):
                return found
            if child.dep_ == "poss":
                return _helped(ties, governor, kinds)
    if found := agents_of(ties, noun, kinds):
        return found
    if depth and (owners := objects_of(noun, "of")):
        return [m for t in owners for m in of_kinds(ties, t, kinds)]
    if depth > 4 or head.i == noun.i:
        return []
    if dep == "conj":
        return doers_of(ties, head, kinds, depth + 1)
    if dep not in ("dobj", "attr", "pobj"):
        return []
    helped = _helped(ties, governor, kinds) if dep == "pobj" else []
    if governor.pos_ == "ADV":
        governor = governor.head
    if governor.pos_ in ("VERB", "AUX"):
        return subjects_of(ties, governor, kinds) + helped
    if dep == "pobj" and governor.pos_ in ("NOUN", "PROPN"):
        return helped or of_kinds(ties, governor, kinds) or doers_of(ties, governor, kinds, depth + 1)
    return []
