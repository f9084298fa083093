"""Event nodes: what happened, from all accounts of it, with conflicts between sources kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from newsgraph.graph.claims import corroborated, surest
from newsgraph.graph.events.agreement import (
    agreed_beginning,
    agreed_counts,
    agreed_date,
    disputes,
    place_reason,
    published,
    sources_of,
)
from newsgraph.graph.events.claims import disputed_claims
from newsgraph.graph.events.consensus import Role, count_votes, stray_roles
from newsgraph.graph.events.edges import add_accounts, add_links, add_roles, is_place
from newsgraph.graph.events.means import means_of
from newsgraph.graph.events.names import name_confidence
from newsgraph.graph.events.presumed_days import presumed_days
from newsgraph.graph.events.story_links import add_story_links
from newsgraph.graph.events.telling import described, leading
from newsgraph.graph.events.told_events import ToldEvent, says_who, told_events
from newsgraph.graph.events.told_times import WRITTEN
from newsgraph.graph.evidence import Evidence, merge_evidence
from newsgraph.graph.keys import digest, slug
from newsgraph.graph.node_facts import known_facts
from newsgraph.records import Event, Record
from newsgraph.resolve.events import EventAccount, event_accounts

if TYPE_CHECKING:
    from newsgraph.graph.building import Network

QUAD = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST"), "verbal cooperation"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "material cooperation"),
    **dict.fromkeys(("ACCUSE", "REJECT", "THREATEN"), "verbal conflict"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "material conflict"),
}
"""PLOVER's quad classes; kinds beside PLOVER's sixteen have none."""


def add_events(network: Network, merge: bool) -> None:
    """Enter the events of all records, and the edges between them; `merge` joins accounts of different articles."""
    named = network.named_events()
    every = any(decision.sort == "event" for decision in network.decided.decisions)

    def accounts_of(record: Record) -> list[EventAccount]:
        return _accounts(network, record, None if every else named)

    groups = network.event_groups(accounts_of, merge)
    node_of = network.event_nodes
    spread = network.arrays.room(np.int32, len(network.resolution.entities))
    """How many events go by the name of each entity."""
    for group in groups:
        for index in _entities_of(group, named):
            spread[index] += 1
    for group in groups:
        first = leading(group)
        if first.kind == "SAY":
            continue
        entities = sorted(_entities_of(group, named))
        likely = [index for index in entities if network.name_confidence(index) >= network.min_confidence]
        if not _is_kept(network, group, first, bool(likely)):
            continue
        confidence = _surest_of_all(network, group, first, entities)
        if (entities := likely) or confidence is None or confidence >= network.min_confidence:
            shared = {index for index in entities if spread[index] > 1}
            key = _add_event(network, group, first, entities, confidence, shared)
            for account in group:
                node_of.update({(account.article, event.id): key for event in account.events})
    network.rest()
    _add_named_alone(network)
    for group in groups:
        for account in group:
            add_links(network, account, node_of)
    network.rest()
    add_story_links(network)


def _entities_of(group: Sequence[EventAccount], named: Mapping[tuple[str, str], int]) -> set[int]:
    """The named events that accounts tell of."""
    found = set[int]()
    for account in group:
        for event in account.events:
            if (index := named.get((account.article, event.id))) is not None:
                found.add(index)
    return found


def _accounts(
    network: Network, record: Record, named: Mapping[tuple[str, str], int] | None
) -> list[EventAccount]:
    """The accounts that may be of a node: most records tell of happenings that have no kind, name or number.

    Without `named`, all: where people have decided on events, what they have joined is one.
    """
    from newsgraph.resolve.events.profiles import is_comparable

    article = record.article.id

    def wanted(event: Event) -> bool:
        return bool(event.counts) or is_comparable(event) or named is None or (article, event.id) in named

    return event_accounts(record, network.resolution, None if named is None else wanted)


def _confidence(network: Network, group: Sequence[EventAccount], first: EventAccount) -> float:
    """How sure the surest account is; of a deed that several independent articles tell as a fact, surer."""
    found = surest(event for account in group for event in account.events)
    if len(group) == 1 or first.kind not in _DEEDS or first.factuality != "actual":
        return found
    tellers = {a.article for a in group if a.kind == first.kind and a.factuality == "actual"}
    return corroborated(found, len({network.copies[article] for article in tellers}))


def _surest_of_all(
    network: Network, group: Sequence[EventAccount], first: EventAccount, entities: Sequence[int]
) -> float | None:
    """How sure its accounts are, or its names that it is an event; None where neither says."""
    told = any(event.confidence is not None for account in group for event in account.events)
    names = [network.name_confidence(index) for index in entities]
    if not told and not names:
        names = [name_confidence(_names(network, group))] if any(account.name for account in group) else []
    return max([_confidence(network, group, first), *names] if told else names, default=None)


def _names(network: Network, group: Sequence[EventAccount]) -> Iterator[tuple[str, int, int]]:
    """Where accounts have a name for the event that is no entity."""
    for account in group:
        text = network.written[account.article].quoter.text
        yield from ((text, event.start, event.end) for event in account.events if event.name)


_DEEDS = frozenset(("ASSAULT", "DISASTER", "PROTEST", "COERCE", "MOBILIZE", "RETREAT", "SANCTION"))
"""Kinds that are kept even where nobody with a name is in them."""


def _is_kept(network: Network, group: Sequence[EventAccount], first: EventAccount, has_entity: bool) -> bool:
    """Whether a reader would miss it.

    It has a name or a number, or somebody in it whom we know, or is a plain deed with a day, or told by several.
    """
    if has_entity or any(account.name or account.counts for account in group):
        return True
    if first.kind == "OTHER":
        return False
    said = {index for account in group for index in (*account.agents, *account.targets, *account.places)}
    entities = network.resolution.entities
    if any(entities[i].named or entities[i].kind == "Group" for i in said):
        return True
    if first.kind not in _DEEDS or first.factuality != "actual":
        return False
    several = len({network.copies[account.article] for account in group}) > 1
    return several or bool(said or first.time) or any(event.main for account in group for event in account.events)


def _add_event(
    network: Network, group: Sequence[EventAccount], first: EventAccount, entities: Sequence[int],
    confidence: float | None, shared: Set[int],
) -> str:
    """`shared` are entities that other events go by, too: of these only what the same articles write is quoted."""
    records = told_events(network, group, first.kind)
    evidence = network.merged(_quoted(network, group, records, entities, shared))
    votes = count_votes(network, group, records, first.kind)
    strays = stray_roles(votes)
    agents = network.actors([i for a in group if says_who(a.kind, first.kind) for i in a.agents])
    agents = [node for node in agents if ("agent", node) not in strays]
    targets = [n for n in network.nodes([i for a in group for i in a.targets]) if n not in agents]
    targets = [node for node in targets if ("target", node) not in strays]
    said = _said(records, first.kind)
    places = [node for node in said.places if is_place(network, node) and ("place", node) not in strays]
    name = next((account.name for account in group if account.name), None)
    if name is None and entities:
        name = network.resolution.entities[entities[0]].name
    date = agreed_date(network, group)
    claims = disputed_claims(network, group, records)
    counts = agreed_counts(network, group)
    label = name or described(network, records, first, (agents, targets, places), votes, counts)
    main = first.events[0]
    facts: dict[str, Any] = {
        "kind": first.kind, "mode": said.mode,
        "quad": QUAD.get(first.kind), "date": date,
        "since": None if date else agreed_beginning(group), "name": name, "factuality": first.factuality,
        "date_reason": said.date_reasons.get(date), "place_reason": place_reason(said.place_reasons),
        "date_presumed": presumed_days(group, (published(network, account) for account in group)),
        "coded_by": main.reason,
        "confidence": confidence,
        "main": said.main or None, "instruments": sorted(said.instruments),
        "aliases": sorted({alias for i in entities for alias in network.resolution.entities[i].aliases} - {label}),
        "claims": claims, **disputes(network, claims),
        **counts, **sources_of(network, group),
    }
    stem = slug(name) if name else f"{slug(f'{date or ""} {label}', 48)}-{digest(*first.key)}"
    key = network.keys.key("Event", stem)
    network.graph.add_node(
        key, label=label, type="Event", evidence=evidence, count=len(evidence), **known_facts(facts)
    )
    for index in entities:
        network.event_entities[index] = key
    add_roles(network, key, records, strays | _told_otherwise(network, first.kind, agents, places))
    add_accounts(network, key, group)
    return key


_MUTUAL = frozenset(("CONSULT", "AGREE", "COOPERATE"))
"""Kinds that all who are in it do: one account has "Ana met Bo", another "Bo met Ana"."""


def _told_otherwise(network: Network, kind: str, agents: Iterable[str], places: Iterable[str]) -> set[Role]:
    """The targets that the event has in another role: who does it with others, and the place where it was."""
    found = set(agents) if kind in _MUTUAL else set()
    found.update(node for node in places if network.graph.nodes[node]["type"] == "Place")
    return {("target", node) for node in found}


def _quoted(
    network: Network, group: Iterable[EventAccount], records: Iterable[ToldEvent], entities: Iterable[int],
    shared: Set[int],
) -> Iterator[Evidence]:
    """The words that tell of an event, and those that name it."""
    for told in records:
        yield from told.read.quoted
    for index in entities:
        members = network.resolution.entities[index].members
        own = (account.article for account in group) if index in shared else (article for article, _ in members)
        yield from network.mentions_of(index, dict.fromkeys(own))  # with its words, as the others are quoted


@dataclass(slots=True)
class _Said:
    """What the records of an event say of it."""

    mode: str | None = None
    """How it was done, by the first of its kind that says so."""
    main: bool = False
    """Whether an article is mainly about it."""
    instruments: set[str] = field(default_factory=set)
    date_reasons: dict[str | None, str] = field(default_factory=dict)
    """Where each day comes from, by the first that says so."""
    places: dict[str, None] = field(default_factory=dict)
    """The nodes of where it was, in the order in which they are told."""
    place_reasons: dict[str | None, None] = field(default_factory=dict)
    """Where these come from, in that order."""


def _said(records: Iterable[ToldEvent], kind: str) -> _Said:
    """What the records of an event of a kind say."""
    said = _Said()
    for told in records:
        event = told.event
        if event.mode and said.mode is None and event.kind == kind:
            said.mode = event.mode
        said.main = said.main or event.main
        said.instruments.update(means_of(event))
        if event.time_reason and event.time_reason != WRITTEN:
            said.date_reasons.setdefault(event.time, event.time_reason)
        if told.placing:
            said.places.update(dict.fromkeys(node for node in told.nodes[2] if node is not None))
            said.place_reasons.setdefault(event.place_reason)
    return said


def _add_named_alone(network: Network) -> None:
    """Named events (a war, a summit) that no trigger tells of."""
    for index, entity in enumerate(network.resolution.entities):
        if entity.kind == "Event" and entity.named and index not in network.event_entities:
            confidence = network.name_confidence(index)
            if confidence < network.min_confidence:
                continue
            evidence = merge_evidence(network.mentions_of(index))
            key = network.keys.key("Event", slug(entity.name))
            aliases = [alias for alias in entity.aliases if alias != entity.name]
            network.graph.add_node(
                key, label=entity.name, type="Event", kind="OTHER", name=entity.name, factuality="actual",
                confidence=confidence, evidence=evidence, count=len(evidence),
                **({"aliases": aliases} if aliases else {}), **entity.links,
            )
            network.event_entities[index] = key
            for quote in evidence:
                network.edge(key, "reportedIn", quote.article, [quote])


