"""Where entities with a name are written, on the disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from newsgraph.graph.evidence import merge_evidence
from newsgraph.graph.written import Written
from newsgraph.on_disk.evidence import WrittenEvidence, packed_evidence
from newsgraph.on_disk.scratch import Rows
from newsgraph.resolve import Resolution


class DiskNames:
    """Where each entity with a name is written, but for events, whose nodes have other evidence besides."""

    def __init__(self, connection: sqlite3.Connection, resolution: Resolution) -> None:
        self.connection, self._entities = connection, resolution.entities
        connection.execute("CREATE TABLE written (entity INTEGER, article TEXT, count INTEGER, places BLOB)")

    def read(self, written: Written, articles: Mapping[str, str]) -> None:
        """Take in the articles, one after another, each with the key of its node."""
        rows = Rows(self.connection, "INSERT INTO written VALUES (?, ?, ?, ?)")
        for article, key in articles.items():
            own = written[article]
            for index, spans in own.spans().items():
                if index in self:
                    found = merge_evidence(evidence for span in spans for evidence in own.quoter.quote(span))
                    rows.add(index, key, len(found), packed_evidence(found))
        rows.flush()
        self.connection.execute("CREATE INDEX by_entity ON written (entity, article)")

    def __contains__(self, index: object) -> bool:
        if not isinstance(index, int):
            return False
        return self._entities[index].named and self._entities[index].kind != "Event"

    def __getitem__(self, index: int) -> WrittenEvidence:
        return WrittenEvidence(self.connection, index)

    def pop(self, index: int, default: None) -> None:
        """Nothing is freed by it."""
