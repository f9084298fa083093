"""Places that act: a capital, a palace or a continent whose name stands for its government or union."""

from __future__ import annotations

from collections.abc import Container, Sequence

from newsgraph.knowledge.entries import Entry
from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.english.names.datelines import is_dateline
from newsgraph.language.english.names.runs import Candidate
from newsgraph.language.words import Words

# What a government does: the subject of such a verb is the state and not its capital.
_ACTS = word_class("act of a government")
# What states have between them: "ties with Moscow", "pressure on Tehran", "talks between Delhi and Islamabad".
_TIES = word_class("tie between states")
_HAS = word_class("what a government has")
# Whom one speaks to or acts against is the state: "accused Moscow", "urged Tehran to stop".
_ADDRESSED = word_class("what is done to a government")
_TIE_WORDS = frozenset("with between on against from to by towards toward".split())
_MINDED = frozenset("ready willing unwilling open determined prepared reluctant committed opposed".split())
# "southern Europe", "through Europe", "to reach Europe": land, and nobody who acts.
_DIRECTIONS = word_class("direction")
_OVER_LAND = frozenset("across through throughout around outside from elsewhere".split())
_AS_ONE = frozenset("united unified integrated".split())
_MOTION = word_class("way to a place")
_TOWARDS = frozenset("to into toward towards for".split())


def seat_of(entries: Sequence[Entry], named: Container[str] = ()) -> Entry | None:
    """What the place of that name stands for, if it is a seat of government; `named` states and bodies go first.

    A continent stands for its union only where that is named, too.
    """
    if len(entries) > 1 and entries[0].kind == "Place":
        seats = [e for e in entries if e.form == "seat" and e.kind in ("Country", "InternationalOrganization")]
        if entries[0].feature == "continent":
            seats = [e for e in seats if e.name in named]
        return max(seats, key=lambda e: (e.name in named, e.kind == "InternationalOrganization"), default=None)
    return None


def acts(words: Words, span: Candidate) -> bool:
    """Whether a place is spoken of as one who acts: "Islamabad rejected", "ties with Moscow"."""
    root = span.end - 1
    if is_dateline(words, span.start, span.end):
        return False
    dep, head = words.dep[root], words.head[root]
    while dep == "conj" and head != root:
        root = head
        dep, head = words.dep[root], words.head[root]
    if dep == "nsubj":
        return words.lemma[head] in _ACTS or _is_willing(words, head) or _has_particle(words, head)
    if dep in ("dobj", "dative", "nsubjpass") and words.lemma[head] in _ADDRESSED:
        return True
    if dep == "pobj" and words.lower[head] in ("on", "upon"):
        verb = words.lemma[words.head[head]]
        if verb in ("call", "impose") and words.tag[words.head[head]].startswith("V"):
            return True
    if dep == "agent" or (dep == "pobj" and words.lower[head] == "by"):
        return words.lemma[words.head[head]] in _ACTS
    if dep == "pobj" and words.lower[head] in _TIE_WORDS:
        return words.lemma[words.head[head]] in _TIES
    if dep == "poss":
        return words.lemma[head] in _HAS
    return False


def seems_to_act(words: Words, span: Candidate) -> bool:
    """Whether a capital stands where one who acts stands; where it acts elsewhere in the article, it does here, too."""
    root = span.end - 1
    if is_dateline(words, span.start, span.end):
        return False
    dep, head = words.dep[root], words.head[root]
    if dep in ("nsubj", "nsubjpass"):
        return words.tag[head].startswith("V") and words.lemma[head] not in _OF_TOWNS
    if dep in ("dobj", "dative"):
        return words.lemma[head] in _GIVEN
    return dep == "pobj" and words.lower[head] in ("with", "against", "towards", "toward", "between")


_OF_TOWNS = frozenset(
    "be have become host lie sit celebrate see experience record wake witness boast feature remain look feel come get "
    "grow win lose play beat fall stand".split()
)
"""Verbs that are said of a town as of a government."""
_GIVEN = frozenset("offer give sell lend grant send".split())


def _has_particle(words: Words, verb: int) -> bool:
    """Whether a verb with its particle is what governments do: "turned down the request"."""
    return verb + 1 < words.size and f"{words.lemma[verb]} {words.lower[verb + 1]}" in _ACTS


def _is_willing(words: Words, verb: int) -> bool:
    """Whether a verb says of its subject what is said of governments: "is ready to", "demanded that X drop it"."""
    if words.dep[verb] == "ccomp" and words.lemma[words.head[verb]] in ("demand", "insist"):
        return True
    if words.lemma[verb] == "have":
        return "nothing" in words.lower[verb + 1 : verb + 3]
    return words.lemma[verb] == "be" and any(
        words.head[j] == verb and words.dep[j] == "acomp" and words.lower[j] in _MINDED
        for j in range(verb + 1, min(verb + 5, words.size))
    )


def is_geography(words: Words, span: Candidate) -> bool:
    """Whether a continent is land where it is written: "southern Europe", "reach Europe", "travels through Europe"."""
    root = span.end - 1
    before = words.lower[max(span.start - 2, 0) : span.start]
    if not _OVER_LAND.isdisjoint(before) or not _DIRECTIONS.isdisjoint(before[-1:]):
        return True
    if span.start and words.lemma[span.start - 1] in _MOTION:
        return True  # "to reach Europe", however it is parsed
    if span.start and words.tag[span.start - 1] == "JJ" and words.lower[span.start - 1] not in _AS_ONE:
        return True  # "in contemporary Europe"
    dep, head = words.dep[root], words.head[root]
    if dep == "dobj":
        return words.lemma[head] in _MOTION
    if dep == "pobj" and words.lower[head] in _TOWARDS:
        return words.lemma[words.head[head]] in _MOTION
    return False
