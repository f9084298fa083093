"""Who gives which number, day, agent and place of an event, where accounts differ.

A claim is what a sentence says itself, in the words that say it, of the one whose word they are: what a record has from
others of its event is no claim of its speaker.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations, groupby
from typing import TYPE_CHECKING

import msgspec

from newsgraph.graph.events.rival_accounts import Told, rival_accounts
from newsgraph.graph.events.told_events import ToldEvent
from newsgraph.graph.events.told_times import is_exact
from newsgraph.graph.evidence import Evidence
from newsgraph.language.time_values import overlaps
from newsgraph.records import Event
from newsgraph.resolve.events import COUNTED, EventAccount

if TYPE_CHECKING:
    from newsgraph.graph.building import Network

NODES = ("agent", "place")
"""What is claimed by a node."""
_DAY = 10
"""Characters of a date that names a day."""


Voice = tuple[str, str | None]


class Claim(msgspec.Struct, frozen=True, order=True):
    """What one account gives; the evidence says in which article, and whose word it is."""

    what: str
    """A count, `date`, `agent` or `place`."""
    value: int | str
    """A number, a time, or the key of a node."""
    evidence: Evidence
    confidence: float | None = None
    """How sure the event is, as this account has it."""

    @property
    def voice(self) -> Voice:
        """Whose word it is: the article, and the actor in it."""
        return self.evidence.article, self.evidence.by


def disputed_claims(
    network: Network, group: Iterable[EventAccount], records: Collection[ToldEvent]
) -> Collection[Claim]:
    """The claims on what the voices that tell of an event give differently: counts, days, who and where.

    Each voice, that of an article or of an actor in it, claims a value once.
    """
    if len(records) < 2:
        return []  # one account differs from none
    rivals = network.listed(rival_accounts(network, group, records), Told)
    disputed = _disputed(_claims(network, records, rivals))
    if not disputed:
        return []
    found = (claim for claim in _claims(network, records, rivals) if claim.what in disputed)
    once = _each_once(network.ordered(found, _voice_order, Claim))
    return network.listed(network.ordered(once, claim_order, Claim), Claim)


def _disputed(claims: Iterable[Claim]) -> set[str]:
    """On what two voices have no value in common: who also gives the number of a part does not contradict the whole.

    Days have one in common where they overlap: "from Monday to Friday" does not contradict "on Tuesday".
    """
    voices: dict[str, dict[Voice, set[int | str]]] = defaultdict(lambda: defaultdict(set))
    for claim in claims:
        voices[claim.what][claim.voice].add(claim.value)
    disputed = set[str]()
    for what, told in voices.items():
        differ = _are_other_days if what == "date" else frozenset.isdisjoint
        if any(differ(one, other) for one, other in combinations(set(map(frozenset, told.values())), 2)):
            disputed.add(what)
    return disputed


def _are_other_days(one: frozenset[int | str], other: frozenset[int | str]) -> bool:
    return not any(overlaps(str(day), str(told)) for day in one for told in other)


def _claims(network: Network, records: Collection[ToldEvent], rivals: Iterable[Told]) -> Iterator[Claim]:
    weighed = any(record.event.confidence is not None for record in records)
    for read in (record.read for record in records):
        event = read.event
        if weighed and event.confidence is None:
            continue  # a happening of no kind, of which nobody knows how sure it is
        for what, value in _given(event):
            quoter, words = network.written[read.article].quoter, (event.said_at[what], (event.start, event.end))
            yield Claim(what, value, quoter.quote_around(*words, by=read.by), event.confidence)
    for rival in rivals:
        if (node := network.entity(rival.entity)) is not None:
            yield Claim(rival.what, node, rival.evidence, rival.confidence)


def claim_order(claim: Claim) -> tuple[str, str, int, str, int, str]:
    """By what claims are in order: what they are on and where they are told."""
    quoted = claim.evidence
    return claim.what, quoted.article, quoted.start, str(claim.value), quoted.end, quoted.by or ""


def _voice_order(claim: Claim) -> tuple[str, str, str, str, int, int]:
    quoted = claim.evidence
    return claim.what, quoted.article, quoted.by or "", str(claim.value), quoted.start, quoted.end


def _each_once(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Of claims in the order of voices the surest of each voice on each value, of equals the first."""
    for _, same in groupby(claims, lambda claim: _voice_order(claim)[:4]):
        yield max(same, key=_surety)


def _surety(claim: Claim) -> float:
    return -1.0 if claim.confidence is None else claim.confidence


def _given(event: Event) -> Iterator[tuple[str, int | str]]:
    """What the sentence of a record says itself, not what it has from others."""
    yield from ((what, event.counts[what]) for what in COUNTED if what in event.said_at)
    if event.time and "date" in event.said_at and len(event.time) >= _DAY and is_exact(event.time):
        yield "date", event.time
