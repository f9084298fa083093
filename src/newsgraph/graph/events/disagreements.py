"""What the accounts of an event disagree on: each version with who gives it, which is the latest, which most give.

A paper that gives another number later takes its old one back, and so does one that says that it corrects itself; what
is taken back counts for no majority. Copies of one text count once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from newsgraph.graph.events.claims import Claim
from newsgraph.graph.events.printed_corrections import corrects_report
from newsgraph.graph.frames import frame

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = (
    "event what value standing articles independent_sources source published correction sentence article key"
).split()


@dataclass(frozen=True, slots=True)
class Told:
    """One account's word on something."""

    claim: Claim
    source: str
    """The paper; of an article without one, the article."""
    text: int | str
    """What is equal for copies of one text."""
    published: str
    corrects: bool

    @property
    def order(self) -> tuple[str, bool]:
        """Later is greater."""
        return self.published, self.corrects


@dataclass(frozen=True, slots=True)
class Version:
    """One value, with the accounts that give it."""

    value: int | str
    told: tuple[Told, ...]
    standing: tuple[str, ...]
    """Of `latest`, `majority`, `withdrawn`."""

    @property
    def articles(self) -> tuple[str, ...]:
        """The keys of the articles that give it."""
        return tuple(dict.fromkeys(t.claim.evidence.article for t in self.told))

    @property
    def corrects(self) -> bool:
        """Whether one of them says that it corrects what was told before."""
        return any(t.corrects for t in self.told)

    @property
    def independent(self) -> int:
        """How many of them are no copies of one text."""
        return len({t.text for t in self.told})


def versions(network: nx.MultiDiGraph[str], event: str) -> dict[str, list[Version]]:
    """What articles on an event differ on, with the versions of each: those that most give first."""
    by_what: dict[str, list[Told]] = defaultdict(list)
    for claim in network.nodes[event].get("claims", ()):
        by_what[claim.what].append(_told(network, claim))
    return {
        what: _versions(told) for what, told in by_what.items()
        if len({t.claim.evidence.article for t in told}) > 1
    }


def agreed(some: Sequence[Version]) -> int | str | None:
    """The value that most accounts give, else the latest; None where neither is clear."""
    for mark in ("majority", "latest"):
        if (found := next((version.value for version in some if mark in version.standing), None)) is not None:
            return found
    return None


def _told(network: nx.MultiDiGraph[str], claim: Claim) -> Told:
    article = network.nodes[claim.evidence.article]
    name = article["identifier"]
    corrects = name in network.graph.get("corrections", ()) or corrects_report(claim.evidence.sentence)
    return Told(
        claim, str(article.get("source") or name), network.graph.get("texts", {}).get(name, name),
        str(article.get("date", ""))[:10], corrects,
    )


def _versions(told: Sequence[Told]) -> list[Version]:
    last: dict[str, tuple[str, bool]] = {}
    for account in told:
        last[account.source] = max(account.order, last.get(account.source, account.order))
    standing = [account for account in told if account.order == last[account.source]]
    most = _only_most(Counter(value for value, _ in {(t.claim.value, t.text) for t in standing}))
    newest = max(t.order for t in standing)
    latest = {t.claim.value for t in standing if t.order == newest and t.published}
    by_value: dict[int | str, list[Told]] = defaultdict(list)
    for account in told:
        by_value[account.claim.value].append(account)
    kept = {t.claim.value for t in standing}
    found = []
    for value, some in by_value.items():
        marks = {"latest": latest == {value}, "majority": most == value, "withdrawn": value not in kept}
        found.append(Version(value, tuple(some), tuple(mark for mark, holds in marks.items() if holds)))
    return sorted(found, key=lambda v: ("majority" not in v.standing, -v.independent, str(v.value)))


def _only_most(counts: Counter[int | str]) -> int | str | None:
    """What is counted most often, if nothing else is counted as often."""
    ranked = counts.most_common(2)
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else None


_MARKS = {"latest": "latest", "majority": "most sources", "withdrawn": "taken back"}


def in_words(network: nx.MultiDiGraph[str], event: str) -> list[str]:
    """A line for each thing: "killed: 11 – 5 articles (most sources); 14 – Meridian Wire, 2026-05-06 (latest)"."""
    return [
        f"{what}: {'; '.join(_version_words(network, version) for version in some)}"
        for what, some in versions(network, event).items()
    ]


def standing_words(network: nx.MultiDiGraph[str], event: str) -> list[str]:
    """What is the latest, given by most, taken back or corrected: "killed: 14 – latest, a correction"."""
    return [
        f"{what}: {_value(network, version.value)} – {', '.join(marks)}"
        for what, some in versions(network, event).items() for version in some if (marks := _marks(version))
    ]


def _marks(version: Version) -> list[str]:
    return [*(_MARKS[mark] for mark in version.standing), *(["a correction"] if version.corrects else [])]


def _version_words(network: nx.MultiDiGraph[str], version: Version) -> str:
    first = network.nodes[version.articles[0]]
    one = ", ".join(x for x in (first.get("source") or first["label"], str(first.get("date", ""))[:10]) if x)
    by = one if len(version.articles) == 1 else f"{len(version.articles)} articles"
    marks = _marks(version)
    return f"{_value(network, version.value)} – {by}" + (f" ({', '.join(marks)})" if marks else "")


def _value(network: nx.MultiDiGraph[str], value: int | str) -> str:
    """A value for a reader; of a node, its label."""
    return str(network.nodes[value]["label"]) if isinstance(value, str) and value in network else str(value)


def disagreements_table(network: nx.MultiDiGraph[str]) -> pd.DataFrame:
    """A row for each account of what the accounts of an event give differently."""
    events = sorted(key for key, data in network.nodes(data=True) if data.get("claims"))
    return frame((row for key in events for row in _rows(network, key)), columns=COLUMNS)


def _rows(network: nx.MultiDiGraph[str], event: str) -> Iterator[dict[str, object]]:
    for what, some in versions(network, event).items():
        for version in some:
            yield from (_row(network, event, what, version, told) for told in _by_day(version.told))


def _by_day(told: Iterable[Told]) -> list[Told]:
    return sorted(told, key=lambda t: (t.published, t.claim.evidence.article, t.claim.evidence.start))


def _row(
    network: nx.MultiDiGraph[str], event: str, what: str, version: Version, told: Told
) -> dict[str, object]:
    quoted = told.claim.evidence
    return {
        "event": network.nodes[event]["label"], "what": what, "value": _value(network, version.value),
        "standing": "; ".join(version.standing), "articles": len(version.articles),
        "independent_sources": version.independent, "source": network.nodes[quoted.article].get("source"),
        "published": told.published or None, "correction": told.corrects,
        "sentence": " ".join(quoted.sentence.split()), "article": quoted.article, "key": event,
    }
