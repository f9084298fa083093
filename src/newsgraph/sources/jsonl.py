"""JSON Lines of any size, one article or record a line, and JSON documents with one article or a list of them."""

from __future__ import annotations

import codecs
import io
import json
from collections.abc import Iterator, Mapping
from typing import IO, Any, Final

from newsgraph.articles import Article
from newsgraph.sources.encoding import SAMPLE, binary_kind, decode, encoding_of, not_text
from newsgraph.sources.fields import Fields
from newsgraph.sources.files import read_whole
from newsgraph.sources.problems import OnProblem, Problem

_LONGEST_LINE: Final = 50_000_000
_LISTS: Final = ("articles", "items", "results", "documents", "docs", "data", "records", "stories")
_REMEDY: Final = "mend it, or take it out"


def is_record(value: Any) -> bool:
    """Whether a JSON value is an extraction record (its article stands under `article`) rather than an article."""
    return isinstance(value, Mapping) and isinstance(value.get("article"), Mapping)


def read_jsonl(
    stream: io.BufferedReader, origin: str, on_problem: OnProblem, fields: Fields | None = None
) -> Iterator[Article]:
    """The articles of a JSON Lines stream, texts verbatim. A line that is a record gives its article."""
    fields = fields or Fields()
    head = stream.peek(SAMPLE)[:SAMPLE]
    if kind := binary_kind(head):
        on_problem(not_text(origin, kind))
        return
    found = False
    for number, line in enumerate(_lines(stream, head), 1):
        where = f"{origin}, line {number}"
        if isinstance(line, int):
            on_problem(Problem(where, f"is longer than {_LONGEST_LINE:,} bytes", "divide it"))
            found = True
        elif line.strip():
            found = True
            yield from _read_line(line, where, on_problem, fields)
    if not found:
        on_problem(Problem(origin, "is empty", "give it articles, or take it out"))


def read_json(
    stream: io.BufferedReader, origin: str, on_problem: OnProblem, fields: Fields | None = None
) -> Iterator[Article]:
    """The articles of a JSON document: one object, or a list of them, also under a name such as `articles`."""
    fields = fields or Fields()
    data = read_whole(stream, origin)
    text = data if isinstance(data, Problem) else decode(data, origin)
    if isinstance(text, Problem):
        on_problem(text)
        return
    if not text.strip():
        on_problem(Problem(origin, "is empty", "give it articles, or take it out"))
        return
    try:
        value = _loads(text)
    except ValueError as error:
        # Many files that are called .json hold one object a line.
        if text.lstrip().startswith("{") and len(text.strip().split("\n", 1)) > 1 and "Extra data" in str(error):
            for number, line in enumerate(text.split("\n"), 1):
                if line.strip():
                    yield from _read_line(line, f"{origin}, line {number}", on_problem, fields)
        else:
            on_problem(Problem(origin, f"is broken JSON ({error})", _REMEDY))
        return
    if isinstance(value, list):
        yield from _read_items(value, origin, on_problem, fields)
    else:
        yield from _read_value(value, origin, on_problem, fields)


def _lines(stream: IO[bytes], head: bytes) -> Iterator[bytes | str | int]:
    """Lines ended by a line feed only (U+2028 may stand inside a string); the length of one that is too long."""
    encoding = encoding_of(head, whole=False)
    if encoding.startswith(("utf-16", "utf-32")):
        reader = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="\n")
        try:
            yield from reader
        finally:
            reader.detach()
        return
    if head.startswith(codecs.BOM_UTF8):
        stream.read(len(codecs.BOM_UTF8))
    while line := stream.readline(_LONGEST_LINE):
        if len(line) == _LONGEST_LINE and not line.endswith(b"\n"):
            while (rest := stream.readline(_LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            yield len(line)
        else:
            yield line


def _read_line(line: bytes | str, where: str, on_problem: OnProblem, fields: Fields) -> Iterator[Article]:
    text = line if isinstance(line, str) else decode(line, where)
    if isinstance(text, Problem):
        on_problem(text)
        return
    try:
        value = _loads(text)
    except ValueError as error:
        on_problem(Problem(where, f"is broken JSON ({error})", _REMEDY))
        return
    yield from _read_value(value, where, on_problem, fields)


def _read_value(value: Any, where: str, on_problem: OnProblem, fields: Fields) -> Iterator[Article]:
    """One article, or the list of them that services send in an object, under a name such as `articles`."""
    if not isinstance(value, dict):
        on_problem(Problem(where, "is no JSON object", 'write {"text": "…"}'))
        return
    if is_record(value):
        value, fields = value["article"], Fields(day_first=fields.day_first)
    elif "text" not in fields.columns(value):
        items = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), None)
        if items is not None:
            yield from _read_items(items, where, on_problem, fields)
            return
    article = fields.article(value, where, on_problem)
    if article is not None:
        yield article


def _read_items(items: list[Any], where: str, on_problem: OnProblem, fields: Fields) -> Iterator[Article]:
    if not items:
        on_problem(Problem(where, "is an empty list", "give it articles, or take it out"))
    for number, item in enumerate(items, 1):
        yield from _read_value(item, f"{where}, item {number}", on_problem, fields)


def _loads(text: str) -> Any:
    """What `json.loads` gives; control characters inside strings pass.

    Raises:
        ValueError: it is not JSON, or nested beyond reason.
    """
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        raise ValueError(f"{error.msg} at character {error.pos + 1}") from None
    except RecursionError:
        raise ValueError("nested too deeply") from None
