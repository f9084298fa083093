"""Whose words stand between quotation marks, by the words of saying beside them.

The speaker is told as a word of the text, for who that is may be said by a pronoun that has not been read yet: so it
needs the grammar of direct speech alone, and coreference can read it.
"""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from newsgraph.language.english.syntax.parse import parse_of
from newsgraph.language.english.syntax.speech.cues import Saying
from newsgraph.language.english.syntax.speech.quotations import Quotation, find_quotations
from newsgraph.language.english.syntax.speech.quoted_speech import find_quoted_speech
from newsgraph.language.words import Words

_OWN = frozenset("i me my mine myself we us our ours ourselves".split())
_NEAR = 8
"""Sayings before a quotation among which is the one that has it."""
_MARKS = frozenset("\"“”„«»‘’'`")


class QuotedSpeakers:
    """The quotations of an article, each with the head word of who is quoted, if its words tell."""

    def __init__(self, doc: Doc, words: Words) -> None:
        self._words = words
        self._quotations: list[Quotation] = []
        self._sources: list[int | None] = []
        if any(mark in words.whole for mark in _MARKS):
            parse = parse_of(doc)
            self._quotations = find_quotations(parse)
            self._take(find_quoted_speech(parse, self._quotations))
        self._starts = [q.start for q in self._quotations]

    def _take(self, sayings: list[Saying]) -> None:
        """Give each quotation the source of the saying that has it, else of the one right before it."""
        parts = ((*part, saying.source) for saying in sayings for part in (saying.parts or [saying.content]))
        spoken = sorted(parts, key=lambda part: part[:2])
        begins = [begin for begin, _, _ in spoken]
        last: int | None = None
        before: Quotation | None = None
        for quotation in self._quotations:
            at = bisect_right(begins, quotation.begin)
            around = (source for _, end, source in reversed(spoken[max(0, at - _NEAR) : at]) if quotation.end <= end)
            source = next(around, None)
            if source is None and not quotation.claimed and self._goes_on(before, quotation, last):
                source = last
            self._sources.append(source)
            before, last = quotation, source

    def _goes_on(self, before: Quotation | None, quotation: Quotation, source: int | None) -> bool:
        """Whether nothing but the words that say who speaks stands between two quotations of one paragraph."""
        words = self._words
        if before is None:
            return False
        between = range(before.stop, quotation.start)
        if any("\n" in words.text[i] for i in between) or source is None or not self._opens(quotation):
            return False
        if not any(words.text[i][0].isalnum() for i in between):
            return True
        beside = words.number[before.stop], words.number[quotation.start] - 1
        return source in between and words.number[source] == beside[0] and words.number[source] >= beside[1]

    def _opens(self, quotation: Quotation) -> bool:
        """Whether a quotation begins like a sentence."""
        first = quotation.start + 1
        return first < self._words.size and self._words.capital[first]

    def _at(self, i: int) -> int | None:
        """The number of the quotation that a word stands in."""
        at = bisect_right(self._starts, i) - 1
        return at if at >= 0 and i < self._quotations[at].stop else None

    def source(self, i: int) -> int | None:
        """The head word of whom the quotation around a word quotes, if that is told."""
        at = self._at(i)
        return None if at is None else self._sources[at]

    def is_direct(self, i: int) -> bool:
        """Whether a word stands in a quotation that keeps the speaker's own "I": a sentence, or with such words.

        In `he said "his hands were tied"` the paper has put "his" for "my".
        """
        at = self._at(i)
        if at is None:
            return False
        quotation = self._quotations[at]
        inside = range(quotation.start, min(quotation.stop, self._words.size))
        return self._opens(quotation) or any(self._words.lower[j] in _OWN for j in inside)
