"""Plain text files, their headlines, dates, authors and datelines."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

BODY = "The two ministers met on Tuesday and agreed to reopen the border crossing, officials said after the talks."


def test_headline_date_and_text_as_it_is(read: Callable, write: Callable) -> None:
    text = f"Published on: March 5, 2024 9:07 pm\r\n\r\nMinisters Agree to Reopen Border\r\n{BODY}\r\n"
    (article,), problems = read(write("a.txt", text))
    assert article.text == text.replace("\r\n", "\n")
    assert (article.title, article.published) == ("Ministers Agree to Reopen Border", "2024-03-05T21:07")
    assert (article.language, article.source, article.url) == ("en", None, None)
    assert len(article.id) == 16
    assert article.origin is not None and article.origin.endswith("a.txt")
    assert problems == []


@pytest.mark.parametrize(
    ("header", "title", "published", "source", "author"),
    [
        ("Ministers reopen border\n\n", "Ministers reopen border", None, None, None),
        ("Ministers reopen border\nMarch 5, 2024\n", "Ministers reopen border", "2024-03-05", None, None),
        ("Ministers reopen border\nUpdated 5 March 2024 12:18 GMT\n\n", "Ministers reopen border",
         "2024-03-05T12:18Z", None, None),
        ("5 March 2024\nUpdated: 6 March 2024\nMinisters reopen border\n", "Ministers reopen border", "2024-03-05",
         None, None),
        ("Last updated: 6 March 2024\nPosted 5 March 2024\nMinisters reopen border\n", "Ministers reopen border",
         "2024-03-05", None, None),
        ("Ministers reopen border\nBy Ada Moll | Harbour Times\nMarch 5, 2024\n", "Ministers reopen border",
         "2024-03-05", None, "Ada Moll"),
        ("Title: Ministers reopen border\nSource: Harbour Times\nAuthor: Ada Moll\nDate: 2024-03-05\n\n",
         "Ministers reopen border", "2024-03-05", "Harbour Times", "Ada Moll"),
        ("Ministers reopen border\n\nLOMARA, March 5, 2024 (Wire) — ", "Ministers reopen border", "2024-03-05", "Wire",
         None),
        ("Ministers reopen border\n\nPORT SELM, Norland, March 5 (Wire News) -- ", "Ministers reopen border", None,
         "Wire News", None),
        ("LOMARA (Wire) - ", None, None, "Wire", None),
        ("LOMARA — ", None, None, None, None),
        ("Ministers reopen border with U.S.\n\n", "Ministers reopen border with U.S.", None, None, None),
        ("Will the border reopen?\n\n", "Will the border reopen?", None, None, None),
        ("", None, None, None, None),
    ],
)  # fmt: skip
def test_what_the_first_lines_say(
    read: Callable, write: Callable, header: str, title: str, published: str, source: str, author: str
) -> None:
    (article,), problems = read(write("a.txt", header + BODY))
    found = (article.title, article.published, article.source, article.author)
    assert found == (title, published, source, author)
    assert article.text == header + BODY
    assert problems == []


def test_an_address_in_the_header_gives_the_id(read: Callable, write: Callable) -> None:
    text = f"Ministers reopen border\nURL: https://www.harbour.example/news/border/\n\n{BODY}"
    (article,), _ = read(write("a.txt", text))
    assert (article.id, article.url) == ("harbour.example/news/border", "https://www.harbour.example/news/border/")


def test_the_time_of_the_file_is_not_the_date_of_the_article(read: Callable, write: Callable) -> None:
    (article,), _ = read(write("a.txt", f"Ministers reopen border\n\n{BODY}"))
    assert article.published is None


def test_a_date_at_the_end_counts_where_it_is_labelled(read: Callable, write: Callable) -> None:
    (article,), _ = read(write("a.txt", f"Ministers reopen border\n\n{BODY}\n\nFirst published on 5 March 2024\n"))
    assert article.published == "2024-03-05"


def test_a_date_inside_the_body_is_not_the_date_of_the_article(read: Callable, write: Callable) -> None:
    (article,), _ = read(write("a.txt", f"Ministers reopen border\n\n{BODY} It was closed on 5 March 2019.\n"))
    assert article.published is None


@pytest.mark.parametrize("content", ["", " \n\t\n", "\ufeff", "\u2028\n"])
def test_nothing_to_read(read: Callable, write: Callable, content: str) -> None:
    path = write("a.txt", content)
    articles, problems = read(path)
    assert articles == []
    assert [str(problem) for problem in problems] == [f"{path}: is empty; give it an article, or take it out"]


def test_xml_is_no_article(read: Callable, write: Callable) -> None:
    path = write("a.xml", '<?xml version="1.0"?>\n<catalogue><title>Harbour Times</title></catalogue>')
    articles, problems = read(path)
    assert articles == []
    assert str(problems[0]).startswith(f"{path}: is an XML document, not text; save its text as .txt")


def test_line_separators_and_control_characters_stay_where_they_are(read: Callable, write: Callable) -> None:
    text = f"Ministers reopen border\n\n{BODY}\u2028New paragraph\x0c.\n"
    (article,), _ = read(write("a.txt", text))
    assert article.text == text


def test_the_seed_article(read: Callable, shared: Path) -> None:
    (path,) = (shared / "seed").glob("*.txt")
    (article,), problems = read(path)
    assert article.text == path.read_text("utf-8")
    assert (article.published, article.language, problems) == ("2025-06-04T12:18", "en", [])
    assert article.title is not None and article.title in article.text.split("\n")[2]


@pytest.mark.parametrize("divider", ["=" * 40, "Article {} of 3", "End of Story"])
def test_what_looks_like_several_articles_is_said_to(read: Callable, write: Callable, divider: str) -> None:
    parts = [f"Talks number {number}\n\n{BODY}\n\n{divider.format(number)}\n" for number in (1, 2, 3)]
    path = write("a.txt", "\n".join(parts))
    (article,), problems = read(path)
    assert article.text == "\n".join(parts)
    assert [(str(problem), problem.lost) for problem in problems] == [
        (f"{path}: read as one article, though it looks like several in one file; "
         "divide it, or export it in a format that is known", False)
    ]  # fmt: skip
