"""Who did it, and where: what accounts of an event give differently.

Accounts often name one actor or place more or less exactly: a state and its army, a town and its region, gunmen and
their group. Only those who exclude each other are a dispute, and only over a deed: who says another thing than somebody
else does something of his own.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from newsgraph.graph.events.told_events import ToldEvent
from newsgraph.graph.evidence import Evidence
from newsgraph.resolve import ResolvedEntity
from newsgraph.resolve.events import EventAccount

if TYPE_CHECKING:
    from newsgraph.graph.building import Network

_DEEDS = frozenset(("ASSAULT", "DISASTER", "PROTEST", "COERCE", "MOBILIZE", "RETREAT", "SANCTION", "AID"))
"""Kinds of event that somebody did and nobody only said."""
_STATE = ("Country", "Agency")
_BODIES = (*_STATE, "ArmedGroup", "Party", "Organization")
_FAR = 50.0
"""Kilometres between two towns that no account means both."""


class Told(NamedTuple):
    """A party or a place of an event, as one account has it."""

    what: str
    """`agent` or `place`."""
    voice: tuple[str, str | None]
    """The article, and the actor whose word it is."""
    entity: int
    evidence: Evidence
    confidence: float | None
    """How sure the event is, as that account has it."""


def rival_accounts(
    network: Network, group: Iterable[EventAccount], records: Iterable[ToldEvent]
) -> Iterator[Told]:
    """Who did it and where by all accounts, and their records, if two of different voices exclude each other."""
    if any(account.kind not in _DEEDS for account in group):
        return
    voices: dict[str, dict[tuple[str, str | None], set[int]]] = {}
    for told in _told(network, records):
        voices.setdefault(told.what, defaultdict(set))[told.voice].add(told.entity)
    disputed = set[str]()
    for what, found in voices.items():
        told_of = dict.fromkeys(map(frozenset, found.values()))  # who name the same do not exclude each other
        if any(_exclude(network, what, one, other) for one, other in combinations(told_of, 2)):
            disputed.add(what)
    if disputed:
        yield from (told for told in _told(network, records) if told.what in disputed)


def _told(network: Network, records: Iterable[ToldEvent]) -> Iterator[Told]:
    for read in (record.read for record in records):
        agents, _, places = read.parties
        near = read.event.place_reason == "near"
        sides = (("agent", agents, network.actor), ("place", () if near else places, network.entity))
        for what, parties, node_of in sides:
            for index, quotes in parties:
                if not network.resolution.entities[index].named or node_of(index) is None:
                    continue
                if len({quoted.sentence_start for quoted in quotes}) == 1:  # the sentence of the deed itself names it
                    yield Told(what, (read.article, read.by), index, quotes[0], read.event.confidence)


def _exclude(network: Network, what: str, one: frozenset[int], other: frozenset[int]) -> bool:
    entities = network.resolution.entities
    apart = _apart_agents if what == "agent" else _apart_places
    return all(
        x != y and frozenset((x, y)) not in network.ties and apart(entities[x], entities[y]) for x in one for y in other
    )


def _apart_agents(one: ResolvedEntity, other: ResolvedEntity) -> bool:
    """Two persons, two states or their organs, or bodies of which at least one is of no state."""
    kinds = (one.kind, other.kind)
    if kinds == ("Person", "Person"):
        return True
    if all(kind in _STATE for kind in kinds):
        return _other_country(one, other)
    return all(kind in _BODIES for kind in kinds)


def _apart_places(one: ResolvedEntity, other: ResolvedEntity) -> bool:
    """In two countries, or two towns of one that are far from each other: a region may hold the town."""
    if _other_country(one, other):
        return True
    if any("geonames" not in place.links or place.lat is None or place.lon is None for place in (one, other)):
        return False
    return _kilometres(one, other) > _FAR


def _other_country(one: ResolvedEntity, other: ResolvedEntity) -> bool:
    return None not in (one.country, other.country) and one.country != other.country


def _kilometres(one: ResolvedEntity, other: ResolvedEntity) -> float:
    """Over a flat country, which is exact enough."""
    assert one.lat is not None and one.lon is not None and other.lat is not None and other.lon is not None
    wide = math.cos(math.radians((one.lat + other.lat) / 2))
    return 111.2 * math.hypot(one.lat - other.lat, (one.lon - other.lon) * wide)
