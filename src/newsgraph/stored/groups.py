"""Numbers that have a key in common: what is put together across articles, in memory or in temporary files.

In files they are sorted a part at a time, so that memory holds a part, however many there are.
"""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import overload

import numpy as np

from newsgraph.stored.arrays import Arrays, Ragged

_WAITING = 50_000
"""Numbers that are put away at once."""
_READ = 1 << 16
"""Numbers that are looked at at once."""
_PART = 58
_PARTS = 1 << 64 - _PART
"""Parts that are sorted by themselves, by the highest bits of their keys."""


class SortedParts:
    """Keys of 64 bits, each with a number, to be gone through in order, a part at a time."""

    def __init__(self, arrays: Arrays) -> None:
        """They lie where `arrays` are."""
        self._arrays = arrays
        self._parts = [(arrays.column(np.int64), arrays.column(np.int32)) for _ in range(_PARTS)]

    def append(self, keys: np.ndarray, numbers: np.ndarray) -> None:
        """Put some there."""
        places = (keys >> _PART) + _PARTS // 2
        order = np.argsort(places, kind="stable")
        ends = np.searchsorted(places[order], np.arange(_PARTS + 1))
        for columns, low, high in zip(self._parts, ends[:-1], ends[1:], strict=True):
            if low < high:
                columns[0].append(keys[order[low:high]])
                columns[1].append(numbers[order[low:high]])

    def __iter__(self) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """The keys in order, and their numbers in the order in which they came; once."""
        parts, self._parts = self._parts, []
        for columns in parts:
            keys, numbers = self._arrays.lay(columns)
            order = np.argsort(keys, kind="stable")
            yield keys[order], numbers[order]
            self._arrays.release()


class Groups:
    """Numbers that have a key in common, together.

    Of a key its hash is kept: two keys of one hash of 64 bits would be taken for one, by a chance of one in 10^9 where
    there are a hundred thousand keys.
    """

    def __init__(self, arrays: Arrays) -> None:
        """The numbers lie where `arrays` are."""
        self._arrays = arrays
        self._waiting = array("q"), array("l")
        self._parts = SortedParts(arrays)

    def add(self, key: Hashable, number: int) -> None:
        """Put a number under a key."""
        self._waiting[0].append(hash(key))
        self._waiting[1].append(number)
        if len(self._waiting[0]) >= _WAITING:
            self._put_away()

    def add_all(self, key: Hashable, numbers: Iterable[int]) -> None:
        """Put several numbers under a key."""
        for number in numbers:
            self.add(key, number)

    def items(self) -> Iterator[tuple[int, list[int]]]:
        """The hash of each key with its numbers in the order in which they were put there; the keys are in no order."""
        keys, numbers = self._sorted
        begin = 0
        for start in range(0, len(keys), _READ):
            some = keys[start : start + _READ + 1]
            for end in (np.flatnonzero(some[1:] != some[:-1]) + start + 1).tolist():
                yield int(keys[begin]), numbers[begin:end].tolist()
                begin = end
            self._arrays.release()
        if begin < len(keys):
            yield int(keys[begin]), numbers[begin:].tolist()

    def __iter__(self) -> Iterator[list[int]]:
        """The numbers of each key."""
        return (numbers for _, numbers in self.items())

    def __contains__(self, key: object) -> bool:
        return isinstance(key, Hashable) and bool(self.of(key))

    def several(self) -> Iterator[list[int]]:
        """The same where a key has more than one number."""
        return (numbers for numbers in self if len(numbers) > 1)

    def of(self, key: Hashable) -> list[int]:
        """The numbers of a key."""
        keys, numbers = self._sorted
        sought = np.int64(hash(key))
        start = keys.searchsorted(sought)
        return list(numbers[start : keys.searchsorted(sought, "right")].tolist())

    @cached_property
    def _sorted(self) -> tuple[np.ndarray, np.ndarray]:
        """The keys in order, and their numbers: nothing is put there any more."""
        self._put_away()
        whole = self._arrays.column(np.int64), self._arrays.column(np.int32)
        for keys, numbers in self._parts:
            whole[0].append(keys)
            whole[1].append(numbers)
        keys, numbers = self._arrays.lay(whole)
        return keys, numbers

    def _put_away(self) -> None:
        keys, numbers = self._waiting
        self._waiting = array("q"), array("l")
        self._parts.append(np.array(keys, np.int64), np.array(numbers, np.int32))


class Texts(Sequence[str]):
    """Many short texts."""

    def __init__(self, texts: Iterable[str], arrays: Arrays) -> None:
        """They lie where `arrays` are."""
        letters, sizes = arrays.column(np.uint8), arrays.column(np.int32)
        left = iter(texts)
        while some := [text.encode("utf-8", "surrogatepass") for text in islice(left, _TEXTS)]:
            letters.append(np.frombuffer(b"".join(some), np.uint8))
            sizes.append(np.fromiter(map(len, some), np.int32, len(some)))
        self._rows = Ragged(*arrays.lay([letters, sizes]))

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        return self._rows[place].tobytes().decode("utf-8", "surrogatepass")


_TEXTS = 2_000
"""Texts that are put away at once."""
