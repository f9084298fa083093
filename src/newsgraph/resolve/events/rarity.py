"""How rare words are, in this collection and in news at large, and how alike texts are by their rare words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np
from scipy import sparse

from newsgraph.resolve.events.tables import read_table

_BACKGROUND = 300
"""Articles of news at large that stand behind a collection, so that rarity means something in a small one."""
_RARE = 0.003
"""The share of articles that have a word which the table does not list."""
_STEP = 4_000
"""Pairs of texts that are multiplied at once."""


@cache
def word_shares() -> dict[str, float]:
    """The share of news articles that have a word, by stem; words in fewer than one of fifty are left out."""
    return {row["stem"]: float(row["share"]) for row in read_table("word_shares")}


class Vectors:
    """Texts as vectors of unit length over their words, rare words weighing more."""

    def __init__(self, texts: Sequence[Iterable[str]], documents: Sequence[Iterable[str]] | None = None) -> None:
        """Vectors of texts given as words; `documents` are what rarity is counted in, by default the texts."""
        counted = [Counter(text) for text in texts]
        frequency = Counter(w for d in documents for w in set(d)) if documents is not None else Counter(
            w for text in counted for w in text)
        total = len(documents if documents is not None else texts) + _BACKGROUND
        self.column = {word: i for i, word in enumerate(sorted(frequency))}
        shares = word_shares()
        spread = [frequency[w] + _BACKGROUND * shares.get(w, _RARE) for w in sorted(frequency)]
        self.rarity = np.maximum(0.0, np.log(total / np.array(spread or [1.0])))
        """The logarithm of one in how many articles have the word."""
        ends = np.cumsum([0, *(len(text) for text in counted)])
        columns = np.fromiter((self.column[w] for text in counted for w in text), np.int64, int(ends[-1]))
        times = np.fromiter((n for text in counted for n in text.values()), np.float64, int(ends[-1]))
        values = (1 + np.log(times)) * self.rarity[columns]
        rows = sparse.csr_matrix((values, columns, ends), shape=(len(texts), max(1, len(self.column))))
        rows.sort_indices()
        length = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
        self.rows = sparse.diags_array(1 / np.maximum(length, 1e-9)).tocsr() @ rows

    def likeness(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """The cosine of pairs of texts, given by their numbers; a pair that comes again is computed once."""
        size = self.rows.shape[0]
        keys, places = np.unique(one.astype(np.int64) * size + other, return_inverse=True)
        found = np.empty(len(keys))
        for start in range(0, len(keys), _STEP):
            first, second = np.divmod(keys[start : start + _STEP], size)
            found[start : start + _STEP] = self.rows[first].multiply(self.rows[second]).sum(axis=1).ravel()
        return found[places]

    def keywords(self, most: int) -> sparse.csr_matrix:
        """The vectors with only the words that weigh most in each text."""
        rows, columns, values = greatest(self.rows, most)
        return sparse.csr_matrix((values, (rows, columns)), shape=self.rows.shape)


def greatest(table: sparse.csr_matrix, most: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The rows, columns and values of what is greatest in each row of a table; of equals, the first columns."""
    rows = np.repeat(np.arange(table.shape[0], dtype=np.int64), np.diff(table.indptr))
    columns, values = table.indices.astype(np.int64), table.data
    long = np.flatnonzero(np.diff(table.indptr) > most)
    floor = np.zeros(table.shape[0])
    for row in long.tolist():
        own = values[table.indptr[row] : table.indptr[row + 1]]
        floor[row] = np.partition(own, len(own) - most)[len(own) - most]
    near = np.flatnonzero(values >= floor[rows])
    rows, columns, values = rows[near], columns[near], values[near]
    order = np.lexsort((columns, -values, rows))
    starts = np.searchsorted(rows, rows)
    kept = order[np.arange(len(order)) - starts < most]
    return rows[kept], columns[kept], values[kept]
