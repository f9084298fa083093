"""Who and what is the same across articles: records in, resolved entities, events and proposals out.

Pure functions over records. Every merge has a reason and a score, and does not depend on the order of the articles.
"""

from newsgraph.resolve.entities import resolve_entities
from newsgraph.resolve.merges import Merge
from newsgraph.resolve.resolution import Resolution, ResolvedEntity

__all__ = ["Merge", "Resolution", "ResolvedEntity", "resolve_entities"]
