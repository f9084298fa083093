"""Dates in the names of files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgraph.sources.file_names import date_in_name

TEXT = "Ministers reopen border\n\nThe ministers met.\n"


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2024-03-05-talks.txt", "2024-03-05"), ("20240305_talks.pdf", "2024-03-05"),
        ("talks 2024.03.05.txt", "2024-03-05"),
        ("archive/2024/03/05/talks.html", "2024-03-05"), ("2024-03-05/2024-03-05-talks.txt", "2024-03-05"),
        ("2024-03-05/2024-03-06-talks.txt", None), ("talks-2024.txt", None), ("12024030512.txt", None),
        ("2024-02-30.txt", None), ("2999-01-01.txt", None), ("talks.txt", None),
        ("talks 5 March 2024.txt", "2024-03-05"), ("Courier_Mar-05-2024_p4.pdf", "2024-03-05"),
        ("5march2024/6march2024.txt", None), ("March 2024.txt", None), ("05-03-2024.txt", None),
    ],
)  # fmt: skip
def test_days(name: str, day: str | None) -> None:
    assert date_in_name(name) == day


def test_a_file_without_a_date_has_that_of_its_name(read: Callable, write: Callable) -> None:
    path = write("2024-03-05-talks.txt", TEXT)
    (article,), problems = read(path)
    assert article.published == "2024-03-05"
    assert [(str(problem), problem.lost) for problem in problems] == [
        (f"{path}: dated 2024-03-05 by the name of its file; check that it is the day of publication", False)
    ]


def test_a_date_in_the_text_goes_before_that_of_the_name(read: Callable, write: Callable) -> None:
    (article,), problems = read(write("2024-03-05-talks.txt", f"Published: 1 March 2024\n{TEXT}"))
    assert (article.published, problems) == ("2024-03-01", [])


def test_a_file_of_many_articles_has_no_date_of_its_own(read: Callable, write: Callable) -> None:
    articles, _ = read(write("export-2024-03-05.jsonl", '{"text": "Talks ended."}\n{"text": "Talks failed."}\n'))
    assert [article.published for article in articles] == [None, None]
