"""Edges of an event: who did it, to whom, where, who says so, in which article, and to which event it is linked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import TYPE_CHECKING

from newsgraph.graph.events.agreement import placing_events
from newsgraph.graph.events.consensus import Role, says_who
from newsgraph.graph.events.telling import leading
from newsgraph.records import Record
from newsgraph.resolve.events import EventAccount

if TYPE_CHECKING:
    from newsgraph.graph.build_graph import EventNodes, Network


def add_roles(
    network: Network, records: Mapping[str, Record], key: str, group: Sequence[EventAccount], strays: Set[Role]
) -> None:
    """Enter who does an event, to whom, where, who says so and in which article, each with its words; but no strays."""
    placing = {(article, e.id) for article, e in placing_events([(a.article, e) for a in group for e in a.events])}
    of = leading(group).kind
    for account in group:
        record, written = records[account.article], network.written[account.article]
        quoter = written.quoter
        for event in account.events:
            by = network.mention_node(record, event.attributed_to)
            places = event.places if (account.article, event.id) in placing else ()
            agents = event.agents if says_who(event.kind, of) else ()
            for kind, mentions in (("agent", agents), ("target", event.targets), ("place", places)):
                for mention in mentions:
                    node = network.mention_node(record, mention)
                    if node is None or (kind, node) in strays:
                        continue
                    if kind != "place" or is_place(network, node):
                        spans = written.span_of(mention), (event.start, event.end)
                        network.edge(key, kind, node, quoter.quote(*spans, by=by))
            if by is not None:
                network.edge(key, "attributedTo", by, quoter.quote((event.start, event.end), by=by))
            article = network.articles[account.article]
            network.edge(key, "reportedIn", article, quoter.quote((event.start, event.end)))


def add_links(network: Network, account: EventAccount, node_of: EventNodes) -> None:
    """Enter what the events of an account answer, bring about and are parts of, as its article says."""
    for event in account.events:
        if event.response_to is None and event.cause_of is None and event.part_of is None:
            continue  # nearly all
        links = (("responseTo", event.response_to), ("causeOf", event.cause_of), ("partOf", event.part_of))
        for kind, target in links:
            if target is None:
                continue
            one, other = node_of.get((account.article, event.id)), node_of.get((account.article, target))
            if one is not None and other is not None:
                quoter = network.written[account.article].quoter
                network.edge(one, kind, other, quoter.quote((event.start, event.end)))


def is_place(network: Network, node: str) -> bool:
    """Whether something can happen there: not in a body, whatever building goes by its name."""
    return network.graph.nodes[node]["type"] in ("Place", "Country")
