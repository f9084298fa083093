"""The words that tell of a deed, made comparable: stems, and the sorts of deeds of `lexicons/deeds.csv`."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from newsgraph.language.english.lexicon_files import read_lexicon

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ENDINGS = ("ing", "ed", "es", "s", "e")
_SHORTEST = 3
"""Letters that a stem keeps."""
KEPT = 10_000
"""Words that are known as they are written, without being looked at again."""


@lru_cache(maxsize=KEPT)
def stem(word: str) -> str:
    """A word without its inflection: equal for "killed", "killing" and "kills"; no word of the language itself."""
    low = word.casefold().replace("’", "'").removesuffix("'s")
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST and not low.endswith("ss"):
            low = low[: -len(ending)]
            break
    if len(low) > _SHORTEST and low[-1] == low[-2] and low[-1] not in "ls":
        low = low[:-1]
    return low.removesuffix("e") if len(low) > _SHORTEST else low


@lru_cache(maxsize=KEPT)
def words_of(text: str) -> tuple[str, ...]:
    """The stems of the words of a name or a trigger, in order."""
    return tuple(map(stem, WORD.findall(text)))


_LIGHT, _OTHER = "light", "other"
"""Rows of the table that are no sorts of deeds."""


@lru_cache(maxsize=1)
def light_verbs() -> frozenset[str]:
    """Stems of verbs that say nothing of a deed without what they are of."""
    return frozenset(stem(word) for word in _listed(_LIGHT))


@lru_cache(maxsize=1)
def other_words() -> frozenset[str]:
    """Words before a deed that tell it from the one that was told before."""
    return frozenset(_listed(_OTHER))


def _listed(sort: str) -> list[str]:
    return [word for row in read_lexicon("deeds") if row["sort"] == sort for word in row["words"].split()]


@lru_cache(maxsize=1)
def _sorts() -> dict[str, frozenset[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in read_lexicon("deeds"):
        for word in row["words"].split() if row["sort"] not in (_LIGHT, _OTHER) else ():
            found[stem(word)].add((row["sort"], row["of"] or row["sort"]))
    return {word: frozenset(sorts) for word, sorts in found.items()}


@lru_cache(maxsize=KEPT)
def sorts_of(stems: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The sorts of deeds that words are of, and the happenings that these sorts belong to."""
    found = {pair for word in stems for pair in _sorts().get(word, ())}
    return frozenset(sort for sort, _ in found), frozenset(of for _, of in found)
