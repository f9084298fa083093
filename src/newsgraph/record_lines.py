"""Records as lines of JSON (JSON Lines, UTF-8), one a line; what others wrote is checked before it is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

import msgspec

from newsgraph.errors import RecordError
from newsgraph.record_checks import check
from newsgraph.records import Record

_decoder = msgspec.json.Decoder(Record)
_encoder = msgspec.json.Encoder()


def to_json(record: Record) -> bytes:
    """The record as one line of JSON, without the newline."""
    return _encoder.encode(record)


def from_json(line: bytes | str | msgspec.Raw, where: str = "record") -> Record:
    """Read one line of JSON; `where` names it in the message.

    Raises:
        RecordError: it is no record, or its offsets do not fit its text.
    """
    try:
        record = _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordError(f"{where}: not a record of newsgraph ({error}); make one with `newsgraph extract`") from None
    check(record, where)
    return record


def from_own_json(line: bytes) -> Record:
    """Read a line that newsgraph has just written: nothing is checked."""
    return _decoder.decode(line)


def read_records(lines: Iterable[bytes | str], where: str = "records") -> Iterator[Record]:
    """The records of a JSON Lines stream, one a line; blank lines are passed over."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield from_json(line, f"{where}, line {number}")


def write_records(records: Iterable[Record], stream: IO[bytes]) -> None:
    """Write records to a binary stream, one a line."""
    for record in records:
        stream.write(to_json(record) + b"\n")
