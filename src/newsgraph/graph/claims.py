"""What of a record the graph claims: what is at least as likely as asked for; the rest stays in the record."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from newsgraph.records import Event, Proposal, Record

DEFAULT_CONFIDENCE = 0.5
_UNCODED = ("OTHER", "SAY")
_TELLERS = 3
_SURER = 1.5
"""By how much the odds grow where several tell: of 25 deeds at .4 to .5 that three or more tell, 18 were right."""


def claimed(record: Record, least: float, *, events: bool = True) -> Record:
    """The record with only those claims whose confidence is at least `least`, or that have none.

    An event or a proposal that is told several times is claimed with all its accounts, or not at all: by the surest.
    Without `events` these are left as they are, for other articles may be surer of them. Ties that only the tables
    know are not the article's, and stay in its record.
    """
    sure = _surest(record.events) if events else {}
    proposals = _surest(record.proposals)
    return msgspec.structs.replace(
        record,
        events=tuple(e for e in record.events if sure[e.id] >= least) if events else record.events,
        proposals=tuple(p for p in record.proposals if proposals[p.id] >= least),
        attributions=tuple(a for a in record.attributions if _certainty(a.confidence) >= least),
        relations=tuple(r for r in record.relations if _certainty(r.confidence) >= least and r.basis != "known"),
    )


def surest(events: Iterable[Event]) -> float:
    """The greatest confidence of the accounts of an event.

    What has no kind makes nothing surer that has one; nor, where nobody has weighed it, what was weighed.
    """
    best: dict[tuple[bool, bool], float] = {}
    for event in events:
        coded = event.kind not in _UNCODED
        sort = coded, coded or event.confidence is not None
        best[sort] = max(_certainty(event.confidence), best.get(sort, 0.0))
    return best[max(best)]


def corroborated(confidence: float, texts: int) -> float:
    """How sure a deed is that so many independent articles tell as a fact."""
    if texts < _TELLERS or confidence >= 1:
        return confidence
    odds = _SURER * confidence / (1 - confidence)
    return round(odds / (1 + odds), 2)


def _certainty(confidence: float | None) -> float:
    return 1.0 if confidence is None else confidence


def _surest(accounts: tuple[Event, ...] | tuple[Proposal, ...]) -> dict[str, float]:
    """For each account, the greatest confidence in its chain of `same_as`."""
    first: dict[str, str] = {}
    above = {account.id: account.same_as for account in accounts}
    for account in accounts:
        at, seen = account.id, {account.id}
        while (up := above.get(at)) is not None and up in above and up not in seen:
            at = up
            seen.add(at)
        first[account.id] = at
    best: dict[str, float] = {}
    for account in accounts:
        root = first[account.id]
        best[root] = max(best.get(root, 0.0), _certainty(account.confidence))
    return {account.id: best[first[account.id]] for account in accounts}
