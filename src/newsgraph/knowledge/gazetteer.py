"""The gazetteer: from a name to what is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy

from newsgraph.knowledge.entries import LONGEST_ABBREVIATION, Entry, is_abbreviation, joined_key, key_words
from newsgraph.knowledge.index import NameIndex

_KIND_RANK = {"Country": 0, "InternationalOrganization": 1, "Agency": 1, "Party": 2, "ArmedGroup": 2, "Organization": 3}
_FORM_RANK = {"name": 0, "abbreviation": 0, "demonym": 1, "seat": 2}
# How much a place without inhabitants of its own weighs against a city of the same name.
_FEATURE_WEIGHT = {
    "continent": 10**9, "region of countries": 10**8, "sea": 10**7, "nation": 10**7, "disputed region": 5 * 10**6,
    "region within a country": 10**6, "islands": 10**6, "strait": 10**6, "river": 10**6, "canal": 10**6,
    "mountains": 10**6, "desert": 10**6, "lake": 10**5, "site": 10**5, "border": 10**5, "mountain": 10**5,
}  # fmt: skip
# Tokens that may stand inside a name without being part of its key.
_SILENT = frozenset(["-", "–", "—", "'", "’", "'s", "’s", "."])
_OWNED = frozenset(["'s", "’s"])
_ARTICLE = frozenset(["The", "THE"])
# Words that papers write small at the end of a name which is capitalised elsewhere: "the Labour party".
_SMALL = frozenset(
    "a al and of for the in on to at de la le les el los las del der den das di do da dos du des d et e y und von van "
    "agency alliance army bank bloc brigade coalition commission committee congress council court faction forces force "
    "front government group militia ministry movement network office organisation organization parliament party police "
    "province region republic service state union".split()
)
_MEMO = 30_000
"""Tokens of which is kept whether a name may begin with them; beyond, the table begins anew."""


class Gazetteer:
    """Known names. Found are those that differ in accents, hyphens, dots, "the" and possessive only.

    Names in capitals (`US`, `WHO`) are found in capitals only, other names in any case; `longest` wants the first
    word of a name in running text to be capitalised unless the name itself begins small (`al-Shabaab`).
    """

    def __init__(self, entries: Iterable[tuple[str, Entry]] = ()) -> None:
        self._entries: dict[str, tuple[Entry, ...] | list[Entry | str] | Entry | str] = {}
        """By key what is ready, or what is not yet sorted and parsed; what is alone is in no list.

        Whether a list is garbage Python asks again and again, and of no string.
        """
        self._first: dict[str, int] = {}
        self._small: set[str] = set(_SMALL)
        self._small_first: set[str] = set()
        self._small_keys: set[str] = set()
        self._memo: dict[str, tuple[str, ...] | None] = {}
        self._indexes: list[NameIndex] = []  # the first in rank comes last
        for name, entry in entries:
            self.enter(name, entry)

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, entries: Iterable[Entry]) -> None:
        """Enter one's own entries under their names and abbreviations, before those that are there."""
        for entry in entries:
            self.enter(entry.name, entry, first=True)
            if entry.abbreviation:
                self.enter(entry.abbreviation, entry, first=True)

    def attach(self, index: NameIndex) -> None:
        """Find the names of an index, too (see `user.open_index`); its entries come before the package's own."""
        self._indexes.append(index)
        self._memo.clear()

    def with_indexes(self, indexes: Iterable[NameIndex]) -> Gazetteer:
        """A gazetteer of the same tables that finds the names of indexes, too, those of the first one first.

        This one goes on without them. The two share what is entered; enter all of it before.
        """
        found = copy(self)
        found._indexes, found._memo = [*self._indexes, *list(indexes)[::-1]], {}
        return found

    def enter(self, name: str, entry: Entry, *, first: bool = False) -> None:
        """Enter an entry under one name; with `first` it comes before the entries that are there."""
        words = _words(name)
        if not words:
            return
        if len(words) == 1 and entry.common and entry.form == "abbreviation" and _is_dotted(name):
            words = (*words, ".")  # the dot tells it from a word or another abbreviation: "Miss.", "N.D."
        key = " ".join(words)
        if len(key) > LONGEST_ABBREVIATION or not is_abbreviation(name):
            key = key.lower()
            self._small.update(w for w in words[1:] if w.islower())
            if words[0].islower() and words[0] != "the":
                self._small_first.add(words[0])
                self._small_keys.add(key)
        self._reach(key.removeprefix("the "))
        here = self._entries.get(key)
        if here is None:
            self._entries[key] = entry
        elif entry not in _listed(here):
            self._entries[key] = (entry, *self._sorted(key)) if first else [*_listed(here), entry]

    def prefer(self, name: str, canonical: str) -> None:
        """Let the things of this canonical name come first among all that a name may stand for."""
        key = " ".join(_words(name))
        key = key if is_abbreviation(name) else key.lower()
        self._entries[key] = tuple(sorted(self._sorted(key), key=lambda entry: entry.name != canonical))

    def enter_rows(self, rows: Iterable[str]) -> None:
        """Enter rows of the table of cities, which begin with their key; `tables.city` parses them on demand."""
        entries, reach = self._entries, self._first
        for row in rows:
            key = row[: row.index("\t")]
            here = entries.get(key)
            if here is None:
                entries[key] = row
                space = key.find(" ")
                if space < 0:
                    reach.setdefault(key, 1)
                else:
                    head, length = key[:space], key.count(" ") + 1
                    if reach.get(head, 0) < length:
                        reach[head] = length
            else:
                entries[key] = [*_listed(here), row]

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """All that a name may stand for, the likeliest first."""
        key = joined_key(name)
        if len(key) > LONGEST_ABBREVIATION and " " in key:  # most names: without a detour
            low = key.lower()
            found = self._sorted(low) if low in self._entries else ()
            for index in self._indexes:
                found = index.find(low) + found
            return found
        found = self._find(key)
        if not key or " " in key:
            return found
        marked = " ".join(_words(name))
        if marked != key:
            found = self._find(marked) + found
        return _first(self._find(f"{key} ."), found) if _is_dotted(name) else found

    def longest(self, words: Sequence[str], start: int) -> tuple[int, tuple[Entry, ...]] | None:
        """The longest known name that begins at a token, as (index after its last token, entries)."""
        word = words[start]
        keys = self._memo.get(word)
        if keys is None and (word in self._memo or (keys := self._remember(word)) is None):
            return None
        # A name begins here, perhaps: gather the words of the longest candidate, then shorten.
        gathered, ends, owned = self._gather(words, start, keys)
        small = word.islower()
        for length in sorted(ends, reverse=True):
            candidate = " ".join(gathered[:length])
            if small and candidate.lower() not in self._small_keys:
                continue
            if length in owned and (found := self._find(f"{candidate} 's")):
                return owned[length], found
            if found := self._of_one_word(words, start, candidate) if length == 1 else self._find(candidate):
                return ends[length], found
        return None

    def _gather(
        self, words: Sequence[str], start: int, keys: tuple[str, ...]
    ) -> tuple[list[str], dict[int, int], dict[int, int]]:
        """The key words of the longest candidate for a name.

        Args:
            words: the tokens.
            start: the first token of the name.
            keys: its key words.

        Returns:
            The key words; for each number of them that ends with a token, the index after it; the same for those before
            an apostrophe-s, after that.
        """
        gathered = list(keys)
        ends = {len(gathered): start + 1}
        owned: dict[int, int] = {}
        most = self._reach_of(keys[0])
        at = start + 1
        while len(gathered) <= most and at < len(words):
            token = words[at]
            at += 1
            if token in _SILENT:
                if token in _OWNED:
                    owned[len(gathered)] = at
                continue
            more = key_words(token)
            if len(gathered) == most or not more or not token[0].isalnum():
                break
            if token.islower() and token not in self._small:
                break
            gathered.extend(more)
            ends[len(gathered)] = at
        return gathered, ends, owned

    def _of_one_word(self, words: Sequence[str], start: int, candidate: str) -> tuple[Entry, ...]:
        """What a single word names, with its article or its full stop."""
        found = self._find(candidate)
        if start and words[start - 1] in _ARTICLE:
            found += self._find(f"the {candidate}")
        if "." in words[start] and _is_dotted(words[start]):
            found = _first(self._find(f"{candidate} ."), found)
        return found

    def _remember(self, word: str) -> tuple[str, ...] | None:
        """The key words of a token that may begin a name, else None; what was found is kept."""
        keys: tuple[str, ...] | None = None
        if word[:1].isalnum() and not (word.islower() and word not in self._small_first):
            keys = key_words(word) or None
            if keys and not self._reach_of(keys[0]):
                keys = None
        if len(self._memo) >= _MEMO:
            self._memo.clear()
        self._memo[word] = keys
        return keys

    def _reach(self, key: str) -> None:
        head = key.split(" ", 1)[0]
        length = key.count(" ") + 1
        if self._first.get(head, 0) < length:
            self._first[head] = length
            self._memo.clear()

    def _reach_of(self, head: str) -> int:
        low = head.lower()
        most = max(self._first.get(head, 0), self._first.get(low, 0))
        for index in self._indexes:
            most = max(most, index.reach(head), index.reach(low))
        return most

    def _find(self, kept: str) -> tuple[Entry, ...]:
        """The entries of a key, and if it is short enough for an abbreviation those of the key in small letters."""
        low = kept.lower()
        found = self._sorted(low) if low in self._entries else ()
        if len(kept) > LONGEST_ABBREVIATION or low == kept:
            for index in self._indexes:
                if own := index.find(low):
                    found = own + found
            return found
        found = self._sorted(kept) + found
        for index in self._indexes:
            found = index.find(kept) + index.find(low) + found
        return found

    def _sorted(self, key: str) -> tuple[Entry, ...]:
        here = self._entries.get(key)
        if here is None:
            return ()
        if isinstance(here, tuple):
            return here
        from newsgraph.knowledge.tables import city

        entries = [city(e) if isinstance(e, str) else e for e in _listed(here)]
        ready = tuple(sorted(entries, key=_rank))
        self._entries[key] = ready
        return ready


