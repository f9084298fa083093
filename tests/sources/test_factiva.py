"""Deliveries of Factiva, in the layouts that its exports have."""

from __future__ import annotations

from collections.abc import Callable

import pytest

PLAIN = """\
Page 1 of 2 © 2026 Factiva, Inc. All rights reserved.

News
Lomara and Selm agree to reopen their common border
By Ana Torv
1,038 words
5 March 2024
06:30
The Harbour Courier
HARBC
4
English
(c) 2024 Harbour Media Ltd

The ministers of Lomara and Selm met on Monday.

IN a second meeting they agreed to reopen the border.

Harbour Media (Lomara) Limited

Document HARBC00020240305ek3500012

Business
Storm closes port of Selm
12 words
18 March 2024
04:05 PM GMT
Selm Evening Post
SELMEP
English
Copyright 2024. Post Publishing.

A storm closed the port of Selm on Sunday.

Document SELMEP0020240318ek3i00001
"""
CODED = """\
HD  Lomara and Selm agree to reopen border
BY  Ana Torv
WC  38 words
PD  5 March 2024
ET  06:30
SN  The Harbour Courier
SC  HARBC
LA  English
CY  (c) 2024 Harbour Media Ltd
LP
The ministers of Lomara and Selm met on Monday.
TD
IN a second meeting they agreed to reopen the border.
RE  lomar : Lomara
PUB  Harbour Media Ltd
AN
Document HARBC00020240305ek3500012
"""
TEXT = "The ministers of Lomara and Selm met on Monday.\nIN a second meeting they agreed to reopen the border."
PAGE = """\
<html><head><title>Factiva</title></head><body>
<div id="article-HARBC00020240305ek3500012" class="article"><div class="article enArticle"><p>
</p><div>News</div>
<div id="hd"><span class="enHeadline">Lomara and Selm agree to reopen their common border</span></div>
<div class="author">By Ana Torv</div><div>1,038 words</div><div>5 March 2024</div><div>06:30</div>
<div>The Harbour Courier</div><div>HARBC</div><div>4</div><div>English</div><div>(c) 2024 Harbour Media Ltd</div>
<p class="articleParagraph enarticleParagraph">The ministers of Lomara and Selm met on <b>Monday</b>.</p>
<p class="articleParagraph enarticleParagraph">IN a second meeting they agreed to reopen the border.</p>
<p>Harbour Media Ltd</p><p>Document HARBC00020240305ek3500012</p></div></div>
<div class="article enArticle"><table>
<tr><td><b>HD</b>&nbsp;</td><td><span class="enHeadline">Storm closes port of Selm</span></td></tr>
<tr><td><b>WC</b>&nbsp;</td><td>12 words</td></tr><tr><td><b>PD</b>&nbsp;</td><td>18 March 2024</td></tr>
<tr><td><b>SN</b>&nbsp;</td><td>Selm Evening Post</td></tr><tr><td><b>LA</b>&nbsp;</td><td>English</td></tr>
<tr><td><b>LP</b>&nbsp;</td><td><p class="articleParagraph enarticleParagraph">A storm closed the port.</p></td></tr>
<tr><td><b>TD</b>&nbsp;</td><td><p class="articleParagraph enarticleParagraph">It was on Sunday.</p></td></tr>
<tr><td><b>AN</b>&nbsp;</td><td>Document SELMEP0020240318ek3i00001</td></tr></table></div>
</body></html>
"""


def rtf(text: str) -> bytes:
    cells = text.replace("  ", "\\cell ").replace("©", "\\'a9")
    return (r"{\rtf1\ansi\ansicpg1252 " + cells.replace("\n", "\\par\n") + "}").encode("ascii")


@pytest.mark.parametrize(
    ("name", "content"), [("Factiva-20240320.txt", PLAIN), ("a.rtf", rtf(PLAIN)), ("a.html", PAGE)]
)
def test_a_delivery_gives_each_of_its_documents(
    read: Callable, write: Callable, name: str, content: str | bytes
) -> None:
    path = write(name, content)
    (one, two), problems = read(path)
    assert problems == []
    assert (one.id, one.title, one.source, one.published, one.author, one.language) == (
        "HARBC00020240305ek3500012", "Lomara and Selm agree to reopen their common border", "The Harbour Courier",
        "2024-03-05T06:30", "Ana Torv", "en",
    )  # fmt: skip
    assert one.text == TEXT
    assert (two.id, two.title, two.source, two.published) == (
        "SELMEP0020240318ek3i00001", "Storm closes port of Selm", "Selm Evening Post",
        "2024-03-18" if name == "a.html" else "2024-03-18T16:05Z",
    )  # fmt: skip
    assert two.text.startswith("A storm closed the port")
    assert two.text.endswith("on Sunday.")


@pytest.mark.parametrize(("name", "content"), [("a.txt", CODED), ("a.rtf", rtf(CODED))])
def test_a_delivery_with_indexing(read: Callable, write: Callable, name: str, content: str | bytes) -> None:
    (article,), problems = read(write(name, content))
    assert problems == []
    assert (article.id, article.title, article.source, article.published, article.author, article.language) == (
        "HARBC00020240305ek3500012", "Lomara and Selm agree to reopen border", "The Harbour Courier",
        "2024-03-05T06:30", "Ana Torv", "en",
    )  # fmt: skip
    assert article.text == TEXT


def test_a_page_that_calls_its_article_so_is_no_delivery(read: Callable, write: Callable) -> None:
    story = "The ministers of Lomara and Selm met on Monday and agreed to reopen the border, officials said."
    body = f"<h1>Border</h1><p>{story}</p><p>{story[::-1]}</p>"
    page = f'<html><body><div class="article main">{body}</div></body></html>'
    (article,), _ = read(write("a.html", page))
    assert story in article.text and article.id != "main"


def test_a_section_above_a_short_headline_is_no_headline(read: Callable, write: Callable) -> None:
    box, close, _ = PAGE.partition("</div></div>\n")
    box = box.replace("Lomara and Selm agree to reopen their common", "Open").replace("By Ana Torv", "")
    (article,), problems = read(write("a.html", box.replace('<div class="author"></div>', "") + close))
    assert (article.title, article.author, article.text) == ("Open border", None, TEXT)
    assert problems == []
