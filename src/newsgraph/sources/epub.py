"""EPUB: newspapers and magazines as books, an article for each chapter."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import unquote

from newsgraph.articles import Article, id_from_content
from newsgraph.sources.dates import parse_date
from newsgraph.sources.docx import part_of
from newsgraph.sources.fields import Fields
from newsgraph.sources.files import read_whole
from newsgraph.sources.language import language_code
from newsgraph.sources.paragraphs import paragraphs_in
from newsgraph.sources.problems import OnProblem, Problem
from newsgraph.sources.xml import parse_xml

_SHORT: Final = 200
"""Characters below which a chapter is a cover, a table of contents, an imprint."""
_LARGEST: Final = 10_000_000
_CONTAINER: Final = "META-INF/container.xml"
_HEADINGS: Final = ("h1", "h2", "h3")


def read_epub(
    stream: io.BufferedReader, origin: str, on_problem: OnProblem, fields: Fields | None = None
) -> Iterator[Article]:
    """The chapters of an EPUB with a text of their own, in reading order; what is short is no article.

    The book's date is each article's only if it is a full one; the book's title is their source.
    """
    data = read_whole(stream, origin)
    if isinstance(data, Problem):
        on_problem(data)
        return
    found = False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            facts, chapters = _package(packed)
            for name in chapters:
                article = _article(packed, name, facts, f"{origin}, {name}")
                if article is not None:
                    found = True
                    yield article
    except (zipfile.BadZipFile, KeyError, ValueError, RuntimeError) as error:
        on_problem(Problem(origin, f"is no EPUB that can be read ({error})", "save its text as .txt or .html"))
        return
    if not found:
        on_problem(Problem(origin, "no chapter of it is an article", "check the book"))


def _package(packed: zipfile.ZipFile) -> tuple[dict[str, str], list[str]]:
    """What the book says of itself, and the files of its chapters in reading order."""
    container = parse_xml(part_of(packed, _CONTAINER))
    (place, *_) = container.xpath('//*[local-name()="rootfile"]/@full-path') or [""]
    package = parse_xml(part_of(packed, place))
    facts = {}
    for name in ("title", "date", "language", "publisher"):
        said = package.xpath(f'//*[local-name()="metadata"]/*[local-name()="{name}"]/text()')
        if said:
            facts[name] = " ".join(str(said[0]).split())
    files = {
        item.get("id"): unquote(item.get("href", ""))
        for item in package.xpath('//*[local-name()="manifest"]/*[local-name()="item"]')
        if "html" in item.get("media-type", "")
    }
    spine = package.xpath('//*[local-name()="spine"]/*[local-name()="itemref"]/@idref')
    folder = posixpath.dirname(place)
    return facts, [posixpath.normpath(posixpath.join(folder, files[name])) for name in spine if name in files]


def _article(packed: zipfile.ZipFile, name: str, facts: dict[str, str], origin: str) -> Article | None:
    from lxml import html

    data = part_of(packed, name, _LARGEST)
    if not data.strip():
        return None
    tree = html.fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
    body = next(iter(tree.iter("body")), tree)
    lines = paragraphs_in(body)
    title = _title(body)
    if title and lines[:1] == [title]:
        lines = lines[1:]
    text = "\n".join(lines)
    if len(text) < _SHORT or not any(line.endswith((".", "!", "?", "”", '"')) for line in lines):
        return None
    said = facts.get("date", "")
    return Article(
        id=id_from_content(text), text=text, title=title, published=parse_date(said) if said else None,
        source=facts.get("publisher") or facts.get("title"), language=language_code(facts.get("language")),
        origin=origin,
    )


def _title(body: Any) -> str | None:
    for tag in _HEADINGS:
        for heading in body.iter(tag):
            if text := " ".join(str(heading.text_content()).split()):
                return text
    return None
