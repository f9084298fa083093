"""How sure each event of an article is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgraph.language.confidence.event_features import EventFeatures, Features, chains_of
from newsgraph.language.confidence.weights import confidence_weights
from newsgraph.language.events.actors import Actors
from newsgraph.language.events.coding import Coded

_UNASKED = frozenset(("OTHER", "SAY"))
"""Kinds of which the graph makes no event."""


def event_features(
    who: Actors, order: Sequence[Coded], doubts: dict[int, float]
) -> Iterator[tuple[list[Coded], Features]]:
    """Each event of a kind with its features: its records, and what speaks for and against them."""
    features = EventFeatures(who, order)
    for chain in chains_of(order):
        if any(coded.event.kind not in _UNASKED for coded in chain):
            yield chain, features.of(chain, doubts.get(id(chain[0].event), -6.0))


def set_confidence(who: Actors, order: Sequence[Coded], doubts: dict[int, float]) -> None:
    """Give all records of each event its confidence."""
    weights = confidence_weights("event_confidence")
    for chain, features in event_features(who, order, doubts):
        share = weights.share(features)
        for coded in chain:
            coded.event.confidence = share
