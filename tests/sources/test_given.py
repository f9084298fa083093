"""What Python callers give as articles."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import newsgraph as ng
from newsgraph.articles import Article, id_from_content
from newsgraph.errors import SourceError
from newsgraph.records import Record
from newsgraph.sources import Fields, Problem
from newsgraph.sources.given import as_inputs

TEXT = "The ministers of Lomara and Selm met on Monday."
FRAME = pd.DataFrame(
    {"headline": ["Talks", "Storm", None], "body": [TEXT, "A storm closed the port.", None],
     "day": pd.to_datetime(["2024-03-05", None, "2024-03-06"])}
)  # fmt: skip


def given(inputs: Any, **fields: str) -> tuple[list[Any], list[Problem]]:
    problems: list[Problem] = []
    return list(as_inputs(inputs, problems.append, Fields(fields))), problems


def test_a_data_frame_is_a_row_an_article() -> None:
    (one, two), problems = given(FRAME, published="day")
    assert (one.title, one.text, one.published, one.origin) == ("Talks", TEXT, "2024-03-05", "row 1")
    assert (two.title, two.published) == ("Storm", None)
    assert [problem.origin for problem in problems] == ["row 3"]


def test_a_data_frame_without_a_text_says_what_it_has() -> None:
    with pytest.raises(SourceError, match=r"no column is the text among headline, day; say .* fields="):
        given(FRAME.drop(columns="body"))


def test_dictionaries_one_or_several() -> None:
    row = {"title": "Talks", "content": {"plain": TEXT}, "date": "2024-03-05"}
    for inputs in (row, [row], (row for _ in range(1))):
        (article,), problems = given(inputs, text="content.plain")
        assert (article.title, article.text, article.published) == ("Talks", TEXT, "2024-03-05")
        assert problems == []
    assert given([{"title": "Talks"}])[1][0].origin == "item 1"


def test_a_text_inside_an_object_is_named_with_its_path() -> None:
    row = {"id": 7, "page": {"name": "a", "parts": {"main": "Norland urged Selm to open the border."}}}
    with pytest.raises(SourceError) as raised:
        ng.build(row, on_problem=lambda problem: None, progress=False)
    assert str(raised.value) == (
        "no article could be read; item 1: no field is the text among id, page; say which is the text, as in "
        "--field text=page.parts.main, or fields={'text': 'page.parts.main'} in Python"
    )


def test_strings_in_a_list_are_texts_or_paths(tmp_path: Path) -> None:
    path = tmp_path / "The ministers of Lomara met on Monday."
    path.write_text("x")
    texts = [TEXT, "Border\n\nTalks ended", "word " * 60]
    names = [str(path), "articles", "talks in the town hall.txt", "", "-", "https://news.example/a"]
    for inputs in ([*texts, *names], pd.Series([*texts, *names]), iter([*texts, *names])):
        found, problems = given(inputs)
        assert [item.text for item in found[:3]] == texts
        assert found[3:] == names
        assert problems == []
    assert found[0].id == id_from_content(TEXT)


def test_what_is_missing_in_a_column_is_a_problem() -> None:
    found, problems = given([TEXT, None, float("nan")])
    assert len(found) == 1
    assert [str(problem) for problem in problems] == [
        f"item {number}: is empty; give it a text, or take it out" for number in (2, 3)
    ]


@pytest.mark.parametrize("text", [TEXT, "Border\n\nTalks ended"])
def test_a_text_alone_is_an_error_that_says_how_to_give_it(text: str) -> None:
    with pytest.raises(SourceError, match=r"is no file or folder; to read a text, give newsgraph\.Article\(text=…\)"):
        given(text)


def test_open_files(tmp_path: Path, write: Callable[..., Path]) -> None:
    path = write("a.csv", f"title,text\nTalks,{TEXT}\n")
    for mode in ("rb", "r"):
        with path.open(mode) as file:
            (article,), _ = given(file)
        assert (article.title, article.text, article.origin) == ("Talks", TEXT, f"{path}, line 2")
    for stream in (io.StringIO(TEXT), io.BytesIO(TEXT.encode())):
        (article,), _ = given([stream])
        assert article.text == TEXT


def test_articles_records_and_paths_pass_as_they_are() -> None:
    items = [Article(text=TEXT), Record(article=Article(id="x", text=TEXT)), Path("a.txt"), "a.txt"]
    assert given(items) == (items, [])
    assert given(items[0]) == ([items[0]], [])
    assert given(items[1]) == ([items[1]], [])


@pytest.mark.parametrize("item", [7, None, [7], [[TEXT]], object])
def test_what_is_no_article_is_one_clear_error(item: Any) -> None:
    if item is None:
        with pytest.raises(SourceError, match="NoneType: articles can't be read from that; give a path"):
            given(item)
    else:
        with pytest.raises(SourceError, match="articles can't be read from that; give a path"):
            given(item)


def test_bytes_are_to_be_decoded() -> None:
    for item in (TEXT.encode(), [TEXT.encode()]):
        with pytest.raises(SourceError, match=r"bytes: articles are text; decode it"):
            given(item)


def test_an_article_without_an_id_gets_one() -> None:
    assert Article(text=TEXT).id == id_from_content(TEXT)
    assert Article(text=TEXT, url="https://www.news.example/a/").id == "news.example/a"
    assert Article(text=TEXT, id="7").id == "7"
