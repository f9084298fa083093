"""Who gives which number and which day of an event, where accounts differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from newsgraph.graph.evidence import Evidence
from newsgraph.records import Event, Record
from newsgraph.resolve.events import COUNTED, EventAccount

if TYPE_CHECKING:
    from newsgraph.graph.build_graph import Network

_DAY = 10
"""Characters of a date that names a day."""


class Claim(msgspec.Struct, frozen=True, order=True):
    """What one account gives: a count, or `date`; the evidence says in which article, and whose word it is."""

    what: str
    value: int | str
    evidence: Evidence


def disputed_claims(network: Network, records: Mapping[str, Record], group: Sequence[EventAccount]) -> list[Claim]:
    """All claims on what the accounts of an event give differently: counts, and days."""
    told: dict[str, set[Claim]] = defaultdict(set)
    for account in group:
        for event in account.events:
            by = network.mention_node(records[account.article], event.attributed_to)
            quoted = network.quoters[account.article].quote((event.start, event.end), by=by)
            for what, value in _given(event):
                told[what].update(Claim(what, value, evidence) for evidence in quoted[:1])
    return sorted(
        (claim for claims in told.values() if len({claim.value for claim in claims}) > 1 for claim in claims),
        key=lambda claim: (claim.what, claim.evidence.article, claim.evidence.start, str(claim.value)),
    )


def _given(event: Event) -> Iterator[tuple[str, int | str]]:
    yield from ((what, event.counts[what]) for what in COUNTED if what in event.counts)
    if event.time and len(event.time) >= _DAY:
        yield "date", event.time
