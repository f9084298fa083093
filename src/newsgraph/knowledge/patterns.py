"""Names that follow a pattern: organs that every state has, and what the head word of a name tells of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from newsgraph.knowledge.entries import Entry, is_abbreviation, key_words
from newsgraph.knowledge.known import country, demonyms, gazetteer
from newsgraph.knowledge.tables import read_rows

_SILENT = frozenset(["'s", "’s", "'", "’", "-"])
_LINK = frozenset(["of", "for", "in"])


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ that nearly every state has."""

    template: str
    sector: str
    phrases: tuple[str, ...]

    def of(self, code: str | None) -> Entry:
        """The organ of a country, under its own name where that is known; without a country only its bare name."""
        if code is None:
            bare = self.template.removesuffix(" of {c}").removeprefix("{a} ")
            return Entry(bare, "Agency", None, sector=self.sector)
        return _organ_of(self, code)


@cache
def _organ_of(organ: Organ, code: str) -> Entry:
    state = country(code)
    place = f"the {state.name}" if code in _WITH_ARTICLE else state.name
    adjective = (demonyms(code) or (state.name,))[0]
    for phrase in organ.phrases:
        for name in (f"{adjective} {phrase}", f"{phrase} of {place}", f"{state.name} {phrase}"):
            for entry in gazetteer().lookup(name):
                if entry.kind == "Agency" and entry.country == code:
                    return entry
    name = organ.template.replace("{c}", place).replace("{a}", adjective)
    return Entry(name, "Agency", code, sector=organ.sector)


# States and territories that take the article in a sentence.
_WITH_ARTICLE = frozenset("AE BS CD CF CG DO FK FO GB GM KM KY MH MP MV NL PH SB TC US VG VI".split())


@dataclass(frozen=True, slots=True)
class Head:
    """What a head word tells of the thing it heads."""

    word: str
    kind: str
    sector: str | None


class Patterns:
    """Organs of states by phrase, and head words of names."""

    def __init__(self) -> None:
        self.organs: dict[str, Organ] = {}
        """Organs by phrase in small letters, hyphens as spaces: "foreign ministry"."""
        self.last: dict[str, Head] = {}
        """Heads that end a name, by key."""
        self.first: dict[str, Head] = {}
        """Heads that begin a name, by key."""
        self._reach: dict[str, int] = {}
        for row in read_rows("organs.csv"):
            organ = Organ(row["name"], row["sector"], tuple(row["phrases"].split("|")))
            for phrase in organ.phrases:
                words = key_words(phrase)
                key = " ".join(words) if is_abbreviation(phrase) else " ".join(words).lower()
                self.organs.setdefault(key, organ)
                head = key.split(" ", 1)[0]
                self._reach[head] = max(self._reach.get(head, 0), len(words))
        for row in read_rows("heads.csv"):
            head_word = Head(row["word"], row["kind"], row["sector"] or None)
            side = self.last if row["place"] == "last" else self.first
            side.setdefault(" ".join(key_words(row["word"])), head_word)

    def head_of(self, name: str) -> Head | None:
        """What the head word tells: the longest at the end of the name, else one at its beginning."""
        words = key_words(name)
        if "of" in words[1:] or "for" in words[1:]:
            cut = next(i for i, w in enumerate(words) if i and w in ("of", "for"))
            found = self._ending(words[:cut]) or self.first.get(" ".join(words[:cut])) or self.first.get(words[0])
            if found is not None:
                return found
        return self._ending(words) or (self.first.get(words[0]) if len(words) > 1 else None)

    def longest(self, words: Sequence[str], start: int) -> tuple[int, Entry] | None:
        """The organ of a state that is named here, as (index after its last token, the organ).

        With its country before it ("Kenya's Supreme Court", "the Kenyan army") or behind it ("Supreme Court of
        Kenya"); an organ without a country has `country` None.
        """
        if organ_here := self._organ(words, start):
            end, organ = organ_here
            if end + 1 < len(words) and words[end] in _LINK:
                at = end + 2 if words[end + 1] == "the" and end + 2 < len(words) else end + 1
                if behind := _state(words, at):
                    return behind[0], organ.of(behind[1])
            return end, organ.of(None)
        if before := _state(words, start):
            at, code = before
            while at < len(words) and words[at] in _SILENT:
                at += 1
            if at < len(words) and (organ_here := self._organ(words, at)):
                return organ_here[0], organ_here[1].of(code)
        return None

    def _organ(self, words: Sequence[str], start: int) -> tuple[int, Organ] | None:
        word = words[start]
        most = self._reach.get(word.lower()) or self._reach.get(word)
        if not most:
            return None
        gathered, best, at = "", None, start
        for count in range(most):
            while count and at < len(words) and words[at] in _SILENT:
                at += 1
            if at == len(words):
                break
            gathered = f"{gathered} {words[at]}" if gathered else words[at]
            at += 1
            organ = self.organs.get(gathered.lower()) or self.organs.get(gathered)
            if organ is not None:
                best = at, organ
        return best

    def _ending(self, words: Sequence[str]) -> Head | None:
        for length in (3, 2, 1):
            whole = length >= len(words) > 1
            if not whole and (found := self.last.get(" ".join(words[-length:]))):
                return found
        return None


def _state(words: Sequence[str], start: int) -> tuple[int, str] | None:
    """A country or an adjective of one, as (index after its last token, code)."""
    found = gazetteer().longest(words, start)
    if found is None:
        return None
    if code := _code(found[1]):
        return found[0], code
    # "French military intelligence": the longest name here is that of another organ.
    if code := _code(gazetteer().lookup(words[start])):
        return start + 1, code
    return None


def _code(entries: tuple[Entry, ...]) -> str | None:
    best = entries[0] if entries else None
    return best.country if best and (best.kind == "Country" or best.form == "demonym") else None


@cache
def patterns() -> Patterns:
    """The patterns of the tables."""
    return Patterns()
