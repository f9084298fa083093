"""What the accounts of an event agree on, and what each says where they differ: day, numbers, place, sources."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from newsgraph.records import Event
from newsgraph.resolve.events import COUNTED, EventAccount

if TYPE_CHECKING:
    from newsgraph.graph.build_graph import Network


def agreed_date(network: Network, group: Sequence[EventAccount]) -> tuple[str | None, list[str]]:
    """The date that most accounts give, of equals the latest published; and all, where they differ.

    Of an event with a name only what half of its articles give: others date something in it, or what recalls it. A year
    in the name outranks what they give.
    """
    year = _year_named(group)
    group = [account for account in group if account.time and account.time.startswith(year)] if year else group
    dates: Counter[str] = Counter(account.time for account in group if account.time)
    if not dates:
        return year or None, []
    (best,) = dates if len(dates) == 1 else (_most_given(network, group, dates),)
    if not year and any(account.name for account in group):
        told, dated = {a.article for a in group}, {a.article for a in group if a.time == best}
        if 2 * len(dated) < len(told):
            return None, []
    if not year and _is_aside(network, group, best):
        return None, []
    days = {d for d in dates if len(d) >= 10}
    if len(days) < 2:
        return best, []
    return best, sorted(f"{a.time} ({_title(network, a)})" for a in group if a.time in days)


def _most_given(network: Network, group: Sequence[EventAccount], dates: Counter[str]) -> str:
    """The date that most accounts give, days before months, and of equals the latest published."""
    said = {account.time: published(network, account) for account in sorted(group, key=lambda a: a.article)}
    return max(dates, key=lambda d: (len(d) >= 10, dates[d], said.get(d, ""), d))


_ASIDE = 4
"""One in how many articles gives the year of something else, where it gives no more than a year."""


def _is_aside(network: Network, group: Sequence[EventAccount], date: str) -> bool:
    """Whether a year that no paper is of is told by few articles of many: "his wife, who died in 1984"."""
    told, dated = {a.article for a in group}, {a.article for a in group if a.time == date}
    papers = {published(network, account)[:4] for account in group}
    return len(date) < 10 and len(dated) * _ASIDE <= len(told) and date[:4] not in papers


_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?![\d–-])")


def _year_named(group: Sequence[EventAccount]) -> str:
    """The one year that the names of an event have."""
    found = {year for account in group if account.name for year in _YEAR.findall(account.name)}
    return found.pop() if len(found) == 1 else ""


def agreed_counts(network: Network, group: Sequence[EventAccount]) -> dict[str, Any]:
    """Each count as the latest article has it, and all where they differ."""
    counts: dict[str, Any] = {}
    disputed: list[str] = []
    group = [account for account in group if account.counts]
    for what in COUNTED:
        if not (said := [account for account in group if what in account.counts]):
            continue
        said.sort(key=lambda a: (published(network, a), a.article))
        counts[what] = said[-1].counts[what]
        if len({account.counts[what] for account in said}) > 1:
            disputed += [f"{what}: {account.counts[what]} ({_title(network, account)})" for account in said]
    return {**counts, "counts_disputed": disputed}


def sources_of(network: Network, group: Sequence[EventAccount]) -> dict[str, int]:
    """How many articles tell of it, and how many of them are not copies of one text."""
    articles = {account.article for account in group}
    return {"sources": len(articles), "independent_sources": len({network.copies[article] for article in articles})}


def say_where(events: Sequence[Event]) -> list[bool]:
    """Which accounts say where it was; those that say only what that is near to, where no other says more."""
    placed = [bool(event.places) for event in events]
    exact = [says and event.place_reason != "near" for says, event in zip(placed, events, strict=True)]
    return exact if True in exact else placed


def place_reason(events: Sequence[Event]) -> str | None:
    """Where the places come from, if no account has them from words of its own."""
    reasons = [event.place_reason for event in events]
    stated = any(reason in _STATED for reason in reasons)
    return None if stated else next((reason for reason in reasons if reason), None)


_STATED = frozenset((None, "clause", "clause above", "struck"))
"""Where places come from that are said."""


def published(network: Network, account: EventAccount) -> str:
    """When the article of an account was published; empty where it does not say."""
    return str(network.graph.nodes[network.articles[account.article]].get("date", ""))


def _title(network: Network, account: EventAccount) -> str:
    node = network.graph.nodes[network.articles[account.article]]
    return ", ".join(str(x) for x in (node.get("source"), node["label"], str(node.get("date", ""))[:10]) if x)
