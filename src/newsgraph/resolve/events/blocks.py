"""Which accounts are compared at all: those that share something rare, found without comparing all with all.

An account stands in a block for each rare thing that it has: a name, a place, a day, a rare word of its sentence or of
its article, each with the sort of deed. A block of more than `WIDEST` is divided by what else its members have, and
what no second thing divides is laid out by day and cut into overlapping runs. So no account and no block is left out,
no block is wide, and the work grows with the number of accounts. Each account is then compared with the `NEAREST`
that it shares most with; what many articles tell is linked through these like a net.
"""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from operator import itemgetter

import numpy as np
from scipy import sparse

from newsgraph.resolve.events.linkage import distinct
from newsgraph.resolve.events.profiles import Profile
from newsgraph.resolve.events.rarity import Vectors, greatest
from newsgraph.resolve.events.set_marks import marks_of
from newsgraph.stored.arrays import Arrays, Ragged
from newsgraph.stored.groups import SortedParts
from newsgraph.stored.sorted_numbers import each_once, sorted_rows
from newsgraph.stored.wide_tables import WideTable

WIDEST = 60
NEAREST = 40
_SENTENCE_WORDS = 6
_ARTICLE_WORDS = 8
_CELLS = 200_000
"""Accounts that others share a block with, when some are matched with all others at a time."""
_PAIRS = 200_000
"""Pairs of wide blocks of one account that are looked at at a time (`Arrays.spread` times as many)."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Which accounts stand in which blocks: two columns of numbers, block by block."""

    accounts: np.ndarray
    numbers: np.ndarray

    @classmethod
    def of(cls, accounts: np.ndarray, numbers: np.ndarray) -> Blocks:
        """Blocks of more than one account, from rows in any order."""
        ordered, within = sorted_rows(numbers, accounts)
        return cls.ordered(within, ordered)

    @classmethod
    def ordered(cls, accounts: np.ndarray, numbers: np.ndarray) -> Blocks:
        """The same from rows that are in order."""
        blocks = cls(accounts, numbers)
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

    def once(self) -> tuple[Blocks, np.ndarray, np.ndarray]:
        """One of those in which the same accounts stand; for each how many stand in it, and of how many it is one."""
        starts = np.flatnonzero(np.diff(self.numbers, prepend=-1))
        ends = np.append(starts, len(self.numbers))
        _, first, times = np.unique(marks_of(self.accounts, ends), return_index=True, return_counts=True)
        kept = np.zeros(len(starts), np.int64)
        kept[first] = times
        sizes = np.diff(ends)
        return self.some(np.repeat(kept > 0, sizes)), sizes[kept > 0], kept[kept > 0]


