"""Deliveries of ProQuest as text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.sources.test_nexis import docx
from tests.sources.test_pdf import pdf

RULE = "_" * 60
DELIVERY = f"""\
{RULE}

Document 1 of 2

Lomara and Selm reopen border

Author: Torv, Ana

Publication info: The Harbour Courier; Lomara [Lomara]. 05 Mar 2024: A.4.

Document URL: https://www.proquest.example/docview/29341

Abstract: Ministers met.

Full text: The ministers of Lomara and Selm met on Monday.

They agreed: the border is to reopen.

Location: that of the gate, they said, is open.

Credit: Ana Torv

Subject: Border control

Location: Lomara

Title: Lomara and Selm reopen border

Publication title: The Harbour Courier; Lomara

Publication date: Mar 5, 2024

ProQuest document ID: 29341

Language of publication: English

{RULE}

Storm closes port

Publication info: Selm Evening Post; 18 Mar 2024.

Full text: Not available.

Publication date: Mar 18, 2024

ProQuest document ID: 29342

{RULE}

Contact us at: https://www.proquest.example

Copyright © 2026 ProQuest LLC. All rights reserved.
"""


def test_a_delivery_gives_each_of_its_documents(read: Callable, write: Callable) -> None:
    path = write("ProQuestDocuments-2024-03-20.txt", DELIVERY)
    (article,), problems = read(path)
    assert (article.id, article.title, article.source, article.published, article.author, article.language) == (
        "29341", "Lomara and Selm reopen border", "The Harbour Courier; Lomara", "2024-03-05", "Torv, Ana", "en",
    )  # fmt: skip
    assert article.url == "https://www.proquest.example/docview/29341"
    assert article.text == (
        "The ministers of Lomara and Selm met on Monday.\nThey agreed: the border is to reopen.\n"
        "Location: that of the gate, they said, is open."
    )
    assert [str(problem) for problem in problems] == [
        f"{path}, document 2: has no text ('Storm closes port'); export its full text, or take it out"
    ]


HEADED = """\
Lomara and Selm reopen border
Torv, Ana. The Harbour Courier; Lomara [Lomara]. 05 Mar 2024.
ProQuest document link
ABSTRACT
Ministers met.
FULL TEXT
The ministers of Lomara and Selm met on Monday.
They agreed: the border is to reopen.
DETAILS
Subject: Border control
Publication title: The Harbour Courier; Lomara
Publication date: Mar 5, 2024
Language of publication: English
ProQuest document ID: 29341
Document URL: https://www.proquest.example/docview/29341
Database: Global Newsstream
Storm closes port
Anonymous. Selm Evening Post. 18 Mar 2024.
ProQuest document link
FULL TEXT
A storm closed the port.
DETAILS
Publication title: Selm Evening Post
Publication date: Mar 18, 2024
ProQuest document ID: 29342
Database: Global Newsstream
Database copyright 2024 ProQuest LLC. All rights reserved.
"""


def rtf(text: str) -> bytes:
    """Rich text whose fields stand in a table."""
    rows = (
        "{\\trowd\\cellx2000\\cellx8000\\intbl " + line.replace(": ", ":\\cell ") + "\\cell\\row}\n"
        if ": " in line and not line.startswith("They") else line + "\\par\n"
        for line in text.split("\n")
    )
    return (r"{\rtf1\ansi " + "".join(rows) + "}").encode("ascii")


def sheet(text: str) -> bytes:
    """A PDF whose fields stand close together, and all else apart."""
    lines, y = [], 740
    for line in text.strip().split("\n"):
        y -= 12 if ": " in line else 30
        lines.append((60, y, line))
    return pdf(lines)


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.txt", HEADED), ("a.docx", docx(HEADED)), ("a.rtf", rtf(HEADED)), ("a.pdf", sheet(HEADED))],
)
def test_a_delivery_with_headings(read: Callable, write: Callable, name: str, content: str | bytes) -> None:
    (one, two), problems = read(write(name, content))
    assert (one.id, one.title, one.source, one.published, one.author, one.language) == (
        "29341", "Lomara and Selm reopen border", "The Harbour Courier; Lomara", "2024-03-05", "Torv, Ana", "en",
    )  # fmt: skip
    assert one.text.split() == (
        "The ministers of Lomara and Selm met on Monday. They agreed: the border is to reopen.".split()
    )
    assert (two.id, two.title, two.source, two.published, two.author, two.text) == (
        "29342", "Storm closes port", "Selm Evening Post", "2024-03-18", None, "A storm closed the port.",
    )  # fmt: skip
    assert problems == []
