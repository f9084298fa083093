"""How a project keeps the keys of its nodes and the decisions of people."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from newsgraph.articles import Article
from newsgraph.graph.ledger import Ledger, Places
from newsgraph.project.moved_places import moved_places
from newsgraph.project.packing import damage_told, unpack_article
from newsgraph.project.schema import transaction
from newsgraph.resolve.decisions import Decision
from newsgraph.sources.problems import OnProblem, Problem


def read_ledger(connection: sqlite3.Connection) -> Ledger:
    """The keys that were given."""
    keys = connection.execute("SELECT key, replaced FROM node_key").fetchall()
    places = connection.execute("SELECT article, data FROM node_place").fetchall()
    return Ledger(
        {article: _unpack(data) for article, data in places},
        {key for key, _ in keys},
        {key: replaced for key, replaced in keys if replaced is not None},
    )


class KeptKeys:
    """The keys that were given, read when they are asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def given(self) -> Iterator[tuple[str, str | None]]:
        """All of them, in order, with what each was replaced by."""
        return iter(self._connection.execute("SELECT key, replaced FROM node_key ORDER BY key"))

    def of_articles(self) -> Iterator[tuple[str, Places]]:
        """What is known of all articles, in order."""
        rows = self._connection.execute("SELECT article, data FROM node_place ORDER BY article")
        return ((article, _unpack(data)) for article, data in rows)


def write_ledger(connection: sqlite3.Connection, before: Ledger, after: Ledger) -> None:
    """Keep what is new among the keys that were given; a key that another program gave meanwhile stays."""
    places = [(a, p) for a, p in sorted(after.places.items()) if before.places.get(a) != p]
    keys = [
        (key, after.replaced.get(key))
        for key in sorted(after.keys)
        if key not in before.keys or before.replaced.get(key) != after.replaced.get(key)
    ]
    if places or keys:
        write_keys(connection, keys, places)


def write_keys(
    connection: sqlite3.Connection, keys: Iterable[tuple[str, str | None]], places: Iterable[tuple[str, Places]]
) -> None:
    """Keep keys, with what each was replaced by, and what is known of articles."""
    with transaction(connection):
        connection.executemany("INSERT OR REPLACE INTO node_key VALUES (?, ?)", keys)
        connection.executemany(
            "INSERT OR REPLACE INTO node_place VALUES (?, ?)", ((article, _pack(some)) for article, some in places)
        )


def move_places(connection: sqlite3.Connection, row: int, article: Article) -> None:
    """Before an article takes the place of its former self: let keys stay with the words that they were given for."""
    name, data = connection.execute("SELECT name, data FROM article WHERE id = ?", (row,)).fetchone()
    kept = connection.execute("SELECT data FROM node_place WHERE article = ?", (name,)).fetchone()
    if kept is None:
        return
    places = moved_places(_unpack(kept[0]), unpack_article(data, name).text, article.text)
    connection.execute("DELETE FROM node_place WHERE article = ?", (name,))
    connection.execute("INSERT OR REPLACE INTO node_place VALUES (?, ?)", (article.id, _pack(places)))


def digest_of_ledger(ledger: Ledger) -> bytes:
    """The same for the same keys."""
    keys = ((key, ledger.replaced.get(key)) for key in sorted(ledger.keys))
    return _digest(keys, sorted(ledger.places.items()))


def digest_of_kept(connection: sqlite3.Connection) -> bytes:
    """The same of the keys that are kept, which are not held for it."""
    kept = KeptKeys(connection)
    return _digest(kept.given(), kept.of_articles())


def _digest(keys: Iterable[tuple[str, str | None]], places: Iterable[tuple[str, Places]]) -> bytes:
    digest = hashlib.sha256()
    for known in (keys, places):
        for row in known:
            digest.update(msgspec.json.encode(row, order="deterministic"))
        digest.update(b"\n")
    return digest.digest()


def read_base(connection: sqlite3.Connection) -> str | None:
    """What IRIs of the project begin with; None as long as it was not told."""
    row = connection.execute("SELECT value FROM setting WHERE name = 'base'").fetchone()
    return None if row is None else str(row[0])


def write_base(connection: sqlite3.Connection, base: str) -> None:
    """Keep what IRIs of the project begin with; what another program told meanwhile stays."""
    with transaction(connection):
        connection.execute("INSERT OR IGNORE INTO setting VALUES ('base', ?)", (base,))


def _pack(places: Places) -> bytes:
    return zlib.compress(msgspec.json.encode(places), 3)


def _unpack(data: bytes) -> Places:
    with damage_told("what the project keeps of the keys of nodes"):
        return msgspec.json.decode(zlib.decompress(data), type=Places)


def read_decisions(connection: sqlite3.Connection, path: Path, on_problem: OnProblem) -> list[Decision]:
    """The decisions in the order in which they were made; `on_problem` is called with each that can't be read."""
    return list(read_numbered_decisions(connection, path, on_problem).values())


def read_numbered_decisions(
    connection: sqlite3.Connection, path: Path, on_problem: OnProblem
) -> dict[int, Decision]:
    """The same, by the number that each has as long as it is kept; `path` is the project, for messages."""
    found = {}
    for number, data in connection.execute("SELECT id, data FROM decision ORDER BY time, id").fetchall():
        try:
            found[number] = msgspec.json.decode(data, type=Decision)
        except (msgspec.DecodeError, UnicodeDecodeError, TypeError):
            remedy = f"take it out with `newsgraph undo {path} {number}`, and decide again"
            on_problem(Problem(str(path), f"decision {number} is damaged and does not count", remedy))
    return found


def holds_decision(connection: sqlite3.Connection, number: int) -> bool:
    """Whether there is a decision of a number, be it one that can't be read."""
    return connection.execute("SELECT 1 FROM decision WHERE id = ?", (number,)).fetchone() is not None


def write_decisions(connection: sqlite3.Connection, decisions: Iterable[Decision]) -> int:
    """Keep decisions; how many are new."""
    rows = [(d.verb, d.sort, d.coder, d.time, msgspec.json.encode(d).decode()) for d in decisions]
    with transaction(connection):
        before = connection.total_changes
        connection.executemany(
            "INSERT OR IGNORE INTO decision (verb, sort, coder, time, data) VALUES (?, ?, ?, ?, ?)", rows
        )
        return connection.total_changes - before


def take_back(connection: sqlite3.Connection, decision: Decision | int) -> bool:
    """Forget a decision, or that of a number; whether there was one."""
    with transaction(connection):
        if isinstance(decision, int):
            return connection.execute("DELETE FROM decision WHERE id = ?", (decision,)).rowcount > 0
        data = msgspec.json.encode(decision).decode()
        return connection.execute("DELETE FROM decision WHERE data = ?", (data,)).rowcount > 0
