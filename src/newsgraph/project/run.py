"""A run that changes a project: entered in its list when it begins and ends, with what it did and could not read."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from newsgraph.errors import NewsgraphError
from newsgraph.project.placement import place_of_problem
from newsgraph.project.schema import transaction
from newsgraph.project.whereabouts import Whereabouts
from newsgraph.sources import OnProblem, Problem
from newsgraph.sources.given import is_one
from newsgraph.sources.written_names import shown_name


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
    left_out: int = 0
    """Articles that a person had removed before."""

    def __str__(self) -> str:
        counts = (("changed", self.changed), ("read again", self.again), ("removed", self.removed))
        said = [f"{self.added} added"]
        said += [f"{n} {what}" for what, n in counts if n]
        said += [f"{self.known} known already"] if self.known else []
        said += [f"{self.left_out} left out, removed before"] if self.left_out else []
        said += [f"{self.failed} failed"] if self.failed else []
        return ", ".join(said)


@dataclass(slots=True)
class Run:
    """A run that changes a project."""

    connection: sqlite3.Connection
    path: Path
    top: Path
    """Its folder."""
    on_problem: OnProblem
    sum: Sum = field(default_factory=Sum)
    id: int = 0
    where: Whereabouts = field(init=False)
    follows_broken: bool = False
    """Whether the run before it has not come to its end: an article may have ended the process that read it."""

    def __post_init__(self) -> None:
        self.where = Whereabouts(self.connection, self.top)

    @contextmanager
    def entered(self, verb: str, inputs: Any, version: str) -> Iterator[None]:
        """Enter the run in the list of runs, and that it was finished when it is."""
        several = [inputs] if is_one(inputs) else inputs
        named = several if isinstance(several, Sequence) else ()  # a stream must not be used up
        names = [os.fspath(item) if isinstance(item, str | os.PathLike) else type(item).__name__ for item in named]
        self.follows_broken = self._has_broken_off()
        with transaction(self.connection):
            row = self.connection.execute(
                "INSERT INTO run (verb, started, version, inputs) VALUES (?, ?, ?, ?)",
                (verb, _now(), version, msgspec.json.encode([*map(shown_name, names)]).decode()),
            )
            self.id = int(row.lastrowid or 0)
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
                (_now(), self.sum.added + self.sum.changed, self.sum.failed, self.id),
            )

    def _has_broken_off(self) -> bool:
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
        self.where.doubt(source)
        with transaction(self.connection):
            self.connection.execute(
                "INSERT OR REPLACE INTO failure (origin, reason, remedy, run, source) VALUES (?, ?, ?, ?, ?)",
                (place_in_it, problem.message, problem.remedy, self.id, source),
            )

    def tell(self, origin: str, message: str, remedy: str) -> None:
        """Tell of something by which nothing is lost."""
        self.on_problem(Problem(origin, message, remedy, lost=False))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
