"""Things that are gone through several times."""

from __future__ import annotations

import errno
from io import BytesIO
from typing import Any, NamedTuple

import pytest

from newsgraph.errors import OutputError
from newsgraph.stored import lists
from newsgraph.stored.lists import StoredList, listed, ordered


class Told(NamedTuple):
    words: str
    times: int | None


@pytest.mark.parametrize("size", [0, 3, 4, 2_000])
def test_they_are_the_same_wherever_they_lie(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "_AT_ONCE", 100)
    told = [Told("ä" * (number % 70), number if number % 3 else None) for number in range(size)]
    found = listed(iter(told), Told, 3)
    assert isinstance(found, StoredList) == (size > 3)
    assert list(found) == told and len(found) == size
    assert [(one, other) for one in found for other in found][: 3 * size] == [
        (one, other) for one in told for other in told
    ][: 3 * size]


def test_what_is_in_them() -> None:
    found = listed((Told("a", number) for number in range(9)), Told, 3)
    assert Told("a", 8) in found and Told("a", 9) not in found


@pytest.mark.parametrize("size", [0, 4, 5, 200])
def test_they_are_put_in_order_of_equals_the_first_first(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "_RUNS", 3)
    told = [Told(str(number * 7 % 10), number) for number in range(size)]
    assert list(ordered(iter(told), lambda one: one.words, Told, 5)) == sorted(told, key=lambda one: one.words)


def test_a_full_disk_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(BytesIO):
        def write(self, *_: Any) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("newsgraph.stored.lists.tempfile.TemporaryFile", lambda **_: Full())
    with pytest.raises(OutputError, match=r"can't hold what is compared \(No space left on device\); free some space"):
        listed((Told("a", number) for number in range(9)), Told, 3)
