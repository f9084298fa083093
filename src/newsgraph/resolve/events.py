"""Events across articles: one node for one event, with a stated reason, and never for the kind alone.

Two accounts are of one event if they share its name; or if their kind is the same and their times agree, and they
share a place, or two participants; or if their days are next to each other, or one time holds the other, and they share
a place and a participant, or a place and a number of victims. What the accounts say differently (counts, dates) stays
side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from newsgraph.language.times.values import to_interval
from newsgraph.records import Event, Record
from newsgraph.resolve.entities import Resolution
from newsgraph.resolve.merges import Clusters, Merge
from newsgraph.resolve.names import name_key

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


def merge_accounts(
    accounts: Sequence[EventAccount], resolution: Resolution
) -> tuple[list[list[EventAccount]], list[Merge]]:
    """The accounts that are of one event, together, and why."""
    by_key = {account.key: account for account in accounts}
    clusters: Clusters[tuple[str, int]] = Clusters(sorted(by_key))
    merges: list[Merge] = []
    for _, block in sorted(_blocks(accounts, resolution).items()):
        for position, one in enumerate(block):
            for other in block[position + 1 :]:
                if clusters.find(one.key) != clusters.find(other.key) and (why := _agreement(one, other, resolution)):
                    score, reason = why
                    first, second = sorted((_label(one), _label(other)))
                    merges.append(Merge(first, second, score, reason, True))
                    clusters.join(one.key, other.key)
    return [[by_key[key] for key in group] for group in clusters.groups()], sorted(merges)


def _blocks(
    accounts: Sequence[EventAccount], resolution: Resolution
) -> dict[tuple[str, ...], list[EventAccount]]:
    """Accounts that may be of one event: of one name; of one kind and day; of one kind, month and place."""
    blocks: dict[tuple[str, ...], list[EventAccount]] = defaultdict(list)
    for account in sorted(accounts, key=lambda a: a.key):
        if account.name:
            blocks["name", name_key(account.name)].append(account)
        days = _days(account.time)
        if days is None or account.factuality != "actual":
            continue
        if days[0] == days[1]:
            for near in (days[0], days[0] + timedelta(days=1)):
                blocks[account.kind, near.isoformat()].append(account)
        if (days[1] - days[0]).days <= _LONGEST:
            for place in account.places:
                if resolution.entities[place].named:
                    for day in {days[0], days[1]}:
                        blocks[account.kind, f"{day:%Y-%m}", str(place)].append(account)
    return blocks


_LONGEST = 31
"""Days of the vaguest time by which events are compared."""


def _agreement(one: EventAccount, other: EventAccount, resolution: Resolution) -> tuple[float, str] | None:
    days = _days(one.time), _days(other.time)
    if one.name and other.name:
        if name_key(one.name) != name_key(other.name):
            return None
        if days[0] and days[1] and _apart(days[0], days[1]) > 31:
            return None
        return 1.0, f"same name, {one.name}"
    if one.kind != other.kind or one.article == other.article or not (days[0] and days[1]):
        return None

    def names(shared: Iterable[int]) -> list[str]:
        return sorted(resolution.entities[i].name for i in shared if resolution.entities[i].named)

    places = names(set(one.places) & set(other.places))
    actors = names(one.participants & other.participants)
    victims = sorted(f"{what} {n}" for what, n in one.counts.items() if other.counts.get(what) == n)
    if days[0] == days[1] and days[0][0] == days[0][1]:
        if not places and len(actors) < 2:
            return None
        score = 0.95 if places and actors else 0.85
        return score, f"same kind, day and {' and '.join(places + actors)}"
    if _apart(days[0], days[1]) <= 1 and places and (actors or victims):
        return 0.7, f"same kind, {' and '.join(places + actors + victims)}; times {one.time} and {other.time}"
    return None


def _apart(one: tuple[date, date], other: tuple[date, date]) -> int:
    """Days between two intervals; 0 if they meet."""
    return max(0, (other[0] - one[1]).days, (one[0] - other[1]).days)


def _days(time: str | None) -> tuple[date, date] | None:
    """The first and the last day of a time; None for a reference or a duration."""
    return to_interval(time) if time else None


def _label(account: EventAccount) -> str:
    return f"{account.name or account.events[0].text} ({account.article}, {account.time or 'no date'})"
