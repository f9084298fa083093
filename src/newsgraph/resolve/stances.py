"""Stances across articles: one article tells of a proposal, another of its rejection.

Conservative: a sentence must say that an actor rejects or supports a proposal (by that or a like word) of a named
actor, no more than sixty days after, and that actor must have made just one proposal to the first, or just one at all,
until then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np

from newsgraph.records import Event, Record
from newsgraph.resolve.entities.resolution import Resolution
from newsgraph.resolve.proposals import ProposalAccount, content_words
from newsgraph.stored.arrays import Arrays
from newsgraph.stored.groups import Groups
from newsgraph.stored.records import heads, places
from newsgraph.stored.remembered import remembered

STANCES = {"REJECT": "oppose", "SUPPORT": "support", "AGREE": "support"}
_DAYS = 60
_PROPOSAL = re.compile(
    r"\W+(?:\w+\W+){0,6}?(?:proposal|plan|offer|idea|initiative|call|appeal|demand|request|invitation|scheme)s?\b", re.I
)


@dataclass(frozen=True, slots=True)
class DistantStance:
    """An actor's stance, told in one article, on a proposal that others tell of."""

    group: int
    """Index of the proposal."""
    actor: int
    """Index into `Resolution.entities`."""
    stance: str
    article: str
    start: int
    end: int


def find_distant_stances(
    records: Sequence[Record], resolution: Resolution, groups: Sequence[Sequence[ProposalAccount]], arrays: Arrays
) -> Iterator[DistantStance]:
    """The stances that can be tied to one proposal of another article; what grows with them is kept in `arrays`."""
    published = _Published(records, arrays)
    by_proposer = Groups(arrays)
    first, last = (memoryview(arrays.room(np.int32, len(groups))) for _ in range(2))
    """The days between which each is told, as ordinals; 0 where none is known."""
    for index, group in enumerate(groups):
        days = [day for account in group if (day := published[account.article])]
        first[index], last[index] = min(days, default=0), max(days, default=0)
        for proposer in {p for account in group for p in account.proposers}:
            by_proposer.add(proposer, index)
    for record in records:
        here = published[record.article.id]
        told = [event for event in record.events if _is_of_a_proposal(record, event)] if here else []
        if not told:
            continue
        entities = resolution.of.of_article(record.article.id)
        spans = {m.id: (m.end, entities[m.entity]) for m in record.mentions}
        for event in told:
            named = spans[event.targets[0]][1]
            if _is_told_there(record, event, {m for m, (_, entity) in spans.items() if entity == named}):
                continue
            actors = {spans[m][1] for m in event.agents} - {named}
            fitting = [
                index
                for index in by_proposer.of(named)
                if 0 < first[index] <= here <= last[index] + _DAYS
                and all(account.article != record.article.id for account in groups[index])
                and any((day := published[a.article]) and day <= here <= day + _DAYS for a in groups[index])
            ]
            to_them = [i for i in fitting if actors & {a for account in groups[i] for a in account.addressees}]
            chosen = to_them or fitting
            if len(chosen) == 1:
                for actor in sorted(actors):
                    end = max(event.end, *(spans[m][0] for m in event.targets))
                    yield DistantStance(
                        chosen[0], actor, STANCES[event.kind], record.article.id, event.start, end
                    )


def _is_told_there(record: Record, event: Event, proposers: Set[str]) -> bool:
    """Whether the sentence itself tells what the proposer (by mentions) proposes: it is that which is rejected."""
    start, end = next((s for s in record.sentences if s[0] <= event.start < s[1]), (event.start, event.end))
    return any(
        proposal.content is not None
        and start <= proposal.content.start < end
        and not proposers.isdisjoint(proposal.proposers)
        for proposal in record.proposals
    )


_OWN = frozenset(("pledge", "plan", "offer"))
"""Acts whose proposer is the one to act; of the others it is the addressee."""
_LATEST = 365


