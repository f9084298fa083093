"""How a project keeps the keys of its nodes and the decisions of people."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from newsgraph.graph.bases import is_iri
from newsgraph.graph.ledger import Ledger, Places
from newsgraph.project.anchors import anchored, enter_anchors, forget_anchors
from newsgraph.project.packing import KEYS, DamagedError, as_text, unpack_places
from newsgraph.project.schema import transaction
from newsgraph.resolve.decisions import Decision
from newsgraph.sources.problems import OnProblem, Problem

_BASE = "what IRIs of the project begin with"


def read_ledger(connection: sqlite3.Connection) -> Ledger:
    """The keys that were given.

    Raises:
        DamagedError: they can't be read.
    """
    kept = KeptKeys(connection)
    keys = list(kept.given())
    return Ledger(
        dict(kept.of_articles()),
        {key for key, _ in keys},
        {key: replaced for key, replaced in keys if replaced is not None},
        tuple(kept.of_stories()),
    )


class KeptKeys:
    """The keys that were given, read when they are asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def given(self) -> Iterator[tuple[str, str | None]]:
        """All of them, in order, with what each was replaced by."""
        rows = self._connection.execute("SELECT key, replaced FROM node_key ORDER BY key")
        return ((as_text(key, KEYS) or "", as_text(replaced, KEYS)) for key, replaced in rows)

    def of_stories(self) -> Iterator[str]:
        """Those that were given to stories, the oldest first."""
        rows = self._connection.execute("SELECT key FROM story_key ORDER BY number")
        return (as_text(key, KEYS) or "" for (key,) in rows)

    def of_articles(self) -> Iterator[tuple[str, Places]]:
        """What is known of all articles, in order."""
        rows = self._connection.execute("SELECT article, data FROM node_place ORDER BY article")
        return ((as_text(article, KEYS) or "", unpack_places(data)) for article, data in rows)


def digest_of_ledger(ledger: Ledger) -> bytes:
    """The same for the same keys."""
    keys = ((key, ledger.replaced.get(key)) for key in sorted(ledger.keys))
    return _digest(keys, sorted(ledger.places.items()), ledger.stories)


def digest_of_kept(connection: sqlite3.Connection) -> bytes:
    """The same of the keys that are kept, which are not held for it."""
    kept = KeptKeys(connection)
    return _digest(kept.given(), kept.of_articles(), kept.of_stories())


def _digest(
    keys: Iterable[tuple[str, str | None]], places: Iterable[tuple[str, Places]], stories: Iterable[str]
) -> bytes:
    digest = hashlib.sha256()
    for known in (keys, places, stories):
        for row in known:
            digest.update(msgspec.json.encode(row, order="deterministic"))
        digest.update(b"\n")
    return digest.digest()


def read_base(connection: sqlite3.Connection) -> str | None:
    """What IRIs of the project begin with; None as long as it was not told.

    Raises:
        DamagedError: it can't be read.
    """
    row = connection.execute("SELECT value FROM setting WHERE name = 'base'").fetchone()
    base = None if row is None else as_text(row[0], _BASE)
    if base is not None and not is_iri(base):
        raise DamagedError(_BASE)
    return base


def write_base(connection: sqlite3.Connection, base: str) -> None:
    """Keep what IRIs of the project begin with; what another program told meanwhile stays."""
    with transaction(connection):
        connection.execute("INSERT OR IGNORE INTO setting VALUES ('base', ?)", (base,))


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
    new = 0
    with transaction(connection):
        for decision in (anchored(connection, given) for given in decisions):
            entered = connection.execute(
                "INSERT OR IGNORE INTO decision (verb, sort, coder, time, data) VALUES (?, ?, ?, ?, ?)",
                (decision.verb, decision.sort, decision.coder, decision.time, msgspec.json.encode(decision).decode()),
            )
            if entered.rowcount:
                new += 1
                enter_anchors(connection, int(entered.lastrowid or 0), decision)
    return new


def take_back(connection: sqlite3.Connection, decision: Decision | int) -> bool:
    """Forget a decision, or that of a number; whether there was one."""
    with transaction(connection):
        number = decision if isinstance(decision, int) else _number_of(connection, decision)
        if number is None:
            return False
        forget_anchors(connection, number)
        return connection.execute("DELETE FROM decision WHERE id = ?", (number,)).rowcount > 0


def _number_of(connection: sqlite3.Connection, decision: Decision) -> int | None:
    """The number of a decision that is kept, be its anchors given with their sentences or without."""
    forms = [msgspec.json.encode(form).decode() for form in (decision, anchored(connection, decision))]
    row = connection.execute("SELECT id FROM decision WHERE data IN (?, ?)", forms).fetchone()
    return None if row is None else int(row[0])
