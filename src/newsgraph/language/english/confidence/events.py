"""How sure each event of an article is.

It is the share of events that are right in what they say, times the share of these that are not told again, on the
scale of news that no weight has seen. Of two events that may be one deed the one that is told best, by itself and
early, keeps what it has; the other is right only if it is another deed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newsgraph.language.english.confidence.event_features import EventFeatures, Features, chains_of
from newsgraph.language.english.confidence.weights import confidence_weights
from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.one_deed.retellings import Likeness, Likenesses
from newsgraph.language.english.events.roles.actors import Actors

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
    kind: str
    """What sort of event it is told as first."""
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
    tellings = [Telling(chain, _kind_of(chain), features.of(chain)) for chain in chains]
    number = {id(coded.event): n for n, telling in enumerate(tellings) for coded in telling.chain}
    for (one, other), likeness in likenesses.items():
        a, b = number.get(one), number.get(other)
        if a is not None and b is not None and a != b:
            for here, there in ((a, b), (b, a)):
                known = tellings[here].likeness
                if there not in known or known[there].odds < likeness.odds:
                    known[there] = likeness
    return tellings


def _kind_of(chain: Sequence[Coded]) -> str:
    return next(coded.event.kind for coded in chain if coded.event.kind not in _UNASKED)


def by_worth(tellings: Sequence[Telling], shares: Sequence[float]) -> Iterator[tuple[int, frozenset[int]]]:
    """The events of an article, those first that are told best: surely, and high up.

    Args:
        tellings: the events.
        shares: of each, how likely it is right, but for being told again.

    Yields:
        The number of an event, and those of all that are told better.
    """
    told: frozenset[int] = frozenset()
    depths = [telling.features["how far down"] for telling in tellings]
    worth = [share - _LOWER_DOWN * depth for share, depth in zip(shares, depths, strict=True)]
    for n in sorted(range(len(tellings)), key=lambda n: -worth[n]):
        yield n, told
        likest = _likest(tellings[n], told)
        if shares[n] >= _TOLD and (not likest or likest[0].odds < 0.0):
            told |= {n}


def _likest(telling: Telling, told: frozenset[int]) -> list[Likeness]:
    """How an event is like those that are told better, the likest first."""
    better = [likeness for other, likeness in telling.likeness.items() if other in told]
    return sorted(better, key=lambda likeness: -likeness.odds)


def with_doubt(tellings: Sequence[Telling], n: int, told: frozenset[int]) -> Features:
    """What speaks for and against an event being told again: what it says, and what it has of those told better.

    Args:
        tellings: the events of the article.
        n: the number of the event.
        told: the numbers of those that are told better.
    """
    telling = tellings[n]
    likest = _likest(telling, told)
    found = dict(telling.features)
    if likest:
        found |= {f"alike: {clue}": v for clue, v in likest[0].clues.items()}
    odds = [likeness.odds for likeness in likest]
    doubt, second = (*(max(_NO_DOUBT, min(_MOST_DOUBT, o)) for o in odds), _NO_DOUBT, _NO_DOUBT)[:2]
    any_of_them = log_odds(1.0 - math.prod(1.0 / (1.0 + math.exp(o)) for o in odds))
    alike = sum(tellings[other].kind == telling.kind for other in told)
    found |= {
        "doubt": doubt, f"{telling.kind} doubt": doubt, "doubt near even": max(0.0, odds[0] + 1.0) if odds else 0.0,
        "second doubt": second, "doubt of any": any_of_them, f"{telling.kind} doubt of any": any_of_them,
        "told of its kind": min(5.0, alike) / 2, "none of its kind told": float(not alike),
        "told": min(12.0, len(told)) / 6,
    }  # fmt: skip
    return found


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
    for n, told in by_worth(tellings, shares):
        both = shares[n] * (1.0 - again.share(with_doubt(tellings, n, told)))
        share = scale.share(on_scale(both))
        for coded in tellings[n].chain:
            coded.event.confidence = share
