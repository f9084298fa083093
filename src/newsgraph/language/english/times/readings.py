"""What the grammar of time hands to the resolution: readings, still without an anchor."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression says by itself.

    Kinds: `day` (month and day, year if told), `weekday`, `month`, `year`, `season`, `nth` (third quarter, last week
    of March), `relative` (this week, the following day), `deictic` (days from today), `part` (this morning),
    `shifted` (two weeks ago, a month later), `length` (a duration; count None: unknown), `same` (the same period of
    another year), `clock`, `holiday`, and `fixed`, whose value needs no anchor.
    """

    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    relative: str | None = None
    """this, last, next, previous, following, same, the."""
    unit: str | None = None
    count: float | None = None
    side: str | None = None
    """Of a shifted one: ago, from now, earlier, later."""
    part: str | None = None
    """TIMEX3 part of the day: MO, MI, AF, EV, NI."""
    clock: str | None = None
    """`12:18`, `16:00Z`."""
    value: str | None = None
    base: Reading | None = None
    year_shift: int | None = None
    """Years from that of publication, of a date with `last year` beside it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A reading with its tokens."""

    start: int
    end: int
    reading: Reading


type Step = tuple[int, Reading]

DAY_KINDS = frozenset({"day", "weekday", "deictic", "holiday"})
PHRASE_END = frozenset(". , ; : ! ? ) ] \" ' ” ’ '' - – — and but or when as that is was has to".split())
"""Words before which a time expression that could take a complement has none."""
