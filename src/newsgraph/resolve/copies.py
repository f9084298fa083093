"""Which articles are copies of one text: agency copy that several papers print counts as one independent source.

Texts are compared as sets of runs of five words, exactly: an article that has much of the shorter one's runs is its
copy, so that a cut or a lengthened text is one as well. Runs are rare, so that a sparse product (scipy) finds all pairs
that share some; hashing such as MinHash estimates how much of *both* is shared, and misses what was cut from a long
text (docs/graph.md has the figures).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import chain, islice
from typing import TYPE_CHECKING

import numpy as np

from newsgraph.records import Record
from newsgraph.resolve.clusters import NumberedClusters
from newsgraph.stored.arrays import Arrays
from newsgraph.stored.groups import SortedParts
from newsgraph.stored.records import article_ids, heads
from newsgraph.stored.sorted_numbers import each_once

if TYPE_CHECKING:
    from scipy import sparse

COPIED = 0.4
"""The share of the shorter text's runs from which two articles are copies of one text."""
_RUN = 5
_WIDEST = 100
"""Articles that share a run and are still all compared; of more, each is compared with the next that has it."""
_ROWS = 500
_WORD = re.compile(r"\w+")


def copy_groups(records: Sequence[Record], arrays: Arrays | None = None) -> dict[str, int]:
    """For each article the number of the text that it is a copy of; what is no copy has a number of its own.

    The runs are kept in `arrays`, by default in memory.
    """
    ids = article_ids(records)
    return dict(zip(ids, copy_numbers(records, arrays or Arrays()).tolist(), strict=True))


def copy_numbers(records: Sequence[Record], arrays: Arrays) -> np.ndarray:
    """The same numbers in the order of the records."""
    together, found = NumberedClusters(len(records), arrays), arrays.room(np.int32, len(records))
    for one, other in _copies((head.article.text for head in heads(records)), arrays):
        together.join(one, other)
    for number, group in enumerate(together.groups()):
        found[group] = number
    return found


def _copies(texts: Iterable[str], arrays: Arrays) -> Iterator[tuple[int, int]]:
    """Pairs of texts that are copies, by their numbers."""
    runs, size = _read_runs(texts, arrays)
    if len(size) < 2:
        return
    shared = _Shared(runs, len(size), arrays)
    if shared.table is None:
        return
    for pairs in shared.pairs(size):
        for start in range(0, len(pairs), _ROWS):
            one, other = pairs[start : start + _ROWS].T
            common = np.asarray(shared.table[one].multiply(shared.table[other]).sum(axis=1)).ravel()
            copied = common >= COPIED * np.minimum(size[one], size[other])
            yield from zip(one[copied].tolist(), other[copied].tolist(), strict=True)
            arrays.release()


def _read_runs(texts: Iterable[str], arrays: Arrays) -> tuple[SortedParts, np.ndarray]:
    """The runs of all texts, each with the number of its text, and how many each has."""
    words_of = _Chunks().__getitem__
    found, sizes, left = SortedParts(arrays), arrays.column(np.int32), iter(texts)
    first = 0
    while some := [
        _runs(np.fromiter(chain.from_iterable(map(words_of, text.split())), np.uint64)) for text in islice(left, _TEXTS)
    ]:
        own = np.array([len(runs) for runs in some], np.int32)
        sizes.append(own)
        found.append(np.concatenate(some).view(np.int64), np.repeat(np.arange(first, first + len(some)), own))
        first += len(some)
    return found, arrays.lay([sizes])[0]


