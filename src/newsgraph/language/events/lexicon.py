"""The lexicon of events: which words, in which company, name which kind of event.

The entries are data (`lexicons/events_verbs.csv`, `lexicons/events_nouns.csv`, `lexicons/event_classes.csv`), written
to be read and extended by a political scientist. The kinds and modes are those of PLOVER (Open Event Data Alliance,
PLOVER codebook), with SAY ELECT APPOINT RESIGN DISASTER OTHER beside them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from pathlib import Path

from newsgraph.errors import NewsgraphError
from newsgraph.language.events.conditions import Condition, WhoActs, clause_mark
from newsgraph.language.lexicon_files import read_lexicon
from newsgraph.language.syntax.parse import Frame, Parse
from newsgraph.records import EVENT_KINDS

ACTOR, ANY, NONE = "actor", "-", "none"
_PARTICLE = 3
"""Letters that a particle has at most: the lemma of the noun in "break-ins" is "in"."""
_LEMMAS = {
    "overran": "overrun", "overthrew": "overthrow", "forbade": "forbid", "withdrew": "withdraw", "struck": "strike",
    "slew": "slay", "overtook": "overtake", "undertook": "undertake", "foresaw": "foresee", "outlawe": "outlaw",
    "raped": "rape", "raping": "rape",
}  # fmt: skip
"""Past forms that taggers take for lemmas; they also lose the e of "staged"."""


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


class Lexicon:
    """Entries by part of speech and head word, the most particular first."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: dict[tuple[str, str], list[Entry]] = {}
        for entry in entries:
            self._entries.setdefault(entry.key, []).append(entry)
        for found in self._entries.values():
            found.sort(key=lambda entry: -entry.weight)

    def add(self, entries: Iterable[Entry]) -> int:
        """Put more entries before those that are there; returns how many."""
        new = sorted(entries, key=lambda entry: -entry.weight)
        for entry in reversed(new):
            self._entries.setdefault(entry.key, []).insert(0, entry)
        return len(new)

    def __len__(self) -> int:
        return sum(map(len, self._entries.values()))

    def entries(self) -> Iterator[Entry]:
        """All entries."""
        for found in self._entries.values():
            yield from found

    def of(self, pos: str, lemma: str) -> list[Entry]:
        """The entries of a lemma."""
        return self._entries.get((pos, lemma), [])

    def unreachable(self) -> Iterator[tuple[Entry, Entry]]:
        """Entries that code nothing, each with the one before it that fits wherever it does."""
        for found in self._entries.values():
            for i, entry in enumerate(found):
                before = next((other for other in found[:i] if other.covers(entry)), None)
                if before is not None:
                    yield entry, before

    def code(self, syntax: Parse, i: int, pos: str, frame: Frame, who: WhoActs) -> tuple[Entry, list[int]] | None:
        """The entry that codes a word, with the other words of the phrase that it matched.

        Where none does, what stands behind the object of a verb counts as standing behind the verb, for parsers often
        hang it there: "wants millions in damages".
        """
        found = self._fitting(syntax, i, pos, frame, who)
        if found is not None or pos != "verb" or not frame.object:
            return found
        behind = [pair for o in frame.object for pair in syntax.prepositions(o) if pair[0] != "of"]
        if not behind:
            return None
        wider = replace(frame, preps=[*frame.preps, *behind])
        found = self._fitting(syntax, i, pos, wider, who)
        if found is not None:
            frame.preps = wider.preps
        return found

    def _fitting(self, syntax: Parse, i: int, pos: str, frame: Frame, who: WhoActs) -> tuple[Entry, list[int]] | None:
        """The most particular entry that fits."""
        lemma = _LEMMAS.get(syntax.lower[i]) or _LEMMAS.get(syntax.lemma[i], syntax.lemma[i])
        of = self._entries.get  # taggers take "cordone" for a lemma, and "stag"
        beside: frozenset[str] | None = None
        for entry in of((pos, lemma)) or of((pos, f"{lemma}e")) or of((pos, lemma.removesuffix("e"))) or ():
            if entry.prefix and (i < 2 or syntax.lower[i - 1] != "-" or syntax.lower[i - 2] != entry.prefix):
                continue
            if entry.rest and pos != "noun":
                if beside is None:
                    beside = _words_below(syntax, i)
                if entry.rest[0] not in beside:
                    continue
            words = _rest(syntax, i, entry) if entry.rest else []
            if words is not None and _all_hold(entry.tests, syntax, i, frame, who):
                return entry, words
        return None


