"""Where an article has what: its mentions by entity, and the maker of its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from newsgraph.graph.evidence import Bounds, Quoter
from newsgraph.records import Record
from newsgraph.resolve.article_entities import Key

_NEAR = 64
"""Articles that are asked for again soon, and so are kept."""


@dataclass(frozen=True, slots=True)
class WrittenArticle:
    """Where one article has what."""

    quoter: Quoter
    entity_of: dict[str, int]
    """The resolved entity of each mention."""
    spans: dict[int, list[tuple[int, int]]]
    """Where each resolved entity is written."""


class Written:
    """Where each article has what: made from its record when it is asked for."""

    def __init__(
        self, records: Mapping[str, Record], keys: Mapping[str, str], of: Mapping[Key, int], *, keep: bool = True
    ) -> None:
        """`keys` are those of the articles' nodes, `of` the entities of the corpus.

        Sentences that were quoted are kept, so that each is made once, unless `keep` is false.
        """
        self._records, self._keys, self._of = records, keys, of
        self._sentences: dict[str, Bounds] = {article: {} for article in keys} if keep else {}
        self._at = lru_cache(_NEAR)(self._read)

    def __getitem__(self, article: str) -> WrittenArticle:
        return self._at(article)

    def _read(self, article: str) -> WrittenArticle:
        record = self._records[article]
        own = {entity.id: self._of[article, entity.id] for entity in record.entities}
        spans: dict[int, list[tuple[int, int]]] = {}
        for mention in record.mentions:
            spans.setdefault(own[mention.entity], []).append((mention.start, mention.end))
        return WrittenArticle(
            Quoter(record, self._keys[article], self._sentences.get(article)),
            {mention.id: own[mention.entity] for mention in record.mentions}, spans,
        )
