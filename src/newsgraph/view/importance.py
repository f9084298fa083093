"""Which nodes a reader should see first.

The measure is PageRank (Page, Brin, Motwani and Winograd 1999) over the ties, each weighted by the number of
sentences that it rests on, with restarts in proportion to the number of sentences that mention a node; articles are
left out. The reading order follows the ties rather than the nodes, so that what is shown first is connected.
"""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

OPENING = 60
"""How many nodes a page opens with at most."""


def simple_graph(graph: nx.MultiDiGraph[str]) -> nx.Graph[str]:
    """Undirected, without articles, with the evidence of parallel edges added up as `weight`."""
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(node for node, attributes in graph.nodes(data=True) if attributes.get("type") != "Article")
    for source, target, attributes in graph.edges(data=True):
        if source == target or source not in simple or target not in simple:
            continue
        weight = max(1, int(attributes.get("count") or len(attributes.get("evidence") or ()) or 1))
        if simple.has_edge(source, target):
            simple[source][target]["weight"] += weight
        else:
            simple.add_edge(source, target, weight=weight)
    return simple


def importance(simple: nx.Graph[str], mentions: Mapping[str, int]) -> dict[str, float]:
    """The measure of every node, the greatest being 1; for an empty graph empty."""
    if not simple:
        return {}
    restarts = {node: max(1, mentions.get(node, 1)) for node in simple}
    ranks = nx.pagerank(simple, alpha=0.85, weight="weight", personalization=restarts, tol=1e-8, max_iter=200)
    top = max(ranks.values())
    return {node: rank / top for node, rank in ranks.items()}


_TELLS = {"Proposal": 8.0, "Event": 3.0}
"""How much more a node of a type counts in the reading order where at least two others take part in it."""


def reading_order(
    simple: nx.Graph[str], scores: Mapping[str, float], types: Mapping[str, str] | None = None
) -> list[str]:
    """Nodes as the ties between them bring them up, the tie between the most important two first.

    A tie counts as much as the geometric mean of its ends, and less where one end has no other tie. By `types`,
    proposals and events that join others come before those who merely stand beside each other. Nodes without any tie
    come last.
    """
    types = types or {}
    leaf = {node: 0.6 if degree == 1 else 1.0 for node, degree in simple.degree}
    tells = {node: _TELLS.get(types.get(node, ""), 1.0) if simple.degree(node) > 1 else 1.0 for node in simple}

    def weight(a: str, b: str) -> float:
        return float((scores[a] * tells[a] * scores[b] * tells[b]) ** 0.5 * leaf[a] * leaf[b])

    def ends(a: str, b: str) -> tuple[str, str]:
        return (a, b) if (-scores[a], a) < (-scores[b], b) else (b, a)

    order: dict[str, None] = {}
    for _, pair in sorted((-weight(a, b), ends(a, b)) for a, b in simple.edges):
        order.update(dict.fromkeys(pair))
    order.update(dict.fromkeys(sorted(simple, key=lambda node: (-scores[node], node))))
    return list(order)
