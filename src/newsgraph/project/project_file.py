"""The file of a project: a corpus, with the verbs by which it grows, shrinks and is corrected."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from newsgraph.errors import ProjectError
from newsgraph.intake import Intake
from newsgraph.project import schema
from newsgraph.project.adding import Adding, Sum
from newsgraph.project.kept_records import packed_records
from newsgraph.project.packing import unpack_article, unpack_record
from newsgraph.project.placement import relative
from newsgraph.reader import DEFAULT_MODEL, Reader
from newsgraph.records import Record
from newsgraph.sources import STDIN, OnProblem, Problem
from newsgraph.sources.given import is_one
from newsgraph.sources.problems import warn
from newsgraph.sources.shards import WHOLE
from newsgraph.sources.written_names import shown_name, true_name

if TYPE_CHECKING:
    from newsgraph.resolve.decisions import Decision


@dataclass(frozen=True, slots=True)
class Failure:
    """An article, or a file, that could not be read."""

    name: str
    """The article's id, or the file: what `retry` takes."""
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Listed:
    """An article of a project, for a list."""

    id: str
    title: str | None
    published: str | None
    source: str | None
    """The file that it came from, as seen from the project's folder."""
    version: str | None
    """What read it; None where it could not be read."""


def tell_unfit(unfit: Sequence[Decision], path: Path, on_problem: OnProblem) -> None:
    """Tell of decisions in a project that fit no words any more."""
    if unfit:
        message = f"holds decisions that fit no words any more ({len(unfit)})"
        remedy = f"`newsgraph decisions list {path}` shows which"
        on_problem(Problem(str(path), message, remedy, lost=False))


