"""Attitudes: what an actor judges, wants and speaks of, where it is no clause; and how sure statements are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import newsgraph as ng
from newsgraph.language.english.confidence.weights import confidence_weights
from newsgraph.records import Attribution, Record

Extract = Callable[..., Record]
TYPES = ("judged", "wanted", "mentioned")

FOUND = [
    # text, source, cue, content, type, polarity
    ("The minister criticised the press for its haste.", "The minister", "criticised", "the press for its haste",
     "judged", "asserted"),
    ("Critics called the bridge a disgrace.", "Critics", "called", "the bridge a disgrace", "judged", "asserted"),
    ("The general described the raid as a success.", "The general", "described", "the raid as a success", "judged",
     "asserted"),
    ("Mara Holt wants to leave the party.", "Mara Holt", "wants", "to leave the party", "wanted", "asserted"),
    ("The governor does not want to open the border.", "The governor", "does not want", "to open the border", "wanted",
     "denied"),
    ("The banker refused to show the papers.", "The banker", "refused", "to show the papers", "wanted", "denied"),
    ("The envoy spoke about the famine in the north.", "The envoy", "spoke", "the famine in the north", "mentioned",
     "asserted"),
    ("The union is opposed to the merger.", "The union", "opposed", "the merger", "judged", "asserted"),
]  # fmt: skip

NONE = [
    "The crew had a chance to praise the pilot.",
    "It is expected to rain on Monday.",
    "She praised him.",
    "The blast underlines the country's fragile situation.",
    "In the ninth minute the visitors conceded a penalty which the referee gave them after a foul.",
]


def attitudes(record: Record) -> list[Attribution]:
    return [a for a in record.attributions if a.type in TYPES]


@pytest.mark.parametrize(("text", "source", "cue", "content", "type_", "polarity"), FOUND)
def test_found(extract: Extract, text: str, source: str, cue: str, content: str, type_: str, polarity: str) -> None:
    (found,) = [a for a in attitudes(extract(text)) if a.content.text == content]
    assert found.source is not None and text[found.source.start : found.source.end] == source
    assert found.cue is not None and text[found.cue.start : found.cue.end].endswith(cue.split()[-1])
    assert (found.type, found.polarity) == (type_, polarity)


@pytest.mark.parametrize("text", NONE)
def test_none(extract: Extract, text: str) -> None:
    assert attitudes(extract(text)) == []


def test_what_is_asserted_and_what_is_denied_have_a_confidence(extract: Extract) -> None:
    record = extract("Police said that the road was closed. The firm denied that it had paid.")
    shares = {a.polarity: a.confidence or 0.0 for a in record.attributions}
    assert 0.5 < shares["asserted"] < 1
    assert 0.5 < shares["denied"] < 1


def test_plain_reports_are_surer_than_guesses() -> None:
    weights = confidence_weights("statement_confidence")
    assert len(weights.of) > 100
    assert all(abs(weight) < 5 for weight in weights.of.values())
    assert weights.of["cue say clause"] > 0 > weights.of["type wanted"]


def test_an_attitude_is_told_in_its_own_words() -> None:
    text = "Mara Holt said she was tired. Mara Holt spoke about the famine in Chad."
    graph = ng.build([ng.Article(text=text)], min_confidence=0.0)
    contents = set(graph.statements()["content"])
    assert contents == {"she was tired", "spoke about the famine in Chad"}


@pytest.mark.parametrize(
    "text",
    [
        "Employers can't require an applicant to hand over his password.",
        "The law stops employers from requiring applicants to sign.",
        "The mayor's decision to cut the tax surprised many.",
        "Lund posted a statement on her website.",
        "Lund was less interested in explaining why it broke.",
    ],
)
def test_rules_decisions_and_channels_are_no_attitudes(extract: Extract, text: str) -> None:
    assert extract(text).attributions == ()


def test_a_quoted_judgement_has_its_closing_mark(extract: Extract) -> None:
    (found,) = extract("Lund called the answers “brilliant.”").attributions
    assert found.content.text == "the answers “brilliant.”"


def test_a_condition_stays_with_what_is_spoken_of(extract: Extract) -> None:
    (found,) = extract("Lund highlighted the danger for the port if the dam broke.").attributions
    assert found.content.text == "the danger for the port if the dam broke"
