"""What is told of a day to come: "the two meet on Tuesday", "elections in Lauria later this year"."""

from __future__ import annotations

from typing import Final

from newsgraph.language.events.factuality.words import TAKING_PART
from newsgraph.language.syntax.parse import Parse

_DAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday weekend tomorrow next".split())
_MONTHS: Final = frozenset(
    "january february march april may june july august september october november december".split()
)
_PAST: Final = frozenset("last past each every ago earlier since previous".split())
_AT: Final = frozenset(("on", "in", "at"))
_HOLDING: Final = TAKING_PART | {"resume", "pay", "stage"}
"""Verbs whose object has the day that they have: "begins a visit on Tuesday"."""
_LATE: Final = frozenset(("later", "late", "early"))
_WITHIN: Final = frozenset(("ADP", "DET", "PROPN", "NOUN", "ADJ", "ADV", "NUM", "PART"))
"""Words between an occasion and its time: "of leaders in Lauria"."""
_FAR: Final = 8


def is_scheduled(syntax: Parse, verb: int) -> bool:
    """Whether a verb in the simple present has a day or month of its own, as only what is arranged has.

    Who says or thinks something does so now, whatever the day.
    """
    if syntax.tag[verb] not in ("VBZ", "VBP") or syntax.child(verb, "aux", "auxpass", "ccomp") is not None:
        return False
    if syntax.lemma[verb] == "follow":
        return False  # what "follows the capture on Sunday" is there
    held = syntax.child(verb, "dobj") if syntax.lemma[verb] in _HOLDING else None
    beside = [*syntax.children[verb], *(syntax.children[held] if held is not None else ())]
    return any(
        _is_day(syntax, c) or (syntax.lower[c] in _AT and any(_is_day(syntax, k) for k in syntax.children[c]))
        for c in beside
    )


def _is_day(syntax: Parse, word: int) -> bool:
    """Whether a word is a point in time to come or open: "Tuesday", "April 2", "next month", not "last Tuesday"."""
    if word not in syntax.times or syntax.dep[word] not in ("npadvmod", "pobj", "advmod", "tmod"):
        return False
    words = {syntax.lower[i] for i in range(syntax.left[word], syntax.right[word] + 1)}
    return not words.isdisjoint(_DAYS | _MONTHS) and words.isdisjoint(_PAST)


def is_dated_ahead(syntax: Parse, noun: int) -> bool:
    """Whether the time that stands next behind a noun is still to come, wherever the parser hangs it."""
    lower = syntax.lower
    for i in range(noun + 1, min(noun + _FAR, syntax.sent_end[noun])):
        if lower[i] in ("next", "tomorrow") or (lower[i] in _LATE and lower[i + 1 : i + 2] == ["this"]):
            return i in syntax.times
        if syntax.pos[i] not in _WITHIN:
            return False
    return False
