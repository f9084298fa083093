"""How sure each event of an article is.

It is the share of events that are right in what they say, times the share of these that are not told again, on the
scale of news that no weight has seen. Of two events that may be one deed the one that is told best, by itself and
early, keeps what it has; the other is right only if it is another deed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newsgraph.language.confidence.event_features import EventFeatures, Features, chains_of
from newsgraph.language.confidence.weights import confidence_weights
from newsgraph.language.events.actors import Actors
from newsgraph.language.events.coding import Coded
from newsgraph.language.events.retellings import Likeness, Likenesses

_UNASKED = frozenset(("OTHER", "SAY"))
"""Kinds of which the graph makes no event."""
_TOLD = 0.35
"""The share from which an event counts as told, so that others may tell it again."""
_LOWER_DOWN = 0.3
"""By how much an event far down must be surer than one above to count as the first."""
_SUREST = 0.995
_NO_DOUBT, _MOST_DOUBT = -6.0, 3.0


_COUNTED = 0.83
"""Of 30 happenings of no kind that tell of dead or injured ("four people died"), 25 were right."""


@dataclass(slots=True)
class Telling:
    """An event of an article as it is told."""

    chain: list[Coded]
    """Its records, the first one first."""
    features: Features
    """What speaks for and against what it says."""
    likeness: dict[int, Likeness] = field(default_factory=dict)
    """For others of the article that may be the same deed, by their number."""


def tellings_of(who: Actors, order: Sequence[Coded], likenesses: Likenesses) -> list[Telling]:
    """Each event of a kind.

    Args:
        who: the participants of the doc.
        order: its coded events.
        likenesses: which records may be one deed.
    """
    features = EventFeatures(who, order)
    chains = [chain for chain in chains_of(order) if any(coded.event.kind not in _UNASKED for coded in chain)]
    tellings = [Telling(chain, features.of(chain)) for chain in chains]
    number = {id(coded.event): n for n, telling in enumerate(tellings) for coded in telling.chain}
    for (one, other), likeness in likenesses.items():
        a, b = number.get(one), number.get(other)
        if a is not None and b is not None and a != b:
            for here, there in ((a, b), (b, a)):
                known = tellings[here].likeness
                if there not in known or known[there].odds < likeness.odds:
                    known[there] = likeness
    return tellings


def by_worth(
    tellings: Sequence[Telling], shares: Sequence[float]
) -> Iterator[tuple[int, Likeness | None, frozenset[int]]]:
    """The events of an article, those first that are told best: surely, and high up.

    Args:
        tellings: the events.
        shares: of each, how likely it is right, but for being told again.

    Yields:
        The number of an event, how it is like the likest of those that are told better, if any, and their numbers.
    """
    told: frozenset[int] = frozenset()
    depths = [telling.features["how far down"] for telling in tellings]
    worth = [share - _LOWER_DOWN * depth for share, depth in zip(shares, depths, strict=True)]
    for n in sorted(range(len(tellings)), key=lambda n: -worth[n]):
        better = [likeness for other, likeness in tellings[n].likeness.items() if other in told]
        likest = max(better, key=lambda likeness: likeness.odds, default=None)
        yield n, likest, told
        if shares[n] >= _TOLD and (likest is None or likest.odds < 0.0):
            told |= {n}


def with_doubt(features: Features, likest: Likeness | None) -> Features:
    """What speaks for and against an event being told again: what it says, and what it has of one told better."""
    doubt = _NO_DOUBT if likest is None else likest.odds
    near_even = max(0.0, doubt + 1.0)
    alike = {} if likest is None else {f"alike: {clue}": value for clue, value in likest.clues.items()}
    return {**features, **alike, "doubt": max(_NO_DOUBT, min(_MOST_DOUBT, doubt)), "doubt near even": near_even}


def log_odds(share: float) -> float:
    """The logarithm of the odds of a share, which is taken to be neither none nor all."""
    share = min(_SUREST, max(1.0 - _SUREST, share))
    return math.log(share / (1.0 - share))


def on_scale(share: float) -> Features:
    """What `event_scale.csv` weighs: the odds of a share by both models; above even they are too small.

    An event of which both models say that it is as likely right as not is right less often.
    """
    odds = log_odds(share)
    return {"odds": odds, "odds above even": max(0.0, odds)}


def set_confidence(who: Actors, order: Sequence[Coded], likenesses: Likenesses) -> None:
    """Give all records of each event its confidence."""
    tellings = tellings_of(who, order, likenesses)
    right = confidence_weights("event_confidence")
    shares = [right.share(telling.features) for telling in tellings]
    for chain in chains_of(order):
        if any(coded.event.counts for coded in chain):
            for coded in chain:
                coded.event.confidence = _COUNTED
    again, scale = confidence_weights("event_told_again"), confidence_weights("event_scale")
    for n, likest, _ in by_worth(tellings, shares):
        both = shares[n] * (1.0 - again.share(with_doubt(tellings[n].features, likest)))
        share = scale.share(on_scale(both))
        for coded in tellings[n].chain:
            coded.event.confidence = share