def _listed(here: tuple[Entry, ...] | list[Entry | str] | Entry | str) -> Sequence[Entry | str]:
    return here if isinstance(here, (tuple, list)) else [here]


def _words(name: str) -> tuple[str, ...]:
    """The words of a key. A name of one word keeps "the" and "'s", which are all that marks it: The Hill, Moody's."""
    words = key_words(name)
    if len(words) == 1:
        if name[:4] in ("The ", "the "):
            return "the", words[0]
        if name[-2:] in ("'s", "’s"):
            return words[0], "'s"
    return words


def _first(entries: tuple[Entry, ...], others: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return (*entries, *(entry for entry in others if entry not in entries)) if entries else others


def _is_dotted(name: str) -> bool:
    """Whether a word is written as abbreviations are that have a dot: `N.D.`, `D.C`, `Calif.`; not `ND.`."""
    return "." in name[1:-1] or (name[-1:] == "." and not name.isupper())


def _rank(entry: Entry) -> tuple[int, int, int]:
    feature, weight = entry.feature, entry.population
    if feature == "capital":
        weight *= 10  # alone, a name means the capital rather than a greater namesake
    elif feature == "region":
        weight //= 4  # and a region less often than its size suggests
    elif feature != "city":
        weight = _FEATURE_WEIGHT.get(feature or "", weight)
    return _FORM_RANK[entry.form], _KIND_RANK.get(entry.kind, 4), -weight
