"""How articles and records enter a project: in small transactions, each of which is looked at again before it is made.

Reading goes on between them, so two programs may add to a project at once; what the other has added meanwhile is known.
"""

from __future__ import annotations

import contextlib
import itertools
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
from newsgraph.errors import NewsgraphError, ProjectError
from newsgraph.intake import Articles, Intake, Records
from newsgraph.outcomes import outcomes_of
from newsgraph.project.keeping import move_places
from newsgraph.project.packing import is_same_record, pack_article, pack_record, unpack_article
from newsgraph.project.placement import (
    Place,
    digest_of,
    former_self,
    hash_of,
    origin_of,
    place,
    place_of_problem,
    relative,
)
from newsgraph.project.schema import forget_graph, transaction
from newsgraph.project.whereabouts import Whereabouts
from newsgraph.reader import Outcome, Reader
from newsgraph.record_lines import from_own_json, to_json
from newsgraph.records import Record
from newsgraph.sources import STDIN, OnProblem, Problem
from newsgraph.sources.given import is_one
from newsgraph.sources.written_names import shown_name, true_name, written_name

_STEP = 50
"""Articles of a transaction at most."""
_SECONDS = 2.0
"""How long what was read may wait for its transaction."""
GIVEN = "given as records"
"""The version of records that came as such begins so; what they say of what made them follows."""


@dataclass(slots=True)
class Sum:
    """What a run did."""

    added: int = 0
    changed: int = 0
    again: int = 0
    """Articles of the project that were read again."""
    known: int = 0
    failed: int = 0
    removed: int = 0

    def __str__(self) -> str:
        counts = (("changed", self.changed), ("read again", self.again), ("removed", self.removed))
        said = [f"{self.added} added"]
        said += [f"{n} {what}" for what, n in counts if n]
        said += [f"{self.known} known already"] if self.known else []
        said += [f"{self.failed} failed"] if self.failed else []
        return ", ".join(said)


