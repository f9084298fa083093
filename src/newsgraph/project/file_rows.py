"""Which rows of a file a project knows: where each stood when the file was read last, and where a run has met it.

The column `part` of an article is its place in its file, empty if it has none there (any more); `?` stands for one that
an older project did not keep, NULL for that of an article which no run has come to its end with.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable

from newsgraph.articles import Article, id_from_content
from newsgraph.project.corrected_rows import FileRows, Place
from newsgraph.project.packing import DamagedError, unpack_article
from newsgraph.project.placement import in_parts
from newsgraph.sources import STDIN

_MET = "temp.met AS met JOIN article ON article.id = met.article AND article.source = met.source"
_ABSENT = "NOT EXISTS (SELECT 1 FROM temp.met WHERE temp.met.source = article.source AND article = article.id)"
_UNKNOWN = "?"


def files_with_new_rows(connection: sqlite3.Connection) -> list[str]:
    """The files in which a run has met articles, among others, that no run has come to its end with."""
    new = f"SELECT DISTINCT met.source FROM {_MET} WHERE article.part IS NULL AND met.part <> '' AND met.source <> ?"
    return sorted(source for (source,) in connection.execute(new, (STDIN,)))


def renamed_selves(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """Articles that a run has not met, each with a new one that has its id in a file which held it, or a copy of it.

    When the new one was met, another file might still have held the former: so it was given another name.
    """
    pairs = connection.execute(
        f"SELECT old.id, article.id FROM {_MET} "
        "JOIN article AS old ON article.given IN (old.name, old.given) AND old.id <> article.id "
        "WHERE article.part IS NULL AND met.part <> '' AND NOT EXISTS "
        "(SELECT 1 FROM temp.met WHERE temp.met.article = old.id) AND (old.source = article.source OR EXISTS "
        "(SELECT 1 FROM copy WHERE copy.article = old.id AND copy.source = article.source)) ORDER BY 1, 2"
    )
    found: dict[int, int] = {}
    for old, new in pairs:
        if new not in found.values():
            found.setdefault(old, new)
    return [*found.items()]


def rows_of(connection: sqlite3.Connection, source: str) -> FileRows:
    """The rows of a file, before a run and now."""
    now, before = {}, {}
    for row, part, known in connection.execute(
        f"SELECT article.id, met.part, article.part FROM {_MET} WHERE met.source = ? AND met.part <> ''", (source,)
    ):
        now[row] = _place(part)
        if known is not None:
            before[row] = _place((known if known != _UNKNOWN else _first_part(connection, row)) or part)
    for row, known in connection.execute(
        f"SELECT id, part FROM article WHERE source = ? AND NOT alone AND coalesce(part, '?') <> '' AND {_ABSENT}",
        (source,),
    ):
        before[row] = _place(known if known not in (None, _UNKNOWN) else _first_part(connection, row))
    return FileRows(before, now)


def without_ids(connection: sqlite3.Connection, rows: Iterable[int]) -> dict[int, Article]:
    """The articles, of those, that have no id of their own, and are whole."""
    found = {}
    for row in rows:
        name, given, data = connection.execute("SELECT name, given, data FROM article WHERE id = ?", (row,)).fetchone()
        try:
            article = unpack_article(data, name)
        except DamagedError:  # it is told of when it is asked for
            continue
        told = (article.text, f"{article.title or ''}\n{article.text}")
        if (given or name) in map(id_from_content, told):
            found[row] = article
    return found


def keep_parts(connection: sqlite3.Connection, may_hold_more: Iterable[str]) -> None:
    """Keep where the rows are that a run has met; those that it has not are no longer in their files.

    But for files that `may_hold_more` than it has met.
    """
    connection.execute(
        "UPDATE article SET part = (SELECT part FROM temp.met WHERE source = article.source AND article = article.id) "
        f"WHERE id IN (SELECT article.id FROM {_MET} WHERE NOT article.alone AND article.part IS NOT met.part)"
    )
    connection.execute("CREATE TEMP TABLE more (source TEXT PRIMARY KEY)")
    connection.executemany("INSERT OR IGNORE INTO temp.more VALUES (?)", ((source,) for source in may_hold_more))
    connection.execute(
        "UPDATE article SET part = '' WHERE id IN (SELECT article.id FROM (SELECT DISTINCT source FROM temp.met "
        "EXCEPT SELECT source FROM temp.more) AS read JOIN article ON article.source = read.source "
        f"WHERE NOT article.alone AND coalesce(article.part, '?') <> '' AND {_ABSENT})"
    )
    connection.execute("DROP TABLE temp.more")


def _first_part(connection: sqlite3.Connection, row: int) -> str:
    """Where an article stood in its file when it was entered."""
    name, data = connection.execute("SELECT name, data FROM article WHERE id = ?", (row,)).fetchone()
    try:
        return in_parts(unpack_article(data, name).origin or "")[1]
    except DamagedError:
        return ""


def _place(part: str) -> Place:
    return tuple(map(int, re.findall(r"\d+", part)))
