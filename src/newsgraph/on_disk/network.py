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
from newsgraph.graph.evidence import Evidence
from newsgraph.on_disk.scratch import Rows

_NEAR = 4_000
"""Nodes that are asked for again soon, and so are kept in memory."""
_pack = msgspec.msgpack.Encoder().encode
_unpack = msgspec.msgpack.Decoder().decode


class Place(msgspec.Struct, frozen=True, array_like=True, gc=False, omit_defaults=True):
    """A piece of evidence without its words, which are in the article."""

    article: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    by: str | None = None


_unpack_places = msgspec.msgpack.Decoder(list[Place]).decode


def packed_evidence(found: Iterable[Evidence]) -> bytes:
    """Evidence as its places."""
    return _pack([Place(e.article, e.start, e.end, e.sentence_start, e.sentence_end, e.by) for e in found])


def unpacked_evidence(packed: bytes) -> list[Evidence]:
    """Evidence without its words, which is all that it takes to name it."""
    return [
        Evidence(p.article, p.start, p.end, "", "", p.sentence_start, p.sentence_end, p.by)
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
        self._keep(key, NodeFacts(facts, packed_evidence(evidence), changed=True))

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

    def told_in(self, article: str) -> list[str]:
        """The keys of nodes that an article tells of."""
        rows = self._connection.execute(
            "SELECT DISTINCT source FROM edge WHERE target = ? AND type = 'reportedIn' ORDER BY source", (article,)
        )
        return [source for (source,) in rows]

    def index(self) -> None:
        """Make it possible to ask for edges by their ends, for a while."""
        self._edges.flush()
        self._connection.execute("CREATE INDEX by_source ON edge (source)")
        self._connection.execute("CREATE INDEX by_article ON edge (target) WHERE type = 'reportedIn'")

    def drop_index(self) -> None:
        """The end of that while."""
        self._connection.execute("DROP INDEX by_source")
        self._connection.execute("DROP INDEX by_article")

    def remove_idle(self) -> None:
        """Take out the nodes without a name that no edge leads to or from."""
        self._edges.flush()
        self.nodes.remove_unnamed("SELECT source FROM edge UNION SELECT target FROM edge")
