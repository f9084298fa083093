"""Which decisions are about which nodes: those of the machine about a part of the graph, those of people about each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

import networkx as nx

from newsgraph.graph.ledger import places_of
from newsgraph.records import Record
from newsgraph.resolve import Merge
from newsgraph.resolve.decisions import VERBS, Decided, Item, Sort, spans_of

_ON_TIES = ("drop", "confirm")
"""Verbs that, with two ends, are about the tie between them and not about these."""
_CUT = 60
"""Characters of a proposal that a decision names it by."""
_UNJOINED = ("Article", "Statement")


def decisions_about(merges: Iterable[Merge], network: nx.MultiDiGraph[str]) -> list[Merge]:
    """The decisions of which one side, a name with its article, is told of a node of the network."""
    articles = {data["identifier"]: key for key, data in network.nodes(data=True) if data["type"] == "Article"}
    events: dict[str, set[str]] = defaultdict(set)
    entities: dict[str, set[str]] = defaultdict(set)
    proposals: dict[str, list[str]] = defaultdict(list)
    for _, data in network.nodes(data=True):
        for quoted in data["evidence"] if data["type"] not in _UNJOINED else ():
            if data["type"] == "Proposal":
                proposals[quoted.article].append(quoted.text)
            else:
                told = events if data["type"] == "Event" else entities
                told[quoted.article] |= {quoted.text, *_names(data)}

    def is_told(side: str) -> bool:
        name, _, where = side.removesuffix(")").rpartition(" (")
        article = articles.get(where)
        if article is None:  # an event has its date behind the article
            return name in events[articles.get(where.rpartition(", ")[0], "")]
        whole = len(name) < _CUT
        texts = proposals[article]
        return name in entities[article] or any(t.endswith(name) if whole else name in t for t in texts)

    return [merge for merge in merges if is_told(merge.one) or is_told(merge.other)]


def _names(data: dict[str, Any]) -> set[str]:
    return {str(data["label"]), *data.get("aliases", ()), *([data["name"]] if data.get("name") else [])}


def mark_decisions(network: nx.MultiDiGraph[str], decided: Decided, records: Iterable[Record]) -> None:
    """Enter what people decided with the nodes that it is about, and the names that they gave to what has none."""
    about = [found for verb in VERBS for found in decided.about(verb)]
    wanted = {item[0] for _, one, other in about for item in (*one, *other)}
    if not wanted:
        return
    places = (place for place in places_of(network) if place[2] in wanted)
    nodes = {(sort, article, offsets): key for key, sort, article, offsets in places}
    by_id = {record.article.id: record for record in records if record.article.id in wanted}

    def node_of(items: Iterable[Item], sort: Sort) -> str | None:
        votes = Counter(
            key
            for article, item in items
            for start, end, found in spans_of(by_id[article], sort)
            if found == item and (key := nodes.get((sort, article, f"{start}-{end}"))) is not None
        )
        return min(votes, key=lambda key: (-votes[key], key)) if votes else None

    for decision, one, other in about:
        sides = [node_of(one, decision.sort), node_of(other, decision.other_sort or decision.sort)]
        is_of_tie = decision.verb in _ON_TIES and bool(decision.other)
        for key, far in dict(zip(sides, reversed(sides), strict=True)).items():
            if key is None:
                continue
            data = network.nodes[key]
            data["decided"] = [*data.get("decided", ()), str(decision)]
            field, found = "decision_ids", decision.id
            if is_of_tie:
                field, found = "tie_decisions", f"{decision.value} {far} {decision.id}"
            data[field] = [*data.get(field, ()), found]
            if decision.verb == "rename" and data["label"] != decision.value:
                data["aliases"] = sorted({*data.get("aliases", ()), str(data["label"])} - {str(decision.value)})
                data["label"] = decision.value
