"""The names that are known beforehand, as this layer asks for them."""

from __future__ import annotations

from functools import lru_cache

from newsgraph.knowledge import known
from newsgraph.knowledge.gazetteer import Gazetteer


def known_names() -> Gazetteer:
    """The gazetteer of the package, with the user's own names."""
    return known.gazetteer()


@lru_cache(maxsize=16384)
def demonym_country(word: str) -> str | None:
    """The country of an adjective of nationality or a people, by one word."""
    return known.demonym_country(word)


@lru_cache(maxsize=16384)
def country_of(name: str) -> str | None:
    """The country of that name."""
    return known.country_of(name)
