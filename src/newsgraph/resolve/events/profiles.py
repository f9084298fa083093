"""An account as the comparison needs it: its words, people, places and days, looked up once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import msgspec

from newsgraph.language.times.values import to_interval
from newsgraph.records import Event, Record
from newsgraph.resolve.entities import Resolution, ResolvedEntity
from newsgraph.resolve.events.accounts import EventAccount
from newsgraph.resolve.events.almanac import Almanac, read_almanac
from newsgraph.resolve.events.wording import WORD, light_verbs, other_words, sorts_of, words_of
from newsgraph.resolve.names import name_key

_UNCODED = frozenset(("OTHER", "SAY"))


@dataclass(frozen=True, slots=True)
class Side:
    """Who is on one side of a deed, or where it was."""

    named: frozenset[int]
    """Entities with a name."""
    heads: frozenset[str]
    """Stems of the last words of all: of a surname, of "policeman"."""
    countries: frozenset[str]
    """The country that they are, or are of: soldiers and their army are of one."""
    states: frozenset[str]
    """Countries that are named themselves."""
    sectors: frozenset[str]
    """Military, police, rebels, …: of soldiers as of an army."""
    cells: frozenset[tuple[int, int]]
    """Where places with a name lie, but for countries: squares of half a degree."""


class Profile(msgspec.Struct, frozen=True, gc=False):
    """An account, ready to be compared."""

    account: EventAccount
    article: int
    story: int
    stems: frozenset[str]
    """Of its triggers."""
    sorts: frozenset[str]
    happenings: frozenset[str]
    modes: frozenset[str]
    name: str | None
    agent: Side
    target: Side
    place: Side
    days: tuple[date, date] | None
    almanac: Almanac
    """Days that its sentences tell without a year."""
    lead: Almanac
    """Days that its article begins with."""
    published: date | None
    counts: Mapping[str, tuple[int, int]]
    """Least and greatest number of those killed, injured, …"""
    reported: bool
    """Whether somebody else says so, or it only may be."""
    main: bool
    """Whether it is what the article is about."""
    alone: bool
    """Whether the article tells of no other such deed."""
    many: bool
    """Whether it is told as many deeds at once ("attacks"), not as one."""
    another: bool
    """Whether it is told as another one than the one before ("a second bombing")."""
    sentence: int
    """The number of the sentence that tells it first."""
    words: tuple[str, ...]
    """Stems of the sentences that tell it."""
    names: frozenset[int]
    """Entities with a name in these sentences, but for countries."""
    leads: frozenset[int]
    """Entities with a name that its article has most often, but for countries."""

    @property
    def is_deed(self) -> bool:
        """Whether it is of a kind that is an event of its own in a graph."""
        return self.account.kind not in _UNCODED or self.name is not None


def is_comparable(account: EventAccount) -> bool:
    """Whether it says what was done: bare statements and happenings of no sort are compared with nothing."""
    if account.name is not None:
        return True
    if account.kind == "SAY":
        return False
    return account.kind != "OTHER" or bool(sorts_of(_stems(account))[1] & {"harm", "law", "unrest"})


def read_profiles(
    accounts: Sequence[EventAccount], records: Sequence[Record], resolution: Resolution,
    stories: Sequence[int],
) -> list[Profile]:
    """The profiles of comparable accounts, in their order; `stories` has the number of each article's story."""
    number = {record.article.id: index for index, record in enumerate(records)}
    kept = [account for account in accounts if is_comparable(account)]
    stems = [_stems(account) for account in kept]
    sorts = [sorts_of(own) for own in stems]
    told = Counter((a.article, s) for a, (_, whole) in zip(kept, sorts, strict=True) for s in whole or {a.kind})
    named = [_Named(record, resolution) for record in records]
    published = [to_interval(record.article.published[:10]) if record.article.published else None for record in records]
    leads = [read_almanac(_expressions(record, record.sentences[:_LEAD]), None) for record in records]
    sides = _Sides(resolution.entities)
    found = []
    for account, stem, (own, whole) in zip(kept, stems, sorts, strict=True):
        record = records[number[account.article]]
        spans = _sentences(account, record)
        first, days = published[number[account.article]], _days(account.time)
        found.append(
            Profile(
                account=account, article=number[account.article],
                story=stories[number[account.article]], stems=stem, sorts=own, happenings=whole,
                modes=frozenset(e.mode for e in account.events if e.mode),
                name=name_key(account.name) if account.name else None,
                agent=sides.of(account.agents), target=sides.of(account.targets),
                place=sides.of(account.places), days=days,
                almanac=read_almanac(_expressions(record, spans), days), lead=leads[number[account.article]],
                published=first[0] if first else None, counts=_counts(account),
                reported=any(e.attributed_to for e in account.events) or account.factuality == "possible",
                main=any(event.main for event in account.events),
                alone=all(told[account.article, s] == 1 for s in whole or {account.kind}),
                many=all(_is_plural(event) for event in account.events),
                another=any(_is_another(event, record.article.text) for event in account.events),
                sentence=record.sentences.index(spans[0]) if spans else 0,
                words=tuple(word for low, high in spans for word in words_of(record.article.text[low:high])),
                names=named[number[account.article]].within(spans), leads=named[number[account.article]].leads,
            )
        )
    return found


