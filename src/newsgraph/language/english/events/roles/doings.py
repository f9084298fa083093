"""Whose doing a thing is that is praised, blamed or refused, where they stand behind it: "the work of the police"."""

from __future__ import annotations

from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.events.roles.actors import Actors

_WORDS = word_classes()


def doers_behind(who: Actors, noun: int) -> list[int]:
    """The actors behind a noun whose doing it is: "the decision of the court", "the raid by the army"."""
    lemma = who.syntax.lemma[noun]
    names = ["by", *("of",) * (lemma in _WORDS["doing"]), *("from",) * (lemma in _WORDS["sent_by"])]
    return who.after(who.syntax.prepositions(noun), tuple(names))
