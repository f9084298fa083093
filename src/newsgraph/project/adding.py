"""How articles and records enter a project: in small transactions, each of which is looked at again before it is made.

Reading goes on between them, so two programs may add to a project at once; what the other has added meanwhile is known.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from newsgraph.articles import Article
from newsgraph.intake import Articles, Records
from newsgraph.outcomes import outcomes_of
from newsgraph.project.packing import pack_article, pack_record, unpack_article
from newsgraph.project.placement import Place, digest_of, hash_of, origin_of, place
from newsgraph.project.schema import forget_graph, transaction
from newsgraph.reader import Outcome, Reader
from newsgraph.record_lines import to_json
from newsgraph.sources import STDIN, OnProblem, Problem
from newsgraph.sources.given import is_one
from newsgraph.sources.written_names import shown_name, true_name, written_name

_STEP = 50
"""Articles of a transaction at most."""
_SECONDS = 2.0
"""How long what was read may wait for its transaction."""
GIVEN = "given as records"
"""The version of records that came as such: what read them is not known."""


@dataclass(slots=True)
class Sum:
    """What a run did."""

    added: int = 0
    changed: int = 0
    known: int = 0
    failed: int = 0
    removed: int = 0

    def __str__(self) -> str:
        said = [f"{self.added} added"]
        said += [f"{n} {what}" for what, n in (("changed", self.changed), ("removed", self.removed)) if n]
        said += [f"{self.known} known already"] if self.known else []
        said += [f"{self.failed} failed"] if self.failed else []
        return ", ".join(said)


@dataclass(slots=True)
class Adding:
    """A run that changes a project."""

    connection: sqlite3.Connection
    path: Path
    reader: Reader
    jobs: int
    on_problem: OnProblem
    progress: bool
    replace: bool = False
    sum: Sum = field(default_factory=Sum)
    _run: int = 0
    _seen: set[str] = field(default_factory=set)
    """The articles of the project that this run met in its inputs."""
    _sources: set[str] = field(default_factory=set)
    """The files that could not be read."""

    @property
    def _top(self) -> Path:
        return self.path.absolute().parent

    @contextmanager
    def run(self, verb: str, inputs: Any) -> Iterator[None]:
        """Enter the run in the list of runs, and that it was finished when it is."""
        several = [inputs] if is_one(inputs) else inputs
        named = several if isinstance(several, Sequence) else ()  # a stream must not be used up
        names = [os.fspath(item) if isinstance(item, str | os.PathLike) else type(item).__name__ for item in named]
        with transaction(self.connection):
            row = self.connection.execute(
                "INSERT INTO run (verb, started, version, inputs) VALUES (?, ?, ?, ?)",
                (verb, _now(), self.reader.version() if verb != "remove" else "", _json([*map(shown_name, names)])),
            )
            self._run = int(row.lastrowid or 0)
        yield
        with transaction(self.connection):
            self.connection.execute(
                "UPDATE run SET finished = ?, added = ?, failed = ? WHERE id = ?",
                (_now(), self.sum.added + self.sum.changed, self.sum.failed, self._run),
            )

    def note(self, problem: Problem) -> None:
        """Tell of a problem; a file that could not be read is remembered."""
        self.on_problem(problem)
        if problem.lost:
            self.sum.failed += 1
            self._sources.add(_file(problem.origin, self._top) or "")
            with transaction(self.connection):
                self.connection.execute(
                    "INSERT OR REPLACE INTO failure (origin, reason, remedy, run) VALUES (?, ?, ?, ?)",
                    (problem.origin, problem.message, problem.remedy, self._run),
                )

    # ------------------------------------------------------------------------------------------------ taking in

    def take(self, groups: Iterable[Articles | Records]) -> None:
        """Read the articles that are new or changed, and take in the records that are."""
        for group in groups:
            if group[0] == "records":
                found = (Outcome(record.article, to_json(record), None) for _, record in group[1])
                self._keep((o for o in found if self._is_wanted(o.article)), GIVEN)
            else:
                self._read(filter(self._is_wanted, group[1]))

    def read_again(self, articles: Iterable[Article]) -> None:
        """Read articles of the project again."""
        self._read(articles)

    def _read(self, articles: Iterable[Article]) -> None:
        outcomes: Iterable[Outcome] = outcomes_of(articles, self.reader, self.jobs)
        if self.progress:
            from tqdm.auto import tqdm

            outcomes = tqdm(outcomes, unit=" articles", desc="reading")
        self._keep(outcomes, self.reader.version())

    def _is_wanted(self, article: Article) -> bool:
        found = place(self.connection, article, self._top, replace=self.replace)
        if found.known:
            self._meet(article, found)
        return not found.known

    def _meet(self, article: Article, found: Place) -> None:
        """An article that is there already: the note, if it is a copy, and its new file, if it was moved."""
        self.sum.known += 1
        row = self.connection.execute(
            "SELECT name FROM article WHERE hash = ? OR digest = ?", (hash_of(article), digest_of(article))
        ).fetchone()
        if row is not None:
            self._seen.add(row[0])
        if found.note:
            self.on_problem(Problem(article.origin or article.id, found.note, "nothing is lost", lost=False))

    def _keep(self, outcomes: Iterable[Outcome], version: str) -> None:
        waiting: list[Outcome] = []
        began = time.monotonic()
        try:
            for outcome in outcomes:
                waiting.append(outcome)
                if len(waiting) >= _STEP or time.monotonic() - began > _SECONDS:
                    self._commit(waiting, version)
                    waiting, began = [], time.monotonic()
        finally:
            self._commit(waiting, version)

    def _commit(self, outcomes: Sequence[Outcome], version: str) -> None:
        if not outcomes:
            return
        with transaction(self.connection):
            number = self._version(version)
            for outcome in outcomes:
                self._enter(outcome, number)

    def _version(self, name: str) -> int:
        self.connection.execute("INSERT OR IGNORE INTO version (name) VALUES (?)", (name,))
        return int(self.connection.execute("SELECT id FROM version WHERE name = ?", (name,)).fetchone()[0])

    def _enter(self, outcome: Outcome, version: int) -> None:
        """Keep what became of an article."""
        own = self.connection.execute(
            "SELECT id FROM article WHERE name = ? AND hash = ?", (outcome.article.id, hash_of(outcome.article))
        ).fetchone()
        if own is not None:
            row, article = int(own[0]), outcome.article
        else:
            found = place(self.connection, outcome.article, self._top, replace=self.replace)
            if found.known:  # another program was faster
                self._meet(outcome.article, found)
                return
            article = found.article
            if found.note:
                remedy = "give each article an id of its own; with `update` it takes the place of the other"
                self.on_problem(Problem(article.origin or article.id, found.note, remedy, lost=False))
            self.sum.changed += found.row is not None
            self.sum.added += found.row is None
            row = self._enter_article(article, found.row)
        self._seen.add(article.id)
        if outcome.line is None:
            assert outcome.problem is not None
            self._enter_failure(row, version, outcome.problem)
            return
        line = outcome.line if article is outcome.article else _renamed(outcome.line, article)
        self.connection.execute("DELETE FROM record WHERE article = ? AND version = ?", (row, version))
        record = self.connection.execute(
            "INSERT INTO record (article, version, run, data) VALUES (?, ?, ?, ?)",
            (row, version, self._run, pack_record(line)),
        )
        self.connection.execute("UPDATE article SET record = ? WHERE id = ?", (record.lastrowid, row))
        self.connection.execute("DELETE FROM failure WHERE article = ?", (row,))

    def _enter_article(self, article: Article, former: int | None) -> int:
        origin = origin_of(article, self._top)
        self.connection.execute("DELETE FROM failure WHERE article IS NULL AND origin = ?", (article.origin,))
        if former is not None:
            self.connection.execute("DELETE FROM record WHERE article = ?", (former,))
            self.connection.execute("DELETE FROM failure WHERE article = ?", (former,))
        row = self.connection.execute(
            "INSERT OR REPLACE INTO article (id, name, hash, digest, source, alone, data, run) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                former, article.id, hash_of(article), digest_of(article), origin.source, origin.alone,
                pack_article(article), self._run,
            ),
        )  # fmt: skip
        return int(row.lastrowid or 0)

    def _enter_failure(self, row: int, version: int, problem: Problem) -> None:
        self.sum.failed += 1
        self.on_problem(problem)
        self.connection.execute("DELETE FROM failure WHERE article = ?", (row,))
        self.connection.execute(
            "INSERT OR REPLACE INTO failure (article, origin, reason, remedy, version, run) VALUES (?, ?, ?, ?, ?, ?)",
            (row, problem.origin, problem.message, problem.remedy, version, self._run),
        )

    # ------------------------------------------------------------------------------------------------ again, and out

    def outdated(self) -> Iterator[Article]:
        """The articles that another version has read; not those that came as records."""
        rows = self.connection.execute(
            "SELECT article.id FROM article JOIN record ON record.id = article.record "
            "JOIN version ON version.id = record.version WHERE version.name NOT IN (?, ?) ORDER BY article.id",
            (self.reader.version(), GIVEN),
        ).fetchall()
        return (self._article(row) for (row,) in rows)

    def failed_articles(self, names: Sequence[str]) -> Iterator[Article]:
        """The articles among failures, all of them if no name is given."""
        rows = self.connection.execute(
            "SELECT article.id, article.name FROM failure JOIN article ON article.id = failure.article"
        ).fetchall()
        return (self._article(row) for row, name in rows if not names or name in names)

    def failed_files(self, names: Sequence[str]) -> list[str]:
        """The files among failures, all if no name is given; from now on they are none, until they fail again."""
        rows = self.connection.execute("SELECT id, origin FROM failure WHERE article IS NULL ORDER BY id").fetchall()
        asked = {*names, *map(written_name, names)}
        chosen = [(row, origin) for row, origin in rows if not names or origin in asked]
        with transaction(self.connection):
            self.connection.executemany("DELETE FROM failure WHERE id = ?", [(row,) for row, _ in chosen])
        tops = (_file(origin, self._top) or STDIN for _, origin in chosen)
        return list(dict.fromkeys(os.path.relpath(self._top / true_name(top)) for top in tops if top != STDIN))

    def gone(self, tops: Sequence[str]) -> list[int]:
        """The articles of files, or of folders, that this run did not meet there, though the file could be read."""
        rows = self.connection.execute("SELECT id, name, source FROM article WHERE source IS NOT NULL").fetchall()
        return [
            row
            for row, name, source in rows
            if name not in self._seen
            and source not in self._sources
            and any(source == top or source.startswith((f"{top}/", f"{top}, ")) or top == "." for top in tops)
        ]

    def remove(self, rows: Iterable[int]) -> int:
        """Take articles out, with all that is kept of them; how many."""
        out = [(row,) for row in rows]
        with transaction(self.connection):
            for table, column in (("record", "article"), ("failure", "article"), ("article", "id")):
                self.connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", out)
            forget_graph(self.connection)
        self.sum.removed += len(out)
        return len(out)

    def _article(self, row: int) -> Article:
        return unpack_article(self.connection.execute("SELECT data FROM article WHERE id = ?", (row,)).fetchone()[0])


def _file(origin: str, top: Path) -> str | None:
    """The file that a problem is of."""
    return origin_of(Article(id="-", text="", origin=origin), top).source


def _renamed(line: bytes, article: Article) -> bytes:
    """A record's line with the article as it is called in the project."""
    from newsgraph.record_lines import from_own_json

    return to_json(msgspec.structs.replace(from_own_json(line), article=article))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _json(names: Sequence[str]) -> str:
    return msgspec.json.encode(names).decode()


