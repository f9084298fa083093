"""Speech that blames, praises or demands, and descriptions that do."""

from collections.abc import Callable

import pytest

from newsgraph.language.english.events.speech.judgement_features import judgement_words
from newsgraph.language.english.events.speech.judgements import KINDS, judgement_weights, likeliest
from newsgraph.records import Record

Extract = Callable[..., Record]


@pytest.mark.parametrize(
    "sentence",
    ["Hart said: \"I don't know what caused him to lie.\"", "The minister said growth should pick up next year."],
)
def test_what_nobody_knows_or_only_expects_is_no_judgement(extract: Extract, sentence: str) -> None:
    kinds = {event.text: event.kind for event in extract(sentence).events}
    assert kinds.get("said") == "SAY"
    assert set(kinds.values()) <= {"SAY", "OTHER"}


@pytest.mark.parametrize(
    ("sentence", "trigger", "kind", "agents", "targets"),
    [
        ("The senator called the vote a sham.", "called", "ACCUSE", ["The senator"], []),
        ("The envoy branded the minister a liar.", "branded", "ACCUSE", ["The envoy"], ["the minister"]),
        ("The bishop described the volunteers as heroes.", "described", "SUPPORT", ["The bishop"], ["the volunteers"]),
        ("The clerk called the treasurer the next morning.", "called", None, None, None),
        ("Lind called the ministry's plan shameful.", "called", "ACCUSE", ["Lind"], ["the ministry"]),
        ("Kern called the decision by the Interior Ministry a disgrace.", "called", "ACCUSE", ["Kern"],
         ["Interior Ministry"]),
        ("Ada Brandt described her first meeting with Otto Kern as excellent.", "described", "SUPPORT", ["Ada Brandt"],
         ["Otto Kern"]),
        ("Otto Kern said it was a great honour to meet Ada Brandt.", "said", "SUPPORT", ["Otto Kern"], ["Ada Brandt"]),
        ("The volunteers were branded terrorists by the ministry.", "branded", "ACCUSE", ["the ministry"],
         ["The volunteers"]),
        ("Mara Lind called her own speech a mistake.", "called", "ACCUSE", ["Mara Lind"], []),
        ("The envoy described Ada Brandt's arrest as shameful.", "described", "ACCUSE", ["The envoy"], []),
    ],
)
def test_what_somebody_is_called(
    extract: Extract, sentence: str, trigger: str, kind: str | None, agents: list[str], targets: list[str]
) -> None:
    record = extract(sentence)
    texts = {mention.id: mention.text for mention in record.mentions}
    event = next(event for event in record.events if event.text == trigger)
    if kind is None:
        assert event.kind not in ("ACCUSE", "SUPPORT")
        return
    assert event.kind == kind
    assert [texts[m] for m in event.agents] == agents
    assert [texts[m] for m in event.targets] == targets


def test_blame_of_a_body_is_an_accusation_by_the_speaker(extract: Extract) -> None:
    record = extract('The opposition leader said the government was "corrupt, brutal and incompetent".')
    event = next(event for event in record.events if event.text == "said")
    texts = {mention.id: mention.text for mention in record.mentions}
    assert event.kind == "ACCUSE" and [texts[m] for m in event.agents] == ["The opposition leader"]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("the verdict was despicable and vindictive", "ACCUSE"),
        ("the ministry had been negligent and deceitful", "ACCUSE"),
        ("the premier was a statesman of integrity and decency", "SUPPORT"),
        ("prices rose in May", "SAY"),
    ],
)
def test_words_of_blame_and_praise_that_no_learnt_weight_names(extract: Extract, said: str, kind: str) -> None:
    record = extract(f"The opposition leader said {said}.")
    assert next(event for event in record.events if event.text == "said").kind == kind


def test_bare_speech_stays_speech(extract: Extract) -> None:
    record = extract("The spokesman said that the train left at noon.")
    assert next(event for event in record.events if event.text == "said").kind == "SAY"


def test_every_class_and_kind_of_the_tables_is_known() -> None:
    assert {name for classes in judgement_words().values() for name in classes} == {"blame", "praise", "demand", "deny"}
    assert judgement_weights().of.shape[1] == 1 + len(KINDS)
    assert likeliest({})[0] == "none"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The papers portray the miners as greedy.", "ACCUSE"),
        ("Rivals of Tom Brook called him a poor loser.", "ACCUSE"),
        ("Tom Brook branded Ida Lund a coward and a fool.", "ACCUSE"),
        ("The papers portray the miners as workers.", None),
    ],
)
def test_what_somebody_is_called_judges(extract: Extract, text: str, kind: str | None) -> None:
    judged = [e.kind for e in extract(text).events if e.kind in ("ACCUSE", "SUPPORT")]
    assert judged == ([kind] if kind else [])


def test_of_what_somebody_is_cleared_is_no_part_of_the_name(extract: Extract) -> None:
    text = "The court cleared Ida Lund of wrongdoing."
    record = extract(text)
    words = {m.id: text[m.start : m.end] for m in record.mentions}
    (event,) = (e for e in record.events if e.text == "cleared")
    assert (event.kind, [words[m] for m in event.targets]) == ("CONCEDE", ["Ida Lund"])