class ProjectFile:
    """A corpus in one file: articles, their records, failures, keys of nodes, decisions of people."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self.path = path
        self._top = path.absolute().parent
        self._connection: sqlite3.Connection | None = schema.connect(path, create=create)

    @property
    def connection(self) -> sqlite3.Connection:
        """The open file.

        Raises:
            ProjectError: it was closed.
        """
        if self._connection is None:
            raise ProjectError(f"{self.path}: was closed; open it again with newsgraph.open_project")
        return self._connection

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        """The number of articles that were read."""
        return int(self._one("SELECT count(*) FROM article WHERE record IS NOT NULL"))

    def close(self) -> None:
        """Close it, so that it is one file."""
        if self._connection is not None:
            schema.close(self._connection)
            self._connection = None

    # ------------------------------------------------------------------------------------------------ growing

    def add(
        self,
        inputs: Any = (),
        *,
        model: str = DEFAULT_MODEL,
        knowledge: Iterable[str | os.PathLike[str]] = (),
        lexicon: Iterable[str | os.PathLike[str]] = (),
        jobs: int = 1,
        on_problem: OnProblem = warn,
        fields: Mapping[str, str] | None = None,
        day_first: bool | None = None,
        shard: tuple[int, int] = (1, 1),
        again: bool = False,
        retry: Sequence[str] | None = None,
        progress: bool = False,
    ) -> Sum:
        """Read what is new or changed in inputs, and keep it; what is known costs no more than a look.

        It is kept in small steps: whatever ends the program, the same call goes on where it stopped.

        Args:
            inputs: whatever `newsgraph.extract` takes: articles, or records.
            model: the other arguments, too, are those of `newsgraph.extract`.
            knowledge: see there.
            lexicon: see there.
            jobs: see there.
            on_problem: see there.
            fields: see there.
            day_first: see there.
            shard: see there.
            again: also read the articles of the project that another version of newsgraph, another model or other
                names have read.
            retry: read again these articles and files that could not be read, by the names in `failures()`; an empty
                list is all of them.
            progress: whether to show a progress bar.

        Raises:
            ProjectError: the project can't be written.
        """
        reader = Reader(model, tuple(map(str, knowledge)), tuple(map(str, lexicon)))
        with schema.explained(self.path):
            adding = Adding(self.connection, self.path, self._top, reader, jobs, on_problem, progress)
        with schema.explained(self.path), adding.run("add", inputs):
            if retry is not None:
                adding.retry(retry, Intake(adding.note, fields, day_first, on_copy=adding.meet_copy))
            adding.take(Intake(adding.note, fields, day_first, shard, adding.meet_copy).groups(inputs))
            if again:
                adding.read_again(adding.outdated())
            adding.settle((), whole=shard == WHOLE)
        return adding.sum

    def update(
        self,
        inputs: Any,
        *,
        model: str = DEFAULT_MODEL,
        knowledge: Iterable[str | os.PathLike[str]] = (),
        lexicon: Iterable[str | os.PathLike[str]] = (),
        jobs: int = 1,
        on_problem: OnProblem = warn,
        fields: Mapping[str, str] | None = None,
        day_first: bool | None = None,
        shard: tuple[int, int] = (1, 1),
        progress: bool = False,
    ) -> Sum:
        """Make the project hold what inputs hold now: the new, the changed, and no longer what is gone from them.

        An article of the same id is changed, whatever file it was from. An article is gone if it is in no file any
        more, and those that it was in, or their folders, are among the inputs and could be read whole; of a part of
        the inputs (`shard`) and of standard input nothing is gone. The arguments are those of `add`.

        Raises:
            ProjectError: the project can't be written.
        """
        reader = Reader(model, tuple(map(str, knowledge)), tuple(map(str, lexicon)))
        several = [inputs] if is_one(inputs) else list(inputs)
        with schema.explained(self.path):
            adding = Adding(self.connection, self.path, self._top, reader, jobs, on_problem, progress, replace=True)
        with schema.explained(self.path), adding.run("update", several):
            adding.take(Intake(adding.note, fields, day_first, shard, adding.meet_copy).groups(several))
            adding.settle(several, whole=shard == WHOLE)
        if shard != WHOLE or any(isinstance(item, str) and item == "-" for item in several):
            where, what = ("--shard", "a part of the articles") if shard != WHOLE else (STDIN, "what is piped")
            message = f"nothing is taken out, as {what} does not tell what is gone"
            on_problem(Problem(where, message, "update from whole files and folders", lost=False))
        return adding.sum

    def remove(self, *names: str) -> int:
        """Take out articles, by id or by the file that they came from; how many there were.

        What is listed as failed under a name is no longer listed.

        Raises:
            ProjectError: the project can't be written, or a name is of no article; then none is taken out.
        """
        rows: list[int] = []
        failures: list[tuple[int]] = []
        with schema.explained(self.path):
            for name in names:
                found, failed = self._rows_of(name)
                if not (found or failed):
                    raise ProjectError(
                        f"{self.path}: no article {shown_name(name)!r}; `newsgraph list {self.path}` shows their names"
                    )
                rows += found
                failures += [(row,) for row in failed]
            adding = Adding(self.connection, self.path, self._top, Reader(), 1, warn, False)
            with adding.run("remove", names):
                with schema.transaction(self.connection):
                    self.connection.executemany("DELETE FROM failure WHERE id = ?", failures)
                return adding.remove(dict.fromkeys(rows))

    def _rows_of(self, name: str) -> tuple[list[int], list[int]]:
        """The articles of a name, which may be that of a file, and the failures of files."""
        given = {
            "name": shown_name(name), "file": relative(name, self._top), "true": relative(true_name(name), self._top),
        }  # fmt: skip
        articles = self.connection.execute(
            "SELECT id FROM article WHERE name = :name OR source IN (:name, :file, :true) "
            "UNION SELECT article FROM copy WHERE source IN (:name, :file, :true)", given,
        )  # fmt: skip
        failures = self.connection.execute(
            "SELECT id FROM failure WHERE article IS NULL "
            "AND (origin IN (:name, :file, :true) OR source IN (:name, :file, :true))", given,
        )  # fmt: skip
        return [row for (row,) in articles.fetchall()], [row for (row,) in failures.fetchall()]

    # ------------------------------------------------------------------------------------------------ looking

    def articles(self) -> Iterator[Listed]:
        """The articles, by id.

        Raises:
            ProjectError: the project can't be read.
        """
        with schema.explained(self.path):
            found = self.connection.execute(
                "SELECT article.name, article.data, source, version.name FROM article "
                "LEFT JOIN record ON record.id = article.record LEFT JOIN version ON version.id = record.version "
                "ORDER BY article.name"
            )
            for name, data, source, version in found:
                article = unpack_article(data, name)
                yield Listed(name, article.title, article.published, source, version)

    def records(self) -> Iterator[Record]:
        """The record of each article, by id: what the graph is built from.

        Raises:
            ProjectError: the project can't be read.
        """
        with schema.explained(self.path):
            yield from (unpack_record(data, name) for name, data in packed_records(self.connection))

    def failures(self) -> list[Failure]:
        """What could not be read.

        Raises:
            ProjectError: the project can't be read.
        """
        with schema.explained(self.path):
            found = self.connection.execute(
                "SELECT coalesce(article.name, origin), reason, remedy FROM failure "
                "LEFT JOIN article ON article.id = failure.article ORDER BY failure.id"
            )
            return [Failure(*row) for row in found]

    def versions(self) -> dict[str, int]:
        """How many articles each version read, by name: newsgraph with its rules, model, names and words.

        Raises:
            ProjectError: the project can't be read.
        """
        with schema.explained(self.path):
            return dict(
                self.connection.execute(
                    "SELECT version.name, count(*) FROM article JOIN record ON record.id = article.record "
                    "JOIN version ON version.id = record.version GROUP BY version.name ORDER BY version.name"
                ).fetchall()
            )

    def info(self) -> dict[str, Any]:
        """What is in the file: numbers of articles, records, failures and runs, versions, schema, size in bytes.

        `unfit` is the number of decisions that fit no words any more.

        Raises:
            ProjectError: the project can't be read.
        """
        with schema.explained(self.path):
            return {
                "articles": len(self),
                "records": self._one("SELECT count(*) FROM record"),
                "failures": self._one("SELECT count(*) FROM failure"),
                "decisions": self._one("SELECT count(*) FROM decision"),
                "unfit": len(self.unfit()),
                "runs": self._one("SELECT count(*) FROM run"),
                "interrupted": self._one("SELECT count(*) FROM run WHERE finished IS NULL"),
                "versions": self.versions(),
                "schema": schema.schema_of(self.connection),
                "bytes": self.path.stat().st_size,
            }

    # ------------------------------------------------------------------------------------------------ correcting

    def decisions(self) -> list[Decision]:
        """What people decided, in the order of time.

        Raises:
            ProjectError: the project can't be read.
        """
        from newsgraph.project.keeping import read_decisions

        with schema.explained(self.path):
            return read_decisions(self.connection)

    def numbered_decisions(self) -> dict[int, Decision]:
        """The same, by the number of each, which stays as long as it is kept.

        Raises:
            ProjectError: the project can't be read.
        """
        from newsgraph.project.keeping import read_numbered_decisions

        with schema.explained(self.path):
            return read_numbered_decisions(self.connection)

    def unfit(self) -> tuple[Decision, ...]:
        """The decisions whose words are in no article any more, or are nothing that was found there.

        Raises:
            ProjectError: the project can't be read.
        """
        from newsgraph.resolve.decisions import Decided

        found = self.decisions()
        about = sorted({anchor.article for decision in found for anchor in (*decision.one, *decision.other)})
        with schema.explained(self.path):
            rows = (
                self.connection.execute(
                    "SELECT record.data FROM article JOIN record ON record.id = article.record "
                    "WHERE article.name = ?", (name,)
                ).fetchone()
                for name in about
            )  # fmt: skip
            records = [unpack_record(row[0], name) for name, row in zip(about, rows, strict=True) if row is not None]
        return Decided(found, records).unfit

    def decide(self, *decisions: Decision) -> int:
        """Keep decisions, which `KnowledgeGraph.to_merge` and its like make; how many are new.

        Raises:
            ProjectError: the project can't be written, or a decision says what can't be; then none is kept.
        """
        from newsgraph.project.decision_checks import fault_of
        from newsgraph.project.keeping import write_decisions

        for decision in decisions:
            if (fault := fault_of(decision)) is not None:
                raise ProjectError(f"{self.path}: {decision.label or decision}: {fault.message}; {fault.remedy}")
        with schema.explained(self.path):
            return write_decisions(self.connection, decisions)

    def take_back(self, decision: Decision) -> bool:
        """Forget a decision; whether there was one.

        Raises:
            ProjectError: the project can't be written.
        """
        from newsgraph.project.keeping import take_back

        with schema.explained(self.path):
            return take_back(self.connection, decision)

    def _one(self, query: str) -> int:
        return int(self.connection.execute(query).fetchone()[0])
