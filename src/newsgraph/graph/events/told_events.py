"""What each record of an event says, with the nodes of those whom it names: looked up once for all that ask."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from newsgraph.graph.evidence import Evidence
from newsgraph.graph.written import WrittenArticle
from newsgraph.records import Event
from newsgraph.resolve.events import EventAccount

if TYPE_CHECKING:
    from newsgraph.graph.building import Network

ROLES = ("agent", "target", "place")


class Party(NamedTuple):
    """Somebody, or some place, that a record names."""

    entity: int
    """The resolved entity."""
    quoted: list[Evidence]
    """The words for it, with those of the event, as told by whom that is attributed to."""


Parties = tuple[Sequence[Party], Sequence[Party], Sequence[Party]]
"""Who does it, to whom, and where, as `ROLES` has it."""
_Nodes = tuple[Sequence[str | None], Sequence[str | None], Sequence[str | None]]


class ReadEvent(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A record of an event, as its article alone has it."""

    article: str
    event: Event
    by: str | None
    """The node of the actor who says so."""
    quoted: list[Evidence]
    """The words that tell it, as told by that actor."""
    parties: Parties


class ToldEvent(msgspec.Struct, frozen=True, gc=False):
    """A record of an event."""

    read: ReadEvent
    nodes: _Nodes
    """Those of the parties, where they have one; none of those of whom it does not count what the record says."""
    placing: bool
    """Whether it is one of those that say where it was; others have no place."""

    @property
    def event(self) -> Event:
        """What the record has."""
        return self.read.event

    def sides(self) -> list[tuple[str, ...]]:
        """The nodes of those in it, each once: who does it, to whom, where."""
        return [tuple(dict.fromkeys([n for n in nodes if n is not None])) if nodes else () for nodes in self.nodes]

    def roles(self) -> Iterator[tuple[str, Party, str]]:
        """Who is in it: the role, the party and its node."""
        for role, parties, nodes in zip(ROLES, self.read.parties, self.nodes, strict=True):
            for party, node in zip(parties, nodes, strict=bool(nodes)):
                if node is not None:
                    yield role, party, node


class ToldEvents(Collection[ToldEvent]):
    """The records of an event of a kind, in their order."""

    def __init__(self, network: Network, read: Collection[ReadEvent], kind: str) -> None:
        self._network, self._read, self._kind = network, read, kind
        self._is_exact = any(own.event.places and own.event.place_reason != "near" for own in read)
        """Whether one says where it was; if none does, those count that say only what that is near to."""

    def __len__(self) -> int:
        return len(self._read)

    def __iter__(self) -> Iterator[ToldEvent]:
        return map(self._told, self._read)

    def __contains__(self, told: object) -> bool:
        return any(told == own for own in self)

    def _told(self, read: ReadEvent) -> ToldEvent:
        event, (agents, targets, places) = read.event, read.parties
        placing = bool(event.places) and not (self._is_exact and event.place_reason == "near")
        nodes = (
            self._nodes(agents, self._network.actor) if says_who(event.kind, self._kind) else (),
            self._nodes(targets, self._network.party), self._nodes(places, self._network.party) if placing else (),
        )  # fmt: skip
        return ToldEvent(read, nodes, placing)

    def _nodes(self, parties: Sequence[Party], node_of: Callable[[int], str | None]) -> Sequence[str | None]:
        return [node_of(party.entity) for party in parties] if parties else ()


def told_events(network: Network, group: Iterable[EventAccount], kind: str) -> Collection[ToldEvent]:
    """The records of an event of a kind, in their order."""
    read = network.listed(_read_events(network, group), ReadEvent)
    told = ToldEvents(network, read, kind)
    return list(told) if isinstance(read, list) else told


def _read_events(network: Network, group: Iterable[EventAccount]) -> Iterator[ReadEvent]:
    for account in group:
        article, written = account.article, network.written[account.article]
        for event in account.events:
            by = network.speaker_mentioned(written, event.attributed_to)
            span = event.start, event.end
            parties = (
                _parties(written, event.agents, span, by), _parties(written, event.targets, span, by),
                _parties(written, event.places, span, by),
            )  # fmt: skip
            yield ReadEvent(article, event, by, written.quoter.quote(span, by=by), parties)


def says_who(kind: str, of: str) -> bool:
    """Whether an account of a kind says who did it: whoever dies or burns in a disaster has not made it."""
    return kind != "OTHER" or of != "DISASTER"


def _parties(
    written: WrittenArticle, mentions: Sequence[str], span: tuple[int, int], by: str | None
) -> Sequence[Party]:
    if not mentions:
        return ()
    return [
        Party(written.entity_of(mention), [written.quoter.quote_around(written.span_of(mention), span, by=by)])
        for mention in mentions
    ]
