"""What a networkx graph is while it is built, on the disk: nodes by key, and what is told of each edge."""

from __future__ import annotations

import sqlite3
from collections.abc import Container, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec

from newsgraph.graph.edge_facts import first_told, rest_edge, tell_again
from newsgraph.graph.entity_nodes import ACTING, ACTS_WHERE
from newsgraph.graph.events.stories import LINKS
from newsgraph.graph.events.told_events import ROLES
from newsgraph.graph.evidence import Evidence
from newsgraph.graph.folded_posts import POSTS, fold_posts
from newsgraph.graph.keys import folder_of
from newsgraph.on_disk.evidence import merged_on_disk, packed_evidence, unpacked_evidence
from newsgraph.on_disk.nodes import OF_EVENT, DiskNodes
from newsgraph.on_disk.renaming import Renaming, Unrenamed
from newsgraph.on_disk.scratch import Rows
from newsgraph.records import SYMMETRIC

_pack = msgspec.msgpack.Encoder().encode
_unpack = msgspec.msgpack.Decoder().decode


def _edge(kind: str, told: Iterable[tuple[Any, ...]]) -> dict[str, Any]:
    """The attributes of an edge, of which each row tells something; its evidence is that of before any renaming."""
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


def _edges(rows: Iterable[tuple[Any, ...]], renamed: Unrenamed) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """The edges of rows that are in their order, with the keys of now."""
    for (one, kind, other), same in groupby(rows, lambda row: row[:3]):
        told_by_key = groupby(same, itemgetter(3))
        edges: Iterable[tuple[str, dict[str, Any]]] = ((key, _edge(kind, told)) for key, told in told_by_key)
        if kind in POSTS:
            posts = dict(edges)
            fold_posts(posts, merged_on_disk)
            edges = posts.items()
        for key, data in edges:
            data["evidence"] = renamed.evidence(data["evidence"])
            yield one, other, key, data


_TELLS = f"type = 'reportedIn' AND {OF_EVENT.format('source')}"
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

    def take_out_edge(self, one: str, kind: str, other: str, articles: Container[str]) -> None:
        """Take out the edges of a kind between two nodes of which only some articles tell."""
        self._edges.flush()
        found = "SELECT key, places FROM edge WHERE source = ? AND type = ? AND target = ? ORDER BY key"
        rows = self._connection.execute(found, (one, kind, other)).fetchall()
        for key, told in groupby(rows, lambda row: str(row[0])):
            if all(quoted.article in articles for _, places in told for quoted in unpacked_evidence(places)):
                out = "DELETE FROM edge WHERE source = ? AND type = ? AND target = ? AND key = ?"
                self._connection.execute(out, (one, kind, other, key))

    def told_edges(self) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        """The edges by the nodes that they lead from, in order; of those to articles, accounts."""
        self._edges.flush()
        rows = self._connection.execute(
            "SELECT * FROM edge WHERE type != 'reportedIn' OR facts IS NOT NULL "
            "ORDER BY source, type, target, key, rowid"
        )
        return _edges(rows, self.nodes.renamed)

    def mirrored_ties(self) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        """The symmetric ties turned round, by the nodes that they lead from then, in order."""
        self._edges.flush()
        kinds = ", ".join(map(repr, sorted(SYMMETRIC)))
        rows = self._connection.execute(
            "SELECT target, type, source, key, facts, places FROM edge "
            f"WHERE type IN ({kinds}) ORDER BY target, type, source, key, rowid"
        )
        return _edges(rows, self.nodes.renamed)

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

    def rename(self, renamed: Renaming) -> None:
        """Let nodes go by the keys that the database says are theirs now."""
        self._edges.flush()
        self.nodes.rename(renamed)
        new, old = "coalesce((SELECT new FROM renamed WHERE old = {0}), {0})", "IN (SELECT old FROM renamed)"
        self._connection.execute(
            f"UPDATE edge SET source = {new.format('source')}, target = {new.format('target')} "
            f"WHERE source {old} OR target {old}"
        )

    def mark_acting(self) -> None:
        """Mark those that act though others of their kind do not (`acts`)."""
        self._edges.flush()
        of_kinds = " OR ".join(
            f"(target >= '{folder}/' AND target < '{folder}0')" for folder in sorted(map(folder_of, ACTS_WHERE))
        )
        acting = ", ".join(map(repr, sorted(ACTING)))
        found = f"SELECT DISTINCT target FROM edge WHERE type IN ({acting}) AND ({of_kinds})"
        for (key,) in self._connection.execute(found):
            self.nodes[key]["acts"] = True

    def remove_idle(self) -> None:
        """Take out the nodes without a name that no edge leads to or from."""
        self._edges.flush()
        self.nodes.remove_unnamed("SELECT source FROM edge UNION SELECT target FROM edge")
