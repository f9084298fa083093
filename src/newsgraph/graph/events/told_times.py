"""When an account says that an event was: the day of the paper is none that it says.

The present tense ("is meeting the ministers") says that something is so when it is written. That helps to tell which
accounts are of one event, and no sentence dates the event by it.
"""

from __future__ import annotations

from newsgraph.language.time_values import to_interval
from newsgraph.resolve.events import EventAccount

WRITTEN = "present tense"
"""The reason of a time that is the day of the paper."""
_TAKEN = frozenset((WRITTEN, "same event"))
_WEEK = 7


def told_time(account: EventAccount) -> str | None:
    """The time that an account gives in words."""
    if account.time is None:
        return None
    written = {event.time for event in account.events if event.time_reason == WRITTEN}
    told = [event.time for event in account.events if event.time and event.time_reason not in _TAKEN]
    told += [event.time for event in account.events if event.time and event.time not in written]
    return account.time if account.time in told else next(iter(told), None)


def told_beginning(account: EventAccount) -> str | None:
    """Since when an account says that an event goes on."""
    return next((event.since for event in account.events if event.since), None)


def is_exact(time: str) -> bool:
    """Whether a time is a day, or no longer than a week: not a month, nor a range of years."""
    days = to_interval(time)
    return days is not None and (days[1] - days[0]).days < _WEEK
