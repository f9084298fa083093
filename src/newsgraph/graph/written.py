"""Where an article has what: its mentions by entity, and the maker of its evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from newsgraph.graph.evidence import Bounds, Quoter, Wordings
from newsgraph.records import Mention, Record
from newsgraph.resolve.entities.resolution import EntityPlaces
from newsgraph.stored.remembered import near

_NEAR = 64
"""Articles that are asked for again soon, and so are kept."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class WrittenArticle:
    """Where one article has what."""

    quoter: Quoter
    mentions: dict[str, Mention]
    """By their ids."""
    entities: Mapping[str, int]
    """The resolved entity of each entity of the article."""

    def entity_of(self, mention: str) -> int:
        """The resolved entity of a mention."""
        return self.entities[self.mentions[mention].entity]

    def span_of(self, mention: str) -> Span:
        """Where a mention is written."""
        found = self.mentions[mention]
        return found.start, found.end


class Written:
    """Where each article has what: made from its record when it is asked for."""

    def __init__(
        self, records: Mapping[str, Record], keys: Mapping[str, str], of: EntityPlaces, *, held: bool = False,
        keep: bool = True,
    ) -> None:
        """`keys` are those of the articles' nodes, `of` the entities of the corpus.

        All that was made is kept where the records are `held` in memory, else what was asked for last. Sentences that
        were quoted are kept, so that each is made once, unless `keep` is false.
        """
        self._records, self._keys, self._of = records, keys, of
        self._sentences: dict[str, Bounds] = {article: {} for article in keys} if keep else {}
        self._wordings = Wordings()
        self._at = cache(self._read) if held else near(self._read, _NEAR)
        self._spans_at = near(self._spans, _NEAR)

    def __getitem__(self, article: str) -> WrittenArticle:
        return self._at(article)

    def spans(self, article: str) -> dict[int, list[Span]]:
        """Where an article has each resolved entity."""
        return self._spans_at(article)

    def spans_of(self, article: str, entity: int) -> list[Span]:
        """Where an article has one resolved entity."""
        return self._spans_at(article).get(entity, [])

    def _spans(self, article: str) -> dict[int, list[Span]]:
        entities = self[article].entities
        found: dict[int, list[Span]] = defaultdict(list)
        for mention in self._records[article].mentions:
            found[entities[mention.entity]].append((mention.start, mention.end))
        return found

    def _read(self, article: str) -> WrittenArticle:
        record = self._records[article]
        return WrittenArticle(
            Quoter(record, self._keys[article], self._sentences.get(article), self._wordings),
            {mention.id: mention for mention in record.mentions},
            self._of.of_article(article),
        )
