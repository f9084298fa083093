"""The days that an event presumably falls on, where no article gives any: news is mostly of yesterday.

A presumption is never the date of an event; it stands beside it, and whoever reads a table decides on its use. Of
events in ECB+ that other papers date, eight in ten lie in these days; of attacks and arrests two in three, for papers
come back to these when there is a trial.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import timedelta

from newsgraph.graph.events.told_times import told_beginning, told_time
from newsgraph.language.time_values import to_interval
from newsgraph.resolve.events import EventAccount

_BEFORE = timedelta(2)
"""How long before it is printed something has happened, at most."""


def presumed_days(accounts: Collection[EventAccount], published: Iterable[str]) -> str | None:
    """From two days before to the day of the first article, as an interval; None where there is nothing to presume.

    That is of what happened, undated in all articles, and what one of them is mainly about. `published` are the days of
    the articles of the accounts.
    """
    if any(told_time(account) or told_beginning(account) or account.factuality != "actual" for account in accounts):
        return None
    if not any(event.main for account in accounts for event in account.events):
        return None
    first = None
    for day in published:
        interval = to_interval(day[:10]) if day else None
        if interval is None:
            return None
        first = interval[0] if first is None else min(first, interval[0])
    return None if first is None else f"{(first - _BEFORE).isoformat()}/{first.isoformat()}"
