"""Who does what a verb without a subject says: control, coordination, participles, gerunds.

What the verb above decides stands in `lexicons/control_verbs.csv`. Everything here is an index into the doc.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from newsgraph.language.english.lexicon_files import read_lexicon

if TYPE_CHECKING:
    from newsgraph.language.english.syntax.parse import Frame, Parse

_AFTER_OBJECT = frozenset(("as", "from", "into"))
"""Prepositions whose gerund the object before them does: "quoted a minister as saying"."""
_TEXTS = frozenset("letter petition statement memo note email message appeal".split())
_WRITTEN = frozenset("urge ask call demand request warn seek express propose protest thank accuse criticise".split())
"""What is done by a letter to somebody, by who wrote it."""
_REASONS = frozenset(("for", "with", "of"))


@cache
def control_verbs(control: str) -> dict[str, tuple[str, ...]]:
    """The verbs with a kind of control, each with its prepositions."""
    return {
        row["verb"]: tuple(row["prepositions"].split())
        for row in read_lexicon("control_verbs")
        if row["control"] == control
    }


def unsaid_subject(parse: Parse, verb: int, depth: int) -> list[int]:
    """Who does what a verb says that has no subject of its own; nobody where the clause above does not tell."""
    find = _BY_RELATION.get(parse.dep[verb])
    return find(parse, verb, depth) if find is not None else []


def _of_modifier(parse: Parse, verb: int, depth: int) -> list[int]:
    """The noun before a participle, the owner of the noun before an infinitive: "men fleeing", "their plan to flee"."""
    head = parse.head[verb]
    if parse.tag[verb] in ("VBG", "VBN") and parse.child(verb, "aux") is None:
        return _who_wrote(parse, verb, head, depth) or parse.conjuncts(head)
    return parse.owners(head, depth)


def _who_wrote(parse: Parse, verb: int, noun: int, depth: int) -> list[int]:
    """Who asks in "sent a letter to the ministry urging it to act": not who gets it."""
    preposition = parse.head[noun]
    text = parse.head[preposition]
    if parse.tag[verb] != "VBG" or parse.dep[noun] != "pobj" or parse.lower[preposition] != "to":
        return []
    if parse.lemma[verb] not in _WRITTEN:
        return []
    if parse.is_verb(text) and parse.lemma[text] in ("write", "send"):
        above = parse.verb_frame(text, depth + 1)
        return above.logical_subject
    return parse.owners(text, depth) if parse.lemma[text] in _TEXTS else []


def _of_gerund(parse: Parse, verb: int, depth: int) -> list[int]:
    """Behind a preposition: the object of the verb above where that controls it, else its subject."""
    preposition = parse.head[verb]
    governor = parse.head[preposition]
    if parse.dep[by := parse.head[governor]] == "agent" and parse.lower[preposition] in _REASONS:
        governor = parse.head[by]  # "was accused by the union of killing"
    if parse.pos[governor] in ("NOUN", "PROPN"):
        if parse.lower[preposition] == "in" and (of := [w for name, w in parse.prepositions(governor) if name == "of"]):
            # "the success of the army in driving them out"
            return of
        controlled = parse.dep[governor] == "dobj" and parse.lemma[parse.head[governor]] in control_verbs("object")
        return parse.conjuncts(governor) if controlled else parse.owners(governor, depth)
    above = _frame_above(parse, governor, depth)
    if above is None:
        return []
    lemma, word = parse.lemma[governor], parse.lower[preposition]
    reason = word in _REASONS and lemma in control_verbs("reason")
    behind = governor < verb  # "besides praising it, she urged him": not what stands before
    controlled = reason or (behind and (lemma in control_verbs("object") or word in _AFTER_OBJECT))
    if above.passive or (controlled and above.object):
        return list(above.object)
    at = [w for name, w in above.preps if name in ("at", "against") and governor < w < verb]
    if word == "for" and at and not above.object:
        return at  # "lashed out at the council for closing it"
    if word == "in" and above.object and lemma != "join":
        # "showed the unity of the states in fighting them": whether the subject or the object does it, nobody knows.
        return []
    return list(above.subject or above.object)


def _of_conjunct(parse: Parse, verb: int, depth: int) -> list[int]:
    """The subject of the verb that it is coordinated with; a finite verb's is not that of an infinitive."""
    head = parse.head[verb]
    while parse.tag[verb] == "VBD" and parse.is_infinitive(head) and parse.head[head] != head:
        if not parse.is_verb(parse.head[head]):
            break
        head = parse.head[head]
    above = _frame_above(parse, head, depth)
    if above is None:
        return []
    return list(above.object if above.passive else above.subject)


def _of_complement(parse: Parse, verb: int, depth: int) -> list[int]:
    """Of an infinitive or a gerund under a verb: whom that verb lets do it, else its subject.

    Of a clause that stands before its report ("… shot a man dead, police said") it is not who reports it.
    """
    head = parse.head[verb]
    if verb < head and parse.tag[verb] in ("VBD", "VBZ", "VBP"):
        return []
    above = _frame_above(parse, head, depth)
    if above is None:
        return _of_predicate(parse, head, depth)
    if called := _called(parse, verb, above):
        return called
    if parse.lemma[head] in control_verbs("object") and above.object:
        return list(above.object)
    return list(above.logical_subject or above.object)


def _of_predicate(parse: Parse, word: int, depth: int) -> list[int]:
    """Of an infinitive under an adjective, whose that is: "a man about to be charged", "is likely to leave"."""
    if parse.pos[word] not in ("ADJ", "ADP", "ADV"):
        return []
    head = parse.head[word]
    if parse.dep[word] in ("acl", "relcl") and parse.pos[head] in ("NOUN", "PROPN"):
        return parse.conjuncts(head)
    if parse.dep[word] in ("acomp", "prep", "advmod") and (above := _frame_above(parse, head, depth)) is not None:
        return list(above.subject)
    return []


def _of_adverbial(parse: Parse, verb: int, depth: int) -> list[int]:
    """Of an adverbial clause: the subject of the clause above."""
    above = _frame_above(parse, parse.head[verb], depth)
    if above is None:
        return []
    if called := _called(parse, verb, above):
        return called
    return list((above.by or above.object) if above.passive else above.subject)


def _called(parse: Parse, verb: int, above: Frame) -> list[int]:
    if not parse.is_infinitive(verb):
        return []
    prepositions = control_verbs("preposition").get(parse.lemma[parse.head[verb]], ())
    return [word for name, word in above.preps if name in prepositions]


def _frame_above(parse: Parse, verb: int, depth: int) -> Frame | None:
    return parse.verb_frame(verb, depth + 1) if parse.is_verb(verb) else None


_BY_RELATION: dict[str, Callable[[Parse, int, int], list[int]]] = {
    "acl": _of_modifier,
    "pcomp": _of_gerund,
    "conj": _of_conjunct,
    "xcomp": _of_complement,
    "ccomp": _of_complement,
    "advcl": _of_adverbial,
}
