"""What a networkx graph is while it is built, on the disk: nodes by key, and what is told of each edge."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import msgspec

from newsgraph.graph.edge_facts import finish_edge, first_told, tell_again
from newsgraph.graph.events.claims import Claim
from newsgraph.graph.events.stories import LINKS
from newsgraph.graph.events.told_events import ROLES
from newsgraph.graph.evidence import Evidence
from newsgraph.on_disk.scratch import Rows

_NEAR = 4_000
"""Nodes that are asked for again soon, and so are kept in memory."""
_pack = msgspec.msgpack.Encoder().encode
_unpack = msgspec.msgpack.Decoder().decode


class Place(msgspec.Struct, frozen=True, array_like=True, gc=False, omit_defaults=True):
    """A piece of evidence without its sentence, which is in the article."""

    article: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    by: str | None = None
    text: str = ""
    """What tells an event, which is asked for again."""


_unpack_places = msgspec.msgpack.Decoder(list[Place]).decode


def packed_evidence(found: Iterable[Evidence], *, text: bool = False) -> bytes:
    """Evidence as its places; with `text` also what it quotes, but not the sentence."""
    return _pack([
        Place(e.article, e.start, e.end, e.sentence_start, e.sentence_end, e.by, e.text if text else "") for e in found
    ])


def unpacked_evidence(packed: bytes) -> list[Evidence]:
    """Evidence without its words, unless they were packed; it takes no more to name it."""
    return [
        Evidence(p.article, p.start, p.end, p.text, "", p.sentence_start, p.sentence_end, p.by)
        for p in _unpack_places(packed)
    ]


class NodeFacts(dict[str, Any]):
    """The attributes of a node; its evidence is apart, for some nodes have much."""

    __slots__ = ("changed", "packed")

    def __init__(self, facts: dict[str, Any], packed: bytes, *, changed: bool) -> None:
        """`packed` is the evidence, `changed` whether the disk has it otherwise."""
        super().__init__(facts)
        self.packed, self.changed = packed, changed

    def __setitem__(self, name: str, value: Any) -> None:
        self.changed = True
        if name == "evidence":
            self.packed = packed_evidence(value)
        else:
            super().__setitem__(name, value)

    def __missing__(self, name: str) -> Any:
        if name == "evidence":
            return unpacked_evidence(self.packed)
        raise KeyError(name)


class DiskNodes:
    """The nodes by their keys; those that were asked for last are in memory."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute("CREATE TABLE node (key TEXT PRIMARY KEY, named INTEGER, facts BLOB, evidence BLOB) "
                           "WITHOUT ROWID")  # fmt: skip
        self._rows = Rows(connection, "REPLACE INTO node VALUES (?, ?, ?, ?)")
        self._near: OrderedDict[str, NodeFacts] = OrderedDict()

    def add(self, key: str, facts: dict[str, Any]) -> None:
        """Enter a node."""
        evidence = facts.pop("evidence")
        packed = packed_evidence(evidence, text=facts["type"] == "Event")
        self._keep(key, NodeFacts(facts, packed, changed=True))

    def __getitem__(self, key: str) -> NodeFacts:
        if (near := self._near.get(key)) is not None:
            self._near.move_to_end(key)
            return near
        self._rows.flush()
        row = self._connection.execute("SELECT facts, evidence FROM node WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise KeyError(key)
        found = _node(*row)
        self._keep(key, found)
        return found

    def __contains__(self, key: str) -> bool:
        try:
            self[key]
        except KeyError:
            return False
        return True

    def __call__(self, data: bool = True) -> Iterator[tuple[str, NodeFacts]]:
        """All nodes with their attributes, as networkx gives them."""
        return self.items()

    def items(self) -> Iterator[tuple[str, NodeFacts]]:
        """All nodes in the order of their keys."""
        self.flush()
        for key, facts, evidence in self._connection.execute("SELECT key, facts, evidence FROM node ORDER BY key"):
            yield key, _node(facts, evidence)

    def events(self) -> Iterator[tuple[str, NodeFacts]]:
        """Those of events."""
        self.flush()
        found = f"SELECT key, facts, evidence FROM node WHERE {_OF_EVENT.format('key')}"
        for key, facts, evidence in self._connection.execute(found):
            yield key, _node(facts, evidence)

    def flush(self) -> None:
        """Lay down what memory has otherwise."""
        for key, facts in self._near.items():
            self._lay_down(key, facts)
        self._rows.flush()

    def remove_unnamed(self, but: str) -> None:
        """Take out the nodes without a name that are none of those which a query gives."""
        self.flush()
        self._near.clear()
        self._connection.execute(f"DELETE FROM node WHERE NOT named AND key NOT IN ({but})")

    def _keep(self, key: str, facts: NodeFacts) -> None:
        self._near[key] = facts
        if len(self._near) > _NEAR:
            self._lay_down(*self._near.popitem(last=False))

    def _lay_down(self, key: str, facts: NodeFacts) -> None:
        if facts.changed:
            self._rows.add(key, facts.get("named", True), _pack(dict(facts)), facts.packed)
            facts.changed = False


def _node(packed: bytes, evidence: bytes) -> NodeFacts:
    facts = _unpack(packed)
    if "claims" in facts:
        facts["claims"] = msgspec.convert(facts["claims"], list[Claim])
    return NodeFacts(facts, evidence, changed=False)


_OF_EVENT = "{0} >= 'event/' AND {0} < 'event0'"
"""What is true of the keys of events."""
_TELLS = f"type = 'reportedIn' AND {_OF_EVENT.format('source')}"
"""What is true of edges from events to the articles that tell them."""
_BETWEEN = f"type IN ({', '.join(map(repr, (*ROLES, *LINKS)))})"
"""What is true of edges from events to those who are in them, and to other events."""


class DiskGraph:
    """As much of a networkx graph as those who build one ask for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.graph: dict[str, Any] = {}
        self.nodes = DiskNodes(connection)
        self._connection = connection
        connection.execute("CREATE TABLE edge (source TEXT, type TEXT, target TEXT, key TEXT, facts BLOB, places BLOB)")
        self._edges = Rows(connection, "INSERT INTO edge VALUES (?, ?, ?, ?, ?, ?)")

    def __contains__(self, key: str) -> bool:
        return key in self.nodes

    def add_node(self, key: str, **facts: Any) -> None:
        """Enter a node."""
        self.nodes.add(key, facts)

    def add_told(self, one: str, kind: str, other: str, key: str, evidence: Iterable[Evidence],
                 facts: dict[str, Any]) -> None:
        """Enter what is told of an edge in one place."""
        given = {name: value for name, value in facts.items() if value is not None}
        self._edges.add(one, kind, other, key, _pack(given) if given else None, packed_evidence(evidence))

    def edges_from(self, *sources: str) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        """The edges that lead from nodes, in order; of all nodes, where none is given."""
        self._edges.flush()
        where = f"WHERE source IN ({', '.join('?' * len(sources))})" if sources else ""
        order = "ORDER BY source, type, target, key, rowid"
        rows = self._connection.execute(f"SELECT * FROM edge {where} {order}", sources)
        for (one, kind, other, key), told in groupby(rows, lambda row: row[:4]):
            data: dict[str, Any] = {}
            for *_, facts, places in told:
                given, evidence = _unpack(facts) if facts is not None else {}, unpacked_evidence(places)
                if data:
                    tell_again(data, evidence, given)
                else:
                    data = first_told(kind, evidence, given)
            finish_edge(data)
            yield one, other, key, data

    def out_edges(self, key: str, data: bool = True) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Of the edges that lead from an event, while there is an index, who is in it and what it is linked to."""
        self._edges.flush()
        found = f"SELECT DISTINCT target, type FROM edge WHERE source = ? AND {_BETWEEN}"
        return ((key, other, {"type": kind}) for other, kind in self._connection.execute(found, (key,)))

    def get_edge_data(self, one: str, other: str, default: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
        """Those of them that lead from one node to another."""
        self._edges.flush()
        found = f"SELECT DISTINCT type FROM edge WHERE source = ? AND target = ? AND {_BETWEEN}"
        return {kind: {"type": kind} for (kind,) in self._connection.execute(found, (one, other))} or default

    def events_in(self, article: str) -> list[str]:
        """The events that an article tells of, in order, while there is an index."""
        found = f"SELECT DISTINCT source FROM edge WHERE target = ? AND {_TELLS} ORDER BY source"
        return [source for (source,) in self._connection.execute(found, (article,))]

    def spread(self, events: Iterable[str]) -> dict[str, int]:
        """How many articles tell of each event, while there is an index."""
        found = "SELECT articles FROM spread WHERE event = ?"
        return {event: self._connection.execute(found, (event,)).fetchone()[0] for event in events}

    def index(self) -> None:
        """Make it possible to ask for the edges of events, for a while."""
        self._edges.flush()
        self._connection.execute(f"CREATE INDEX between_nodes ON edge (source, target, type) WHERE {_BETWEEN}")
        self._connection.execute(f"CREATE INDEX by_article ON edge (target, source) WHERE {_TELLS}")
        self._connection.execute("CREATE TABLE spread (event TEXT PRIMARY KEY, articles INTEGER) WITHOUT ROWID")
        self._connection.execute(
            f"INSERT INTO spread SELECT source, count(DISTINCT target) FROM edge WHERE {_TELLS} GROUP BY source"
        )

    def drop_index(self) -> None:
        """The end of that while."""
        self._connection.execute("DROP INDEX between_nodes")
        self._connection.execute("DROP INDEX by_article")
        self._connection.execute("DROP TABLE spread")

    def remove_idle(self) -> None:
        """Take out the nodes without a name that no edge leads to or from."""
        self._edges.flush()
        self.nodes.remove_unnamed("SELECT source FROM edge UNION SELECT target FROM edge")
