"""How sure each event of an article is.

Two events of an article that may be one deed are not both as sure as what they say: the one that is told best, by
itself and early, keeps its share; the other is right only if it is another deed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsgraph.language.confidence.event_features import EventFeatures, Features, chains_of
from newsgraph.language.confidence.weights import confidence_weights
from newsgraph.language.events.actors import Actors
from newsgraph.language.events.coding import Coded

_UNASKED = frozenset(("OTHER", "SAY"))
"""Kinds of which the graph makes no event."""
_TOLD = 0.35
"""The share from which an event counts as told, so that others may tell it again."""
_LOWER_DOWN = 0.3
"""By how much an event far down must be surer than one above to count as the first."""
_NO_DOUBT, _MOST_DOUBT = -6.0, 3.0


@dataclass(slots=True)
class Telling:
    """An event of an article as it is told."""

    chain: list[Coded]
    """Its records, the first one first."""
    features: Features
    """What speaks for and against what it says."""
    likeness: dict[int, float] = field(default_factory=dict)
    """For others of the article, by their number, the log odds that they are the same deed."""


def tellings_of(who: Actors, order: Sequence[Coded], odds: Mapping[tuple[int, int], float]) -> list[Telling]:
    """Each event of a kind.

    Args:
        who: the participants of the doc.
        order: its coded events.
        odds: for two records, by the identities of their events, the log odds that they are one deed.
    """
    features = EventFeatures(who, order)
    chains = [chain for chain in chains_of(order) if any(coded.event.kind not in _UNASKED for coded in chain)]
    tellings = [Telling(chain, features.of(chain)) for chain in chains]
    number = {id(coded.event): n for n, telling in enumerate(tellings) for coded in telling.chain}
    for (one, other), likely in odds.items():
        a, b = number.get(one), number.get(other)
        if a is not None and b is not None and a != b:
            for here, there in ((a, b), (b, a)):
                known = tellings[here].likeness
                known[there] = max(known.get(there, _NO_DOUBT), likely)
    return tellings


def by_worth(tellings: Sequence[Telling], shares: Sequence[float]) -> Iterator[tuple[int, float, frozenset[int]]]:
    """The events of an article, those first that are told best: surely, and high up.

    Args:
        tellings: the events.
        shares: of each, how likely it is right, but for being told again.

    Yields:
        The number of an event, the log odds that it is one told again that is told better, and the numbers of those.
    """
    told: frozenset[int] = frozenset()
    depths = [telling.features["how far down"] for telling in tellings]
    worth = [share - _LOWER_DOWN * depth for share, depth in zip(shares, depths, strict=True)]
    for n in sorted(range(len(tellings)), key=lambda n: -worth[n]):
        doubt = max([odds for other, odds in tellings[n].likeness.items() if other in told], default=_NO_DOUBT)
        yield n, doubt, told
        if shares[n] >= _TOLD and doubt < 0.0:
            told |= {n}


def with_doubt(features: Features, doubt: float) -> Features:
    """All features of an event: what it says, and whether it is told again."""
    near_even = max(0.0, doubt + 1.0)
    return {**features, "doubt": max(_NO_DOUBT, min(_MOST_DOUBT, doubt)), "doubt near even": near_even}


def set_confidence(who: Actors, order: Sequence[Coded], odds: Mapping[tuple[int, int], float]) -> None:
    """Give all records of each event its confidence."""
    tellings = tellings_of(who, order, odds)
    alone = confidence_weights("event_alone_confidence")
    shares = [alone.share(telling.features) for telling in tellings]
    weights = confidence_weights("event_confidence")
    for n, doubt, _ in by_worth(tellings, shares):
        share = weights.share(with_doubt(tellings[n].features, doubt))
        for coded in tellings[n].chain:
            coded.event.confidence = share
