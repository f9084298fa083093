"""Modes of events: only those that the words say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgraph.records import Record


@pytest.mark.parametrize(
    ("sentence", "trigger", "mode"),
    [
        ("The mayor accused the firm of haste.", "accused", "allege"),
        ("The mayor blamed the firm for the flood.", "blamed", "allege"),
        ("The mayor criticised the firm.", "criticised", "disapprove"),
        ("Norland urged Sudovia to meet the rebels.", "urged", "meet"),
        ("The mayor asked residents to contact the police.", "asked", None),
        ("Norland urged Sudovia to release the captives.", "urged", "yield"),
        ("The mayor rejected criticism of the budget.", "rejected", None),
        ("Norland promised to send food to Sudovia.", "promised", None),
        ("The firm asked its owners at the annual meeting to raise the pay.", "asked", None),
        ("Norland urged Sudovia to abstain from voting.", "urged", None),
        ("A man was stabbed to death in the port.", "stabbed", "primitive"),
        ("Sudovia threatened to bomb the port.", "threatened", "violence"),
        ("Sudovia threatened to retaliate.", "threatened", None),
        ("The union protested the plan.", "protested", None),
        ("The union staged a protest.", "staged", "demo"),
    ],
)
def test_a_mode_has_its_own_evidence(
    extract: Callable[..., Record], sentence: str, trigger: str, mode: str | None
) -> None:
    event = next(e for e in extract(sentence).events if e.text.split()[0] == trigger)
    assert event.mode == mode
