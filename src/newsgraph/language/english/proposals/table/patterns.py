"""The table of proposals (`lexicons/proposal_patterns.csv`), and its small language of tests.

A test is `place:values`, as in the lexicon of events: it holds if a word at the place has one of the values; with `!`
before it, if none has.

- A place is `cue`, one of `PLACES`, or a word that the complement binds, with steps to others: `>` its children,
  `>dobj` those in a relation (or, in capitals, with a tag), `<` its head, `[` and `]` the first and last word below
  it, `+` and `-` its neighbours. `voice` (`quoted`, `reported`, `speech`, `marked` with
  quotation marks, or the verb of saying), `act` and `takes`
  are no words.
- A value is a word or lemma, `@class` (see `proposal_limits.csv`), `actor`, `TAG`, `.relation`, `~sign` (see
  `SIGNS`), or `-` for anything at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.proposals.cues import limit
from newsgraph.language.english.proposals.table.places import Match
from newsgraph.language.english.proposals.table.signs import SIGNS
from newsgraph.language.english.syntax.speech.cues import attribution_cues

_STEP = re.compile(r">[\w/$]*|<|\[|\]|\+|-")
_PLACE = re.compile(r"[a-z]+")
_NO_WORDS = ("voice", "act", "takes")
_Value = Callable[[Match, int], bool]


@dataclass(frozen=True, slots=True)
class Row:
    """What a cue with a complement proposes; without a content, nothing."""

    pos: str
    takes: frozenset[str]
    find: str
    tests: tuple[Callable[[Match], bool], ...]
    content: str
    to: tuple[Callable[[Match], list[int]], ...] | None
    """The places of who is to do it, the first of which that is there; None where nobody is asked."""
    by: str
    act: str
    source: str
    """The row as it is written."""
    example: str


@cache
def pattern_rows(pos: str) -> tuple[Row, ...]:
    """The rows for the cues of a part of speech, in the order in which they are tried."""
    return tuple(
        Row(
            pos, frozenset(filter(None, row["takes"].split("|"))), row["find"],
            tuple(_test(text) for text in row["with"].split()), row["content"],
            None if row["to"] == "none" else tuple(_place(text) for text in row["to"].split("/") if text),
            row["by"], row["act"],
            " ".join(filter(None, (pos, row["takes"], row["find"], row["with"], "→", row["content"] or "nothing"))),
            row["example"] or "",
        )
        for row in read_lexicon("proposal_patterns")
        if row["pos"] == pos
    )  # fmt: skip


def _test(text: str) -> Callable[[Match], bool]:
    negative, text = text.startswith("!"), text.removeprefix("!")
    where, _, given = text.partition(":")
    values = given.split("|")
    if not given:
        raise ValueError(f"{text!r} is no test")
    if where in _NO_WORDS:
        wanted = frozenset(values)
        named = frozenset(word for v in values if v.startswith("@") for word in limit(v[1:]))
        return lambda m: bool((told := _told_of(m, where)) and ("-" in wanted or told & (wanted | named))) != negative
    find, tests = _place(where), [_value(v) for v in values]


    def holds(m: Match) -> bool:
        for i in find(m):
            for test in tests:
                if test(m, i):
                    return not negative
        return negative

    return holds


def _place(text: str) -> Callable[[Match], list[int]]:
    """The words at a place with its steps."""
    base = _PLACE.match(text)
    if base is None:
        raise ValueError(f"{text!r} is no place")
    name, steps = base.group(), [_step(s) for s in _STEP.findall(text[base.end() :])]

    def find(m: Match) -> list[int]:
        words = m.at(name)
        for step in steps:
            words = [k for i in words for k in step(m, i)]
        return words

    return find if steps else lambda m: m.at(name)


def _told_of(m: Match, place: str) -> frozenset[str]:
    if place == "act":
        return frozenset((m.act,))
    if place == "takes":
        return m.takes
    if m.voice is None:
        return frozenset()
    known = attribution_cues("verb").get(m.voice.cue)
    speech = known is not None and known.sort in ("speech", "writing", "commitment")
    sorts = ("quoted" if m.voice.quoted else "reported", "speech" if speech else "", "marked" if m.voice.marked else "")
    return frozenset((m.voice.cue, *sorts))


def _step(text: str) -> Callable[[Match, int], list[int]]:
    if text in _STEPS:
        return _STEPS[text]
    names = frozenset(text[1:].split("/"))
    return lambda m, i: [c for c in m.parse.children[i] if m.parse.dep[c] in names or m.parse.tag[c] in names]


_STEPS: dict[str, Callable[[Match, int], list[int]]] = {
    ">": lambda m, i: m.parse.children[i],
    "<": lambda m, i: [m.parse.head[i]],
    "[": lambda m, i: [m.parse.left[i]],
    "]": lambda m, i: [m.parse.right[i]],
    "+": lambda m, i: [i + 1] if i + 1 < m.parse.size else [],
    "-": lambda m, i: [i - 1] if i else [],
}


def _value(text: str) -> _Value:
    if text == "-":
        return lambda m, i: True
    if text == "actor":
        return lambda m, i: m.is_actor(i)
    if text[0] == "@":
        words = limit(text[1:])
        if not words:
            raise ValueError(f"there is no class {text} in proposal_limits.csv")
        return lambda m, i: m.parse.lemma[i] in words or m.parse.lower[i] in words
    if text[0] == "~":
        return SIGNS[text[1:]]
    if text[0] == "." and len(text) > 1:
        return lambda m, i: m.parse.dep[i] == text[1:]
    if text.isupper() or text == "WP$":
        return lambda m, i: text in (m.parse.tag[i], m.parse.pos[i])
    return lambda m, i: text in (m.parse.lemma[i], m.parse.lower[i])
