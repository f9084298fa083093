"""How sure an event is: the weights, and that each event has a figure that its features give."""

from collections.abc import Callable

import pytest

from newsgraph.language.english.confidence.events import Telling, by_worth, log_odds, with_doubt
from newsgraph.language.english.confidence.subjects import Subjects
from newsgraph.language.english.confidence.weights import Weights, confidence_weights
from newsgraph.language.english.events.one_deed.retellings import Likeness
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


def test_subjects_of_an_article_and_of_a_passage() -> None:
    match, vote = "the coach praise the striker after the match".split(), "the parliament elect the president".split()
    gap = ["and"] * 200
    subjects = Subjects([*match, *gap, *vote])
    assert subjects.article["sport"] < 1 and subjects.article["politics"] < 1
    assert subjects.near(3)["sport"] > 0 and "politics" not in subjects.near(3)
    assert subjects.near(len(match) + len(gap) + 2)["politics"] > 0
    assert "sport" not in Subjects(["coach"]).near(0)  # the word itself tells nothing


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


def _telling(depth: float, **like: float) -> Telling:
    """An event so far down, with the log odds that it is another one, by number."""
    alike = {int(number[1:]): Likeness(odds, {}) for number, odds in like.items()}
    return Telling([], "PROTEST", {"how far down": depth}, alike)


def test_of_two_that_may_be_one_deed_only_the_worse_told_is_doubted() -> None:
    tellings = [_telling(0.1, _1=2.0), _telling(0.1, _0=2.0), _telling(0.2)]
    found = dict(by_worth(tellings, [0.4, 0.7, 0.6]))
    assert found == {1: frozenset(), 2: frozenset({1}), 0: frozenset({1, 2})}
    doubts = {n: with_doubt(tellings, n, told) for n, told in found.items()}
    assert doubts[0]["doubt"] == 2.0 > doubts[0]["second doubt"] == doubts[1]["doubt"] == doubts[2]["doubt"]
    assert doubts[0]["told of its kind"] == 1.0 and doubts[1]["none of its kind told"] == 1.0


def test_what_may_be_one_of_several_is_doubted_more_than_for_one() -> None:
    tellings = [_telling(0.0), _telling(0.0), _telling(0.1, _0=0.0, _1=0.0)]
    of_one, of_two = (with_doubt(tellings, 2, frozenset(told))["doubt of any"] for told in ({0}, {0, 1}))
    assert pytest.approx(of_one) == 0.0 and of_two > 1.0


def test_what_is_unlikely_by_itself_puts_nothing_in_doubt() -> None:
    tellings = [_telling(0.0, _1=2.0), _telling(0.5, _0=2.0)]
    assert [told for _, told in by_worth(tellings, [0.1, 0.2])] == [frozenset(), frozenset()]


def test_a_deed_told_twice_alike_is_shown_once_and_a_second_deed_beside_it(extract: Extract) -> None:
    record = extract(
        "Gunmen killed 15 farmers in Adi Senbet on Monday, police said.\n\n"
        "Soldiers found the bodies of the farmers whom the gunmen killed in the village.\n\n"
        "On Wednesday, gunmen attacked a market in Tamar."
    )
    shown = {e.same_as or e.id for e in record.events if e.kind == "ASSAULT" and (e.confidence or 0) >= 0.5}
    assert len(shown) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Petra Lund denied that the bridge had been closed.",
        "Mayor Petra Lund asked whether the bridge had been closed.",
        "Mayor Petra Lund declined to say whether the bridge had been closed.",
        "Mayor Petra Lund said that the bridge had been closed.",
    ],
)
def test_each_statement_has_a_confidence(extract: Extract, text: str) -> None:
    record = extract(text)
    assert record.attributions
    assert all(0 < (a.confidence or 0) < 1 for a in record.attributions)


def test_a_happening_of_no_kind_has_a_confidence_where_it_counts(extract: Extract) -> None:
    record = extract("Four people died in the valley on Monday. The concert began at noon.")
    assert [(e.text, e.confidence is not None) for e in record.events] == [
        ("died", True), ("concert", False), ("began", False),
    ]


def test_the_scale_keeps_the_order() -> None:
    scale = confidence_weights("event_scale")
    shares = [scale.share({"odds": log_odds(share)}) for share in (0.0, 0.2, 0.5, 0.8, 1.0)]
    assert shares == sorted(shares)
    assert shares[0] < 0.05 and shares[-1] > 0.9
