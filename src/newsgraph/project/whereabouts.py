"""Which file holds which article: what a run met where, and what follows for those that moved, changed or are gone.

An article belongs to the first file that it was met in; others that hold the same are remembered as its copies, so that
it stays as long as one of them does. What was not met is gone only from a file or folder that was read whole.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from newsgraph.project.packing import as_text
from newsgraph.project.placement import Origin
from newsgraph.sources import STDIN
from newsgraph.sources.written_names import true_name

_FILE = "the file of an article"
_NOWHERE = ""
"""The source of what came without a file."""
_NOT_MET = (
    "NOT EXISTS (SELECT 1 FROM temp.met AS met WHERE met.source = article.source AND met.article = article.id)"
)


class Settled(NamedTuple):
    """What follows from a run."""

    gone: list[int]
    """The articles that no file holds any more."""
    kept: int
    """How many were not met, and stay because their file or folder could not be read whole."""


class Whereabouts:
    """What one run met, in a table of its own that ends with the connection."""

    def __init__(self, connection: sqlite3.Connection, top: Path) -> None:
        self._connection, self._top = connection, top
        self._unsure: set[str] = set()
        """Files and folders with which something was wrong."""
        self._of_records: set[str] = set()
        """Files of records, whose articles are from other files."""
        self._in_part: set[str] = set()
        """These other files, which were not read themselves."""
        for statement in (
            *(f"DROP TABLE IF EXISTS temp.{table}" for table in ("met", "met_copy", "superseded")),
            "CREATE TEMP TABLE met (source TEXT, article INTEGER, alone INTEGER, part TEXT, "
            "PRIMARY KEY (source, article)) WITHOUT ROWID",
            "CREATE INDEX temp.met_article ON met (article)",
            "CREATE TEMP TABLE met_copy (source TEXT, digest BLOB, alone INTEGER, part TEXT)",
            "CREATE TEMP TABLE superseded (article INTEGER PRIMARY KEY)",
        ):  # fmt: skip
            connection.execute(statement)

    def meet(self, row: int, origin: Origin) -> None:
        """An article of the project was met in a file."""
        self._connection.execute(
            "INSERT OR IGNORE INTO temp.met VALUES (?, ?, ?, ?)",
            (origin.source or _NOWHERE, row, origin.alone, origin.part),
        )

    def meet_copy(self, digest: bytes, origin: Origin) -> None:
        """A text was met again, that of an article which may be in the project only later in this run."""
        self._connection.execute(
            "INSERT INTO temp.met_copy VALUES (?, ?, ?, ?)",
            (origin.source or _NOWHERE, digest, origin.alone, origin.part),
        )

    def supersede(self, row: int) -> None:
        """Where an article was, its file now has what is a copy of another."""
        self._connection.execute("INSERT OR IGNORE INTO temp.superseded VALUES (?)", (row,))

    def read(self, source: str) -> None:
        """A file of records was read."""
        self._of_records.add(source)

    def is_of(self, source: str) -> None:
        """A file was met in records: these may be of a part of it."""
        self._in_part.add(source)

    def doubt(self, source: str) -> None:
        """A file or folder could not be read, or not all of it."""
        self._unsure.add(source)

    def is_elsewhere(self, row: int, source: str | None) -> bool:
        """Whether an article stands in another file, too: one in which this run met it, or which held its copy."""
        given = {"row": row, "source": source or _NOWHERE}
        if self._connection.execute(
            "SELECT 1 FROM temp.met WHERE article = :row AND source <> :source", given
        ).fetchone():
            return True
        copies = self._connection.execute("SELECT source FROM copy WHERE article = :row AND source <> :source", given)
        return any(self._is_there(source) and not self._has_been_read(source) for (source,) in copies.fetchall())

    def is_nowhere(self, row: int) -> bool:
        """Whether no file holds an article that this run did not meet, as far as it has seen them."""
        query = "SELECT source FROM article WHERE id = :row UNION SELECT source FROM copy WHERE article = :row"
        sources = {source for (source,) in self._connection.execute(query, {"row": row})}
        return not (sources & self.may_hold_more()) and all(
            source is not None and (self._has_been_read(source) or not self._is_there(source)) for source in sources
        )

    def settle_copies(self) -> None:
        """Enter where the articles are whose text was met again; within a transaction, before all else is settled."""
        self._connection.execute(
            "INSERT OR IGNORE INTO temp.met SELECT again.source, article.id, again.alone, again.part "
            "FROM temp.met_copy AS again JOIN article ON article.digest = again.digest"
        )

    def may_hold_more(self) -> frozenset[str]:
        """The files of which this run may have met only a part."""
        return frozenset(self._unsure | self._in_part)

    def settle(self, tops: Sequence[str], *, whole: bool) -> Settled:
        """Enter where articles are now, within a transaction; those that are gone are to be taken out.

        `tops` are the files and folders whose articles are gone if they were not met there; beside these it is only
        what stood alone in a file that now holds another. Unless the run was `whole`, nothing is gone.
        """
        self._part_those_together()
        if whole:
            self._let_move()
            self._forget_copies()
        self._enter_copies()
        absent, kept = self._absent(tops) if whole else ({}, 0)
        gone = [row for row, source in absent.items() if not self._moved(row, source, tops)]
        return Settled(gone, kept)

    def forget_failures(self, run: int, tops: Sequence[str], *, whole: bool) -> None:
        """Forget what was wrong before with files that this run has read, and with those that are gone from `tops`."""
        rows = self._connection.execute(
            "SELECT id, source FROM failure WHERE article IS NULL AND source IS NOT NULL AND run <> ?", (run,)
        ).fetchall()
        over = [
            (row,)
            for row, source in rows
            if source in self._unsure | self._of_records
            or self._has_been_read(source)
            or (whole and not self._is_there(source) and self._is_sure(source, tops))
        ]
        self._connection.executemany("DELETE FROM failure WHERE id = ?", over)

    # ------------------------------------------------------------------------------------------------

    def _part_those_together(self) -> None:
        """What was met beside others of the same origin is not alone there."""
        self._connection.execute(
            "UPDATE temp.met SET alone = 0 WHERE alone "
            "AND source IN (SELECT source FROM temp.met GROUP BY source HAVING count(*) > 1)"
        )
        self._connection.execute(
            "UPDATE article SET alone = 0 WHERE alone AND id IN (SELECT met.article FROM temp.met AS met "
            "JOIN article AS one ON one.id = met.article AND one.source = met.source WHERE NOT met.alone)"
        )

    def _let_move(self) -> None:
        """An article that its own file no longer holds belongs to another that does: one that was met, or is there."""
        in_part = self.may_hold_more()
        for table in ("temp.met", "copy"):
            rows = self._connection.execute(
                "SELECT article.id, article.source, other.source, other.alone FROM article "
                f"JOIN {table} AS other ON other.article = article.id AND other.source <> ? "
                f"WHERE article.source IN (SELECT source FROM temp.met) AND {_NOT_MET} "
                "ORDER BY article.id, other.source", (_NOWHERE,),
            ).fetchall()  # fmt: skip
            given: set[int] = set()
            for row, own, other, alone in rows:
                holds = table == "temp.met" or (self._is_there(other) and not self._has_been_read(other))
                if holds and own not in in_part and row not in given:
                    self._give(row, other, alone)
                    given.add(row)

    def _forget_copies(self) -> None:
        """Forget the other files of articles that were read, and no longer hold these."""
        read_in_part = self.may_hold_more()
        rows = self._connection.execute(
            "SELECT article, source FROM copy WHERE source IN (SELECT source FROM temp.met) AND NOT EXISTS "
            "(SELECT 1 FROM temp.met AS met WHERE met.source = copy.source AND met.article = copy.article)"
        ).fetchall()
        over = [(article, source) for article, source in rows if source not in read_in_part]
        self._connection.executemany("DELETE FROM copy WHERE article = ? AND source = ?", over)

    def _enter_copies(self) -> None:
        """Remember the other files of articles; one whose own file is no longer there belongs to the new one."""
        rows = self._connection.execute(
            "SELECT article.id, article.source, met.source, met.alone FROM temp.met AS met "
            "JOIN article ON article.id = met.article WHERE met.source <> article.source AND met.source <> ? "
            "ORDER BY article.id, met.source", (_NOWHERE,),
        ).fetchall()  # fmt: skip
        for row, own, source, alone in rows:
            if self._is_there(own):
                self._connection.execute("INSERT OR REPLACE INTO copy VALUES (?, ?, ?)", (row, source, alone))
            else:
                self._give(row, source, alone)

    def _absent(self, tops: Sequence[str]) -> tuple[dict[int, str], int]:
        """The articles that are not where they were, with their sources, and how many more may be so."""
        in_part = self.may_hold_more()
        absent = {
            row: source
            for row, source, is_superseded in self._connection.execute(
                "SELECT article.id, article.source, article.id IN (SELECT article FROM temp.superseded) AS superseded "
                "FROM (SELECT DISTINCT source FROM temp.met) AS read JOIN article ON article.source = read.source "
                f"WHERE (alone OR superseded) AND {_NOT_MET}"
            )
            if source not in (self._unsure if is_superseded else in_part)
        }
        if not tops:  # to look at all articles is for what wants it
            return absent, 0
        kept = 0
        for row, source in self._connection.execute(f"SELECT id, source FROM article WHERE {_NOT_MET}"):
            if source is None or row in absent or not self._is_under(source, tops):
                continue
            if self._is_sure(source, tops):
                absent[row] = source
            else:
                kept += 1
        return absent, kept

    def _moved(self, row: int, source: str, tops: Sequence[str]) -> bool:
        """Give an article that is not where it was to another file that holds it; whether there is one."""
        copies = self._connection.execute(
            "SELECT source, alone, 1 FROM temp.met WHERE article = :row UNION ALL "
            "SELECT source, alone, 0 FROM copy WHERE article = :row ORDER BY 3 DESC, 1", {"row": row}
        ).fetchall()
        for other, alone, is_met in copies:
            if other == source:
                continue
            if is_met or not (self._has_been_read(other) or self._is_sure(other, tops)):
                if other != _NOWHERE:
                    self._give(row, other, alone)
                return True
        return False

    def _give(self, row: int, source: str, alone: int) -> None:
        self._connection.execute("DELETE FROM copy WHERE article = ? AND source = ?", (row, source))
        self._connection.execute(
            "UPDATE article SET source = :source, alone = :alone, part = coalesce((SELECT part FROM temp.met "
            "WHERE source = :source AND article = :row), '') WHERE id = :row",
            {"source": source, "alone": alone, "row": row},
        )

    def _has_been_read(self, source: str) -> bool:
        """Whether this run met an article in a file."""
        return self._connection.execute("SELECT 1 FROM temp.met WHERE source = ?", (source,)).fetchone() is not None

    def _has_been_entered(self, folder: str) -> bool:
        """Whether this run met an article in a folder: one of which nothing comes may be unmounted, or locked."""
        if folder == ".":
            return self._connection.execute("SELECT 1 FROM temp.met").fetchone() is not None
        return self._connection.execute(
            "SELECT 1 FROM temp.met WHERE source > ? AND source < ?", (f"{folder}/", f"{folder}0")
        ).fetchone() is not None

    def _is_under(self, source: str, tops: Sequence[str]) -> bool:
        return any(self._lies_in(source, top) for top in tops)

    def _is_sure(self, source: str, tops: Sequence[str]) -> bool:
        """Whether a file was looked for in `tops`, and nothing was wrong on the way to it."""
        return self._is_under(source, tops) and not any(
            self._lies_in(source, place) and not (self._is_folder(place) and self._has_been_entered(place))
            for place in self._unsure
        )

    def _lies_in(self, source: str, top: str) -> bool:
        """Whether a file is a place, in a folder, or in an archive."""
        if source == STDIN:
            return False
        one, whole = self._path(source), self._path(top)
        return one == whole or one.startswith((f"{whole.rstrip(os.sep)}{os.sep}", f"{whole}, "))

    def _is_there(self, source: str) -> bool:
        """Whether the file is there; for one in an archive, the archive."""
        if source == STDIN:
            return True
        parts = (as_text(source, _FILE) or "").split(", ")
        return any(os.path.lexists(self._path(", ".join(parts[:end]))) for end in range(len(parts), 0, -1))

    def _is_folder(self, source: str) -> bool:
        return Path(self._path(source)).is_dir()

    def _path(self, source: str) -> str:
        return os.path.normpath(self._top / true_name(as_text(source, _FILE) or ""))
