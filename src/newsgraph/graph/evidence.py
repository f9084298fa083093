"""Evidence: the exact words that a node or an edge rests on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from newsgraph.records import Record


class Evidence(msgspec.Struct, frozen=True, order=True, omit_defaults=True, gc=False):
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


_LONGEST = 399
"""Characters that a piece of evidence has at most: a reader takes it in at a glance."""


Bounds = dict[int, tuple[int, int, str]]
"""Sentences by number: where they begin and end, and their words."""


class Once[T](dict[T, T]):
    """Short texts, or offsets, as they were met first: they come again and again, and each is kept once."""

    def __missing__(self, value: T) -> T:
        if len(self) >= _KEPT:
            self.clear()
        self[value] = value
        return value


_KEPT = 100_000
_SHORT = 40
"""Characters of a text that may well be met again."""


class Quoter:
    """Makes evidence from spans of one article."""

    def __init__(
        self, record: Record, article: str, bounds: Bounds | None = None, wordings: Once[str] | None = None,
        offsets: Once[int] | None = None,
    ) -> None:
        """`bounds` are of the sentences that were quoted before, `wordings` and `offsets` of all articles."""
        self.text = record.article.text
        """The whole article."""
        self._article = article
        self._sentences = record.sentences or ((0, len(self.text)),)
        self._starts = [start for start, _ in self._sentences]
        self._ends = [*self._starts[1:], len(self.text)]
        """Where the words end that belong to each sentence: what stands between two is of the first."""
        self._bounds: Bounds = {} if bounds is None else bounds
        self._wordings: Once[str] = Once() if wordings is None else wordings
        self._offsets: Once[int] = Once() if offsets is None else offsets

    def quote(self, *spans: tuple[int, int], by: str | None = None) -> list[Evidence]:
        """The evidence of spans that tell of one thing: a piece in each sentence, first word to last.

        Where that would be longer than 399 characters, each span is a piece of its own; a span that is longer itself is
        cut between words. A piece without a letter or a digit, as a quotation mark by itself, is left out.
        """
        if spans and (simple := self._simple(spans, by)) is not None:
            return [simple]
        parts: dict[int, list[tuple[int, int]]] = {}
        for start, end in spans:
            for index in range(self._sentence_at(start), self._sentence_at(max(start, end - 1)) + 1):
                low = self._starts[index] if index else 0
                if (part := self._trimmed(max(start, low), min(end, self._ends[index]))) is not None:
                    parts.setdefault(index, []).append(part)
        pieces = [(n, start, end) for n, found in sorted(parts.items()) for start, end in self._pieces(found)]
        told = [piece for piece in pieces if any(map(str.isalnum, self.text[piece[1] : piece[2]]))]
        return [self._evidence(n, start, end, by) for n, start, end in told or pieces]

    def quote_around(self, words: tuple[int, int], *spans: tuple[int, int], by: str | None = None) -> Evidence:
        """The one piece of evidence of spans that has the words (start, end) for which it is asked."""
        found = self.quote(words, *spans, by=by)
        return next((e for e in found if e.start <= words[0] and words[1] <= e.end), found[0])

    def _simple(self, spans: Sequence[tuple[int, int]], by: str | None) -> Evidence | None:
        """The evidence of spans that are near each other in one sentence, as nearly all are."""
        start, end = spans[0]
        for low, high in spans:
            if low >= high:
                return None
            start = low if low < start else start
            end = high if high > end else end
        index, words = self._sentence_at(start), self.text[start:end]
        if end - start > _LONGEST or end > self._ends[index] or len(words.strip()) < end - start:
            return None
        bounds = self._bounds.get(index)
        if bounds is None or start < bounds[0] or bounds[1] < end:
            return self._evidence(index, start, end, by)
        words = self._wordings[words] if end - start <= _SHORT else words
        start, end = self._offsets[start], self._offsets[end]
        return Evidence(self._article, start, end, words, bounds[2], bounds[0], bounds[1], by)

    def _sentence_at(self, offset: int) -> int:
        return bisect_right(self._starts, offset, 1) - 1

    def _trimmed(self, start: int, end: int) -> tuple[int, int] | None:
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        return (start, start + len(words.strip())) if words.strip() else None

    def _pieces(self, parts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        hull = (min(start for start, _ in parts), max(end for _, end in parts))
        for start, end in (hull,) if hull[1] - hull[0] <= _LONGEST else sorted(set(parts)):
            while end - start > _LONGEST:
                words = self.text[start : start + _LONGEST]
                size = len(words.rsplit(None, 1)[0])
                yield start, start + size
                start += size
                start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
            yield start, end

    def _evidence(self, index: int, start: int, end: int, by: str | None) -> Evidence:
        if index not in self._bounds:
            low, high = self._trimmed(*self._sentences[index]) or self._sentences[index]
            self._bounds[index] = self._offsets[low], self._offsets[high], self.text[low:high]
        low, high, sentence = self._bounds[index]
        if start < low or high < end:
            low, high = self._trimmed(min(low, start), max(high, end)) or (start, end)
            sentence = self.text[low:high]
        return Evidence(self._article, start, end, self.text[start:end], sentence, low, high, by)


def merge_evidence(found: Iterable[Evidence]) -> list[Evidence]:
    """Sorted by article and place, each once."""
    some = list(found)
    if len(some) < 2:
        return some
    once = set(some)
    return sorted(once, key=evidence_order) if len(once) > 1 else list(once)


def evidence_order(quoted: Evidence) -> tuple[str, int, int, str]:
    """By what evidence is in order: article, place, voice."""
    return quoted.article, quoted.start, quoted.end, quoted.by or ""
