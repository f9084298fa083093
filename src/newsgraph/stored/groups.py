"""Numbers that have a key in common: what is put together across articles, in memory or in temporary files.

In files they are sorted a part at a time, so that memory holds a part, however many there are.
"""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice, pairwise
from typing import overload

import numpy as np

from newsgraph.stored.arrays import Arrays, Column
from newsgraph.stored.sorted_numbers import order_of

_WAITING = 50_000
"""Numbers that are put away at once."""
_READ = 1 << 16
"""Numbers that are looked at at once."""
_LARGEST = 1 << 17
"""Keys that are sorted in memory; of more, a part at a time (`Arrays.spread` times as many, where there is room)."""
_DEALT = 1 << 15
"""Keys that are dealt among parts at a time (`Arrays.spread` times as many)."""
_BITS = 7
"""By so many bits of their keys parts are told apart."""


class SortedParts:
    """Keys of 64 bits, each with a number, to be gone through in order, a part at a time."""

    def __init__(self, arrays: Arrays, *, shift: int = 64 - _BITS) -> None:
        """They lie where `arrays` are; parts are told apart by the bits from `shift` on."""
        self._arrays, self._shift = arrays, shift
        self._largest, self._dealt = _LARGEST * arrays.spread, _DEALT * arrays.spread
        self._waiting: list[tuple[np.ndarray, np.ndarray]] = []
        self._size = 0
        self._parts: list[tuple[Column, Column]] = []

    def append(self, keys: np.ndarray, numbers: np.ndarray) -> None:
        """Put some there."""
        self._waiting.append((keys, numbers.astype(np.int32, copy=False)))
        self._size += len(keys)
        if self._size > (self._dealt if self._parts else self._largest):
            self._deal()

    def __iter__(self) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """The keys in order, and their numbers in the order in which they came; all of a key together; once."""
        if not self._parts:
            if self._size:
                yield _in_order(*self._whole())
            return
        self._deal()
        parts, self._parts = self._parts, []
        for columns in parts:
            keys, numbers = self._arrays.lay(columns)
            if len(keys):
                yield from self._part(keys, numbers) if len(keys) > self._largest else (_in_order(keys, numbers),)
                self._arrays.release()

    def numbers(self, most: int) -> Iterator[np.ndarray]:
        """The numbers alone, of several keys together `most` at most; those of a key that has more, by themselves."""
        waiting, count = list[np.ndarray](), 0
        for keys, numbers in self:
            ends, start = np.append(np.flatnonzero(keys[1:] != keys[:-1]) + 1, len(keys)), 0
            while start < len(keys):
                fitting = int(np.searchsorted(ends, start + most - count, "right"))
                following = int(np.searchsorted(ends, start, "right"))
                if fitting <= following and count:
                    yield np.concatenate(waiting)
                    waiting, count = [], 0
                    continue
                end = int(ends[max(following, fitting - 1)])
                waiting.append(numbers[start:end])
                count, start = count + end - start, end
        if count:
            yield np.concatenate(waiting)

    def _part(self, keys: np.ndarray, numbers: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """A part that is too large to be sorted in memory, in parts; what has one key is in order."""
        if not self._shift:
            yield keys, numbers
            return
        finer = SortedParts(self._arrays, shift=max(0, self._shift - _BITS))
        for start in range(0, len(keys), self._dealt):
            finer.append(keys[start : start + self._dealt], numbers[start : start + self._dealt])
            self._arrays.release()
        yield from finer

    def _whole(self) -> tuple[np.ndarray, np.ndarray]:
        waiting, self._waiting, self._size = self._waiting, [], 0
        return np.concatenate([keys for keys, _ in waiting]), np.concatenate([numbers for _, numbers in waiting])

    def _deal(self) -> None:
        """Divide what waits among the parts."""
        if not self._parts:
            self._parts = [(self._arrays.column(np.int64), self._arrays.column(np.int32)) for _ in range(1 << _BITS)]
        if not self._size:
            return
        whole = self._whole()
        for start in range(0, len(whole[0]), self._dealt):
            keys, numbers = (column[start : start + self._dealt] for column in whole)
            places = (keys >> self._shift).astype(np.uint8) & (1 << _BITS) - 1
            if self._shift == 64 - _BITS:
                places ^= 1 << _BITS - 1  # what is below 0 is first
            order = np.argsort(places, kind="stable")
            keys, numbers = keys[order], numbers[order]
            ends = np.cumsum(np.bincount(places, minlength=1 << _BITS)).tolist()
            for columns, (low, high) in zip(self._parts, pairwise([0, *ends]), strict=True):
                if low < high:
                    columns[0].append(keys[low:high])
                    columns[1].append(numbers[low:high])


def _in_order(keys: np.ndarray, numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    order = order_of(keys)
    return keys[order], numbers[order]


class Groups:
    """Numbers that have a key in common, together.

    Of a key its hash is kept: two keys of one hash of 64 bits would be taken for one, by a chance of one in 10^9 where
    there are a hundred thousand keys.
    """

    def __init__(self, arrays: Arrays) -> None:
        """The numbers lie where `arrays` are."""
        self._arrays = arrays
        self._keys, self._numbers = array("q"), array("l")
        """Those that are not put away yet."""
        self._parts = SortedParts(arrays)

    def add(self, key: Hashable, number: int) -> None:
        """Put a number under a key."""
        self._keys.append(hash(key))
        self._numbers.append(number)
        if len(self._keys) >= _WAITING:
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
        keys, numbers = self._keys, self._numbers
        self._keys, self._numbers = array("q"), array("l")
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
        self._rows = arrays.rows(letters, sizes)

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
