"""Tables that are not CSV: Parquet and Excel."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd

from newsgraph.sources.fields import say_which

FRAME = pd.DataFrame(
    {"headline": ["Talks", "Storm"], "body": ["Ministers met on Monday.", "A storm closed the port."],
     "day": [pd.Timestamp("2024-03-05"), pd.NaT]}
)  # fmt: skip


def workbook(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["about this file"])
    sheet = book.create_sheet("articles")
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_parquet(read: Callable, tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    FRAME.to_parquet(path)
    (one, two), problems = read(path, fields={"published": "day"})
    assert (one.title, one.text, one.published) == ("Talks", "Ministers met on Monday.", "2024-03-05")
    assert (two.title, two.published, two.origin) == ("Storm", None, f"{path}, row 2")
    assert problems == []


def test_parquet_without_a_text_says_what_it_has(read: Callable, tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    FRAME.rename(columns={"body": "Volltext"}).to_parquet(path)
    articles, problems = read(path)
    assert articles == []
    assert [str(problem) for problem in problems] == [
        f"{path}: no column is the text among headline, Volltext, day; {say_which()}"
    ]


def test_excel(read: Callable, write: Callable) -> None:
    rows = [["Title", "Text", "Date"], ["Talks", "Ministers met on Monday.", date(2024, 3, 5)], [None, None, None],
            ["Storm", "A storm closed the port.", None]]  # fmt: skip
    path = write("a.xlsx", workbook(rows))
    (one, two), problems = read(path)
    assert (one.title, one.text, one.published) == ("Talks", "Ministers met on Monday.", "2024-03-05")
    assert (two.title, two.published, two.origin) == ("Storm", None, f"{path}, row 4")
    assert problems == []


def test_broken_ones_are_one_line(read: Callable, write: Callable) -> None:
    for name, content in {"a.parquet": b"PAR1broken", "a.xlsx": b"PK\x03\x04broken"}.items():
        path = write(name, content)
        articles, problems = read(path)
        assert articles == [] and len(problems) == 1 and str(problems[0]).startswith(f"{path}: is no ")
