"""Articles by what they are about: vectors of their words and names, and the stories that they fall into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from scipy import sparse

from newsgraph.records import Record
from newsgraph.resolve.events.linkage import average_linkage, distinct
from newsgraph.resolve.events.rarity import Vectors, greatest
from newsgraph.resolve.events.wording import words_of

_STORY = 0.2
"""The mean likeness of articles of one story; measured, see docs/accuracy.md."""
_NEAREST = 25
_ROWS = 1000
_KEYWORDS = 40
"""Words of an article by which its neighbours are sought."""
_WIDEST = 1000
"""Articles over which a word leads to no neighbour in particular: their rarer words do."""


@dataclass(frozen=True, slots=True)
class ReadArticles:
    """The articles of a collection, by what they are about."""

    records: tuple[Record, ...]
    """In the order of their keys."""
    texts: tuple[tuple[str, ...], ...]
    """The words of each."""
    vectors: Vectors
    stories: tuple[int, ...]
    """For each record the number of its story."""


def read_articles(records: Iterable[Record]) -> ReadArticles:
    """The articles of a collection, compared."""
    ordered = tuple(sorted(records, key=lambda record: record.article.id))
    texts = tuple(words_of(record.article.text) for record in ordered)
    vectors = article_vectors(ordered, texts)
    return ReadArticles(ordered, texts, vectors, tuple(find_stories(vectors)))


def article_vectors(records: Sequence[Record], texts: Sequence[Sequence[str]]) -> Vectors:
    """The articles as vectors of their words, `texts`; names stand in them a second time."""
    return Vectors([
        [*words_of(record.article.title or ""), *text,
         *(word for m in record.mentions if m.form == "name" for word in _in_name(m.text))]
        for record, text in zip(records, texts, strict=True)
    ])


@lru_cache(maxsize=50_000)
def _in_name(name: str) -> tuple[str, ...]:
    """The words of a name, told from those of the text."""
    return tuple(f"name {word}" for word in words_of(name))


def find_stories(articles: Vectors) -> list[int]:
    """For each article the number of its story: articles that are alike on the whole."""
    rows = articles.rows
    count = rows.shape[0]
    keys = articles.keywords(_KEYWORDS)
    spread = np.bincount(keys.indices, minlength=keys.shape[1])
    keys = (keys @ sparse.diags_array((spread <= _WIDEST).astype(float))).tocsr()
    keys.eliminate_zeros()
    turned = keys.T.tocsr()
    found = [np.empty((0, 2), np.int64)]
    for start in range(0, count, _ROWS):
        here, there, _ = greatest((keys[start : start + _ROWS] @ turned).tocsr(), _NEAREST + 1)
        found.append(np.stack([here + start, there], axis=1))
    pairs = distinct(np.concatenate(found))
    groups, _ = average_linkage(count, pairs, articles.likeness(pairs[:, 0], pairs[:, 1]), _STORY, 0.0)
    story = [0] * count
    for number, group in enumerate(groups):
        for article in group:
            story[article] = number
    return story
