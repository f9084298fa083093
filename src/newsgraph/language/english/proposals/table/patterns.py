"""The table of proposals (`lexicons/proposal_patterns.csv`), and its small language of tests.

A test is `place:values`, as in the lexicon of events: it holds if a word at the place has one of the values; with `!`
before it, if none has.

- A place is `cue`, one of `PLACES`, or a word that the complement binds, with steps to others: `>` its children,
  `>dobj` those in a relation (or, in capitals, with a tag; `>clause` those of clauses), `>>` those of them behind the
  cue, `<` its head, `^` the subject of its clause, `[` and `]` the first and last word below it, `+` and `-` its
  neighbours. `voice` (`quoted`, `reported`, `speech`, `marked` with
  quotation marks, or the verb of saying), `act` and `takes`
  are no words.
- A value is a word or lemma, `@class` (see `proposal_limits.csv`), `actor`, `TAG`, `.relation`, `~sign` (see
  `SIGNS`), `<place` and `>place` for what stands before or behind another word, or `-` for anything at all.

The complements (`lexicons/proposal_complements.csv`) bind words to names by `name=place`, under such tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.proposals.cues import limit
from newsgraph.language.english.proposals.table.asserted import clause_subject
from newsgraph.language.english.proposals.table.places import Match
from newsgraph.language.english.proposals.table.signs import SIGNS
from newsgraph.language.english.syntax.speech.cues import attribution_cues

_STEP = re.compile(r">>?[\w/$]*|<|\^|\[|\]|\+|-")
_PLACE = re.compile(r"[a-z]+")
_NO_WORDS = ("voice", "act", "takes")
_CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "relcl", "dobj", "pcomp")
_Value = Callable[[Match, int], bool]
_Test = Callable[[Match], bool]
_Place = Callable[[Match], list[int]]


@dataclass(frozen=True, slots=True)
class Row:
    """What a cue with a complement proposes; without a content, nothing."""

    pos: str
    takes: frozenset[str]
    find: str
    tests: tuple[_Test, ...]
    content: str
    to: tuple[_Place, ...] | None
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


@dataclass(frozen=True, slots=True)
class _Binding:
    """A way in which the words of a complement are found."""

    words: tuple[tuple[str, _Place, bool], ...]
    """Names, places, and whether the word may be missing."""
    tests: tuple[tuple[_Test, ...], ...]
    """What must hold before any word is bound, after the first is, and so on."""


@cache
def complements() -> dict[str, list[_Binding]]:
    """The complements by name."""
    found: dict[str, list[_Binding]] = {}
    for row in read_lexicon("proposal_complements"):
        words = [text.partition("=")[::2] for text in row["bind"].split()]
        names = [name.lstrip("?") for name, _ in words]
        tests: list[list[_Test]] = [[] for _ in range(len(words) + 1)]
        for text in row["with"].split():
            asked = _PLACE.findall(text)
            tests[max((i + 1 for i, name in enumerate(names) if name in asked), default=0)].append(_test(text))
        bound = tuple((name.lstrip("?"), _place(place), name.startswith("?")) for name, place in words)
        found.setdefault(row["name"], []).append(_Binding(bound, tuple(map(tuple, tests))))
    return found


def bound_words(m: Match, complement: str) -> Iterator[dict[str, int]]:
    """The words that a complement binds, in each way in which it is there."""
    if not complement:
        yield {}
        return
    for binding in complements()[complement]:
        m.words = {}
        yield from _bound(m, binding, 0)


def _bound(m: Match, binding: _Binding, done: int) -> Iterator[dict[str, int]]:
    for test in binding.tests[done]:
        if not test(m):
            return
    if done == len(binding.words):
        yield dict(m.words)
        return
    name, place, optional = binding.words[done]
    words = place(m)
    for i in words[:1] if optional else words:
        m.words[name] = i
        yield from _bound(m, binding, done + 1)
        m.words.pop(name)
    if optional and not words:
        yield from _bound(m, binding, done + 1)


def _test(text: str) -> _Test:
    negative, text = text.startswith("!"), text.removeprefix("!")
    where, _, given = text.partition(":")
    values = given.split("|")
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


def _place(text: str) -> _Place:
    """The words at a place with its steps."""
    base = _PLACE.match(text)
    if base is None:
        raise ValueError(f"{text!r} is no place")
    name, steps = base.group(), [_step(s) for s in _STEP.findall(text[base.end() :])]

    def cue(m: Match) -> list[int]:
        return [m.cue]

    def named(m: Match) -> list[int]:
        return m.at(name)

    def find(m: Match) -> list[int]:
        words = start(m)
        for step in steps:
            words = [k for i in words for k in step(m, i)]
        return words

    start = cue if name == "cue" else named
    return find if steps else start


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
    names = frozenset(text.lstrip(">").split("/"))
    if "clause" in names:
        names |= frozenset(_CLAUSES)

    def children(m: Match, i: int) -> list[int]:
        return [c for c in m.parse.children[i] if m.parse.dep[c] in names or m.parse.tag[c] in names]

    return (lambda m, i: [c for c in children(m, i) if c > m.cue]) if text.startswith(">>") else children


_STEPS: dict[str, Callable[[Match, int], list[int]]] = {
    ">": lambda m, i: m.parse.children[i],
    ">>": lambda m, i: [c for c in m.parse.children[i] if c > m.cue],
    "^": lambda m, i: clause_subject(m.parse, i),
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
    if text[0] in "<>":
        before, name = text[0] == "<", text[1:]
        return lambda m, i: any((i < k) if before else (i > k) for k in m.at(name))
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
