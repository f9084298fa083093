"""The links that sentences may make between events, on the disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

import msgspec

from newsgraph.graph.events.told_links import Telling, ToldLink, links_among, possible_links, tellings
from newsgraph.graph.evidence import Evidence
from newsgraph.on_disk.evidence import packed_evidence, unpacked_evidence, without_words
from newsgraph.on_disk.scratch import Rows

_pack = msgspec.msgpack.Encoder().encode
_link = msgspec.msgpack.Decoder(ToldLink).decode


class DiskLinks:
    """The links that sentences may make, by the event that they lead from."""

    def __init__(self, connection: sqlite3.Connection, events: Iterable[tuple[str, dict[str, Any]]],
                 worded: Callable[[Evidence], Evidence]) -> None:
        """`worded` gives the words of evidence."""
        self._connection = connection
        connection.execute("CREATE TABLE told_link (one TEXT, data BLOB)")
        connection.execute("CREATE TABLE sure (one TEXT, other TEXT, PRIMARY KEY (one, other)) WITHOUT ROWID")
        rows = Rows(connection, "INSERT INTO told_link VALUES (?, ?)")
        for link in possible_links(_in_order(connection, events), worded):
            if self._is_new(link):
                rows.add(link.one, _pack(link._replace(quote=without_words(link.quote))))
        rows.flush()
        connection.execute("DROP TABLE sure")
        connection.execute("CREATE INDEX links_from ON told_link (one)")

    def among(self, events: Collection[str]) -> list[ToldLink]:
        """Those between events of a story, in the order of the articles, without their words."""
        found = "SELECT data FROM told_link WHERE one = ?"
        rows = (row for event in events for row in self._connection.execute(found, (event,)))
        return links_among(set(events), (_link(data) for (data,) in rows))

    def _is_new(self, link: ToldLink) -> bool:
        """Whether no link between the two events, that all stories have, comes before it."""
        pair = min(link.one, link.other), max(link.one, link.other)
        known = "SELECT 1 FROM sure WHERE one = ? AND other = ?"
        if self._connection.execute(known, pair).fetchone() is not None:
            return False
        if not link.between:
            self._connection.execute("INSERT INTO sure VALUES (?, ?)", pair)
        return True


def _in_order(connection: sqlite3.Connection, events: Iterable[tuple[str, dict[str, Any]]]) -> Iterator[Telling]:
    """What tells the events, in the order of articles and of their texts."""
    connection.execute("CREATE TABLE telling (article TEXT, sentence INTEGER, start INTEGER, stop INTEGER, event TEXT, "
                       "kind TEXT, mode TEXT, quote BLOB)")  # fmt: skip
    rows = Rows(connection, "INSERT INTO telling VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    for event, data in events:
        rows.extend((*told[:5], *told.kind, packed_evidence([told.quote])) for told in tellings(event, data))
    rows.flush()
    found = "SELECT * FROM telling ORDER BY article, sentence, start, stop, event, rowid"
    for article, sentence, start, end, event, kind, mode, quote in connection.execute(found):
        yield Telling(article, sentence, start, end, event, (kind, mode), *unpacked_evidence(quote))
    connection.execute("DROP TABLE telling")
