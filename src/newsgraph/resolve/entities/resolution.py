"""The entities of a corpus, and where each article's entity went."""

from __future__ import annotations

from abc import abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from newsgraph.resolve.entities.article_entities import Key
from newsgraph.resolve.merges import Merge


class ResolvedEntity(msgspec.Struct, frozen=True, gc=False):
    """One entity of the corpus."""

    name: str
    kind: str
    aliases: dict[str, int]
    """Written forms with their counts."""
    links: dict[str, str]
    country: str | None
    sector: str | None
    lat: float | None
    lon: float | None
    roles: tuple[str, ...]
    members: tuple[Key, ...]
    named: bool


class EntityPlaces(Mapping[Key, int]):
    """Where the entities of articles went: the index of the resolved entity of each, article by article."""

    @abstractmethod
    def of_article(self, article: str) -> Mapping[str, int]:
        """Those of one article, by their ids there."""

    def __getitem__(self, key: Key) -> int:
        return self.of_article(key[0])[key[1]]


class _PlacesInMemory(EntityPlaces):
    """The same of entities that are in memory."""

    def __init__(self, entities: Iterable[ResolvedEntity]) -> None:
        self._by_article: dict[str, dict[str, int]] = defaultdict(dict)
        for index, entity in enumerate(entities):
            for article, name in entity.members:
                self._by_article[article][name] = index

    def of_article(self, article: str) -> Mapping[str, int]:
        return self._by_article.get(article, _NONE)

    def __iter__(self) -> Iterator[Key]:
        return ((article, name) for article, own in self._by_article.items() for name in own)

    def __len__(self) -> int:
        return sum(map(len, self._by_article.values()))


_NONE: Mapping[str, int] = {}
"""Where the entities went of an article that has none."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities of a corpus, and where each article's entity went."""

    entities: Sequence[ResolvedEntity]
    of: EntityPlaces
    merges: tuple[Merge, ...]
    """Decisions that rest on more than an equal name; `accepted` ones were made, the others are for review."""

    @property
    def doubtful(self) -> tuple[Merge, ...]:
        """Pairs that look alike and were left apart."""
        return tuple(merge for merge in self.merges if not merge.accepted)


def resolution_of(resolved: Iterable[ResolvedEntity], merges: Iterable[Merge]) -> Resolution:
    """The entities of a corpus in their order, which does not depend on that of the articles."""
    entities = sorted(resolved, key=lambda e: (e.kind, e.name, e.country or "", e.members))
    return Resolution(tuple(entities), _PlacesInMemory(entities), tuple(sorted(set(merges))))
