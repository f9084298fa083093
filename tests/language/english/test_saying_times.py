"""When somebody says or proposes something: what hangs on the verb; and since when something goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgraph.records import Record

Extract = Callable[..., Record]


@pytest.mark.parametrize(
    ("sentence", "time"),
    [
        ("Police said on March 3, 2026 that the bridge was closed.", "2026-03-03"),
        ("The ministry said Monday the port was closed.", "2026-05-04"),
        ("The ministry said in a statement on Monday that the port was closed.", "2026-05-04"),
        ("The port was closed, Ana Torv told reporters on Tuesday.", "2026-05-05"),
        ("Ana Torv said last week that ships would come.", "2026-W18"),
        ("Ana Torv said that ships would come on Tuesday.", None),
        ("Ana Torv has said since 2024 that the port is closed.", None),
        ("Ana Torv said that the port was closed.", None),
    ],
)
def test_when_it_was_said(extract: Extract, sentence: str, time: str | None) -> None:
    record = extract(sentence, published="2026-05-06")
    assert {attribution.time for attribution in record.attributions} == {time}


@pytest.mark.parametrize(
    ("sentence", "time"),
    [
        ("President John Ossar urged Congress in October 1962 to back the blockade.", "1962-10"),
        ("On Monday, Ana Torv urged Norway to open the port.", "2026-05-04"),
        ("Ana Torv urged Norway to open the port by Friday.", None),
        ("Ana Torv urged Norway to open the port.", None),
    ],
)
def test_when_it_was_proposed(extract: Extract, sentence: str, time: str | None) -> None:
    (proposal,) = extract(sentence, published="2026-05-06").proposals
    assert proposal.time == time


@pytest.mark.parametrize(
    ("sentence", "trigger", "since"),
    [
        ("The rebels have fought the army since 2024.", "fought", "2024"),
        ("The rebels have fought the army since early 2010.", "fought", "2010"),
        ("Since Friday farmers have blocked the road.", "blocked", "2026-05-01"),
        ("Farmers blocked the road on Friday.", "blocked", None),
        ("It was the worst attack since 1959.", "attack", None),
        ("The party has not mentioned Ana Torv since Monday night's debate.", "debate", None),
    ],
)
def test_what_goes_on_has_a_beginning(extract: Extract, sentence: str, trigger: str, since: str | None) -> None:
    event = next(e for e in extract(sentence, published="2026-05-06").events if e.text == trigger)
    assert event.since == since and (event.time is None or since is None)


def test_a_beginning_dates_nothing_that_is_told_after_it(extract: Extract) -> None:
    text = "Farmers have blocked the road to Kalvar since Friday. Riot police moved in at noon and arrested 12 men."
    record = extract(text, published="2026-05-06")
    assert {event.time for event in record.events} == {None}
    assert {time.value for time in record.times if time.text == "noon"} == {"T12:00"}


def test_a_time_of_day_is_no_day(extract: Extract) -> None:
    record = extract("Rebels attacked Kalvar at 6 a.m. and killed two men.", published="2026-05-06")
    assert {event.time for event in record.events} == {None}


def test_what_goes_on_is_not_a_deed_that_is_told_beside_it(extract: Extract) -> None:
    text = (
        "Gunmen of the Red Front killed 14 people at a market on Wednesday. The Red Front, which has fought the army "
        "of Sweden since 2024, claimed responsibility for the attack."
    )
    events = {event.text: event for event in extract(text, published="2026-05-07").events}
    assert events["fought"].since == "2024" and events["fought"].same_as is None
    assert events["attack"].same_as == events["killed"].id


def test_since_an_event_the_time_is_that_of_the_event(extract: Extract) -> None:
    record = extract("The party has not mentioned Ana Torv since the debate on Monday night.", published="2026-05-06")
    assert {event.text: event.time for event in record.events}["debate"] == "2026-05-04"
    record = extract("The party has not mentioned Ana Torv since Monday night's debate.", published="2026-05-06")
    assert {event.text: event.time for event in record.events}["debate"] == "2026-05-04"
