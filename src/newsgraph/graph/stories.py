"""Stories: articles that are about one thing, with the event that most of them tell, and the toll as it grew."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import networkx as nx
import pandas as pd

from newsgraph.records import Record
from newsgraph.resolve.copies import copy_groups
from newsgraph.resolve.events.articles import article_vectors, find_stories

COLUMNS = (
    "story date_start date_end place articles independent_sources events actors toll sentence article key"
).split()
_TOLL = ("killed", "injured", "missing", "detained", "displaced")
_MAIN_ACTORS = 5


def stories_table(network: nx.MultiDiGraph[str], records: Sequence[Record]) -> pd.DataFrame:
    """A row for each story that several articles tell, the most told first."""
    groups: dict[int, set[str]] = defaultdict(set)
    for record, number in zip(records, find_stories(article_vectors(records)), strict=True):
        groups[number].add(record.article.id)
    copies = copy_groups(records)
    node = {data["identifier"]: key for key, data in network.nodes(data=True) if data["type"] == "Article"}
    told: dict[str, dict[str, None]] = defaultdict(dict)
    for event, article, data in network.edges(data=True):
        if data["type"] == "reportedIn" and network.nodes[event]["type"] == "Event":
            told[article][event] = None
    rows = []
    for articles in groups.values():
        keys = sorted(node[article] for article in articles)
        events = Counter(event for key in keys for event in told[key])
        if len(keys) > 1 and events:
            independent = len({copies[article] for article in articles})
            rows.append({**_story(network, keys, events), "independent_sources": independent})
    rows.sort(key=lambda row: (-row["articles"], row["date_start"] or "9999", row["key"]))
    return pd.DataFrame(rows, columns=COLUMNS)


def _story(network: nx.MultiDiGraph[str], articles: Sequence[str], events: Counter[str]) -> dict[str, Any]:
    """The row of a story; its main event is the one that most of its articles tell."""
    main = min(events, key=lambda e: (-events[e], -network.nodes[e]["count"], e))
    data = network.nodes[main]
    days = sorted(str(network.nodes[a].get("date", ""))[:10] for a in articles if network.nodes[a].get("date"))
    actors: Counter[str] = Counter()
    for event, times in events.items():
        for _, other, edge in network.out_edges(event, data=True):
            if edge["type"] in ("agent", "target") and network.nodes[other].get("named"):
                actors[other] += times
    order = sorted(actors, key=lambda a: (-actors[a], a))[:_MAIN_ACTORS]
    places = [other for _, other, edge in network.out_edges(main, data=True) if edge["type"] == "place"]
    first = data["evidence"][0]
    return {
        "story": data["label"], "date_start": data.get("date") or next(iter(days), None),
        "date_end": max(days, default=None), "place": next((network.nodes[p]["label"] for p in places), None),
        "articles": len(articles), "events": len(events), "actors": "; ".join(network.nodes[a]["label"] for a in order),
        "toll": _toll(network, main), "sentence": " ".join(first.sentence.split()), "article": first.article,
        "key": main,
    }


def _toll(network: nx.MultiDiGraph[str], event: str) -> str:
    """The numbers of the main event in the order in which they were published: "killed: 11 (2026-05-06), 14 (…)"."""
    data = network.nodes[event]
    by_count: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for claim in data.get("claims", ()):
        if claim.what in _TOLL:
            published = str(network.nodes[claim.evidence.article].get("date", ""))[:10]
            by_count[claim.what].append((published, claim.value))
    told = [f"{what}: {_grown(sorted(set(by_count[what])))}" for what in _TOLL if what in by_count]
    told += [f"{what}: {data[what]}" for what in _TOLL if what in data and what not in by_count]
    return "; ".join(told)


def _grown(numbers: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{number} ({day})" if day else str(number) for day, number in numbers)
