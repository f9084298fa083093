"""How articles and records are kept in a project file, as compressed JSON, and what is said where that is damaged."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import msgspec

from newsgraph.articles import Article
from newsgraph.errors import ProjectError
from newsgraph.graph.ledger import Places
from newsgraph.record_lines import from_own_json
from newsgraph.records import Record
from newsgraph.stored.records import FEW, Head, LazyRecords

_LEVEL = 3
KEYS = "what the project keeps of the keys of nodes"
"""What is damaged where these can't be read."""


class DamagedError(ProjectError):
    """What a project keeps of something can't be read."""

    def __init__(self, what: str, remedy: str = "go on with the last copy of the project") -> None:
        super().__init__(f"{what} is damaged; {remedy}")


@contextmanager
def damage_told(what: str, of: str | None = None) -> Iterator[None]:
    """What is wrong with what is unpacked inside, as one line; `of` is the article that it is of and comes back with.

    Raises:
        DamagedError: it can't be unpacked, or is not what it should be.
    """
    try:
        yield
    except (zlib.error, msgspec.MsgspecError, UnicodeDecodeError, TypeError) as error:
        if of is None:
            raise DamagedError(what) from error
        remedy = "take it out with `newsgraph remove`, and add it again"
        raise DamagedError(f"{what} of {of!r}", remedy) from error


def as_text(value: object, what: str) -> str | None:
    """A value of a column that holds text, or nothing.

    Raises:
        DamagedError: it is something else.
    """
    if value is None or isinstance(value, str):
        return value
    raise DamagedError(what)


def pack_article(article: Article) -> bytes:
    """An article as it is kept."""
    return zlib.compress(msgspec.json.encode(article), _LEVEL)


def unpack_article(data: bytes, id: str) -> Article:
    """An article that was kept.

    Raises:
        DamagedError: it can't be read.
    """
    with damage_told("what the project keeps", id):
        return msgspec.json.decode(zlib.decompress(data), type=Article)


def pack_places(places: Places | dict[str, Places]) -> bytes:
    """What is known of the keys of an article, or what waits of them, as it is kept."""
    return zlib.compress(msgspec.json.encode(places), _LEVEL)


def unpack_places(data: bytes) -> Places:
    """What is known of the keys of an article, as it was kept.

    Raises:
        DamagedError: it can't be read.
    """
    return _unpacked(data, Places)


def unpack_waiting(data: bytes) -> dict[str, Places]:
    """What waits of the keys of an article, as it was kept.

    Raises:
        DamagedError: it can't be read.
    """
    return _unpacked(data, dict[str, Places])


def _unpacked[T](data: bytes, sort: type[T]) -> T:
    with damage_told(KEYS):
        return msgspec.json.decode(zlib.decompress(data), type=sort)


def pack_record(line: bytes) -> bytes:
    """A record, given as its line of JSON, as it is kept."""
    return zlib.compress(line, _LEVEL)


def packed(data: object, id: str) -> bytes:
    """What is kept of the record of an article, if it is what it should be.

    Raises:
        DamagedError: it is no bytes.
    """
    with damage_told("the record", id):
        if not isinstance(data, bytes):
            raise TypeError
        return data


def unpack_record(data: bytes, id: str) -> Record:
    """A record that was kept, of the article of an id.

    Raises:
        DamagedError: it can't be read.
    """
    with damage_told("the record", id):
        return from_own_json(zlib.decompress(data))


def unpack_head(data: bytes, id: str) -> Head:
    """What a record that was kept says of its article.

    Raises:
        DamagedError: it can't be read.
    """
    with damage_told("the record", id):
        return _heads.decode(zlib.decompress(data))


def is_same_record(data: bytes, line: bytes) -> bool:
    """Whether a record that was kept is that of a line, but for the id and the file of its article.

    One that is damaged is not.
    """
    try:
        kept = zlib.decompress(data)
        if kept == line:
            return True
        one = from_own_json(kept)
    except (zlib.error, msgspec.MsgspecError, TypeError):
        return False
    other = from_own_json(line)
    return msgspec.structs.replace(one, article=other.article) == other


class _Packed:
    """Records as they were kept, of which each is made when it is asked for."""

    def __init__(self, ids: Sequence[str], data: Sequence[bytes]) -> None:
        self._ids, self._data = ids, data

    def record(self, place: int) -> Record:
        return unpack_record(self._data[place], self._ids[place])

    def head(self, place: int) -> Head:
        return unpack_head(self._data[place], self._ids[place])


_heads = msgspec.json.Decoder(Head)


def unpacked(ids: Sequence[str], data: Sequence[bytes]) -> Sequence[Record]:
    """Records that were kept, by the ids of their articles: at once, or one by one where there are many.

    For what looks at few of them, or at their articles alone.
    """
    if len(data) <= FEW:
        return tuple(map(unpack_record, data, ids))
    packed = _Packed(ids, data)
    return LazyRecords(ids, packed.record, packed.head)
