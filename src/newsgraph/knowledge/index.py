"""An index of names in one file: built from a stream, read through a memory map, a lookup about a microsecond.

The file holds records of (key, its entries), then a table of slots with open addressing that leads from the CRC-32 of
a key to its record. Nothing is read into memory but what is asked for. Numbers are in the byte order of the machine; a
slot has the length of a record in its upper bits and the place in its lower ones.
"""

from __future__ import annotations

import mmap
import sqlite3
import stat
import struct
import sys
from array import array
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, cast
from zlib import crc32

import msgspec
import numpy as np

from newsgraph.errors import KnowledgeError
from newsgraph.knowledge.entries import LONGEST_ABBREVIATION, NO_LINKS, Entry, joined_key, name_key
from newsgraph.knowledge.field_values import entry_fault

_MAGIC = b"NGNAMES2" if sys.byteorder == "little" else b"NGNAMESB"
_HEADER = struct.Struct("=8sQQQ")  # magic, where the slots begin, how many slots, how many names
_PLACE_BITS = 40
_PLACE = (1 << _PLACE_BITS) - 1
_MOST = 64  # entries that one name may have; more do not help to tell them apart
_BATCH = 20_000
_SLOTS = 1 << 20  # that are looked at together
_SMALL = 60_000  # slots of an index whose entries are all looked at when it is opened, in hundredths of a second
_LONGEST_SEARCH = 1000  # slots without an empty one; a third of a table is in use, so that a few are many
_LONGEST_REACH = 500  # words of a name; a key has at most as many characters

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(tuple[Entry, ...] | int).decode
_DEFAULTS = msgspec.structs.astuple(Entry("", "", links={}))


class NameIndex:
    """An index file that is open. Its entries are found as a `Gazetteer` finds its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            if not stat.S_ISREG(path.stat().st_mode):  # a pipe would be waited for
                raise ValueError("it is no file")
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            magic, begin, self._count, self.names = _HEADER.unpack_from(self._map, 0)
            if magic != _MAGIC:
                raise KnowledgeError(f"{path}: is no index of names; build one with `newsgraph knowledge build`")
            if not self._count or begin % 8 or begin + 8 * self._count != len(self._map):
                raise ValueError("it is cut short, or has more in it than it says")
        except (OSError, ValueError, struct.error) as error:
            reason = getattr(error, "strerror", None) or error
            raise KnowledgeError(f"{path}: can't be read as an index of names ({reason}); build it anew") from error
        self._whole = memoryview(self._map)
        self._slots = self._whole[begin:].cast("Q")
        self._check(begin)

    def _check(self, begin: int) -> None:
        """Look at where the slots lead, and at all entries of an index that is not large.

        Raises:
            KnowledgeError: the file is damaged.
        """
        for first in range(0, self._count, _SLOTS):
            slots = np.frombuffer(self._slots[first : first + _SLOTS], np.uint64)
            places = slots[slots > 0]
            starts, lengths = places & np.uint64(_PLACE), places >> np.uint64(_PLACE_BITS)
            if ((starts < _HEADER.size) | (starts + lengths > begin) | (lengths == 0)).any():
                raise self._damaged()
        if self._count <= _SMALL:
            for place in filter(None, self._slots):
                _, _, data = self._bytes_at(place)[1:].partition(b"\n")  # the key of a reach begins with a line feed
                self._decoded(data)

    def __len__(self) -> int:
        return int(self.names)

    def close(self) -> None:
        """Close the file."""
        self._slots.release()
        self._whole.release()
        self._map.close()

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """All that a name may stand for."""
        kept = joined_key(name)
        low = kept.lower()
        return self.find(low) if low == kept or len(kept) > LONGEST_ABBREVIATION else self.find(kept) + self.find(low)

    def find(self, key: str) -> tuple[Entry, ...]:
        """The entries of a key, in the order of the input.

        Raises:
            KnowledgeError: the file is damaged.
        """
        found = self._record(key)
        return found if isinstance(found, tuple) else ()

    def reach(self, word: str) -> int:
        """How many words the longest name has that begins with this key word; 0 if none does.

        Raises:
            KnowledgeError: the file is damaged.
        """
        found = self._record(f"\n{word}")
        return max(0, min(found, _LONGEST_REACH)) if isinstance(found, int) else 0

    def _record(self, key: str) -> tuple[Entry, ...] | int | None:
        """What stands under a key.

        Raises:
            KnowledgeError: the file is damaged.
        """
        if not key:
            return None
        sought = f"{key}\n".encode("utf-8", "surrogatepass")
        slots, count = self._slots, self._count
        slot = crc32(sought) % count
        for _ in range(_LONGEST_SEARCH):
            if not (place := slots[slot]):
                return None
            record = self._bytes_at(place)
            if record.startswith(sought):
                return self._decoded(record[len(sought) :])
            slot = (slot + 1) % count
        raise self._damaged()

    def _bytes_at(self, place: int) -> bytes:
        at = place & _PLACE
        return self._map[at : at + (place >> _PLACE_BITS)]

    def _decoded(self, data: bytes) -> tuple[Entry, ...] | int:
        """Entries, or a reach, as no record refuses them."""
        try:
            found = cast("tuple[Entry, ...] | int", _decode(data))
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise self._damaged() from None
        if isinstance(found, tuple) and any(map(entry_fault, found)):
            raise self._damaged()
        return found

    def _damaged(self) -> KnowledgeError:
        return KnowledgeError(f"{self.path}: is damaged; build it anew with `newsgraph knowledge build`")


def write_index(named: Iterable[tuple[tuple[str, ...], Entry]], path: Path) -> int:
    """Write an index of entries with all their names, and return the number of distinct names.

    The entries are streamed; names are sorted in a temporary database, so memory stays small.

    Raises:
        KnowledgeError: the file can't be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        with TemporaryDirectory() as folder, part.open("wb") as out:
            staged = Path(folder) / "entries"
            with closing(sqlite3.connect(str(Path(folder) / "names.sqlite"), isolation_level=None)) as database:
                database.execute("PRAGMA journal_mode = OFF")
                database.execute("PRAGMA synchronous = OFF")
                database.execute("CREATE TABLE name (key TEXT, start INTEGER, end INTEGER)")
                database.execute("BEGIN")
                with staged.open("wb") as entries:
                    _stage(named, entries, database)
                out.write(bytes(_HEADER.size))
                with staged.open("rb") as entries:
                    written = _finish(out, entries, database)
        part.replace(path)
        return written
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise KnowledgeError(f"{path}: can't be written ({reason}); choose another place") from error
    finally:
        part.unlink(missing_ok=True)


