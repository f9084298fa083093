"""Entities across articles: what each article says of its entities, which of them are one, and what that one is.

What an article alone knows of is set apart (`identity`); the others are numbered (`known_entities`) and join step by
step (`matching`): those of one identity or written name, one name under two classes, persons spelled otherwise,
persons called by one name, bodies called by a short one. Those that are one become one entity (`fusion`), and people
have the last word (`decided_entities`).
"""

from newsgraph.resolve.entities.matching import resolve_entities
from newsgraph.resolve.entities.resolution import Resolution, ResolvedEntity

__all__ = ["Resolution", "ResolvedEntity", "resolve_entities"]
