"""Edges of an event: who did it, to whom, where, who says so, in which article, and to which event it is linked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsgraph.graph.claims import surest
from newsgraph.graph.events.agreement import agreed_beginning, agreed_counts, agreed_date
from newsgraph.graph.events.consensus import Role
from newsgraph.graph.events.telling import leading
from newsgraph.graph.events.told_events import ToldEvent
from newsgraph.resolve.events import EventAccount

if TYPE_CHECKING:
    from newsgraph.graph.building import Network
    from newsgraph.graph.entered import EventNodes


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


def add_accounts(network: Network, key: str, group: Sequence[EventAccount]) -> None:
    """Enter with the article what each gives of an event that several tell: kind, whether, when, how many, how sure."""
    if len(group) < 2 or len({account.article for account in group}) < 2:
        return
    for article, told in groupby(network.ordered(group, attrgetter("key"), EventAccount), attrgetter("article")):
        own = list(told)
        first = leading(own)
        events = [event for account in own for event in account.events]
        date = agreed_date(network, own)
        facts = {
            "kind": first.kind, "factuality": first.factuality, "date": date,
            "mode": next((event.mode for event in events if event.mode and event.kind == first.kind), None),
            "since": None if date else agreed_beginning(own), **agreed_counts(network, own),
            "confidence": surest(events) if any(event.confidence is not None for event in events) else None,
        }
        network.edge(key, "reportedIn", network.articles[article], (), **facts)


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
