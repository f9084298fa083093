"""Edges of an event: who did it, to whom, where, who says so, in which article, and to which event it is linked."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsgraph.graph.events.consensus import Role
from newsgraph.graph.events.told_events import ToldEvent
from newsgraph.resolve.events import EventAccount

if TYPE_CHECKING:
    from newsgraph.graph.building import EventNodes, Network


def add_roles(network: Network, key: str, records: Iterable[ToldEvent], strays: Set[Role]) -> None:
    """Enter who does an event, to whom, where, who says so and in which article, each with its words; but no strays."""
    for told in records:
        read = told.read
        for role, party, node in told.roles():
            if (role, node) not in strays and (role != "place" or is_place(network, node)):
                network.edge(key, role, node, party.quoted)
        reported = read.quoted
        if read.by is not None:
            network.edge(key, "attributedTo", read.by, read.quoted)
            reported = [replace(quoted, by=None) for quoted in reported]
        network.edge(key, "reportedIn", network.articles[read.article], reported)


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
