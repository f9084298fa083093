"""Where an article has what: its mentions by entity, and the maker of its evidence."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from newsgraph.graph.evidence import Bounds, Once, Quoter
from newsgraph.records import Mention, Record
from newsgraph.resolve.entities.resolution import EntityPlaces
from newsgraph.stored.remembered import near

_NEAR = 64
"""Articles that are asked for again soon, and so are kept."""

Span = tuple[int, int]


class WrittenArticle:
    """Where one article has what."""

    __slots__ = ("_ends", "_numbers", "_starts", "_whose", "entities", "quoter")

    def __init__(self, quoter: Quoter, mentions: Sequence[Mention], entities: Mapping[str, int], ids: Ids) -> None:
        """`entities` are the resolved ones of those of the article; `ids` knows the numbers of mentions."""
        self.quoter, self.entities = quoter, entities
        self._numbers = ids[tuple([mention.id for mention in mentions])]
        self._whose = array("l", [entities[mention.entity] for mention in mentions])
        self._starts = array("l", [mention.start for mention in mentions])
        self._ends = array("l", [mention.end for mention in mentions])

    def entity_of(self, mention: str) -> int:
        """The resolved entity of a mention."""
        return self._whose[self._numbers[mention]]

    def span_of(self, mention: str) -> Span:
        """Where a mention is written."""
        number = self._numbers[mention]
        return self._starts[number], self._ends[number]

    def spans(self) -> dict[int, list[Span]]:
        """Where each resolved entity is written."""
        found: dict[int, list[Span]] = defaultdict(list)
        for entity, start, end in zip(self._whose, self._starts, self._ends, strict=True):
            found[entity].append((start, end))
        return found

    def spans_of(self, entity: int) -> list[Span]:
        """Where one resolved entity is written."""
        whose, found, number = self._whose, list[Span](), -1
        for _ in range(whose.count(entity)):
            number = whose.index(entity, number + 1)
            found.append((self._starts[number], self._ends[number]))
        return found


class Ids(dict[tuple[str, ...], dict[str, int]]):
    """The numbers of things by their ids: many an article has the same ids as others, from `m1` on."""

    def __missing__(self, ids: tuple[str, ...]) -> dict[str, int]:
        if len(self) >= _IDS:
            self.clear()
        self[ids] = found = {id: number for number, id in enumerate(ids)}
        return found


_IDS = 1_000


class Written:
    """Where each article has what: made from its record when it is asked for."""

    def __init__(self, records: Mapping[str, Record], keys: Mapping[str, str], of: EntityPlaces, *, keep: bool) -> None:
        """`keys` are those of the articles' nodes, `of` the entities of the corpus.

        What was made of an article, and the sentences of it that were quoted, are made once if all is to be kept
        (`keep`); else only what was asked for last is, and sentences are made again each time.
        """
        self._records, self._keys, self._of = records, keys, of
        self._sentences: dict[str, Bounds] = {article: {} for article in keys} if keep else {}
        self._wordings, self._offsets, self._ids = Once[str](), Once[int](), Ids()
        self._at = cache(self._read) if keep else near(self._read, _NEAR)

    def __getitem__(self, article: str) -> WrittenArticle:
        return self._at(article)

    def _read(self, article: str) -> WrittenArticle:
        record = self._records[article]
        return WrittenArticle(
            Quoter(record, self._keys[article], self._sentences.get(article), self._wordings, self._offsets),
            record.mentions, self._of.of_article(article), self._ids,
        )
