"""The part of society of those who are not named: what their noun says, or the one that they work for.

A minister is of the government whoever's he is; for whom a spokesman, a lawyer or an analyst works, his noun does not
say, but the word before it may ("company spokesman").
"""

from __future__ import annotations

from newsgraph.language.annotations import Entity
from newsgraph.language.english.actor_nouns import actor_noun, sector_words
from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.words import Words

_ANYBODYS = word_class("works for anybody")
_GENERALS = frozenset("attorney solicitor director secretary auditor surgeon inspector".split())
"""What makes "general" a part of an office."""


def sector_of(words: Words, entity: Entity) -> str | None:
    """The part of society of an entity, if a name, its noun or the word before this says it; a code, as in records."""
    first = entity.mentions[0] if entity.mentions else None
    if first is None or entity.kind not in ("Person", "Group") or any(m.form == "name" for m in entity.mentions):
        return entity.sector
    root = first.root
    before = words.lower[root - 1] if root > first.start else ""
    if before in sector_words():
        return entity.sector
    employer = actor_noun(before, words.lemma[root - 1]) if before and words.tag[root - 1] == "NN" else None
    if employer is not None and employer.kind in ("Organization", "Agency") and employer.sector is not None:
        return employer.sector
    if words.lower[root] == "general" and before in _GENERALS:
        return "GOV" if before in ("attorney", "solicitor") else None
    noun = actor_noun(words.lower[root], words.lemma[root])
    said_elsewhere = noun is None or entity.sector != noun.sector
    return None if words.lemma[root] in _ANYBODYS and not said_elsewhere else entity.sector
