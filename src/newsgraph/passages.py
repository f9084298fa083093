"""The sentences that words stand in, by which the words are known wherever these have moved.

A sentence is known by a digest, so nothing of a text can be read from what is remembered of it. Where one ends follows
from the signs beside that place alone, so that those of a text stay the same when others are put before them or behind.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import lru_cache

_SENTENCE = re.compile(r"\S.*?(?:[.!?]+[\"'”’»)\]]*(?=\s|$)|(?<=\S)(?=[^\S\n]*$))", re.MULTILINE)


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a text are, in order; no line break is in one."""
    return [found.span() for found in _SENTENCE.finditer(text)]


def digest(words: str) -> str:
    """Sixteen hexadecimal digits that follow from words."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def sentence_at(text: str, start: int) -> tuple[int, int] | None:
    """The sentence in which a place is; None if it is between two."""
    line = text.rfind("\n", 0, start) + 1
    for found in _SENTENCE.finditer(text, line):
        if found.start() > start:
            return None
        if start < found.end():
            return found.span()
    return None


def places_of_sentence(text: str, known: str) -> Sequence[int]:
    """Where the sentences of a digest begin in a text."""
    return _places(text).get(known, ())


@lru_cache(maxsize=8)
def _places(text: str) -> dict[str, list[int]]:
    """Where all sentences of a text begin, by their digests; of one text many are asked for."""
    found: dict[str, list[int]] = {}
    for start, end in sentences(text):
        found.setdefault(digest(text[start:end]), []).append(start)
    return found
