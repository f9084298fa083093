"""Parquet files of records: a row each, with the record as JSON beside columns of its article."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from newsgraph.articles import Article

COLUMNS = ("id", "published", "title", "source", "url", "origin")
"""Columns of the article, before `record`."""
_MARK = b"newsgraph.records"
"""The key in the metadata of the file that says what its rows are."""
_ROWS = 256


def record_table(rows: Sequence[tuple[Article, bytes]]) -> bytes:
    """A Parquet file of records, of which each is given as its article and its line of JSON."""
    import pyarrow
    from pyarrow import parquet

    columns: dict[str, Any] = {name: [getattr(article, name) for article, _ in rows] for name in COLUMNS}
    columns["record"] = [line.decode() for _, line in rows]
    schema = pyarrow.schema([(name, pyarrow.string()) for name in columns], metadata={_MARK: b"1"})
    out = io.BytesIO()
    parquet.write_table(pyarrow.table(columns, schema=schema), out, compression="zstd")
    return out.getvalue()


def is_record_table(path: Path) -> bool:
    """Whether a Parquet file holds records; not where nothing is installed that reads Parquet."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        return False
    try:
        return _MARK in (parquet.read_schema(path).metadata or {})
    except (OSError, pyarrow.ArrowException):
        return False


def lines_of_table(path: Path) -> Iterator[str]:
    """The records of a Parquet file as JSON.

    Raises:
        OSError: the file is damaged.
    """
    import pyarrow
    from pyarrow import parquet

    try:
        with parquet.ParquetFile(path) as table:
            for batch in table.iter_batches(batch_size=_ROWS, columns=["record"]):
                yield from (str(line) for line in batch.column(0).to_pylist())
    except pyarrow.ArrowException as error:
        raise OSError(str(error).splitlines()[0][:120]) from None
