"""What is known of a name: an `Entry`, and the form in which names are compared."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

import msgspec

NO_LINKS: Mapping[str, str] = MappingProxyType({})

EntryForm = Literal["name", "abbreviation", "demonym", "seat"]


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One thing that is known beforehand, as one of its names stands for it."""

    name: str
    """The canonical name."""
    kind: str
    """A kind of entity of the record, such as `Agency`."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code, of the country itself or of the one it belongs to."""
    links: Mapping[str, str] = msgspec.field(default_factory=lambda: NO_LINKS)
    """Identifiers by authority: `wikidata`, `wikipedia`, `geonames`."""
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    sector: str | None = None
    """What part of society it acts for, as event data code it: GOV, MIL, COP, SPY, JUD, LEG, REB, MED, IGO, NGO, ..."""
    form: EntryForm = "name"
    """How the name stands for it: `demonym` is an adjective or a people,
    `seat` a place that stands for a government."""
    abbreviation: str | None = None
    parent: str | None = None
    """What it is part of: the region of a city, the United Nations of an agency of theirs."""
    feature: str | None = None
    """What sort of place it is: `capital`, `city`, `region` (first-level division), or another word of the tables."""
    common: bool = False
    """Whether the name is also a common English word, a first name or a surname; or the abbreviation of a state or
    province, which is one only after the name of a place (`Fargo, N.D.`) or in a dateline."""


# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = str.maketrans({
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
    "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ə": "e", "Ə": "E", "ħ": "h", "Ħ": "H",
    "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "ʾ": "'", "ʿ": "'", "`": "'", "–": "-", "—": "-", "‐": "-", "‑": "-",
})  # fmt: skip
# Marks, and characters without width: joiners, soft hyphens, marks of direction, of byte order.
_SILENT = frozenset(["Mn", "Me", "Cf"])
_PARTING = "-/,;:()[]\"\t\n\r\v\f\x1c\x1d\x1e\x1f"
_SIGNS = {"`": "'", **dict.fromkeys(_PARTING + "“”", " ")}
_ASCII = bytes.maketrans(f"{_PARTING}`".encode(), b" " * len(_PARTING) + b"'")


def fold(text: str) -> str:
    """The text in plain letters: no accents, one kind of apostrophe and hyphen, no characters without width."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(c for c in decomposed if unicodedata.category(c) not in _SILENT)


class _Plain(dict[int, str]):
    """What each character is in a key, found once: plain letters, " " for what parts words, nothing for marks."""

    def __missing__(self, code: int) -> str:
        folded = (_SIGNS.get(c, c) for c in fold(chr(code)))
        plain = self[code] = "".join(" " if c.isspace() else c for c in folded)
        return plain


_PLAIN = _Plain()


def joined_key(text: str) -> str:
    """The words of `split_key` with a blank between them, made in one piece where it can be."""
    plain = text.encode().translate(_ASCII).decode() if text.isascii() else text.translate(_PLAIN)
    if "." in plain or "'" in plain or "&" in plain or "  " in plain or plain[:4] in _WITH_THE:
        return " ".join(split_key(text))
    if plain[:1] == " " or plain[-1:] == " ":
        return " ".join(split_key(text))
    return plain


def split_key(text: str) -> list[str]:
    """The words by which a name is found, case kept.

    Accents, dots, apostrophes, a possessive `'s` and a leading "the" are dropped; hyphens part words; "&" is "and".
    """
    # The table of bytes is twice as fast as the other, which most names don't need.
    plain = text.encode().translate(_ASCII).decode() if text.isascii() else text.translate(_PLAIN)
    plain = plain.replace(".", "")
    words = plain.split()
    if "'" in plain:
        bare = [word[:-2] if word.endswith(("'s", "'S")) else word for word in words]
        words = list(filter(None, [word.replace("'", "") for word in bare]))
    if "&" in plain:
        words = ["and" if word == "&" else word for word in words]
    if len(words) > 1 and words[0] in ("the", "The", "THE"):
        del words[0]
    return words


_WITH_THE = ("the ", "The ", "THE ")


@lru_cache(maxsize=32768)
def key_words(text: str) -> tuple[str, ...]:
    """The words of `split_key`, remembered: for tokens, which come again and again."""
    return tuple(split_key(text))


LONGEST_ABBREVIATION = 12
"""Letters of the longest key that keeps its case."""


def name_key(name: str) -> str:
    """The key of a name in an index: in small letters, but for abbreviations."""
    key = joined_key(name)
    return key if len(key) <= LONGEST_ABBREVIATION and is_abbreviation(name) else key.lower()


def is_abbreviation(name: str) -> bool:
    """Whether a name is written in capitals, so that its case tells it from a word: `US`, `WHO`, `PPP-P`."""
    if len(name) > LONGEST_ABBREVIATION or " " in name:
        return False
    return sum(map(str.isupper, name)) * 2 > sum(map(str.isalpha, name)) > 0
