"""Who and what is the same across articles: records in, resolved entities, events and proposals out.

Pure functions over records. Every merge has a reason and a score, and does not depend on the order of the articles.
Who is who comes first (`entities`), then what is proposed and what happened (`proposals`, `events`); what people decide
and correct (`decisions`, `corrections`), and how things that are one are put together (`merges`, `clusters`), is for
all of them.
"""

from newsgraph.resolve.entities import Resolution, ResolvedEntity, resolve_entities
from newsgraph.resolve.merges import Merge

__all__ = ["Merge", "Resolution", "ResolvedEntity", "resolve_entities"]
