"""What one article says of one event: all its records there, as one account."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import msgspec

from newsgraph.records import Event, Record
from newsgraph.resolve.clusters import Clusters
from newsgraph.resolve.entities.resolution import Resolution

COUNTED = ("killed", "injured", "missing", "detained", "displaced")


class EventAccount(msgspec.Struct, frozen=True, gc=False):
    """What one article says of one event: all its records there."""

    article: str
    events: tuple[Event, ...]
    kind: str
    name: str | None
    agents: tuple[int, ...]
    """Indices into `Resolution.entities`."""
    targets: tuple[int, ...]
    places: tuple[int, ...]
    time: str | None
    """When it was, else since when it is so."""
    counts: dict[str, int]
    factuality: str

    @property
    def key(self) -> tuple[str, int]:
        """Unique in a corpus, and the same whatever the other articles are."""
        return self.article, self.events[0].start

    @property
    def participants(self) -> frozenset[int]:
        """Agents and targets."""
        return frozenset((*self.agents, *self.targets))


def event_accounts(
    record: Record, resolution: Resolution, wanted: Callable[[Event], bool] | None = None
) -> list[EventAccount]:
    """The events of one article: records that are `same_as` each other, or have one name, are one.

    Of records that stand alone only those that are `wanted`, by default all: most tell nothing that a graph shows.
    """
    article, entities = record.article.id, resolution.of.of_article(record.article.id)
    entity_of = {mention.id: entities[mention.entity] for mention in record.mentions}.__getitem__
    return [_account(article, events, entity_of) for events in _chains(record.events, wanted)]


def _chains(events: Sequence[Event], wanted: Callable[[Event], bool] | None) -> list[tuple[Event, ...]]:
    """The records of each event in the order of the text; events by their least id."""
    ids = {event.id for event in events}
    ties = [(event.id, event.same_as) for event in events if event.same_as in ids]
    first: dict[str, str] = {}
    for event in events:
        if event.name and (known := first.setdefault(event.name.casefold(), event.id)) != event.id:
            ties.append((event.id, known))
    tied = {name for tie in ties for name in tie}
    found: list[tuple[str, tuple[Event, ...]]] = [
        (e.id, (e,)) for e in events if e.id not in tied and (wanted is None or wanted(e))
    ]
    if ties:
        together: Clusters[str] = Clusters(tied)
        for one, other in ties:
            together.join(one, str(other))
        by_id = {event.id: event for event in events if event.id in tied}
        for group in together.groups():
            chain = sorted((by_id[name] for name in group), key=lambda e: (e.start, e.id))
            found.append((group[0], tuple(chain)))
    return [chain for _, chain in sorted(found, key=lambda item: item[0])]


def _account(article: str, events: tuple[Event, ...], entity_of: Callable[[str], int]) -> EventAccount:
    def resolved(mentions: Iterable[str]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(map(entity_of, mentions))) if mentions else ()

    if len(events) == 1:  # as most
        (own,) = events
        return EventAccount(
            article, events, own.kind, own.name, resolved(own.agents), resolved(own.targets), resolved(own.places),
            own.time or own.since or None, own.counts, own.factuality,
        )  # fmt: skip
    named = [e for e in events if e.name]
    best = next((e for e in named if e.kind != "OTHER"), named[0]) if named else max(events, key=_substance)
    counts: dict[str, int] = {}
    for event in events:
        for what, number in event.counts.items():
            counts[what] = max(number, counts.get(what, 0))
    dated = next((e.time for e in (best, *events) if e.time), None) or next((e.since for e in events if e.since), None)
    return EventAccount(
        article, events, best.kind, best.name, resolved([m for e in events for m in e.agents]),
        resolved([m for e in events for m in e.targets]), resolved([m for e in events for m in e.places]),
        dated, counts, best.factuality,
    )  # fmt: skip


def _substance(event: Event) -> tuple[int, int]:
    said = len(event.agents) + len(event.targets) + len(event.places) + bool(event.time) + len(event.counts)
    return said, -event.start
