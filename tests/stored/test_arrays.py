"""Columns of numbers in memory and in a file: what goes in comes out."""

from __future__ import annotations

import errno
from typing import Any

import numpy as np
import pytest

from newsgraph.errors import OutputError
from newsgraph.stored.arrays import Arrays, Ragged, StoredArrays


@pytest.mark.parametrize("arrays", [Arrays, StoredArrays], ids=["in memory", "in a file"])
def test_columns_that_are_filled_in_turn_are_whole(arrays: type[Arrays], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsgraph.stored.arrays._COPIED", 10)
    kept = arrays()
    whole, halves, none = kept.column(np.int32), kept.column(np.float64), kept.column(bool)
    for start in (0, 3, 6):
        whole.append(np.arange(start, start + 3))
        halves.append(np.arange(start, start + 2) / 2)
    later = kept.column(np.int64)
    first, second, third = kept.lay([whole, halves, none])
    later.append(np.array([[1, 2], [3, 4]]))
    kept.release()
    assert (first.tolist(), first.dtype) == (list(range(9)), np.int32)
    assert (second.tolist(), third.tolist()) == ([0.0, 0.5, 1.5, 2.0, 3.0, 3.5], [])
    assert kept.lay([later])[0].tolist() == [1, 2, 3, 4]
    assert kept.keep(np.array([7, 8])).tolist() == [7, 8]


def test_rows_of_several_lengths_are_found_again() -> None:
    rows = Ragged(np.array([5, 6, 7, 8, 9]), np.array([2, 0, 3]))
    assert [row.tolist() for row in rows] == [[5, 6], [], [7, 8, 9]]
    assert [row.tolist() for row in rows[1:]] == [[], [7, 8, 9]]
    numbers, which = rows.of(np.array([2, 1, 0, 2]))
    assert (numbers.tolist(), which.tolist()) == ([7, 8, 9, 5, 6, 7, 8, 9], [0, 0, 0, 2, 2, 3, 3, 3])


def test_a_full_disk_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    kept = StoredArrays()
    column = kept.column(np.int32)
    column.append(np.arange(3))
    monkeypatch.setattr("newsgraph.stored.arrays._copy", full)
    with pytest.raises(OutputError, match=r"can't hold what is compared \(No space left on device\); free some space"):
        kept.lay([column])


@pytest.mark.parametrize("arrays", [Arrays, StoredArrays], ids=["in memory", "in a file"])
def test_rows_and_room(arrays: type[Arrays], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsgraph.stored.arrays._NUMBERS", 2)
    monkeypatch.setattr("newsgraph.stored.arrays._COPIED", 7)
    kept = arrays()
    assert kept.ends(np.array([2, 0, 3, 1])).tolist() == [0, 2, 2, 5, 6] and kept.ends(np.empty(0, int)).tolist() == [0]
    numbers = kept.counted(5)
    numbers[[3, 0]] = 9
    kept.release()
    assert numbers.tolist() == [9, 1, 2, 9, 4]
    assert kept.room(np.float64, 3).tolist() == [0, 0, 0] and len(kept.room(bool, 0)) == 0