class Things:
    """What accounts have that may bring them together: the accounts are entered in parts."""

    def __init__(self, arrays: Arrays | None = None) -> None:
        self._arrays = arrays or Arrays()
        self._columns = [self._arrays.column(dtype) for dtype in (np.int64, np.int32, np.int32, np.int32, np.int32)]
        self._sorts: dict[str | None, int] = {None: 0}
        self._names = self._arrays.numbers()
        self._days, self._day = self._arrays.column(np.int32), dict[Hashable, int]()

    def enter(self, profiles: Sequence[Profile]) -> None:
        """Enter some accounts."""
        things, sorts = array("q"), array("l")
        sizes = np.empty((len(profiles), 2), np.int32)
        articles, names = np.empty(len(profiles), np.int32), np.full(len(profiles), -1, np.int32)
        known, days = self._sorts, np.empty(len(profiles), np.int32)
        of_kind = dict[tuple[frozenset[str], str], list[int]]()
        for number, profile in enumerate(profiles):
            days[number] = self._day.setdefault(profile.days or profile.published or "", len(self._day))
            articles[number] = profile.article
            if profile.name:
                names[number] = self._names[profile.name]
            own = {_ENTITIES + e for e in profile.agent.named | profile.target.named | profile.place.named}
            own.update([_DAYS + day.toordinal() for day in profile.days or ()])
            told = profile.happenings, profile.account.kind
            if (kinds := of_kind.get(told)) is None:
                own_kinds = sorted(told[0] | ({told[1]} - {"OTHER"}))
                kinds = of_kind[told] = [known.setdefault(kind, len(known)) for kind in own_kinds]
            sizes[number] = len(own), len(kinds)
            things.extend(own)
            sorts.extend(kinds)
        found: list[np.ndarray] = [np.array(things, np.int64), sizes[:, 0], np.array(sorts, np.int32), sizes[:, 1]]
        found.append(np.stack([articles, names], axis=1))
        for column, part in zip(self._columns, found, strict=True):
            column.append(part)
        self._days.append(days)

    @cached_property
    def days(self) -> np.ndarray:
        """For each account the number of what tells of its day, in the order of the words for it."""
        place = np.empty(len(self._day), np.int32)
        place[[self._day[day] for day in sorted(self._day, key=str)]] = np.arange(len(self._day))
        (found,), placed = self._arrays.lay([self._days]), self._arrays.column(np.int32)
        for start in range(0, len(found), _PAIRS):
            placed.append(place[found[start : start + _PAIRS]])
        return self._arrays.lay([placed])[0]

    def blocks(self, articles: Vectors, sentences: Vectors) -> Iterator[tuple[int, Blocks]]:
        """The blocks of all accounts, with their sorts of deeds, sort after sort.

        `articles` and `sentences` have their rarest words.
        """
        laid = self._arrays.lay(self._columns)
        things, sorts = (Ragged(laid[place], laid[place + 1], self._arrays) for place in (0, 2))
        told, names = laid[4].reshape(-1, 2).T
        in_article, in_sentence = _rarest(articles, _ARTICLE_WORDS), _rarest(sentences, _SENTENCE_WORDS)
        shift = 63 - len(self._sorts).bit_length() - _WIDTH
        dealt = SortedParts(self._arrays)
        for start in range(0, len(told), _ACCOUNTS):
            some = np.arange(start, min(start + _ACCOUNTS, len(told)), dtype=np.int32)
            named = some[names[some] >= 0]
            dealt.append(names[named].astype(np.int64) << shift, named)
            own, which = things.of(some)
            words, at = in_article.of(told[some])
            own, which = np.concatenate([own, words.astype(np.int64) + _ARTICLES]), np.concatenate([which, at])
            words, at = in_sentence.of(some)
            own, which = np.concatenate([own, words.astype(np.int64) + _SENTENCES]), np.concatenate([which, at])
            kinds, rows = sorts.of(some[which])
            dealt.append((kinds.astype(np.int64) << _WIDTH) + own[rows] << shift, some[which[rows]])
            self._arrays.release()
        for keys, accounts in dealt:
            of_sort = keys >> shift + _WIDTH
            cuts = np.flatnonzero(np.diff(of_sort, prepend=-1))
            for start, end in zip(cuts.tolist(), [*cuts[1:].tolist(), len(keys)], strict=True):
                blocks = Blocks.ordered(accounts[start:end], keys[start:end])
                yield int(of_sort[start]), blocks


def _rarest(vectors: Vectors, most: int) -> Ragged:
    """For each text, the columns of the words that weigh most in it."""
    rows = vectors.keywords(most)
    return Ragged.of_ends(rows.indices, rows.indptr)


_DAYS, _SENTENCES, _ARTICLES, _ENTITIES = (sort << 31 for sort in range(4))
"""What the number of a thing begins with."""
_WIDTH = 33
"""Bits that the number of a thing has."""
_ACCOUNTS = 5_000
"""Accounts whose things, or pairs, are looked at at a time."""


def candidate_pairs(profiles: Sequence[Profile], articles: Vectors, sentences: Vectors) -> np.ndarray:
    """Pairs of accounts that may be of one event: an array of two columns of their numbers."""
    things = Things()
    things.enter(profiles)
    found = pairs_of_blocks(things.blocks(articles, sentences), things.days)
    return np.concatenate([np.empty((0, 2), np.int64), *found])


