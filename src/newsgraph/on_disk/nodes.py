"""The nodes of a graph on the disk, by their keys."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from newsgraph.graph.evidence import Evidence
from newsgraph.on_disk.claims import DiskClaims
from newsgraph.on_disk.evidence import MUCH, WrittenEvidence, packed_evidence, unpacked_evidence
from newsgraph.on_disk.renaming import Renaming, Unrenamed
from newsgraph.on_disk.scratch import Rows

_NEAR = 4_000
"""Nodes that are asked for again soon, and so are kept in memory."""
_LARGE = 4_000
"""Bytes of the attributes of a node from which it is not kept."""
OF_EVENT = "{0} >= 'event/' AND {0} < 'event0'"
"""What is true of the keys of events."""
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
        renamed = self._nodes.renamed.evidence
        if entity is None:
            return renamed(unpacked_evidence(packed))
        written = renamed(WrittenEvidence(self._nodes.connection, entity))
        return written if self["count"] > MUCH else list(written)


_Rested = tuple[int | None, bytes]
"""The evidence of a node as the disk has it: the entity that is written there, or itself."""


class DiskNodes:
    """The nodes by their keys; those that were asked for last are in memory, unless much is known of them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        connection.execute("CREATE TABLE node (key TEXT PRIMARY KEY, number INTEGER, named INTEGER, facts BLOB, "
                           "entity INTEGER, evidence BLOB) WITHOUT ROWID")  # fmt: skip
        self._rows = Rows(connection, "INSERT INTO node VALUES (?, ?, ?, ?, ?, ?)")
        self._entered = 0
        self._claims = DiskClaims(connection)
        self.renamed = Unrenamed()
        """The keys that nodes have now; evidence and claims have those of before."""
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
        self._rows.add(key, self._entered, facts.get("named", True), packed, entity, rested)
        self._entered += 1
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
        """All nodes with their attributes, as networkx gives them: in the order in which they were entered."""
        return self._items("ORDER BY number")

    def items(self) -> Iterator[tuple[str, NodeFacts]]:
        """All nodes in the order of their keys."""
        return self._items("ORDER BY key")

    def events(self) -> Iterator[tuple[str, NodeFacts]]:
        """Those of events, in this order."""
        return self._items(f"WHERE {OF_EVENT.format('key')} ORDER BY key")

    def numbered(self) -> Iterator[tuple[int, str, NodeFacts]]:
        """All nodes, in the order of their keys, with numbers that are in the order in which they were entered."""
        self._rows.flush()
        rows = self.connection.execute("SELECT number, key, facts, entity, evidence FROM node ORDER BY key")
        return ((number, key, self._facts(key, facts, tuple(rested))) for number, key, facts, *rested in rows)

    def without(self, these: str) -> Iterator[str]:
        """The keys of all nodes but those which a query gives, in the order in which they were entered."""
        self._rows.flush()
        rows = self.connection.execute(f"SELECT key FROM node WHERE key NOT IN ({these}) ORDER BY number")
        return (key for (key,) in rows)

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

    def rename(self, renamed: Renaming) -> None:
        """Let nodes go by other keys, which stand in the database; these come behind the others, as in networkx."""
        self._rows.flush()
        self._near.clear()
        self.renamed = renamed
        self.connection.execute(
            "CREATE TABLE aside AS SELECT new, number + ?, named, facts, entity, evidence FROM node "
            "JOIN renamed ON old = key", (self._entered,)
        )  # fmt: skip
        self.connection.execute("DELETE FROM node WHERE key IN (SELECT old FROM renamed)")
        self.connection.execute("INSERT INTO node SELECT * FROM aside")
        self.connection.execute("DROP TABLE aside")
        self._claims.rename()

    def _items(self, which: str) -> Iterator[tuple[str, NodeFacts]]:
        self._rows.flush()
        found = f"SELECT key, facts, entity, evidence FROM node {which}"
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
            facts["claims"] = self.renamed.claims(self._claims.of(key, facts["claims"]))
        return NodeFacts(self, key, facts, rested)


def _packed_facts(facts: dict[str, Any]) -> bytes:
    """The attributes of a node, of its claims only how many they are."""
    return _pack({**facts, "claims": len(facts["claims"])} if "claims" in facts else dict(facts))
