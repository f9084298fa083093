"""Which nodes belong together."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx

BACKBONE = 2000
"""How many nodes decide on the communities; the others join one."""


def communities(simple: nx.Graph[str], order: Sequence[str]) -> dict[str, int]:
    """A number for each node, 0 being the largest community; the same for the same graph.

    Louvain (Blondel and others 2008) parts the first of `order`, the most important; each other node is of the
    community of the first of its neighbours, and a node without neighbours of its own.
    """
    first = sorted(order[:BACKBONE])
    canonical: nx.Graph[str] = nx.Graph()
    canonical.add_nodes_from(first)
    ties = simple.subgraph(first).edges(data="weight", default=1)
    canonical.add_weighted_edges_from(sorted((min(a, b), max(a, b), weight) for a, b, weight in ties))
    found = nx.community.louvain_communities(canonical, weight="weight", seed=1)
    ranked = sorted((sorted(members) for members in found), key=lambda members: (-len(members), members[0]))
    number = {node: i for i, members in enumerate(ranked) for node in members}
    rank = {node: i for i, node in enumerate(order)}
    for node in order[BACKBONE:]:
        near = [other for other in simple[node] if other in number]
        number[node] = number[min(near, key=rank.__getitem__)] if near else len(ranked) + rank[node]
    return number
