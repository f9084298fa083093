"""How articles and records are kept in a project file: JSON, compressed."""

from __future__ import annotations

import zlib

import msgspec

from newsgraph.articles import Article
from newsgraph.records import Record, from_own_json

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
