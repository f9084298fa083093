"""The name right behind a description: "the head of the think tank in Munich, Jane Doe, said", "its rival, ABC, won".

The parse often loses it where the description is long; commas on both sides of the name tell it.
"""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.english.coreference.descriptions.description import Description
from newsgraph.language.english.coreference.discourse import BODIES
from newsgraph.language.words import Words

_LONGEST = 14
"""How many words may stand between the noun and the comma."""
_ENDS = frozenset((",", "—", "–", "."))
_LISTS = frozenset(("and", "or", "as", "&"))
_ANY_SORT = frozenset("rival competitor partner opponent supplier owner client ally challenger".split())
"""Nouns for persons that may be said of companies, parties and states."""
_INSIDE = frozenset("IN DT NN NNS NNP NNPS JJ JJR JJS CD POS HYPH TO PRP$ -LRB- -RRB- `` '' CC".split())
_MARKS = frozenset("()[]\"“”-–'’")


def find_name_behind(notes: Annotations, words: Words, description: Description) -> Entity | None:
    """Whose name stands between commas right behind a description, if it fits."""
    comma = _comma_behind(words, description)
    if comma is None or description.plural or words.tag[description.root] == "NNP" or _introduces(words, description):
        return None
    mention = notes.covering.get(comma + 1 + (words.lower[comma + 1] == "the"))
    if mention is None or mention.form != "name" or mention.end + 1 >= words.size:
        return None
    if words.text[mention.end] not in _ENDS or words.lower[mention.end + 1] in _LISTS:
        return None
    return mention.entity if _fits(description, mention) else None


def _fits(description: Description, mention: Mention) -> bool:
    kind = mention.entity.kind
    if description.kind == "Person" and kind == "Person":
        return mention.end - mention.start > 1
    if description.noun in _ANY_SORT:
        return kind in BODIES or kind == "Country"
    return description.kind in BODIES and kind in BODIES


def _comma_behind(words: Words, description: Description) -> int | None:
    """The comma that ends a noun phrase, if nothing but its own words stands before it."""
    for i in range(description.root + 1, min(description.root + _LONGEST, words.size - 1)):
        if words.sentence[i] != words.sentence[description.root]:
            return None
        if words.text[i] == ",":
            return i
        if words.tag[i] not in _INSIDE and words.text[i] not in _MARKS:
            return None
        if words.lower[i] == "and":
            return None
    return None


def _introduces(words: Words, description: Description) -> bool:
    """Whether it belongs to words that open a sentence: "According to the mayor, Jane Doe, 30, fell"."""
    i = description.start
    while i > words.sentence[description.root] and words.pos[i - 1] in ("ADP", "DET", "SCONJ", "NOUN", "VERB", "ADJ"):
        i -= 1
    opened = words.pos[i] in ("ADP", "SCONJ") or words.tag[i] in ("VBG", "VBN")
    return opened and i == words.sentence[description.root] and i < description.start
