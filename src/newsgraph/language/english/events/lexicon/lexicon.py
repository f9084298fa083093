"""The lexicon of events: which entry codes a word.

The entries are data (`lexicons/events_verbs.csv`, `lexicons/events_nouns.csv`, `lexicons/event_classes.csv`), written
to be read and extended by a political scientist.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import combinations
from os import PathLike
from pathlib import Path

from newsgraph.errors import NewsgraphError
from newsgraph.language.english.events.lexicon.conditions import Condition, WhoActs, clause_mark
from newsgraph.language.english.events.lexicon.entries import Entry, read_entries
from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.english.syntax.parse import Frame, Parse

_LEMMAS = {
    "overran": "overrun", "overthrew": "overthrow", "forbade": "forbid", "withdrew": "withdraw", "struck": "strike",
    "slew": "slay", "overtook": "overtake", "undertook": "undertake", "foresaw": "foresee", "outlawe": "outlaw",
    "raped": "rape", "raping": "rape",
}  # fmt: skip
"""Past forms that taggers take for lemmas; they also lose the e of "staged"."""
_PARTICLE = 3
"""Letters that a particle has at most: the lemma of the noun in "break-ins" is "in"."""


class Lexicon:
    """Entries by part of speech and head word, the one that goes before the others first."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: dict[tuple[str, str], list[Entry]] = {}
        for entry in entries:
            self._entries.setdefault(entry.key, []).append(entry)
        for found in self._entries.values():
            if len(found) > 1:
                found.sort(key=lambda entry: (entry.asks, entry.tells, entry.source))

    def with_entries(self, entries: Iterable[Entry]) -> Lexicon:
        """A lexicon in which other entries go before those of this one, which stays as it is."""
        found, new = Lexicon(()), Lexicon(entries)
        found._entries = dict(self._entries)
        for key, first in new._entries.items():
            found._entries[key] = [*first, *self._entries.get(key, ())]
        return found

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

    def ties(self) -> Iterator[tuple[Entry, Entry]]:
        """Pairs of entries that can both fit a clause and say different things of it, and none goes first."""
        for found in self._entries.values():
            yield from ((one, other) for one, other in combinations(found, 2) if one.ties(other))

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
            words = _rest_of_phrase(syntax, i, entry) if entry.rest else []
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


def _rest_of_phrase(syntax: Parse, i: int, entry: Entry) -> list[int] | None:
    """Where the further words of a phrase stand, or None if they do not."""
    if entry.pos == "noun":
        return _side_by_side(syntax, i, entry)
    found: list[int] = []
    at = i
    for word in entry.rest:
        for parent in (at, i) if at != i else (i,):
            match = _child_behind(syntax, parent, i, word)
            if match is None and syntax.pos[parent] == "VERB":
                match = clause_mark(syntax, parent, word)
            if match is not None:
                break
        if match is None:
            return None
        found.append(match)
        at = match
    return found


def _child_behind(syntax: Parse, parent: int, i: int, word: str) -> int | None:
    """The first child of a word, behind another one, that is a word of a phrase."""
    for c in syntax.children[parent]:
        if c > i and (syntax.lower[c] == word or syntax.lemma[c] == word) and _is_word(syntax, c, word):
            return c
    return None


def _is_word(syntax: Parse, i: int, word: str) -> bool:
    """Whether a word of a phrase is meant there: a particle is not inflected, and says more than when."""
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


@cache
def event_lexicon() -> Lexicon:
    """The lexicon that comes with the package."""
    folder = files("newsgraph.language.english") / "lexicons"
    entries: list[Entry] = []
    for name in ("events_verbs.csv", "events_nouns.csv", "events_adjectives.csv"):
        entries += read_entries((folder / name).read_text(encoding="utf-8").splitlines(), name)
    known = {entry.word for entry in entries if entry.pos == "noun" and not entry.tests}
    for row in read_lexicon("wordnet_events"):
        if row["noun"] not in known:
            entries.append(Entry(row["noun"], "noun", (), (), "OTHER", None, {}, f"{row['noun']} → OTHER (WordNet)"))
    return Lexicon(entries)


def lexicon_with(paths: Iterable[str | PathLike[str]]) -> Lexicon:
    """The lexicon of the package with the entries of a user's CSV files before it, those of the last file first.

    A file has the columns of `lexicons/events_verbs.csv`: word, pos, with, kind, mode, roles, example.

    Raises:
        NewsgraphError: a file is no lexicon (`read_own_entries`).
    """
    found = event_lexicon()
    for path in paths:
        found = found.with_entries(read_own_entries(Path(path)))
    return found


def read_own_entries(path: Path) -> list[Entry]:
    """The entries of a user's CSV file.

    Raises:
        NewsgraphError: it cannot be read, lacks a column, names a kind or a class that there is not, or has an entry
            that another one of it always goes before, or two of which none goes before the other.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not in UTF-8"
        raise NewsgraphError(f"{path}: can't be read as a lexicon of events ({reason}); name a CSV file") from None
    entries = list(read_entries(lines, str(path)))
    lexicon = Lexicon(entries)
    for entry, other in lexicon.ties():
        both = f"{entry.source!r} and {other.source!r} can both fit"
        raise NewsgraphError(f"{path}: {both}; take words out of one, or write ^ before its tests")
    for entry, before in lexicon.unreachable():
        raise NewsgraphError(
            f"{path}: {entry.source!r} is never reached, for {before.source!r} fits wherever it does; leave one out"
        )
    return entries
