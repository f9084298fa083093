"""Numbers under keys, and texts, in memory and in files: what goes in comes out."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsgraph.stored.arrays import Arrays, StoredArrays
from newsgraph.stored.groups import Groups, SortedParts, Texts

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


@WAYS
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(keys=st.lists(st.one_of(st.integers(-(1 << 63), (1 << 63) - 1), st.integers(0, 5)), max_size=60))
def test_keys_are_sorted_a_part_at_a_time(
    arrays: type[Arrays], monkeypatch: pytest.MonkeyPatch, keys: list[int]
) -> None:
    monkeypatch.setattr("newsgraph.stored.groups._LARGEST", 4)
    monkeypatch.setattr("newsgraph.stored.groups._DEALT", 2)
    monkeypatch.setattr(arrays, "spread", 1)
    parts, numbers = SortedParts(arrays()), list(range(len(keys)))
    for start in range(0, len(keys), 3):
        parts.append(np.array(keys[start : start + 3], np.int64), np.array(numbers[start : start + 3]))
    found = [(own.tolist(), there.tolist()) for own, there in parts]
    assert [pair for part in found for pair in zip(*part, strict=True)] == sorted(zip(keys, numbers, strict=True))
    assert all(one[0][-1] < other[0][0] for one, other in pairwise(found))  # no key is in two parts


@WAYS
def test_numbers_come_many_at_a_time(arrays: type[Arrays], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsgraph.stored.groups._LARGEST", 2)
    monkeypatch.setattr(arrays, "spread", 1)
    parts = SortedParts(arrays())
    parts.append(np.array([7, 1, 7, 3, 1, 9]) << 58, np.arange(6))
    assert [some.tolist() for some in parts.numbers(3)] == [[1, 4, 3], [0, 2, 5]]
    assert list(SortedParts(arrays()).numbers(3)) == []


@WAYS
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(keys=st.lists(st.integers(0, 6), max_size=30), most=st.integers(1, 8))
def test_what_comes_together_is_no_more_than_is_asked_for_but_for_one_key(
    arrays: type[Arrays], monkeypatch: pytest.MonkeyPatch, keys: list[int], most: int
) -> None:
    monkeypatch.setattr("newsgraph.stored.groups._LARGEST", 5)
    monkeypatch.setattr(arrays, "spread", 1)
    parts = SortedParts(arrays())
    parts.append(np.array(keys, np.int64) << 58, np.arange(len(keys)))
    found = [some.tolist() for some in parts.numbers(most)]
    assert [place for some in found for place in some] == sorted(range(len(keys)), key=keys.__getitem__)
    assert all(len(some) <= most or len({keys[place] for place in some}) == 1 for some in found)
    of = [{keys[place] for place in some} for some in found]
    assert sum(map(len, of)) == len(set(keys))  # all of a key come together
    assert all(len(one) + len(other) > most for one, other in pairwise(found))
