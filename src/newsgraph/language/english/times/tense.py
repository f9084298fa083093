"""Which way a date without a year or week points: backward, forward, or not told.

"Troops left on Monday" is the Monday past, "troops will leave on Monday" the one to come. The clause's verb says it:
its tense, its modal, or the verb that it depends on ("is expected to leave on Monday").
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from newsgraph.language.english.times.lexicon import time_words

PAST, UNTOLD, FUTURE = -3, 0, 3
PRESENT = 2
"""The present tense, of a date to come more often than of one past."""
_AHEAD = frozenset("by until till before".split())
_MODALS = frozenset("will shall would 'll ’ll wo may might could should can must ca".split())
_VERBS = ("VERB", "AUX")


@cache
def _prospective() -> frozenset[str]:
    return frozenset(time_words().of("prospective"))


_CALLING = ("call", "appeal")
_GATHERINGS = frozenset(
    "rally protest demonstration march strike walkout shutdown vigil procession gathering sit-in".split()
)
"""What people call for on a day, and name the day behind it."""
_LASTING = frozenset("ban close shut suspend extend postpone delay bar halt freeze remain stay keep impose".split())
"""Verbs whose "until" is a time to come: "closed the border until Friday"."""


def direction(doc: Doc, start: int, end: int, heading: bool = False) -> int:
    """-3 for the past, 3 for the future, 2 for the present, -1 and 1 where only likely, 0 where nothing tells.

    Args:
        doc: a parsed text.
        start: the first token of the expression.
        end: the token after its last.
        heading: whether it stands in a headline, whose present tense tells of the past.
    """
    token = doc[start]
    while start <= token.head.i < end and token.head.i != token.i:
        token = token.head
    head = token.head
    preposition = head.lower_ if head.pos_ in ("ADP", "SCONJ") else doc[start - 1].lower_ if start else ""
    if preposition == "since":
        return PAST
    if preposition in ("until", "till") and head.head.pos_ in _VERBS and head.head.lemma_ in _LASTING:
        return FUTURE
    noun: Token | None = None
    steps = 0
    while head.pos_ not in _VERBS and head.head.i != head.i and steps < 12:
        if head.pos_ in ("NOUN", "PROPN"):
            noun = head
        elif head.lower_ == "ahead":
            return FUTURE
        head, steps = head.head, steps + 1
    if head.pos_ not in _VERBS:
        return FUTURE if preposition in _AHEAD else UNTOLD
    if preposition in ("for", "to", "until") and head.lemma_ in _prospective():
        return FUTURE
    if head.lemma_ in _CALLING and _is_called(head, noun, preposition, start):
        return FUTURE
    way = _tense(head, heading, 0)
    if preposition in _AHEAD and way != PAST:
        return FUTURE
    if noun is None:
        return way
    if way > 0 and not any(c.lower_ in _MODALS for c in head.children):
        return UNTOLD
    if noun.dep_ == "nsubj" and way == PAST:
        return PAST
    return (way > 0) - (way < 0)


def _is_called(verb: Token, noun: Token | None, preposition: str, start: int) -> bool:
    """Whether a time is of what is called for: "called for a rally on Saturday", "a strike was called for Friday"."""
    if preposition == "for":
        return noun is None
    for child in verb.children:
        if child.i < start and child.lower_ == "for":
            return any(c.dep_ == "pobj" and c.lemma_ in _GATHERINGS and c.i < start for c in child.children)
    return False


def _tense(verb: Token, heading: bool, depth: int) -> int:
    tag = verb.tag_
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    words = {c.lower_ for c in helpers}
    if words & _MODALS or verb.lower_ in _MODALS:
        return PAST if any(c.lemma_ == "have" for c in helpers) else FUTURE
    if any(c.lower_ == "did" for c in helpers):
        return PAST
    if "to" in words or tag == "VB":
        return PAST if any(c.lemma_ == "have" for c in helpers) else _infinitive(verb, heading, depth)
    if any(c.tag_ == "VBD" for c in helpers):
        going = verb.lower_ == "going" or verb.lemma_ in ("expect", "schedule", "plan", "slate", "due")
        return UNTOLD if going else PAST
    if tag == "VBD" or any(c.lemma_ == "have" for c in helpers):
        return PAST
    if any(c.lower_ in ("being", "having") for c in helpers):
        return _climb(verb, heading, depth)
    if tag == "VBN":
        if not helpers:
            return UNTOLD if heading else PAST
        return UNTOLD if heading else FUTURE
    if tag == "VBG" and not helpers:
        return _climb(verb, heading, depth)
    return PAST if heading else PRESENT if depth == 0 else UNTOLD


def _infinitive(verb: Token, heading: bool, depth: int) -> int:
    head = verb.head
    if heading or verb.dep_ == "ROOT" or head.i == verb.i:
        return FUTURE
    if head.pos_ in ("NOUN", "PROPN", "ADJ", "PRON") or head.lemma_ in _prospective():
        return FUTURE
    return _climb(verb, heading, depth) or FUTURE


def _climb(verb: Token, heading: bool, depth: int) -> int:
    head = verb.head
    while head.pos_ not in _VERBS and head.head.i != head.i:
        head = head.head
    if head.i == verb.i or head.pos_ not in _VERBS or depth > 4:
        return UNTOLD
    return _tense(head, heading, depth + 1)
