"""Articles by what they are about: vectors of their words and names, and the stories that they fall into."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from scipy import sparse

from newsgraph.records import Record
from newsgraph.resolve.events.linkage import average_linkage, distinct
from newsgraph.resolve.events.rarity import Vectors, greatest
from newsgraph.resolve.events.wording import Vocabulary
from newsgraph.stored_records import in_order

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

    records: Sequence[Record]
    """In the order of their keys."""
    vocabulary: Vocabulary
    texts: tuple[np.ndarray, ...]
    """The words of each, as numbers of the vocabulary."""
    vectors: Vectors
    stories: tuple[int, ...]
    """For each record the number of its story."""


def read_articles(records: Iterable[Record]) -> ReadArticles:
    """The articles of a collection, compared."""
    ordered = in_order(records)
    vocabulary = Vocabulary()
    texts, told = list[np.ndarray](), list[np.ndarray]()
    for record in ordered:
        texts.append(np.array(vocabulary.of(record.article.text), np.int32))
        told.append(np.concatenate([texts[-1], np.array(_told_again(record, vocabulary), np.int32)]))
    vectors = Vectors(vocabulary.number, told)
    return ReadArticles(ordered, vocabulary, tuple(texts), vectors, tuple(find_stories(vectors)))


def _told_again(record: Record, vocabulary: Vocabulary) -> list[int]:
    """What counts beside the words of the text: those of the title, and names a second time."""
    names = (vocabulary.of_name(mention.text) for mention in record.mentions if mention.form == "name")
    return [*vocabulary.of(record.article.title or ""), *chain.from_iterable(names)]


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
