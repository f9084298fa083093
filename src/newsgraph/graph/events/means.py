"""With what something was done: weapons, as the graph shows them.

Records keep the object of any verb; of these only what is used, and of deeds in which something is used: a bomb that
went off, stones that were thrown, and not "whom", "his idea" or "a third".
"""

from __future__ import annotations

from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.records import Event

_USING = frozenset(("ASSAULT", "PROTEST", "THREATEN"))
"""Kinds of deeds for which weapons are used, and not given, sought or seized."""


def means_of(event: Event) -> list[str]:
    """The words for what an event was done with."""
    return [words for words in event.instruments if _is_means(words)] if event.kind in _USING else []


def _is_means(words: str) -> bool:
    *before, last = words.casefold().split()
    if last == "fire":
        return bool(before) and _is_means(before[-1])  # "mortar fire"
    return any(form in word_classes()["means"] for form in (last, last.removesuffix("s"), last.removesuffix("es")))
