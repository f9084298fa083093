"""Noun phrases for those of two countries: "Hungarian and Romanian officials", "the presidents of Chile and Peru"."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Entity
from newsgraph.language.english.coreference.descriptions.description import Description
from newsgraph.language.english.coreference.nominals import without_article
from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.known_names import demonym_country
from newsgraph.language.words import Words

_EACH_ONE = (word_class("any office") | word_class("office")) - {"official", "politician"}
"""Offices of which each country has one holder."""
_ADJECTIVES = frozenset(["NN", "NNP", "JJ"])


def split_nationalities(words: Words, description: Description) -> list[Entity]:
    """The officials of each country for "Hungarian and Romanian officials", empty where one country is named."""
    for i in range(description.root - 1, max(words.sentence[description.root], description.root - 6), -1):
        if words.lower[i] != "and" or not words.capital[i - 1] or not words.capital[i + 1]:
            continue
        codes = [demonym_country(words.text[j]) for j in (i - 1, i + 1)]
        between = words.tag[i + 2 : description.root]
        if None in codes or codes[0] == codes[1] or i + 1 >= description.root or not _ADJECTIVES.issuperset(between):
            return []
        description.start = min(description.start, i - 1)
        rest = words.span(i + 2, description.root + 1)
        found = []
        for j, code in zip((i - 1, i + 1), codes, strict=True):
            entity = Entity(f"{words.text[j]} {rest}", description.kind, country=code, sector=description.sector)
            entity.aliases[entity.name] += 1
            found.append(entity)
        return found
    return []


def split_owners(notes: Annotations, words: Words, description: Description) -> list[Entity]:
    """The holder of the office in each country for "the presidents of Chile and Peru", empty where one is named."""
    first = description.named
    if first is None or words.dep[first.root] != "pobj":
        return []
    owners, last = [first], first.root
    for i in range(first.end, min(first.end + 12, words.size)):
        found = notes.at_root.get(i)
        if words.dep[i] == "conj" and words.head[i] == last and found and found[0].entity.kind == first.entity.kind:
            owners.append(found[0])
            last = i
    if len(owners) < 2 or first.entity.kind != "Country" or description.kind not in ("Person", "Group"):
        return []
    description.end = owners[-1].end
    office = description.noun in _EACH_ONE
    before = words.span(description.start, description.root + 1)
    title = without_article(before.removesuffix(words.text[description.root]) + description.noun if office else before)
    found_entities = []
    for owner in owners:
        entity = Entity(
            f"{title} of {owner.entity.name}", "Person" if office else description.kind,
            country=owner.entity.country, sector=description.sector,
        )  # fmt: skip
        entity.aliases[entity.name] += 1
        found_entities.append(entity)
    return found_entities
