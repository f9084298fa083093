"""What a page adds to its article."""

from __future__ import annotations

import pytest
from lxml import html

from newsgraph.sources.clutter import prepare_page, without_clutter

STORY = (
    "The ministers met on Tuesday and agreed to reopen the crossing, which had been closed for nine months, officials "
    "of both countries said after the talks."
)


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement", "Related: Storm hits the coast", "READ MORE: Storm hits the coast", "Don’t miss…",
        "Sign up for our newsletter", "Subscribe to the Morning Brief", "© 2024 Harbour Times", "[Related: Tides]",
        "Follow @harbourtimes on Twitter", "Email Bo Ek at bo.ek@harbour.example", "bo.ek@harbour.example",
        "https://www.harbour.example/1", "Share this article", "Sign up: the Morning Brief",
    ],
)  # fmt: skip
def test_lines_of_the_page_go(line: str) -> None:
    assert without_clutter([STORY, line, STORY], []) == [STORY, STORY]


@pytest.mark.parametrize(
    "line",
    [
        "Also on Tuesday, Lomara recalled its ambassador.",
        "Related ministries were told on Friday.",
        "Followers of the cleric marched to the port.",
        "“Read more history,” she told parliament.",
        "Copyright law was not on the table.",
        "Comments by the minister angered Lomara.",
        "Shares of shipping companies rose.",
        "Advertisements for the vote were banned.",
        "- Reopen the border crossing at Selm",
        "Emails between the two ministries were leaked.",
        "Watching from the gallery, families wept.",
    ],
)
def test_lines_of_the_article_stay(line: str) -> None:
    assert without_clutter([STORY, line, STORY], []) == [STORY, line, STORY]


def test_the_tail_goes_where_no_paragraph_follows() -> None:
    lines = [STORY, "Most read", "Storm hits the coast", "Ten harbours to see"]
    assert without_clutter(lines, []) == [STORY]
    assert without_clutter([*lines, STORY], []) == [STORY, *lines[2:], STORY]


def test_headline_and_section_above_the_article_go() -> None:
    lines = ["World", "Ministers agree to reopen border", "A crossing is to open in May", STORY]
    assert without_clutter(lines, ["Ministers Agree to Reopen Border "]) == lines[2:]
    assert without_clutter(lines, ["Something else"]) == lines


def test_pieces_of_an_article_are_joined_and_tool_tips_go() -> None:
    tree = html.document_fromstring(
        "<body><article><div class='article-body'><p>One <span class='tooltip'><b>two</b> "
        "<span class='tooltip-box'>tip</span></span>.</p></div><div>Ad</div>"
        "<div class='article-body'><p>Three.</p></div></article>"
        "<article><div class='article-body'><p>Another.</p></div></article></body>"
    )
    prepare_page(tree)
    assert [box.text_content() for box in tree.find_class("article-body")] == ["One two .Three.", "", "Another."]


def test_a_page_that_is_called_newsletter_stays() -> None:
    tree = html.document_fromstring(f"<body><div class='newsletter-page'>{f'<p>{STORY}</p>' * 9}</div></body>")
    prepare_page(tree)
    assert len(tree.findall(".//p")) == 9
