"""Parts of a graph: around a node, between dates, of some types, the most important. All give sets of node keys."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

import networkx as nx

from newsgraph.errors import NewsgraphError, NotInGraphError
from newsgraph.graph.reporting import placed
from newsgraph.language.time_values import to_interval
from newsgraph.records import ENTITY_KINDS, EVENT_KINDS

DATED = frozenset(("Event", "Proposal", "Statement"))
_QUOTED = frozenset(("Article", "Event", "Statement"))
"""Nodes whose labels nobody types."""
_TOLD = (*DATED, "Article")
_NAMED = 5
"""Nodes that a message names."""


def find_node(network: nx.MultiDiGraph[str], name: str) -> str | None:
    """The node with this key, label or alias, else the best connected whose label has these words, else None.

    A key that was replaced by another is one of the node that has that.

    Of several, actors and places go before events, proposals, statements and articles; one word in the label of these
    is no name, nor are the first words by which an article without a title is called.
    """
    return next(iter(find_nodes(network, name)), None)


def find_nodes(network: nx.MultiDiGraph[str], name: str) -> list[str]:
    """The nodes that go by a name equally well, by the rules of `find_node`, the best connected first."""
    if name in network:
        return [name]
    wanted = " ".join(name.casefold().split())
    if not wanted:
        return []
    for key, data in network.nodes(data=True):
        if name in data.get("replaces", ()):
            return [key]
    words = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
    best = (0, False)
    found: list[tuple[int, str]] = []
    for key, data in network.nodes(data=True):
        label = str(data["label"]).casefold()
        if label == wanted:
            rank = 3
        elif any(wanted == alias.casefold() for alias in data.get("aliases", ())):
            rank = 2
        elif words.search(label) and _may_be_part(data, wanted):
            rank = 1
        else:
            continue
        score = (rank, data["type"] not in _TOLD)
        if score > best:
            best, found = score, []
        if score == best:
            found.append((-int(network.degree(key)), key))
    return [key for _, key in sorted(found)]


def _may_be_part(data: dict[str, Any], wanted: str) -> bool:
    """Whether a part of the label of a node is a name for it."""
    if data["type"] not in _TOLD:
        return True
    return " " in wanted and (data["type"] != "Article" or "title" in data)


def node_key(network: nx.MultiDiGraph[str], name: str) -> str:
    """The key of the node that goes by a name, by the rules of `find_node`.

    Raises:
        NotInGraphError: there is none; names that are spelled alike are named.
    """
    key = find_node(network, name)
    if key is None:
        raise NotInGraphError(f"no node goes by the name {name!r}{_like(network, name)}")
    return key


def sole_key(network: nx.MultiDiGraph[str], name: str) -> str:
    """The key of the only node that goes by a name, by the rules of `find_node`, for what changes it.

    Raises:
        NotInGraphError: there is none, or several; or the name is but a part of what an event or the like says.
    """
    found = find_nodes(network, name) or [node_key(network, name)]
    key, data = found[0], network.nodes[found[0]]
    if len(found) > 1:
        named = ", ".join([*found[:_NAMED], *(["…"] if len(found) > _NAMED else [])])
        raise NotInGraphError(f"{len(found)} nodes go by the name {name!r}: {named}; give a key")
    wanted = " ".join(name.casefold().split())
    called = (key, *data.get("replaces", ()), str(data["label"]), *data.get("aliases", ()))
    if data["type"] in _TOLD and wanted not in (" ".join(one.casefold().split()) for one in called):
        raise NotInGraphError(f"no node is called {name!r}; if {data['label']!r} is meant, give that or {key}")
    return key


def _like(network: nx.MultiDiGraph[str], name: str) -> str:
    """Up to three labels that are spelled like a name, as the end of a message."""
    from rapidfuzz import fuzz, process

    labels = sorted({str(data["label"]) for _, data in network.nodes(data=True) if data["type"] not in _QUOTED})
    found = process.extract(name, labels, scorer=fuzz.WRatio, processor=str.casefold, limit=3, score_cutoff=75)
    return f"; did you mean {' or '.join(repr(label) for label, _, _ in found)}?" if found else ""


def around(network: nx.MultiDiGraph[str], names: str | Iterable[str], hops: int) -> set[str]:
    """The nodes within so many steps of a node, or of any of several, in either direction.

    An event, a proposal or a statement is no step but a link: all who take part in it come with it; other links that
    it is tied to (what caused it, who tells of it) are a step further. Articles are no links.

    Raises:
        NotInGraphError: no node goes by that name.
        TypeError: a name is no text.
    """
    seen: set[str] = set()
    for name in _texts([names]):
        seen.add(node_key(network, name))
    rim = set(seen)
    for _ in range(hops):
        near = _neighbours(network, rim) - seen
        links = {key for key in near if network.nodes[key]["type"] in DATED}
        parties = {key for key in _neighbours(network, links) if network.nodes[key]["type"] not in DATED}
        rim = (near | parties) - seen
        seen |= rim
    return seen


def _neighbours(network: nx.MultiDiGraph[str], keys: Iterable[str]) -> set[str]:
    found = {other for key in keys for other in (*network.successors(key), *network.predecessors(key))}
    return {key for key in found if network.nodes[key]["type"] != "Article"}


def _texts(values: Iterable[str | Iterable[str]]) -> list[str]:
    """Texts, given one by one or in lists."""
    found: list[str] = []
    for value in values:
        inner = [value] if isinstance(value, str) or not isinstance(value, Iterable) else list(value)
        for text in inner:
            if not isinstance(text, str):
                raise TypeError(f"{text!r} is {type(text).__name__}, not text; give names, or a list of them")
            found.append(text)
    return found


def between(network: nx.MultiDiGraph[str], start: str | date, end: str | date) -> set[str]:
    """Events, proposals and statements whose date lies in the interval, and what they are tied to.

    A proposal or a statement that no sentence dates counts on the day on which it was reported.

    Raises:
        NewsgraphError: one is no ISO date, or the end is before the start.
    """
    first, last = _day(start), _day(end)
    if last < first:
        raise NewsgraphError(f"{last} is before {first}; give the first day first")
    kept = {
        key
        for key, data in network.nodes(data=True)
        if data["type"] in DATED and _in_interval(_when(network, key), first, last)
    }
    tied = _neighbours(network, kept)
    return kept | {key for key in tied if network.nodes[key]["type"] not in DATED}


def _when(network: nx.MultiDiGraph[str], key: str) -> str:
    data = network.nodes[key]
    return str(data.get("date", "")) if data["type"] == "Event" else placed(network, key)


def _day(value: str | date) -> str:
    """A day in ISO form; of a time, its day."""
    if isinstance(value, date):
        return value.isoformat()[:10]
    try:
        return date.fromisoformat(value).isoformat()
    except (TypeError, ValueError):
        raise NewsgraphError(f"{value!r} is no date; write it as in 2026-05-01") from None


def _in_interval(value: str, start: str, end: str) -> bool:
    """Whether a time, as exact as it is, lies between two ISO dates at least in part."""
    days = to_interval(value) or to_interval(value[:10])
    return days is not None and days[0].isoformat() <= end and start <= days[1].isoformat()


def only(network: nx.MultiDiGraph[str], types: Iterable[str | Iterable[str]]) -> set[str]:
    """The nodes of these types or, for events, kinds.

    Raises:
        NewsgraphError: there is no such type or kind.
        TypeError: one is no text.
    """
    known = {name.casefold(): name for name in (*ENTITY_KINDS, *EVENT_KINDS, "Proposal", "Statement", "Article")}
    wanted = {name.casefold() for name in _texts(types)}
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
    """The most important nodes.

    Raises:
        ValueError: the count is below nought.
    """
    if count < 0:
        raise ValueError(f"there are no {count} nodes; give a number from 0 on")
    ranks = importance(network)
    return set(sorted(ranks, key=lambda key: (-ranks[key], key))[:count])