class _Shared:
    """The runs that several texts have: most are alone."""

    def __init__(self, runs: SortedParts, count: int, arrays: Arrays) -> None:
        """`runs` are those of `count` texts."""
        self._arrays, self._count = arrays, count
        self._pairs, self._shift = SortedParts(arrays), 63 - (count * count).bit_length()
        """Pairs that may be copies."""
        self._many = arrays.room(np.int32, count)
        """How many runs each has that many have."""
        parts, members, spread = [], arrays.column(np.int32), arrays.column(np.int32)
        width = 0
        for keys, rows in runs:
            starts = np.flatnonzero(np.diff(keys, prepend=keys[:1] - 1))
            often = np.diff(starts, append=len(keys))
            if not (hit := np.repeat(often > 1, often)).any():
                continue
            rows, often = rows[hit], often[often > 1]
            columns = np.repeat(np.arange(width, width + len(often)), often)
            width += len(often)
            wide = np.repeat(often > _WIDEST, often)
            members.append(rows[~wide])
            spread.append(np.where(often > _WIDEST, 0, often))
            self._enter_wide(rows[wide], columns[wide])
            order = np.argsort(rows, kind="stable")
            parts.append((arrays.column(np.int32), arrays.column(np.int32)))
            parts[-1][0].append(rows[order])
            parts[-1][1].append(columns[order])
        self._width = width
        self._few, self._members = arrays.lay([spread, members])
        self.table = self._by_text([arrays.lay(columns) for columns in parts]) if parts else None
        """A row for each text, a column for each run that several have; None where there is no such run."""

    def _enter_wide(self, rows: np.ndarray, columns: np.ndarray) -> None:
        """Of the texts that have a run which many have, each with the next."""
        follows = columns[1:] == columns[:-1]
        self._enter(rows[:-1][follows], rows[1:][follows])
        np.add.at(self._many, rows, 1)

    def _by_text(self, parts: Sequence[Sequence[np.ndarray]]) -> sparse.csr_matrix:
        found, sizes = self._arrays.column(np.int32), self._arrays.column(np.int32)
        for start in range(0, self._count, _ROWS):
            spans = [(own, *np.searchsorted(own[0], (start, start + _ROWS))) for own in parts]
            rows = np.concatenate([own[0][low:high] for own, low, high in spans])
            columns = np.concatenate([own[1][low:high] for own, low, high in spans])
            found.append(columns[np.argsort(rows, kind="stable")])
            sizes.append(np.bincount(rows - start, minlength=min(_ROWS, self._count - start)))
            self._arrays.release()
        columns, counts = self._arrays.lay([found, sizes])
        return self._table(columns, counts, self._width)

    def _table(self, columns: np.ndarray, sizes: np.ndarray, width: int) -> sparse.csr_matrix:
        from scipy import sparse

        ones = self._arrays.column(np.int32)
        for start in range(0, len(columns), _ONES):
            ones.append(np.ones(min(_ONES, len(columns) - start), np.int32))
        (laid,) = self._arrays.lay([ones])
        ends = self._arrays.ends(sizes, size=len(columns))
        return sparse.csr_matrix((laid, columns, ends), shape=(len(sizes), width))

    def _enter(self, one: np.ndarray, other: np.ndarray) -> None:
        keys = each_once(one.astype(np.int64) * self._count + other)
        self._pairs.append(keys << self._shift, np.zeros(len(keys), np.int32))

    def pairs(self, size: np.ndarray) -> Iterator[np.ndarray]:
        """Pairs that may be copies, each once, some at a time; `size` counts all runs of each."""
        self._enter_rare(size)
        for keys, _ in self._pairs:
            once = each_once(keys) >> self._shift
            yield np.stack([once // self._count, once % self._count], axis=1)

    def _enter_rare(self, size: np.ndarray) -> None:
        """Those that are by the runs that few texts have."""
        from newsgraph.stored.wide_tables import WideTable

        turned = WideTable(self._table(self._members, self._few, self._count), self._arrays)
        many = self._many
        assert self.table is not None
        for start in range(0, self._count, _ROWS):
            shared, columns = turned.multiplied(self._rare(self.table[start : start + _ROWS]))
            common = shared.tocoo()
            one, other = common.row + start, columns[common.col]
            enough = common.data + np.minimum(many[one], many[other]) >= COPIED * np.minimum(size[one], size[other])
            kept = enough & (one < other)
            self._enter(one[kept], other[kept])
            self._arrays.release()

    def _rare(self, rows: sparse.csr_matrix) -> sparse.csr_matrix:
        """Some rows without the runs that many have."""
        from scipy import sparse

        kept = self._few[rows.indices] > 0
        ends = np.concatenate([np.zeros(1, np.int64), np.cumsum(kept)])[rows.indptr]
        return sparse.csr_matrix((rows.data[kept], rows.indices[kept], ends), shape=rows.shape)


_TEXTS = 500
"""Texts whose runs are put away at once."""
_ONES = 1 << 20


def _runs(words: np.ndarray) -> np.ndarray:
    """The runs of five words of a text, each as a number, sorted; the text is given as the numbers of its words."""
    width = min(len(words), _RUN)
    runs = np.zeros(max(0, len(words) - width + 1) if width else 0, np.uint64)
    for place in range(width):
        runs = runs * _FACTOR + words[place : place + len(runs)]
    runs.sort()
    return runs[np.append(runs[1:] != runs[:-1], True)] if len(runs) else runs


_FACTOR = np.uint64(0x9E3779B97F4A7C15)
"""Odd, with bits all over: two runs of other words have another number, but for one chance in 10^19."""


class _Chunks(dict[str, tuple[int, ...]]):
    """The words in what stands between two blanks, as numbers: no word goes over a blank."""

    def __missing__(self, chunk: str) -> tuple[int, ...]:
        if len(self) >= _KEPT:
            self.clear()  # what is written often is soon there again
        self[chunk] = found = tuple(map(_number, _WORD.findall(chunk.casefold())))
        return found


_KEPT = 10_000
"""Pieces of texts of which the words are known."""


def _number(word: str) -> int:
    """A word as a number of 64 bits, always the same."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest())
