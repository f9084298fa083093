"""Events of a story that a sentence ties: "damage from the fire", "killed during a protest", "a vigil for the killing".

The two may be told by different articles, and each by several: a sentence of any of them that tells both says how they
hang together. What stands between the two is a table, `told_links.csv`.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from newsgraph.graph.evidence import Evidence

if TYPE_CHECKING:
    import networkx as nx

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


class ToldLink(NamedTuple):
    """A link between two nodes, with the words that make it."""

    one: str
    link: str
    other: str
    quote: Evidence


def told_links(graph: nx.MultiDiGraph[str], events: tuple[str, ...]) -> Iterator[ToldLink]:
    """The links that sentences make between events that happened."""
    told: dict[tuple[str, int], list[tuple[Evidence, str]]] = defaultdict(list)
    for event in events:
        if graph.nodes[event].get("factuality") == "actual":
            for quote in graph.nodes[event]["evidence"]:
                told[quote.article, quote.sentence_start].append((quote, event))
    for _, some in sorted((place, some) for place, some in told.items() if len(some) > 1):
        some.sort(key=lambda own: (own[0].start, own[0].end, own[1]))
        for (first, one), (second, other) in pairwise(some):
            if one == other or second.start < first.end:
                continue
            pattern = _pattern(graph.nodes[one], graph.nodes[other], first, second)
            if pattern is not None:
                words = first.sentence[first.start - first.sentence_start : second.end - first.sentence_start]
                quote = msgspec.structs.replace(first, end=second.end, text=words)
                ends = (other, one) if pattern.turned else (one, other)
                yield ToldLink(ends[0], pattern.link, ends[1], quote)


def _pattern(one: dict[str, Any], other: dict[str, Any], first: Evidence, second: Evidence) -> TellingPattern | None:
    for pattern in _patterns_between((one["kind"], one.get("mode")), (other["kind"], other.get("mode"))):
        between = first.sentence[first.end - first.sentence_start : second.start - first.sentence_start]
        if pattern.word.fullmatch(first.text) and pattern.between.fullmatch(between):
            return pattern
    return None


_Kind = tuple[str, str | None]
"""The kind and the mode of an event."""


@cache
def _patterns_between(one: _Kind, other: _Kind) -> tuple[TellingPattern, ...]:
    """The patterns for events of two kinds."""
    return tuple(row for row in _patterns() if _is_of(one, row.one) and _is_of(other, row.other))


def _is_of(kind: _Kind, kinds: frozenset[str]) -> bool:
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
