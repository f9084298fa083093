"""Articles by what they are about: vectors of their words and names, and the stories that they fall into."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from newsgraph.records import Record
from newsgraph.resolve.events.linkage import average_linkage
from newsgraph.resolve.events.rarity import Vectors
from newsgraph.resolve.events.wording import words_of

_STORY = 0.2
"""The mean likeness of articles of one story; measured, see docs/accuracy.md."""
_NEAREST = 25
_ROWS = 1000
_KEYWORDS = 40
"""Words of an article by which its neighbours are sought."""


def article_vectors(records: Sequence[Record]) -> Vectors:
    """The articles as vectors of their words; names stand in them a second time."""
    return Vectors([
        [*words_of(record.article.title or ""), *words_of(record.article.text),
         *(f"name {word}" for m in record.mentions if m.form == "name" for word in words_of(m.text))]
        for record in records
    ])


def find_stories(articles: Vectors) -> list[int]:
    """For each article the number of its story: articles that are alike on the whole."""
    rows = articles.rows
    count = rows.shape[0]
    keys = articles.keywords(_KEYWORDS)
    turned = keys.T.tocsr()
    pairs: dict[tuple[int, int], None] = {}
    for start in range(0, count, _ROWS):
        shared = (keys[start : start + _ROWS] @ turned).tocsr()
        for row in range(shared.shape[0]):
            part = slice(shared.indptr[row], shared.indptr[row + 1])
            columns = shared.indices[part]
            best = columns[np.lexsort((columns, -shared.data[part]))[: _NEAREST + 1]]
            here = start + row
            pairs.update({(min(here, i), max(here, i)): None for i in best.tolist() if i != here})
    found = np.array(sorted(pairs), np.int64).reshape(-1, 2)
    alike = articles.likeness(found[:, 0], found[:, 1])
    known = ((i, j, value) for (i, j), value in zip(found.tolist(), alike.tolist(), strict=True))
    groups, _ = average_linkage(count, known, _STORY, 0.0)
    story = [0] * count
    for number, group in enumerate(groups):
        for article in group:
            story[article] = number
    return story
