"""Things that are gone through several times: in memory where they are few, else in a temporary file."""

from __future__ import annotations

import struct
import tempfile
import weakref
from collections.abc import Callable, Collection, Iterable, Iterator
from heapq import merge
from itertools import chain, islice
from typing import Any

import msgspec

from newsgraph.stored.arrays import told_if_full

_pack = msgspec.msgpack.Encoder().encode
_SIZE = struct.Struct("<I")
"""How many bytes a thing has: so it begins."""
_AT_ONCE = 1 << 16
"""Bytes that are written, and read, at once."""


def listed[T](found: Iterable[T], sort: type[T], held: int) -> Collection[T]:
    """Things of a sort that msgspec can write; in a file where there are more than `held`.

    Raises:
        OutputError: the disk is full.
    """
    left = iter(found)
    first = list(islice(left, held + 1))
    return first if len(first) <= held else StoredList(chain(first, left), sort)


def ordered[T](found: Iterable[T], key: Callable[[T], Any], sort: type[T], held: int) -> Iterable[T]:
    """The same in an order, of equals the first first; so many are sorted in memory, more of them in files.

    Raises:
        OutputError: the disk is full.
    """
    left, runs = iter(found), list[StoredList[T]]()
    while some := sorted(islice(left, held), key=key):
        if len(some) < held and not runs:
            return some
        runs.append(StoredList(some, sort))
        if len(runs) >= _RUNS:
            runs = [StoredList(merge(*runs, key=key), sort)]
    return merge(*runs, key=key)


_RUNS = 30
"""Files of things in order that are read at once."""


class StoredList[T](Collection[T]):
    """Things in a temporary file, each made whenever it is gone through."""

    def __init__(self, found: Iterable[T], sort: Any) -> None:
        self._file = tempfile.TemporaryFile(prefix="newsgraph-")  # noqa: SIM115 (open as long as it is gone through)
        self._decode = msgspec.msgpack.Decoder(sort).decode
        self._size = 0
        weakref.finalize(self, self._file.close)
        waiting = bytearray()
        for thing in found:
            packed = _pack(thing)
            waiting += _SIZE.pack(len(packed)) + packed
            self._size += 1
            if len(waiting) >= _AT_ONCE:
                self._write(waiting)
        self._write(waiting)

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[T]:
        at, left = 0, b""
        while some := self._read(at):
            at, left, place = at + len(some), left + some, 0
            while len(left) >= (begin := place + _SIZE.size):
                end = begin + _SIZE.unpack_from(left, place)[0]
                if end > len(left):
                    break
                yield self._decode(left[begin:end])
                place = end
            left = left[place:]

    def __contains__(self, thing: object) -> bool:
        return any(own == thing for own in self)

    def _write(self, waiting: bytearray) -> None:
        with told_if_full():
            self._file.write(waiting)
            self._file.flush()
        waiting.clear()

    def _read(self, at: int) -> bytes:
        self._file.seek(at)
        return self._file.read(_AT_ONCE)
