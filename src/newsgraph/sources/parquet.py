"""Parquet: tables of articles, a row each."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from newsgraph.articles import Article
from newsgraph.sources.fields import Fields
from newsgraph.sources.own_outputs import own_table
from newsgraph.sources.problems import OnProblem, Problem


def read_parquet(
    stream: io.BufferedReader, origin: str, on_problem: OnProblem, fields: Fields | None = None
) -> Iterator[Article]:
    """The articles of a Parquet table, a batch of rows in memory at a time; texts are verbatim."""
    import pyarrow
    from pyarrow.parquet import ParquetFile

    fields = fields or Fields()
    try:
        # The directory of a Parquet file stands at its end.
        table = ParquetFile(stream if stream.seekable() else io.BytesIO(stream.read()))
        names = table.schema_arrow.names
        if (problem := own_table(names, origin) or fields.missing_text(names, origin)) is not None:
            on_problem(problem)
            return
        number = 0
        for batch in table.iter_batches(batch_size=256):
            for row in batch.to_pylist():
                number += 1
                article = fields.article(plain_row(row), f"{origin}, row {number}", on_problem)
                if article is not None:
                    yield article
        if not number:
            on_problem(Problem(origin, "has no rows", "give it articles, or take it out"))
    except (pyarrow.ArrowInvalid, pyarrow.ArrowIOError) as error:
        message = str(error).splitlines()[0][:120]
        on_problem(Problem(origin, f"is no Parquet table that can be read ({message})", "write it anew"))


def plain_row(row: dict[str, Any]) -> dict[str, Any]:
    """A row with dates as ISO text and missing values (NaN, NaT) as None."""
    return {str(name): _plain(value) for name, value in row.items()}


def _plain(value: Any) -> Any:
    if hasattr(value, "isoformat"):
        written = value.isoformat()
        return None if written == "NaT" else written
    return None if isinstance(value, float) and value != value else value
