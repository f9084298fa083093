"""Parts of a graph: around a node, between dates, of some types, the most important. All give sets of node keys."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

DATED = frozenset(("Event", "Proposal", "Statement"))


def find_node(network: nx.MultiDiGraph[str], name: str) -> str | None:
    """The node with this key, label or alias, else the best connected whose label contains it, else None."""
    if name in network:
        return name
    wanted = name.casefold().strip()
    best: tuple[tuple[int, int], str] | None = None
    for key, data in network.nodes(data=True):
        label = str(data["label"]).casefold()
        rank = 0
        if label == wanted:
            rank = 3
        elif any(wanted == alias.casefold() for alias in data.get("aliases", ())):
            rank = 2
        elif wanted and wanted in label:
            rank = 1
        if rank:
            score = (rank, network.degree(key))
            if best is None or score > best[0] or (score == best[0] and key < best[1]):
                best = score, key
    return None if best is None else best[1]


def around(network: nx.MultiDiGraph[str], name: str, hops: int) -> set[str]:
    """The nodes within so many steps of a node, in either direction; articles are no bridges.

    Raises:
        KeyError: no node goes by that name.
    """
    start = find_node(network, name)
    if start is None:
        raise KeyError(f"no node goes by the name {name!r}")
    seen, rim = {start}, {start}
    for _ in range(hops):
        rim = {
            other
            for key in rim
            if network.nodes[key]["type"] != "Article" or key == start
            for other in (*network.successors(key), *network.predecessors(key))
        } - seen
        seen |= rim
    return seen


def between(network: nx.MultiDiGraph[str], start: str, end: str) -> set[str]:
    """Events, proposals and statements whose date lies in the interval, and what they are tied to."""
    kept = {
        key
        for key, data in network.nodes(data=True)
        if data["type"] in DATED and _in_interval(str(data.get("date", "")), start, end)
    }
    tied = {other for key in kept for other in (*network.successors(key), *network.predecessors(key))}
    return kept | {key for key in tied if network.nodes[key]["type"] not in DATED}


def _in_interval(date: str, start: str, end: str) -> bool:
    """Whether a date as exact as it is lies between two ISO dates; `2025` lies between 2025-04 and 2025-06 in part."""
    if not date[:4].isdigit():
        return False
    size = min(len(date), 10)
    return start[:size] <= date[:size] <= end[:size]


def only(network: nx.MultiDiGraph[str], types: Iterable[str]) -> set[str]:
    """The nodes of these types or, for events, kinds."""
    wanted = {name.casefold() for name in types}
    return {
        key
        for key, data in network.nodes(data=True)
        if data["type"].casefold() in wanted or (data["type"] == "Event" and data.get("kind", "").casefold() in wanted)
    }


def importance(network: nx.MultiDiGraph[str]) -> dict[str, float]:
    """PageRank over the undirected network, edges weighted by their number of sentences; articles left out."""
    plain: nx.Graph[str] = nx.Graph()
    for key, data in network.nodes(data=True):
        if data["type"] != "Article":
            plain.add_node(key)
    for one, other, data in network.edges(data=True):
        if one in plain and other in plain:
            before = plain.edges[one, other]["weight"] if plain.has_edge(one, other) else 0
            plain.add_edge(one, other, weight=before + data["count"])
    return dict(nx.pagerank(plain)) if plain else {}


def top(network: nx.MultiDiGraph[str], count: int) -> set[str]:
    """The most important nodes."""
    ranks = importance(network)
    return set(sorted(ranks, key=lambda key: (-ranks[key], key))[:count])
