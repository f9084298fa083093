"""What comes from the same words is linked: a proposal to the event in which it is made, statements to what they tell.

"She urged Norland to reopen the port" is an event, a demand, and a proposal, what is demanded; "rebels shelled the
town, the minister said" is a statement, and an event that is attributed to him.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsgraph.graph.evidence import Evidence
from newsgraph.records import Record

if TYPE_CHECKING:
    from newsgraph.graph.building import Network

_Span = tuple[int, int]


def link_proposals(network: Network, record: Record) -> None:
    """Link the proposals of an article to the events whose word is theirs: "urged", "their demand"."""
    article = record.article.id
    for proposal in record.proposals:
        if proposal.cue is None or (node := network.proposal_nodes.get((article, proposal.id))) is None:
            continue
        cue = proposal.cue
        for event in record.events:
            if event.start < cue.end and cue.start < event.end:
                made_in = network.event_nodes.get((article, event.id))
                if made_in is not None:
                    quoter = network.written[article].quoter
                    network.edge(node, "expressedIn", made_in, quoter.quote((proposal.start, proposal.end)))


class Voiced(NamedTuple):
    """An event or a proposal that is somebody's word."""

    start: int
    end: int
    node: str
    by: frozenset[str]
    """The nodes of those whose word it is."""


def voiced_in(network: Network, record: Record) -> list[Voiced]:
    """What an article has as the word of somebody: events that are attributed, and proposals."""
    article, written = record.article.id, network.written[record.article.id]
    found = []
    for event in record.events:
        if event.attributed_to is None or (node := network.event_nodes.get((article, event.id))) is None:
            continue
        if (by := network.speaker_mentioned(written, event.attributed_to)) is not None:
            found.append(Voiced(event.start, event.end, node, frozenset((by,))))
    for proposal in record.proposals:
        if (node := network.proposal_nodes.get((article, proposal.id))) is not None:
            actors = (network.actor_mentioned(written, mention) for mention in proposal.proposers)
            content = proposal.content
            found.append(Voiced(content.start, content.end, node, frozenset(filter(None, actors))))
    return found


def link_told(
    network: Network, statement: str, speakers: Iterable[str], pieces: Sequence[_Span], voiced: Iterable[Voiced],
    said: list[Evidence],
) -> None:
    """Link a statement to what its speakers tell in it: `pieces` are where its content stands, `said` is its words."""
    for node in dict.fromkeys(_told(set(speakers), pieces, voiced)):
        network.edge(statement, "reports", node, said)


def _told(speakers: set[str], pieces: Sequence[_Span], voiced: Iterable[Voiced]) -> Iterator[str]:
    for told in voiced:
        if told.by & speakers and any(start <= told.start and told.end <= end for start, end in pieces):
            yield told.node
