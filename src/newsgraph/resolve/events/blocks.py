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

import numpy as np
from scipy import sparse

from newsgraph.resolve.events.linkage import distinct
from newsgraph.resolve.events.profiles import Profile
from newsgraph.resolve.events.rarity import Vectors, greatest
from newsgraph.resolve.sorted_numbers import each_once, sorted_rows
from newsgraph.stored.arrays import Arrays, Column, Ragged

WIDEST = 60
NEAREST = 40
_SENTENCE_WORDS = 6
_ARTICLE_WORDS = 8
_ROWS = 1000
"""Accounts that are matched with all others at a time."""
_PAIRS = 200_000
"""Pairs of wide blocks of one account that are looked at at a time."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Which accounts stand in which blocks: two columns of numbers, block by block."""

    accounts: np.ndarray
    numbers: np.ndarray

    @classmethod
    def of(cls, accounts: np.ndarray, numbers: np.ndarray) -> Blocks:
        """Blocks of more than one account, from rows in any order."""
        ordered, within = sorted_rows(numbers, accounts)
        blocks = cls(within, ordered)
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


class Things:
    """What accounts have that may bring them together: the accounts are entered in parts."""

    def __init__(self, arrays: Arrays | None = None) -> None:
        self._arrays = arrays or Arrays()
        self._columns = [self._arrays.column(dtype) for dtype in (np.int64, np.int32, np.int32, np.int32, np.int32)]
        self._sorts: dict[str | None, int] = {None: 0}
        self._names: dict[str, int] = {}
        self.days: list[str] = []
        """For each account what tells of its day."""

    def enter(self, profiles: Sequence[Profile]) -> None:
        """Enter some accounts."""
        things, sorts = array("q"), array("l")
        sizes = np.empty((len(profiles), 2), np.int32)
        articles, names = np.empty(len(profiles), np.int32), np.full(len(profiles), -1, np.int32)
        known = self._sorts
        for number, profile in enumerate(profiles):
            self.days.append(sys.intern(str(profile.days or profile.published or "")))
            articles[number] = profile.article
            if profile.name:
                names[number] = self._names.setdefault(profile.name, len(self._names))
            own = {_ENTITIES + e for e in profile.agent.named | profile.target.named | profile.place.named}
            own.update([_DAYS + day.toordinal() for day in profile.days or ()])
            kinds = profile.happenings | ({profile.account.kind} - {"OTHER"})
            sizes[number] = len(own), len(kinds)
            things.extend(own)
            sorts.extend([known.setdefault(kind, len(known)) for kind in sorted(kinds)])
        found: list[np.ndarray] = [np.array(things, np.int64), sizes[:, 0], np.array(sorts, np.int32), sizes[:, 1]]
        found.append(np.stack([articles, names], axis=1))
        for column, part in zip(self._columns, found, strict=True):
            column.append(part)

    def blocks(self, articles: Vectors, sentences: Vectors) -> Iterator[Blocks]:
        """The blocks of all accounts, by their sorts of deeds; `articles` and `sentences` have their rarest words."""
        laid = self._arrays.lay(self._columns)
        things, sorts = Ragged(laid[0], laid[1]), Ragged(laid[2], laid[3])
        told, names = laid[4].reshape(-1, 2).T
        in_article, in_sentence = _rarest(articles, _ARTICLE_WORDS), _rarest(sentences, _SENTENCE_WORDS)
        found = [[self._arrays.column(np.int32), self._arrays.column(np.int64)] for _ in self._sorts]
        for start in range(0, len(self.days), _ACCOUNTS):
            some = np.arange(start, min(start + _ACCOUNTS, len(self.days)))
            own, which = things.of(some)
            words, at = in_article.of(told[some])
            own, which = np.concatenate([own, words.astype(np.int64) + _ARTICLES]), np.concatenate([which, at])
            words, at = in_sentence.of(some)
            own, which = np.concatenate([own, words.astype(np.int64) + _SENTENCES]), np.concatenate([which, at])
            kinds, rows = sorts.of(some[which])
            named = some[names[some] >= 0]
            self._deal(found, named, names[named].astype(np.int64), np.zeros(len(named), np.int32))
            self._deal(found, some[which[rows]], own[rows], kinds)
            self._arrays.release()
        for columns in found:
            yield Blocks.of(*self._arrays.lay(columns))

    def _deal(
        self, found: Sequence[Sequence[Column]], accounts: np.ndarray, numbers: np.ndarray, sorts: np.ndarray
    ) -> None:
        order = np.argsort(sorts, kind="stable")
        ends = np.searchsorted(sorts[order], np.arange(len(found) + 1))
        for columns, low, high in zip(found, ends[:-1], ends[1:], strict=True):
            columns[0].append(accounts[order[low:high]])
            columns[1].append(numbers[order[low:high]])


def _rarest(vectors: Vectors, most: int) -> Ragged:
    """For each text, the columns of the words that weigh most in it."""
    rows = vectors.keywords(most)
    return Ragged(rows.indices, np.diff(rows.indptr))


_DAYS, _SENTENCES, _ARTICLES, _ENTITIES = (sort << 36 for sort in range(4))
"""What the number of a thing begins with."""
_ACCOUNTS = 5_000
"""Accounts whose things, or pairs, are looked at at a time."""


def candidate_pairs(profiles: Sequence[Profile], articles: Vectors, sentences: Vectors) -> np.ndarray:
    """Pairs of accounts that may be of one event: an array of two columns of their numbers."""
    things = Things()
    things.enter(profiles)
    found = pairs_of_blocks(things.blocks(articles, sentences), things.days)
    return np.concatenate([np.empty((0, 2), np.int64), *found])


