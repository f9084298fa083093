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
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from newsgraph.records import Record
from newsgraph.resolve.merges import Clusters
from newsgraph.stored_arrays import Arrays, Ragged
from newsgraph.stored_records import article_ids, heads

if TYPE_CHECKING:
    from scipy import sparse

COPIED = 0.4
"""The share of the shorter text's runs from which two articles are copies of one text."""
_RUN = 5
_WIDEST = 100
"""Articles that share a run and are still all compared; of more, each is compared with the next that has it."""
_ROWS = 2000
_WORD = re.compile(r"\w+")


def copy_groups(records: Sequence[Record], arrays: Arrays | None = None) -> dict[str, int]:
    """For each article the number of the text that it is a copy of; what is no copy has a number of its own.

    The runs are kept in `arrays`, by default in memory.
    """
    ids = article_ids(records)
    together: Clusters[int] = Clusters(range(len(ids)))
    for one, other in _copies((head.article.text for head in heads(records)), arrays or Arrays()):
        together.join(one, other)
    return {ids[article]: number for number, group in enumerate(together.groups()) for article in group}


def _copies(texts: Iterable[str], arrays: Arrays) -> Iterator[tuple[int, int]]:
    """Pairs of texts that are copies, by their numbers."""
    words_of = _Chunks().__getitem__
    kept = arrays.column(np.uint64), arrays.column(np.int32)
    for text in texts:
        own = _runs(np.fromiter(chain.from_iterable(map(words_of, text.split())), np.uint64))
        kept[0].append(own)
        kept[1].append(np.array([len(own)]))
    runs = Ragged(*arrays.lay(kept))
    if len(runs) < 2:
        return
    from scipy import sparse

    size = np.diff(runs.ends)
    rows, shared = _shared(runs, arrays)
    _, columns, spread = np.unique(shared, return_inverse=True, return_counts=True)
    count = len(runs)
    del runs, shared

    def table(kept: np.ndarray) -> sparse.csr_matrix:
        cells = (np.ones(int(kept.sum()), np.int32), (rows[kept], columns[kept]))
        return sparse.csr_matrix(cells, shape=(count, max(1, len(spread))))

    wide = spread[columns] > _WIDEST
    several = table(spread[columns] > 1)
    many = np.bincount(rows[wide], minlength=count)
    pairs = np.concatenate([_by_rare(table((spread[columns] > 1) & ~wide), many, size),
                            _by_wide(rows[wide], columns[wide])])
    pairs = np.unique(pairs, axis=0)
    for start in range(0, len(pairs), _ROWS):
        one, other = pairs[start : start + _ROWS].T
        common = np.asarray(several[one].multiply(several[other]).sum(axis=1)).ravel()
        copied = common >= COPIED * np.minimum(size[one], size[other])
        yield from zip(one[copied].tolist(), other[copied].tolist(), strict=True)


def _shared(runs: Sequence[np.ndarray], arrays: Arrays) -> tuple[np.ndarray, np.ndarray]:
    """The runs that several texts have, with the numbers of these: a part of all runs at a time, for most are alone."""
    rows, values = [np.empty(0, np.int64)], [np.empty(0, np.uint64)]
    starts = np.zeros(len(runs), np.int64)
    for part in range(1, _PARTS + 1):
        bound = np.uint64(part << _PART) if part < _PARTS else None
        ends = np.array([len(own) if bound is None else np.searchsorted(own, bound) for own in runs], np.int64)
        found = np.concatenate([own[start:end] for own, start, end in zip(runs, starts, ends, strict=True)])
        ordered = np.sort(found)
        several = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
        if len(several):
            places = np.minimum(np.searchsorted(several, found), len(several) - 1)
            hit = several[places] == found
            rows.append(np.repeat(np.arange(len(runs)), ends - starts)[hit])
            values.append(found[hit])
        starts = ends
        arrays.release()
    return np.concatenate(rows), np.concatenate(values)


_PART = 60
_PARTS = 1 << (64 - _PART)
"""Parts into which all runs are divided, by their highest bits."""


def _by_rare(rare: sparse.csr_matrix, many: np.ndarray, size: np.ndarray) -> np.ndarray:
    """Pairs that may be copies by the runs that few articles have; `many` counts the other runs of each."""
    turned = rare.T.tocsr()
    found = [np.empty((0, 2), np.int64)]
    for start in range(0, rare.shape[0], _ROWS):
        common = (rare[start : start + _ROWS] @ turned).tocoo()
        one, other = common.row + start, common.col
        enough = common.data + np.minimum(many[one], many[other]) >= COPIED * np.minimum(size[one], size[other])
        found.append(np.stack([one, other], axis=1)[enough & (one < other)])
    return np.concatenate(found)


def _by_wide(rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """Of the articles that have a run which many have, each with the next."""
    order = np.lexsort((rows, columns))
    rows, columns = rows[order], columns[order]
    follows = columns[1:] == columns[:-1]
    return np.stack([rows[:-1][follows], rows[1:][follows]], axis=1)


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


_KEPT = 30_000
"""Pieces of texts of which the words are known."""


def _number(word: str) -> int:
    """A word as a number of 64 bits, always the same."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest())
