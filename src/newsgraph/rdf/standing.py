"""Whether a tie holds and is a plain triple: what is over, to come or doubtful has its relation alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

FORMER, PAST, FUTURE, DOUBTFUL = "former", "past", "future", "doubtful"


def standings(ties: Sequence[dict[str, Any]], day_of: Callable[[str], str]) -> list[str | None]:
    """How each of the edges of one type between the same two stands; None where it holds.

    `day_of` gives the day on which an article was published, as exact as it is known, or "". A tie is `former` where
    its text says so, `past` where it had ended before it was told last, `future` where it had not begun then, and
    `doubtful` where another text tells it as former on the same day or later, or on a day that is not known.
    """
    over = [day for tie in ties if tie.get(FORMER) for day in _days(tie, day_of)]
    return [_standing(tie, over, day_of) for tie in ties]


def _standing(tie: dict[str, Any], over: Sequence[str], day_of: Callable[[str], str]) -> str | None:
    if tie.get(FORMER):
        return FORMER
    if not over and "since" not in tie and "until" not in tie:  # nearly all
        return None
    last = max(_days(tie, day_of))
    if last and _is_before(last, tie.get("since", "")):
        return FUTURE
    if _is_before(tie.get("until", ""), last):
        return PAST
    return DOUBTFUL if over and not all(_is_before(day, last) for day in over) else None


def _days(tie: dict[str, Any], day_of: Callable[[str], str]) -> Iterable[str]:
    return {day_of(quoted.article) for quoted in tie["evidence"]}


def _is_before(one: str, other: str) -> bool:
    """Whether a day, month or year is surely before another."""
    common = min(len(one), len(other))
    return one[:common] < other[:common]
