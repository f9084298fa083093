"""Decisions on whether two things are one, with their grounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from newsgraph.resolve.decisions import Item, Sort


class Pair(NamedTuple):
    """The two things of a decision in their records, each by its article and its id there."""

    sort: Sort
    one: Item
    other: Item


class Merge(NamedTuple):
    """A decision on two things that may be one, with its grounds."""

    one: str
    """Name and place of the first, for a reader."""
    other: str
    score: float
    """0 to 1."""
    reason: str
    accepted: bool
    pair: Pair | None = None
    """What the two are; None where a person has decided."""


def worded(merges: Iterable[Merge]) -> Iterator[Merge]:
    """Decisions as a reader is told of them: those in the same words once."""
    return iter(dict.fromkeys(merge._replace(pair=None) for merge in merges))


class Asked(Iterable[Merge]):
    """Decisions that are worded when somebody asks for them: of ten thousand articles there are a million."""

    def __init__(self, make: Callable[[], Iterable[Merge]]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[Merge]:
        return iter(self._make())

    def __reduce__(self) -> tuple[Callable[..., Iterable[Merge]], tuple[list[Merge]]]:
        return list, (list(self),)


class Merges(Iterable[Merge]):
    """Decisions of several sorts, in order and each once."""

    def __init__(self) -> None:
        self._parts: list[Iterable[Merge]] = []

    def extend(self, merges: Iterable[Merge]) -> None:
        """Enter those of a sort; they are not looked at before they are asked for."""
        self._parts.append(merges)

    def __iter__(self) -> Iterator[Merge]:
        return iter(sorted({merge for part in self._parts for merge in part}))

    def __reduce__(self) -> tuple[Callable[..., Iterable[Merge]], tuple[list[Merge]]]:
        return list, (list(self),)
