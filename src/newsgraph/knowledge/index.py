"""An index of names in one file: built from a stream, read through a memory map, a lookup about a microsecond.

The file holds the entries, then records of (key, numbers of its entries), then a table of slots with open addressing
that leads from the CRC-32 of a key to its record. Nothing is read into memory but what is asked for.
"""

from __future__ import annotations

import mmap
import sqlite3
import struct
from array import array
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import IO
from zlib import crc32

import msgspec

from newsgraph.errors import KnowledgeError
from newsgraph.knowledge.entries import LONGEST_ABBREVIATION, Entry, key_words, name_key

_MAGIC = b"NGNAMES1"
_HEADER = struct.Struct("<8sQQQ")  # magic, where the slots begin, how many slots, how many names
_SLOT = struct.Struct("<Q")
_COUNT = struct.Struct("<H")  # entries of a key
_FOUND = struct.Struct("<HQ")  # entries of a key, where the first is
_END = b"\xff"  # ends a key; no byte of UTF-8
_ENTRY = struct.Struct("<I")  # bytes of an entry
_MOST = 64  # entries that one name may have; more do not help to tell them apart
_BATCH = 20_000

_decode = msgspec.msgpack.Decoder(Entry).decode


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, MappingProxyType) else value


_encode = msgspec.msgpack.Encoder(enc_hook=_plain).encode


class NameIndex:
    """An index file that is open. Its entries are found as a `Gazetteer` finds its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            magic, self._slots, slots, self.names = _HEADER.unpack_from(self._map, 0)
        except (OSError, ValueError, struct.error) as error:
            reason = getattr(error, "strerror", None) or error
            raise KnowledgeError(f"{path}: can't be read as an index of names ({reason}); build it anew") from error
        if magic != _MAGIC:
            raise KnowledgeError(f"{path}: is no index of names; build one with `newsgraph knowledge build`")
        self._mask = slots - 1
        self._known: dict[int, Entry] = {}

    def __len__(self) -> int:
        return int(self.names)

    def close(self) -> None:
        """Close the file."""
        self._map.close()

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """All that a name may stand for."""
        kept = " ".join(key_words(name))
        low = kept.lower()
        return self.find(low) if low == kept or len(kept) > LONGEST_ABBREVIATION else self.find(kept) + self.find(low)

    def find(self, key: str) -> tuple[Entry, ...]:
        """The entries of a key, in the order of the input."""
        sought = key.encode() + _END
        data, mask = self._map, self._mask
        slot = crc32(sought) & mask
        length = len(sought)
        while True:
            at = _SLOT.unpack_from(data, self._slots + slot * 8)[0]
            if not at:
                return ()
            if data[at : at + length] == sought:
                break
            slot = (slot + 1) & mask
        count, offset = _FOUND.unpack_from(data, at + length)
        known = self._known
        if count == 1:
            return (known.get(offset) or self._entry(offset),)
        at += length + _COUNT.size
        offsets = _SLOT.iter_unpack(data[at : at + count * _SLOT.size])
        return tuple([known.get(offset) or self._entry(offset) for (offset,) in offsets])

    def reach(self, word: str) -> int:
        """How many words the longest name has that begins with this key word; 0 if none does."""
        sought = b"\x00" + word.encode() + _END
        slot = crc32(sought) & self._mask
        while at := _SLOT.unpack_from(self._map, self._slots + slot * 8)[0]:
            if self._map[at : at + len(sought)] == sought:
                return int(_COUNT.unpack_from(self._map, at + len(sought))[0])
            slot = (slot + 1) & self._mask
        return 0

    def _entry(self, offset: int) -> Entry:
        (size,) = _ENTRY.unpack_from(self._map, offset)
        start = offset + _ENTRY.size
        entry = _decode(self._map[start : start + size])
        if len(self._known) >= 100_000:
            self._known.clear()
        self._known[offset] = entry
        return entry


def write_index(named: Iterable[tuple[tuple[str, ...], Entry]], path: Path) -> int:
    """Write an index of entries with all their names, and return the number of distinct names.

    The entries are streamed; names are sorted in a temporary database, so memory stays small.

    Raises:
        KnowledgeError: the file can't be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        with (
            TemporaryDirectory() as folder,
            part.open("wb") as out,
            closing(sqlite3.connect(str(Path(folder) / "names.sqlite"), isolation_level=None)) as database,
        ):
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA synchronous = OFF")
            database.execute("CREATE TABLE name (key TEXT, offset INTEGER)")
            database.execute("BEGIN")
            out.write(bytes(_HEADER.size))
            _stage(named, out, database)
            written = _finish(out, database)
        part.replace(path)
        return written
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise KnowledgeError(f"{path}: can't be written ({reason}); choose another place") from error
    finally:
        part.unlink(missing_ok=True)


def _stage(named: Iterable[tuple[tuple[str, ...], Entry]], out: IO[bytes], database: sqlite3.Connection) -> None:
    """Write the entries, and their keys with the places of the entries into the database."""
    offset, batch = _HEADER.size, []
    for names, entry in named:
        data = _encode(entry)
        out.write(_ENTRY.pack(len(data)) + data)
        for key in dict.fromkeys(filter(None, (name_key(name)[:500] for name in names))):
            batch.append((key, offset))
        offset += _ENTRY.size + len(data)
        if len(batch) >= _BATCH:
            database.executemany("INSERT INTO name VALUES (?, ?)", batch)
            batch.clear()
    database.executemany("INSERT INTO name VALUES (?, ?)", batch)


def _finish(out: IO[bytes], database: sqlite3.Connection) -> int:
    """Write the records and the slots that lead to them, then the header."""
    places = array("Q")
    hashes = array("L")
    names = 0
    at = out.tell()
    rows: Iterator[tuple[str, int]] = database.execute("SELECT key, offset FROM name ORDER BY key, offset")

    def put(key: str, count: int, data: bytes) -> None:
        nonlocal at
        written = key.encode() + _END
        places.append(at)
        hashes.append(crc32(written))
        out.write(written + _COUNT.pack(count) + data)
        at += len(written) + _COUNT.size + len(data)

    reaches: dict[str, int] = {}
    for key, group in groupby(rows, key=itemgetter(0)):
        offsets = [offset for _, offset in group][:_MOST]
        put(key, len(offsets), b"".join(map(_SLOT.pack, offsets)))
        names += 1
        head, reach = key.split(" ", 1)[0], key.count(" ") + 1
        if reaches.get(head, 0) < reach:
            reaches[head] = reach
    for head, reach in reaches.items():
        put("\x00" + head, reach, b"")
    slots = 1 << max(3, (len(places) * 2 - 1).bit_length())
    table = array("Q", bytes(8 * slots))
    for place, hashed in zip(places, hashes, strict=True):
        slot = hashed & (slots - 1)
        while table[slot]:
            slot = (slot + 1) & (slots - 1)
        table[slot] = place
    begin = out.tell()
    out.write(table.tobytes())
    out.seek(0)
    out.write(_HEADER.pack(_MAGIC, begin, slots, names))
    return names
