"""What articles tell of events or proposals, on the disk: account after account, and which are of one thing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, overload

import msgspec
import numpy as np

from newsgraph.on_disk.scratch import Rows
from newsgraph.stored.arrays import StoredArrays
from newsgraph.stored.remembered import near

_NEAR = 1_000
"""Accounts, or groups of them, that are asked for again soon, and so are kept in memory."""
MANY = 200
"""Accounts, or what is known of them, that are held at once."""
_pack = msgspec.msgpack.Encoder().encode


class _Laid[T](Sequence[T]):
    """Things of one sort by their numbers, in a table of the database."""

    def __init__(self, connection: sqlite3.Connection, table: str, sort: Any) -> None:
        self.connection, self.table = connection, table
        self._decode = msgspec.msgpack.Decoder(sort).decode
        self._near = near(self._read, _NEAR)
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
        if not -self._size <= number < self._size:
            raise IndexError(number)
        return self._near(number % self._size)

    def __iter__(self) -> Iterator[T]:
        return self._between(0, self._size)

    def _between(self, start: int, end: int) -> Iterator[T]:
        self._rows.flush()
        found = f"SELECT data FROM {self.table} WHERE number >= ? AND number < ? ORDER BY number"
        rows = self.connection.execute(found, (start, end))
        return (self._made(number, data) for number, (data,) in enumerate(rows, start))

    def _read(self, number: int) -> T:
        return self._made(number, self.packed(number))

    def _made(self, number: int, data: bytes) -> T:
        found: T = self._decode(data)
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
        arrays = StoredArrays()
        sizes = arrays.column(np.int32)
        for own in told:
            for account in own:
                self._enter(_pack(account))
            sizes.append(np.array([len(own)]))
        self._starts = arrays.ends(*arrays.lay([sizes]))

    def of(self, article: int) -> list[T]:
        """Those of an article by its number."""
        return list(self._between(*self._starts[article : article + 2].tolist()))

    def together(self, numbers: Sequence[int]) -> bytes:
        """Some of them, as a list of them lies there."""
        return _pack([msgspec.Raw(self.packed(number)) for number in numbers])


class AccountGroups[T](_Laid[Sequence[T]]):
    """Accounts that are of one thing, together; those of a thing that many tell are read when they are asked for."""

    def __init__(self, accounts: Accounts[T], groups: Iterable[Sequence[int]]) -> None:
        """`groups` have the numbers of the accounts, which are asked for no longer."""
        super().__init__(accounts.connection, f"{accounts.table}_group", list[accounts.sort] | int)  # type: ignore[name-defined]
        self._parts = f"{accounts.table}_part"
        self.connection.execute(f"CREATE TABLE {self._parts} (number INTEGER, start INTEGER, data BLOB, "
                                "PRIMARY KEY (number, start)) WITHOUT ROWID")  # fmt: skip
        parts = Rows(self.connection, f"INSERT INTO {self._parts} VALUES (?, ?, ?)")
        for group in groups:
            if len(group) <= MANY:
                self._enter(accounts.together(group))
                continue
            for start in range(0, len(group), MANY):
                parts.add(len(self), start, accounts.together(group[start : start + MANY]))
            self._enter(_pack(len(group)))
        parts.flush()
        self.connection.execute(f"DROP TABLE {accounts.table}")

    def _made(self, number: int, data: bytes) -> Sequence[T]:
        found: list[T] | int = self._decode(data)
        return _Together(self, number, found) if isinstance(found, int) else found

    def parts(self, number: int) -> Iterator[list[T]]:
        """The accounts of one thing that many tell, some at a time."""
        found = f"SELECT data FROM {self._parts} WHERE number = ? ORDER BY start"
        return (self._decode(data) for (data,) in self.connection.execute(found, (number,)))

    def part(self, number: int, start: int) -> list[T]:
        """Those of them that begin at a place."""
        found = f"SELECT data FROM {self._parts} WHERE number = ? AND start = ?"
        part: list[T] = self._decode(self.connection.execute(found, (number, start)).fetchone()[0])
        return part


class _Together[T](Sequence[T]):
    """The accounts of one thing that many tell: some are read whenever they are asked for."""

    def __init__(self, groups: AccountGroups[T], number: int, size: int) -> None:
        self._groups, self._number, self._size = groups, number, size

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> list[T]: ...
    def __getitem__(self, place: int | slice) -> T | list[T]:
        if isinstance(place, slice):
            return list(self)[place]
        if not -self._size <= place < self._size:
            raise IndexError(place)
        start, inside = divmod(place % self._size, MANY)
        return self._groups.part(self._number, start * MANY)[inside]

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(self._groups.parts(self._number))
