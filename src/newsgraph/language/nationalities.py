"""Adjectives of nationality as mentions of their country: "Kenyan police", "Russian shelling"."""

from __future__ import annotations

from spacy.tokens import Token

from newsgraph.knowledge import known
from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.words import is_otherwise


def nationality_mention(notes: Annotations, token: Token) -> tuple[Mention, bool] | None:
    """The country of an adjective of nationality as a mention at its words, which is not entered yet.

    Returns:
        The mention, and whether the article names its country otherwise; None if the word is no such adjective.
    """
    if not token.text[:1].isupper() or token.pos_ not in ("ADJ", "PROPN", "NOUN"):
        return None
    doc, start = token.doc, token.i
    code = None
    if start and doc[start - 1].text[:1].isupper() and doc[start - 1].pos_ != "DET":
        code = known.demonym_country(f"{doc[start - 1].text} {token.text}")
    if code is not None:
        start -= 1
    elif not (start and is_otherwise(doc[start - 1].text, token.text)):
        code = known.demonym_country(token.text)
    if code is None:
        return None
    country = next((e for e in notes.entities if e.kind == "Country" and e.country == code), None)
    entity = country or _new_country(code)
    return Mention(start, token.i + 1, token.i, "name", "Group", entity, "nationality"), country is not None


def _new_country(code: str) -> Entity:
    entry = known.country(code)
    return Entity(entry.name, "Country", links=dict(entry.links), country=code, lat=entry.lat, lon=entry.lon)
