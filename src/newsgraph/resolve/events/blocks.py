"""Which accounts are compared at all: those that share something rare, found without comparing all with all.

An account stands in a block for each rare thing that it has: a name, a place, a day, a rare word of its sentence or of
its article, each with the sort of deed. A block of more than `WIDEST` is divided by what else its members have, and
what no second thing divides is laid out by day and cut into overlapping runs. So no account and no block is left out,
no block is wide, and the work grows with the number of accounts. Each account is then compared with the `NEAREST`
that it shares most with; what many articles tell is linked through these like a net.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

import numpy as np
from scipy import sparse

from newsgraph.resolve.events.linkage import distinct
from newsgraph.resolve.events.profiles import Profile
from newsgraph.resolve.events.rarity import Vectors, greatest

WIDEST = 60
NEAREST = 40
_SENTENCE_WORDS = 6
_ARTICLE_WORDS = 8
_ROWS = 4000
"""Accounts that are matched with all others at a time."""
_PAIRS = 2_000_000
"""Pairs of wide blocks of one account that are looked at at a time."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Which accounts stand in which blocks: two columns of numbers, block by block."""

    accounts: np.ndarray
    numbers: np.ndarray

    @classmethod
    def of(cls, accounts: np.ndarray, numbers: np.ndarray) -> Blocks:
        """Blocks of more than one account, from rows in any order."""
        order = np.lexsort((accounts, numbers))
        blocks = cls(accounts[order], numbers[order])
        return blocks.some(blocks.sizes > 1)

    @property
    def sizes(self) -> np.ndarray:
        """For each row how many stand in its block."""
        starts = np.flatnonzero(np.diff(self.numbers, prepend=-1))
        sizes = np.diff(starts, append=len(self.numbers))
        return np.repeat(sizes, sizes)

    def some(self, rows: np.ndarray) -> Blocks:
        """Some of the rows."""
        return Blocks(self.accounts[rows], self.numbers[rows])


def candidate_pairs(profiles: Sequence[Profile], articles: Vectors, sentences: Vectors) -> np.ndarray:
    """Pairs of accounts that may be of one event: an array of two columns of their numbers."""
    return pairs_of_blocks(*blocks_of([profiles], articles, sentences))


def pairs_of_blocks(blocks: Blocks, order: Sequence[str]) -> np.ndarray:
    """Pairs of accounts that share blocks; `order` has for each account what tells of its day."""
    size = len(order)
    table = _table(_divided(blocks, order), size)
    plain = table.copy()
    plain.data[:] = 1.0
    turned = plain.T.tocsr()
    found = [np.empty((0, 2), np.int64)]
    for start in range(0, size, _ROWS):
        here, there, _ = greatest((table[start : start + _ROWS] @ turned).tocsr(), NEAREST + 1)
        found.append(distinct(np.stack([here + start, there], axis=1)))
    return distinct(np.concatenate(found))


def _table(blocks: Sequence[Blocks], count: int) -> sparse.csr_matrix:
    """A row for each account, a column for each block; what stands in a small one weighs more."""
    rows, columns, sizes, width = [np.empty(0, np.int64)], [np.empty(0, np.int64)], [np.empty(0, np.int64)], 0
    for some in blocks:
        numbers = np.cumsum(np.diff(some.numbers, prepend=some.numbers[:1]) != 0) + width
        rows.append(some.accounts)
        columns.append(numbers)
        sizes.append(some.sizes)
        width = int(numbers[-1]) + 1 if len(numbers) else width
    weight = np.log(count / np.concatenate(sizes)) + 1
    cells = (weight, (np.concatenate(rows), np.concatenate(columns)))
    return sparse.csr_matrix(cells, shape=(count, max(1, width)))


_SORT = 40
"""Bits of the number of a block that tell the thing; those above tell the sort of deed."""


