"""Evidence: the exact words that a node or an edge rests on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

import msgspec

from newsgraph.records import Record


class Evidence(msgspec.Struct, frozen=True, order=True, omit_defaults=True):
    """Words of an article in their sentence; offsets are code points into the article's text."""

    article: str
    """Node key of the article."""
    start: int
    end: int
    text: str
    sentence: str
    sentence_start: int
    sentence_end: int
    by: str | None = None
    """Node key of the actor who says so; None where it is the paper itself."""


class Quoter:
    """Makes evidence from spans of one article."""

    def __init__(self, record: Record, article: str) -> None:
        self._text = record.article.text
        self._article = article
        self._sentences = record.sentences or ((0, len(self._text)),)
        self._starts = [start for start, _ in self._sentences]

    def quote(self, start: int, end: int, by: str | None = None) -> Evidence:
        """The evidence of a span; its sentence is all sentences that it touches."""
        first = max(0, bisect_right(self._starts, start) - 1)
        low, high = self._sentences[first]
        for index in range(first + 1, len(self._sentences)):
            if self._sentences[index][0] >= end:
                break
            high = self._sentences[index][1]
        low, high = min(low, start), max(high, end)
        sentence = self._text[low:high]
        high -= len(sentence) - len(sentence.rstrip())
        return Evidence(
            self._article, start, end, self._text[start:end], self._text[low : max(high, end)], low, max(high, end), by
        )


def merge_evidence(found: Iterable[Evidence]) -> list[Evidence]:
    """Sorted by article and place, each once."""
    return sorted(set(found), key=lambda e: (e.article, e.start, e.end, e.by or ""))
