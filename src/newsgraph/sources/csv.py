"""Tables of articles, one a row: CSV and TSV, of any size."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from newsgraph.articles import Article
from newsgraph.sources.encoding import SAMPLE, binary_kind, encoding_of, not_text
from newsgraph.sources.fields import Fields
from newsgraph.sources.gdelt import gdelt_table
from newsgraph.sources.own_outputs import own_table
from newsgraph.sources.problems import OnProblem, Problem

if TYPE_CHECKING:
    import _csv

_DELIMITERS: Final = (",", ";", "\t", "|")
_LARGEST_FIELD: Final = 50_000_000
_SEPARATOR: Final = re.compile(r'\ufeff?"?sep=([^\r\n"])"?\r?\n', re.I)
"""The line in which Excel says what divides the columns."""


def read_csv(
    stream: io.BufferedReader, origin: str, on_problem: OnProblem, fields: Fields | None = None
) -> Iterator[Article]:
    """The articles of a table whose first row names the columns; texts are verbatim, quoted line ends included."""
    fields = fields or Fields()
    head = stream.peek(SAMPLE)[:SAMPLE]
    if kind := binary_kind(head):
        on_problem(not_text(origin, kind))
        return
    encoding = encoding_of(head, whole=False)
    errors = "newsgraph.windows" if encoding.startswith("utf-8") else "replace"
    allow_large_fields()
    lines = io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline="")
    text = head.decode(encoding, "replace")
    try:
        delimiter, above = layout_of(text)
        for _ in range(above):
            lines.readline()
        rows = csv.reader(lines, delimiter=delimiter)
        yield from _read_rows(rows, origin, on_problem, fields, above)
    finally:
        lines.detach()


def allow_large_fields() -> None:
    """Let a cell hold a whole article, or all that a decision rests on."""
    csv.field_size_limit(max(csv.field_size_limit(), _LARGEST_FIELD))


def layout_of(head: str) -> tuple[str, int]:
    """What divides the columns of a table that begins with `head`, and how many lines are above their names.

    There is one where Excel says there what divides them.
    """
    said = _SEPARATOR.match(head)
    return (said[1], 1) if said else (delimiter_of(head), 0)


def delimiter_of(head: str) -> str:
    """What divides the columns of a table that begins with `head`: what the first row has most of, outside quotes."""
    counts = dict.fromkeys(_DELIMITERS, 0)
    quoted = False
    for char in head.lstrip("\ufeff\r\n"):
        if char == '"':
            quoted = not quoted
        elif not quoted:
            if char in "\r\n":
                break
            if char in counts:
                counts[char] += 1
    return max(_DELIMITERS, key=counts.__getitem__)


def _read_rows(
    rows: _csv.Reader, origin: str, on_problem: OnProblem, fields: Fields, above: int
) -> Iterator[Article]:
    """The articles of rows, `above` being the number of lines before them."""
    names: list[str] | None = None
    empty = True
    while True:
        line = above + rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            where = f"{origin}, line {line}"
            on_problem(Problem(where, f"the rest of the table can't be read ({error})", "look for a stray quote there"))
            return
        if not any(cell.strip() for cell in row):
            continue
        if names is None:
            names = [name.strip().lstrip("\ufeff") for name in row]
            checks = (own_table(names, origin), gdelt_table(names, origin), fields.missing_text(names, origin))
            if (problem := next(filter(None, checks), None)) is not None:
                on_problem(problem)
                return
            continue
        empty = False
        if any(cell.strip() for cell in row[len(names) :]):
            message = f"has {len(row)} cells under {len(names)} names, so that some stand in a wrong column"
            on_problem(Problem(f"{origin}, line {line}", message, "quote the text that has the table's divider in it"))
            continue
        article = fields.article(dict(zip(names, row, strict=False)), f"{origin}, line {line}", on_problem)
        if article is not None:
            yield article
    if names is None or empty:
        message = "is empty" if names is None else "has no rows under its header"
        on_problem(Problem(origin, message, "give it articles, or take it out"))
