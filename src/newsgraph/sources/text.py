"""Plain text files: one article each, whose first lines may be a headline, a date, an author."""

from __future__ import annotations

import io
from collections.abc import Iterator

from newsgraph.articles import Article, id_from_content, id_from_url
from newsgraph.sources.dates import read_date
from newsgraph.sources.encoding import SAMPLE, binary_kind, decode, not_text, without_surrogates
from newsgraph.sources.fields import Fields
from newsgraph.sources.files import read_whole
from newsgraph.sources.header import read_header
from newsgraph.sources.problems import OnProblem, Problem


def read_text(
    stream: io.BufferedReader, origin: str, on_problem: OnProblem, fields: Fields | None = None
) -> Iterator[Article]:
    """The article of a plain text file. Its text is the file's, headline included, so that offsets fit the file.

    Line ends are line feeds. When the file was last written says nothing about the article, and is not used.
    """
    if kind := binary_kind(stream.peek(SAMPLE)[:SAMPLE]):
        on_problem(not_text(origin, kind))
        return
    data = read_whole(stream, origin)
    text = data if isinstance(data, Problem) else decode(data, origin)
    if isinstance(text, Problem):
        on_problem(text)
        return
    text = without_surrogates(text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        on_problem(Problem(origin, "is empty", "give it an article, or take it out"))
        return
    if text.lstrip().startswith(("<?xml", "<rss", "<feed")):
        on_problem(not_text(origin, "an XML document"))
        return
    header = read_header(text)
    day_first = fields.day_first if fields else None
    yield Article(
        id=id_from_url(header.url) if header.url else id_from_content(text),
        text=text,
        title=header.title,
        published=read_date(header.published or header.updated, origin, on_problem, day_first=day_first),
        url=header.url,
        source=header.source,
        author=header.author,
        origin=origin,
    )