def _all_hold(tests: tuple[Condition, ...], syntax: Parse, i: int, frame: Frame, who: WhoActs) -> bool:
    for test in tests:  # noqa: SIM110 - asked of every entry of every word: a generator takes twice as long
        if not test.holds(syntax, i, frame, who):
            return False
    return True


def _words_below(syntax: Parse, i: int) -> frozenset[str]:
    """The words that hang on a word behind it, and those that mark its clauses: a phrase goes on with one of them."""
    behind = [c for c in syntax.children[i] if c > i]
    marks = [d for c in behind for d in syntax.children[c] if syntax.dep[d] == "mark"]
    return frozenset([*map(syntax.lower.__getitem__, behind + marks), *map(syntax.lemma.__getitem__, behind)])


def _rest(syntax: Parse, i: int, entry: Entry) -> list[int] | None:
    """Where the further words of a phrase stand, or None if they do not."""
    if entry.pos == "noun":
        return _side_by_side(syntax, i, entry)
    found: list[int] = []
    at = i
    for word in entry.rest:
        for parent in (at, i) if at != i else (i,):
            match = _below(syntax, parent, i, word)
            if match is None and syntax.pos[parent] == "VERB":
                match = clause_mark(syntax, parent, word)
            if match is not None:
                break
        if match is None:
            return None
        found.append(match)
        at = match
    return found


def _below(syntax: Parse, parent: int, i: int, word: str) -> int | None:
    """The first child of a word, behind another one, that is a word of a phrase."""
    for c in syntax.children[parent]:
        if c > i and (syntax.lower[c] == word or syntax.lemma[c] == word) and _is_word(syntax, c, word):
            return c
    return None


def _is_word(syntax: Parse, i: int, word: str) -> bool:
    """Whether a word of a phrase is meant there: a particle is not inflected, and says more than when."""
    if syntax.dep[i] == "nsubj":
        return False  # "said juror no. 8"
    if syntax.lower[i] == word:
        return syntax.dep[i] != "prep" or not any(c in syntax.times for c in syntax.children[i])
    return syntax.dep[i] not in ("prep", "prt") and len(word) > _PARTICLE


def _side_by_side(syntax: Parse, i: int, entry: Entry) -> list[int] | None:
    """The words of a phrase of nouns, before their head ("press conference") or behind it ("state of emergency")."""
    words = entry.words
    start = i if entry.key[1] == words[0] else i - len(words) + 1
    if start < 0 or start + len(words) > syntax.size:
        return None
    for j, word in enumerate(words, start):
        if syntax.lower[j] != word and syntax.lemma[j] != word:
            return None
        if syntax.pos[j] == "VERB" and "-" not in words:
            return None
    return [j for j in range(start, start + len(words)) if j != i]


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


@cache
def word_classes() -> dict[str, frozenset[str]]:
    """The classes of words that entries name with @."""
    found: dict[str, set[str]] = {}
    text = (files("newsgraph.language") / "lexicons" / "event_classes.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")):
        found.setdefault(row["class"], set()).add(row["word"])
    return {name: frozenset(words) for name, words in found.items()}


@cache
def event_lexicon() -> Lexicon:
    """The lexicon that comes with the package."""
    folder = files("newsgraph.language") / "lexicons"
    entries: list[Entry] = []
    for name in ("events_verbs.csv", "events_nouns.csv", "events_adjectives.csv"):
        entries += read_entries((folder / name).read_text(encoding="utf-8").splitlines(), name)
    known = {entry.word for entry in entries if entry.pos == "noun" and not entry.tests}
    for row in read_lexicon("wordnet_events"):
        if row["noun"] not in known:
            entries.append(Entry(row["noun"], "noun", (), (), "OTHER", None, {}, f"{row['noun']} → OTHER (WordNet)"))
    return Lexicon(entries)


def extend_event_lexicon(path: Path) -> int:
    """Let the entries of a user's CSV file go before those of the package, in all pipelines of this process.

    The file has the columns of `lexicons/events_verbs.csv`: word, pos, with, kind, mode, roles, example.

    Returns:
        How many entries it had.

    Raises:
        NewsgraphError: it cannot be read, lacks a column, names a kind or a class that there is not, or has an entry
            that another one of it always goes before.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not in UTF-8"
        raise NewsgraphError(f"{path}: can't be read as a lexicon of events ({reason}); name a CSV file") from None
    entries = list(read_entries(lines, str(path)))
    for entry, before in Lexicon(entries).unreachable():
        raise NewsgraphError(
            f"{path}: {entry.source!r} is never reached, for {before.source!r} fits wherever it does; leave one out"
        )
    return event_lexicon().add(entries)
