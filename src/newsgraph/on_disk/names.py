"""Where entities with a name are written, on the disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from newsgraph.graph.evidence import Evidence
from newsgraph.graph.written import Written
from newsgraph.on_disk.network import packed_evidence, unpacked_evidence
from newsgraph.on_disk.scratch import Rows
from newsgraph.resolve import Resolution


class DiskNames:
    """Where each entity with a name is written, but for events, whose nodes have other evidence besides."""

    def __init__(self, connection: sqlite3.Connection, resolution: Resolution) -> None:
        self.connection, self._entities = connection, resolution.entities
        connection.execute("CREATE TABLE written (entity INTEGER, places BLOB)")

    def read(self, written: Written, articles: Iterable[str]) -> None:
        """Take in the articles, one after another."""
        rows = Rows(self.connection, "INSERT INTO written VALUES (?, ?)")
        for article in articles:
            own = written[article]
            for index, spans in written.spans(article).items():
                if index in self:
                    found = [evidence for span in spans for evidence in own.quoter.quote(span)]
                    rows.add(index, packed_evidence(found))
        rows.flush()
        self.connection.execute("CREATE INDEX by_entity ON written (entity)")

    def __contains__(self, index: object) -> bool:
        if not isinstance(index, int):
            return False
        return self._entities[index].named and self._entities[index].kind != "Event"

    def __getitem__(self, index: int) -> list[Evidence]:
        rows = self.connection.execute("SELECT places FROM written WHERE entity = ? ORDER BY rowid", (index,))
        return [evidence for (places,) in rows for evidence in unpacked_evidence(places)]

    def pop(self, index: int, default: None) -> None:
        """Nothing is freed by it."""
