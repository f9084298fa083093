"""Entities of articles that are found to be one, and the decisions on them."""

from __future__ import annotations

from newsgraph.resolve.clusters import NumberedClusters
from newsgraph.resolve.entities.article_entities import ArticleEntity
from newsgraph.resolve.entities.known_entities import KnownEntities, Members, Parted
from newsgraph.resolve.merges import Merge, Pair


class EntityClusters:
    """Known entities that are one, by their numbers; decisions on what is alike are added to `merges`."""

    def __init__(self, known: KnownEntities, merges: list[Merge]) -> None:
        self._known, self._merges = known, merges
        self._together = NumberedClusters(len(known), known.arrays)

    def join(self, one: int, other: int) -> None:
        """Make one of two."""
        self._together.join(one, other)

    def decide(self, one: Members, other: Members, score: float, reason: str, accepted: bool) -> None:
        """Make one of two if that is accepted; the decision names each by its name and an article."""
        (first, key), (second, other_key) = sorted((_label(local), local.key) for local in (one[0], other[0]))
        pair = Pair("entity", key, other_key)
        self._merges.append(Merge(first, second, round(score, 3), reason, accepted, pair))
        if accepted:
            self.join(one.numbers[0], other.numbers[0])

    def groups(self) -> Parted:
        """Those that are one by now, together, in order."""
        return Parted(self._known, self._together.sets())


def _label(local: ArticleEntity) -> str:
    return f"{local.entity.name} ({local.key[0]})"
