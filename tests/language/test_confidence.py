"""How sure an event is: the weights, and that each event has a figure that its features give."""

from collections.abc import Callable

import pytest

from newsgraph.language.confidence.weights import Weights, confidence_weights
from newsgraph.records import Record

Extract = Callable[..., Record]


def test_weights_add_up_to_a_share() -> None:
    weights = Weights(0.0, {"one": 2.0, "other": -2.0})
    assert weights.share({}) == 0.5
    assert weights.share({"one": 1.0}) == 0.88
    assert weights.share({"one": 1.0, "other": 1.0, "unknown": 9.0}) == 0.5


def test_weights_are_finite_and_name_no_article() -> None:
    weights = confidence_weights("event_confidence")
    assert len(weights.of) > 100
    assert all(abs(weight) < 5 for weight in weights.of.values())


def test_each_event_of_a_kind_has_a_confidence(extract: Extract) -> None:
    record = extract("Norway condemned the shelling of the port on Monday. The mayor said it was late.")
    kinds = {event.text: event.confidence for event in record.events if event.kind not in ("OTHER", "SAY")}
    assert kinds and all(share is not None and 0 < share < 1 for share in kinds.values())


def test_all_records_of_an_event_have_the_same(extract: Extract) -> None:
    record = extract("Gunmen attacked a market on Monday.\n\nThe attack killed two people, the mayor said.")
    chain = {event.confidence for event in record.events if event.kind == "ASSAULT"}
    assert len(chain) == 1


@pytest.mark.parametrize(
    ("likelier", "less_likely"),
    [
        ("Norway condemned Sweden on Monday.", "Whoever condemns a film should see it first."),
        ("Police arrested four men on Monday.", "A plan could let the police arrest more people in future."),
    ],
)
def test_what_is_told_plainly_is_surer(extract: Extract, likelier: str, less_likely: str) -> None:
    def best(text: str) -> float:
        return max((e.confidence or 0.0 for e in extract(text).events if e.kind not in ("OTHER", "SAY")), default=0.0)

    assert best(likelier) > best(less_likely)


def test_ties_that_are_said_or_implied_have_a_confidence_and_known_ones_have_none(extract: Extract) -> None:
    record = extract("The CIA is based in Langley. The United States said nothing.")
    assert {r.basis for r in record.relations} >= {None, "known"}
    for relation in record.relations:
        assert (relation.confidence is None) == (relation.basis == "known")
        assert relation.confidence is None or 0.5 < relation.confidence < 1
