"""What is known of each article by its id, on the disk: the key of its node, and which of its events have names."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping

from newsgraph.on_disk.scratch import Rows
from newsgraph.resolve.entities.article_entities import Key
from newsgraph.stored.groups import Texts
from newsgraph.stored.remembered import near

_KNOWN = 2_000
"""Articles that are asked for again soon, and of which it is remembered what was found."""


class ArticleKeys(Mapping[str, str]):
    """The keys of the nodes of articles."""

    def __init__(self, places: Mapping[str, int], keys: Texts) -> None:
        """`keys` are in the order of the `places`."""
        self._places = places
        self._at = near(lambda article: keys[places[article]], _KNOWN)

    def __getitem__(self, article: str) -> str:
        return self._at(article)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class NamedEvents(Mapping[Key, int]):
    """The resolved entities of events that have a name, by article and the id of the event there."""

    def __init__(self, connection: sqlite3.Connection, found: Iterable[tuple[Key, int]]) -> None:
        self._connection = connection
        self._in = near(self._read, _KNOWN)
        connection.execute("CREATE TABLE named_event (article TEXT, event TEXT, entity INTEGER, "
                           "PRIMARY KEY (article, event)) WITHOUT ROWID")  # fmt: skip
        rows = Rows(connection, "INSERT INTO named_event VALUES (?, ?, ?)")
        rows.extend((*key, entity) for key, entity in found)
        rows.flush()

    def __getitem__(self, key: Key) -> int:
        return self._in(key[0])[key[1]]

    def __iter__(self) -> Iterator[Key]:
        return iter(self._connection.execute("SELECT article, event FROM named_event ORDER BY article, event"))

    def __len__(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM named_event").fetchone()[0])

    def _read(self, article: str) -> dict[str, int]:
        return dict(self._connection.execute("SELECT event, entity FROM named_event WHERE article = ?", (article,)))
