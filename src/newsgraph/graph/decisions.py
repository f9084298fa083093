"""Which decisions on what is the same are about the nodes of a part of the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import networkx as nx

from newsgraph.resolve import Merge

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
