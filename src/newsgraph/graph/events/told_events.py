"""What each record of an event says, with the nodes of those whom it names: looked up once for all that ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from newsgraph.graph.events.agreement import say_where
from newsgraph.graph.evidence import Evidence
from newsgraph.graph.written import WrittenArticle
from newsgraph.records import Event
from newsgraph.resolve.events import EventAccount

if TYPE_CHECKING:
    from newsgraph.graph.build_graph import Network

ROLES = ("agent", "target", "place")
Party = tuple[str, str]
"""A mention and its node."""


class ToldEvent(msgspec.Struct, frozen=True, gc=False):
    """A record of an event."""

    article: str
    event: Event
    written: WrittenArticle
    by: str | None
    """The node of the actor who says so."""
    quoted: Sequence[Evidence]
    """The words that tell it, as told by that actor."""
    parties: tuple[Sequence[Party], Sequence[Party], Sequence[Party]]
    """Who does it, to whom, and where, as `ROLES` has it."""
    placing: bool
    """Whether it is one of those that say where it was; others have no place."""

    def roles(self) -> Iterator[tuple[str, str, str]]:
        """Who is in it: the role, a mention and its node."""
        for role, parties in zip(ROLES, self.parties, strict=True):
            for mention, node in parties:
                yield role, mention, node


def told_events(network: Network, group: Sequence[EventAccount], kind: str) -> list[ToldEvent]:
    """The records of an event of a kind, in their order."""
    told = []
    for account in group:
        written = network.written[account.article]
        for event in account.events:
            told.append((account.article, event, written, network.mention_node(written, event.attributed_to)))
    placing = say_where([event for _, event, *_ in told])
    return [
        ToldEvent(
            article, event, written, by, written.quoter.quote((event.start, event.end), by=by),
            (
                _parties(network, written, event.agents if says_who(event.kind, kind) else ()),
                _parties(network, written, event.targets),
                _parties(network, written, event.places if says else ()),
            ),
            says,
        )
        for (article, event, written, by), says in zip(told, placing, strict=True)
    ]  # fmt: skip


def says_who(kind: str, of: str) -> bool:
    """Whether an account of a kind says who did it: whoever dies or burns in a disaster has not made it."""
    return kind != "OTHER" or of != "DISASTER"


def _parties(network: Network, written: WrittenArticle, mentions: Sequence[str]) -> Sequence[Party]:
    if not mentions:
        return ()
    return [(mention, node) for mention in mentions if (node := network.party(written.entity_of(mention))) is not None]
