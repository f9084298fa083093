"""The entities that are compared across articles, by number, and sets of them, each looked up when it is asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from operator import attrgetter
from typing import overload

import numpy as np

from newsgraph.resolve.entities.article_entities import ArticleEntity
from newsgraph.stored.arrays import Arrays, Ragged


class KnownEntities:
    """The entities of articles that may be met in another one: numbered in the order of their keys."""

    arrays = Arrays()
    """Where what is compared lies."""

    def __init__(self, found: Iterable[ArticleEntity]) -> None:
        self._found = sorted(found, key=_by_key)

    def __len__(self) -> int:
        return len(self._found)

    def __getitem__(self, number: int) -> ArticleEntity:
        return self._found[number]

    @property
    def articles(self) -> Sequence[str]:
        """The ids of the articles that have some, in order."""
        return list(dict.fromkeys(local.key[0] for local in self._found))

    def of_article(self, article: str) -> Sequence[ArticleEntity]:
        """Those of an article."""
        start = bisect_left(self._found, (article, ""), key=_by_key)
        return self._found[start : bisect_left(self._found, (f"{article}\0", ""), start, key=_by_key)]

    def __iter__(self) -> Iterator[ArticleEntity]:
        return self.some(range(len(self)))

    def some(self, numbers: Iterable[int]) -> Iterator[ArticleEntity]:
        """Some of them, by their numbers."""
        return map(self._found.__getitem__, numbers)


_by_key = attrgetter("key")


class Members(Sequence[ArticleEntity]):
    """Some of the known entities, which are or may be one: each is looked up when it is asked for."""

    __slots__ = ("_known", "numbers")

    def __init__(self, known: KnownEntities, numbers: Sequence[int]) -> None:
        self._known, self.numbers = known, numbers

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, place: int) -> ArticleEntity: ...
    @overload
    def __getitem__(self, place: slice) -> Members: ...
    def __getitem__(self, place: int | slice) -> ArticleEntity | Members:
        if isinstance(place, slice):
            return Members(self._known, self.numbers[place])
        return self._known[self.numbers[place]]

    def __iter__(self) -> Iterator[ArticleEntity]:
        return self._known.some(self.numbers)

    def some(self, numbers: Sequence[int]) -> Members:
        """Others of the known entities."""
        return Members(self._known, numbers)


class Parted:
    """Sets of known entities."""

    def __init__(self, known: KnownEntities, sets: Ragged, places: np.ndarray | None = None) -> None:
        """`places` are those of the sets that count, by default all."""
        self._known, self._sets = known, sets
        self.arrays = known.arrays
        self._places = self.arrays.counted(len(sets)) if places is None else places

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, place: int) -> Members:
        return Members(self._known, self._sets[self._places[place]].tolist())

    def __iter__(self) -> Iterator[Members]:
        ends = self._sets.ends
        for start in range(0, len(self), _AT_ONCE):
            places = self._places[start : start + _AT_ONCE]
            numbers, begin = self._sets.of(places)[0].tolist(), 0
            for size in (ends[places + 1] - ends[places]).tolist():
                yield Members(self._known, numbers[begin : begin + size])
                begin += size

    def some(self, wanted: Callable[[Members], bool]) -> Parted:
        """Those of which something is true."""
        kept, found = self.arrays.column(np.int32), map(wanted, self)
        for start in range(0, len(self), _AT_ONCE):
            places = self._places[start : start + _AT_ONCE]
            kept.append(places[np.fromiter(islice(found, len(places)), bool, len(places))])
        return Parted(self._known, self._sets, self.arrays.lay([kept])[0])


_AT_ONCE = 1_000
"""Sets that are looked up at once where all are gone through."""


def meet(one: Members, other: Members) -> bool:
    """Whether one article speaks of both, and so tells them apart."""
    return not {local.key[0] for local in one}.isdisjoint(local.key[0] for local in other)


def are_abroad(one: Members, other: Members) -> bool:
    """Whether they are known to be of different countries."""
    first, second = ({local.country for local in group} - {None} for group in (one, other))
    return bool(first and second and not first & second)


def is_named(group: Sequence[ArticleEntity]) -> bool:
    """Whether some article has a name for them."""
    return any(local.names for local in group)


def is_linked(group: Sequence[ArticleEntity]) -> bool:
    """Whether it is known who or what in the world they are."""
    return any(local.entity.links for local in group)
