"""Who gives which number, day, agent and place of an event, where accounts differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from newsgraph.graph.events.rival_accounts import rival_accounts
from newsgraph.graph.events.told_events import ToldEvent
from newsgraph.graph.evidence import Evidence
from newsgraph.records import Event
from newsgraph.resolve.events import COUNTED, EventAccount

if TYPE_CHECKING:
    from newsgraph.graph.build_graph import Network

NODES = ("agent", "place")
"""What is claimed by a node."""
_DAY = 10
"""Characters of a date that names a day."""
_UNKNOWN = -1.0


class Claim(msgspec.Struct, frozen=True, order=True):
    """What one account gives; the evidence says in which article, and whose word it is."""

    what: str
    """A count, `date`, `agent` or `place`."""
    value: int | str
    """A number, a time, or the key of a node."""
    evidence: Evidence
    confidence: float | None = None
    """How sure the event is, as this account has it."""


def disputed_claims(
    network: Network, group: Iterable[EventAccount], records: Collection[ToldEvent]
) -> list[Claim]:
    """All claims on what the accounts of an event, and their records, give differently: counts, days, who and where."""
    if len(records) < 2:
        return []  # one account differs from none
    told: dict[str, dict[tuple[int | str, Evidence], float]] = defaultdict(dict)

    def add(what: str, value: int | str, evidence: Evidence, confidence: float | None) -> None:
        sure = told[what].get((value, evidence), _UNKNOWN)
        told[what][value, evidence] = max(sure, _UNKNOWN if confidence is None else confidence)

    weighed = any(record.event.confidence is not None for record in records)
    for read in (record.read for record in records):
        event = read.event
        if weighed and event.confidence is None:
            continue  # a happening of no kind, of which nobody knows how sure it is
        for what, value in _given(event):
            for evidence in read.quoted[:1]:
                add(what, value, evidence, event.confidence)
    for rival in rival_accounts(network, group, records):
        if (node := network.entity(rival.entity)) is not None:
            add(rival.what, node, rival.evidence, rival.confidence)
    return in_order(
        Claim(what, value, evidence, None if sure == _UNKNOWN else sure)
        for what, claims in told.items() if len({value for value, _ in claims}) > 1
        for (value, evidence), sure in claims.items()
    )


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Claims by what they are on and where they are told; there is one order only, whatever that of a set is."""

    def place(claim: Claim) -> tuple[str, str, int, str, int, str]:
        quoted = claim.evidence
        return claim.what, quoted.article, quoted.start, str(claim.value), quoted.end, quoted.by or ""

    return sorted(claims, key=place)


def _given(event: Event) -> Iterator[tuple[str, int | str]]:
    yield from ((what, event.counts[what]) for what in COUNTED if what in event.counts)
    if event.time and len(event.time) >= _DAY:
        yield "date", event.time
