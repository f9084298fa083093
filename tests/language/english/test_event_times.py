"""When events happened that are told with a range of time, or with more than one time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgraph.records import Event, Record

Extract = Callable[..., Record]
PUBLISHED = "2024-03-13"  # a Wednesday

RANGES = [
    ("from May 2 to May 5, 2023", "2023-05-02/2023-05-05"),
    ("from May 2 through 5, 2023", "2023-05-02/2023-05-05"),
    ("between March and May 2020", "2020-03/2020-05"),
    ("between 2014 and 2016", "2014/2016"),
    ("from September 1980 until August 1988", "1980-09/1988-08"),
    ("from late May 2020 up until at least July 2021", "2020-05/2021-07"),
    ("from Monday to Friday", "2024-03-04/2024-03-08"),
    ("Monday through Wednesday", "2024-03-11/2024-03-13"),
    ("from Monday until yesterday", "2024-03-11/2024-03-12"),
    ("between last week and Tuesday", "2024-03-04/2024-03-12"),
    ("from the 1970s to 1991", "1970-01-01/1991"),
    ("on Monday and Tuesday", "2024-03-11/2024-03-12"),
    ("in 2014 and 2015", "2014/2015"),
]
NO_SINGLE_TIME = [
    "on May 5 and May 7, 2023",
    "in 2014, 2016 and 2019",
    "on Monday or Tuesday",
    "from 2016 to 2014",
]


def event_of(record: Record, trigger: str) -> Event:
    return next(event for event in record.events if event.text == trigger)


@pytest.mark.parametrize(("when", "time"), RANGES)
def test_a_range_has_two_ends(extract: Extract, when: str, time: str) -> None:
    record = extract(f"Rebels attacked villages {when}.", published=PUBLISHED)
    event = event_of(record, "attacked")
    assert (event.time, event.time_reason) == (time, "clause")
    start, end = event.said_at["date"]
    assert record.article.text[start:end] == when.removeprefix("from ").removeprefix("between ").removeprefix(
        "on "
    ).removeprefix("in ")


@pytest.mark.parametrize("when", NO_SINGLE_TIME)
def test_deeds_of_several_days_have_no_single_one(extract: Extract, when: str) -> None:
    event = event_of(extract(f"Rebels attacked villages {when}.", published=PUBLISHED), "attacked")
    assert event.time is None


def test_a_range_holds_for_a_second_clause(extract: Extract) -> None:
    record = extract("From 2014 to 2016, rebels attacked villages and killed 40 people.", published=PUBLISHED)
    assert event_of(record, "killed").time == "2014/2016"


def test_what_is_put_off_is_not_of_that_time(extract: Extract) -> None:
    record = extract("The summit was postponed three times between July 2022 and July 2023.", published=PUBLISHED)
    assert event_of(record, "postponed").time == "2022-07/2023-07"
    assert event_of(record, "summit").time is None


def test_what_got_another_time_was_at_neither(extract: Extract) -> None:
    record = extract("The summit was moved from May to July 2025.", published=PUBLISHED)
    assert {event.time for event in record.events} == {None}


def test_a_range_that_ends_after_the_paper_is_of_no_deed_done(extract: Extract) -> None:
    record = extract("Scholars analysed the pollution over 2000 - 2050.", published=PUBLISHED)
    assert event_of(record, "analysed").time is None


def test_who_calls_a_strike_does_so_before(extract: Extract) -> None:
    record = extract("A strike has been called for Friday.", published=PUBLISHED)
    assert (event_of(record, "called").time, event_of(record, "strike").time) == (None, "2024-03-15")


def test_a_day_without_a_year_is_not_that_of_another(extract: Callable[..., Record]) -> None:
    record = extract("The minister visited Norway on 4 April and Sweden from 5-6 April 2016.")
    assert [event.time for event in record.events if event.text == "visited"] == [None]


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("The premier must call a vote before June 2026.", "call", None),
        ("Some 400 people will die before 2031.", "die", None),
        ("Rebels attacked the town before dawn on Monday.", "attacked", "2025-06-02"),
        ("Arno Berg, the champion in 2004, has been charged by the police.", "charged", None),
        ("The police have arrested Arno Berg on Monday.", "arrested", "2025-06-02"),
        ("The bank accused this year's winner of fraud.", "accused", None),
        ("The council opened an inquiry into the port in the mid-2000s.", "inquiry", "2000/2009"),
    ],
)
def test_no_time_of_something_else_and_no_limit_dates_an_event(
    extract: Callable[..., Record], text: str, word: str, value: str | None
) -> None:
    found = {event.text: event.time for event in extract(text, published="2025-06-03").events}
    assert word in found
    assert found[word] == value


def test_what_was_said_before_is_not_of_the_day_of_what_is_said_after_it(extract: Extract) -> None:
    record = extract(
        "On Sunday, Arno Berg praised the plan. The praise comes after Arno Berg recommended Ida Lund for the post.",
        published=PUBLISHED,
    )
    found = {event.text: event.time for event in record.events}
    assert (found["praised"], found["recommended"]) == ("2024-03-10", None)


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("Norway cut its aid in January, when Denmark attacked its ships.", "attacked", "2024-01"),
    ],
)
def test_a_time_is_of_what_was_then(extract: Extract, text: str, word: str, value: str | None) -> None:
    found = {event.text: event.time for event in extract(text, published=PUBLISHED).events}
    assert found[word] == value


def test_what_was_revenge_for_another_deed_has_not_its_time(extract: Extract) -> None:
    record = extract("Gunmen raided the camp. The raid was revenge for the arrest of their chief in April 2026.")
    assert {e.text: e.time for e in record.events}["raid"] is None
