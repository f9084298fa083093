"""The records of a project file, as they are kept and as they are."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import numpy as np

from newsgraph.project import schema
from newsgraph.project.packing import packed, unpack_head, unpack_record
from newsgraph.records import Record
from newsgraph.stored.arrays import StoredArrays
from newsgraph.stored.groups import Texts
from newsgraph.stored.records import LazyRecords


def packed_records(connection: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    """The ids of the articles, in order, with their records as they are kept.

    Raises:
        DamagedError: one is no bytes.
    """
    found = connection.execute(
        "SELECT article.name, record.data FROM article JOIN record ON record.id = article.record "
        "ORDER BY article.name"
    )
    return ((name, packed(data, name)) for name, data in found)


def records_of(path: Path) -> Iterator[Record]:
    """The records of a project file, which is closed behind the last.

    Raises:
        ProjectError: it is none, or of a newer newsgraph.
    """
    connection = schema.connect(path, create=False)
    try:
        with schema.explained(path):
            yield from (unpack_record(data, name) for name, data in packed_records(connection))
    finally:
        schema.close(connection)


@contextmanager
def as_it_is(path: Path) -> Iterator[sqlite3.Connection]:
    """A project file to be read as it is now, whatever another program writes meanwhile."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN")
        yield connection


def stored_records(connection: sqlite3.Connection, path: Path) -> LazyRecords:
    """The records of a project file, of which each is read when it is asked for, as long as the file is open."""
    arrays = StoredArrays()
    rows = arrays.column(np.int64)
    """Where each record is."""

    def names() -> Iterator[str]:
        found = "SELECT name, record.id FROM article JOIN record ON record.id = article.record ORDER BY name"
        for name, row in connection.execute(found):
            rows.append(np.array([row]))
            yield name

    ids = Texts(names(), arrays)
    (laid,) = arrays.lay([rows])

    def unpacked[T](unpack: Callable[[bytes, str], T], place: int) -> T:
        with schema.explained(path):
            found = connection.execute("SELECT data FROM record WHERE id = ?", laid[place : place + 1].tolist())
            return unpack(packed(found.fetchone()[0], ids[place]), ids[place])

    return LazyRecords(ids, partial(unpacked, unpack_record), partial(unpacked, unpack_head))


def digest_of(packed: Iterable[bytes]) -> bytes:
    """A digest of records as they are kept, in order."""
    digest = hashlib.sha256()
    for data in packed:
        digest.update(hashlib.sha256(data).digest())
    return digest.digest()
