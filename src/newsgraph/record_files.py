"""Files of records, as `newsgraph extract` writes them: which files are, and what is in them."""

from __future__ import annotations

import io
import os
import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

import msgspec

from newsgraph.errors import RecordError, SourceError
from newsgraph.record_documents import is_document, read_members, values_of
from newsgraph.record_lines import from_json
from newsgraph.record_tables import is_record_table, lines_of_table
from newsgraph.records import Record
from newsgraph.sources import OnProblem, Problem
from newsgraph.sources.archives import Member
from newsgraph.sources.files import Input, open_input, unreadable
from newsgraph.sources.formats import format_of_name
from newsgraph.sources.readers import ARCHIVES
from newsgraph.sources.shards import WHOLE
from newsgraph.sources.written_names import written_name

_HEAD = re.compile(rb'[\[\s]*\{.{0,200}?"article"\s*:\s*\{', re.S)
_SAMPLE = 4096
_LAYERS = (b"article", b"entities", b"mentions", b"attributions", b"schema")
_LONGEST_FIRST = 50_000_000
_BOM = b"\xef\xbb\xbf"
_JSON = ("jsonl", "json", None)


class _Line(msgspec.Struct):
    """A line that may be a record: the other layers are not looked at."""

    article: dict[str, msgspec.Raw]


def holds_records(source: Input) -> bool:
    """Whether an input holds records rather than articles.

    It is a project, a table of records, JSON of which the first value is a record, or an archive of which the first
    file is such JSON.
    """
    if source.format == "parquet" and source.path is not None:
        return is_record_table(source.path)
    if source.format not in (*_JSON, *ARCHIVES):
        return False
    if source.path is None:  # what is taken from standard input can't be given back, so it is only peeked at
        peek = getattr(getattr(sys.stdin, "buffer", None), "peek", None)
        return peek is not None and bool(_HEAD.match(peek(_SAMPLE).removeprefix(_BOM)))
    if is_project(source.path):
        return True
    try:
        with open_input(source) as stream:
            if source.format not in ARCHIVES:
                return _begins_with_record(stream, source.format)
            members = read_members(stream, source.format, source.origin, lambda problem: None)
            return any(_is_of_records(member) for member in islice(members, 1))
    except (OSError, EOFError, zlib.error):
        return False


def _is_of_records(member: Member) -> bool:
    format = format_of_name(member.name)
    return format in _JSON and _begins_with_record(member.stream, format)


def _begins_with_record(stream: io.BufferedReader, format: str | None) -> bool:
    """Whether the first value of a JSON file is a record."""
    if not _may_hold_records(stream):
        return False
    head = stream.peek(_SAMPLE).removeprefix(_BOM)
    if is_document(head, format):
        return _is_document_of_records(stream)
    return bool(_HEAD.match(head)) or _is_record(stream.readline(_LONGEST_FIRST).removeprefix(_BOM))


def _may_hold_records(stream: io.BufferedReader) -> bool:
    head = stream.peek(_SAMPLE)
    return any(b'"%s"' % name in head for name in _LAYERS)


