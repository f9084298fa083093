"""Articles by what they are about: vectors of their words and names, and the stories that they fall into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from scipy import sparse

from newsgraph.records import Record
from newsgraph.resolve.events.linkage import distinct
from newsgraph.resolve.events.rarity import Vectors, greatest
from newsgraph.resolve.events.stored_linkage import clusters_of
from newsgraph.resolve.events.wording import Vocabulary
from newsgraph.stored.arrays import Arrays, Ragged
from newsgraph.stored.groups import SortedParts
from newsgraph.stored.records import in_order
from newsgraph.stored.wide_tables import WideTable

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
    texts: Sequence[np.ndarray]
    """The words of each, as numbers of the vocabulary."""
    ends: Sequence[np.ndarray]
    """How many words of each stand before the end of each of its sentences; none where a sentence ends in a word."""
    vectors: Vectors
    stories: np.ndarray
    """For each record the number of its story."""
    company: np.ndarray
    """For each what it shares with that article of its story that it shares most with (`Vectors.in_common`)."""
    arrays: Arrays
    """Where what grows with the articles is kept."""


def read_articles(records: Iterable[Record], arrays: Arrays | None = None) -> ReadArticles:
    """The articles of a collection, compared; what grows with them is kept in `arrays`, by default in memory."""
    ordered, arrays = in_order(records), arrays or Arrays()
    vocabulary = Vocabulary(arrays)
    columns = [arrays.column(np.int32) for _ in range(6)]
    for record in ordered:
        words, before = _by_sentence(record, vocabulary)
        for number, own in enumerate((words, before or (), [*words, *_told_again(record, vocabulary)])):
            columns[2 * number].append(np.array(own, np.int32))
            columns[2 * number + 1].append(np.array([len(own)], np.int32))
    found = arrays.lay(columns)
    texts, ends, told = (Ragged(found[place], found[place + 1], arrays) for place in (0, 2, 4))
    vectors = Vectors(vocabulary.number, told, arrays=arrays)
    near = _near(vectors)
    stories = find_stories(vectors, near)
    return ReadArticles(ordered, vocabulary, texts, ends, vectors, stories, _company(vectors, near, stories), arrays)


def _by_sentence(record: Record, vocabulary: Vocabulary) -> tuple[list[int], list[int] | None]:
    """The words of an article, and how many stand before the end of each sentence."""
    text, end = record.article.text, 0
    for low, high in (*record.sentences, (len(text), len(text))):
        if not _is_parted(text, end, low):
            return vocabulary.of(text), None
        end = high
    words, ends = list[int](), list[int]()
    for low, high in record.sentences:
        words += vocabulary.of(text[low:high])
        ends.append(len(words))
    return words, ends


def _is_parted(text: str, end: int, low: int) -> bool:
    """Whether no word stands between the end of a sentence and the beginning of the next, or in both."""
    if low != end:
        return low > end and text[end:low].isspace()
    return end in (0, len(text)) or text[end - 1].isspace() or text[end].isspace()


def _told_again(record: Record, vocabulary: Vocabulary) -> list[int]:
    """What counts beside the words of the text: those of the title, and names a second time."""
    names = (vocabulary.of_name(mention.text) for mention in record.mentions if mention.form == "name")
    return [*vocabulary.of(record.article.title or ""), *chain.from_iterable(names)]


def find_stories(articles: Vectors, near: np.ndarray) -> np.ndarray:
    """For each article the number of its story: articles that are alike on the whole; `near` are pairs that may be."""
    count, arrays = articles.rows.shape[0], articles.arrays
    values = arrays.column(float)
    for start in range(0, len(near), _PAIRS):
        some = near[start : start + _PAIRS]
        values.append(articles.likeness(some[:, 0], some[:, 1]))
    (likeness,) = arrays.lay([values])
    return _numbered(clusters_of(near, likeness, count, _STORY, 0.0, arrays), arrays)


def _numbered(first: np.ndarray, arrays: Arrays) -> np.ndarray:
    """For each of several things the number of its cluster, of which the first thing is given."""
    number, stories, before = arrays.room(np.int32, len(first)), arrays.room(np.int32, len(first)), 0
    for start in range(0, len(first), _PAIRS):
        own = slice(start, start + _PAIRS)
        is_first = first[own] == np.arange(start, start + len(first[own]))
        number[own] = np.cumsum(is_first) + (before - 1)
        before += int(is_first.sum())
        stories[own] = number[first[own]]
    return stories


def _company(articles: Vectors, near: np.ndarray, story: np.ndarray) -> np.ndarray:
    most = articles.arrays.room(float, len(story))
    for start in range(0, len(near), _PAIRS):
        pairs = near[start : start + _PAIRS]
        pairs = pairs[story[pairs[:, 0]] == story[pairs[:, 1]]]
        shared = articles.in_common(pairs[:, 0], pairs[:, 1])
        for side in (0, 1):
            np.maximum.at(most, pairs[:, side], shared)
    return most


_PAIRS = 100_000
"""Pairs of articles that are looked at at a time."""


def _near(articles: Vectors) -> np.ndarray:
    """Pairs of articles that share words by which their neighbours are sought."""
    rows = articles.rows
    count = rows.shape[0]
    keys = articles.keywords(_KEYWORDS)
    spread, few = _spread(keys, articles.arrays)
    turned = WideTable(_turned(keys, few, articles.arrays), articles.arrays)
    shift = 63 - (count * count).bit_length()
    parts = SortedParts(articles.arrays)
    for start in range(0, count, _ROWS):
        some = _some(keys[start : start + _ROWS], few)
        for low, high in _steps(some, spread):
            found_here, others = turned.multiplied(some[low:high])
            here, there, _ = greatest(found_here, _NEAREST + 1)
            pairs = distinct(np.stack([here + start + low, others[there]], axis=1))
            parts.append(pairs[:, 0] * count + pairs[:, 1] << shift, np.zeros(len(pairs), np.int32))
        articles.arrays.release()
    found = articles.arrays.column(np.int32)
    for own, _ in parts:
        once = own[np.diff(own, prepend=-1) != 0] >> shift
        found.append(np.stack([once // count, once % count], axis=1))
    return articles.arrays.lay([found])[0].reshape(-1, 2)


def _spread(keys: sparse.csr_matrix, arrays: Arrays) -> tuple[np.ndarray, np.ndarray]:
    """How many articles have each word among their keywords, and whether these are few."""
    spread, few = arrays.room(np.int32, keys.shape[1]), arrays.room(bool, keys.shape[1])
    for start in range(0, len(keys.indices), _PAIRS):
        np.add.at(spread, keys.indices[start : start + _PAIRS], 1)
    for start in range(0, len(spread), _PAIRS):
        few[start : start + _PAIRS] = spread[start : start + _PAIRS] <= _WIDEST
    return spread, few


def _steps(rows: sparse.csr_matrix, spread: np.ndarray) -> Iterator[tuple[int, int]]:
    """Rows in steps: at a time as many as share a word with so many articles, if not one row alone has more."""
    cells = np.concatenate([np.zeros(1, np.int64), np.cumsum(spread[rows.indices])])[rows.indptr]
    ends = np.flatnonzero(np.diff(cells[1:] // _CELLS)) + 1
    yield from pairwise([0, *ends.tolist(), rows.shape[0]])


_CELLS = 500_000


def _some(rows: sparse.csr_matrix, columns: np.ndarray) -> sparse.csr_matrix:
    """Rows with some of their columns."""
    kept = columns[rows.indices] & (rows.data != 0)
    ends = np.concatenate([np.zeros(1, rows.indptr.dtype), np.cumsum(kept, dtype=rows.indptr.dtype)])
    return sparse.csr_matrix((rows.data[kept], rows.indices[kept], ends[rows.indptr]), shape=rows.shape)


def _turned(keys: sparse.csr_matrix, few: np.ndarray, arrays: Arrays) -> sparse.csr_matrix:
    """A row for each word of which there are few, with the articles that have it among their keywords."""
    count, width = keys.shape
    shift = 63 - width.bit_length()
    """Words as keys that have other highest bits."""
    parts = SortedParts(arrays)
    for start in range(0, count, _ROWS):
        begin, end = keys.indptr[start], keys.indptr[min(start + _ROWS, count)]
        places = np.flatnonzero(few[keys.indices[begin:end]] & (keys.data[begin:end] != 0)) + begin
        parts.append(keys.indices[places].astype(np.int64) << shift, places)
        arrays.release()
    values, rows, sizes = arrays.column(float), arrays.column(np.int32), arrays.room(np.int32, width)
    for words, places in parts:
        values.append(keys.data[places])
        rows.append(np.searchsorted(keys.indptr, places, "right") - 1)
        starts = np.flatnonzero(np.diff(words, prepend=-1))
        sizes[words[starts] >> shift] = np.diff(starts, append=len(words))
    data, indices = arrays.lay([values, rows])
    return sparse.csr_matrix((data, indices, arrays.ends(sizes, size=len(data))), shape=(width, count))
