"""An account as the comparison needs it: its words, people, places and days, looked up once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from newsgraph.language.english.deeds import WORD, light_verbs, other_words, sorts_of, words_of
from newsgraph.language.time_values import to_interval
from newsgraph.records import Event
from newsgraph.resolve.entities.names import name_key
from newsgraph.resolve.entities.resolution import Resolution, ResolvedEntity
from newsgraph.resolve.events.accounts import EventAccount
from newsgraph.resolve.events.almanac import Almanac, read_almanac
from newsgraph.resolve.events.tellings import Telling
from newsgraph.stored.records import places
from newsgraph.stored.remembered import remembered

if TYPE_CHECKING:
    from newsgraph.resolve.events.articles import ReadArticles

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
    words: np.ndarray
    """Stems of the sentences that tell it, as numbers of the vocabulary."""
    names: frozenset[int]
    """Entities with a name in these sentences, but for countries."""
    leads: frozenset[int]
    """Entities with a name that its article has most often, but for countries."""
    dead: frozenset[int]
    """People with a name who die in it."""
    company: float
    """How much its article shares with the one of its story that it shares most with (`Vectors.in_common`)."""

    @property
    def is_deed(self) -> bool:
        """Whether it is an event of its own in a graph: of a kind, with a name or with a number."""
        return self.account.kind not in _UNCODED or self.name is not None or bool(self.counts)


def is_comparable(told: EventAccount | Event) -> bool:
    """Whether it says what was done: bare statements and happenings of no sort are compared with nothing."""
    if told.name is not None:
        return True
    if told.kind == "SAY":
        return False
    if told.kind != "OTHER":
        return True
    return _is_grave(told.text, told.taken) if isinstance(told, Event) else _are_grave(_stems(told))


@remembered(8_000)
def _is_grave(trigger: str, taken: str | None) -> bool:
    return _are_grave(_stems_of(((trigger, taken),)))


def _are_grave(stems: frozenset[str]) -> bool:
    return not sorts_of(stems)[1].isdisjoint(_GRAVE)


_GRAVE = frozenset(("harm", "law", "unrest"))


def read_profiles(accounts: Sequence[EventAccount], read: ReadArticles, resolution: Resolution) -> list[Profile]:
    """The profiles of comparable accounts, in their order."""
    kept = [account for account in accounts if is_comparable(account)]
    one = _Once()
    stems = [one[_stems(account)] for account in kept]
    sorts = [sorts_of(own) for own in stems]
    told = Counter((a.article, s) for a, (_, whole) in zip(kept, sorts, strict=True) for s in whole or (a.kind,))
    numbers_of = places(read.records)
    telling = lru_cache(1)(lambda article: Telling(numbers_of[article], read, resolution))  # accounts are in order
    sides = _Sides(resolution.entities, one)
    found = []
    for account, stem, (own, whole) in zip(kept, stems, sorts, strict=True):
        article, events = telling(account.article), account.events
        numbers = article.sentences(events)
        days = _days(account.time)
        targets, sites = _where(account, resolution.entities)
        modes, main, many, another = set[str](), False, True, False
        for event in events:
            if event.mode:
                modes.add(event.mode)
            main = main or event.main
            many = many and _is_plural(event)
            another = another or _is_another(event, article.text)
        found.append(
            Profile(
                account=account, article=article.number, story=article.story, stems=stem, sorts=own, happenings=whole,
                modes=one[frozenset(modes)],
                name=name_key(account.name) if account.name else None,
                agent=sides[account.agents], target=sides[targets], place=sides[sites], days=days,
                almanac=read_almanac((), days) if days else article.almanac(numbers), lead=article.lead,
                published=article.published, counts=_counts(events),
                main=main, alone=all(told[account.article, s] == 1 for s in whole or (account.kind,)),
                many=many, another=another,
                sentence=numbers[0] if numbers else 0, words=article.words(numbers),
                names=one[article.names(numbers)], leads=one[article.leads],
                dead=one[_dead(account, own, resolution.entities)], company=article.company,
            )
        )
    return found


def _where(account: EventAccount, entities: Sequence[ResolvedEntity]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Whom it was done to, and where: a place that a deed is done to is where it is done."""
    struck = tuple([i for i in account.targets if entities[i].kind == "Place"]) if account.targets else ()
    if not struck:
        return account.targets, account.places
    return tuple(i for i in account.targets if i not in struck), (*account.places, *struck)