def pairs_of_blocks(
    blocks: Iterable[tuple[int, Blocks]], days: np.ndarray, arrays: Arrays | None = None
) -> Iterator[np.ndarray]:
    """Pairs of accounts that share blocks, some accounts at a time; by `days` each account has its place.

    `blocks` come with their sorts, all of a sort together.
    """
    arrays, size = arrays or Arrays(), len(days)
    rows, shift = SortedParts(arrays), 63 - size.bit_length()
    members, sizes, weights = arrays.column(np.int32), arrays.column(np.int32), arrays.column(np.float64)
    width = 0
    for some in _divided(blocks, _by_day(days, arrays), arrays):
        once, wide, times = some.once()
        sizes.append(wide)
        weights.append(np.round((np.log(size / wide) + 1) * _EXACT) / _EXACT * times)
        members.append(once.accounts)
        rows.append(once.accounts.astype(np.int64) << shift, np.repeat(np.arange(len(wide)) + width, wide))
        width += len(wide)
    wide, standing, weighed = arrays.lay([sizes, members, weights])
    turned = WideTable(_turned(wide, standing, size, arrays), arrays)
    bits, found = size.bit_length(), SortedParts(arrays)
    narrow = 63 - 2 * bits
    for keys, numbers in rows:
        accounts = keys >> shift
        for low, high in _steps(accounts, wide[numbers]):
            first, last = int(accounts[low]), int(accounts[high - 1])
            cells = weighed[numbers[low:high]], (accounts[low:high] - first, numbers[low:high])
            found_here, others = turned.multiplied(sparse.csr_matrix(cells, shape=(last - first + 1, width)))
            here, there, _ = greatest(found_here, NEAREST + 1)
            pairs = distinct(np.stack([here + first, others[there]], axis=1))
            found.append((pairs[:, 0] << bits | pairs[:, 1]) << narrow, np.zeros(len(pairs), np.int32))
            arrays.release()
    for keys, _ in found:
        once = keys[np.diff(keys, prepend=-1) != 0] >> narrow
        yield np.stack([once >> bits, once & (1 << bits) - 1], axis=1)


def _steps(accounts: np.ndarray, sizes: np.ndarray) -> Iterator[tuple[int, int]]:
    """Rows of accounts in steps, all of an account in one; `sizes` say how many stand in the block of each."""
    starts = np.flatnonzero(np.diff(accounts, prepend=-1))
    cells = np.cumsum(sizes, dtype=np.int64)[starts] // _CELLS
    yield from pairwise([0, *starts[1:][np.diff(cells) > 0].tolist(), len(accounts)])


def _by_day(days: np.ndarray, arrays: Arrays) -> tuple[np.ndarray, np.ndarray]:
    """The place of each account in the order of days, and the account in each place."""
    place, account, ordered = arrays.counted(len(days)), arrays.column(np.int32), SortedParts(arrays)
    shift, first = 63 - int(days.max(initial=0)).bit_length(), 0
    for start in range(0, len(days), _PAIRS):
        some = days[start : start + _PAIRS].astype(np.int64)
        ordered.append(some << shift, np.arange(start, start + len(some)))
    for _, accounts in ordered:
        place[accounts] = np.arange(first, first + len(accounts))
        account.append(accounts)
        first += len(accounts)
    return place, arrays.lay([account])[0]


_EXACT = 1 << 20
"""Weights are multiples of one by this, so that their sums are exact and do not depend on an order."""


def _turned(sizes: np.ndarray, members: np.ndarray, size: int, arrays: Arrays) -> sparse.csr_matrix:
    """A row for each block, with ones for the accounts that stand in it."""
    ones = arrays.column(np.float64)
    for start in range(0, len(members), _PAIRS):
        ones.append(np.ones(min(_PAIRS, len(members) - start)))
    (laid,) = arrays.lay([ones])
    if not len(sizes):
        return sparse.csr_matrix((1, size))
    return sparse.csr_matrix((laid, members, arrays.ends(sizes, size=len(members))), shape=(len(sizes), size))


def _divided(
    blocks: Iterable[tuple[int, Blocks]], by_day: tuple[np.ndarray, np.ndarray], arrays: Arrays
) -> Iterator[Blocks]:
    """The blocks of each sort of deed, those that are too wide divided."""
    for _, of_sort in groupby(blocks, key=itemgetter(0)):
        wide = _Wide(len(by_day[0]), arrays)
        for _, own in of_sort:
            large = own.sizes > WIDEST
            yield own.some(~large)
            wide.enter(own.some(large))
        for twice in wide.twice():
            large = twice.sizes > WIDEST
            yield twice.some(~large)
            if large.any():
                yield _runs(twice.some(large), *by_day)


