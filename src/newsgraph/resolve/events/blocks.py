"""Blocks of accounts: those that share something rare stand in one, a name, a place, a day, a rare word.

An account stands in a block for each rare thing that it has, of its sentence or of its article, each with the sort of
deed.
"""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from newsgraph.resolve.events.profiles import Profile
from newsgraph.resolve.events.rarity import Vectors
from newsgraph.resolve.events.set_marks import marks_of
from newsgraph.stored.arrays import Arrays, Ragged
from newsgraph.stored.groups import SortedParts
from newsgraph.stored.sorted_numbers import sorted_rows

_SENTENCE_WORDS = 6
_ARTICLE_WORDS = 8


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
        for start in range(0, len(found), _PLACED):
            placed.append(place[found[start : start + _PLACED]])
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
_PLACED = 200_000
"""Accounts of which the days are looked up at a time."""
