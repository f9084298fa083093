"""Keys on the disk: those that were given, and those of the nodes of resolved entities."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Iterator, MutableMapping

from newsgraph.graph.keys import Keys

_NEAR = 8_000
"""Keys of entities that are asked for again soon, and so are kept in memory."""


class DiskKeys(Keys):
    """Keys that were given, on the disk."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__()
        self.connection = connection
        connection.execute("CREATE TABLE given (key TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID")

    def _last(self, key: str) -> int | None:
        row = self.connection.execute("SELECT number FROM given WHERE key = ?", (key,)).fetchone()
        return None if row is None else int(row[0])

    def _enter(self, key: str, number: int) -> None:
        self.connection.execute("REPLACE INTO given VALUES (?, ?)", (key, number))


class _KeysOf[T: (str, str | None)](MutableMapping[int, T]):
    """Keys of nodes by numbers, in a table of the database."""

    table: str

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        connection.execute(f"CREATE TABLE {self.table} (entity INTEGER PRIMARY KEY, key TEXT)")
        self._near: OrderedDict[int, T] = OrderedDict()

    def __getitem__(self, index: int) -> T:
        if index in self._near:
            self._near.move_to_end(index)
            return self._near[index]
        row = self.connection.execute(f"SELECT key FROM {self.table} WHERE entity = ?", (index,)).fetchone()
        if row is None:
            raise KeyError(index)
        self._keep(index, row[0])
        return self._near[index]

    def __setitem__(self, index: int, key: T) -> None:
        self.connection.execute(f"REPLACE INTO {self.table} VALUES (?, ?)", (index, key))
        self._keep(index, key)

    def __delitem__(self, index: int) -> None:
        self._near.pop(index, None)
        self.connection.execute(f"DELETE FROM {self.table} WHERE entity = ?", (index,))

    def __iter__(self) -> Iterator[int]:
        return (index for (index,) in self.connection.execute(f"SELECT entity FROM {self.table}"))

    def __len__(self) -> int:
        return int(self.connection.execute(f"SELECT count(*) FROM {self.table}").fetchone()[0])

    def _keep(self, index: int, key: T) -> None:
        self._near[index] = key
        if len(self._near) > _NEAR:
            self._near.popitem(last=False)


class DiskNodeKeys(_KeysOf[str | None]):
    """The nodes of resolved entities; None for one that is no node."""

    table = "entity_node"


class DiskEventKeys(_KeysOf[str]):
    """The nodes of events that have a name, by their resolved entities."""

    table = "event_entity"