def _stems(account: EventAccount) -> frozenset[str]:
    """Of its triggers; of a light verb, what it is of."""
    told = frozenset(stem for event in account.events for stem in words_of(event.text))
    if told <= light_verbs():
        told = frozenset(stem for event in account.events for stem in words_of(event.taken or "")[-1:])
    return told - light_verbs()


def _sentences(account: EventAccount, record: Record) -> list[tuple[int, int]]:
    starts = [start for start, _ in record.sentences]
    told = {max(0, bisect_right(starts, event.start) - 1) for event in account.events} if starts else set()
    return [record.sentences[index] for index in sorted(told)]


_LEAD = 2
"""Sentences with which an article begins."""


def _expressions(record: Record, spans: Iterable[tuple[int, int]]) -> list[str]:
    """The words of time in stretches of the text."""
    return [time.text for low, high in spans for time in record.times if low <= time.start < high]


def _is_plural(event: Event) -> bool:
    last = event.text.rsplit(None, 1)[-1].casefold()
    return not event.is_verb and last.endswith("s") and not last.endswith(("ss", "us", "is"))


_BEFORE = 3
"""Words before a deed among which it may be told from another."""


def _is_another(event: Event, text: str) -> bool:
    if event.is_verb:
        return False
    before = WORD.findall(text[max(0, event.start - 40) : event.start].rpartition(".")[2])[-_BEFORE:]
    return not other_words().isdisjoint(word.casefold() for word in before)


_LEADS = 3
"""Names that an article has most often."""


class _Named:
    """Where an article has whose name."""

    def __init__(self, record: Record, resolution: Resolution) -> None:
        self._at: list[tuple[int, int]] = []
        counts: Counter[int] = Counter()
        for mention in sorted(record.mentions, key=lambda m: m.start):
            index = resolution.of[record.article.id, mention.entity]
            entity = resolution.entities[index]
            if entity.named and entity.kind not in ("Country", "Event", "Document"):
                self._at.append((mention.start, index))
                counts[index] += 1
        order = sorted(counts, key=lambda i: (-counts[i], i))
        self.leads = frozenset(i for i in order[:_LEADS] if counts[i] > 1)

    def within(self, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
        """The entities that are mentioned in stretches of the text."""
        found: set[int] = set()
        for low, high in spans:
            first = bisect_left(self._at, (low, -1))
            for start, index in self._at[first:]:
                if start >= high:
                    break
                found.add(index)
        return frozenset(found)


class _Sides:
    """The sides of deeds: the same few actors are on most of them, so each side is made once."""

    def __init__(self, entities: Sequence[ResolvedEntity]) -> None:
        self._entities = entities
        self._made: dict[tuple[int, ...], Side] = {}

    def of(self, indices: tuple[int, ...]) -> Side:
        """The side that these entities are on."""
        if indices not in self._made:
            self._made[indices] = _side(indices, self._entities)
        return self._made[indices]


def _side(indices: Iterable[int], entities: Sequence[ResolvedEntity]) -> Side:
    some = [(i, entities[i]) for i in indices]
    named = [(i, entity) for i, entity in some if entity.named]
    heads = (words_of(entity.name) for _, entity in some if entity.kind != "Country")
    return Side(
        frozenset(i for i, _ in named), frozenset(words[-1] for words in heads if words),
        frozenset(entity.country for _, entity in some if entity.country),
        frozenset(entity.country for _, entity in named if entity.country and entity.kind == "Country"),
        frozenset(entity.sector for _, entity in some if entity.sector and entity.kind not in ("Country", "Place")),
        frozenset(cell for _, entity in named if (cell := _cell(entity)) is not None),
    )


_CELLS = 2
"""Squares of the map to a degree."""


def _cell(entity: ResolvedEntity) -> tuple[int, int] | None:
    if entity.lat is None or entity.lon is None or entity.kind != "Place":
        return None
    return round(entity.lat * _CELLS), round(entity.lon * _CELLS)


@lru_cache(maxsize=50_000)
def _days(time: str | None) -> tuple[date, date] | None:
    """The first and the last day of a time; None for a reference or a duration."""
    return to_interval(time) if time else None


def _counts(account: EventAccount) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for event in account.events:
        for what, least in event.counts.items():
            most = max(least, event.counts_max.get(what, least))
            low, high = found.get(what, (least, most))
            found[what] = min(low, least), max(high, most)
    return found
