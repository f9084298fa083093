"""Excel workbooks: tables of articles, a row each, on the first sheet that has a text column."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from newsgraph.articles import Article
from newsgraph.sources.archives import LARGEST, is_bomb
from newsgraph.sources.fields import Fields
from newsgraph.sources.parquet import plain_row
from newsgraph.sources.problems import OnProblem, Problem


def read_excel(
    stream: io.BufferedReader, origin: str, on_problem: OnProblem, fields: Fields | None = None
) -> Iterator[Article]:
    """The articles of a workbook; the first row of a sheet with something in it names the columns."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    fields = fields or Fields()
    try:
        with zipfile.ZipFile(stream) as packed:
            parts = packed.infolist()
        if any(map(is_bomb, parts)) or sum(part.file_size for part in parts) > LARGEST:
            on_problem(Problem(origin, "is packed as no table of news is, as in an attack", "take it out"))
            return
        stream.seek(0)
        book = load_workbook(stream, read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        on_problem(Problem(origin, f"is no workbook that can be read ({error})", "save it anew, or as .csv"))
        return
    problem: Problem | None = None
    for sheet in book.worksheets:
        rows = enumerate(sheet.iter_rows(values_only=True), 1)
        names = next((list(map(_text, row)) for _, row in rows if any(cell is not None for cell in row)), [])
        wrong = fields.missing_text(names, f"{origin}, sheet {sheet.title!r}")
        if wrong is None:
            yield from _articles(rows, names, origin, on_problem, fields)
            return
        problem = problem or wrong
    on_problem(problem or Problem(origin, "has no sheet", "give it articles, or take it out"))


def _articles(
    rows: Iterator[tuple[int, tuple[Any, ...]]], names: list[str], origin: str, on_problem: OnProblem, fields: Fields
) -> Iterator[Article]:
    found = False
    for number, row in rows:
        if any(cell is not None for cell in row):
            found = True
            cells = plain_row(dict(zip(names, row, strict=False)))
            article = fields.article(cells, f"{origin}, row {number}", on_problem)
            if article is not None:
                yield article
    if not found:
        on_problem(Problem(origin, "has no rows under its header", "give it articles, or take it out"))


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell).strip()