class _Wide:
    """Blocks that are too wide."""

    def __init__(self, size: int, arrays: Arrays) -> None:
        """They are of `size` accounts."""
        self._arrays, self._shift = arrays, 63 - size.bit_length()
        self._rows = SortedParts(arrays)
        self._count, self._most = 0, _PAIRS * arrays.spread

    def enter(self, blocks: Blocks) -> None:
        """Take some in."""
        if len(blocks.accounts):
            numbers = np.cumsum(np.diff(blocks.numbers, prepend=-1) != 0) + (self._count - 1)
            self._count = int(numbers[-1]) + 1
            self._rows.append(blocks.accounts.astype(np.int64) << self._shift, numbers)

    def twice(self) -> Iterator[Blocks]:
        """For any two blocks those that stand in both."""
        if self._count < 2:
            return
        account, block, after = (self._arrays.column(np.int32) for _ in range(3))
        by_block, first, shift = SortedParts(self._arrays), 0, 63 - self._count.bit_length()
        for keys, numbers in self._rows:
            starts = np.diff(keys, prepend=-1) != 0
            ends = np.append(np.flatnonzero(starts)[1:], len(starts))
            left = np.repeat(ends, np.diff(ends, prepend=0)) - np.arange(len(starts)) - 1
            for column, part in zip((account, block, after), (keys >> self._shift, numbers, left), strict=True):
                column.append(part)
            by_block.append(numbers.astype(np.int64) << shift, np.arange(first, first + len(keys)))
            first += len(keys)
        laid = self._arrays.lay([account, block, after])
        for keys, places in by_block:
            cuts = np.flatnonzero(np.diff(np.cumsum(laid[2][places], dtype=np.int64) // self._most))
            cuts = each_once(np.searchsorted(keys, keys[cuts]))  # all pairs of a block at once
            for some in np.split(places, cuts):
                yield from self._paired(some, *laid)
            self._arrays.release()

    def _paired(
        self, places: np.ndarray, account: np.ndarray, block: np.ndarray, after: np.ndarray
    ) -> Iterator[Blocks]:
        """Those that stand in a block and in one behind it, for blocks whose rows are at some places."""
        ends = np.cumsum(after[places], dtype=np.int64)
        steps = np.split(places, np.flatnonzero(np.diff(ends // self._most)))
        if len(steps) <= _STEPS:
            yield Blocks.of(*self._both(places, account, block, after))
            return
        found, shift = SortedParts(self._arrays), 63 - (self._count * self._count).bit_length()
        for some in steps:
            accounts, pairs = self._both(some, account, block, after)
            found.append(pairs << shift, accounts)
        for keys, accounts in found:
            yield Blocks.ordered(accounts, keys)

    def _both(
        self, places: np.ndarray, account: np.ndarray, block: np.ndarray, after: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        times = after[places]
        one = np.repeat(places, times)
        other = one + 1 + np.arange(len(one)) - np.repeat(np.cumsum(times) - times, times)
        return account[one], block[one].astype(np.int64) * self._count + block[other]


_STEPS = 2
"""How many times `_PAIRS` are sorted in memory."""


def _runs(large: Blocks, place: np.ndarray, account: np.ndarray) -> Blocks:
    """Blocks by day, in runs that overlap by half."""
    starts = np.flatnonzero(np.diff(large.numbers, prepend=-1))
    ends = np.append(starts, len(large.numbers))
    accounts, lengths = list[np.ndarray](), list[np.ndarray]()
    for low, high in _some_rows(ends):
        some, of = _runs_of(place[large.accounts[ends[low] : ends[high]]], ends[low : high + 1] - ends[low])
        accounts.append(account[some])
        lengths.append(of)
    sizes = np.concatenate(lengths)
    return Blocks(np.concatenate(accounts), np.repeat(np.arange(len(sizes), dtype=np.int32), sizes))


def _some_rows(ends: np.ndarray) -> Iterator[tuple[int, int]]:
    """Blocks that are looked at at a time, given by where each ends: the first one, and the one behind the last."""
    cuts = np.flatnonzero(np.diff(ends[:-1] // _ROWS)) + 1
    return pairwise([0, *cuts.tolist(), len(ends) - 1])


def _runs_of(places: np.ndarray, ends: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The runs of some blocks, one after the other, and how many stand in each."""
    starts, sizes = ends[:-1], np.diff(ends)
    _, placed = sorted_rows(np.repeat(np.arange(len(starts)), sizes), places)
    many = np.maximum(0, -(-(sizes - WIDEST // 2) // (WIDEST // 2)))  # runs of each block
    begins = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
    begins = begins * (WIDEST // 2)
    lengths = np.minimum(WIDEST, np.repeat(sizes, many) - begins)
    inside = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    return placed[np.repeat(np.repeat(starts, many) + begins, lengths) + inside], lengths


_ROWS = 20_000
"""Rows of wide blocks that are laid out at a time."""
