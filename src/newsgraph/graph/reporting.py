"""When something was reported: the first day on which an article told of it, which is not when it was."""

from __future__ import annotations

import networkx as nx


def reported(network: nx.MultiDiGraph[str], key: str) -> str | None:
    """The day on which an article first told of an event, a proposal or a statement; None where none has a day."""
    told = (other for _, other, edge in network.out_edges(key, data=True) if edge["type"] == "reportedIn")
    return min((day for other in told if (day := str(network.nodes[other].get("date", ""))[:10])), default=None)


def placed(network: nx.MultiDiGraph[str], key: str) -> str:
    """The time of a node, else the day on which it was reported, for an order; empty where neither is known."""
    return str(network.nodes[key].get("date") or reported(network, key) or "")
