"""EPUB books of articles."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

STORY = "The ministers of Lomara and Selm met on Monday and agreed to reopen the border, officials said. " * 3
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
)
PACKAGE = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata><dc:title>The Harbour Courier, 5 March 2024</dc:title><dc:date>2024-03-05</dc:date>
<dc:language>en</dc:language></metadata>
<manifest><item id="c" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="text/border%20talks.xhtml" media-type="application/xhtml+xml"/>
<item id="s" href="text/storm.xhtml" media-type="application/xhtml+xml"/>
<item id="p" href="p.png" media-type="image/png"/></manifest>
<spine><itemref idref="c"/><itemref idref="s"/><itemref idref="b"/></spine></package>"""


def page(title: str, text: str) -> str:
    body = f"<head><title>x</title></head><body><h1>{title}</h1><p>{text}</p></body>"
    return f'<html xmlns="http://www.w3.org/1999/xhtml">{body}</html>'


def book() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OEBPS/content.opf", PACKAGE)
        archive.writestr("OEBPS/cover.xhtml", page("The Harbour Courier", "Cover"))
        archive.writestr("OEBPS/text/border talks.xhtml", page("Border to reopen", STORY))
        archive.writestr("OEBPS/text/storm.xhtml", page("Storm", STORY.replace("agreed", "refused")))
    return packed.getvalue()


def test_chapters_are_articles_in_reading_order(read: Callable, write: Callable) -> None:
    for name in ("courier.epub", "download"):
        (storm, border), problems = read(write(name, book()))
        assert (storm.title, border.title) == ("Storm", "Border to reopen")
        assert border.text == STORY.strip()
        assert (border.published, border.source, border.language) == (
            "2024-03-05", "The Harbour Courier, 5 March 2024", "en",
        )  # fmt: skip
        assert problems == []


def test_a_broken_book_is_one_line(read: Callable, write: Callable) -> None:
    path = write("a.epub", book()[:-30])
    articles, problems = read(path)
    assert articles == [] and str(problems[0]).startswith(f"{path}: is no EPUB that can be read (")
