"""What the words beside a word make of it: a nationality that is none, a noun that is a verb, a place that is where."""

from __future__ import annotations

from newsgraph.language.words import Words

_PREFIXES = frozenset("anti pro non counter ex half".split())
_OTHERWISE = {"american": frozenset("latin south central north".split()), "indian": frozenset(("west", "american"))}
"""Adjectives of nationality that say something else behind these words: "Latin American", "West Indian"."""


def is_otherwise(before: str, word: str) -> bool:
    """Whether the word before it turns an adjective of nationality into that of a continent or a people."""
    return before.lower() in _OTHERWISE.get(word.lower().removesuffix("s"), ())


def is_prefixed(words: Words, i: int) -> bool:
    """Whether a prefix, a participle or the word before turns a nationality into something else.

    "anti-American", "US-led", "Latin American"
    """
    if i > 1 and words.text[i - 1] in "-–" and words.joined(i) and words.lower[i - 2] in _PREFIXES:
        return True
    if i and is_otherwise(words.text[i - 1], words.text[i]):
        return True
    return i + 2 < words.size and words.text[i + 1] in "-–" and words.joined(i + 1) and not words.capital[i + 2]


def is_led_in(words: Words, i: int) -> bool:
    """Whether a sentence opens with a preposition and a word, which is where: "In Norway Minister Olm met them"."""
    start = words.sentence[i]
    return i == start + 1 and words.lower[start] in ("in", "at", "from")


def is_clause(words: Words, i: int) -> bool:
    """Whether a word that the parser puts into a noun phrase is the verb of a clause: it has a subject.

    "Villagers dispute army's toll"
    """
    if words.tag[i] not in ("VBP", "VBZ") or words.dep[i] != "compound":
        return False
    return any(words.head[k] == i and words.dep[k] == "nsubj" for k in range(words.sentence[i], i))
