"""Functions that remember what they found."""

from __future__ import annotations

from newsgraph.stored.remembered import forget, remembered


def test_what_was_found_is_known_until_it_is_forgotten() -> None:
    asked: list[int] = []

    @remembered(2)
    def doubled(number: int) -> int:
        asked.append(number)
        return 2 * number

    assert [doubled(1), doubled(1), doubled(2)] == [2, 2, 4] and asked == [1, 2]
    forget()
    assert doubled(2) == 4 and asked == [1, 2, 2]
