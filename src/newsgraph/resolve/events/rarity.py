"""How rare words are, in this collection and in news at large, and how alike texts are by their rare words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain

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

    def __init__(self, texts: Sequence[Sequence[str]], documents: Sequence[Sequence[str]] | None = None) -> None:
        """Vectors of texts given as words; `documents` are what rarity is counted in, by default the texts."""
        counted_in = texts if documents is None else documents
        words = sorted({word for text in (*counted_in, *texts) for word in text})
        self.column = {word: i for i, word in enumerate(words)}
        shares = word_shares()
        ends, columns, times = self._counted(texts)
        frequency = np.bincount(
            columns if documents is None else self._counted(documents)[1], minlength=len(words)
        )
        spread = frequency + np.array([_BACKGROUND * shares.get(word, _RARE) for word in words])
        self.rarity = np.maximum(0.0, np.log((len(counted_in) + _BACKGROUND) / (spread if len(words) else np.ones(1))))
        """The logarithm of one in how many articles have the word."""
        values = (1 + np.log(times)) * self.rarity[columns]
        rows = sparse.csr_matrix((values, columns, ends), shape=(len(texts), max(1, len(words))))
        length = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
        self.rows = sparse.diags_array(1 / np.maximum(length, 1e-9)).tocsr() @ rows

    def _counted(self, texts: Sequence[Sequence[str]]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Where each text ends, the columns of its words, each once and in order, and how often it has them."""
        width = max(1, len(self.column))
        size = np.fromiter(map(len, texts), np.int64, len(texts))
        number = self.column.__getitem__
        columns = np.fromiter(map(number, chain.from_iterable(texts)), np.int64, int(size.sum()))
        keys, times = np.unique(np.repeat(np.arange(len(texts)), size) * width + columns, return_counts=True)
        ends = np.searchsorted(keys, np.arange(len(texts) + 1) * width)
        return ends, keys % width, times.astype(np.float64)

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
