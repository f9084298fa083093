"""Noun phrases and sentences that coreference passes over, and the nouns inside of names."""

from __future__ import annotations

from newsgraph.language.annotations import Mention
from newsgraph.language.coreference.descriptions import Description
from newsgraph.language.coreference.nominals import ABSTRACT
from newsgraph.language.words import Words

_STATES_OF = frozenset("emergency war affairs alert mind siege play shock calm".split())


def is_light(words: Words, description: Description) -> bool:
    """Whether a noun stands for nobody and no place: "take place", "in office", "a state of emergency"."""
    root = description.root
    bare = description.start == root and not description.definite
    if bare and description.noun == "place" and words.lemma[words.head[root]] == "take":
        return True
    if bare and description.noun in ("office", "home", "part", "power"):
        return True
    if description.noun in ABSTRACT and not description.definite and description.country is None:
        return True
    after = words.lower[root + 2] if root + 2 < words.size and words.lower[root + 1] == "of" else ""
    if description.noun == "state" and after in _STATES_OF:
        return True
    return bare and words.tag[root] == "NN" and description.kind == "Person" and words.dep[root] in ("pobj", "dobj")


def name_heads(words: Words, mention: Mention) -> set[str]:
    """The nouns by which a body that is so named may be taken up: "alliance" for "Progress Alliance"."""
    lower = words.lower[mention.start : mention.end]
    heads = {lower[-1]}
    for preposition in ("of", "for", "on"):
        if preposition in lower[1:]:
            heads.add(lower[lower.index(preposition, 1) - 1])
    return heads
