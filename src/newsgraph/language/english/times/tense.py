"""Which way a date without a year or week points: backward, forward, or not told.

"Troops left on Monday" is the Monday past, "troops will leave on Monday" the one to come. The clause's verb says it:
its tense, its modal, or the verb that it depends on ("is expected to leave on Monday").
"""

from __future__ import annotations

from collections.abc import Sequence
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


_ABOUT = frozenset("at least about around roughly the early late mid - ever".split())
"""Words between "since" and a time."""
_LASTING = frozenset("ban close shut suspend extend postpone delay bar halt freeze remain stay keep impose".split())
"""Verbs whose "until" is a time to come: "closed the border until Friday"."""


def is_beginning(doc: Doc, lower: Sequence[str], start: int, end: int) -> bool:
    """Whether a time (start, end) stands behind "since", by itself: "since Monday's debate" dates the debate."""
    if any(doc[i].head.i >= end and doc[i].head.pos_ in ("NOUN", "PROPN") for i in range(start, end)):
        return False
    while start and lower[start - 1] in _ABOUT:
        start -= 1
    return start > 0 and lower[start - 1] == "since"


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
    if preposition == "for" and noun is None and head.lemma_ == "call":
        return FUTURE  # "a strike was called for Friday"
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
