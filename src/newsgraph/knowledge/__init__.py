"""Who and what is known beforehand: countries, agencies, organisations, places, roles; and the user's own lists."""

from newsgraph.knowledge.entries import Entry
from newsgraph.knowledge.gazetteer import Gazetteer
from newsgraph.knowledge.known import country, country_of, demonym_country, demonyms, divisions, gazetteer, towns
from newsgraph.knowledge.patterns import Head, Organ, Patterns, patterns
from newsgraph.knowledge.roles import Role, Roles, role, roles

__all__ = [
    "Entry", "Gazetteer", "Head", "Organ", "Patterns", "Role", "Roles", "country", "country_of", "demonym_country",
    "demonyms", "divisions", "gazetteer", "patterns", "role", "roles", "towns",
]  # fmt: skip
