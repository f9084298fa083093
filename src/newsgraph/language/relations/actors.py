"""Who does what a verb or a noun of doing says: by the syntax, through infinitives, coordination and support."""

from __future__ import annotations

from spacy.tokens import Token

from newsgraph.language.annotations import Mention
from newsgraph.language.relations.ties import Ties

_HELPING = frozenset("support help assist back join aid train enable equip stand solidarity backing assistance".split())
# Before what the object does: "helps X in fighting", "accuses X of arming".
_CONTROLLING = frozenset(["in", "of", "for"])
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


def conjuncts_of(token: Token) -> list[Token]:
    """The words coordinated with one, behind it."""
    found = []
    for child in token.rights:
        if child.dep_ == "conj":
            found += [child, *conjuncts_of(child)]
    return found


def objects_of(word: Token, link: str) -> list[Token]:
    """The nouns that hang on a word by a preposition."""
    found = []
    for child in word.rights:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ == link:
            for noun in child.rights:
                if noun.dep_ == "pobj":
                    found += [noun, *conjuncts_of(noun)]
    return found


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive."""
    if any(c.dep_ in ("auxpass", "nsubjpass", "agent") for c in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod") and not any(c.dep_ == "dobj" for c in verb.children)


def agents_of(verb: Token) -> list[Token]:
    """The nouns behind the "by" of a verb or a noun."""
    found = []
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            found += [t for c in child.rights if c.dep_ == "pobj" for t in (c, *conjuncts_of(c))]
    return found


def subjects_of(ties: Ties, verb: Token, kinds: frozenset[str], depth: int, *, passive: bool = False) -> list[Mention]:
    """The actors who do what a verb says, or to whom it is done if it is passive."""
    wanted = ("nsubjpass", "nsubj") if passive else ("nsubj",)
    # The parser sometimes gives the subject to the auxiliary.
    helpers = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    for child in (*verb.lefts, *(c for helper in helpers for c in helper.lefts)):
        if child.dep_ in wanted:
            # "X, Y and Z" is often parsed as if Y and Z were X.
            listed = [c for c in child.rights if c.dep_ == "appos" and c.tag_ in ("NNP", "NNPS") and conjuncts_of(c)]
            return [m for t in (child, *listed) for u in (t, *conjuncts_of(t)) for m in of_kinds(ties, u, kinds)]
    head, dep = verb.head, verb.dep_
    if depth > 4 or head.i == verb.i:
        return []
    if dep == "aux":
        return subjects_of(ties, head, kinds, depth + 1)
    if dep in ("acl", "relcl"):
        if found := of_kinds(ties, head, kinds):
            return found
        return [] if passive or verb.tag_ in ("VBN", "VBG") else doers_of(ties, head, kinds, depth + 1)
    if dep in ("conj", "xcomp", "advcl", "ccomp") and head.pos_ in ("VERB", "AUX"):
        if dep == "ccomp" and verb.tag_ not in ("VB", "VBG"):
            return []
        objects = [m for c in head.rights if c.dep_ == "dobj" for m in of_kinds(ties, c, kinds)]
        if dep == "xcomp" and objects:
            return objects
        found = subjects_of(ties, head, kinds, depth + 1, passive=passive and dep == "conj")
        return found + _helped(ties, head, kinds)
    if dep == "pcomp":
        governor = head.head
        helped = [c for c in governor.rights if c.dep_ == "dobj" and c.i < head.i and head.lower_ in _CONTROLLING]
        if helped and governor.lemma_ not in _HELPING:
            # "shows the unity of X in fighting Y": those fight who are united.
            return of_kinds(ties, helped[0], kinds) or doers_of(ties, helped[0], kinds, depth + 1)
        if governor.pos_ in ("VERB", "AUX", "ADJ"):
            found = subjects_of(ties, governor, kinds, depth + 1, passive=is_passive(governor))
            return found + [m for c in helped for m in of_kinds(ties, c, kinds)]
        return doers_of(ties, governor, kinds, depth + 1)
    if dep in ("acomp", "attr") or head.dep_ == "acomp" or head.pos_ == "ADJ":
        return subjects_of(ties, head, kinds, depth + 1, passive=passive)
    return of_kinds(ties, head, kinds) if dep == "amod" else []


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
                    found += [m for t in (noun, *conjuncts_of(noun)) for m in of_kinds(ties, t, kinds)]
    return found


def doers_of(ties: Ties, noun: Token, kinds: frozenset[str], depth: int) -> list[Mention]:
    """The actors of a noun of doing: its possessor, the name before it, its "by" or the subject of its verb."""
    head, dep = noun.head, noun.dep_
    governor = head.head if dep == "pobj" else head
    for child in noun.lefts:
        if child.dep_ in ("poss", "compound", "nmod", "amod"):
            if found := of_kinds(ties, child, kinds):
                return found
            if child.dep_ == "poss":
                return _helped(ties, governor, kinds)
    for token in agents_of(noun):
        if found := of_kinds(ties, token, kinds):
            return found
    if depth and (owners := objects_of(noun, "of")):
        return [m for t in owners for m in of_kinds(ties, t, kinds)]
    if depth > 4 or head.i == noun.i:
        return []
    if dep == "conj":
        return doers_of(ties, head, kinds, depth + 1)
    if dep in ("dobj", "attr") and head.pos_ in ("VERB", "AUX"):
        return subjects_of(ties, head, kinds, depth + 1)
    if dep == "pobj":
        helped = _helped(ties, governor, kinds)
        if governor.pos_ == "ADV":
            governor = governor.head
        if governor.pos_ in ("VERB", "AUX"):
            return subjects_of(ties, governor, kinds, depth + 1, passive=is_passive(governor)) + helped
        if governor.pos_ in ("NOUN", "PROPN"):
            return helped or of_kinds(ties, governor, kinds) or doers_of(ties, governor, kinds, depth + 1)
    return []
