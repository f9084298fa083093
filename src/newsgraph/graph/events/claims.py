"""Who gives which number, day, agent and place of an event, where accounts differ."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from newsgraph.graph.events.rival_accounts import Told, rival_accounts
from newsgraph.graph.events.told_events import ToldEvent
from newsgraph.graph.evidence import Evidence
from newsgraph.records import Event
from newsgraph.resolve.events import COUNTED, EventAccount

if TYPE_CHECKING:
    from newsgraph.graph.building import Network

NODES = ("agent", "place")
"""What is claimed by a node."""
_DAY = 10
"""Characters of a date that names a day."""


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
) -> Collection[Claim]:
    """All claims on what the accounts of an event, and their records, give differently: counts, days, who and where."""
    if len(records) < 2:
        return []  # one account differs from none
    rivals = network.listed(rival_accounts(network, group, records), Told)
    first, disputed = dict[str, int | str](), set[str]()
    for claim in _claims(network, records, rivals):
        if first.setdefault(claim.what, claim.value) != claim.value:
            disputed.add(claim.what)
    if not disputed:
        return []
    found = (claim for claim in _claims(network, records, rivals) if claim.what in disputed)
    return network.listed(_each_once(network.ordered(found, claim_order, Claim)), Claim)


def _claims(network: Network, records: Collection[ToldEvent], rivals: Iterable[Told]) -> Iterator[Claim]:
    weighed = any(record.event.confidence is not None for record in records)
    for read in (record.read for record in records):
        event = read.event
        if weighed and event.confidence is None:
            continue  # a happening of no kind, of which nobody knows how sure it is
        for what, value in _given(event):
            for evidence in read.quoted[:1]:
                yield Claim(what, value, evidence, event.confidence)
    for rival in rivals:
        if (node := network.entity(rival.entity)) is not None:
            yield Claim(rival.what, node, rival.evidence, rival.confidence)


def claim_order(claim: Claim) -> tuple[str, str, int, str, int, str]:
    """By what claims are in order: what they are on and where they are told."""
    quoted = claim.evidence
    return claim.what, quoted.article, quoted.start, str(claim.value), quoted.end, quoted.by or ""


def _each_once(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Of claims in order that are told by the same words the surest."""
    for _, same in groupby(claims, claim_order):
        best: dict[tuple[int | str, Evidence], Claim] = {}
        for claim in same:
            known = best.get((claim.value, claim.evidence))
            if known is None or _surety(claim) > _surety(known):
                best[claim.value, claim.evidence] = claim
        yield from best.values()


def _surety(claim: Claim) -> float:
    return -1.0 if claim.confidence is None else claim.confidence


def _given(event: Event) -> Iterator[tuple[str, int | str]]:
    yield from ((what, event.counts[what]) for what in COUNTED if what in event.counts)
    if event.time and len(event.time) >= _DAY:
        yield "date", event.time
