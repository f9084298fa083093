"""How rare words are, in this collection and in news at large, and how alike texts are by their rare words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from itertools import islice

import numpy as np
from scipy import sparse

from newsgraph.resolve.events.tables import read_table
from newsgraph.stored.arrays import Arrays
from newsgraph.stored.numbers import Numbers

_BACKGROUND = 300
"""Articles of news at large that stand behind a collection, so that rarity means something in a small one."""
_RARE = 0.003
"""The share of articles that have a word which the table does not list."""
_TEXTS = 500
"""Texts that are weighed at once."""
_WORDS = 200_000
"""Words of texts that are multiplied at once."""


@cache
def word_shares() -> dict[str, float]:
    """The share of news articles that have a word, by stem; words in fewer than one of fifty are left out."""
    return {row["stem"]: float(row["share"]) for row in read_table("word_shares")}


class Vectors:
    """Texts as vectors of unit length over their words, rare words weighing more."""

    def __init__(
        self, known: Numbers, texts: Sequence[np.ndarray], documents: Sequence[np.ndarray] | None = None,
        arrays: Arrays | None = None,
    ) -> None:
        """Vectors of texts, given as the numbers of their words, which are `known`.

        `documents` are what rarity is counted in, by default the texts; `arrays` are where what grows
        with the texts is kept, by default in memory.
        """
        self.arrays = arrays or Arrays()
        counted_in = texts if documents is None else documents
        self._known = known
        self._used = self.arrays.room(bool, known.size)
        for some in (texts, () if documents is None else documents):
            for start in range(0, len(some), _TEXTS):
                self._used[np.concatenate(some[start : start + _TEXTS])] = True
        place, expected = self._placed()
        width = max(1, len(expected))
        frequency = self.arrays.room(np.int32, len(expected))
        columns, times, sizes = (self.arrays.column(dtype) for dtype in (np.int32, np.int32, np.int32))
        for own, found, often in self._counted(texts, place, width):
            columns.append(found)
            times.append(often)
            sizes.append(np.diff(own))
            if documents is None:
                np.add.at(frequency, found, 1)
        for _, found, _ in () if documents is None else self._counted(documents, place, width):
            np.add.at(frequency, found, 1)
        self.rarity = self._rarities(frequency, expected, len(counted_in))
        """The logarithm of one in how many articles have the word."""
        del frequency, place, expected
        found, often, own = self.arrays.lay([columns, times, sizes])
        self.rows = self._weighed(found, often, own, width)
        self.arrays.release()

    def _placed(self) -> tuple[np.ndarray, np.ndarray]:
        """The columns of words in alphabetical order; and in how many articles of the background each is."""
        place, expected = self.arrays.room(np.int32, len(self._used)), self.arrays.column(np.float64)
        shares, there, count = word_shares(), memoryview(self._used), 0
        words = ((word, number) for word, number in self._known.words() if there[number])
        while some := list(islice(words, _TEXTS)):
            place[[number for _, number in some]] = np.arange(count, count + len(some))
            expected.append(np.array([_BACKGROUND * shares.get(word, _RARE) for word, _ in some]))
            count += len(some)
        return place, self.arrays.lay([expected])[0]

    def _rarities(self, frequency: np.ndarray, expected: np.ndarray, count: int) -> np.ndarray:
        """The rarity of each word in `count` texts."""
        found = self.arrays.column(np.float64)
        if not len(expected):
            found.append(np.log(np.array([count + _BACKGROUND])))
        for start in range(0, len(expected), _WORDS):
            spread = frequency[start : start + _WORDS] + expected[start : start + _WORDS]
            found.append(np.maximum(0.0, np.log((count + _BACKGROUND) / spread)))
        return self.arrays.lay([found])[0]

    def _counted(
        self, texts: Sequence[np.ndarray], place: np.ndarray, width: int
    ) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
        """Of some texts at a time where each ends, the columns of its words, and how often it has them."""
        for start in range(0, len(texts), _TEXTS):
            yield _counted(texts[start : start + _TEXTS], place, width)
            self.arrays.release()

    def _weighed(self, columns: np.ndarray, times: np.ndarray, sizes: np.ndarray, width: int) -> sparse.csr_matrix:
        """The vectors, each of length one."""
        ends = self.arrays.ends(sizes, size=len(columns))
        found = self.arrays.column(np.float64)
        for start in range(0, len(sizes), _TEXTS):
            own = ends[start : start + _TEXTS + 1]
            inside = slice(own[0], own[-1])
            values = (1 + np.log(times[inside].astype(np.float64))) * self.rarity[columns[inside]]
            rows = sparse.csr_matrix((values, columns[inside], own - own[0]), shape=(len(own) - 1, width))
            length = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
            found.append(values * np.repeat(1 / np.maximum(length, 1e-9), np.diff(own)))
            self.arrays.release()
        (data,) = self.arrays.lay([found])
        return sparse.csr_matrix((data, columns, ends), shape=(len(sizes), width))

    @cached_property
    def column(self) -> dict[str, int]:
        """The words that texts have with their columns, in alphabetical order."""
        words = (word for word, number in self._known.words() if self._used[number])
        return {word: column for column, word in enumerate(words)}

    def likeness(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """The cosine of pairs of texts, given by their numbers; a pair that comes again is computed once."""
        return self._products(one, other, self.rows.__getitem__)

    def in_common(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """The summed rarity of the words that two texts share: long texts may share much, short ones cannot."""
        return self._products(one, other, self._told)

    def _told(self, some: np.ndarray) -> sparse.csr_matrix:
        rows = self.rows[some]
        rows.data = np.sqrt(self.rarity[rows.indices])
        return rows

    def keywords(self, most: int) -> sparse.csr_matrix:
        """The vectors with only the words that weigh most in each text."""
        values, columns, sizes = (self.arrays.column(dtype) for dtype in (float, np.int32, np.int32))
        for start in range(0, self.rows.shape[0], _TEXTS):
            some = self.rows[start : start + _TEXTS]
            here, own, weights = greatest(some, most)
            kept = sparse.csr_matrix((weights, (here, own)), shape=some.shape)
            values.append(kept.data)
            columns.append(kept.indices)
            sizes.append(np.diff(kept.indptr))
            self.arrays.release()
        data, indices, counts = self.arrays.lay([values, columns, sizes])
        return sparse.csr_matrix((data, indices, self.arrays.ends(counts, size=len(data))), shape=self.rows.shape)

    def _products(
        self, one: np.ndarray, other: np.ndarray, rows: Callable[[np.ndarray], sparse.csr_matrix]
    ) -> np.ndarray:
        size, places = self.rows.shape[0], None
        keys = one.astype(np.int64) * size + other
        if not (keys[1:] > keys[:-1]).all():
            keys, places = np.unique(keys, return_inverse=True)
        found, step = np.empty(len(keys)), max(1, _WORDS * size // max(1, self.rows.nnz))
        for start in range(0, len(keys), step):
            first, second = np.divmod(keys[start : start + step], size)
            found[start : start + step] = rows(first).multiply(rows(second)).sum(axis=1).ravel()
            self.arrays.release()
        return found if places is None else found[places]


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
    floor = _floors(table, most)
    near = np.flatnonzero(table.data >= floor[rows])
    rows, columns, values = rows[near], table.indices[near].astype(np.int64), table.data[near]
    over = np.bincount(rows, minlength=table.shape[0]) - most
    equal = np.flatnonzero((over[rows] > 0) & (values == floor[rows]))
    if not len(equal):
        return rows, columns, values
    equal = equal[np.argsort(rows[equal] * table.shape[1] + columns[equal])]
    own = rows[equal]
    behind = np.searchsorted(own, own, side="right") - np.arange(len(own))
    kept = np.ones(len(rows), bool)
    kept[equal[behind <= over[own]]] = False
    return rows[kept], columns[kept], values[kept]


_CELLS = 1 << 15
"""Values of several rows that are looked at at once: as many as the fastest memory of a processor holds."""


def _floors(table: sparse.csr_matrix, most: int) -> np.ndarray:
    """For each row the least of its greatest values; nothing where it has no more than so many."""
    sizes = np.diff(table.indptr)
    floors = np.full(table.shape[0], -np.inf)
    long = np.flatnonzero(sizes > most)
    long = long[np.argsort(-sizes[long], kind="stable")]  # so that rows of like length are side by side
    start = 0
    while start < len(long):
        width = int(sizes[long[start]])
        some = long[start : start + max(1, _CELLS // width)]
        start += len(some)
        own = np.full((len(some), width), -np.inf)
        there = np.arange(width) < sizes[some, None]
        own[there] = table.data[(table.indptr[some, None] + np.arange(width))[there]]
        own.partition(width - most, axis=1)
        floors[some] = own[:, width - most]
    return floors
