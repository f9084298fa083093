"""What a networkx graph is while it is built, on the disk: nodes by key, and what is told of each edge."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import msgspec

from newsgraph.graph.edge_facts import first_told, rest_edge, tell_again
from newsgraph.graph.events.stories import LINKS
from newsgraph.graph.events.told_events import ROLES
from newsgraph.graph.evidence import Evidence
from newsgraph.on_disk.claims import DiskClaims
from newsgraph.on_disk.evidence import MUCH, WrittenEvidence, merged_on_disk, packed_evidence, unpacked_evidence
from newsgraph.on_disk.scratch import Rows

_NEAR = 4_000
"""Nodes that are asked for again soon, and so are kept in memory."""
_LARGE = 4_000
"""Bytes of the attributes of a node from which it is not kept."""
_pack = msgspec.msgpack.Encoder().encode
_unpack = msgspec.msgpack.Decoder().decode


class NodeFacts(dict[str, Any]):
    """The attributes of a node; its evidence is looked up when it is asked for, as some nodes have much."""

    __slots__ = ("_key", "_nodes", "_rested")

    def __init__(self, nodes: DiskNodes, key: str, facts: dict[str, Any], rested: _Rested | None = None) -> None:
        """`rested` is what the disk has of its evidence, where that was read."""
        super().__init__(facts)
        self._nodes, self._key, self._rested = nodes, key, rested

    def __setitem__(self, name: str, value: Any) -> None:
        if name == "evidence":
            self._nodes.rest_on(self._key, value)
        else:
            super().__setitem__(name, value)
            self._nodes.change(self._key, self)

    def __missing__(self, name: str) -> Any:
        if name != "evidence":
            raise KeyError(name)
        entity, packed = self._rested or self._nodes.rested(self._key)
        if entity is None:
            return unpacked_evidence(packed)
        written = WrittenEvidence(self._nodes.connection, entity)
        return written if self["count"] > MUCH else list(written)


_Rested = tuple[int | None, bytes]
"""The evidence of a node as the disk has it: the entity that is written there, or itself."""


class DiskNodes:
    """The nodes by their keys; those that were asked for last are in memory, unless much is known of them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        connection.execute("CREATE TABLE node (key TEXT PRIMARY KEY, named INTEGER, facts BLOB, entity INTEGER, "
                           "evidence BLOB) WITHOUT ROWID")  # fmt: skip
        self._rows = Rows(connection, "INSERT INTO node VALUES (?, ?, ?, ?, ?)")
        self._claims = DiskClaims(connection)
        self._near: OrderedDict[str, NodeFacts] = OrderedDict()

    def add(self, key: str, facts: dict[str, Any]) -> None:
        """Enter a node."""
        evidence, entity, rested = facts.pop("evidence"), None, None
        if isinstance(evidence, WrittenEvidence):
            entity = evidence.entity
        else:
            rested = packed_evidence(evidence, text=facts["type"] == "Event")
        if "claims" in facts:
            self._claims.add(key, facts["claims"])
            facts["claims"] = self._claims.of(key, len(facts["claims"]))
        packed = _packed_facts(facts)
        self._rows.add(key, facts.get("named", True), packed, entity, rested)
        self._keep(key, NodeFacts(self, key, facts), len(packed))

    def __getitem__(self, key: str) -> NodeFacts:
        if (near := self._near.get(key)) is not None:
            self._near.move_to_end(key)
            return near
        self._rows.flush()
        row = self.connection.execute("SELECT facts FROM node WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise KeyError(key)
        found = self._facts(key, row[0])
        self._keep(key, found, len(row[0]))
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
        return self._items("")

    def events(self) -> Iterator[tuple[str, NodeFacts]]:
        """Those of events."""
        return self._items(f"WHERE {_OF_EVENT.format('key')}")

    def articles(self) -> Iterator[str]:
        """The keys of articles, in order."""
        self._rows.flush()
        found = "SELECT key FROM node WHERE key >= 'article/' AND key < 'article0' ORDER BY key"
        return (key for (key,) in self.connection.execute(found))

    def rested(self, key: str) -> _Rested:
        """The evidence of a node as the disk has it."""
        self._rows.flush()
        found: _Rested = self.connection.execute("SELECT entity, evidence FROM node WHERE key = ?", (key,)).fetchone()
        return found

    def rest_on(self, key: str, evidence: Iterable[Evidence]) -> None:
        """Let a node rest on other evidence."""
        self._rows.flush()
        self.connection.execute("UPDATE node SET evidence = ? WHERE key = ?", (packed_evidence(evidence), key))

    def change(self, key: str, facts: NodeFacts) -> None:
        """Let a node have other attributes."""
        self._rows.flush()
        self.connection.execute("UPDATE node SET facts = ? WHERE key = ?", (_packed_facts(facts), key))

    def remove_unnamed(self, but: str) -> None:
        """Take out the nodes without a name that are none of those which a query gives."""
        self._rows.flush()
        self._near.clear()
        self.connection.execute(f"DELETE FROM node WHERE NOT named AND key NOT IN ({but})")

    def _items(self, where: str) -> Iterator[tuple[str, NodeFacts]]:
        self._rows.flush()
        found = f"SELECT key, facts, entity, evidence FROM node {where} ORDER BY key"
        for key, facts, *rested in self.connection.execute(found):
            yield key, self._facts(key, facts, (rested[0], rested[1]))

    def _keep(self, key: str, facts: NodeFacts, size: int) -> None:
        if size < _LARGE:
            self._near[key] = facts
            if len(self._near) > _NEAR:
                self._near.popitem(last=False)

    def _facts(self, key: str, packed: bytes, rested: _Rested | None = None) -> NodeFacts:
        facts = _unpack(packed)
        if "claims" in facts:
            facts["claims"] = self._claims.of(key, facts["claims"])
        return NodeFacts(self, key, facts, rested)


def _packed_facts(facts: dict[str, Any]) -> bytes:
    """The attributes of a node, of its claims only how many they are."""
    return _pack({**facts, "claims": len(facts["claims"])} if "claims" in facts else dict(facts))


def _edge(kind: str, told: Iterable[tuple[Any, ...]]) -> dict[str, Any]:
    """The attributes of an edge, of which each row tells something."""
    data: dict[str, Any] = {}

    def quoted() -> Iterator[Evidence]:
        for *_, facts, places in told:
            given = _unpack(facts) if facts is not None else {}
            if data:
                tell_again(data, (), given)
            else:
                data.update(first_told(kind, (), given))
            yield from unpacked_evidence(places)

    rest_edge(data, merged_on_disk(quoted()))
    return data


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

    def told_edges(self) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        """The edges by the nodes that they lead from, in order, but for those to the articles that tell of these."""
        self._edges.flush()
        found = "SELECT * FROM edge WHERE type != 'reportedIn' ORDER BY source, type, target, key, rowid"
        rows = self._connection.execute(found)
        for (one, kind, other, key), told in groupby(rows, lambda row: row[:4]):
            yield one, other, key, _edge(kind, told)

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
