"""Names that follow a pattern: organs that every state has."""

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
    one: bool
    """Whether all its phrases are one body of a country."""

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


class Patterns:
    """Organs of states by phrase."""

    def __init__(self) -> None:
        self.organs: dict[str, Organ] = {}
        """Organs by phrase in small letters, hyphens as spaces: "foreign ministry"."""
        self._reach: dict[str, int] = {}
        for row in read_rows("organs.csv"):
            organ = Organ(row["name"], row["sector"], tuple(row["phrases"].split("|")), row["one"] == "yes")
            for phrase in organ.phrases:
                words = key_words(phrase)
                key = " ".join(words) if is_abbreviation(phrase) else " ".join(words).lower()
                self.organs.setdefault(key, organ)
                head = key.split(" ", 1)[0]
                self._reach[head] = max(self._reach.get(head, 0), len(words))

    def body_of(self, name: str, code: str) -> str | None:
        """Under what name the body of a country goes that papers call by several names, else None.

        "Kenyan foreign ministry", "Foreign Ministry" in an article that says whose, and "Ministry of Foreign Affairs of
        Kenya" are one; so are "Kenyan government" and "Nairobi government".
        """
        words = name.split()
        before = _state(words, 0) if words else None
        seat = before is None and len(words) > 1 and _has_seat(words[0], code)
        start = 1 if seat else before[0] if before is not None and before[1] == code else 0
        while start < len(words) and words[start] in _SILENT:
            start += 1
        found = self._organ(words, start) if start < len(words) else None
        if found is None or not found[1].one or (seat and not found[1].template.startswith("Government")):
            return None
        end, organ = found
        if end + 1 < len(words) and words[end] in _LINK:
            behind = _state(words, end + 2 if words[end + 1] == "the" and end + 2 < len(words) else end + 1)
            end = behind[0] if behind is not None and behind[1] == code else end
        return organ.of(code).name if end == len(words) else None

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


def _has_seat(place: str, code: str) -> bool:
    """Whether a place stands for the government of a country: "Ankara" for Türkiye."""
    return any(e.form == "seat" and e.country == code for e in gazetteer().lookup(place))


def _code(entries: tuple[Entry, ...]) -> str | None:
    best = entries[0] if entries else None
    return best.country if best and (best.kind == "Country" or best.form == "demonym") else None


@cache
def patterns() -> Patterns:
    """The patterns of the tables."""
    return Patterns()
