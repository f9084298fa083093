"""Plain text files: one article each, or what a news database delivers as text."""

from __future__ import annotations

import io
from collections.abc import Iterator

from newsgraph.articles import Article
from newsgraph.sources.deliveries import read_documents
from newsgraph.sources.encoding import SAMPLE, binary_kind, decode, mended, not_text
from newsgraph.sources.fields import Fields
from newsgraph.sources.files import read_whole
from newsgraph.sources.problems import OnProblem, Problem


def read_text(
    stream: io.BufferedReader, origin: str, on_problem: OnProblem, fields: Fields | None = None
) -> Iterator[Article]:
    """The article of a plain text file. Its text is the file's, headline included, so that offsets fit the file.

    What Nexis, Factiva or ProQuest delivered gives the articles in it, each with the text of its body. Line
    ends are line feeds. When the file was last written says nothing about the article, and is not used.
    """
    if kind := binary_kind(stream.peek(SAMPLE)[:SAMPLE]):
        on_problem(not_text(origin, kind))
        return
    data = read_whole(stream, origin)
    text = data if isinstance(data, Problem) else decode(data, origin)
    if isinstance(text, Problem):
        on_problem(text)
        return
    text = mended(text.replace("\r\n", "\n").replace("\r", "\n"), origin, on_problem)
    if text.lstrip().startswith("<?xml"):
        on_problem(not_text(origin, "an XML document"))
        return
    yield from read_documents(text, origin, on_problem, fields.day_first if fields else None)
