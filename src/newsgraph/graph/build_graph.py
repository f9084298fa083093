"""From records to the network of nodes and edges.

Named actors and places are nodes; a nominal ("the protesters"), a document or another thing is one only where an
event, a proposal, a statement or a relation refers to it, and a nominal for a thing ("the report") stays words there.
Bare statements (kind SAY) are statement nodes, not events; happenings without a political kind are left in the records
unless they have a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsgraph.graph.building import Network
from newsgraph.graph.claims import DEFAULT_CONFIDENCE, claimed
from newsgraph.graph.decisions import take_out_ties
from newsgraph.graph.events.nodes import add_events
from newsgraph.graph.proposal_nodes import add_proposals
from newsgraph.graph.relation_edges import add_relations
from newsgraph.graph.statement_nodes import add_statements
from newsgraph.records import Record
from newsgraph.resolve.corrections import corrected
from newsgraph.resolve.decisions import Decided, Decision
from newsgraph.stored.layers import layered
from newsgraph.stored.records import LazyRecords, in_order, mapped


def build_network(
    records: Iterable[Record],
    *,
    merge_events: bool = True,
    merge_proposals: bool = True,
    min_confidence: float = DEFAULT_CONFIDENCE,
    decisions: Iterable[Decision] = (),
) -> Network:
    """The network of all that records claim with at least `min_confidence`, the same whatever their order.

    What people have decided goes before what the machine finds.
    """
    ordered, decided = to_claim(records, decisions, min_confidence)
    if isinstance(ordered, LazyRecords):
        ordered = layered(ordered)
    network = Network(ordered, decided, min_confidence)
    fill(network, merge_events=merge_events, merge_proposals=merge_proposals)
    return network


def to_claim(
    records: Iterable[Record], decisions: Iterable[Decision], min_confidence: float
) -> tuple[Sequence[Record], Decided]:
    """The records in order, with what the graph claims of them, and what people have decided on them."""
    whole = in_order(records)
    decided = Decided(decisions, whole)
    return mapped(corrected(whole, decided), lambda record: claimed(record, min_confidence, events=False)), decided


def fill(network: Network, *, merge_events: bool = True, merge_proposals: bool = True) -> None:
    """Enter all that the records of a network claim."""
    add_events(network, merge_events)
    network.rest()
    add_proposals(network, merge_proposals)
    network.rest()
    add_statements(network)
    add_relations(network)
    take_out_ties(network)
    network.finish()
