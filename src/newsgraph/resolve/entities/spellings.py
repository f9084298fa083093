"""How alike two spellings of a person's name are."""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from newsgraph.stored.remembered import remembered

_KNOWN = 8_000
"""Parts of names that are not looked at anew."""


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