def _stems(told: EventAccount | Event) -> frozenset[str]:
    """Of its triggers; of a light verb, what it is of."""
    events = (told,) if isinstance(told, Event) else told.events
    return _stems_of(tuple([(event.text, event.taken) for event in events]))


@remembered(8_000)
def _stems_of(told: tuple[tuple[str, str | None], ...]) -> frozenset[str]:
    stems = frozenset(stem for trigger, _ in told for stem in words_of(trigger))
    if stems <= light_verbs():
        stems = frozenset(stem for _, taken in told for stem in words_of(_head_of(taken or ""))[-1:])
    return stems - light_verbs()


def _head_of(taken: str) -> str:
    """A noun phrase up to its noun."""
    return _HEADED.split(taken, maxsplit=1)[0]


_HEADED = re.compile(r"(?<=\w) (?:of|for|to|on|in|at|with|about|over|against|from|into|by|that) ")
"""What stands behind the noun of a phrase."""


def _is_plural(event: Event) -> bool:
    if event.is_verb:
        return False
    last = event.text.rsplit(None, 1)[-1].casefold()
    return last.endswith("s") and not last.endswith(("ss", "us", "is"))


_DYING = frozenset(("killing", "dying"))


def _dead(account: EventAccount, sorts: frozenset[str], entities: Sequence[ResolvedEntity]) -> frozenset[int]:
    if sorts.isdisjoint(_DYING) or account.factuality != "actual":
        return frozenset()
    return frozenset(i for i in account.targets if entities[i].named and entities[i].kind == "Person")


_BEFORE = 3
"""Words before a deed among which it may be told from another."""


_MORE = frozenset(("another", "more", "further", "additional"))
"""Words behind a deed that tell it from the one that was told before: "arrested three more"."""
_ONE_BY_ONE = frozenset(("COERCE", "SANCTION", "ACCUSE"))
"""Kinds of which this holds: "killed one and wounded three more" is one deed."""


def _is_another(event: Event, text: str) -> bool:
    if event.is_verb:
        if event.kind not in _ONE_BY_ONE:
            return False
        after = WORD.findall(text[event.end : event.end + 40].partition(".")[0])[:_BEFORE]
        return not _MORE.isdisjoint(word.casefold() for word in after)
    before = WORD.findall(text[max(0, event.start - 40) : event.start].rpartition(".")[2])[-_BEFORE:]
    return not other_words().isdisjoint(word.casefold() for word in before)


class _Once(dict[frozenset[Any], frozenset[Any]]):
    """Sets of which each is kept once: most are of few things that come again and again."""

    def __missing__(self, found: frozenset[Any]) -> frozenset[Any]:
        self[found] = found
        return found


class _Sides(dict[tuple[int, ...], Side]):
    """The sides that entities are on: the same few actors are on most of them, so each side is made once."""

    def __init__(self, entities: Sequence[ResolvedEntity], one: _Once) -> None:
        self._entities, self._one = entities, one

    def __missing__(self, indices: tuple[int, ...]) -> Side:
        self[indices] = made = _side(indices, self._entities, self._one)
        return made


def _side(indices: Iterable[int], entities: Sequence[ResolvedEntity], one: _Once) -> Side:
    some = [(i, entities[i]) for i in indices]
    named = [(i, entity) for i, entity in some if entity.named]
    heads = (words_of(entity.name) for _, entity in some if entity.kind != "Country")
    return Side(
        one[frozenset(i for i, _ in named)], one[frozenset(words[-1] for words in heads if words)],
        one[frozenset(entity.country for _, entity in some if entity.country)],
        one[frozenset(entity.country for _, entity in named if entity.country and entity.kind == "Country")],
        one[frozenset(x.sector for _, x in some if x.sector and x.kind not in ("Country", "Place"))],
        one[frozenset(cell for _, entity in named if (cell := _cell(entity)) is not None)],
    )


_CELLS = 2
"""Squares of the map to a degree."""


def _cell(entity: ResolvedEntity) -> tuple[int, int] | None:
    if entity.lat is None or entity.lon is None or entity.kind != "Place":
        return None
    return round(entity.lat * _CELLS), round(entity.lon * _CELLS)


@remembered(8_000)
def _days(time: str | None) -> tuple[date, date] | None:
    """The first and the last day of a time; None for a reference or a duration."""
    return to_interval(time) if time else None


def _counts(events: Sequence[Event]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for event in events:
        for what, least in event.counts.items():
            most = max(least, event.counts_max.get(what, least))
            low, high = found.get(what, (least, most))
            found[what] = min(low, least), max(high, most)
    return found
