"""Days that are told without a year."""

from __future__ import annotations

from datetime import date

import pytest

from newsgraph.resolve.events.almanac import Almanac, read_almanac


@pytest.mark.parametrize(
    ("expressions", "weekdays", "dates"),
    [
        (["Tuesday", "Jan. 8"], {1}, {(1, 8)}),
        (["Friday night", "the 3rd of May"], {4}, {(5, 3)}),
        (["on Thurs.", "March 2 and 3"], {3}, {(3, 2), (3, 3)}),
        (["May", "2004", "last week", "from June 1 to July 2"], set(), set()),
        (["April 45"], set(), set()),
    ],
)
def test_weekdays_and_days_of_a_month(expressions: list[str], weekdays: set[int], dates: set[tuple[int, int]]) -> None:
    assert read_almanac(expressions, None) == Almanac(frozenset(weekdays), frozenset(dates))


def test_a_day_that_is_known_stands_for_itself() -> None:
    day = date(2026, 5, 5)
    assert read_almanac(["Friday"], (day, day)) == Almanac(frozenset({1}), frozenset({(5, 5)}))
    assert read_almanac(["Friday"], (day, date(2026, 5, 9))) == Almanac(frozenset(), frozenset())
