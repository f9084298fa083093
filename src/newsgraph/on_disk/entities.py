"""Who is who, on the disk: the entities of articles are compared by what is read of them when it is asked for."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any, overload

import msgspec
import numpy as np
from msgspec.structs import replace

from newsgraph.on_disk.scratch import Rows
from newsgraph.records import Record
from newsgraph.resolve.entities.article_entities import ArticleEntity, Key
from newsgraph.resolve.entities.fusion import merge_members
from newsgraph.resolve.entities.identity import own_entities
from newsgraph.resolve.entities.known_entities import KnownEntities
from newsgraph.resolve.entities.matching import joined_entities
from newsgraph.resolve.entities.resolution import EntityPlaces, Resolution, ResolvedEntity
from newsgraph.resolve.merges import Merge
from newsgraph.stored.arrays import StoredArrays
from newsgraph.stored.records import article_ids
from newsgraph.stored.remembered import near

_NEAR = 4_000
"""Entities that are asked for again soon, and so are kept in memory."""
_FEW = 8
"""Members above which those of an entity are not kept with it."""
_ARTICLES = 300
"""Articles of which it is remembered where their entities went."""
_pack = msgspec.msgpack.Encoder().encode
_local = msgspec.msgpack.Decoder(ArticleEntity).decode
_resolved = msgspec.msgpack.Decoder(ResolvedEntity).decode
_keys = msgspec.msgpack.Decoder(list[Key]).decode


class Unkept(list[Merge]):
    """Decisions that nobody asks for."""

    def append(self, merge: Merge) -> None:
        """Let it go."""

    def extend(self, merges: Any) -> None:
        """Let them go."""


class StoredEntities(KnownEntities):
    """The entities of articles that may be met in another one: read from a database when they are asked for."""

    def __init__(self, connection: sqlite3.Connection, articles: Sequence[str]) -> None:
        """`articles` are the ids of all articles, in order."""
        self.arrays = StoredArrays()
        self._connection, self._articles = connection, articles
        self._sizes, self._size = self.arrays.column(np.int32), 0
        self._near = near(self._read, _NEAR)
        connection.execute("CREATE TABLE local (number INTEGER PRIMARY KEY, data BLOB)")
        self._rows = Rows(connection, "INSERT INTO local VALUES (?, ?)")

    def enter(self, found: Iterable[ArticleEntity]) -> None:
        """Lay down those of the next article."""
        ordered = sorted(found, key=attrgetter("key"))
        self._rows.extend((number, _pack(local)) for number, local in enumerate(ordered, len(self)))
        self._sizes.append(np.array([len(ordered)]))
        self._size += len(ordered)

    @cached_property
    def _starts(self) -> np.ndarray:
        """The number of the first one of each article: nothing is laid down any more."""
        return self.arrays.ends(*self.arrays.lay([self._sizes]))

    @property
    def articles(self) -> Sequence[str]:
        """The ids of the articles, in order."""
        return self._articles

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, number: int) -> ArticleEntity:
        return self._near(number)

    def __iter__(self) -> Iterator[ArticleEntity]:
        return self._between(0, len(self))

    def some(self, numbers: Iterable[int]) -> Iterator[ArticleEntity]:
        """Some of them, by their numbers."""
        return map(self._near, numbers)

    def of_article(self, article: str) -> Sequence[ArticleEntity]:
        """Those of an article."""
        place = bisect_left(self._articles, article)
        return list(self._between(*self._starts[place : place + 2].tolist()))

    def _between(self, start: int, end: int) -> Iterator[ArticleEntity]:
        self._rows.flush()
        found = "SELECT data FROM local WHERE number >= ? AND number < ? ORDER BY number"
        return (_local(data) for (data,) in self._connection.execute(found, (start, end)))

    def _read(self, number: int) -> ArticleEntity:
        self._rows.flush()
        (data,) = self._connection.execute("SELECT data FROM local WHERE number = ?", (number,)).fetchone()
        return _local(data)


class _Members(Sequence[Key]):
    """The entities of articles that are one, which is in many: read whenever they are asked for."""

    def __init__(self, connection: sqlite3.Connection, number: int) -> None:
        self._connection, self._number = connection, number

    def _read(self) -> list[Key]:
        found = "SELECT members FROM entity WHERE number = ?"
        return _keys(self._connection.execute(found, (self._number,)).fetchone()[0])

    def __len__(self) -> int:
        return len(self._read())

    @overload
    def __getitem__(self, place: int) -> Key: ...
    @overload
    def __getitem__(self, place: slice) -> list[Key]: ...
    def __getitem__(self, place: int | slice) -> Key | list[Key]:
        return self._read()[place]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._read())


class _Entities(Sequence[ResolvedEntity]):
    """The entities of the corpus, in their order."""

    def __init__(self, connection: sqlite3.Connection, size: int) -> None:
        self._connection, self._size = connection, size
        self._at = near(self._read, _NEAR)

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, index: int) -> ResolvedEntity: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[ResolvedEntity]: ...
    def __getitem__(self, index: int | slice) -> ResolvedEntity | Sequence[ResolvedEntity]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(self._size))]
        if not -self._size <= index < self._size:
            raise IndexError(index)
        return self._at(index % self._size)

    def __iter__(self) -> Iterator[ResolvedEntity]:
        for row in self._connection.execute("SELECT number, data, members IS NOT NULL FROM entity ORDER BY number"):
            yield self._entity(*row)

    def _read(self, index: int) -> ResolvedEntity:
        found = "SELECT number, data, members IS NOT NULL FROM entity WHERE number = ?"
        return self._entity(*self._connection.execute(found, (index,)).fetchone())

    def _entity(self, number: int, data: bytes, apart: bool) -> ResolvedEntity:
        """An entity; its members are `apart` where they are many."""
        entity = _resolved(data)
        return replace(entity, members=_Members(self._connection, number)) if apart else entity


class _StoredPlaces(EntityPlaces):
    """Where the entities of each article went."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._in = near(self._read, _ARTICLES)

    def of_article(self, article: str) -> Mapping[str, int]:
        return self._in(article)

    def __iter__(self) -> Iterator[Key]:
        return iter(self._connection.execute("SELECT article, name FROM member ORDER BY article, name"))

    def __len__(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM member").fetchone()[0])

    def _read(self, article: str) -> dict[str, int]:
        return dict(self._connection.execute("SELECT name, number FROM member WHERE article = ?", (article,)))


def resolve_on_disk(records: Sequence[Record], connection: sqlite3.Connection) -> Resolution:
    """The entities of records, as `resolve_entities` finds them, without its decisions."""
    connection.execute("CREATE TABLE found (kind TEXT, name TEXT, country TEXT, article TEXT, first TEXT, data BLOB, "
                       "members BLOB)")  # fmt: skip
    found = Rows(connection, "INSERT INTO found VALUES (?, ?, ?, ?, ?, ?, ?)")

    def enter(entity: ResolvedEntity) -> None:
        members = None
        if len(entity.members) > _FEW:
            members, entity = entity.members, replace(entity, members=entity.members[:1])
        row = entity.kind, entity.name, entity.country or "", *entity.members[0], _pack(entity)
        found.add(*row, None if members is None else _pack(members))

    known = StoredEntities(connection, article_ids(records))
    for record in records:
        own, others = own_entities(record)
        known.enter(own)
        for entity in others:
            enter(entity)
    for group in joined_entities(known, Unkept()):
        enter(merge_members(group))
    found.flush()
    del known
    connection.execute("DROP TABLE local")
    return Resolution(_Entities(connection, _in_order(connection)), _StoredPlaces(connection), ())


def _in_order(connection: sqlite3.Connection) -> int:
    """Number the entities that were found, in the order of `resolution_of`; how many there are."""
    connection.execute("CREATE TABLE entity (number INTEGER PRIMARY KEY, data BLOB, members BLOB)")
    connection.execute("CREATE TABLE member (article TEXT, name TEXT, number INTEGER, PRIMARY KEY (article, name)) "
                       "WITHOUT ROWID")  # fmt: skip
    entities = Rows(connection, "INSERT INTO entity VALUES (?, ?, ?)")
    members = Rows(connection, "INSERT INTO member VALUES (?, ?, ?)")
    rows = connection.execute("SELECT data, members FROM found ORDER BY kind, name, country, article, first")
    number = -1
    for number, (data, several) in enumerate(rows):
        entities.add(number, data, several)
        members.extend((*key, number) for key in (_resolved(data).members if several is None else _keys(several)))
    entities.flush()
    members.flush()
    connection.execute("DROP TABLE found")
    return number + 1
