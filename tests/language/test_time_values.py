"""What a TIMEX3 value covers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.language.time_values import (
    day_of,
    easter,
    granularity,
    nth_weekday,
    overlaps,
    shift,
    to_interval,
    unit_value,
)

UNITS = ("day", "week", "weekend", "month", "quarter", "half", "year", "decade", "century")


@pytest.mark.parametrize(
    ("value", "grain", "first", "last"),
    [
        ("2025-06-04", "day", date(2025, 6, 4), date(2025, 6, 4)),
        ("2025-06-04T12:18", "time", date(2025, 6, 4), date(2025, 6, 4)),
        ("2025-06-04T16:00Z", "time", date(2025, 6, 4), date(2025, 6, 4)),
        ("2025-06-04TNI", "time", date(2025, 6, 4), date(2025, 6, 4)),
        ("2025-W23", "week", date(2025, 6, 2), date(2025, 6, 8)),
        ("2025-06-07/2025-06-08", "weekend", date(2025, 6, 7), date(2025, 6, 8)),
        ("2025-02", "month", date(2025, 2, 1), date(2025, 2, 28)),
        ("2024-Q1", "quarter", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-H2", "half", date(2024, 7, 1), date(2024, 12, 31)),
        ("2024-WI", "season", date(2024, 12, 1), date(2025, 2, 28)),
        ("2024", "year", date(2024, 1, 1), date(2024, 12, 31)),
        ("199", "decade", date(1990, 1, 1), date(1999, 12, 31)),
        ("20", "century", date(2000, 1, 1), date(2099, 12, 31)),
        ("2003/2008", "interval", date(2003, 1, 1), date(2008, 12, 31)),
        ("9999-WI", "season", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_what_a_value_covers(value: str, grain: str, first: date, last: date) -> None:
    assert granularity(value) == grain
    assert to_interval(value) == (first, last)


@pytest.mark.parametrize(
    ("value", "grain"),
    [
        ("P3D", "duration"),
        ("PT2.5H", "duration"),
        ("PXDE", "duration"),
        ("PAST_REF", "reference"),
        ("T12:18", None),
        ("FY2010", None),
        ("XXXX-WXX-5", None),
        ("2008/2003", None),
        ("", None),
        (None, None),
    ],
)
def test_what_covers_no_days(value: str | None, grain: str | None) -> None:
    assert granularity(value) == grain
    assert to_interval(value) is None
    assert not overlaps(value, "2024")


@pytest.mark.parametrize("value", ["2025-02-30", "2025-13", "2025-W60", "0000", "0000-01-01"])
def test_no_days_outside_of_the_calendar(value: str) -> None:
    assert to_interval(value) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2025-06-04", "2025-06", True),
        ("2025-06-04TNI", "2025-06-04", True),
        ("2025-W23", "2025-05", False),
        ("2025-W23", "2025-06-08", True),
        ("202", "2025-SP", True),
        ("2024", "2025", False),
        ("2003/2008", "2005-Q3", True),
    ],
)
def test_overlap_goes_both_ways(one: str, other: str, expected: bool) -> None:
    assert overlaps(one, other) is overlaps(other, one) is expected


def test_only_a_day_or_a_time_on_it_has_a_day() -> None:
    assert day_of("2025-06-04") == day_of("2025-06-04T12:18") == date(2025, 6, 4)
    assert day_of("2025-06") is None
    assert day_of("T12:18") is None


@given(day=st.dates(date(1000, 1, 1), date(8000, 12, 31)), unit=st.sampled_from(UNITS))
def test_a_unit_covers_the_day_it_is_of(day: date, unit: str) -> None:
    value = unit_value(day, unit)
    span = to_interval(value)
    assert granularity(value) == unit
    assert span is not None
    if unit == "weekend":
        assert span[0] - timedelta(days=5) <= day <= span[1]
    else:
        assert span[0] <= day <= span[1]


@given(day=st.dates(), unit=st.sampled_from(UNITS), count=st.integers(-200, 200))
def test_units_there_and_back(day: date, unit: str, count: int) -> None:
    there = shift(day, unit, count)
    if there is not None and (back := shift(there, unit, -count)) is not None:
        assert unit_value(back, unit) == unit_value(day, unit)


@pytest.mark.parametrize(
    ("year", "expected"), [(1961, (4, 2)), (2000, (4, 23)), (2008, (3, 23)), (2024, (3, 31)), (2038, (4, 25))]
)
def test_easter(year: int, expected: tuple[int, int]) -> None:
    assert easter(year) == date(year, *expected)


def test_the_nth_weekday_of_a_month() -> None:
    assert nth_weekday(2024, 11, 3, 4) == date(2024, 11, 28)
    assert nth_weekday(2024, 5, 0, -1) == date(2024, 5, 27)
    assert nth_weekday(2024, 2, 0, 5) is None
