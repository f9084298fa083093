"""Which nodes a reader should see first.

The measure is PageRank over the ties, each weighted by the number of sentences that it rests on, without articles
(Page, Brin, Motwani and Winograd 1999). The order that comes out keeps the drawing connected: a node that has no
tie to what stands before it is preceded by the neighbour that joins it.
"""

from __future__ import annotations

import networkx as nx

OPENING = 120
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


def importance(simple: nx.Graph[str]) -> dict[str, float]:
    """PageRank of every node, the greatest being 1; for an empty graph empty."""
    if not simple:
        return {}
    ranks = nx.pagerank(simple, alpha=0.85, weight="weight", tol=1e-8, max_iter=200)
    top = max(ranks.values())
    return {node: rank / top for node, rank in ranks.items()}


def reading_order(simple: nx.Graph[str], scores: dict[str, float]) -> list[str]:
    """Nodes from the most important on; each of the first `OPENING` has a tie to an earlier one where it can."""
    ranked = sorted(simple, key=lambda node: (-scores[node], node))
    taken: dict[str, None] = {}
    for node in ranked:
        if len(taken) >= OPENING:
            break
        if node in taken:
            continue
        neighbours = simple[node]
        if taken and neighbours and not any(neighbour in taken for neighbour in neighbours):
            bridges = [n for n in neighbours if any(far in taken for far in simple[n])]
            if bridges:
                taken[max(bridges, key=lambda n: (scores[n], n))] = None
        taken[node] = None
    taken.update(dict.fromkeys(ranked))
    return list(taken)
