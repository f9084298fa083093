"""What articles tell of events or proposals, on the disk: account after account, and which are of one thing."""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import overload

import msgspec

from newsgraph.on_disk.scratch import Rows
from newsgraph.stored.arrays import Ragged

_ARTICLES = 150
"""Articles whose accounts are kept in memory."""
_pack = msgspec.msgpack.Encoder().encode


class Accounts[T](Sequence[T]):
    """What articles tell of something, article after article, each account by its number."""

    def __init__(self, connection: sqlite3.Connection, table: str, sort: type[T], told: Iterable[Sequence[T]]) -> None:
        """`told` are those of each article, in order."""
        self._connection, self._table = connection, table
        self._decode = msgspec.msgpack.Decoder(list[sort]).decode  # type: ignore[valid-type]
        self.of = lru_cache(_ARTICLES)(self._read)
        """Those of an article by its number."""
        connection.execute(f"CREATE TABLE {table} (article INTEGER PRIMARY KEY, told BLOB)")
        rows, self._starts = Rows(connection, f"INSERT INTO {table} VALUES (?, ?)"), array("l", (0,))
        for number, own in enumerate(told):
            rows.add(number, _pack(own))
            self._starts.append(self._starts[-1] + len(own))
        rows.flush()

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, number: int) -> T: ...
    @overload
    def __getitem__(self, number: slice) -> list[T]: ...
    def __getitem__(self, number: int | slice) -> T | list[T]:
        if isinstance(number, slice):
            return [self[own] for own in range(*number.indices(len(self)))]
        if not 0 <= number < len(self):
            raise IndexError(number)
        article = bisect_right(self._starts, number) - 1
        return self.of(article)[number - self._starts[article]]

    def _read(self, article: int) -> list[T]:
        (told,) = self._connection.execute(
            f"SELECT told FROM {self._table} WHERE article = ?", (article,)
        ).fetchone()
        return self._decode(told)


class AccountGroups[T](Sequence[list[T]]):
    """Accounts that are of one thing, together."""

    def __init__(self, accounts: Sequence[T], groups: Ragged) -> None:
        """`groups` have the numbers of the accounts."""
        self._accounts, self._groups = accounts, groups

    def __len__(self) -> int:
        return len(self._groups)

    @overload
    def __getitem__(self, place: int) -> list[T]: ...
    @overload
    def __getitem__(self, place: slice) -> list[list[T]]: ...
    def __getitem__(self, place: int | slice) -> list[T] | list[list[T]]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        return [self._accounts[number] for number in self._groups[place].tolist()]
