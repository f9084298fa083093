"""The records of a project file, as they are kept and as they are."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from newsgraph.project import schema
from newsgraph.project.packing import unpack_record
from newsgraph.records import Record


def packed_records(connection: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    """The ids of the articles, in order, with their records as they are kept."""
    return connection.execute(
        "SELECT article.name, record.data FROM article JOIN record ON record.id = article.record "
        "ORDER BY article.name"
    )


def records_of(path: Path) -> Iterator[Record]:
    """The records of a project file, which is closed behind the last.

    Raises:
        ProjectError: it is none, or of a newer newsgraph.
    """
    connection = schema.connect(path, create=False)
    try:
        with schema.explained(path):
            yield from (unpack_record(data) for _, data in packed_records(connection))
    finally:
        schema.close(connection)
