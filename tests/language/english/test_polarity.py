"""Polarity: what a source does with what it says; every row of the lexicon by its example, and structures beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.records import Attribution, Record

Extract = Callable[..., Record]


def stated(record: Record) -> list[Attribution]:
    """What is said and thought, without what is only judged, wanted or mentioned."""
    return [a for a in record.attributions if a.type in ("said", "thought")]


ROWS = [row for row in read_lexicon("polarity_cues") if row["example"]]

FOUND = [
    # text, source, polarity, type, content
    ("Officials denied that he had taken money.", "Officials", "denied", "said", "that he had taken money"),
    ("The senator denies taking a bribe.", "The senator", "denied", "said", "taking a bribe"),
    ("Nobody in the ministry believes that the dam will hold.", "Nobody in the ministry", "doubted", "thought",
     "that the dam will hold"),
    ("The premier refused to say whether the raid had taken place.", "The premier", "undecided", "said",
     "whether the raid had taken place"),
    ("The spokesman declined to comment on whether the ship had sunk.", "The spokesman", "undecided", "said",
     "whether the ship had sunk"),
    ('"Where is the money?" the judge asked.', "the judge", "asked", "said", '"Where is the money?"'),
    ("Analysts believe the bank will act.", "Analysts", "asserted", "thought", "the bank will act"),
    ("The mayor said that the road was not safe.", "The mayor", "asserted", "said", "that the road was not safe"),
    ("The president declined to threaten Chad or even declare that it was responsible.", "The president", "undecided",
     "said", "that it was responsible"),
    ("Critics attacked his refusal to say that he would accept the result.", "his", "undecided", "said",
     "that he would accept the result"),
    ("The senator questioned the mayor's integrity.", "The senator", "doubted", "said", "the mayor's integrity"),
    ("It was not clear on Tuesday whether the men had hired lawyers.", None, "undecided", "thought",
     "whether the men had hired lawyers"),
    ("The embassy does not deny that the letter is real.", "The embassy", "undecided", "said",
     "that the letter is real"),
]  # fmt: skip

NONE = [
    "The ministry denied the prisoners food.",
    "The court denied bail to the banker.",
    "If the minister says that the war is over, prices will fall.",
    "Does the minister know that the war is over?",
    "There are doubts about the plan.",
    "The driver did not see that the bridge was closed.",
]


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['cue']} ({row['pos']})" for row in ROWS])
def test_rows(extract: Extract, row: dict[str, str]) -> None:
    """The content is found with the polarity of the row, and nobody asserts it."""
    marked = row["example"]
    content = marked[marked.index("[") + 1 : marked.index("]")]
    text = marked.replace("[", "").replace("]", "")
    polarity = row["polarity"] if row["polarity"] != "asserted" else row["negated"]
    found = [(text[a.content.start : a.content.end], a.polarity) for a in stated(extract(text))]
    assert (content, polarity) in found
    assert (content, "asserted") not in found


def test_rows_without_example_only_keep_silent() -> None:
    assert all(row["negated"] == "none" for row in read_lexicon("polarity_cues") if not row["example"])


@pytest.mark.parametrize(("text", "source", "polarity", "sort", "content"), FOUND, ids=[row[0][:60] for row in FOUND])
def test_polarity(extract: Extract, text: str, source: str | None, polarity: str, sort: str, content: str) -> None:
    found = [
        (None if a.source is None else a.source.text, a.polarity, a.type, text[a.content.start : a.content.end])
        for a in stated(extract(text))
    ]
    assert found == [(source, polarity, sort, content)]


@pytest.mark.parametrize("text", NONE)
def test_no_statement(extract: Extract, text: str) -> None:
    assert [a for a in stated(extract(text)) if a.cue is not None] == []


def test_one_claims_what_another_denies(extract: Extract) -> None:
    text = "The general rejected the rebels' claim that the town had fallen."
    found = {(a.source.text, a.polarity) for a in stated(extract(text)) if a.source is not None}
    assert found == {("The general", "denied"), ("the rebels", "asserted")}


def test_what_a_speaker_thinks_that_another_thinks_is_no_direct_speech_of_the_other(extract: Extract) -> None:
    text = "“I think Lindqvist believes that war is cheap,” the critic said."
    found = {a.source.text: (a.mode, a.type) for a in stated(extract(text)) if a.source is not None}
    assert found["the critic"] == ("direct", "said")
    assert found["Lindqvist"] == ("indirect", "thought")


def test_joint_speakers(extract: Extract) -> None:
    record = extract("Petra Lund and Omar Khalil said that the war was over.")
    source = stated(record)[0].source
    assert source is not None and source.text == "Petra Lund and Omar Khalil"
    named = {m.id: m.text for m in record.mentions}
    assert [named[m] for m in (source.mention, *source.joint) if m is not None] == ["Petra Lund", "Omar Khalil"]


@pytest.mark.parametrize(
    ("text", "polarities"),
    [
        ("“What is needed now is a truce,” Lund said.", ["asserted"]),
        ('"There will be a void. No question," Lund said.', ["asserted"]),
    ],
)
def test_questions_with_a_comma_and_answers(extract: Extract, text: str, polarities: list[str]) -> None:
    assert [a.polarity for a in extract(text).attributions if (a.confidence or 0) > 0.5] == polarities
