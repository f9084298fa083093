"""Comparing names: one written form for lookups, and how alike two spellings are."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import Levenshtein
from rigour.names import remove_org_types, remove_person_prefixes, tokenize_name

_PARTICLES = frozenset("al el ul ad as bin ibn bint abu de da do dos del della la le van von der den di du".split())
_ARTICLE = re.compile(r"^the\s+", re.I)
_POSSESSIVE = re.compile(r"['’]s?$")


@lru_cache(maxsize=200_000)
def name_key(name: str) -> str:
    """The written form without case, accents, punctuation, "the" and possessive; acronyms lose their full stops."""
    bare = _POSSESSIVE.sub("", _ARTICLE.sub("", name.strip()))
    if "." in bare and bare.replace(".", "").isupper():
        bare = bare.replace(".", "")
    folded = unicodedata.normalize("NFKD", bare.casefold())
    return " ".join(tokenize_name("".join(c for c in folded if not unicodedata.combining(c))))


@lru_cache(maxsize=200_000)
def person_tokens(name: str) -> tuple[str, ...]:
    """The parts of a person's name without honorifics and particles."""
    return tuple(t for t in name_key(remove_person_prefixes(name)).split() if t not in _PARTICLES)


@lru_cache(maxsize=200_000)
def organization_key(name: str) -> str:
    """The written form of an organisation's name without its legal form."""
    key = name_key(name)
    return " ".join(remove_org_types(key).split()) or key


def person_likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How alike two persons' names are, 0 to 1: each part of the shorter name with its best partner in the longer.

    The last parts must be alike; a bare initial agrees with a name that it begins.
    """
    if not one or not other:
        return 0.0
    short, long = sorted((one, other), key=lambda parts: (len(parts), parts))
    if len(short) < 2:
        return 1.0 if one == other else 0.0
    if _part_likeness(short[-1], long[-1]) < 0.8:
        return 0.0
    free = list(long)
    total = 0.0
    for part in short:
        best = max(free, key=lambda candidate: (_part_likeness(part, candidate), candidate))
        score = _part_likeness(part, best)
        if score < 0.7:
            return 0.0
        free.remove(best)
        total += score
    return total / len(short) - 0.02 * len(free)


@lru_cache(maxsize=200_000)
def _part_likeness(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return 0.92 if one[0] == other[0] else 0.0
    first, second = transliterated(one), transliterated(other)
    return 0.98 if first == second else float(Levenshtein.normalized_similarity(first, second))


_SPELLINGS = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        ("ph", "f"), ("kh", "h"), ("gh", "g"), ("dj|dzh", "j"), ("tch|tsch", "ch"), ("sch", "sh"), ("[cqk]+(?!h)", "k"),
        ("ou|oo|w|v", "u"), ("ee|ei|ey|ij|iy|yi|y|ie|e$", "i"), ("ks", "x"), ("z", "s"), (r"(.)\1+", r"\1"),
        ("[ao]$", "a"),
    )
)
"""Ways to write one sound when a name comes out of another script."""


@lru_cache(maxsize=200_000)
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