def _is_document_of_records(stream: io.BufferedReader) -> bool:
    """Whether the first value of a document is a record; one that only has its article in an object is none."""
    try:
        first = values_of(stream)[0]
        fields = msgspec.json.decode(first, type=dict[str, msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError, IndexError):
        return False
    return not fields.keys().isdisjoint(("entities", "schema")) and _is_record(first)


def is_record_file(path: Path) -> bool:
    """Whether a file holds records, by its content."""
    return path.is_file() and holds_records(Input(written_name(path), path, format_of_name(path.name)))


def is_project(path: Path) -> bool:
    """Whether a path is of a project file."""
    if path.suffix.lower() != ".newsgraph" or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"


def sole_project(inputs: object, shard: tuple[int, int] = WHOLE) -> Path | None:
    """The project file that a graph is to be of; None if there is none among its inputs.

    Raises:
        SourceError: it is asked for with something else, or for a part of it. What people decided and the keys that
            were given are of its own articles, and of all of them.
    """
    several = inputs if isinstance(inputs, list | tuple) else [inputs]
    names = [Path(item) for item in several if isinstance(item, str | os.PathLike)]
    project = next(filter(is_project, names), None)
    if project is None:
        return None
    if len(several) > 1:
        other = next((name for name in names if name != project), "INPUT")
        remedy = f"give it alone, or take the others into it first: newsgraph add {project} {other}"
        raise SourceError(f"{project}: is a project, whose decisions and keys are for its own articles; {remedy}")
    if shard != WHOLE:
        remedy = "leave --shard out, or build from its records: newsgraph extract --shard"
        raise SourceError(f"{project}: is a project, whose decisions and keys are for all its articles; {remedy}")
    return project


def _is_record(line: bytes | msgspec.Raw) -> bool:
    """Whether a line is a record whose fields stand in another order, as other programs write them."""
    try:
        return "text" in msgspec.json.decode(line, type=_Line).article
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False


def read_record_file(source: Input, on_problem: OnProblem) -> Iterator[tuple[str, Record]]:
    """The records of a file, each with its place; what is none is told to `on_problem`, and the rest goes on."""
    if source.path is not None and is_project(source.path):
        from newsgraph.project.kept_records import records_of

        yield from ((f"{source.origin}, {record.article.id}", record) for record in records_of(source.path))
        return
    try:
        if source.format == "parquet" and source.path is not None:
            rows = ((f"row {number}", row) for number, row in enumerate(lines_of_table(source.path), 1))
            yield from _checked(rows, source.origin, on_problem)
            return
        with open_input(source) as stream:
            if source.format in ARCHIVES:
                yield from _read_archive(stream, source, on_problem)
            else:
                yield from _checked(_values(stream, source.format), source.origin, on_problem)
    except msgspec.DecodeError as error:
        on_problem(_broken(source.origin, error))
    except (OSError, EOFError, zlib.error) as error:
        on_problem(unreadable(source.origin, error))


def _read_archive(stream: io.BufferedReader, source: Input, on_problem: OnProblem) -> Iterator[tuple[str, Record]]:
    """The records in the files of an archive; those that are of something else are told of."""
    for member in read_members(stream, str(source.format), source.origin, on_problem):
        where, format = f"{source.origin}, {member.name}", format_of_name(member.name)
        if format in _JSON and _may_hold_records(member.stream):
            try:
                yield from _checked(_values(member.stream, format), where, on_problem)
            except msgspec.DecodeError as error:
                on_problem(_broken(where, error))
        else:
            on_problem(Problem(where, "is no file of records, as others in its archive are", "give it by itself"))


def _broken(origin: str, error: msgspec.DecodeError) -> Problem:
    return Problem(origin, f"is broken JSON ({error})", "mend it, or extract its articles again")


def _checked(
    values: Iterable[tuple[str, bytes | str | msgspec.Raw]], origin: str, on_problem: OnProblem
) -> Iterator[tuple[str, Record]]:
    """The records of values, each with its place; the others are told of."""
    for place, value in values:
        where = f"{origin}, {place}"
        try:
            yield where, from_json(value, where)
        except RecordError as error:
            on_problem(problem_of(error, where))


def _values(stream: io.BufferedReader, format: str | None) -> Iterator[tuple[str, bytes | msgspec.Raw]]:
    """The values of a JSON file, each with its place in it; empty lines are none."""
    if is_document(stream.peek(_SAMPLE).removeprefix(_BOM), format):
        yield from ((f"item {number}", value) for number, value in enumerate(values_of(stream), 1))
        return
    lines = chain([stream.readline().removeprefix(_BOM)], stream)
    yield from ((f"line {number}", line) for number, line in enumerate(lines, 1) if line.strip())


def problem_of(error: RecordError, where: str) -> Problem:
    """What is wrong with a record, as the problem of an input."""
    message, _, remedy = str(error).removeprefix(f"{where}: ").partition("; ")
    return Problem(where, message, remedy or "extract the article again")
