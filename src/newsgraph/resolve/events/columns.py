"""The profiles of all accounts as columns of numbers and sets, so that many pairs are compared at once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse

from newsgraph.resolve.events.accounts import COUNTED
from newsgraph.resolve.events.almanac import Almanac
from newsgraph.resolve.events.profiles import Profile, Side
from newsgraph.resolve.events.rarity import Vectors
from newsgraph.resolve.events.sets import Sets
from newsgraph.stored.arrays import Arrays
from newsgraph.stored.numbers import Numbers
from newsgraph.stored.remembered import remembered

NO_DAY = -1
"""Stands in a column of days, given as ordinals, where there is none."""
_AT_LAW = frozenset(("arrest", "charge", "verdict", "sentence"))
_STEPS = (-1, 0, 1)
_ACCOUNTS = 100_000
"""Accounts whose names are looked at at a time."""


@remembered(10_000)
def _around(cells: frozenset[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    """Squares of the map, and those that touch them."""
    return frozenset((x + i, y + j) for x, y in cells for i in _STEPS for j in _STEPS)


@dataclass(frozen=True, slots=True)
class SideColumns:
    """Who is on one side of a deed, or where it was, for each account."""

    named: Sets
    heads: Sets
    countries: Sets
    states: Sets
    sectors: Sets
    cells: Sets
    around: Sets
    """The cells, and those that touch them."""
    has_other: np.ndarray
    """Whether it is in a country that is not named itself."""


@dataclass(frozen=True, slots=True)
class AlmanacColumns:
    """Days without a year, for each account."""

    weekdays: Sets
    dates: Sets


class Columns:
    """The profiles as columns; `profiles[i]` is row i."""

    def __init__(
        self, profiles: Sequence[Profile], articles: Vectors, sentences: Vectors,
        numbers: Numbers | None = None,
    ) -> None:
        """Columns of a part of the profiles share the `numbers` of things with those of other parts."""
        self.articles, self.sentences = articles, sentences
        self._numbers = Numbers() if numbers is None else numbers
        self._named: dict[tuple[str, ...], np.ndarray] = {}
        self.kind = self._codes(p.account.kind for p in profiles)
        self.factuality = self._codes(p.account.factuality for p in profiles)
        self.name = self._codes(p.name for p in profiles)
        self.numbered = np.array([p.name is not None and any(map(str.isdigit, p.name)) for p in profiles], bool)
        """Whether the name has a number in it: a day, a year, which one it is."""
        self.article = np.array([p.article for p in profiles], np.int64)
        self.story = np.array([p.story for p in profiles], np.int64)
        self.company = np.array([p.company for p in profiles], float)
        self.sentence = np.array([p.sentence for p in profiles], np.int64)
        self.published = np.array([p.published.toordinal() if p.published else NO_DAY for p in profiles], np.int64)
        self.first = np.array([p.days[0].toordinal() if p.days else NO_DAY for p in profiles], np.int64)
        self.last = np.array([p.days[1].toordinal() if p.days else NO_DAY for p in profiles], np.int64)
        self.main = np.array([p.main for p in profiles], bool)
        self.alone = np.array([p.alone for p in profiles], bool)
        self.many = np.array([p.many for p in profiles], bool)
        self.another = np.array([p.another for p in profiles], bool)
        self.at_law = np.array([not p.sorts.isdisjoint(_AT_LAW) for p in profiles], bool)
        """Whether somebody is held to account in it: arrested, charged, convicted."""
        self.is_deed = np.array([p.is_deed for p in profiles], bool)
        self.stems = self._sets(p.stems for p in profiles)
        self.sorts = self._sets(p.sorts for p in profiles)
        self.happenings = self._sets(p.happenings for p in profiles)
        self.modes = self._sets(p.modes for p in profiles)
        self.names = self._sets(p.names for p in profiles)
        self.almanac = self._almanac([p.almanac for p in profiles])
        self.lead = self._almanac([p.lead for p in profiles])
        self.leads = self._sets(p.leads for p in profiles)
        self.dead = self._sets(p.dead for p in profiles)
        self.agent = self._side([p.agent for p in profiles])
        self.target = self._side([p.target for p in profiles])
        self.place = self._side([p.place for p in profiles])
        self.least = self._counts(profiles, 0)
        """A row for each account, a column for each of `COUNTED`; -1 where no number is told."""
        self.most = self._counts(profiles, 1)
        self.counted = (self.least >= 0) @ (1 << np.arange(len(COUNTED)))
        """A bit for each number that is told."""

    def code(self, value: Hashable) -> int:
        """The number of a value in the columns of codes; None has -1."""
        return -1 if value is None else self._numbers[value]

    def named_of(self, kinds: tuple[str, ...]) -> np.ndarray:
        """For each account whether it has a name that one of these kinds has."""
        if kinds not in self._named:
            codes, size = [self.code(kind) for kind in kinds], len(self.kind)
            parts = [slice(start, start + _ACCOUNTS) for start in range(0, size, _ACCOUNTS)]
            names = {name for part in parts for name in self.name[part][np.isin(self.kind[part], codes)].tolist()}
            found = self._named[kinds] = self.articles.arrays.room(bool, size)
            for part in parts:
                found[part] = np.isin(self.name[part], list(names))
        return self._named[kinds]

    def _codes(self, values: Iterable[Hashable]) -> np.ndarray:
        return np.array([self.code(value) for value in values], np.int64)

    def _sets(self, sets: Iterable[frozenset[Hashable]]) -> Sets:
        return Sets(sets, self._numbers)

    def _side(self, sides: Sequence[Side]) -> SideColumns:
        made = {id(side): side for side in sides}  # the same few actors are on most of them
        place = {number: row for row, number in enumerate(made)}
        rows = np.fromiter(map(place.__getitem__, map(id, sides)), np.int32, len(sides))
        once = made.values()

        def sets(of: Iterable[frozenset[Hashable]]) -> Sets:
            return self._sets(of).some(rows)

        return SideColumns(
            sets(s.named for s in once), sets(s.heads for s in once), sets(s.countries for s in once),
            sets(s.states for s in once), sets(s.sectors for s in once), sets(s.cells for s in once),
            sets(_around(s.cells) for s in once), np.array([not s.countries <= s.states for s in once], bool)[rows],
        )

    def _almanac(self, some: Sequence[Almanac]) -> AlmanacColumns:
        return AlmanacColumns(self._sets(a.weekdays for a in some), self._sets(a.dates for a in some))

    def _counts(self, profiles: Sequence[Profile], end: int) -> np.ndarray:
        rows = [[p.counts[what][end] if what in p.counts else -1 for what in COUNTED] for p in profiles]
        return np.array(rows, np.int64).reshape(-1, len(COUNTED))


class _Part(NamedTuple):
    """An array of a part that is put at the end of those of other parts."""

    numbers: np.ndarray
    raised: int = 0
    """By how much the numbers of later parts are raised: as these begin with what stands behind this part."""
    first: int = 0
    """The number that later parts begin with: ends of rows have the 0 once."""


class PartedArrays:
    """What holds arrays, tables among them, and comes in parts that are let go."""

    def __init__(self, empty: Any, arrays: Arrays) -> None:
        """`empty` is a part of nothing."""
        self._arrays, parts = arrays, _flat(empty)
        self._columns = [arrays.column(np.int32 if part.first else part.numbers.dtype) for part in parts]
        self._raised = [0] * len(parts)
        """What the numbers of the next part are raised by."""
        for column, part in zip(self._columns, parts, strict=True):
            column.append(part.numbers)

    def enter(self, part: Any) -> None:
        """Put one at the end."""
        for number, (column, (own, raised, first)) in enumerate(zip(self._columns, _flat(part), strict=True)):
            column.append(own[first:] + self._raised[number] if self._raised[number] else own[first:])
            self._raised[number] += raised

    def fill(self, empty: Any) -> None:
        """Let a part of nothing be all of them."""
        _fill(empty, iter(self._arrays.lay(self._columns)))


class PartedColumns:
    """The columns of profiles that come in parts and are let go."""

    def __init__(self, articles: Vectors) -> None:
        self._articles = articles
        self._nothing = Vectors(Numbers(), ())
        self._numbers = articles.arrays.numbers()
        self._parts = PartedArrays(self._of((), self._nothing), articles.arrays)

    def enter(self, profiles: Sequence[Profile]) -> None:
        """Put some at the end."""
        self._parts.enter(self._of(profiles, self._nothing))

    def whole(self, sentences: Vectors) -> Columns:
        """All of them."""
        found = self._of((), sentences)
        self._parts.fill(found)
        return found

    def _of(self, profiles: Sequence[Profile], sentences: Vectors) -> Columns:
        return Columns(profiles, self._articles, sentences, self._numbers)


_APART = ("articles", "sentences", "_numbers", "_named")
"""What all parts have in common."""


def _inner(value: Any) -> list[str]:
    """The names of what holds columns in columns."""
    if is_dataclass(value):
        return [field.name for field in fields(value)]
    return [name for name in vars(value) if name not in _APART]


def _flat(value: Any) -> list[_Part]:
    """The arrays in columns, one after the other."""
    if isinstance(value, np.ndarray):
        return [_Part(value)]
    if sparse.issparse(value):
        return [_Part(value.data), _Part(value.indices), _Part(value.indptr, int(value.indptr[-1]), 1)]
    raised = {"codes": value.rows} if isinstance(value, Sets) else {}
    return [
        part._replace(raised=raised.get(name, part.raised))
        for name in _inner(value) for part in _flat(getattr(value, name))
    ]  # fmt: skip


def _fill(value: Any, arrays: Iterator[np.ndarray]) -> None:
    """Let columns have other arrays."""
    for name in _inner(value):
        part = getattr(value, name)
        if isinstance(part, np.ndarray):
            found: Any = next(arrays)
            found = found.reshape(-1, *part.shape[1:])
        elif sparse.issparse(part):
            data, indices, ends = (next(arrays) for _ in range(3))
            found = sparse.csr_matrix((data, indices, ends), shape=(len(ends) - 1, part.shape[1]))
        else:
            _fill(part, arrays)
            continue
        object.__setattr__(value, name, found)


class Pairs:
    """Pairs of accounts, by the numbers of both, with what several comparisons ask for."""

    def __init__(self, columns: Columns, one: np.ndarray, other: np.ndarray) -> None:
        self.of, self.one, self.other = columns, one, other
        self._found: dict[str, np.ndarray] = {}

    def once(self, name: str, find: Callable[[], np.ndarray]) -> np.ndarray:
        """What several comparisons ask for, computed at the first call."""
        if name not in self._found:
            self._found[name] = find()
        return self._found[name]

    def some(self, rows: np.ndarray) -> Pairs:
        """Some of the pairs, with what is known of them."""
        found = Pairs(self.of, self.one[rows], self.other[rows])
        found._found = {name: known[rows] for name, known in self._found.items()}
        return found

    def both(self, column: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """A column at the first and at the second account."""
        return column[self.one], column[self.other]

    def sizes(self, sets: Sets) -> tuple[np.ndarray, np.ndarray]:
        """How many things of a sort the first and the second account have."""
        return sets.sizes(self.one), sets.sizes(self.other)

    def shared(self, sets: Sets, other: Sets | None = None) -> np.ndarray:
        """How many things of a sort are in common."""
        return sets.shared(sets if other is None else other, self.one, self.other)

    def crosswise(self, sets: Sets, other: Sets) -> np.ndarray:
        """Whether one account has in `sets` what the other has in `other`, or the other way round."""
        return (self.shared(sets, other) > 0) | (other.shared(sets, self.one, self.other) > 0)

    def same(self, column: np.ndarray) -> np.ndarray:
        """Whether both have one value."""
        return np.asarray(column[self.one] == column[self.other])

    @cached_property
    def in_one_article(self) -> np.ndarray:
        """Whether one article tells both."""
        return self.same(self.of.article)

    @cached_property
    def publication_gap(self) -> np.ndarray:
        """Days between the publications; -1 where one is not known."""
        one, other = self.both(self.of.published)
        return np.where((one == NO_DAY) | (other == NO_DAY), -1, np.abs(one - other))
