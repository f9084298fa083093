"""Numbers under keys, and texts, in memory and in files: what goes in comes out."""

from __future__ import annotations

from collections import defaultdict

import pytest

from newsgraph.stored.arrays import Arrays, StoredArrays
from newsgraph.stored.groups import Groups, Texts

WAYS = pytest.mark.parametrize("arrays", [Arrays, StoredArrays], ids=["in memory", "in a file"])


@WAYS
def test_numbers_of_a_key_are_together_in_the_order_in_which_they_came(
    arrays: type[Arrays], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsgraph.stored.groups._WAITING", 7)
    monkeypatch.setattr("newsgraph.stored.groups._READ", 5)
    groups, wanted = Groups(arrays()), defaultdict(list)
    for number in range(300):
        key = "all" if number % 3 == 0 else ("some", number % 40) if number % 3 == 1 else number
        groups.add(key, number)
        wanted[key].append(number)
    assert sorted(groups) == sorted(wanted.values())
    assert sorted(groups.several()) == sorted(own for own in wanted.values() if len(own) > 1)
    assert dict(groups.items()) == {hash(key): numbers for key, numbers in wanted.items()}
    assert all(groups.of(key) == numbers and key in groups for key, numbers in wanted.items())
    assert "none" not in groups and groups.of("none") == []


@WAYS
def test_groups_of_nothing(arrays: type[Arrays]) -> None:
    assert list(Groups(arrays())) == [] and "all" not in Groups(arrays())


@WAYS
def test_texts_are_read_as_they_were(arrays: type[Arrays], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsgraph.stored.groups._TEXTS", 2)
    told = ["Ñandú", "", "half \ud800", "a\nb", "end"]
    texts = Texts(iter(told), arrays())
    assert list(texts) == told and texts[1:3] == told[1:3] and len(Texts([], arrays())) == 0
