"""How rare words are, in this collection and in news at large, and how alike texts are by their rare words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, cached_property

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

    def __init__(
        self, known: Mapping[str, int], texts: Sequence[np.ndarray], documents: Sequence[np.ndarray] | None = None
    ) -> None:
        """Vectors of texts, given as the numbers of their words, which are `known`.

        `documents` are what rarity is counted in, by default the texts.
        """
        counted_in = texts if documents is None else documents
        self.column = _columns(known, *texts, *counted_in)
        width = max(1, len(self.column))
        place = np.zeros(len(known), np.int64)
        place[[known[word] for word in self.column]] = np.arange(len(self.column))
        ends, columns, times = _counted(texts, place, width)
        frequency = np.bincount(
            columns if documents is None else _counted(documents, place, width)[1], minlength=len(self.column)
        )
        shares = word_shares()
        spread = frequency + np.array([_BACKGROUND * shares.get(word, _RARE) for word in self.column])
        self.rarity = np.maximum(
            0.0, np.log((len(counted_in) + _BACKGROUND) / (spread if len(spread) else np.ones(1)))
        )
        """The logarithm of one in how many articles have the word."""
        values = (1 + np.log(times)) * self.rarity[columns]
        rows = sparse.csr_matrix((values, columns, ends), shape=(len(texts), width))
        length = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
        self.rows = sparse.diags_array(1 / np.maximum(length, 1e-9)).tocsr() @ rows

    def likeness(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """The cosine of pairs of texts, given by their numbers; a pair that comes again is computed once."""
        return _products(self.rows, one, other)

    def in_common(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """The summed rarity of the words that two texts share: long texts may share much, short ones cannot."""
        return _products(self._told, one, other)

    @cached_property
    def _told(self) -> sparse.csr_matrix:
        told = self.rows.copy()
        told.data = np.sqrt(self.rarity[told.indices])
        return told

    def keywords(self, most: int) -> sparse.csr_matrix:
        """The vectors with only the words that weigh most in each text."""
        rows, columns, values = greatest(self.rows, most)
        return sparse.csr_matrix((values, (rows, columns)), shape=self.rows.shape)


def _products(rows: sparse.csr_matrix, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    size, places = rows.shape[0], None
    keys = one.astype(np.int64) * size + other
    if not (keys[1:] > keys[:-1]).all():
        keys, places = np.unique(keys, return_inverse=True)
    found = np.empty(len(keys))
    for start in range(0, len(keys), _STEP):
        first, second = np.divmod(keys[start : start + _STEP], size)
        found[start : start + _STEP] = rows[first].multiply(rows[second]).sum(axis=1).ravel()
    return found if places is None else found[places]


def _columns(known: Mapping[str, int], *texts: np.ndarray) -> dict[str, int]:
    """The words of texts with their columns, in alphabetical order."""
    used = np.zeros(len(known), bool)
    for text in texts:
        used[text] = True
    there = used.tolist()
    return {word: column for column, word in enumerate(sorted(word for word, number in known.items() if there[number]))}


def _counted(
    texts: Sequence[np.ndarray], place: np.ndarray, width: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Where each text ends, the columns of its words, each once and in order, and how often it has them."""
    size = np.fromiter(map(len, texts), np.int64, len(texts))
    columns = place[np.concatenate([*texts, np.empty(0, np.int32)])]
    keys, times = np.unique(np.repeat(np.arange(len(texts)), size) * width + columns, return_counts=True)
    ends = np.searchsorted(keys, np.arange(len(texts) + 1) * width)
    return ends, keys % width, times.astype(np.float64)


def greatest(table: sparse.csr_matrix, most: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The rows, columns and values of what is greatest in each row of a table; of equals, the first columns."""
    rows = np.repeat(np.arange(table.shape[0], dtype=np.int64), np.diff(table.indptr))
    columns, values = table.indices.astype(np.int64), table.data
    long = np.flatnonzero(np.diff(table.indptr) > most)
    floor = np.zeros(table.shape[0])
    spans = np.stack([long, table.indptr[long], table.indptr[long + 1]], axis=1)
    for row, start, end in spans.tolist():
        own, least = values[start:end].copy(), end - start - most
        own.partition(least)
        floor[row] = own[least]
    near = np.flatnonzero(values >= floor[rows])
    rows, columns, values = rows[near], columns[near], values[near]
    order = np.lexsort((columns, -values, rows))
    starts = np.searchsorted(rows, rows)
    kept = order[np.arange(len(order)) - starts < most]
    return rows[kept], columns[kept], values[kept]
