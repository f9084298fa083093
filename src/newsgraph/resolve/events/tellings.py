"""Where an article tells what: for each sentence its words, names and times, looked up once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from newsgraph.language.time_values import to_interval
from newsgraph.records import Event, Record
from newsgraph.resolve.entities.resolution import Resolution
from newsgraph.resolve.events.almanac import Almanac, read_almanac

if TYPE_CHECKING:
    from newsgraph.resolve.events.articles import ReadArticles

_LEAD = 2
"""Sentences with which an article begins."""
_LEADS = 3
"""Names that an article has most often."""

Sentences = tuple[int, ...]
"""Sentences of an article, by their numbers."""


class Telling:
    """An article, as the accounts in it need it."""

    def __init__(self, number: int, read: ReadArticles, resolution: Resolution) -> None:
        record = read.records[number]
        self.number, self.story = number, int(read.stories[number])
        self.company = float(read.company[number])
        self.text = record.article.text
        published = to_interval(record.article.published[:10]) if record.article.published else None
        self.published = published[0] if published else None
        self._vocabulary = read.vocabulary
        self._sentences = record.sentences
        self._starts = [start for start, _ in record.sentences]
        self._times = record.times
        self._named = _named(record, resolution)
        self._words, self._ends = read.texts[number], read.ends[number]
        self._almanacs: dict[Sentences, Almanac] = {}
        self.lead = self.almanac(tuple(range(len(self._sentences)))[:_LEAD])
        """Days that the article begins with."""
        counts = Counter(index for _, index in self._named)
        order = sorted(counts, key=lambda i: (-counts[i], i))
        self.leads = frozenset(i for i in order[:_LEADS] if counts[i] > 1)
        """Entities with a name that the article has most often, but for countries."""

    def sentences(self, events: Iterable[Event]) -> Sentences:
        """The sentences that tell of events."""
        if not self._starts:
            return ()
        return tuple(sorted({max(0, bisect_right(self._starts, event.start) - 1) for event in events}))

    def words(self, sentences: Sentences) -> np.ndarray:
        """The words of sentences, as numbers of the vocabulary."""
        found = [self._words_of(number) for number in sentences]
        return found[0] if len(found) == 1 else np.concatenate([*found, np.empty(0, np.int32)])

    def _words_of(self, number: int) -> np.ndarray:
        if not len(self._ends):
            low, high = self._sentences[number]
            return np.array(self._vocabulary.of(self.text[low:high]), np.int32)
        return self._words[self._ends[number - 1] if number else 0 : self._ends[number]]

    def names(self, sentences: Sentences) -> frozenset[int]:
        """The entities with a name in sentences, but for countries."""
        found: set[int] = set()
        for low, high in (self._sentences[number] for number in sentences):
            first, last = bisect_left(self._named, (low, -1)), bisect_left(self._named, (high, -1))
            found.update(index for _, index in self._named[first:last])
        return frozenset(found)

    def almanac(self, sentences: Sentences) -> Almanac:
        """The days without a year that sentences tell."""
        if sentences not in self._almanacs:
            spans = [self._sentences[number] for number in sentences]
            told = [time.text for low, high in spans for time in self._times if low <= time.start < high]
            self._almanacs[sentences] = read_almanac(told, None)
        return self._almanacs[sentences]


def _named(record: Record, resolution: Resolution) -> list[tuple[int, int]]:
    """Where an article has whose name, in order."""
    entities, known = resolution.entities, dict[str, int]()
    for local, index in resolution.of.of_article(record.article.id).items():
        entity = entities[index]
        if entity.named and entity.kind not in _NO_NAMES:
            known[local] = index
    return sorted([(mention.start, known[mention.entity]) for mention in record.mentions if mention.entity in known])


_NO_NAMES = ("Country", "Event", "Document")
"""Kinds of entities whose names tell too little."""
