"""A stream of articles out of files, directories, archives and standard input."""

from __future__ import annotations

import io
import os
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Final

import msgspec

from newsgraph.articles import LONGEST, Article
from newsgraph.errors import SourceError
from newsgraph.sources.archives import DEEPEST, open_members, zip_format
from newsgraph.sources.encoding import SAMPLE, binary_kind, encoding_of
from newsgraph.sources.fields import Fields
from newsgraph.sources.file_names import dated_by_name
from newsgraph.sources.files import Input, find_inputs, open_input, read_whole, unreadable
from newsgraph.sources.formats import format_of_bytes, format_of_content, format_of_name
from newsgraph.sources.language import guess_language
from newsgraph.sources.once import Once
from newsgraph.sources.problems import OnProblem, Problem
from newsgraph.sources.rdf import is_rdf_text, not_news, rdf_ending
from newsgraph.sources.readers import ARCHIVES, endings, readers

_LARGEST_ARCHIVE: Final = 500_000_000
"""Bytes of an archive that comes through a pipe or stands in another one, and so must be held in memory."""


def open_articles(
    inputs: Iterable[str | os.PathLike[str]] | str | os.PathLike[str],
    *,
    on_problem: OnProblem,
    fields: Mapping[str, str] | None = None,
    format: str | None = None,
    day_first: bool | None = None,
    keep_duplicates: bool = False,
) -> Iterator[Article]:
    """The articles in files, directories (in depth, sorted) and, for `-`, standard input, one at a time.

    What can't be read is told to `on_problem`, and the rest goes on. No more than one article is in memory, beside a
    few bytes for each that was read, by which one that comes again is known.

    Args:
        inputs: paths of files in any of the formats of `newsgraph.sources.readers`, each also with `.gz`, of ZIP and
            TAR archives of them, or of directories; or one such path.
        on_problem: is called with what was left out, and with what was kept and should be looked at.
        fields: the names in JSON and tables, as field → name: `{"text": "Volltext", "published": "Datum"}`.
            Those not given are guessed.
        format: how to read all inputs; None goes by each one's ending and content.
        day_first: whether `03/04/2025` is the third of April; None leaves such dates unread.
        keep_duplicates: also give articles of the same content as an earlier one.

    Raises:
        SourceError: `fields` or `format` name something that there is not.
    """
    known = (*readers(), *ARCHIVES)
    if format is not None and format not in known:
        raise SourceError(f"{format}: not a format of articles; name one of {', '.join(known)}")
    if isinstance(inputs, str | os.PathLike):
        inputs = [inputs]
    found = all_articles(inputs, on_problem, Fields(fields, day_first=day_first), format)
    once = Once(on_problem, keep_copies=keep_duplicates)
    new = (once.article(article, article.origin or article.id) for article in found)
    return with_language((article for article in new if article is not None), on_problem)


def all_articles(
    inputs: Iterable[str | os.PathLike[str]], on_problem: OnProblem, fields: Fields, format: str | None = None
) -> Iterator[Article]:
    """All that `open_articles` finds, with copies and ids that come twice; of a bearable length."""
    return _bearable(_read_all(inputs, on_problem, fields, format), on_problem)


def _read_all(
    inputs: Iterable[str | os.PathLike[str]], on_problem: OnProblem, fields: Fields, format: str | None
) -> Iterator[Article]:
    for source in find_inputs(inputs, on_problem):
        try:
            with open_input(source) as stream:
                yield from _read(stream, source.origin, source.origin, on_problem, fields, format)
        except (OSError, EOFError, zlib.error) as error:
            on_problem(unreadable(source.origin, error))


