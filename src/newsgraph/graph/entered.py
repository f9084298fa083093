"""What a graph in the making looks up of what was entered, be it in memory or on the disk."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

from newsgraph.graph.events.told_links import ToldLink
from newsgraph.graph.evidence import Evidence
from newsgraph.resolve.entities.article_entities import Key


class NamesWritten(Protocol):
    """Where each entity with a name is written."""

    def __contains__(self, index: object, /) -> bool: ...
    def __getitem__(self, index: int, /) -> Collection[Evidence]: ...
    def pop(self, index: int, default: None, /) -> Collection[Evidence] | None:
        """What is not asked for any more."""


class EventNodes(Protocol):
    """The nodes of events, or of proposals, by article and the id there."""

    def get(self, event: Key, /) -> str | None:
        """The node of one, where it has one."""

    def update(self, found: Mapping[Key, str], /) -> None:
        """Enter some."""


class LinksTold(Protocol):
    """The links that sentences may make between events."""

    def among(self, events: Collection[str], /) -> list[ToldLink]:
        """Those between events of a story, in the order of the articles."""
