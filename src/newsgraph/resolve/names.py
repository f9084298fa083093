"""Comparing names: one written form for lookups, and how alike two spellings are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

from rapidfuzz.distance import Levenshtein

from newsgraph.knowledge.tables import read_rows
from newsgraph.language.lexicon_files import read_lexicon
from newsgraph.stored.remembered import remembered

_HEADS: Final = frozenset("president premier chancellor ambassador director chairman chairwoman chair".split())
"""Offices that stand before a name as titles do."""
_PARTICLES = frozenset("al el ul ad as bin ibn bint abu de da do dos del della la le van von der den di du".split())
_ARTICLE = re.compile(r"^the\s+", re.I)
_POSSESSIVE = re.compile(r"['’]s?$")


_KNOWN = 8_000
"""Names that are not looked at anew."""


@remembered(_KNOWN)
def name_key(name: str) -> str:
    """The written form without case, accents, punctuation, "the" and possessive; acronyms lose their full stops."""
    bare = _POSSESSIVE.sub("", _ARTICLE.sub("", name.strip()))
    if "." in bare and bare.replace(".", "").isupper():
        bare = bare.replace(".", "")
    return " ".join(unicodedata.normalize("NFKD", bare.casefold()).translate(_LETTERS).split())


@remembered(_KNOWN)
def person_tokens(name: str) -> tuple[str, ...]:
    """The parts of a person's name without honorifics and particles."""
    title = _title().match(name)
    if title and name[title.end()].isupper():
        name = name[title.end() :]
    return tuple(t for t in name_key(name).split() if t not in _PARTICLES)


@remembered(_KNOWN)
def organization_key(name: str) -> str:
    """The written form of an organisation's name without its legal form."""
    return _legal_form().sub("", name_key(name))


@cache
def _title() -> re.Pattern[str]:
    """Titles before a name; those of princes and clergy are part of it ("King Abdullah", "Pope Francis")."""
    rows = [row for row in read_lexicon("titles") if row["class"] in ("honorific", "rank") or row["title"] in _HEADS]
    return re.compile(rf"\W*(?:(?:{_any({row['title'].rstrip('.') for row in rows})})\b\.?\s+)+(?=\S)", re.I)


@cache
def _legal_form() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w) (?:{_any(row['form'] for row in read_rows('legal_forms.csv'))})$")


def _any(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


class _Letters(dict[int, str | None]):
    """What a character is in a key: letters and digits stay, marks and signs go, all else parts words."""

    def __missing__(self, code: int) -> str | None:
        category = unicodedata.category(chr(code))
        if chr(code) in ".'‘’" or category in ("Cf", "Lm", "Mn", "Me", "No", "Sc", "Sk"):
            self[code] = None
        else:
            self[code] = chr(code) if category[0] in "LN" or category == "Mc" else " "
        return self[code]


_LETTERS: Final = _Letters()


def person_likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How alike two persons' names are, 0 to 1: each part of the shorter name with its best partner in the longer.

    The last parts must be alike; a bare initial agrees with a name that it begins.
    """
    if not one or not other:
        return 0.0
    short, long = (one, other) if (len(one), one) <= (len(other), other) else (other, one)
    if len(short) < 2:
        return 1.0 if one == other else 0.0
    if _part_likeness(short[-1], long[-1]) < _LEAST_LAST:
        return 0.0
    free = list(long)
    total = 0.0
    for part in short:
        score, best = max([(_part_likeness(part, candidate), candidate) for candidate in free])
        if score < _LEAST:
            return 0.0
        free.remove(best)
        total += score
    return total / len(short) - 0.02 * len(free)


_LEAST, _LEAST_LAST = 0.7, 0.8
"""How alike any parts must be, and the last ones."""


def _part_likeness(one: str, other: str) -> float:
    """How alike two parts are; 0 where they are less alike than any two parts of one person's names."""
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return 0.92 if one[0] == other[0] else 0.0
    first, second = transliterated(one), transliterated(other)
    return 0.98 if first == second else Levenshtein.normalized_similarity(first, second, score_cutoff=_LEAST)


_SPELLINGS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        ("ph", "f"), ("kh", "h"), ("gh", "g"), ("dj|dzh", "j"), ("tch|tsch", "ch"), ("sch", "sh"), ("[cqk]+(?!h)", "k"),
        ("ou|oo|w|v", "u"), ("ee|ei|ey|ij|iy|yi|y|ie|e$", "i"), ("ks", "x"), ("z", "s"), (r"(.)\1+", r"\1"),
        ("[ao]$", "a"),
    )
)
"""Ways to write one sound when a name comes out of another script."""


@remembered(_KNOWN)
def transliterated(part: str) -> str:
    """A part of a name as it sounds, whatever way it came out of another script."""
    for pattern, letter in _SPELLINGS:
        part = pattern.sub(letter, part)
    return part


def is_acronym_of(acronym: str, name: str) -> bool:
    """Whether the letters are the initials of the name, small words counted or not."""
    letters = acronym.replace(".", "").casefold()
    words = re.findall(r"\w+", name.casefold())
    if not 2 <= len(letters) <= 8 or len(words) < 2:
        return False
    small = {"of", "the", "and", "for", "on", "in", "to", "a", "de", "des", "du", "la", "y", "e"}
    initials = "".join(w[0] for w in words), "".join(w[0] for w in words if w not in small)
    return letters in initials
