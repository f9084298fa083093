"""What a decision does to a graph: whether it does what it says, and what else is gone with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import networkx as nx

from newsgraph.errors import NewsgraphError
from newsgraph.graph.ledger import Ledger, places_of
from newsgraph.resolve.decisions import Anchor, Decision, Sort, Verb

type Network = nx.MultiDiGraph[str]
_FIELDS: dict[Sort, str] = {"entity": "type", "event": "kind", "proposal": "act"}
"""Where nodes of a sort have what `set` sets."""


class Consequences(NamedTuple):
    """What is otherwise in a graph with one more decision."""

    is_done: bool
    """Whether the graph is as the decision wants it."""
    gone: tuple[str, ...]
    """The nodes that are no longer there and of which it says nothing."""


def consequences(before: Network, after: Network, ledger: Ledger | None, decision: Decision) -> Consequences:
    """What a decision has changed; both graphs are of the same articles, and `ledger` knows the keys of the later."""
    ledger = ledger or Ledger()
    at = {(sort, article, offsets): key for key, sort, article, offsets in places_of(before)}
    one = _node_at(decision.one, decision.sort, at)
    other = _node_at(decision.other, decision.other_sort or decision.sort, at)
    if decision.verb == "same" and one is not None and other is not None:
        one, other = ledger.current(one), ledger.current(other)
    own = one if decision.verb == "drop" and not decision.other else None
    left = (key for key in before if key not in after and key != own)
    gone = tuple(key for key in left if ledger.current(key) not in after)
    return Consequences(_is_done(after, decision, one, other), gone)


def _node_at(anchors: Sequence[Anchor], sort: Sort, at: dict[tuple[str, str, str], str]) -> str | None:
    """The node that rests on most of some words."""
    found = (at.get((sort, anchor.article, f"{anchor.start}-{anchor.end}")) for anchor in anchors)
    votes = Counter(key for key in found if key is not None)
    return min(votes, key=lambda key: (-votes[key], key)) if votes else None


def _is_done(network: Network, decision: Decision, one: str | None, other: str | None) -> bool:
    if one is None or one not in network:
        return decision.verb != "confirm"
    data = network.nodes[one]
    match decision.verb:
        case "drop":
            edges = (network.get_edge_data(one, other) or {}).values() if other is not None else ()
            return bool(decision.other) and all(edge["type"] != decision.value for edge in edges)
        case "set":
            return bool(data.get(_FIELDS.get(decision.sort, "")) == decision.value)
        case "rename":
            return bool(data["label"] == decision.value)
        case "same":
            return one == other
        case "different":
            return True
        case "confirm":
            return str(decision) in data.get("decided", ())


def check_done(before: Network, after: Network, ledger: Ledger | None, decision: Decision) -> Consequences:
    """What a decision has changed, if it does what it says.

    Raises:
        NewsgraphError: it does not.
    """
    found = consequences(before, after, ledger, decision)
    if not found.is_done:
        remedy = "see its evidence, and what else was decided of it (`newsgraph decisions list`)"
        raise NewsgraphError(f"{decision.label}: to {_TO[decision.verb]} it leaves the graph as it is; {remedy}")
    return found


_TO: dict[Verb, str] = {
    "same": "merge", "different": "split", "rename": "rename", "set": "set the kind of", "drop": "drop",
    "confirm": "confirm",
}  # fmt: skip
