"""Parts of a graph: around a node, between dates, of some types, the most important. All give sets of node keys."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import networkx as nx

from newsgraph.errors import NewsgraphError
from newsgraph.language.times.values import to_interval
from newsgraph.records import ENTITY_KINDS, EVENT_KINDS

DATED = frozenset(("Event", "Proposal", "Statement"))


def find_node(network: nx.MultiDiGraph[str], name: str) -> str | None:
    """The node with this key, label or alias, else the best connected whose label has these words, else None.

    Of several, actors and places go before events, proposals, statements and articles.
    """
    if name in network:
        return name
    wanted = " ".join(name.casefold().split())
    if not wanted:
        return None
    words = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
    best: tuple[tuple[int, bool, int], str] | None = None
    for key, data in network.nodes(data=True):
        label = str(data["label"]).casefold()
        if label == wanted:
            rank = 3
        elif any(wanted == alias.casefold() for alias in data.get("aliases", ())):
            rank = 2
        elif words.search(label):
            rank = 1
        else:
            continue
        score = (rank, data["type"] not in (*DATED, "Article"), int(network.degree(key)))
        if best is None or score > best[0] or (score == best[0] and key < best[1]):
            best = score, key
    return None if best is None else best[1]


def around(network: nx.MultiDiGraph[str], name: str, hops: int) -> set[str]:
    """The nodes within so many steps of a node, in either direction.

    An event, a proposal or a statement is no step but a link: all who take part in it come with it. Articles are no
    links.

    Raises:
        KeyError: no node goes by that name.
    """
    start = find_node(network, name)
    if start is None:
        raise KeyError(f"no node goes by the name {name!r}")
    seen, rim = {start}, {start}
    for _ in range(hops):
        near = _neighbours(network, rim) - seen
        links = {key for key in near if network.nodes[key]["type"] in DATED}
        rim = (near | _neighbours(network, links)) - seen
        seen |= rim
        rim -= links
    return seen


def _neighbours(network: nx.MultiDiGraph[str], keys: Iterable[str]) -> set[str]:
    found = {other for key in keys for other in (*network.successors(key), *network.predecessors(key))}
    return {key for key in found if network.nodes[key]["type"] != "Article"}


def between(network: nx.MultiDiGraph[str], start: str, end: str) -> set[str]:
    """Events, proposals and statements whose date lies in the interval, and what they are tied to.

    Raises:
        NewsgraphError: one is no ISO date, or the end is before the start.
    """
    for day in (start, end):
        try:
            date.fromisoformat(day)
        except ValueError:
            raise NewsgraphError(f"{day!r} is no date; write it as in 2026-05-01") from None
    if end < start:
        raise NewsgraphError(f"{end} is before {start}; give the first day first")
    kept = {
        key
        for key, data in network.nodes(data=True)
        if data["type"] in DATED and _in_interval(str(data.get("date", "")), start, end)
    }
    tied = _neighbours(network, kept)
    return kept | {key for key in tied if network.nodes[key]["type"] not in DATED}


def _in_interval(value: str, start: str, end: str) -> bool:
    """Whether a time, as exact as it is, lies between two ISO dates at least in part."""
    days = to_interval(value) or to_interval(value[:10])
    return days is not None and days[0].isoformat() <= end and start <= days[1].isoformat()


def only(network: nx.MultiDiGraph[str], types: Iterable[str]) -> set[str]:
    """The nodes of these types or, for events, kinds.

    Raises:
        NewsgraphError: there is no such type or kind.
    """
    known = {name.casefold(): name for name in (*ENTITY_KINDS, *EVENT_KINDS, "Proposal", "Statement", "Article")}
    wanted = {name.casefold() for name in types}
    if unknown := sorted(wanted - known.keys()):
        raise NewsgraphError(f"there is no type {unknown[0]!r}; use some of {', '.join(sorted(known.values()))}")
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
