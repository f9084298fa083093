"""Decisions on whether two things are one, with their grounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple


class Merge(NamedTuple):
    """A decision on two things that may be one, with its grounds."""

    one: str
    """Name and place of the first, for a reader."""
    other: str
    score: float
    """0 to 1."""
    reason: str
    accepted: bool


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
