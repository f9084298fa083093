"""What Python callers give as articles: paths, texts, dictionaries, DataFrames, open files, and lists of them."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from newsgraph.articles import Article
from newsgraph.errors import SourceError
from newsgraph.sources.fields import Fields, say_which
from newsgraph.sources.parquet import plain_row
from newsgraph.sources.problems import OnProblem, Problem
from newsgraph.sources.stream import read_stream
from newsgraph.sources.written_names import written_name

_LONGEST_NAME: Final = 255
_SENTENCE: Final = re.compile(r"\S+(?:\s+\S+){4,}[.!?…][\"”’')\]]*\s*")
"""At least five words and a full stop: no name of a file, be it ever so long."""
_ACCEPTED: Final = (
    "give a path, a newsgraph.Article, a dictionary with a text, an open file, a DataFrame with a column of texts, "
    "or a list of such"
)


def as_inputs(given: Any, on_problem: OnProblem, fields: Fields) -> Iterator[Any]:
    """Paths, articles and records out of whatever was given, in its order; a list may mix them.

    A string in a list is a text if there is no such file and it has several lines or reads as a sentence; any other is
    a path. A single string is always a path.

    Raises:
        SourceError: something was given that articles can't be read from.
    """
    if isinstance(given, str):
        if _is_text(given):
            shown = " ".join(given.split())
            shown = shown if len(shown) <= 60 else shown[:59] + "…"
            remedy = "to read a text, give newsgraph.Article(text=…), or a list of texts"
            raise SourceError(f"{shown!r} is no file or folder; {remedy}")
        yield given
    elif is_one(given):
        yield from _one(given, "item 1", on_problem, fields)
    elif isinstance(given, Iterable) and not isinstance(given, bytes | bytearray | memoryview):
        for number, item in enumerate(given, 1):
            yield from _one(item, f"item {number}", on_problem, fields)
    else:
        raise _unfit(given)


def is_one(given: Any) -> bool:
    """Whether something is one input rather than a list of them."""
    return (
        isinstance(given, str | os.PathLike | Article | Mapping)
        or _is_record(given)
        or _is_frame(given)
        or _is_file(given)
    )


def _one(item: Any, origin: str, on_problem: OnProblem, fields: Fields) -> Iterator[Any]:
    if isinstance(item, str) and _is_text(item):
        yield Article(text=item, origin=origin)
    elif isinstance(item, str | os.PathLike | Article) or _is_record(item):
        yield item
    elif _is_frame(item):
        yield from _rows(item, on_problem, fields)
    elif item is None or (isinstance(item, float) and item != item):  # what columns have where there is nothing
        on_problem(Problem(origin, "is empty", "give it a text, or take it out"))
    elif isinstance(item, Mapping):
        article = fields.article(plain_row(dict(item)), origin, on_problem)
        if article is not None:
            yield article
    elif _is_file(item):
        name = getattr(item, "name", None)
        shown = written_name(name) if isinstance(name, str) else origin
        yield from read_stream(_bytes_of(item), shown, on_problem, fields)
    else:
        raise _unfit(item)


def _is_record(item: Any) -> bool:
    from newsgraph.records import Record

    return isinstance(item, Record)


def _is_frame(item: Any) -> bool:
    """Whether it is a table of pandas, polars or pyarrow, none of which is imported for it."""
    return hasattr(item, "columns") and (hasattr(item, "itertuples") or hasattr(item, "iter_rows"))


def _is_file(item: Any) -> bool:
    return callable(getattr(item, "read", None))


def _rows(frame: Any, on_problem: OnProblem, fields: Fields) -> Iterator[Article]:
    names = [str(name) for name in frame.columns]
    problem = fields.missing_text(names, "the DataFrame")
    if problem is not None:
        raise SourceError(f"{problem.origin}: {problem.message}; {say_which()}")
    rows = frame.itertuples(index=False, name=None) if hasattr(frame, "itertuples") else frame.iter_rows()
    for number, row in enumerate(rows, 1):
        cells = plain_row(dict(zip(names, row, strict=True)))
        article = fields.article(cells, f"row {number}", on_problem)
        if article is not None:
            yield article


def _bytes_of(file: Any) -> Any:
    """The bytes of an open file, also of one that was opened as text."""
    if isinstance(file, io.TextIOBase):
        buffer = getattr(file, "buffer", None)
        return buffer if buffer is not None else io.BytesIO(file.read().encode("utf-8", "surrogatepass"))
    return file if isinstance(file, io.RawIOBase | io.BufferedIOBase) else io.BytesIO(file.read())


def _is_text(item: str) -> bool:
    """Whether a string is a text rather than a path."""
    if "\n" in item.strip() or len(item) > _LONGEST_NAME:
        return not _exists(item)
    return _SENTENCE.fullmatch(item) is not None and not _exists(item)


def _exists(name: str) -> bool:
    try:
        return os.path.lexists(name)
    except ValueError:
        return False


def _unfit(item: Any) -> SourceError:
    kind = type(item).__name__
    if isinstance(item, bytes | bytearray | memoryview):
        return SourceError(f"{kind}: articles are text; decode it, as in newsgraph.Article(text=data.decode())")
    return SourceError(f"{kind}: articles can't be read from that; {_ACCEPTED}")
