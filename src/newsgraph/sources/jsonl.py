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
from newsgraph.sources.own_outputs import own_network
from newsgraph.sources.problems import OnProblem, Problem

_LONGEST_LINE: Final = 50_000_000
_LISTS: Final = ("articles", "items", "results", "documents", "docs", "data", "records", "stories")
_DEEPEST: Final = 4
"""Levels of a JSON document at which a list of articles is looked for."""
_LOOKED_AT: Final = 20
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
    if (own := own_network(value, where)) is not None:
        on_problem(own)
        return
    if is_record(value):
        if "entities" in value or "schema" in value:
            message = "is a record among articles: its article is read again, and what the record says is not used"
            on_problem(Problem(where, message, "give records in files of their own", lost=False))
        value, fields = value["article"], Fields(day_first=fields.day_first)
    elif not fields.claims_text(value):
        if (items := _items_in(value, fields)) is not None:
            yield from _read_items(items, where, on_problem, fields)
            return
        value = _unfolded(value, fields)
    article = fields.article(value, where, on_problem)
    if article is not None:
        yield article


def _items_in(value: Mapping[str, Any], fields: Fields) -> list[Any] | None:
    """The list of articles in what a service sends, however deep it puts it; None if there is none.

    A list whose items have texts goes before one of a usual name, and what is higher up before what is deeper.
    """
    level: list[Mapping[str, Any]] = [value]
    named: list[Any] | None = None
    for _ in range(_DEEPEST):
        lists = [(name, item) for at in level for name, item in at.items() if isinstance(item, list)]
        for name, items in lists:
            objects = [item for item in items[:_LOOKED_AT] if isinstance(item, Mapping)]
            if any(fields.has_text(_unfolded(item, fields)) for item in objects):
                return items
            if named is None and name in _LISTS and (objects or not items):
                named = items
        level = [item for at in level for item in at.values() if isinstance(item, Mapping)]
    return named


def _unfolded(row: Mapping[str, Any], fields: Fields) -> dict[str, Any]:
    """An object whose text stands in an object inside it, such as `_source` or `fields`, with both put together."""
    inner = [item for item in row.values() if isinstance(item, Mapping) and fields.has_text(item)]
    return {**row, **inner[0]} if len(inner) == 1 and not fields.claims_text(row) else dict(row)


def _read_items(items: list[Any], where: str, on_problem: OnProblem, fields: Fields) -> Iterator[Article]:
    if not items:
        on_problem(Problem(where, "is an empty list", "give it articles, or take it out"))
    objects = [item for item in items if isinstance(item, Mapping)]
    told = any(is_record(item) or fields.claims_text(_unfolded(item, fields)) for item in objects)
    if len(objects) > 1 and not told and (problem := fields.missing_text(objects[0], where)) is not None:
        on_problem(problem)
        return
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
