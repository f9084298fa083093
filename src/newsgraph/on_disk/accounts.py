"""What articles tell of events or proposals, on the disk: account after account, and which are of one thing."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, overload

import msgspec

from newsgraph.on_disk.scratch import Rows

_NEAR = 1_000
"""Accounts, or groups of them, that are asked for again soon, and so are kept in memory."""
_pack = msgspec.msgpack.Encoder().encode


class _Laid[T](Sequence[T]):
    """Things of one sort by their numbers, in a table of the database."""

    def __init__(self, connection: sqlite3.Connection, table: str, sort: Any) -> None:
        self.connection, self.table = connection, table
        self._decode = msgspec.msgpack.Decoder(sort).decode
        self._near = lru_cache(_NEAR)(self._read)
        self._size = 0
        connection.execute(f"CREATE TABLE {table} (number INTEGER PRIMARY KEY, data BLOB)")
        self._rows = Rows(connection, f"INSERT INTO {table} VALUES (?, ?)")

    def _enter(self, packed: bytes) -> None:
        self._rows.add(self._size, packed)
        self._size += 1

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, number: int) -> T: ...
    @overload
    def __getitem__(self, number: slice) -> list[T]: ...
    def __getitem__(self, number: int | slice) -> T | list[T]:
        if isinstance(number, slice):
            return [self[own] for own in range(*number.indices(self._size))]
        if not 0 <= number < self._size:
            raise IndexError(number)
        return self._near(number)

    def __iter__(self) -> Iterator[T]:
        return self._between(0, self._size)

    def _between(self, start: int, end: int) -> Iterator[T]:
        self._rows.flush()
        found = f"SELECT data FROM {self.table} WHERE number >= ? AND number < ? ORDER BY number"
        return (self._decode(data) for (data,) in self.connection.execute(found, (start, end)))

    def _read(self, number: int) -> T:
        found: T = self._decode(self.packed(number))
        return found

    def packed(self, number: int) -> bytes:
        """One of them as it lies there."""
        self._rows.flush()
        found = self.connection.execute(f"SELECT data FROM {self.table} WHERE number = ?", (number,)).fetchone()
        return bytes(found[0])


class Accounts[T](_Laid[T]):
    """What articles tell of something, article after article."""

    def __init__(self, connection: sqlite3.Connection, table: str, sort: type[T], told: Iterable[Sequence[T]]) -> None:
        """`told` are those of each article, in order."""
        super().__init__(connection, table, sort)
        self.sort = sort
        self._starts = array("l", (0,))
        for own in told:
            for account in own:
                self._enter(_pack(account))
            self._starts.append(len(self))

    def of(self, article: int) -> list[T]:
        """Those of an article by its number."""
        return list(self._between(*self._starts[article : article + 2]))


class AccountGroups[T](_Laid[list[T]]):
    """Accounts that are of one thing, together."""

    def __init__(self, accounts: Accounts[T], groups: Iterable[Sequence[int]]) -> None:
        """`groups` have the numbers of the accounts, which are asked for no longer."""
        super().__init__(accounts.connection, f"{accounts.table}_group", list[accounts.sort])  # type: ignore[name-defined]
        for group in groups:
            self._enter(_pack([msgspec.Raw(accounts.packed(number)) for number in group]))
        self.connection.execute(f"DROP TABLE {accounts.table}")
