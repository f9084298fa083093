"""A database in a temporary file, for what is too much for memory."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from newsgraph.errors import OutputError

SETTINGS = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -4000", "temp_store = FILE")
"""It is written once and by one; 4 MB of it are held in memory, and as much to sort by."""
_ROWS = 2_000
"""Rows that are entered at once."""
_BYTES = 1 << 18
"""Bytes of theirs above which fewer are."""


@contextmanager
def scratch() -> Iterator[sqlite3.Connection]:
    """A database that nobody else sees; it is gone in the end.

    Raises:
        OutputError: the disk is full.
    """
    connection = sqlite3.connect("", isolation_level=None)
    try:
        for setting in SETTINGS:
            connection.execute(f"PRAGMA {setting}")
        connection.execute("BEGIN")  # for good: at the end of a transaction all that is held would be written
        yield connection
    except sqlite3.OperationalError as error:
        raise OutputError(
            f"{tempfile.gettempdir()}: can't hold the graph in the making ({error}); free some space, or set TMPDIR"
        ) from None
    finally:
        connection.close()


class Rows:
    """Rows on their way into a table: many at once are entered sooner than one by one."""

    def __init__(self, connection: sqlite3.Connection, statement: str) -> None:
        """`statement` enters one row."""
        self._connection, self._statement = connection, statement
        self._waiting: list[tuple[Any, ...]] = []
        self._size = 0

    def add(self, *row: Any) -> None:
        """Enter a row, now or later; what is long stands last."""
        self._waiting.append(row)
        if isinstance(row[-1], bytes):
            self._size += len(row[-1])
        if len(self._waiting) >= _ROWS or self._size >= _BYTES:
            self.flush()

    def extend(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Enter several."""
        for row in rows:
            self.add(*row)

    def flush(self) -> None:
        """Enter what waits."""
        if self._waiting:
            self._connection.executemany(self._statement, self._waiting)
            self._waiting.clear()
            self._size = 0


def enter(connection: sqlite3.Connection, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Enter rows into a table, each by the statement."""
    entering = Rows(connection, statement)
    entering.extend(rows)
    entering.flush()