class _Published:
    """The days on which articles were published, as ordinals; 0 where it is not known."""

    def __init__(self, records: Sequence[Record], arrays: Arrays) -> None:
        self._places = places(records)
        self._days = memoryview(arrays.room(np.int32, len(records)))
        for place, head in enumerate(heads(records)):
            day = _day(head.article.published)
            self._days[place] = 0 if day is None else day.toordinal()

    def __getitem__(self, article: str) -> int:
        return self._days[self._places[article]]


def find_deeds(
    records: Sequence[Record], resolution: Resolution, groups: Sequence[Sequence[ProposalAccount]], arrays: Arrays
) -> Iterator[DistantStance]:
    """What a later article tells as done: the one who was to act does it, in the words of the proposal.

    The trigger must be the verb that the content begins with, and what follows it must hold the next words of the
    content (two at least). What grows with the proposals is kept in `arrays`.
    """
    published = _Published(records, arrays)
    doers, begins = Groups(arrays), set[str]()
    first, last = (memoryview(arrays.room(np.int32, len(groups))) for _ in range(2))
    """The days between which each is told, as ordinals; 0 where one is not known."""
    for index, group in enumerate(groups):
        wanted = _wanted(group[0].content)
        if not group[0].proposals[0].negated and wanted is not None:
            own = group[0].proposals[0].act in _OWN
            days = [published[account.article] for account in group]
            first[index], last[index] = (min(days), max(days)) if all(days) else (0, 0)
            begins.add(begin := wanted.stem[:_BEGINS])
            for actor in {a for account in group for a in (account.proposers if own else account.addressees)}:
                doers.add((actor, begin), index)
    for record in records:
        here = published[record.article.id]
        if not here:
            continue
        actual = (e for e in record.events if e.agents and e.factuality == "actual")
        told = [event for event in actual if event.text.casefold()[:_BEGINS] in begins]
        if not told:
            continue
        agents = {agent for event in told for agent in event.agents}
        entities = resolution.of.of_article(record.article.id)
        entity_of = {m.id: entities[m.entity] for m in record.mentions if m.id in agents}
        for event in told:
            trigger, after = event.text.casefold(), None
            for actor in sorted({entity_of[m] for m in event.agents}):
                for index in doers.of((actor, trigger[:_BEGINS])):
                    if not 0 < first[index] <= last[index] < here <= first[index] + _LATEST:
                        continue
                    wanted = _wanted(groups[index][0].content)
                    if wanted is None or not trigger.startswith(wanted.stem):
                        continue
                    if after is None:
                        after = set(content_words(record.article.text[event.end : event.end + 150]))
                    if wanted.words <= after:
                        yield DistantStance(index, actor, "carry out", record.article.id, event.start, event.end)


_BEGINS = 3
"""Letters of a verb that a trigger must have at the least."""


class _Wanted(NamedTuple):
    """How a deed is told that does what a proposal wants: "sent two ships" for "send two ships"."""

    stem: str
    """What the trigger begins with."""
    words: frozenset[str]
    """What stands behind it."""


@remembered(4_000)
def _wanted(content: str) -> _Wanted | None:
    """How a later article tells that a content was carried out; None where it has too few words to know it by."""
    verb, _, rest = content.casefold().partition(" ")
    words = content_words(rest)[:4]
    if len(verb) < _BEGINS or len(words) < 2:
        return None
    return _Wanted(verb[: max(_BEGINS, len(verb) - 2)], frozenset(words))


def _is_of_a_proposal(record: Record, event: Event) -> bool:
    """Whether somebody's proposal is rejected or supported: the words right after the trigger say "proposal"."""
    if event.kind not in STANCES or event.factuality != "actual" or not event.agents or len(event.targets) != 1:
        return False
    return bool(_PROPOSAL.match(record.article.text[event.end : event.end + 120].split(".", 1)[0]))


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
