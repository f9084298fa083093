"""Interviews: turns go to those who take them, and "I" is the one who answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgraph.records import Record

Extract = Callable[..., Record]

NAMED = (
    "The Herald: Why does India buy oil? Anil Rao: We must buy what is cheap. The Herald: Will you stop? "
    "Anil Rao: I demand that Europe stop lecturing us."
)
LETTERS = (
    "Anil Rao heads the oil board in Delhi.\n\nQ: Why does India buy oil?\n\nA: We must buy what is cheap.\n\n"
    "Q: Will you stop?\n\nA: I demand that Europe stop lecturing us."
)
MARKS = (
    "Anil Rao heads the oil board in Delhi.\nThe Herald: Why does India buy oil? Anil Rao: We must buy what is cheap. "
    "Will you stop? I demand that Europe stop lecturing us. Prices have risen. What will you do? We shall see."
)


@pytest.mark.parametrize("text", [NAMED, LETTERS, MARKS], ids=["named", "letters", "marks"])
def test_turns(extract: Extract, text: str) -> None:
    record = extract(text)
    said = {a.content.text: (a.source and a.source.text, a.polarity, a.mode) for a in record.attributions}
    assert said["We must buy what is cheap."] == ("Anil Rao", "asserted", "direct")
    assert "Prices have risen." not in " ".join(map(str, said))
    proposers = {m.id: m.text for m in record.mentions}
    assert {proposers[m] for p in record.proposals for m in p.proposers} == {"Anil Rao"}


def test_no_state_speaks_in_an_interview_of_nobody(extract: Extract) -> None:
    record = extract("Q: Will you close the port? A: We will not. India should send aid. Q: When? A: I cannot say.")
    assert [p.proposers for p in record.proposals if p.proposers] == []


def test_questions_are_asked(extract: Extract) -> None:
    asked = [(a.source and a.source.text, a.content.text) for a in extract(NAMED).attributions if a.polarity == "asked"]
    assert asked == [("The Herald", "Why does India buy oil?"), ("The Herald", "Will you stop?")]


def test_captions_are_no_turns(extract: Extract) -> None:
    text = "Image: Jonas Brandt\n\nThe bridge was closed on Monday.\n\nImage: Jonas Brandt\n\nIt opens in May."
    assert not [a for a in extract(text).attributions if a.mode == "direct"]
