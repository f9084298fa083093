"""Entities of articles that are found to be one, and the decisions on them."""

from __future__ import annotations

from collections.abc import Sequence

from newsgraph.resolve.clusters import NumberedClusters
from newsgraph.resolve.entities.article_entities import ArticleEntity
from newsgraph.resolve.entities.known_entities import KnownEntities, Parted
from newsgraph.resolve.merges import Merge


class EntityClusters:
    """Known entities that are one, by their numbers."""

    def __init__(self, known: KnownEntities) -> None:
        self._known = known
        self._together = NumberedClusters(len(known), known.arrays)

    def join(self, one: int, other: int) -> None:
        """Make one of two."""
        self._together.join(one, other)

    def groups(self) -> Parted:
        """Those that are one by now, together, in order."""
        return Parted(self._known, self._together.sets())


def decision(
    one: Sequence[ArticleEntity], other: Sequence[ArticleEntity], score: float, reason: str, accepted: bool
) -> Merge:
    """Whether two may be one, with its grounds, by the name and an article of each."""
    first, second = sorted((_label(one), _label(other)))
    return Merge(first, second, round(score, 3), reason, accepted)


def _label(group: Sequence[ArticleEntity]) -> str:
    return f"{group[0].entity.name} ({group[0].key[0]})"
