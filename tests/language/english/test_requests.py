"""A proposal and the speech that makes it are one thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgraph.records import Event, Record

Extract = Callable[..., Record]


def _requests(record: Record) -> list[Event]:
    """The requests that are shown, each by its surest record."""
    asked = sorted((e for e in record.events if e.kind == "REQUEST"), key=lambda e: e.confidence or 0.0)
    surest = {event.same_as or event.id: event for event in asked}
    return [event for event in surest.values() if event.confidence is None or event.confidence >= 0.5]


@pytest.mark.parametrize(
    ("text", "agent", "target"),
    [
        ("Governor Ida Lund said on Monday that the ministry should reopen the port.", "Ida Lund", "the ministry"),
        ("Governor Ida Lund told reporters that the ministry must free the sailors.", "Ida Lund", "the ministry"),
        ('"The council must publish the letters," said union leader Arno Berg.', "Arno Berg", "The council"),
    ],
)
def test_what_one_says_that_another_must_do_is_one_request(
    extract: Extract, text: str, agent: str, target: str
) -> None:
    record = extract(text)
    words = {m.id: text[m.start : m.end] for m in record.mentions}
    (request,) = _requests(record)
    assert [words[m] for m in request.agents] == [agent]
    assert [words[m] for m in request.targets] == [target]


@pytest.mark.parametrize(
    "text",
    [
        "Governor Ida Lund said that the storm should reach the port by night.",
        "Governor Ida Lund said that she had learnt that the ministry would reopen the port.",
        "Governor Ida Lund said that prices rose.",
    ],
)
def test_what_is_only_expected_or_told_is_none(extract: Extract, text: str) -> None:
    assert _requests(extract(text)) == []


def test_what_the_verb_asks_is_one_request(extract: Extract) -> None:
    found = _requests(extract("Governor Ida Lund urged the ministry on Monday to reopen the port."))
    assert [e.text for e in found] == ["urged"]


def test_a_demand_is_worded_as_what_its_speaker_says(extract: Extract) -> None:
    record = extract("Governor Ida Lund said the ministry should reopen the port.")
    saying, demand = (e for e in record.events if e.kind == "REQUEST")
    assert (saying.text, demand.text, demand.same_as) == ("said", "should reopen", saying.id)
    assert (demand.phrase, demand.taken) == ("said", "“the ministry should reopen the port”")


def test_a_demand_behind_its_word_has_its_subject(extract: Extract) -> None:
    record = extract("Experts say that the ministry and the mayor have to find a way in which the port stays open.")
    (saying,) = (e for e in record.events if e.kind == "REQUEST")
    assert saying.taken == "“the ministry and the mayor have to find a way in which the port stays open”"


def test_what_is_said_on_an_occasion_is_worded_with_it(extract: Extract) -> None:
    record = extract("Governor Ida Lund phoned the widow to thank her for her help.")
    thanks = next(e for e in record.events if e.kind == "SUPPORT")
    assert (thanks.phrase, thanks.factuality) == ("phoned to thank", "actual")
