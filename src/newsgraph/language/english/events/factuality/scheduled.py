"""What is told of a day to come: "the two meet on Tuesday", "elections in Lauria later this year"."""

from __future__ import annotations

from typing import Final

from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.syntax.parse import Parse

_WORDS = word_classes()
_WITHIN: Final = frozenset(("ADP", "DET", "PROPN", "NOUN", "ADJ", "ADV", "NUM", "PART"))
"""Words between an occasion and its time: "of leaders in Lauria"."""
_FAR: Final = 8


def is_scheduled(syntax: Parse, verb: int) -> bool:
    """Whether a verb of what is arranged stands in the simple present with a day or month of its own.

    With a year it may be a caption or a chronicle.
    """
    if syntax.tag[verb] not in ("VBZ", "VBP") or syntax.lemma[verb] not in _WORDS["arranged"]:
        return False
    if syntax.child(verb, "aux", "auxpass", "ccomp") is not None:
        return False
    held = syntax.child(verb, "dobj") if syntax.lemma[verb] in _WORDS["holding_on_a_day"] else None
    beside = [*syntax.children[verb], *(syntax.children[held] if held is not None else ())]
    return any(
        _is_day(syntax, c)
        or (syntax.lower[c] in ("on", "in", "at") and any(_is_day(syntax, k) for k in syntax.children[c]))
        for c in beside
    )


def _is_day(syntax: Parse, word: int) -> bool:
    """Whether a word is a point in time to come or open: "Tuesday", "April 2", "next month", not "last Tuesday"."""
    if word not in syntax.times or syntax.dep[word] not in ("npadvmod", "pobj", "advmod", "tmod"):
        return False
    words = {syntax.lower[i] for i in range(syntax.left[word], syntax.right[word] + 1)}
    dated = any(len(text) == 4 and text.isdigit() for text in words)
    return not dated and not words.isdisjoint(_WORDS["day"] | _WORDS["month"]) and words.isdisjoint(_WORDS["past"])


def is_dated_ahead(syntax: Parse, noun: int) -> bool:
    """Whether the time that stands next behind a noun is still to come, wherever the parser hangs it."""
    if _is_of_the_past(syntax, noun):
        return False
    lower = syntax.lower
    for i in range(noun + 1, min(noun + _FAR, syntax.sent_end[noun] - 1)):
        if lower[i] == "next":
            return i in syntax.times and lower[i - 1] != "the" and lower[i + 1] in _WORDS["day_or_span"]
        if lower[i] == "tomorrow" or (lower[i] == "later" and lower[i + 1] == "this"):
            return i in syntax.times
        if syntax.pos[i] not in _WITHIN:
            return False
    return False


def _is_of_the_past(syntax: Parse, noun: int) -> bool:
    """Whether a noun is the subject or object of a verb in the past tense: "talks in Lauria the next day failed"."""
    head = syntax.head[noun]
    return syntax.dep[noun] in ("nsubj", "dobj") and syntax.tag[head] == "VBD"
