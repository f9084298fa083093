"""Tables of articles."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.articles import content_digest
from newsgraph.sources import Problem, open_articles
from newsgraph.sources.csv import delimiter_of
from newsgraph.sources.fields import say_which


@pytest.mark.parametrize(
    ("head", "delimiter"),
    [
        ("id,text\n1;2;3", ","),
        ("id;text;date\n", ";"),
        ("id\ttext\n", "\t"),
        ("id|text|url\n", "|"),
        ('"a,b,c";text\n', ";"),
        ("text\n", ","),
        ("", ","),
    ],
)
def test_delimiters(head: str, delimiter: str) -> None:
    assert delimiter_of(head) == delimiter


@pytest.mark.parametrize(("name", "mark"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t"), ("a.csv", "|")])
def test_columns_are_guessed_and_texts_verbatim(read: Callable, write: Callable, name: str, mark: str) -> None:
    text = 'He said: "Talks, and talks; | \tagain."\r\n\r\n They  ended.\n'
    table = io.StringIO()
    writer = csv.writer(table, delimiter=mark)
    writer.writerows([["ID", "Headline", "Body", "Pub. Date"], ["12", "Talks", text, "5 March 2024"]])
    path = write(name, table.getvalue())
    (article,), problems = read(path)
    assert (article.id, article.title, article.text) == ("12", "Talks", text)
    assert (article.published, article.origin) == ("2024-03-05", f"{path}, line 2")
    assert problems == []


def test_lines_are_counted_in_the_file(read: Callable, write: Callable) -> None:
    path = write("a.csv", 'id,text\n1,"Talks\nwent\non."\n\n2,\n3,They ended.\n')
    articles, problems = read(path)
    assert [article.origin for article in articles] == [f"{path}, line 2", f"{path}, line 7"]
    assert [str(problem) for problem in problems] == [f"{path}, line 6: its text is empty; give it one, or take it out"]


def test_names_of_columns_are_given(read: Callable, write: Callable) -> None:
    path = write("a.csv", "text,Volltext\nteaser,Talks went on.\n")
    (article,), _ = read(path, fields={"text": "Volltext"})
    assert article.text == "Talks went on."
    _, problems = read(path, fields={"text": "Text"})
    assert str(problems[0]) == (
        f"{path}: column 'Text' is not among text, Volltext; {say_which()}"
    )


def test_a_table_without_text(read: Callable, write: Callable) -> None:
    path = write("a.csv", "place,killed\nLomara,3\n")
    assert [str(problem) for problem in read(path)[1]] == [
        f"{path}: no column is the text among place, killed; {say_which()}"
    ]


@pytest.mark.parametrize("content", ["", "\n\n", "\ufeff"])
def test_an_empty_table(read: Callable, write: Callable, content: str) -> None:
    articles, problems = read(write("a.csv", content))
    assert articles == []
    assert "is empty" in str(problems[0])


def test_a_table_with_a_header_alone(read: Callable, write: Callable) -> None:
    path = write("a.csv", "id,text\n\n")
    assert [str(problem) for problem in read(path)[1]] == [
        f"{path}: has no rows under its header; give it articles, or take it out"
    ]


def test_fields_may_be_larger_than_the_csv_module_allows_by_itself(read: Callable, write: Callable) -> None:
    text = "Talks went on. " * 15_000
    (article,), problems = read(write("a.csv", f"id,text\n1,{text}\n"))
    assert article.text == text
    assert problems == []


def test_a_quote_that_is_never_closed(read: Callable, write: Callable) -> None:
    path = write("a.csv", "id,text\n1,Talks.\n2," + '"' + "They ended.\n" * 100_000)
    articles, problems = read(path)
    assert [article.id for article in articles] == ["1"]
    assert str(problems[0]).startswith(f"{path}, line 3: its text has 1,200,000 characters")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings(read: Callable, write: Callable, encoding: str) -> None:
    table = "id,text\n1,The envoy’s visit — his first — ended.\n2,“No deal.”\n"
    articles, problems = read(write("a.csv", table.encode(encoding)))
    assert [article.text for article in articles] == ["The envoy’s visit — his first — ended.", "“No deal.”"]
    assert problems == []


def test_dates_with_the_day_first(read: Callable, write: Callable) -> None:
    path = write("a.csv", "text,date\nTalks.,03/04/2024\n")
    assert read(path, day_first=True)[0][0].published == "2024-04-03"
    (article,), problems = read(path)
    assert article.published is None
    assert [problem.lost for problem in problems] == [False]


CONTROLS = "".join(map(chr, range(32))).translate({9: None, 10: None, 13: None})
characters = st.characters(codec="utf-8", exclude_characters=CONTROLS)
texts = st.text(characters, min_size=1).filter(lambda text: bool(text.strip()))


@given(st.lists(texts, min_size=1, max_size=5, unique_by=content_digest), st.sampled_from(",;\t|"))
def test_every_text_is_read_back_verbatim(tmp_path_factory: pytest.TempPathFactory, rows: list, mark: str) -> None:
    path = Path(tmp_path_factory.mktemp("csv")) / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=mark, quoting=csv.QUOTE_ALL)
        writer.writerows([["id", "text"], *([number, row] for number, row in enumerate(rows))])
    problems: list[Problem] = []
    articles = list(open_articles([path], on_problem=problems.append))
    assert [(article.id, article.text) for article in articles] == [(str(n), row) for n, row in enumerate(rows)]
    assert not any(problem.lost for problem in problems)


def test_a_row_with_more_cells_than_names_is_left_out(read: Callable, write: Callable) -> None:
    path = write("a.csv", "title,text,date\nTalks, They met, and left.,2024-03-05\nStorm,A storm came.,2024-03-06,,\n")
    (article,), problems = read(path)
    assert (article.text, article.published) == ("A storm came.", "2024-03-06")
    assert [str(problem) for problem in problems] == [
        f"{path}, line 2: has 4 cells under 3 names, so that some stand in a wrong column; quote the text that has the "
        "table's divider in it"
    ]
