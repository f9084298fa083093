"""Files of records, as `newsgraph extract` writes them: which files are, and what is in them."""

from __future__ import annotations

import os
import re
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from newsgraph.errors import RecordError, SourceError
from newsgraph.record_lines import from_json
from newsgraph.record_tables import is_record_table, lines_of_table
from newsgraph.records import Record
from newsgraph.sources import OnProblem, Problem
from newsgraph.sources.files import Input, open_input, unreadable
from newsgraph.sources.formats import format_of_name
from newsgraph.sources.shards import WHOLE
from newsgraph.sources.written_names import written_name

_HEAD = re.compile(rb'[\[\s]*\{.{0,200}?"article"\s*:\s*\{', re.S)
_SAMPLE = 4096
_LAYERS = (b"article", b"entities", b"mentions", b"attributions", b"schema")
_LONGEST_FIRST = 50_000_000
_BOM = b"\xef\xbb\xbf"


class _Line(msgspec.Struct):
    """A line that may be a record: the other layers are not looked at."""

    article: dict[str, msgspec.Raw]


def holds_records(source: Input) -> bool:
    """Whether an input holds records rather than articles: a project, a table, or lines of which the first is one."""
    if source.format == "parquet" and source.path is not None:
        return is_record_table(source.path)
    if source.format not in ("jsonl", None):
        return False
    if source.path is None:  # what is taken from standard input can't be given back, so it is only peeked at
        peek = getattr(getattr(sys.stdin, "buffer", None), "peek", None)
        return peek is not None and bool(_HEAD.match(peek(_SAMPLE).removeprefix(_BOM)))
    if is_project(source.path):
        return True
    try:
        with open_input(source) as stream:
            head = stream.peek(_SAMPLE).removeprefix(_BOM)
            if _HEAD.match(head):
                return True
            likely = any(b'"%s"' % name in head for name in _LAYERS)
            return likely and _is_record(stream.readline(_LONGEST_FIRST).removeprefix(_BOM))
    except (OSError, EOFError, zlib.error):
        return False


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


def _is_record(line: bytes) -> bool:
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
        for number, line in enumerate(_lines(source), 1):
            if not line.strip():
                continue
            where = f"{source.origin}, line {number}"
            try:
                yield where, from_json(line, where)
            except RecordError as error:
                on_problem(problem_of(error, where))
    except (OSError, EOFError, zlib.error) as error:
        on_problem(unreadable(source.origin, error))


def problem_of(error: RecordError, where: str) -> Problem:
    """What is wrong with a record, as the problem of an input."""
    message, _, remedy = str(error).removeprefix(f"{where}: ").partition("; ")
    return Problem(where, message, remedy or "extract the article again")


def _lines(source: Input) -> Iterator[bytes | str]:
    """The lines of a file of records, or the rows of a table of them."""
    if source.format == "parquet" and source.path is not None:
        yield from lines_of_table(source.path)
        return
    with open_input(source) as stream:
        yield stream.readline().removeprefix(_BOM)
        yield from stream
