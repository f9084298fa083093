"""What one article says of one event: all its records there, as one account."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newsgraph.records import Event, Record
from newsgraph.resolve.entities import Resolution
from newsgraph.resolve.merges import Clusters

COUNTED = ("killed", "injured", "missing", "detained", "displaced")


@dataclass(frozen=True, slots=True)
class EventAccount:
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

    @property
    def label(self) -> str:
        """Its words, article and date, for a reader."""
        return f"{self.name or self.events[0].text} ({self.article}, {self.time or 'no date'})"


def event_accounts(record: Record, resolution: Resolution) -> list[EventAccount]:
    """The events of one article: records that are `same_as` each other are one."""
    by_id = {event.id: event for event in record.events}
    entity_of = {mention.id: (record.article.id, mention.entity) for mention in record.mentions}
    together: Clusters[str] = Clusters(sorted(by_id))
    for event in record.events:
        if event.same_as in by_id:
            together.join(event.id, str(event.same_as))

    def resolved(groups: Iterable[Sequence[str]]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(resolution.of[entity_of[m]] for group in groups for m in group))

    accounts = []
    for group in together.groups():
        events = tuple(sorted((by_id[i] for i in group), key=lambda e: (e.start, e.id)))
        best = next((e for e in events if e.name), None) or max(events, key=_substance)
        counts: dict[str, int] = {}
        for event in events:
            for what, number in event.counts.items():
                counts[what] = max(number, counts.get(what, 0))
        dated = next((e.time for e in (best, *events) if e.time), None)
        accounts.append(
            EventAccount(
                article=record.article.id, events=events, kind=best.kind, name=best.name,
                agents=resolved(e.agents for e in events), targets=resolved(e.targets for e in events),
                places=resolved(e.places for e in events), time=dated, counts=counts, factuality=best.factuality,
            )
        )
    return accounts


def _substance(event: Event) -> tuple[int, int]:
    said = len(event.agents) + len(event.targets) + len(event.places) + bool(event.time) + len(event.counts)
    return said, -event.start
