"""What sort of thing a word stands for as an argument: somebody who acts, a text that speaks, a place, a mere thing."""

from __future__ import annotations

from collections.abc import Sequence

from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.events.roles.actors import Actors

SORTS = ("actor", "place", "name", "text", "gathering", "pronoun", "event", "number", "thing")
"""The sorts of arguments, the most capable of acting first."""
_OF_POS = {"PRON": "pronoun", "NUM": "number", "PROPN": "name"}


def sort_of(word: int, who: Actors) -> str:
    """The sort of one word, by its head noun; what is counted ("hundreds of refugees") counts."""
    syntax, lemma = who.syntax, who.syntax.lemma[word]
    counted = (word, *syntax.counted(word))
    if any(who.is_actor(one) or syntax.lemma[one] in word_classes()["body"] for one in counted):
        return "actor"
    if who.is_place(word):
        return "place"
    if (sort := _OF_POS.get(syntax.pos[word])) is not None:
        return sort
    if lemma in word_classes()["text"]:
        return "text"
    entries = who.lexicon.of("noun", lemma)
    if any(entry.kind == "CONSULT" for entry in entries):
        return "gathering"
    return "event" if entries else "thing"


def sort_of_all(words: Sequence[int], who: Actors) -> str:
    """The sort of the argument that several words are: that of the one that can act most; `none` if there are none."""
    return min((sort_of(word, who) for word in words), key=SORTS.index, default="none")
