"""Deliveries of ProQuest as text."""

from __future__ import annotations

from collections.abc import Callable

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

Subject: Border control

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
    assert article.text == "The ministers of Lomara and Selm met on Monday.\nThey agreed: the border is to reopen."
    assert [str(problem) for problem in problems] == [
        f"{path}, document 2: has no text ('Storm closes port'); export its full text, or take it out"
    ]
