"""Events of a story that a sentence ties: "damage from the fire", "killed during a protest", "a vigil for the killing".

The two may be told by different articles, and each by several: a sentence of any of them that tells both says how they
hang together. What stands between the two is a table, `told_links.csv`.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Set
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

import msgspec

from newsgraph.graph.evidence import Evidence

_WORD = r"(?!(?:and|or|but|who|whom|that|which|to|not|no|when|while|(?:1[89]|20)\d\d)\s)[^\s,.;:()\"“”]+\s+"
"""A word between: none that begins another clause or names another event."""
_LINKING = r"(?:(?:that|which|who)\s+)?"


class TellingPattern(NamedTuple):
    """What stands between two events, and the link that it makes."""

    link: str
    turned: bool
    """Whether the link is of the second to the first."""
    one: frozenset[str]
    word: re.Pattern[str]
    """Of the first."""
    other: frozenset[str]
    between: re.Pattern[str]


Kind = tuple[str, str | None]
"""The kind and the mode of an event."""


class ToldLink(NamedTuple):
    """A link between two nodes, with the words that make it."""

    one: str
    link: str
    other: str
    quote: Evidence
    between: frozenset[str] = frozenset()
    """The events that are told between the two: in a story that has one of them, the words do not make it."""


class Telling(NamedTuple):
    """Words that tell an event that happened, and where they stand."""

    article: str
    sentence: int
    start: int
    end: int
    event: str
    kind: Kind
    quote: Evidence


telling_order = itemgetter(*range(5))
"""By what tellings are in order."""


def tellings(event: str, data: dict[str, Any]) -> Iterator[Telling]:
    """The words that tell an event, where it happened."""
    if data.get("factuality") == "actual":
        kind = data["kind"], data.get("mode")
        for quote in data["evidence"]:
            yield Telling(quote.article, quote.sentence_start, quote.start, quote.end, event, kind, quote)


def possible_links(
    told: Iterable[Telling], worded: Callable[[Evidence], Evidence] = lambda quote: quote
) -> Iterator[ToldLink]:
    """The links that sentences make in a story that has both events, and none that is told between them.

    What is `told` is in order; `worded` gives the words of evidence that has none.
    """
    for _, some in groupby(told, key=itemgetter(0, 1)):
        own = list(some)
        for number, first in enumerate(own):
            between = set[str]()
            for second in own[number + 1 :]:
                if second.event == first.event:
                    break
                if second.event not in between and second.start >= first.end:
                    yield from _link(first, second, between, worded)
                between.add(second.event)


def _link(
    first: Telling, second: Telling, between: Set[str], worded: Callable[[Evidence], Evidence]
) -> Iterator[ToldLink]:
    patterns = _patterns_between(first.kind, second.kind)
    if not patterns:
        return
    quote = worded(first.quote)
    words = quote.sentence[quote.start - quote.sentence_start : second.end - quote.sentence_start]
    gap = words[quote.end - quote.start : second.start - quote.start]
    for pattern in patterns:
        if pattern.word.fullmatch(quote.text) and pattern.between.fullmatch(gap):
            ends = (second.event, first.event) if pattern.turned else (first.event, second.event)
            whole = msgspec.structs.replace(quote, end=second.end, text=words)
            yield ToldLink(ends[0], pattern.link, ends[1], whole, frozenset(between))
            return


class ToldLinks:
    """The links that sentences may make, by the event that they lead from."""

    def __init__(self, found: Iterable[ToldLink]) -> None:
        """They come in order; of two events none is kept behind one that all stories have."""
        self._from: dict[str, list[ToldLink]] = defaultdict(list)
        known = set[frozenset[str]]()
        for link in found:
            pair = frozenset((link.one, link.other))
            if pair not in known:
                self._from[link.one].append(link)
                if not link.between:
                    known.add(pair)

    def among(self, events: Collection[str]) -> list[ToldLink]:
        """The links between events of a story, in the order of the articles."""
        return links_among(set(events), (link for event in events for link in self._from.get(event, ())))


def links_among(events: Set[str], found: Iterable[ToldLink]) -> list[ToldLink]:
    """Those of the links that a story of some events has, in the order of the articles."""
    own = [link for link in found if link.other in events and events.isdisjoint(link.between)]
    return sorted(own, key=lambda link: (link.quote.article, link.quote.sentence_start, link.quote.start))


@cache
def _patterns_between(one: Kind, other: Kind) -> tuple[TellingPattern, ...]:
    """The patterns for events of two kinds."""
    return tuple(row for row in _patterns() if _is_of(one, row.one) and _is_of(other, row.other))


def _is_of(kind: Kind, kinds: frozenset[str]) -> bool:
    return kind[0] in kinds or f"{kind[0]}/{kind[1]}" in kinds


@cache
def _patterns() -> tuple[TellingPattern, ...]:
    text = files("newsgraph.graph.events").joinpath("told_links.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        TellingPattern(
            row["link"].removeprefix("<"), row["link"].startswith("<"), frozenset(row["one"].split()),
            re.compile(row["word"] or ".*", re.IGNORECASE | re.DOTALL), frozenset(row["other"].split()),
            re.compile(rf"\s+{_LINKING}(?:{_WORD}){{0,{row['before']}}}(?:{row['cue']})\s+"
                       rf"(?:{_WORD}){{0,{row['after']}}}", re.IGNORECASE),
        )
        for row in rows
    )
