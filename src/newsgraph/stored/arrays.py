"""Long columns of numbers, in memory or in a temporary file that is read where it lies.

What is compared across articles goes over millions of numbers a part at a time. In a file they take memory only while
a part is looked at: `release` gives back what was read.
"""

from __future__ import annotations

import contextlib
import ctypes
import mmap
import sys
import tempfile
import weakref
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, Any, overload

import numpy as np

from newsgraph.errors import OutputError
from newsgraph.stored.numbers import Numbers, StoredNumbers

_COPIED = 1 << 22
"""Bytes that are copied at once."""
_WAITING = 1 << 13
"""Bytes of a column that are put away at once."""
_ALIGNED = 64
"""Bytes at whose multiples columns begin."""
_NUMBERS = 1 << 17
"""Numbers of a column that are made at once."""


class Column:
    """A column in the making."""

    def __init__(self, dtype: Any) -> None:
        self.dtype = np.dtype(dtype)
        self._parts: list[np.ndarray] = []

    def append(self, part: np.ndarray) -> None:
        """Put numbers at the end."""
        self._parts.append(np.ascontiguousarray(part, self.dtype).ravel())

    def whole(self) -> np.ndarray:
        """All of it; the parts are let go."""
        parts, self._parts = self._parts, []
        return np.concatenate([np.empty(0, self.dtype), *parts])


class Arrays:
    """Columns in memory."""

    spread = 16
    """How many times as much is worked on at once as where memory is to be saved."""

    def column(self, dtype: Any) -> Column:
        """A new one."""
        return Column(dtype)

    def lay(self, columns: Sequence[Column]) -> list[np.ndarray]:
        """Columns that are whole, to be read; nothing is put at their ends any more."""
        return [column.whole() for column in columns]

    def rows(self, numbers: Column, sizes: Column) -> Ragged:
        """Rows of several lengths, from the columns of all their numbers and of how many each has."""
        laid = self.lay([numbers, sizes])
        return Ragged(laid[0], laid[1], self)

    def keep(self, numbers: np.ndarray) -> np.ndarray:
        """The same numbers, where columns are."""
        return numbers

    def room(self, dtype: Any, size: int) -> np.ndarray:
        """Zeros that are to be written over, in any order."""
        return np.zeros(size, dtype)

    def copied(self, numbers: np.ndarray) -> np.ndarray:
        """The same numbers, to be written over."""
        found = self.room(numbers.dtype, len(numbers))
        for start in range(0, len(numbers), _NUMBERS):
            found[start : start + _NUMBERS] = numbers[start : start + _NUMBERS]
        return found

    def counted(self, size: int) -> np.ndarray:
        """The numbers from 0 on, to be written over."""
        found = self.room(np.int32, size)
        for start in range(0, size, _NUMBERS):
            found[start : start + _NUMBERS] = np.arange(start, min(start + _NUMBERS, size), dtype=np.int32)
        return found

    def ends(self, sizes: np.ndarray, *, size: int | None = None) -> np.ndarray:
        """Where each of several rows begins that stand one after the other, and where the last one ends.

        With the `size` of all together in as few bits as it needs, as tables have it.
        """
        short = size is not None and size < 1 << 31
        column, total = self.column(np.int32 if short else np.int64), 0
        column.append(np.zeros(1, np.int64))
        for start in range(0, len(sizes), _NUMBERS):
            some = np.cumsum(sizes[start : start + _NUMBERS], dtype=np.int64) + total
            total = int(some[-1])
            column.append(some)
        return self.lay([column])[0]

    def release(self) -> None:
        """What was read is not needed for now."""

    def numbers(self) -> Numbers:
        """Things as numbers: none is known yet."""
        return Numbers()


class _StoredColumn(Column):
    def __init__(self, dtype: Any, file: IO[bytes]) -> None:
        super().__init__(dtype)
        self._file = file
        self._waiting = bytearray()
        self._starts, self._sizes = array("q"), array("q")

    def append(self, part: np.ndarray) -> None:
        """Put numbers at the end."""
        self._waiting += np.ascontiguousarray(part, self.dtype).tobytes()
        if len(self._waiting) >= _WAITING:
            self._put_away()

    def pieces(self) -> Iterator[tuple[int, int]]:
        """Where its parts begin in the file, and how many bytes they are."""
        if self._waiting:
            self._put_away()
        return zip(self._starts, self._sizes, strict=True)

    def _put_away(self) -> None:
        with told_if_full():
            start = self._file.seek(0, 2)
            self._file.write(self._waiting)
        if self._sizes and self._starts[-1] + self._sizes[-1] == start:
            self._sizes[-1] += len(self._waiting)
        else:
            self._starts.append(start)
            self._sizes.append(len(self._waiting))
        self._waiting = bytearray()


