"""Dates as newspapers, feeds and spreadsheets write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.sources.dates import is_ambiguous, is_date_only, is_future, parse_date, read_date
from newsgraph.sources.problems import Problem


@pytest.mark.parametrize(
    ("said", "iso"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T09:07:00Z", "2024-03-05T09:07Z"),
        ("2024-03-05T09:07:31.250+05:30", "2024-03-05T09:07:31+05:30"),
        ("2024-03-05 09:07:31", "2024-03-05T09:07:31"),
        ("2024-03-05T00:00:00Z", "2024-03-05"),
        ("2024/3/5", "2024-03-05"),
        ("20240305", "2024-03-05"),
        ("20240305T090700Z", "2024-03-05T09:07Z"),
        ("Tue, 05 Mar 2024 09:07:00 GMT", "2024-03-05T09:07Z"),
        ("Tue, 5 Mar 2024 09:07:12 +0100", "2024-03-05T09:07:12+01:00"),
        ("March 5, 2024", "2024-03-05"),
        ("Mar. 5, 2024", "2024-03-05"),
        ("Sept 5 2024", "2024-09-05"),
        ("Tuesday, March 5th, 2024 at 9:07 p.m. EST", "2024-03-05T21:07-05:00"),
        ("March 5, 2024 12:07 am", "2024-03-05T00:07"),
        ("March 5, 2024 12:18 pm", "2024-03-05T12:18"),
        ("5 March 2024", "2024-03-05"),
        ("5th of March, 2024", "2024-03-05"),
        ("Updated 5 March 2024 12:18 GMT", "2024-03-05T12:18Z"),
        ("5 March 2024, 12:18 GMT+5", "2024-03-05T12:18+05:00"),
        ("9:07 PM, 5 March 2024", "2024-03-05T21:07"),
        ("5 March 2024 at 9 pm", "2024-03-05T21:00"),
        ("5. März 2024", "2024-03-05"),
        ("5. April 2024", "2024-04-05"),
        ("05-Mar-2024", "2024-03-05"),
        ("2024 March 5", "2024-03-05"),
        ("05.03.2024", "2024-03-05"),
        ("25/03/2024", "2024-03-25"),
        ("03/25/2024", "2024-03-25"),
        ("04/04/2024", "2024-04-04"),
        ("1709629620", "2024-03-05T09:07Z"),
        ("1709629620000", "2024-03-05T09:07Z"),
        ("5 mars 2024", "2024-03-05"),
        ("29 February 2024", "2024-02-29"),
        ("5 March 2024 11:20 IST", "2024-03-05T11:20"),
    ],
)
def test_dates_are_read(said: str, iso: str) -> None:
    assert parse_date(said) == iso


@pytest.mark.parametrize(
    "said",
    ["", "yesterday", "2 hours ago", "March 5", "March 2024", "2024", "30 February 2024", "2023-02-29", "2024-13-01",
     "03/04/2024", "0001-01-01", "99999999999999999999", "5 Smarch 2024", "Tuesday", "-", "9" * 5000],
)  # fmt: skip
def test_what_is_no_full_date_is_none(said: str) -> None:
    assert parse_date(said) is None


def test_day_or_month_first_is_said_not_guessed() -> None:
    assert is_ambiguous("03/04/2024")
    assert not is_ambiguous("03/25/2024")
    assert parse_date("03/04/2024", day_first=True) == "2024-04-03"
    assert parse_date("03/04/2024", day_first=False) == "2024-03-04"


def test_a_date_that_contradicts_what_was_said_about_the_order_is_impossible() -> None:
    assert parse_date("03/25/2024", day_first=True) is None


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y"]))
def test_every_date_is_read_back(day: date, form: str) -> None:
    assert parse_date(day.strftime(form)) == day.isoformat()


@given(st.text(max_size=80))
def test_no_text_makes_it_fail(said: str) -> None:
    found = parse_date(said)
    assert found is None or date.fromisoformat(found[:10])


@pytest.mark.parametrize(
    ("line", "only"),
    [
        ("March 5, 2024", True),
        ("Tuesday, 5 March 2024, 12:18 GMT", True),
        ("Mar 5, 2024 | 9:07 pm EST", True),
        ("The treaty of March 5, 2024", False),
        ("By Ada Moll, March 5, 2024", False),
        ("Tuesday", False),
    ],
)
def test_lines_that_are_only_a_date(line: str, only: bool) -> None:
    assert is_date_only(line) is only


def test_impossible_dates_are_dropped_and_future_ones_kept_each_with_a_warning() -> None:
    problems: list[Problem] = []
    assert read_date("31 June 2024", "a.csv, line 2", problems.append) is None
    later = (datetime.now(UTC).date() + timedelta(days=400)).isoformat()
    assert read_date(later, "a.csv, line 3", problems.append) == later
    assert read_date("05/06/2024", "a.csv, line 4", problems.append) is None
    assert read_date("  ", "a.csv, line 5", problems.append) is None
    assert [str(problem) for problem in problems] == [
        "a.csv, line 2: kept without its date: '31 June 2024' is no date that can be read; write it as YYYY-MM-DD",
        f"a.csv, line 3: the date '{later}' lies in the future; check it",
        "a.csv, line 4: kept without its date: '05/06/2024' is no date that can be read; "
        "write it as YYYY-MM-DD, or say whether the day or the month comes first",
    ]
    assert not any(problem.lost for problem in problems)


def test_tomorrow_is_not_the_future_as_it_has_come_somewhere() -> None:
    today = datetime.now(UTC).date()
    assert not is_future((today + timedelta(days=1)).isoformat())
    assert is_future((today + timedelta(days=3)).isoformat())
