"""Records on the disk: a graph of many is built without holding them.

A record in memory is some 80 KB. Above a number that is no burden, less where the graph lies on the disk itself, they
are laid down in a temporary file, and each is decoded when it is asked for; for a graph, which goes over all of them a
dozen times, layer by layer (`layers`).
"""

from __future__ import annotations

import gc
import sqlite3
import tempfile
import weakref
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import IO, overload

import msgspec
import numpy as np

from newsgraph.articles import Article
from newsgraph.errors import OutputError
from newsgraph.record_lines import from_own_json, to_json
from newsgraph.records import Record
from newsgraph.stored.arrays import Column, StoredArrays, give_back
from newsgraph.stored.groups import Texts
from newsgraph.stored.remembered import near

HELD = 10_000
"""Records that are kept in memory for a graph in memory: 0.8 GB of 2.2 in all. From the disk it takes 1.4 times as
long."""
FEW = 500
"""The same for a graph on the disk."""
_NEAR = 64
"""Records that are asked for again soon, and so are kept decoded."""
_KNOWN = 2_000
"""Articles of which it is remembered where they are."""
_by_article = attrgetter("article.id")


class Head(msgspec.Struct, frozen=True):
    """What a record says of its article: the layers are not looked at."""

    article: Article
    made_by: dict[str, str] = {}


class LazyRecords(Sequence[Record]):
    """Records in the order of their articles' ids, of which each is made when it is asked for."""

    def __init__(self, ids: Sequence[str], read: Callable[[int], Record], head: Callable[[int], Head]) -> None:
        """`ids` are those of the articles, `read` and `head` make the record of a place, and its head alone."""
        self.ids, self.head = ids, head
        self._read = read

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, place: int) -> Record: ...
    @overload
    def __getitem__(self, place: slice) -> list[Record]: ...
    def __getitem__(self, place: int | slice) -> Record | list[Record]:
        if isinstance(place, slice):
            return [self._read(number) for number in range(*place.indices(len(self)))]
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        return self._read(place % len(self))

    def __iter__(self) -> Iterator[Record]:
        return map(self._read, range(len(self)))


class Places(Mapping[str, int]):
    """The places of articles among ids that are in order."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._ids = ids
        self._at = near(self._find, _KNOWN)

    def __getitem__(self, article: str) -> int:
        return self._at(article)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def _find(self, article: str) -> int:
        place = bisect_left(self._ids, article)
        if place == len(self._ids) or self._ids[place] != article:
            raise KeyError(article)
        return place


def places(records: Sequence[Record]) -> Mapping[str, int]:
    """The places of records by the ids of their articles."""
    if isinstance(records, LazyRecords):
        return Places(records.ids)
    return {record.article.id: place for place, record in enumerate(records)}


class ByArticle(Mapping[str, int]):
    """A number for each article, by its id."""

    def __init__(self, records: Sequence[Record], numbers: np.ndarray) -> None:
        """`numbers` are in the order of the records."""
        self._places, self.numbers = places(records), numbers

    def __getitem__(self, article: str) -> int:
        return int(self.numbers[self._places[article]])

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class RecordMap(Mapping[str, Record]):
    """Records by the ids of their articles; those that were asked for last are kept."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._places = places(records)
        if isinstance(records, LazyRecords):
            self._at = near(self._read, _NEAR)
        else:
            self._at = self._read
        self._records = records

    def __getitem__(self, article: str) -> Record:
        return self._at(article)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def _read(self, article: str) -> Record:
        return self._records[self._places[article]]


def article_ids(records: Sequence[Record]) -> Sequence[str]:
    """The ids of the articles."""
    return records.ids if isinstance(records, LazyRecords) else [record.article.id for record in records]


def heads(records: Sequence[Record]) -> Iterable[Head | Record]:
    """What records say of their articles, without the layers where these would have to be made."""
    return map(records.head, range(len(records))) if isinstance(records, LazyRecords) else records


def head_of(records: Sequence[Record], place: int) -> Head | Record:
    """The same of one record."""
    return records.head(place) if isinstance(records, LazyRecords) else records[place]


def in_order(records: Iterable[Record]) -> Sequence[Record]:
    """Records in the order of their articles' ids."""
    return records if isinstance(records, LazyRecords) else tuple(sorted(records, key=_by_article))


def mapped(records: Sequence[Record], change: Callable[[Record], Record]) -> Sequence[Record]:
    """Each record changed, but for its article: at once where they are in memory, else whenever it is asked for."""
    if isinstance(records, LazyRecords):
        return LazyRecords(records.ids, lambda place: change(records[place]), records.head)
    return [change(record) for record in records]


def stored(records: Iterable[Record], held: int = HELD) -> Sequence[Record]:
    """The records in order; from the disk where there are more than `held`.

    Raises:
        OutputError: the disk is full.
    """
    first: list[Record] = []
    left = iter(records)
    for record in left:
        first.append(record)
        if len(first) > held:
            return _laid_down(first, left)
    return in_order(first)


def _laid_down(first: list[Record], left: Iterator[Record]) -> LazyRecords:
    file = tempfile.TemporaryFile(prefix="newsgraph-")  # noqa: SIM115 (open as long as a record may be asked for)
    ordering = sqlite3.connect("", isolation_level=None)
    try:
        for setting in _SETTINGS:
            ordering.execute(f"PRAGMA {setting}")
        ordering.execute("BEGIN")  # for good: at the end of a transaction all that is held would be written
        ordering.execute("CREATE TABLE record (id BLOB, start INTEGER, size INTEGER)")
        ordering.executemany("INSERT INTO record VALUES (?, ?, ?)", _written(chain(_drained(first), left), file))
        file.flush()
        arrays = StoredArrays()
        spans = arrays.column(np.int64)
        """Where each record begins in the file, and how many bytes it is."""
        ids = Texts(_ids(ordering.execute("SELECT id, start, size FROM record ORDER BY id, rowid"), spans), arrays)
    except (OSError, sqlite3.OperationalError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise OutputError(
            f"{tempfile.gettempdir()}: can't hold the records ({reason}); free some space, or set TMPDIR"
        ) from None
    finally:
        ordering.close()
    (laid,) = arrays.lay([spans])

    def line(place: int) -> bytes:
        start, size = laid[2 * place : 2 * place + 2].tolist()
        file.seek(start)
        return file.read(size)

    found = LazyRecords(ids, lambda place: from_own_json(line(place)), lambda place: _heads.decode(line(place)))
    weakref.finalize(found, file.close)
    return found


_SETTINGS = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -4000", "temp_store = FILE")


def _written(records: Iterable[Record], file: IO[bytes]) -> Iterator[tuple[bytes, int, int]]:
    """Write records to a file; the id of each, where it begins and how many bytes it is."""
    start = 0
    for record in records:
        size = file.write(to_json(record))
        yield record.article.id.encode("utf-8", "surrogatepass"), start, size
        start += size


def _ids(rows: Iterable[tuple[bytes, int, int]], spans: Column) -> Iterator[str]:
    """The ids of records; their spans are put at the end of a column."""
    for id, *span in rows:
        spans.append(np.array(span, np.int64))
        yield id.decode("utf-8", "surrogatepass")


def _drained(records: list[Record]) -> Iterator[Record]:
    """Each of the records, which is held no longer; in the end the system has their memory."""
    records.reverse()
    while records:
        yield records.pop()
    gc.collect()  # also what is free but kept for values to come: one of it holds a megabyte
    give_back()


_heads = msgspec.json.Decoder(Head)
