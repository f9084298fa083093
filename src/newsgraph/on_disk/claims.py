"""What accounts of an event give differently, on the disk: of an event that many articles tell each gives its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import batched, chain

import msgspec

from newsgraph.graph.events.claims import Claim
from newsgraph.on_disk.scratch import Rows

_AT_ONCE = 50
"""Claims that are read at once."""
_pack = msgspec.msgpack.Encoder().encode
_claims = msgspec.msgpack.Decoder(list[Claim]).decode


class DiskClaims:
    """The claims of events, by the keys of these."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute("CREATE TABLE claim (event TEXT, number INTEGER, data BLOB, PRIMARY KEY (event, number)) "
                           "WITHOUT ROWID")  # fmt: skip

    def add(self, event: str, claims: Iterable[Claim]) -> None:
        """Enter those of an event."""
        rows = Rows(self._connection, "INSERT INTO claim VALUES (?, ?, ?)")
        rows.extend((event, number, _pack(some)) for number, some in enumerate(batched(claims, _AT_ONCE)))
        rows.flush()

    def of(self, event: str, size: int) -> Collection[Claim]:
        """Those of an event, of which there are so many: read whenever they are gone through."""
        return _ClaimsOf(self._connection, event, size)

    def rename(self) -> None:
        """Let events go by the keys that the database says are theirs now."""
        renamed = "SELECT new, number, data FROM claim JOIN renamed ON old = event"
        self._connection.execute(f"CREATE TABLE aside AS {renamed}")
        self._connection.execute("DELETE FROM claim WHERE event IN (SELECT old FROM renamed)")
        self._connection.execute("INSERT INTO claim SELECT * FROM aside")
        self._connection.execute("DROP TABLE aside")


class _ClaimsOf(Collection[Claim]):
    def __init__(self, connection: sqlite3.Connection, event: str, size: int) -> None:
        self._connection, self._event, self._size = connection, event, size

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[Claim]:
        found = "SELECT data FROM claim WHERE event = ? ORDER BY number"
        rows = self._connection.execute(found, (self._event,))
        return chain.from_iterable(_claims(data) for (data,) in rows)

    def __contains__(self, claim: object) -> bool:
        return any(claim == own for own in self)
