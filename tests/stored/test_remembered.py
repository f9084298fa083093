"""Functions that remember what they found."""

from __future__ import annotations

from newsgraph.stored.remembered import forget, near, remembered


def test_what_was_found_is_known_until_it_is_forgotten() -> None:
    asked: list[int] = []

    @remembered(2)
    def doubled(number: int) -> int:
        asked.append(number)
        return 2 * number

    assert [doubled(1), doubled(1), doubled(2)] == [2, 2, 4] and asked == [1, 2]
    forget()
    assert doubled(2) == 4 and asked == [1, 2, 2]


def test_what_is_near_is_kept_as_long_as_somebody_asks_for_it() -> None:
    asked: list[int] = []

    def read(number: int) -> int:
        asked.append(number)
        return 2 * number

    first, second = near(read, 2), near(read, 2)
    assert [first(1), first(1), second(1)] == [2, 2, 2] and asked == [1, 1]
    forget()
    assert (first(1), second(1)) == (2, 2) and asked == [1, 1, 1, 1]
    del second
    forget()
    assert first(1) == 2 and len(asked) == 5
