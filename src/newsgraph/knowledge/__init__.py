"""Who and what is known beforehand: countries, agencies, organisations, places; and the user's own lists."""

from newsgraph.knowledge.entries import Entry
from newsgraph.knowledge.gazetteer import Gazetteer
from newsgraph.knowledge.known import (
    country,
    country_of,
    demonym_country,
    demonyms,
    divisions,
    gazetteer,
    towns,
)
from newsgraph.knowledge.patterns import Organ, Patterns, patterns

__all__ = [
    "Entry", "Gazetteer", "Organ", "Patterns", "country", "country_of", "demonym_country", "demonyms", "divisions",
    "gazetteer", "patterns", "towns",
]  # fmt: skip
