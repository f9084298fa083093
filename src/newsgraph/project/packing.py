"""How articles and records are kept in a project file: JSON, compressed."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import msgspec

from newsgraph.articles import Article
from newsgraph.record_lines import from_own_json
from newsgraph.records import Record
from newsgraph.stored.records import HELD, Head, LazyRecords

_LEVEL = 3


def pack_article(article: Article) -> bytes:
    """An article as it is kept."""
    return zlib.compress(msgspec.json.encode(article), _LEVEL)


def unpack_article(data: bytes) -> Article:
    """An article that was kept."""
    return msgspec.json.decode(zlib.decompress(data), type=Article)


def pack_record(line: bytes) -> bytes:
    """A record, given as its line of JSON, as it is kept."""
    return zlib.compress(line, _LEVEL)


def unpack_record(data: bytes) -> Record:
    """A record that was kept."""
    return from_own_json(zlib.decompress(data))


def unpack_head(data: bytes) -> Head:
    """What a record that was kept says of its article."""
    return _heads.decode(zlib.decompress(data))


def is_same_record(data: bytes, line: bytes) -> bool:
    """Whether a record that was kept is that of a line, but for the id and the file of its article."""
    kept = zlib.decompress(data)
    if kept == line:
        return True
    one, other = from_own_json(kept), from_own_json(line)
    return msgspec.structs.replace(one, article=other.article) == other


class _Packed:
    """Records as they were kept, of which each is made when it is asked for."""

    def __init__(self, data: Sequence[bytes]) -> None:
        self._data = data

    def record(self, place: int) -> Record:
        return unpack_record(self._data[place])

    def head(self, place: int) -> Head:
        return unpack_head(self._data[place])


_heads = msgspec.json.Decoder(Head)


def unpacked(ids: Sequence[str], data: Sequence[bytes]) -> Sequence[Record]:
    """Records that were kept, by the ids of their articles: at once, or one by one where there are many.

    For what looks at few of them, or at their articles alone.
    """
    if len(data) <= HELD:
        return tuple(map(unpack_record, data))
    packed = _Packed(data)
    return LazyRecords(ids, packed.record, packed.head)
