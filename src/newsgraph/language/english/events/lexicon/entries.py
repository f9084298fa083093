"""The entries of the lexicon of events: a word, what must stand beside it, and the kind of event that it names.

The kinds and modes are those of PLOVER (Open Event Data Alliance, PLOVER codebook), with SAY ELECT APPOINT RESIGN
DISASTER OTHER beside them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest

from newsgraph.errors import NewsgraphError
from newsgraph.knowledge.field_values import is_code
from newsgraph.language.english.events.lexicon.conditions import Condition
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.records import EVENT_KINDS

ACTOR, ANY, NONE = "actor", "-", "none"
_WHOEVER = (ACTOR, ANY, NONE, "")
_KINDS = {kind: i for i, kind in enumerate(EVENT_KINDS)}
"""The kinds in the order of the scheme: from agreement to assault, then those that it has not."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the lexicon."""

    word: str
    pos: str
    rest: tuple[str, ...]
    tests: tuple[Condition, ...]
    kind: str
    mode: str | None
    roles: dict[str, tuple[str, ...]]
    source: str
    """The line as it is written, for the reader who asks why."""
    rank: int = 0
    """How far it goes before entries that ask for as much."""
    prefix: str = field(init=False)
    """What stands before the hyphen of a verb: "co" in "co-operate"."""

    def __post_init__(self) -> None:
        hyphenated = self.pos == "verb" and "-" in self.word
        prefix = self.word.split(" ", 1)[0].rpartition("-")[0] if hyphenated else ""
        object.__setattr__(self, "prefix", prefix)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of a phrase."""
        return tuple(self.word.split())

    @property
    def key(self) -> tuple[str, str]:
        """Where to look it up: the part of speech and the word that bears the inflection."""
        if self.pos == "noun" and self.rest and "of" not in self.rest:
            return self.pos, self.rest[-1]
        return self.pos, self.word.split(" ", 1)[0].rsplit("-", 1)[-1]

    @property
    def is_undergone(self) -> bool:
        """Whether the subject of the active verb is the target: "faced trial"."""
        return self.roles.get("target") == ("subject",)

    @property
    def weight(self) -> int:
        """How particular an entry is: the most particular that fits is taken."""
        parts = len(self.tests) + len(self.rest) + bool(self.prefix)
        return 2 * parts - sum([test.any for test in self.tests])

    @property
    def asks(self) -> tuple[int, int, int, list[tuple[int, int, bool]]]:
        """How much it asks of a clause: of the entries that fit, the one that is lowest here goes first."""
        return -self.weight, -self.rank, -len(self.rest), sorted([test.order for test in self.tests])

    @property
    def tells(self) -> tuple[int, bool, bool]:
        """What goes first of entries that ask as much in other places: the milder deed, told more fully."""
        return _KINDS[self.kind], not self.roles, self.mode is None

    def ties(self, other: Entry) -> bool:
        """Whether both can fit a clause and say different things of it, and neither goes before the other."""
        same = self.kind == other.kind and self.mode == other.mode and self.roles == other.roles
        if same or self.word != other.word or self.asks != other.asks:
            return False
        if sorted(test.place for test in self.tests) != sorted(test.place for test in other.tests):
            return self.tells == other.tells
        return all(any(test.overlaps(its) for its in other.tests) for test in self.tests)

    def covers(self, other: Entry) -> bool:
        """Whether this entry fits wherever another one does."""
        same = self.word == other.word and self.prefix == other.prefix
        return same and all(any(test.implies(mine) for test in other.tests) for mine in self.tests)


def read_entries(lines: Iterable[str], name: str) -> Iterator[Entry]:
    """The entries of a CSV file of the lexicon.

    Raises:
        NewsgraphError: a line names a kind or a class that there is not.
    """
    rows = csv.reader([line for line in lines if line.strip() and not line.startswith("#")])
    columns = next(rows, [])
    missing = [column for column in ("word", "pos", "with", "kind", "mode") if column not in columns]
    if missing:
        raise NewsgraphError(
            f"{name}: there is no column {missing[0]!r}; the columns are word,pos,with,kind,mode,roles"
        )
    for number, fields in enumerate(rows, 1):
        row = dict(zip_longest(columns, fields))
        if row["pos"] is None or row["kind"] is None:
            raise NewsgraphError(
                f"{name}, entry {number}: has too few fields; the columns are word,pos,with,kind,mode,roles"
            )
        if row["pos"] not in ("verb", "noun", "adjective"):
            raise NewsgraphError(
                f"{name}, entry {number}: {row['pos']!r} is no part of speech; use verb, noun, adjective"
            )
        if row["kind"] not in _KINDS:
            raise NewsgraphError(f"{name}, entry {number}: {row['kind']!r} is no kind; use {', '.join(EVENT_KINDS)}")
        if row["mode"] and not is_code(row["mode"]):
            raise NewsgraphError(f"{name}, entry {number}: {row['mode']!r} is no mode; write a word, as in arrest")
        asked = row["with"] or ""
        conditions = asked.lstrip("^")
        word = row["word"].replace("-", " - ") if row["pos"] == "noun" else row["word"]  # as tokens
        _, *rest = word.split()
        try:
            tests = tuple(map(_test, conditions.split()))
        except KeyError as error:
            missing_class = f"there is no class @{error.args[0]} in event_classes.csv"
            raise NewsgraphError(f"{name}, entry {number}: {missing_class}") from None
        roles = [pair.split("=", 1) for pair in (row.get("roles") or "").split()]
        source = " ".join(filter(None, (row["word"], row["with"], "→", row["kind"], row["mode"])))
        yield Entry(
            word=word, pos=row["pos"], rest=tuple(rest), tests=tests, kind=row["kind"], mode=row["mode"] or None,
            roles={key: tuple(value.replace("_", " ").split("|")) for key, value in roles}, source=source,
            rank=len(asked) - len(conditions),
        )  # fmt: skip


@cache
def _test(text: str) -> Condition:
    """The condition that a text writes, one for all entries that have it.

    Raises:
        KeyError: it names a class of words that there is not.
    """
    place, _, values = text.partition(":")
    modifiers = place.endswith("+")
    place = place.removesuffix("+").replace("_", " ")
    given = values.split("|")
    marked = [value for value in given if value.startswith(("@", "!"))]
    words = frozenset(given).difference(marked, _WHOEVER)
    words = words.union(*(_named(value) for value in marked if value[0] == "@"))
    words = words.difference(*(_named(value[1:]) for value in marked if value[0] == "!"))
    return Condition(
        place, words, ACTOR in given, any=ANY in given or not values, none=NONE in given, modifiers=modifiers
    )


def _named(value: str) -> frozenset[str]:
    """The words that a word or the name of a class stands for."""
    return word_classes()[value[1:]] if value.startswith("@") else frozenset((value,))
