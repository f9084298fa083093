"""Things as numbers, in memory and in a database: the same."""

from __future__ import annotations

import pytest

from newsgraph.stored.numbers import Numbers, StoredNumbers

THINGS = ["port", "Ñandú", (1, 2), "", 7, "port", "7", None, "half \ud800", (1, 2), "(1, 2)", -1, -2, "zeal", 7, "None"]


@pytest.mark.parametrize("near", [100, 3], ids=["near things in memory", "hardly any in memory"])
def test_numbers_in_a_database_are_those_in_memory(near: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsgraph.stored.numbers._NEAR", near)
    here, there = Numbers(), StoredNumbers()
    assert [there[thing] for thing in THINGS] == [here[thing] for thing in THINGS]
    assert [there[thing] for thing in reversed(THINGS)] == [here[thing] for thing in reversed(THINGS)]
    assert there.size == here.size == 13
    assert list(there.words()) == list(here.words())
