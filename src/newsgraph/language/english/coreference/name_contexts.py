"""What the words in and before a name say of whom it names: "Prime Minister Jane Doe", "the party's spokesman Roe"."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.coreference.discourse import BODIES, Referent
from newsgraph.language.english.names.titles import given_names
from newsgraph.language.english.word_contexts import is_prefixed
from newsgraph.language.known_names import demonym_country
from newsgraph.language.words import Words

NOUN_TAGS = frozenset("NN NNS NNP NNPS".split())
MODIFIERS = frozenset("compound nmod amod npadvmod nounmod".split())
NOT_IN_OFFICE = frozenset("former ex then opposition shadow retired".split())
_NOT_TAKEN_UP = frozenset("administration market house".split())
"""Last words of long names by which no such body is taken up: "the administration" is a president's."""
_TITLE_GENDER = {
    "mr": "m", "mr.": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m", "mrs": "f", "mrs.": "f", "ms": "f",
    "ms.": "f", "miss": "f", "lady": "f", "dame": "f", "queen": "f", "princess": "f", "madam": "f",
}  # fmt: skip


def read_name_context(notes: Annotations, words: Words, referent: Referent, mention: Mention) -> None:
    """Let a referent keep the nouns, owner, country and gender that stand in and right before its name."""
    start = mention.start
    if mention.kind in BODIES and mention.end - start > 1:
        referent.heads |= _name_heads(words, mention)
        referent.modifiers.update(words.lower[start : mention.end])
    i = start - 1
    while i >= 0 and words.tag[i] in NOUN_TAGS and i not in notes.covering and words.dep[i] in MODIFIERS:
        noun = actor_noun(words.lower[i], words.lemma[i])
        if noun is not None:
            referent.heads.add(words.lemma[i].lower())
            referent.gender = referent.gender or noun.gender
        referent.modifiers.add(words.lower[i])
        i -= 1
    if i >= 0 and not NOT_IN_OFFICE.isdisjoint(words.lower[max(i, start - 5) : start]):
        referent.former = True
    owner = notes.covering.get(i - 1 if words.tag[i] == "POS" else i) if 0 <= i < start - 1 else None
    if owner is not None:
        referent.within[id(owner.entity)] = owner.entity
    if referent.kind == "Person":
        _take_country(notes, words, mention, owner.entity if owner is not None else None, i)
        referent.gender = referent.gender or given_names().get(words.text[start], "")
    if start > 0 and (gender := _TITLE_GENDER.get(words.lower[start - 1])):
        referent.gender = gender


def _name_heads(words: Words, mention: Mention) -> set[str]:
    """The nouns by which a body that is so named may be taken up: "alliance" for "Progress Alliance"."""
    lower = words.lower[mention.start : mention.end]
    heads = {lower[-1]}
    for preposition in ("of", "for", "on"):
        if preposition in lower[1:]:
            heads.add(lower[lower.index(preposition, 1) - 1])
    whole = mention.end - mention.start > 2 and "POS" not in words.tag[mention.start : mention.end]
    return heads - _NOT_TAKEN_UP if whole else heads


def _take_country(notes: Annotations, words: Words, mention: Mention, owner: Entity | None, i: int) -> None:
    """Whose a person is, by the words before the name; `i` is the one before its titles."""
    person = mention.entity
    if owner is not None and owner.kind == "Country" and person.country is None:
        person.country = owner.country
    if person.country is None and i >= 0:
        person.country = _country_before(notes, words, i, mention.start)


def _country_before(notes: Annotations, words: Words, i: int, start: int) -> str | None:
    """The country that the title of a person says: "Pakistani Prime Minister", "Pakistan's Prime Minister"."""
    for j in range(start - 1, max(i, start - 5) - 1, -1):
        if words.capital[j] and not is_prefixed(words, j):
            code = demonym_country(words.text[j]) or (j and demonym_country(words.span(j - 1, j + 1)))
            if code:
                return code
    if i > 0 and i < start - 1 and words.tag[i] == "POS":
        owner = notes.covering.get(i - 1)
        return None if owner is None else owner.entity.country
    return None
