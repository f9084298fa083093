"""Keys that stay: which node a key was given to, told by the words that the node rests on.

A key is anchored to places in articles, for nodes come and go by other names and in other company. When a graph is
built again from more, fewer, or newly read articles, each node takes the key that most of its places know. Where two
keys meet in one node, the key of more places stays and the other is replaced by it. A key is never given to another
node.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec
import networkx as nx

from newsgraph.graph.events.claims import NODES
from newsgraph.graph.evidence import Evidence

_CLASSES = {"Event": "event", "Proposal": "proposal", "Statement": "statement", "Article": "article"}
"""What kinds of node have places of their own; all others are entities."""

Places = dict[str, dict[str, str]]
"""Of one article: for each class of node, the key at each pair of offsets, as "12-19"; a second one at "12-19/2"."""


@dataclass(slots=True)
class Ledger:
    """The keys that were given."""

    places: dict[str, Places] = field(default_factory=dict)
    """By the id of the article."""
    keys: set[str] = field(default_factory=set)
    """All that were ever given."""
    replaced: dict[str, str] = field(default_factory=dict)
    """Keys that are no node's any more, and what stands for them."""

    def current(self, key: str) -> str:
        """The key that stands for one that was given."""
        seen = {key}
        while (after := self.replaced.get(key)) is not None and after not in seen:
            key = after
            seen.add(key)
        return key


def node_class(kind: str) -> str:
    """The class of a type of node, within which places tell nodes apart."""
    return _CLASSES.get(kind, "entity")


def places_of(network: nx.MultiDiGraph[str]) -> Iterator[tuple[str, str, str, str]]:
    """For each node its places: key, class, the id of the article, the offsets."""
    articles = {key: data["identifier"] for key, data in network.nodes(data=True) if data["type"] == "Article"}
    for key, data in network.nodes(data=True):
        if data["type"] == "Article":
            yield key, "article", data["identifier"], ""
        else:
            for quoted in data["evidence"]:
                yield key, node_class(data["type"]), articles[quoted.article], f"{quoted.start}-{quoted.end}"


def keep_keys(network: nx.MultiDiGraph[str], ledger: Ledger) -> Ledger:
    """Give the nodes of a network the keys that a ledger knows; the ledger with the new ones.

    The network is changed in place. A node that replaces others has their keys in `replaces`.
    """
    votes, claims = _votes(network, ledger)
    given = _given(votes, claims, ledger)
    _relabel(network, {node: key for node, key in given.items() if node != key})
    after = Ledger(dict(ledger.places), ledger.keys | set(given.values()), dict(ledger.replaced))
    alive = set(given.values())
    for key, found in claims.items():
        if key not in alive:
            after.replaced[key] = given[min(found, key=lambda node: (-found[node], node))]
    for key in alive & after.replaced.keys():
        del after.replaced[key]
    places: dict[str, Places] = defaultdict(lambda: defaultdict(dict))
    for key, sort, article, offsets in places_of(network):
        _enter(places[article][sort], offsets, key)
    for article, found_here in places.items():
        after.places[article] = {sort: dict(sorted(at.items())) for sort, at in sorted(found_here.items())}
    for old in sorted(after.replaced):
        if (new := after.current(old)) in network:
            network.nodes[new].setdefault("replaces", []).append(old)
    return after


def _votes(
    network: nx.MultiDiGraph[str], ledger: Ledger
) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
    """For each node how many of its places know which key; and the same for each key."""
    votes: dict[str, Counter[str]] = {node: Counter() for node in network}
    claims: dict[str, Counter[str]] = defaultdict(Counter)
    for node, sort, article, offsets in places_of(network):
        for key in _keys_at(ledger.places.get(article, {}).get(sort, {}), offsets):
            votes[node][ledger.current(key)] += 1
            claims[ledger.current(key)][node] += 1
    return votes, claims


def _slots(offsets: str) -> Iterator[str]:
    """Where the keys of nodes that share a place stand."""
    yield offsets
    for number in itertools.count(2):
        yield f"{offsets}/{number}"


def _keys_at(at: dict[str, str], offsets: str) -> Iterator[str]:
    return itertools.takewhile(bool, (at.get(slot, "") for slot in _slots(offsets)))


def _enter(at: dict[str, str], offsets: str, key: str) -> None:
    """Enter the key of a node at one of its places, beside those of others."""
    if key not in _keys_at(at, offsets):
        at[next(slot for slot in _slots(offsets) if slot not in at)] = key


def _given(
    votes: dict[str, Counter[str]], claims: dict[str, Counter[str]], ledger: Ledger
) -> dict[str, str]:
    """The key of each node: most places first, of equals the key that it would have anyhow.

    A node that no place knows has a key that nobody ever had.
    """
    wishes = sorted(
        (-count, key != node, key, node) for node, found in votes.items() for key, count in found.items()
    )
    given: dict[str, str] = {}
    taken: set[str] = set()
    for *_, key, node in wishes:
        if node not in given and key not in taken:
            given[node] = key
            taken.add(key)
    used = ledger.keys | taken
    for node in votes:
        if node in given:
            continue
        key, number = node, 1
        while key in used:
            number += 1
            key = f"{node}-{number}"
        given[node] = key
        used.add(key)
    return given


def _relabel(network: nx.MultiDiGraph[str], changed: dict[str, str]) -> None:
    """Other keys for nodes, in the evidence and the claims, too."""
    if not changed:
        return
    aside = {node: f"\0{key}" for node, key in changed.items()}  # two nodes may change places
    nx.relabel_nodes(network, aside, copy=False)
    nx.relabel_nodes(network, {key: key[1:] for key in aside.values()}, copy=False)

    def renamed(quoted: Evidence) -> Evidence:
        if quoted.article not in changed and quoted.by not in changed:
            return quoted
        by = None if quoted.by is None else changed.get(quoted.by, quoted.by)
        return msgspec.structs.replace(quoted, article=changed.get(quoted.article, quoted.article), by=by)

    for data in (*(node for _, node in network.nodes(data=True)), *(tie for _, _, tie in network.edges(data=True))):
        data["evidence"] = list(map(renamed, data["evidence"]))
        for at, claim in enumerate(data.get("claims", ())):
            value = changed.get(claim.value, claim.value) if claim.what in NODES else claim.value
            evidence = renamed(claim.evidence)
            data["claims"][at] = msgspec.structs.replace(claim, value=value, evidence=evidence)
