"""The days that an event presumably falls on, where no article gives any: news is mostly of yesterday.

A presumption is never the date of an event; it stands beside it, and whoever reads a table decides on its use. Of
events in ECB+ that other papers date, eight in ten lie in these days; of attacks and arrests two in three, for papers
come back to these when there is a trial.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from newsgraph.language.times.values import to_interval
from newsgraph.resolve.events import EventAccount

_BEFORE = timedelta(2)
"""How long before it is printed something has happened, at most."""


def presumed_days(accounts: Iterable[EventAccount], published: Iterable[str]) -> str | None:
    """From two days before to the day of the first article, as an interval; None where there is nothing to presume.

    That is of what happened, undated in all articles, and what one of them is mainly about. `published` are the days of
    the articles of the accounts, in their order.
    """
    told = list(zip(accounts, published, strict=True))
    if any(account.time or account.factuality != "actual" for account, _ in told):
        return None
    if not any(event.main for account, _ in told for event in account.events):
        return None
    days = [to_interval(day[:10]) for _, day in told if day]
    if len(days) < len(told) or None in days:
        return None
    first = min(interval[0] for interval in days if interval)
    return f"{(first - _BEFORE).isoformat()}/{first.isoformat()}"
