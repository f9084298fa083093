"""What the accounts of an event agree on, and what each says where they differ: day, numbers, place, sources."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from newsgraph.graph.events.claims import NODES, Claim
from newsgraph.graph.events.told_times import is_exact, told_beginning, told_time
from newsgraph.resolve.events import COUNTED, EventAccount

if TYPE_CHECKING:
    from newsgraph.graph.building import Network


def agreed_date(network: Network, group: Iterable[EventAccount]) -> str | None:
    """The date that most accounts give, of equals the latest published.

    Of an event with a name only what half of its articles give: others date something in it, or what recalls it. A year
    in the name outranks what they give.
    """
    year = _year_named(group)
    dates = _counted(time for account in group if (time := told_time(account)) and time.startswith(year))
    if not dates:
        return year or None
    (best,) = dates if len(dates) == 1 else (_most_given(network, _dated(group, year), dates),)
    if not year and any(account.name for account in group):
        told, dated = {a.article for a in group}, {a.article for a in group if told_time(a) == best}
        if 2 * len(dated) < len(told):
            return None
    if not year and _is_aside(network, group, best):
        return None
    return best


def agreed_beginning(group: Iterable[EventAccount]) -> str | None:
    """Since when most accounts say that it goes on, of equals the earliest."""
    told = _counted(since for account in group if (since := told_beginning(account)))
    return min(told, key=lambda since: (-told[since], since), default=None)


def _counted(days: Iterable[str]) -> dict[str, int]:
    """How many give each day: most events have none or one, for which a `Counter` takes longer to make than to fill."""
    found: dict[str, int] = {}
    for day in days:
        found[day] = found.get(day, 0) + 1
    return found


def _dated(group: Iterable[EventAccount], year: str) -> Iterator[EventAccount]:
    """The accounts that give a date, of a year if there is one."""
    return (account for account in group if (time := told_time(account)) and time.startswith(year))


def _most_given(network: Network, group: Iterable[EventAccount], dates: Mapping[str, int]) -> str:
    """The date that most accounts give, days before months, and of equals the latest published."""
    last = dict[str | None, str]()
    """The last article that gives each."""
    for account in group:
        time = told_time(account)
        last[time] = max(account.article, last.get(time, ""))
    return max(dates, key=lambda d: (is_exact(d), dates[d], _published(network, last[d]), d))


_ASIDE = 4
"""One in how many articles gives the year of something else, where it gives no more than a year."""


def _is_aside(network: Network, group: Iterable[EventAccount], date: str) -> bool:
    """Whether a year that no paper is of is told by few articles of many: "his wife, who died in 1984"."""
    if is_exact(date):
        return False
    told, dated = {a.article for a in group}, {a.article for a in group if told_time(a) == date}
    papers = {published(network, account)[:4] for account in group}
    return len(dated) * _ASIDE <= len(told) and date[:4] not in papers


_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?![\d–-])")


def _year_named(group: Iterable[EventAccount]) -> str:
    """The one year that the names of an event have."""
    found = {year for account in group if account.name for year in _YEAR.findall(account.name)}
    return found.pop() if len(found) == 1 else ""


def agreed_counts(network: Network, group: Iterable[EventAccount]) -> dict[str, int]:
    """Each count as the latest article has it whose words give it, else the latest from which it follows."""
    told: dict[str, tuple[bool, str, str, int]] = {}
    for account in group:
        said = _said_counts(account)
        for what in account.counts:
            number = said.get(what, account.counts[what])
            own = what in said, published(network, account), account.article, number
            told[what] = max(own, told.get(what, own))
    return {what: told[what][-1] for what in COUNTED if what in told}


def _said_counts(account: EventAccount) -> dict[str, int]:
    """The greatest number of each sort that the words of an account give."""
    said: dict[str, int] = {}
    for event in account.events:
        for what in event.said_at.keys() & event.counts.keys():
            said[what] = max(event.counts[what], said.get(what, 0))
    return said


def disputes(network: Network, claims: Collection[Claim]) -> dict[str, list[str]]:
    """The claims on numbers and days in words, each article's once: "killed: 14 (Meridian Wire, …)"."""
    if not network.tells_who_differs or not claims:
        return {}
    told = {(claim.what, claim.value, claim.evidence.article) for claim in claims if claim.what not in NODES}
    articles = network.graph.nodes
    numbers = sorted(
        (COUNTED.index(what), str(articles[article].get("date", "")), article, value)
        for what, value, article in told if what in COUNTED
    )
    days = sorted(f"{day} ({_titled(articles[article])})" for what, day, article in told if what == "date")
    counts = [f"{COUNTED[what]}: {value} ({_titled(articles[article])})" for what, _, article, value in numbers]
    return {"counts_disputed": counts, "dates_disputed": days}


def sources_of(network: Network, group: Iterable[EventAccount]) -> dict[str, int]:
    """How many articles tell of it, and how many of them are not copies of one text."""
    articles = {account.article for account in group}
    return {"sources": len(articles), "independent_sources": len({network.copies[article] for article in articles})}


def place_reason(reasons: Collection[str | None]) -> str | None:
    """Where the places come from, by what the accounts say, if none has them from words of its own."""
    stated = any(reason in _STATED for reason in reasons)
    return None if stated else next((reason for reason in reasons if reason), None)


_STATED = frozenset((None, "clause", "clause above", "struck"))
"""Where places come from that are said."""


def published(network: Network, account: EventAccount) -> str:
    """When the article of an account was published; empty where it does not say."""
    return _published(network, account.article)


def _published(network: Network, article: str) -> str:
    return str(network.graph.nodes[network.articles[article]].get("date", ""))


def _titled(node: Mapping[str, Any]) -> str:
    return ", ".join(str(x) for x in (node.get("source"), node["label"], str(node.get("date", ""))[:10]) if x)
