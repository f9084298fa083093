"""The words that tell of a deed, made comparable: stems, and sorts of deeds from a table."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import chain

from newsgraph.resolve.events.tables import read_table
from newsgraph.stored_arrays import Arrays
from newsgraph.stored_numbers import Numbers

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ENDINGS = ("ing", "ed", "es", "s", "e")
_SHORTEST = 3
"""Letters that a stem keeps."""


_KEPT = 30_000
"""Words that are known as they are written, without being looked at again."""


@lru_cache(maxsize=_KEPT)
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


@lru_cache(maxsize=_KEPT)
def words_of(text: str) -> tuple[str, ...]:
    """The stems of the words of a name or a trigger, in order."""
    return tuple(map(stem, WORD.findall(text)))


class Vocabulary:
    """Stems as numbers, in the order in which they are first met."""

    def __init__(self, arrays: Arrays | None = None) -> None:
        """The stems lie where `arrays` are, by default in memory."""
        self.number = (arrays or Arrays()).numbers()
        self._written = _Written(self.number)
        self._chunks = _Chunks(self._written)
        self._in_name: dict[str, list[int]] = {}

    def of(self, text: str) -> list[int]:
        """The stems of the words of a text, in order."""
        return list(chain.from_iterable(map(self._chunks.__getitem__, text.split())))

    def of_name(self, name: str) -> list[int]:
        """The stems of a name, told from those of the text."""
        if name not in self._in_name:
            if len(self._in_name) >= _KEPT:
                self._in_name.clear()
            known = self.number
            self._in_name[name] = [known[f"name {word}"] for word in words_of(name)]
        return self._in_name[name]


class _Written(dict[str, int]):
    """The number of the stem of each word as it is written."""

    def __init__(self, stems: Numbers) -> None:
        self._stems = stems

    def __missing__(self, word: str) -> int:
        if len(self) >= _KEPT:
            self.clear()
        self[word] = number = self._stems[stem(word)]
        return number


class _Chunks(dict[str, tuple[int, ...]]):
    """The words in what stands between two blanks, with its punctuation: no word goes over a blank."""

    def __init__(self, written: _Written) -> None:
        self._written = written

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        if len(self) >= _KEPT:
            self.clear()  # what is written often is soon there again
        self[chunk] = found = tuple(map(self._written.__getitem__, WORD.findall(chunk)))
        return found


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
    return [word for row in read_table("deeds") if row["sort"] == sort for word in row["words"].split()]


@lru_cache(maxsize=1)
def _sorts() -> dict[str, frozenset[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in read_table("deeds"):
        for word in row["words"].split() if row["sort"] not in (_LIGHT, _OTHER) else ():
            found[stem(word)].add((row["sort"], row["of"] or row["sort"]))
    return {word: frozenset(sorts) for word, sorts in found.items()}


@lru_cache(maxsize=_KEPT)
def sorts_of(stems: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The sorts of deeds that words are of, and the happenings that these sorts belong to."""
    found = {pair for word in stems for pair in _sorts().get(word, ())}
    return frozenset(sort for sort, _ in found), frozenset(of for _, of in found)
