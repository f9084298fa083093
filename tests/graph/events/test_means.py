"""With what an event was done: weapons, and nothing else that a verb has as its object."""

from __future__ import annotations

import pytest

from newsgraph.graph.events.means import means_of
from newsgraph.records import Event


@pytest.mark.parametrize(
    ("kind", "words", "means"),
    [
        ("ASSAULT", "two car bombs", True), ("ASSAULT", "mortar fire", True), ("PROTEST", "stones", True),
        ("THREATEN", "a knife", True), ("ASSAULT", "whom", False), ("ASSAULT", "the fire", False),
        ("ASSAULT", "a third", False), ("REQUEST", "higher wages", False), ("RETREAT", "its nuclear weapons", False),
        ("SAY", "his idea", False), ("COERCE", "a gun", False), ("ASSAULT", "glasses", False),
    ],
)  # fmt: skip
def test_means_are_weapons_that_are_used(kind: str, words: str, means: bool) -> None:
    event = Event(id="v1", start=0, end=1, text="x", kind=kind, instruments=(words,), factuality="actual")
    assert means_of(event) == ([words] if means else [])
