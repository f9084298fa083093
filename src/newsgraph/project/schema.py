"""The tables of a project file, their migrations, and how the file is opened."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsgraph.errors import ProjectError
from newsgraph.project.packing import DamagedError
from newsgraph.sources.problems import OnProblem, Problem

ENDING = ".newsgraph"
APPLICATION = 0x4E475052  # NGPR, in the header of the file
_WAIT = 60
"""Seconds that a writer waits for another."""

STEPS = (
    """
    CREATE TABLE run (
        id INTEGER PRIMARY KEY, verb TEXT NOT NULL, started TEXT NOT NULL, finished TEXT, version TEXT NOT NULL,
        inputs TEXT NOT NULL, added INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE version (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE article (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, hash BLOB NOT NULL, digest BLOB NOT NULL, source TEXT,
        alone INTEGER NOT NULL, data BLOB NOT NULL, record INTEGER, run INTEGER NOT NULL
    );
    CREATE INDEX article_hash ON article (hash);
    CREATE INDEX article_digest ON article (digest);
    CREATE INDEX article_source ON article (source);
    CREATE TABLE record (
        id INTEGER PRIMARY KEY, article INTEGER NOT NULL, version INTEGER NOT NULL, run INTEGER NOT NULL,
        data BLOB NOT NULL, UNIQUE (article, version)
    );
    CREATE TABLE failure (
        id INTEGER PRIMARY KEY, article INTEGER UNIQUE, origin TEXT NOT NULL, reason TEXT NOT NULL,
        remedy TEXT NOT NULL, version INTEGER, run INTEGER NOT NULL, UNIQUE (origin, reason)
    );
    """,
    """
    CREATE TABLE decision (
        id INTEGER PRIMARY KEY, verb TEXT NOT NULL, sort TEXT NOT NULL, coder TEXT NOT NULL, time TEXT NOT NULL,
        data TEXT NOT NULL UNIQUE
    );
    CREATE TABLE node_key (key TEXT PRIMARY KEY, replaced TEXT) WITHOUT ROWID;
    CREATE TABLE node_place (article TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID
    """,
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE graph_piece (number INTEGER PRIMARY KEY, data BLOB NOT NULL)",
    """
    CREATE TABLE copy (
        article INTEGER NOT NULL, source TEXT NOT NULL, alone INTEGER NOT NULL, PRIMARY KEY (article, source)
    ) WITHOUT ROWID;
    CREATE INDEX copy_source ON copy (source);
    ALTER TABLE failure ADD COLUMN source TEXT
    """,
    """
    CREATE TABLE waiting (article TEXT PRIMARY KEY, source TEXT, data BLOB NOT NULL) WITHOUT ROWID;
    CREATE INDEX waiting_source ON waiting (source);
    DELETE FROM node_place WHERE article NOT IN (SELECT name FROM article);
    CREATE TABLE anchored (article TEXT, decision INTEGER, PRIMARY KEY (article, decision)) WITHOUT ROWID;
    INSERT INTO anchored SELECT DISTINCT json_extract(anchor.value, '$.article'), decision.id FROM decision,
        json_each(iif(json_valid(decision.data), decision.data, '{}'), '$.one') AS anchor
        WHERE CASE anchor.type WHEN 'object' THEN json_type(anchor.value, '$.article') END = 'text';
    INSERT OR IGNORE INTO anchored SELECT DISTINCT json_extract(anchor.value, '$.article'), decision.id FROM decision,
        json_each(iif(json_valid(decision.data), decision.data, '{}'), '$.other') AS anchor
        WHERE CASE anchor.type WHEN 'object' THEN json_type(anchor.value, '$.article') END = 'text'
    """,
    """
    CREATE TABLE removed (digest BLOB PRIMARY KEY, time TEXT NOT NULL) WITHOUT ROWID;
    ALTER TABLE article ADD COLUMN given TEXT;
    CREATE INDEX article_given ON article (given) WHERE given IS NOT NULL
    """,
    """
    ALTER TABLE article ADD COLUMN part TEXT;
    UPDATE article SET part = '?' WHERE NOT alone AND source IS NOT NULL
    """,
    "CREATE TABLE story_key (number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE)",
)
"""How a file of one schema becomes one of the next; the first makes a new file."""


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """Open a project file, make it if it is not there, and bring an older one up to date.

    Raises:
        ProjectError: there is none, or it is none, or it is of a newer newsgraph.
    """
    if not create and not path.is_file():
        raise ProjectError(f"{path}: there is no such project; make it with `newsgraph add {path} ARTICLES`")
    if path.suffix.lower() != ENDING and path.is_file() and not path.stat().st_size:
        raise ProjectError(f"{path}: is empty, and no project; name a new file, or one that ends in {ENDING}")
    if not path.parent.is_dir():
        raise ProjectError(f"{path}: there is no folder {str(path.parent)!r}; make it first")
    with explained(path):
        try:
            return _opened(path, create=create)
        except sqlite3.OperationalError as error:
            if "disk i/o" not in str(error).casefold():
                raise
            return _opened(path, create=create, full=True)


def _opened(path: Path, *, create: bool, full: bool = False) -> sqlite3.Connection:
    """The same; where a `full` disk has no room for the index of the journal, it is in memory, and shared by nobody."""
    connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
    try:
        if full:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        found = _schema_of_project(connection, path, create=create)
        if found < len(STEPS):
            try:
                _migrate(connection)
            except sqlite3.OperationalError as error:
                if not (found and any(word in str(error) for word in ("readonly", "full"))):
                    raise
                return _migrated_copy(connection)
        _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA foreign_keys = OFF")
    with contextlib.suppress(sqlite3.OperationalError):  # a file that may only be read needs no journal
        connection.execute("PRAGMA journal_mode = WAL")
    schema_of(connection)  # whether there is room for the index of the journal
    connection.execute("PRAGMA synchronous = FULL")


def schema_of(connection: sqlite3.Connection) -> int:
    """The schema that a file has; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _schema_of_project(connection: sqlite3.Connection, path: Path, *, create: bool) -> int:
    """The schema of a project; 0 for one that is to be made.

    Raises:
        ProjectError: it is none, or of a newer newsgraph.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    found = schema_of(connection)
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application != APPLICATION and (tables or found):
        raise ProjectError(f"{path}: is a database, but no project of newsgraph; name another file")
    if found > len(STEPS):
        raise ProjectError(f"{path}: is of a newer newsgraph (schema {found}, not {len(STEPS)}); upgrade newsgraph")
    if not (found or create):
        raise ProjectError(f"{path}: is empty; make a project of it with `newsgraph add {path} ARTICLES`")
    return found


def _migrate(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        for step in STEPS[schema_of(connection) :]:  # another program may have been faster
            for statement in filter(str.strip, step.split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {len(STEPS)}")


def _migrated_copy(connection: sqlite3.Connection) -> sqlite3.Connection:
    """A copy of an older file that can't be written, brought up to date for as long as it is open."""
    copy = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    with contextlib.closing(connection):
        connection.backup(copy)
    _migrate(copy)
    copy.execute("PRAGMA query_only = ON")
    return copy


def close(connection: sqlite3.Connection) -> None:
    """Close, so that the project is one file again, unless another program has it open."""
    with contextlib.suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of what is done inside, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


@contextmanager
def as_of_now(connection: sqlite3.Connection) -> Iterator[None]:
    """What is read inside is what there was at one time, whatever another program writes meanwhile."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("COMMIT")


def forget_graph(connection: sqlite3.Connection) -> None:
    """Keep the graph no longer that was built last; within a transaction."""
    connection.execute("DELETE FROM graph_piece")
    connection.execute("DELETE FROM setting WHERE name = 'graph'")


@contextmanager
def if_there_is_room(path: Path, on_problem: OnProblem) -> Iterator[None]:
    """Keep what follows from the articles anyway, if it can be: a disk that is full or locked is told of."""
    try:
        yield
    except sqlite3.OperationalError as error:
        said = str(error).casefold()
        if not any(word in said for word in ("full", "disk i/o", "readonly")):
            raise
        message = f"the keys of new nodes and the graph are not kept ({error})"
        remedy = "free some space, or allow it to be written, before you cite new nodes"
        on_problem(Problem(str(path), message, remedy, lost=False))


def tell_read_only(path: Path, on_problem: OnProblem) -> None:
    """Tell that what nodes are called in a project that may only be read is not kept."""
    message = "may only be read, so the keys of new nodes, and what IRIs begin with, are not kept"
    remedy = "let who may write to it build its graph before you cite new nodes"
    on_problem(Problem(str(path), message, remedy, lost=False))


_REMEDIES = (
    ("full", "the disk is full; free some space and run it again: it goes on where it stopped"),
    ("disk i/o", "the disk can't be written; free some space and run it again: it goes on where it stopped"),
    ("locked", "another program is writing to it; try again when that is done"),
    ("readonly", "may not be written; change its permissions and those of its folder, or copy it"),
    ("unable to open", "can't be opened; check the name and the permissions"),
    ("not a database", "is no project of newsgraph; name another file"),
    ("malformed", "is damaged; go on with the last copy of it"),
)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """What SQLite says is wrong, or what can't be unpacked, in one line with the remedy.

    Raises:
        ProjectError: something was wrong.
    """
    try:
        yield
    except DamagedError as error:
        raise ProjectError(f"{path}: {error}") from error
    except sqlite3.DatabaseError as error:
        said = str(error).casefold()
        reason = next((text for word, text in _REMEDIES if word in said), f"can't be used ({error}); check the file")
        raise ProjectError(f"{path}: {reason}") from error
