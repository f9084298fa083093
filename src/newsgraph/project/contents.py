"""What is in the file of a project, opened to be looked at: articles, records, failures, versions, decisions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from newsgraph.errors import ProjectError
from newsgraph.project import schema
from newsgraph.project.kept_records import packed_records
from newsgraph.project.packing import as_text, unpack_article, unpack_record
from newsgraph.records import Record
from newsgraph.sources import OnProblem, Problem
from newsgraph.sources.problems import warn

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


class Contents:
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
        """The number of articles that were read.

        Raises:
            ProjectError: the project can't be read.
        """
        with schema.explained(self.path):
            return int(self._one("SELECT count(*) FROM article WHERE record IS NOT NULL"))

    def close(self) -> None:
        """Close it, so that it is one file."""
        if self._connection is not None:
            schema.close(self._connection)
            self._connection = None

    def check_writable(self) -> None:
        """Make sure that what is decided can be kept.

        Raises:
            ProjectError: it can't.
        """
        with schema.explained(self.path), schema.transaction(self.connection):
            self.connection.execute("UPDATE run SET id = id WHERE 0")

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
            for name, data, *others in found:
                article = unpack_article(data, as_text(name, "the id of an article") or "")
                source, version = (as_text(value, f"what the project keeps of {name!r}") for value in others)
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
            told = ([as_text(value, "the list of what failed") or "" for value in row] for row in found)
            return [Failure(*row) for row in told]

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

    def info(self, on_problem: OnProblem = warn) -> dict[str, Any]:
        """What is in the file: numbers of articles, records, failures and runs, versions, schema, size in bytes.

        `unfit` is the number of decisions that fit no words any more; `on_problem` is called with each that can't be
        read.

        Raises:
            ProjectError: the project can't be read.
        """
        with schema.explained(self.path):
            return {
                "articles": len(self),
                "records": self._one("SELECT count(*) FROM record"),
                "failures": self._one("SELECT count(*) FROM failure"),
                "decisions": self._one("SELECT count(*) FROM decision"),
                "unfit": len(self.unfit(on_problem)),
                "runs": self._one("SELECT count(*) FROM run"),
                "interrupted": self._one("SELECT count(*) FROM run WHERE finished IS NULL"),
                "versions": self.versions(),
                "schema": schema.schema_of(self.connection),
                "bytes": self.path.stat().st_size,
            }

    def decisions(self, on_problem: OnProblem = warn) -> list[Decision]:
        """What people decided, in the order of time; `on_problem` is called with each decision that can't be read.

        Raises:
            ProjectError: the project can't be read.
        """
        from newsgraph.project.keeping import read_decisions

        with schema.explained(self.path):
            return read_decisions(self.connection, self.path, on_problem)

    def numbered_decisions(self, on_problem: OnProblem = warn) -> dict[int, Decision]:
        """The same, by the number of each, which stays as long as it is kept.

        Raises:
            ProjectError: the project can't be read.
        """
        from newsgraph.project.keeping import read_numbered_decisions

        with schema.explained(self.path):
            return read_numbered_decisions(self.connection, self.path, on_problem)

    def holds_decision(self, number: int) -> bool:
        """Whether there is a decision of a number, be it one that can't be read.

        Raises:
            ProjectError: the project can't be read.
        """
        from newsgraph.project.keeping import holds_decision

        with schema.explained(self.path):
            return holds_decision(self.connection, number)

    def unfit(self, on_problem: OnProblem = warn) -> tuple[Decision, ...]:
        """The decisions whose words are in no article any more, or are nothing that was found there.

        Raises:
            ProjectError: the project can't be read.
        """
        from newsgraph.resolve.decisions import Decided

        found = self.decisions(on_problem)
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

    def _one(self, query: str) -> int:
        return int(self.connection.execute(query).fetchone()[0])