def _read(
    stream: io.BufferedReader, origin: str, name: str, on_problem: OnProblem, fields: Fields, format: str | None,
    depth: int = 0,
) -> Iterator[Article]:
    """The articles of one file, which may be an archive of others."""
    head = stream.peek(SAMPLE)[:SAMPLE]
    text = _as_text(head)
    if format is None and (rdf_ending(name) is not None or is_rdf_text(text)):
        on_problem(not_news(origin))
        return
    named = format_of_name(name)
    format = format or format_of_bytes(head, named) or named or format_of_content(text)
    if format == "zip":
        held = _held(stream, origin)
        if isinstance(held, Problem):
            on_problem(held)
            return
        stream = held
        format = zip_format(stream)
        stream.seek(0)
    if format in ARCHIVES:
        yield from _read_archive(stream, origin, on_problem, fields, format, depth)
        return
    reader = readers()[format]
    if (problem := reader.missing(origin)) is not None:
        on_problem(problem)
        return
    articles = reader.load()(stream, origin, on_problem, fields)
    try:
        yield from dated_by_name(articles, name, on_problem) if reader.single else articles
    except (OSError, EOFError, zlib.error):
        raise
    except Exception as error:  # whatever a broken file does to a library, the other files go on
        message = f"the rest of it can't be taken apart ({type(error).__name__}: {error})"[:200]
        on_problem(Problem(origin, message, "write it anew, or save its text as .txt"))


def _held(stream: io.BufferedReader, origin: str) -> io.BufferedReader | Problem:
    """A stream that can be read from any place on, in memory if need be: the directory of a ZIP is at its end."""
    if stream.seekable():
        return stream
    data = read_whole(stream, origin, _LARGEST_ARCHIVE)
    return data if isinstance(data, Problem) else io.BufferedReader(io.BytesIO(data), SAMPLE)


def read_stream(stream: IO[bytes], origin: str, on_problem: OnProblem, fields: Fields) -> Iterator[Article]:
    """The articles of a file that is open, by its content and the ending of its name."""
    try:
        with open_input(Input(origin, None, None, stream)) as opened:
            yield from _read(opened, origin, origin, on_problem, fields, None)
    except (OSError, EOFError, zlib.error) as error:
        on_problem(unreadable(origin, error))


def articles_of_file(stream: IO[bytes], origin: str, on_problem: OnProblem, fields: Fields) -> Iterator[Article]:
    """The articles of a file that is open, as `open_articles` gives them, but for those that other files have too."""
    return with_language(_bearable(read_stream(stream, origin, on_problem, fields), on_problem), on_problem)


def _read_archive(
    stream: io.BufferedReader, origin: str, on_problem: OnProblem, fields: Fields, format: str, depth: int
) -> Iterator[Article]:
    if depth >= DEEPEST:
        on_problem(Problem(origin, "is an archive in an archive in an archive", "unpack it yourself"))
        return
    found = False
    for member in open_members(stream, format, origin, on_problem):
        if format_of_name(member.name) is None and format_of_bytes(member.stream.peek(SAMPLE), None) is None:
            continue
        found = True
        where = f"{origin}, {member.name}"
        try:
            yield from _read(member.stream, where, member.name, on_problem, fields, None, depth + 1)
        except (OSError, EOFError, zlib.error) as error:
            on_problem(unreadable(where, error))
    if not found:
        remedy = f"articles are files that end in {' '.join(endings())}"
        on_problem(Problem(origin, "the archive holds no article", remedy))


def _as_text(head: bytes) -> str:
    """The beginning of an input as text; nothing of one that is binary."""
    if binary_kind(head):
        return ""
    return head.decode(encoding_of(head, whole=False), "replace").removeprefix("\ufeff")


def _bearable(articles: Iterable[Article], on_problem: OnProblem) -> Iterator[Article]:
    for article in articles:
        if len(article.text) > LONGEST:
            message = f"its text has {len(article.text):,} characters, over {LONGEST:,}"
            on_problem(Problem(article.origin or article.id, message, "divide it into its articles"))
        else:
            yield article


def with_language(articles: Iterable[Article], on_problem: OnProblem) -> Iterator[Article]:
    """Articles with their language, as far as they don't say it themselves."""
    for article in articles:
        language = article.language or guess_language(article.text)
        if language != article.language:
            article = msgspec.structs.replace(article, language=language)
        if language not in (None, "en"):
            message = f"kept, though its language seems to be {language!r}"
            remedy = "expect little, as the model reads English"
            on_problem(Problem(article.origin or article.id, message, remedy, lost=False))
        yield article