def _stage(named: Iterable[tuple[tuple[str, ...], Entry]], out: IO[bytes], database: sqlite3.Connection) -> None:
    """Write the entries, and their keys with the places of the entries into the database."""
    start, batch = 0, []
    for names, entry in named:
        data = _encode(_fields(entry))
        out.write(data)
        end = start + len(data)
        for key in dict.fromkeys(filter(None, (name_key(name)[:500] for name in names))):
            batch.append((key, start, end))
        start = end
        if len(batch) >= _BATCH:
            database.executemany("INSERT INTO name VALUES (?, ?, ?)", batch)
            batch.clear()
    database.executemany("INSERT INTO name VALUES (?, ?, ?)", batch)


def _fields(entry: Entry) -> list[Any]:
    """The fields of an entry, without those at the end that say nothing."""
    fields = list(msgspec.structs.astuple(entry))
    fields[3] = {} if entry.links is NO_LINKS else dict(entry.links)
    while fields[-1] == _DEFAULTS[len(fields) - 1]:
        fields.pop()
    return fields


def _finish(out: IO[bytes], entries: IO[bytes], database: sqlite3.Connection) -> int:
    """Write the records and the slots that lead to them, then the header."""
    places = array("Q")
    hashes = array("L")
    names = 0
    at = out.tell()
    rows: Iterator[tuple[str, int, int]] = database.execute("SELECT key, start, end FROM name ORDER BY key, start")

    def put(key: str, data: bytes) -> None:
        nonlocal at
        sought = f"{key}\n".encode("utf-8", "surrogatepass")
        length = len(sought) + len(data)
        places.append(at | length << _PLACE_BITS)
        hashes.append(crc32(sought))
        out.write(sought + data)
        at += length

    def entry(start: int, end: int) -> bytes:
        entries.seek(start)
        return entries.read(end - start)

    reaches: dict[str, int] = {}
    for key, group in groupby(rows, key=itemgetter(0)):
        found = [entry(start, end) for _, start, end in group][:_MOST]
        put(key, _list_head(len(found)) + b"".join(found))
        names += 1
        head, reach = key.split(" ", 1)[0], key.count(" ") + 1
        if reaches.get(head, 0) < reach:
            reaches[head] = reach
    for head, reach in reaches.items():
        put("\n" + head, _encode(reach))
    out.write(bytes(-at % 8))
    slots = 3 * len(places) + 1
    table = array("Q", bytes(8 * slots))
    for place, hashed in zip(places, hashes, strict=True):
        slot = hashed % slots
        while table[slot]:
            slot = (slot + 1) % slots
        table[slot] = place
    begin = out.tell()
    out.write(table.tobytes())
    out.seek(0)
    out.write(_HEADER.pack(_MAGIC, begin, slots, names))
    return names


def _list_head(length: int) -> bytes:
    """The bytes with which MessagePack begins a list of so many things."""
    return bytes([0x90 | length]) if length < 16 else b"\xdc" + length.to_bytes(2, "big")