def blocks_of(
    parts: Iterable[Sequence[Profile]], articles: Vectors, sentences: Vectors
) -> tuple[Blocks, list[str]]:
    """The blocks of all accounts, and for each account what tells of its day; the accounts may come in parts."""
    sorts: dict[str | None, int] = {None: 0}
    names: dict[str, int] = {}
    article_words, sentence_words = _Rarest(articles, _ARTICLE_WORDS), _Rarest(sentences, _SENTENCE_WORDS)
    # numbers of things: those of days, then the columns of words of sentences and of articles, then entities
    first = date.max.toordinal() + 1
    second = first + sentences.rows.shape[1]
    third = second + articles.rows.shape[1]
    codes, sizes, order = array("q"), array("q"), list[str]()
    for profile in chain.from_iterable(parts):
        before, number = len(codes), len(order)
        order.append(sys.intern(str(profile.days or profile.published or "")))
        if profile.name:
            codes.append(names.setdefault(profile.name, len(names)))
        things = {third + entity for entity in profile.agent.named | profile.target.named | profile.place.named}
        things.update([first + word for word in sentence_words[number]])
        things.update([second + word for word in article_words[profile.article]])
        things.update([day.toordinal() for day in profile.days or ()])
        for sort in sorted(profile.happenings | ({profile.account.kind} - {"OTHER"})):
            code = sorts.setdefault(sort, len(sorts)) << _SORT
            codes.extend([code + thing for thing in things])
        sizes.append(len(codes) - before)
    accounts = np.repeat(np.arange(len(order)), np.array(sizes, np.int64))
    return Blocks.of(accounts, np.array(codes, np.int64)), order


class _Rarest:
    """For each text, the columns of the words that weigh most in it."""

    def __init__(self, vectors: Vectors, most: int) -> None:
        rows = vectors.keywords(most)
        self._ends, self._columns = rows.indptr, rows.indices

    def __getitem__(self, number: int) -> list[int]:
        found: list[int] = self._columns[self._ends[number] : self._ends[number + 1]].tolist()
        return found


def _divided(blocks: Blocks, days: Sequence[str]) -> list[Blocks]:
    """The blocks, those that are too wide divided."""
    wide = blocks.sizes > WIDEST
    found = [blocks.some(~wide)]
    order = sorted(range(len(days)), key=days.__getitem__)
    place = np.empty(len(days), np.int64)
    place[order] = np.arange(len(days))
    for twice in _twice(blocks.some(wide)):
        large = twice.sizes > WIDEST
        found += [twice.some(~large), _runs(twice.some(large), place)]
    return found


def _twice(wide: Blocks) -> Iterator[Blocks]:
    """For any two blocks of one sort of deed those that stand in both."""
    order = np.lexsort((wide.numbers, wide.accounts))
    accounts, numbers = wide.accounts[order], wide.numbers[order]
    names, block = np.unique(numbers, return_inverse=True)
    starts = (np.diff(accounts, prepend=-1) != 0) | (np.diff(numbers >> _SORT, prepend=-1) != 0)
    ends = np.append(np.flatnonzero(starts)[1:], len(starts))
    after = np.repeat(ends, np.diff(ends, prepend=0)) - np.arange(len(starts)) - 1  # how many it is paired with
    by_block = np.argsort(block, kind="stable")
    cuts = np.flatnonzero(np.diff(np.cumsum(after[by_block]) // _PAIRS))
    cuts = np.unique(np.searchsorted(block[by_block], block[by_block][cuts]))  # all pairs of a block at once
    for some in np.split(by_block, cuts):
        times = after[some]
        one = np.repeat(some, times)
        other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(times) - times, times)
        yield Blocks.of(accounts[one], block[one] * len(names) + block[other])


def _runs(large: Blocks, place: np.ndarray) -> Blocks:
    """Blocks by day, in runs that overlap by half."""
    accounts, numbers = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for members in np.split(large.accounts, np.flatnonzero(np.diff(large.numbers)) + 1):
        ordered = members[np.argsort(place[members])]
        for start in range(0, len(ordered) - WIDEST // 2, WIDEST // 2):
            accounts.append(ordered[start : start + WIDEST])
            numbers.append(np.full(len(accounts[-1]), len(numbers)))
    return Blocks(np.concatenate(accounts), np.concatenate(numbers))