class StoredArrays(Arrays):
    """Columns in a temporary file.

    Raises:
        OutputError: the disk is full.
    """

    spread = 1

    def __init__(self) -> None:
        self._staged: IO[bytes] | None = None
        self._open = 0
        """Columns that are not laid yet."""
        self._maps: weakref.WeakSet[mmap.mmap] = weakref.WeakSet()

    def column(self, dtype: Any) -> Column:
        """A new one."""
        if self._staged is None:
            self._staged = tempfile.TemporaryFile(prefix="newsgraph-")  # noqa: SIM115 (open until all are laid)
            weakref.finalize(self, self._staged.close)
        self._open += 1
        return _StoredColumn(dtype, self._staged)

    def lay(self, columns: Sequence[Column]) -> list[np.ndarray]:
        """Columns that are whole, to be read; nothing is put at their ends any more."""
        assert self._staged is not None
        places: list[tuple[int, int]] = []
        with told_if_full(), tempfile.TemporaryFile(prefix="newsgraph-") as file:
            for column in columns:
                assert isinstance(column, _StoredColumn)
                places.append((file.tell(), _copy(self._staged, column.pieces(), file)))
                file.write(bytes(-file.tell() % _ALIGNED or _ALIGNED))
            file.flush()
            found = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._open -= len(columns)
        if not self._open:
            self._staged.close()
            self._staged = None
        self._maps.add(found)
        return [
            np.frombuffer(found, column.dtype, size // column.dtype.itemsize, start)
            for column, (start, size) in zip(columns, places, strict=True)
        ]

    def keep(self, numbers: np.ndarray) -> np.ndarray:
        """The same numbers, where columns are."""
        column = self.column(numbers.dtype)
        column.append(numbers)
        return self.lay([column])[0]

    def room(self, dtype: Any, size: int) -> np.ndarray:
        """Zeros that are to be written over, in any order."""
        left = max(1, size * np.dtype(dtype).itemsize)
        with told_if_full(), tempfile.TemporaryFile(prefix="newsgraph-") as file:
            for start in range(0, left, _COPIED):  # written, so that a full disk is told now
                file.write(bytes(min(_COPIED, left - start)))
            file.flush()
            found = mmap.mmap(file.fileno(), 0)
        self._maps.add(found)
        return np.frombuffer(found, dtype, size)

    def numbers(self) -> Numbers:
        """Things as numbers: none is known yet."""
        return StoredNumbers()

    def release(self) -> None:
        """What was read is not needed for now."""
        for found in self._maps:
            with contextlib.suppress(AttributeError, ValueError):  # not on Windows, which does so by itself
                found.madvise(mmap.MADV_DONTNEED)


def give_back() -> None:
    """Let the system have the memory that is free by now: the C library would keep it for later (glibc)."""
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "malloc_trim"):
        library.malloc_trim(0)


@contextlib.contextmanager
def told_if_full() -> Iterator[None]:
    """A full disk is told in a line."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{tempfile.gettempdir()}: can't hold what is compared ({error.strerror}); free some space, or set TMPDIR"
        ) from None


def _copy(staged: IO[bytes], pieces: Iterable[tuple[int, int]], file: IO[bytes]) -> int:
    size = 0
    for start, length in pieces:
        staged.seek(start)
        for left in range(length, 0, -_COPIED):
            size += file.write(staged.read(min(left, _COPIED)))
    return size


class Ragged(Sequence[np.ndarray]):
    """Rows of several lengths, one after the other in one column."""

    def __init__(self, numbers: np.ndarray, sizes: np.ndarray, arrays: Arrays | None = None) -> None:
        """Where rows end lies where `arrays` are, by default in memory."""
        self.numbers = numbers
        self.ends = (arrays or Arrays()).ends(sizes)

    @classmethod
    def of_ends(cls, numbers: np.ndarray, ends: np.ndarray) -> Ragged:
        """Rows of which it is known where they end."""
        found = cls.__new__(cls)
        found.numbers, found.ends = numbers, ends
        return found

    def __len__(self) -> int:
        return len(self.ends) - 1

    @overload
    def __getitem__(self, place: int) -> np.ndarray: ...
    @overload
    def __getitem__(self, place: slice) -> list[np.ndarray]: ...
    def __getitem__(self, place: int | slice) -> np.ndarray | list[np.ndarray]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        place %= len(self)
        return self.numbers[self.ends[place] : self.ends[place + 1]]

    def of(self, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The numbers of some rows, each with the position of its row among `places`."""
        sizes = self.ends[places + 1] - self.ends[places]
        which = np.repeat(np.arange(len(places)), sizes)
        inside = np.arange(len(which)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        return self.numbers[self.ends[places][which] + inside], which
