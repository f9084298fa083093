"""Deliveries of Nexis Uni and LexisNexis Academic, in the layouts that their exports have."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

import pytest
from tests.sources.test_pdf import pdf

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


LABELLED = """\
                               1 of 2 DOCUMENTS


     Copyright 2015 Harbour Interactive Company, LLC d/b/a
                            Harbour Digital
                              All Rights Reserved

                              The Harbour Courier

                              May 31, 2015 Sunday
                                Suburban Edition

SECTION: A-SECTION; Pg. A01

LENGTH: 28 words

HEADLINE: Ministers agree
to reopen the border

BYLINE: Ana Torv

BODY:

The ministers of Lomara and Selm met on Saturday and agreed to reopen the
border.

GRAPHIC: A gate.

SUBJECT: BORDERS (90%); MINISTERS
(80%)

LOAD-DATE: June 1, 2015


                               2 of 2 DOCUMENTS


                        Copyright 2015 Post Publishing
                              All Rights Reserved

                              Selm Evening Post

                              May 30, 2015 Saturday

LENGTH: 12 words

HEADLINE: Storm closes port

BODY:
A storm closed the port of Selm on Friday.

LOAD-DATE: May 30, 2015
"""


def page(text: str) -> str:
    """A text as the HTML that LexisNexis Academic delivered, whose comments hide the tags of documents."""
    blocks = [" ".join(block.split()) for block in text.split("\n\n") if block.strip()]
    fields = ((block.partition(":"), block.replace(" All Rights", "<BR>All Rights")) for block in blocks)
    boxes = "".join(
        f'<BR><DIV CLASS="c5"><P><SPAN CLASS="c7">{label}: </SPAN><SPAN CLASS="c2">{value}</SPAN></P></DIV>'
        if colon and label.isupper() else f'<BR><DIV CLASS="c0"><P><SPAN CLASS="c2">{block}</SPAN></P></DIV>'
        for (label, colon, value), block in fields
    )
    cover = "Download Request: All Documents: 1-2<BR>Time Of Request: Saturday, July 11, 2015 &nbsp;22:35:20 EST<BR>"
    return (
        '<HTML><HEAD><TITLE>&nbsp;</TITLE><META TOPIC="null" DOCUMENTS="2" /></HEAD><BODY><DIV CLASS="c5"><P>'
        f'<SPAN CLASS="c11">{cover}</SPAN></P></DIV><DIV CLASS="c9"/><A NAME="DOC_ID_0_0"></A><!-- Hide XML section '
        f"from browser\n<DOC NUMBER=1>\n<DOCFULL> -->{boxes}</BODY></HTML>"
    )


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


@pytest.mark.parametrize(("name", "content"), [("a.TXT", LABELLED), ("a.HTML", page(LABELLED))])
def test_a_delivery_whose_headlines_are_labelled(read: Callable, write: Callable, name: str, content: str) -> None:
    (one, two), problems = read(write(name, content))
    assert (one.title, one.source, one.published, one.author) == (
        "Ministers agree to reopen the border", "The Harbour Courier", "2015-05-31", "Ana Torv",
    )  # fmt: skip
    assert one.text == "The ministers of Lomara and Selm met on Saturday and agreed to reopen the border."
    assert (two.title, two.source, two.published) == ("Storm closes port", "Selm Evening Post", "2015-05-30")
    assert two.text == "A storm closed the port of Selm on Friday."
    assert problems == []


def test_a_delivery_as_pdf_repeats_its_titles_above_each_page(read: Callable, write: Callable) -> None:
    sheets = []
    for text in (FIRST.replace("met on Monday and agreed to", "met on Mon-\nday and agreed to"), SECOND):
        blocks = [block.split("\n") for block in text.strip().split("\n\n")]
        # Title, paper and date stand apart, as do the marks of beginning and end.
        rows = [[line] for line in blocks[0]] + blocks[1:]
        lines, y = [(60, 820, "Page 1 of 1"), (60, 806, rows[0][0])], 760
        for row in rows:
            for line in row:
                y -= 14 if line == "Body" else 0
                lines.append((60, y, line.replace("(", "\\(").replace(")", "\\)")))
                y -= 26 if line == "Body" else 12
            y -= 14
        sheets.append(lines)
    (one, two), problems = read(write("a.pdf", pdf(*sheets)))
    assert (one.title, one.source, one.published, one.author) == (
        "Lomara and Selm reopen border", "The Harbour Courier (Lomara)", "2024-03-05T06:30Z", "Ana Torv",
    )  # fmt: skip
    assert one.text.startswith("The ministers of Lomara and Selm met on Monday and agreed to reopen the border.")
    assert (two.title, two.published) == ("Harbour strike enters third week", "2024-03-18")
    assert two.text == "Dockers in Selm rejected the offer of the port on Sunday."
    assert problems == []


def test_a_journal_says_no_day_and_has_the_title_of_the_cover(read: Callable, write: Callable) -> None:
    path = write("a.txt", COVER + FIRST.replace("March 5, 2024 Tuesday 6:30 AM GMT", "March 2024") + SECOND)
    (one, two), problems = read(path)
    assert (one.title, one.source, one.published) == (
        "Lomara and Selm reopen border", "The Harbour Courier (Lomara)", None,
    )  # fmt: skip
    assert two.published == "2024-03-18"
    assert [str(problem).split(";")[0] for problem in problems] == [
        f"{path}, document 1: kept without its date: 'March 2024' is no date that can be read"
    ]


def test_a_delivery_that_was_cut_off_has_its_last_document(read: Callable, write: Callable) -> None:
    (_, last), _ = read(write("a.txt", FIRST + SECOND.partition("Load-Date")[0]))
    assert (last.title, last.published) == ("Harbour strike enters third week", "2024-03-18")


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
