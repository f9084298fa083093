"""Records in other shapes than a line each: JSON documents, and archives of files of records."""

from __future__ import annotations

import io
from collections.abc import Iterator

import msgspec

from newsgraph.sources import OnProblem
from newsgraph.sources.archives import Member, open_members, zip_format
from newsgraph.sources.formats import format_of_name

_LARGEST = 200_000_000
"""Bytes of a document, which is held in memory."""
_value = msgspec.json.Decoder(msgspec.Raw)
_values = msgspec.json.Decoder(list[msgspec.Raw])


def is_document(head: bytes, format: str | None) -> bool:
    """Whether a JSON file is one document rather than a value a line: by its name, or because it begins as a list."""
    return format == "json" or head.lstrip().startswith(b"[")


def values_of(stream: io.BufferedReader) -> list[msgspec.Raw]:
    """The values of a document: those of its list, or the one that it is, or one a line, as some documents have them.

    Raises:
        OSError: it is larger than can be held in memory.
        msgspec.DecodeError: it is no JSON.
    """
    data = stream.read(_LARGEST + 1).removeprefix(b"\xef\xbb\xbf")
    if len(data) > _LARGEST:
        raise OSError(f"it is a document of more than {_LARGEST // 1_000_000} MB, and no file of a record a line")
    if data.lstrip().startswith(b"["):
        return _values.decode(data)
    try:
        return [_value.decode(data)]
    except msgspec.DecodeError:
        return [_value.decode(line) for line in data.splitlines() if line.strip()]


def read_members(stream: io.BufferedReader, format: str, origin: str, on_problem: OnProblem) -> Iterator[Member]:
    """The files in an archive that have the ending of a format, each to be read before the next is asked for."""
    if format == "zip" and stream.seekable():
        is_archive = zip_format(stream) == "zip"
        stream.seek(0)
        if not is_archive:
            return
    yield from (m for m in open_members(stream, format, origin, on_problem) if format_of_name(m.name) is not None)