def pairs_of_blocks(
    blocks: Iterable[Blocks], days: Sequence[str], arrays: Arrays | None = None
) -> Iterator[np.ndarray]:
    """Pairs of accounts that share blocks, some accounts at a time; `days` has for each what tells of its day."""
    arrays, size = arrays or Arrays(), len(days)
    parts = range(0, size, _ACCOUNTS)
    rows = [(arrays.column(np.int32), arrays.column(np.int32)) for _ in parts]
    members, sizes = arrays.column(np.int32), arrays.column(np.int32)
    width = 0
    for some in _divided(blocks, days):
        sizes.append(some.sizes[starts := np.flatnonzero(np.diff(some.numbers, prepend=-1))])
        numbers = np.cumsum(np.diff(some.numbers, prepend=some.numbers[:1]) != 0) + width
        members.append(some.accounts)
        width += len(starts)
        order = np.argsort(some.accounts, kind="stable")
        ends = np.searchsorted(some.accounts[order], [*parts, size])
        for columns, low, high in zip(rows, ends[:-1], ends[1:], strict=True):
            columns[0].append(some.accounts[order[low:high]])
            columns[1].append(numbers[order[low:high]])
    wide, standing = arrays.lay([sizes, members])
    turned = _turned(wide, standing, size, arrays)
    found = [arrays.column(np.int64) for _ in parts]
    for part, columns in zip(parts, rows, strict=True):
        accounts, numbers = arrays.lay(columns)
        weight = np.round((np.log(size / wide[numbers]) + 1) * _EXACT) / _EXACT
        cells = weight, (accounts - part, numbers)
        table = sparse.csr_matrix(cells, shape=(min(_ACCOUNTS, size - part), max(1, width)))
        for start in range(0, table.shape[0], _ROWS):
            here, there, _ = greatest((table[start : start + _ROWS] @ turned).tocsr(), NEAREST + 1)
            pairs = distinct(np.stack([here + start + part, there], axis=1))
            ends = np.searchsorted(pairs[:, 0], [*parts, size])
            for column, low, high in zip(found, ends[:-1], ends[1:], strict=True):
                column.append(pairs[low:high, 0] * size + pairs[low:high, 1])
            arrays.release()
    for column in found:
        keys = each_once(arrays.lay([column])[0])
        yield np.stack([keys // size, keys % size], axis=1)
        arrays.release()


_EXACT = 1 << 20
"""Weights are multiples of one by this, so that their sums are exact and do not depend on an order."""


def _turned(sizes: np.ndarray, members: np.ndarray, size: int, arrays: Arrays) -> sparse.csr_matrix:
    """A row for each block, with ones for the accounts that stand in it."""
    ends = arrays.column(np.int32 if len(members) < 1 << 31 else np.int64)
    ones = arrays.column(np.float64)
    ends.append(np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64)]))
    for start in range(0, len(members), _PAIRS):
        ones.append(np.ones(min(_PAIRS, len(members) - start)))
    laid = arrays.lay([ones, ends])
    if not len(sizes):
        return sparse.csr_matrix((1, size))
    return sparse.csr_matrix((laid[0], members, laid[1]), shape=(len(sizes), size))


def _divided(blocks: Iterable[Blocks], days: Sequence[str]) -> Iterator[Blocks]:
    """The blocks of each sort of deed, those that are too wide divided."""
    place = np.empty(len(days), np.int64)
    place[sorted(range(len(days)), key=days.__getitem__)] = np.arange(len(days))
    for own in blocks:
        wide = own.sizes > WIDEST
        yield own.some(~wide)
        for twice in _twice(own.some(wide)):
            large = twice.sizes > WIDEST
            yield twice.some(~large)
            yield _runs(twice.some(large), place)


def _twice(wide: Blocks) -> Iterator[Blocks]:
    """For any two blocks those that stand in both."""
    accounts, numbers = sorted_rows(wide.accounts, wide.numbers)
    names, block = np.unique(numbers, return_inverse=True)
    starts = np.diff(accounts, prepend=-1) != 0
    ends = np.append(np.flatnonzero(starts)[1:], len(starts))
    after = np.repeat(ends, np.diff(ends, prepend=0)) - np.arange(len(starts)) - 1  # how many it is paired with
    by_block = np.argsort(block, kind="stable")
    cuts = np.flatnonzero(np.diff(np.cumsum(after[by_block]) // _PAIRS))
    cuts = each_once(np.searchsorted(block[by_block], block[by_block][cuts]))  # all pairs of a block at once
    for some in np.split(by_block, cuts):
        times = after[some]
        one = np.repeat(some, times)
        other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(times) - times, times)
        yield Blocks.of(accounts[one], block[one] * len(names) + block[other])


def _runs(large: Blocks, place: np.ndarray) -> Blocks:
    """Blocks by day, in runs that overlap by half."""
    starts = np.flatnonzero(np.diff(large.numbers, prepend=-1))
    sizes = np.diff(starts, append=len(large.numbers))
    _, placed = sorted_rows(np.repeat(np.arange(len(starts)), sizes), place[large.accounts])
    account = np.empty(len(place), large.accounts.dtype)
    account[place] = np.arange(len(place))
    many = np.maximum(0, -(-(sizes - WIDEST // 2) // (WIDEST // 2)))  # runs of each block
    begins = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
    begins = begins * (WIDEST // 2)
    lengths = np.minimum(WIDEST, np.repeat(sizes, many) - begins)
    number = np.repeat(np.arange(len(lengths)), lengths)
    inside = np.arange(len(number)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    rows = (np.repeat(starts, many) + begins)[number] + inside
    return Blocks(account[placed[rows]], number)
