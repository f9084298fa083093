"""The entries of the lexicon of events: a word, what must stand beside it, and the kind of event that it names.

The kinds and modes are those of PLOVER (Open Event Data Alliance, PLOVER codebook), with SAY ELECT APPOINT RESIGN
DISASTER OTHER beside them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from newsgraph.errors import NewsgraphError
from newsgraph.knowledge.field_values import is_code
from newsgraph.language.events.lexicon.conditions import Condition
from newsgraph.language.events.lexicon.word_classes import word_classes
from newsgraph.records import EVENT_KINDS

ACTOR, ANY, NONE = "actor", "-", "none"


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
    prefix: str = field(init=False)
    """What stands before the hyphen of a verb: "co" in "co-operate"."""
    words: tuple[str, ...] = field(init=False)
    """The words of a phrase."""

    def __post_init__(self) -> None:
        prefix = self.word.split(" ", 1)[0].rpartition("-")[0] if self.pos == "verb" else ""
        object.__setattr__(self, "prefix", prefix)
        object.__setattr__(self, "words", tuple(self.word.split()))

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
        return 2 * len(self.tests) + 2 * len(self.rest) + (2 if self.prefix else 0) - sum(t.any for t in self.tests)

    def covers(self, other: Entry) -> bool:
        """Whether this entry fits wherever another one does."""
        same = self.word == other.word and self.prefix == other.prefix
        return same and all(any(test.implies(mine) for test in other.tests) for mine in self.tests)


def read_entries(lines: Iterable[str], name: str) -> Iterator[Entry]:
    """The entries of a CSV file of the lexicon.

    Raises:
        NewsgraphError: a line names a kind or a class that there is not.
    """
    rows = csv.DictReader(line for line in lines if line.strip() and not line.startswith("#"))
    missing = [column for column in ("word", "pos", "with", "kind", "mode") if column not in (rows.fieldnames or ())]
    if missing:
        raise NewsgraphError(
            f"{name}: there is no column {missing[0]!r}; the columns are word,pos,with,kind,mode,roles"
        )
    for number, row in enumerate(rows, 1):
        if row["pos"] is None or row["kind"] is None:
            raise NewsgraphError(
                f"{name}, entry {number}: has too few fields; the columns are word,pos,with,kind,mode,roles"
            )
        if row["pos"] not in ("verb", "noun", "adjective"):
            raise NewsgraphError(
                f"{name}, entry {number}: {row['pos']!r} is no part of speech; use verb, noun, adjective"
            )
        if row["kind"] not in EVENT_KINDS:
            raise NewsgraphError(f"{name}, entry {number}: {row['kind']!r} is no kind; use {', '.join(EVENT_KINDS)}")
        if row["mode"] and not is_code(row["mode"]):
            raise NewsgraphError(f"{name}, entry {number}: {row['mode']!r} is no mode; write a word, as in arrest")
        word = row["word"].replace("-", " - ") if row["pos"] == "noun" else row["word"]  # as tokens
        _, *rest = word.split()
        try:
            tests = tuple(map(_test, (row["with"] or "").split()))
        except KeyError as error:
            missing_class = f"there is no class {error.args[0]} in event_classes.csv"
            raise NewsgraphError(f"{name}, entry {number}: {missing_class}") from None
        roles = dict(pair.split("=", 1) for pair in (row.get("roles") or "").split())
        source = " ".join(filter(None, (row["word"], row["with"], "→", row["kind"], row["mode"])))
        yield Entry(
            word=word, pos=row["pos"], rest=tuple(rest), tests=tests, kind=row["kind"], mode=row["mode"] or None,
            roles={key: tuple(value.replace("_", " ").split("|")) for key, value in roles.items()}, source=source,
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
    words: set[str] = set()
    for value in filter(None, values.split("|")):
        if value.startswith("@"):
            if value[1:] not in word_classes():
                raise KeyError(value)
            words |= word_classes()[value[1:]]
        elif value not in (ACTOR, ANY, NONE):
            words.add(value)
    given = values.split("|")
    return Condition(
        place, frozenset(words), ACTOR in given, any=ANY in given or not values, none=NONE in given, modifiers=modifiers
    )
