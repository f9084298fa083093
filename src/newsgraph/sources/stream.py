"""A stream of articles out of files, directories and standard input."""

from __future__ import annotations

import io
import os
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

import msgspec

from newsgraph.articles import Article, content_digest, id_from_content
from newsgraph.errors import SourceError
from newsgraph.sources.csv import read_csv
from newsgraph.sources.encoding import SAMPLE, binary_kind, encoding_of
from newsgraph.sources.fields import Fields
from newsgraph.sources.files import Input, find_inputs, open_input, unreadable
from newsgraph.sources.formats import Format, format_of_content
from newsgraph.sources.html import read_html
from newsgraph.sources.jsonl import read_json, read_jsonl
from newsgraph.sources.language import guess_language
from newsgraph.sources.problems import OnProblem, Problem
from newsgraph.sources.rdf import is_rdf_text, not_news, rdf_ending
from newsgraph.sources.text import read_text

LONGEST: Final = 250_000
"""Characters of an article, some 40,000 words; the language model would take gigabytes for more."""

Reader = Callable[[io.BufferedReader, str, OnProblem, Fields | None], Iterator[Article]]

READERS: Final[dict[Format, Reader]] = {
    "text": read_text,
    "html": read_html,
    "jsonl": read_jsonl,
    "json": read_json,
    "csv": read_csv,
}


def open_articles(
    inputs: Iterable[str | os.PathLike[str]],
    *,
    on_problem: OnProblem,
    fields: Mapping[str, str] | None = None,
    format: Format | None = None,
    day_first: bool | None = None,
    keep_duplicates: bool = False,
) -> Iterator[Article]:
    """The articles in files, directories (in depth, sorted) and, for `-`, standard input, one at a time.

    What can't be read is told to `on_problem`, and the rest goes on. No more than one article is in memory, beside a
    few bytes for each that was read, by which one that comes again is known.

    Args:
        inputs: paths of plain text, HTML, JSON Lines, JSON, CSV and TSV, each also with `.gz`, or of directories.
        on_problem: is called with what was left out, and with what was kept and should be looked at.
        fields: the names in JSON and tables, as field → name: `{"text": "Volltext", "published": "Datum"}`.
            Those not given are guessed.
        format: how to read all inputs; None goes by each one's ending and content.
        day_first: whether `03/04/2025` is the third of April; None leaves such dates unread.
        keep_duplicates: also give articles of the same content as an earlier one.

    Raises:
        SourceError: `fields` or `format` name something that there is not.
    """
    if format is not None and format not in READERS:
        raise SourceError(f"{format}: not a format of articles; name one of {', '.join(READERS)}")
    names = Fields(fields, day_first=day_first)
    return _checked(_read_all(inputs, on_problem, names, format), on_problem, keep_duplicates)


def _read_all(
    inputs: Iterable[str | os.PathLike[str]], on_problem: OnProblem, fields: Fields, format: Format | None
) -> Iterator[Article]:
    for source in find_inputs(inputs, on_problem):
        try:
            with open_input(source) as stream:
                if format is None and _is_rdf(stream, source):
                    on_problem(not_news(source.origin))
                    continue
                reader = READERS[format or source.format or _sniffed(stream, source)]
                yield from reader(stream, source.origin, on_problem, fields)
        except (OSError, EOFError, zlib.error) as error:
            on_problem(unreadable(source.origin, error))


def _is_rdf(stream: io.BufferedReader, source: Input) -> bool:
    return rdf_ending(source.origin) is not None or is_rdf_text(_head(stream))


def _sniffed(stream: io.BufferedReader, source: Input) -> Format:
    """The format by content; binary content goes to the reader of plain text, which refuses it."""
    return format_of_content(_head(stream))


def _head(stream: io.BufferedReader) -> str:
    """The beginning of an input as text; nothing of one that is binary."""
    head = stream.peek(SAMPLE)[:SAMPLE]
    if binary_kind(head):
        return ""
    return head.decode(encoding_of(head, whole=False), "replace").removeprefix("\ufeff")


def _checked(articles: Iterable[Article], on_problem: OnProblem, keep_duplicates: bool) -> Iterator[Article]:
    """Articles of a bearable length, each content once, each id once, each with its language."""
    read: dict[bytes, str] = {}
    ids: set[str] = set()
    for article in articles:
        origin = article.origin or article.id
        if len(article.text) > LONGEST:
            remedy = "divide it into its articles"
            on_problem(Problem(origin, f"its text has {len(article.text):,} characters, over {LONGEST:,}", remedy))
            continue
        digest = bytes.fromhex(content_digest(article.text))[:16]
        if digest in read and not keep_duplicates:
            message = f"left out as the same text as {read[digest]}"
            on_problem(Problem(origin, message, "nothing is lost", lost=False))
            continue
        read.setdefault(digest, origin)
        if article.id in ids:
            new = f"{article.id}-{id_from_content(article.text)[:8]}"
            while new in ids:
                new += "-again"
            message = f"another article has the id {article.id!r} too; this one is called {new!r}"
            on_problem(Problem(origin, message, "give each article an id of its own", lost=False))
            article = msgspec.structs.replace(article, id=new)
        ids.add(article.id)
        language = article.language or guess_language(article.text)
        if language != article.language:
            article = msgspec.structs.replace(article, language=language)
        if language not in (None, "en"):
            message = f"kept, though its language seems to be {language!r}"
            on_problem(Problem(origin, message, "expect little, as the model reads English", lost=False))
        yield article
