"""The nodes of the events and of the proposals that articles tell, on the disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from newsgraph.on_disk.scratch import Rows
from newsgraph.resolve.entities.article_entities import Key


class DiskEventNodes:
    """The nodes of events, or of proposals, by article and the id there: all are entered before one is asked for."""

    def __init__(self, connection: sqlite3.Connection, sort: str) -> None:
        """`sort` is what they are of: event or proposal."""
        self._connection, self._table = connection, f"{sort}_node"
        connection.execute(f"CREATE TABLE {self._table} (article TEXT, id TEXT, key TEXT)")
        self._rows = Rows(connection, f"INSERT INTO {self._table} VALUES (?, ?, ?)")
        self._indexed = False

    def update(self, found: Mapping[Key, str], /) -> None:
        """Enter some."""
        self._rows.extend((article, id, key) for (article, id), key in found.items())

    def get(self, told: Key, /) -> str | None:
        """The node of one, where it has one."""
        if not self._indexed:
            self._rows.flush()
            self._connection.execute(f"CREATE INDEX {self._table}_of_article ON {self._table} (article, id)")
            self._indexed = True
        found = f"SELECT key FROM {self._table} WHERE article = ? AND id = ?"
        row = self._connection.execute(found, told).fetchone()
        return None if row is None else str(row[0])
