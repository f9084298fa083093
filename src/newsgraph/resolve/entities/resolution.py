"""The entities of a corpus, and where each article's entity went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities of a corpus, and where each article's entity went."""

    entities: Sequence[ResolvedEntity]
    of: Mapping[Key, int]
    merges: tuple[Merge, ...]
    """Decisions that rest on more than an equal name; `accepted` ones were made, the others are for review."""

    @property
    def doubtful(self) -> tuple[Merge, ...]:
        """Pairs that look alike and were left apart."""
        return tuple(merge for merge in self.merges if not merge.accepted)


def resolution_of(resolved: Iterable[ResolvedEntity], merges: Iterable[Merge]) -> Resolution:
    """The entities of a corpus in their order, which does not depend on that of the articles."""
    entities = sorted(resolved, key=lambda e: (e.kind, e.name, e.country or "", e.members))
    of = {key: index for index, entity in enumerate(entities) for key in entity.members}
    return Resolution(tuple(entities), of, tuple(sorted(set(merges))))
