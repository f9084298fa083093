"""Deliveries of Nexis Uni and LexisNexis Academic, in the layouts that their exports have."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

import pytest

COVER = """\
User Name: A READER
Date and Time: Friday, November 20, 2026 4:05:00 PM GMT
Job Number: 240112233

Documents (2)
1. Lomara and Selm reopen border
Client/Matter: -None-
Search Terms: border
Search Type: Terms and Connectors
Narrowed by:
Content Type
Narrowed by
News
-None-
2. Harbour strike enters third week
Client/Matter: -None-
Search Terms: border
"""
FIRST = """\
Lomara and Selm reopen border
The Harbour Courier (Lomara)
March 5, 2024 Tuesday 6:30 AM GMT
Final Edition

Copyright 2024 Harbour Media Ltd All Rights Reserved

Section: NEWS; Pg. 4
Length: 38 words
Byline: Ana Torv
Dateline: LOMARA
Body

The ministers of Lomara and Selm met on Monday and agreed to reopen the border.

Country: the word opens a paragraph and closes nothing, officials said.

Graphic

A gate, in a photograph that shows "LENGTH".
Classification

Language: ENGLISH
Publication-Type: Newspaper
Subject: BORDER CONTROL (90%)
Load-Date: March 6, 2024

End of Document
"""
SECOND = """\
Harbour strike enters third week
Selm Evening Post
18 March 2024

Copyright 2024 Post Publishing All Rights Reserved

Length: 12 words
Body

Dockers in Selm rejected the offer of the port on Sunday.

Load-Date: March 18, 2024

End of Document
"""
ACADEMIC = """\


Download Request: Selected Items: 1-2
Time Of Request: Friday, March 20, 2015  16:51:31

                               1 of 2 DOCUMENTS



                              The Harbour Courier

                            January 11, 2010 Monday
                                   Edition 1;
                                     Lomara

Talks on the ferry
end without a deal

BYLINE: Ana Torv

SECTION: NEWS; Pg. 3

LENGTH: 45 words

The talks on the ferry between Lomara and Selm ended on Sunday without a deal, a
spokesman of the anti-
corruption office said.

The two sides will meet again in April.

LOAD-DATE: January 12, 2010

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                       Copyright 2010 Harbour Media Ltd.
                              All Rights Reserved

                               2 of 2 DOCUMENTS


                               Selm Evening Post

                            February 2, 2010 Tuesday

Storm closes port

LENGTH: 10 words

A storm closed the port of Selm on Monday.

LANGUAGE: ENGLISH

                       Copyright 2010 Post Publishing
"""


def docx(text: str) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    paragraphs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in text.split("\n")
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{paragraphs}</w:body></w:document>")
    return packed.getvalue()


def rtf(text: str) -> bytes:
    lines = text.replace("\\", "\\\\").replace(": ", ":\\~ ").split("\n")
    header = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\header\pard Page 1 of 2\par}"
    return (header + "".join(f"\\pard\\f0\\fs20 {line}\\par\n" for line in lines) + "}").encode("ascii")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("Files (2).txt", COVER + FIRST + SECOND),
        ("Files (2).DOCX", docx(COVER + FIRST + SECOND)),
        ("Files (2).rtf", rtf(COVER + FIRST + SECOND)),
        ("no-ending", rtf(COVER + FIRST + SECOND)),
    ],
)
def test_a_delivery_of_nexis_uni_gives_each_of_its_documents(
    read: Callable, write: Callable, name: str, content: str | bytes
) -> None:
    path = write(name, content)
    (one, two), problems = read(path)
    assert problems == []
    assert (one.title, one.source, one.published, one.author, one.language) == (
        "Lomara and Selm reopen border", "The Harbour Courier (Lomara)", "2024-03-05T06:30Z", "Ana Torv", "en",
    )  # fmt: skip
    assert one.text == (
        "The ministers of Lomara and Selm met on Monday and agreed to reopen the border.\n"
        "Country: the word opens a paragraph and closes nothing, officials said."
    )
    assert (two.title, two.source, two.published, two.author) == (
        "Harbour strike enters third week", "Selm Evening Post", "2024-03-18", None,
    )  # fmt: skip
    assert two.text == "Dockers in Selm rejected the offer of the port on Sunday."
    assert [article.origin for article in (one, two)] == [f"{path}, document 1", f"{path}, document 2"]


def test_a_delivery_of_one_document_has_no_cover(read: Callable, write: Callable) -> None:
    path = write("one.docx", docx(SECOND))
    (article,), problems = read(path)
    assert (article.title, article.published, article.origin) == (
        "Harbour strike enters third week", "2024-03-18", str(path),
    )  # fmt: skip
    assert problems == []


def test_a_delivery_of_lexisnexis_academic(read: Callable, write: Callable) -> None:
    (one, two), problems = read(write("a.TXT", ACADEMIC))
    assert (one.title, one.source, one.published, one.author) == (
        "Talks on the ferry end without a deal", "The Harbour Courier", "2010-01-11", "Ana Torv",
    )  # fmt: skip
    assert one.text == (
        "The talks on the ferry between Lomara and Selm ended on Sunday without a deal, a spokesman of the "
        "anti-corruption office said.\nThe two sides will meet again in April."
    )
    assert (two.title, two.source, two.published) == ("Storm closes port", "Selm Evening Post", "2010-02-02")
    assert two.text == "A storm closed the port of Selm on Monday."
    assert problems == []


def test_a_document_without_a_text_is_told_of(read: Callable, write: Callable) -> None:
    path = write("a.txt", FIRST + SECOND.replace("Dockers in Selm rejected the offer of the port on Sunday.", ""))
    (article,), problems = read(path)
    assert article.title == "Lomara and Selm reopen border"
    assert [str(problem) for problem in problems] == [
        f"{path}, document 2: has no text ('Harbour strike enters third week'); "
        "export its full text, or take it out"
    ]


def test_news_that_mentions_documents_is_one_article(read: Callable, write: Callable) -> None:
    text = "Police seize files\n\n3 of 120 documents were found. The body was not.\nLENGTH of the film: an hour.\n"
    (article,), _ = read(write("a.txt", text))
    assert article.text == text


@pytest.mark.parametrize("broken", [b"PK\x03\x04 broken", docx("x")[:-40]])
def test_a_broken_word_document_is_one_line(read: Callable, write: Callable, broken: bytes) -> None:
    path = write("a.docx", broken)
    articles, problems = read(path)
    assert articles == []
    assert len(problems) == 1 and str(problems[0]).startswith(f"{path}: is no Word document that can be read (")


def test_deleted_words_and_field_codes_of_a_word_document_are_not_read(read: Callable, write: Callable) -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = (
        "<w:p><w:r><w:t>Norland </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t>reopened</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:ins><w:r><w:t> the port.</w:t></w:r></w:ins></w:p>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
    (article,), _ = read(write("a.docx", packed.getvalue()))
    assert article.text == "Norland reopened the port."
