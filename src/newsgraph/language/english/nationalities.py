"""Adjectives of nationality as mentions of their country: "Kenyan police", "Russian shelling"."""

from __future__ import annotations

from newsgraph.knowledge import known
from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.english.word_contexts import is_otherwise
from newsgraph.language.words import Words


def nationality_mention(notes: Annotations, words: Words, i: int) -> tuple[Mention, bool] | None:
    """The country of an adjective of nationality as a mention at its words, which is not entered yet.

    Returns:
        The mention, and whether the article names its country otherwise; None if the word is no such adjective.
    """
    text = words.text
    if not words.capital[i] or words.pos[i] not in ("ADJ", "PROPN", "NOUN"):
        return None
    start, code = i, None
    if i and words.capital[i - 1] and words.pos[i - 1] != "DET":
        code = known.demonym_country(f"{text[i - 1]} {text[i]}")
    if code is not None:
        start -= 1
    elif not (i and is_otherwise(text[i - 1], text[i])):
        code = known.demonym_country(text[i])
    if code is None:
        return None
    country = next((e for e in notes.entities if e.kind == "Country" and e.country == code), None)
    entity = country or _new_country(code)
    return Mention(start, i + 1, i, "name", "Group", entity, "nationality"), country is not None


def _new_country(code: str) -> Entity:
    entry = known.country(code)
    return Entity(entry.name, "Country", links=dict(entry.links), country=code, lat=entry.lat, lon=entry.lon)
