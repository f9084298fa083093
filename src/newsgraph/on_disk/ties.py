"""Which entities articles tie to each other, on the disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from newsgraph.on_disk.scratch import Rows


class DiskTies:
    """The pairs of entities that some article ties to each other."""

    def __init__(self, connection: sqlite3.Connection, pairs: Iterable[tuple[int, int]]) -> None:
        self.connection = connection
        connection.execute("CREATE TABLE tie (one INTEGER, other INTEGER, PRIMARY KEY (one, other)) WITHOUT ROWID")
        rows = Rows(connection, "INSERT OR IGNORE INTO tie VALUES (?, ?)")
        rows.extend((min(pair), max(pair)) for pair in pairs)
        rows.flush()

    def __contains__(self, pair: object) -> bool:
        if not isinstance(pair, frozenset):
            return False
        found = "SELECT 1 FROM tie WHERE one = ? AND other = ?"
        return self.connection.execute(found, (min(pair), max(pair))).fetchone() is not None