@dataclass(slots=True)
class Adding:
    """A run that changes a project."""

    connection: sqlite3.Connection
    path: Path
    top: Path
    """Its folder."""
    reader: Reader
    jobs: int
    on_problem: OnProblem
    progress: bool
    replace: bool = False
    sum: Sum = field(default_factory=Sum)
    _run: int = 0
    _apart: bool = False
    """Whether articles are read in another process, though it be one alone."""
    _where: Whereabouts = field(init=False)

    def __post_init__(self) -> None:
        self._where = Whereabouts(self.connection, self.top)

    @contextmanager
    def run(self, verb: str, inputs: Any) -> Iterator[None]:
        """Enter the run in the list of runs, and that it was finished when it is."""
        several = [inputs] if is_one(inputs) else inputs
        named = several if isinstance(several, Sequence) else ()  # a stream must not be used up
        names = [os.fspath(item) if isinstance(item, str | os.PathLike) else type(item).__name__ for item in named]
        self._apart = self._has_broken_off()
        with transaction(self.connection):
            row = self.connection.execute(
                "INSERT INTO run (verb, started, version, inputs) VALUES (?, ?, ?, ?)",
                (verb, _now(), self.reader.version() if verb != "remove" else "", _json([*map(shown_name, names)])),
            )
            self._run = int(row.lastrowid or 0)
        try:
            yield
        except NewsgraphError:  # a mistake was found: the run has come to its end
            with contextlib.suppress(sqlite3.Error):
                self._finish()
            raise
        self._finish()

    def _finish(self) -> None:
        with transaction(self.connection):
            self.connection.execute(
                "UPDATE run SET finished = ?, added = ?, failed = ? WHERE id = ?",
                (_now(), self.sum.added + self.sum.changed, self.sum.failed, self._run),
            )

    def _has_broken_off(self) -> bool:
        """Whether the last run has not come to its end: an article may have ended the process that read it."""
        last = "SELECT finished IS NULL FROM run WHERE verb <> 'remove' ORDER BY id DESC LIMIT 1"
        row = self.connection.execute(last).fetchone()
        return row is not None and bool(row[0])

    def note(self, problem: Problem) -> None:
        """Tell of a problem; a file that could not be read is remembered."""
        self.on_problem(problem)
        if not problem.lost:
            return
        self.sum.failed += 1
        source, place_in_it = place_of_problem(problem.origin, self.top)
        self._where.doubt(source)
        with transaction(self.connection):
            self.connection.execute(
                "INSERT OR REPLACE INTO failure (origin, reason, remedy, run, source) VALUES (?, ?, ?, ?, ?)",
                (place_in_it, problem.message, problem.remedy, self._run, source),
            )

    # ------------------------------------------------------------------------------------------------ taking in

    def take(self, groups: Iterable[Articles | Records]) -> None:
        """Read the articles that are new or changed, and take in the records that are."""
        for group in groups:
            if group[0] == "records":
                found = itertools.starmap(self._given, group[1])
                self._keep(pair for pair in found if self._is_wanted(pair[0].article, pair[0].line))
            else:
                self._read(filter(self._is_wanted, group[1]))

    def _given(self, where: str, record: Record) -> tuple[Outcome, str]:
        """A record that was given as such, and the version that made it."""
        self._where.read(place_of_problem(where, self.top)[0])
        return Outcome(record.article, to_json(record), None), version_of_given(record)

    def read_again(self, articles: Iterable[Article]) -> None:
        """Read articles of the project again."""
        self._read(articles)

    def _read(self, articles: Iterable[Article]) -> None:
        outcomes: Iterable[Outcome] = outcomes_of(articles, self.reader, self.jobs, apart=self._apart)
        if self.progress:
            from tqdm.auto import tqdm

            outcomes = tqdm(outcomes, unit=" articles", desc="reading")
        version = self.reader.version()
        self._keep((outcome, version) for outcome in outcomes)

    def _place(self, article: Article) -> Place:
        return place(self.connection, article, self.top, self._where.is_elsewhere, replace=self.replace)

    def _is_wanted(self, article: Article, given: bytes | None = None) -> bool:
        """Whether an article is to be read, or the record of it that is `given` is to be taken in."""
        found = self._place(article)
        if not found.known or (given is not None and not found.is_copy and not self._has(found.row, given)):
            return True
        self._meet(article, found)
        return False

    def _has(self, row: int | None, line: bytes) -> bool:
        """Whether this is one of the records that are kept of an article, whatever it is called in the project."""
        kept = self.connection.execute("SELECT data FROM record WHERE article = ?", (row,))
        return any(is_same_record(data, line) for (data,) in kept)

    def _meet(self, article: Article, found: Place) -> None:
        """An article that is there already."""
        self.sum.known += 1
        assert found.row is not None
        self._where.meet(found.row, origin_of(article, self.top))
        if found.former is not None:
            self._where.supersede(found.former)
        if found.note:
            self.on_problem(Problem(article.origin or article.id, found.note, "nothing is lost", lost=False))

    def meet_copy(self, article: Article) -> None:
        """An article whose text this run has met before."""
        self._where.meet_copy(digest_of(article), origin_of(article, self.top))
        if (former := former_self(self.connection, article, self.top, None)) is not None:
            self._where.supersede(former)

    def _keep(self, outcomes: Iterable[tuple[Outcome, str]]) -> None:
        """Keep what became of articles, each with the version that made it."""
        waiting: list[tuple[Outcome, str]] = []
        began = time.monotonic()
        try:
            for outcome in outcomes:
                waiting.append(outcome)
                if len(waiting) >= _STEP or time.monotonic() - began > _SECONDS:
                    self._commit(waiting)
                    waiting, began = [], time.monotonic()
        finally:
            self._commit(waiting)

    def _commit(self, outcomes: Sequence[tuple[Outcome, str]]) -> None:
        if not outcomes:
            return
        with transaction(self.connection):
            for outcome, version in outcomes:
                self._enter(outcome, self._version(version))

    def _version(self, name: str) -> int:
        self.connection.execute("INSERT OR IGNORE INTO version (name) VALUES (?)", (name,))
        return int(self.connection.execute("SELECT id FROM version WHERE name = ?", (name,)).fetchone()[0])

    def _enter(self, outcome: Outcome, version: int) -> None:
        """Keep what became of an article."""
        found = self._place(outcome.article)
        if found.known and (found.is_copy or not self._is_newer(found.row, version, outcome)):
            self._meet(outcome.article, found)  # another program was faster
            return
        if found.known:
            assert found.row is not None
            row, article = found.row, self._called_in_project(outcome.article, found.row)
            self._tell_known(outcome, version)
        else:
            row, article = self._enter_article(found), found.article
        self._where.meet(row, origin_of(outcome.article, self.top))
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

    def _is_newer(self, row: int | None, version: int, outcome: Outcome) -> bool:
        """Whether what was made of an article of the project is not what it has."""
        if outcome.line is not None and self._is_given(version):
            return not self._has(row, outcome.line)
        has = "SELECT 1 FROM article JOIN record ON record.id = article.record WHERE article.id = ? AND version = ?"
        return self.connection.execute(has, (row, version)).fetchone() is None

    def _is_given(self, version: int) -> bool:
        (name,) = self.connection.execute("SELECT name FROM version WHERE id = ?", (version,)).fetchone()
        return str(name).startswith(GIVEN)

    def _tell_known(self, outcome: Outcome, version: int) -> None:
        """Count what was made of an article that is in the project."""
        if outcome.line is not None and self._is_given(version):
            self.sum.changed += 1
        else:
            self.sum.again += outcome.line is not None

    def _called_in_project(self, article: Article, row: int) -> Article:
        (name,) = self.connection.execute("SELECT name FROM article WHERE id = ?", (row,)).fetchone()
        return article if name == article.id else msgspec.structs.replace(article, id=name)

    def _enter_article(self, found: Place) -> int:
        """Keep an article that is new or changed."""
        article, origin = found.article, origin_of(found.article, self.top)
        self.sum.changed += found.row is not None
        self.sum.added += found.row is None
        if found.note:
            update = "" if self.replace or found.row is not None else "; with `update` it takes the place of the other"
            remedy = f"give each article an id of its own{update}"
            self.on_problem(Problem(article.origin or article.id, found.note, remedy, lost=False))
        fields = (
            article.id, hash_of(article), digest_of(article), origin.source, origin.alone, pack_article(article),
            self._run,
        )  # fmt: skip
        if found.row is None:
            row = self.connection.execute(
                "INSERT INTO article (name, hash, digest, source, alone, data, run) VALUES (?, ?, ?, ?, ?, ?, ?)",
                fields,
            )
            return int(row.lastrowid or 0)
        move_places(self.connection, found.row, article)
        for table in ("record", "failure", "copy"):
            self.connection.execute(f"DELETE FROM {table} WHERE article = ?", (found.row,))
        self.connection.execute(
            "UPDATE article SET name = ?, hash = ?, digest = ?, source = ?, alone = ?, data = ?, run = ?, "
            "record = NULL WHERE id = ?", (*fields, found.row),
        )  # fmt: skip
        return found.row

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
            "JOIN version ON version.id = record.version "
            "WHERE version.name <> ? AND substr(version.name, 1, ?) <> ? ORDER BY article.id",
            (self.reader.version(), len(GIVEN), GIVEN),
        ).fetchall()
        return (self._article(row) for (row,) in rows)

    def retry(self, names: Sequence[str], intake: Intake) -> None:
        """Read again what could not be read, by its names; all of it if no name is given.

        Raises:
            ProjectError: nothing of it goes by any of the names.
        """
        rows = self.connection.execute(
            "SELECT failure.id, failure.article, article.name, failure.origin, failure.source FROM failure "
            "LEFT JOIN article ON article.id = failure.article ORDER BY failure.id"
        ).fetchall()
        asked = {form: name for name in names for form in (written_name(name), place_of_problem(name, self.top)[1])}
        met: set[str] = set()
        articles: list[int] = []
        files: dict[str, None] = {}
        for _, article, name, origin, source in rows:
            called = {asked[form] for form in (name or origin, origin) if form in asked}
            if names and not called:
                continue
            met |= called
            if article is not None:
                articles.append(article)
            elif source != STDIN:
                files[self._from_here(source or origin)] = None
        if names and not met:
            list_them = f"`newsgraph failed {self.path}` lists what did"
            raise ProjectError(f"{self.path}: nothing that failed is called {shown_name(names[0])!r}; {list_them}")
        for name in sorted(set(names) - met):
            self.on_problem(Problem(name, "is not among what failed", "nothing is to be done", lost=False))
        self._apart = True
        self.read_again(self._article(row) for row in articles)
        self.take(intake.groups(list(files)))

    def _from_here(self, source: str) -> str:
        """The path of a file of the project, or that of the archive that it is in, from the working folder."""
        parts = source.split(", ")
        paths = [os.path.relpath(self.top / true_name(", ".join(parts[:end]))) for end in range(len(parts), 0, -1)]
        return next(filter(os.path.lexists, paths), paths[0])

    def settle(self, inputs: Sequence[Any], *, whole: bool) -> None:
        """Enter where articles are now, once all inputs were read, and take out those that are gone.

        `inputs` are the files and folders whose articles are gone if this run did not meet them; unless they were read
        `whole`, nothing is.
        """
        paths = [os.fspath(item) for item in inputs if isinstance(item, str | os.PathLike)]
        tops = [relative(path, self.top) for path in paths if path != "-"]
        with transaction(self.connection):
            found = self._where.settle(tops, whole=whole)
            self._where.forget_failures(self._run, tops, whole=whole)
        self.remove(found.gone)
        if found.kept:
            articles = f"{found.kept} articles" if found.kept > 1 else "1 article"
            message = f"could not be read whole, so {articles} from there are kept"
            remedy = f"mend that, or take out with `newsgraph remove {self.path}` what is gone"
            self.on_problem(Problem(", ".join(paths), message, remedy, lost=False))

    def remove(self, rows: Iterable[int]) -> int:
        """Take articles out, with all that is kept of them; how many."""
        out = [(row,) for row in rows]
        if not out:
            return 0
        with transaction(self.connection):
            for table in ("record", "failure", "copy"):
                self.connection.executemany(f"DELETE FROM {table} WHERE article = ?", out)
            self.connection.executemany("DELETE FROM article WHERE id = ?", out)
            forget_graph(self.connection)
        self.sum.removed += len(out)
        return len(out)

    def _article(self, row: int) -> Article:
        name, data = self.connection.execute("SELECT name, data FROM article WHERE id = ?", (row,)).fetchone()
        return unpack_article(data, name)


def version_of_given(record: Record) -> str:
    """The version of a record that was given: what it says of what made it."""
    made = ", ".join(f"{program} {version}" for program, version in sorted(record.made_by.items()))
    return f"{GIVEN}, made by {made}" if made else GIVEN


def _renamed(line: bytes, article: Article) -> bytes:
    """A record's line with the article as it is called in the project."""
    return to_json(msgspec.structs.replace(from_own_json(line), article=article))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _json(names: Sequence[str]) -> str:
    return msgspec.json.encode(names).decode()
