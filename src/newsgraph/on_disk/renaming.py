"""Other keys for nodes on the disk: evidence and claims are given those of now when they are read.

They stay in the order that they have by the keys of before, as in memory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator

from newsgraph.graph.events.claims import Claim
from newsgraph.graph.evidence import Evidence
from newsgraph.graph.relabeling import renamed_claim, renamed_evidence
from newsgraph.on_disk.scratch import Rows
from newsgraph.stored.remembered import near

_NEAR = 8_000
"""Keys that are asked for again soon, and so are kept in memory."""


class Unrenamed:
    """Nodes go by the keys that they were entered with."""

    def get(self, key: str, same: str) -> str:
        """The key of now."""
        return same

    def evidence(self, found: Collection[Evidence]) -> Collection[Evidence]:
        """Evidence with the keys of now."""
        return found

    def claims(self, found: Collection[Claim]) -> Collection[Claim]:
        """Claims with the keys of now."""
        return found


class Renaming(Unrenamed):
    """The keys that nodes have now, by those of before; in a table, where they are others."""

    def __init__(self, connection: sqlite3.Connection, changed: Iterable[tuple[str, str]]) -> None:
        """`changed` are keys of before and of now."""
        self._connection = connection
        connection.execute("CREATE TABLE renamed (old TEXT PRIMARY KEY, new TEXT) WITHOUT ROWID")
        rows = Rows(connection, "INSERT INTO renamed VALUES (?, ?)")
        rows.extend(changed)
        rows.flush()
        self._near = near(self._read, _NEAR)

    def get(self, key: str, same: str) -> str:
        """The key of now."""
        return self._near(key) or same

    def evidence(self, found: Collection[Evidence]) -> Collection[Evidence]:
        """Evidence with the keys of now."""
        renamed = _Renamed(found, lambda quoted: renamed_evidence(quoted, self))
        return list(renamed) if isinstance(found, list) else renamed

    def claims(self, found: Collection[Claim]) -> Collection[Claim]:
        """Claims with the keys of now."""
        return _Renamed(found, lambda claim: renamed_claim(claim, self))

    def _read(self, key: str) -> str | None:
        row = self._connection.execute("SELECT new FROM renamed WHERE old = ?", (key,)).fetchone()
        return None if row is None else str(row[0])


class _Renamed[T](Collection[T]):
    """Things with the keys of now, given to each whenever they are gone through."""

    def __init__(self, found: Collection[T], renamed: Callable[[T], T]) -> None:
        self._found, self._renamed = found, renamed

    def __len__(self) -> int:
        return len(self._found)

    def __iter__(self) -> Iterator[T]:
        return map(self._renamed, self._found)

    def __contains__(self, thing: object) -> bool:
        return any(own == thing for own in self)
