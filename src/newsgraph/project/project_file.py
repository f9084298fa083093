"""The file of a project: a corpus, with the verbs by which it grows, shrinks and is corrected."""

from __future__ import annotations

import os
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
from newsgraph.sources import OnProblem
from newsgraph.sources.given import is_one
from newsgraph.sources.problems import warn
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


class ProjectFile:
    """A corpus in one file: articles, their records, failures, keys of nodes, decisions of people."""

    def __init__(self, path: Path, *, create: bool = True) -> None:
        self.path = path
        self._top = path.absolute().parent
        self.connection = schema.connect(path, create=create)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __len__(self) -> int:
        """The number of articles that were read."""
        return int(self._one("SELECT count(*) FROM article WHERE record IS NOT NULL"))

    def close(self) -> None:
        """Close it, so that it is one file."""
        schema.close(self.connection)

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
        adding = Adding(self.connection, self.path, reader, jobs, on_problem, progress)
        with schema.explained(self.path), adding.run("add", inputs):
            if retry is not None:
                files = adding.failed_files(retry)
                adding.read_again(adding.failed_articles(retry))
                adding.take(Intake(adding.note, fields, day_first).groups(files))
            adding.take(Intake(adding.note, fields, day_first, shard).groups(inputs))
            if again:
                adding.read_again(adding.outdated())
        return adding.sum

    def update(
        self, inputs: Any, *, on_problem: OnProblem = warn, progress: bool = False, **options: Any
    ) -> Sum:
        """Make the project hold what inputs hold now: the new, the changed, and no longer what is gone from them.

        An article of the same id is changed, whatever file it was from. Options are those of `add`.

        Raises:
            ProjectError: the project can't be written.
        """
        names = ("model", "knowledge", "lexicon")
        given = {name: options.pop(name) for name in names if name in options}
        for name in ("knowledge", "lexicon"):
            given[name] = tuple(map(str, given.get(name, ())))
        adding = Adding(
            self.connection, self.path, Reader(**given), options.pop("jobs", 1), on_problem, progress, replace=True
        )
        several = [inputs] if is_one(inputs) else list(inputs)
        with schema.explained(self.path), adding.run("update", several):
            adding.take(Intake(adding.note, **options).groups(several))
            paths = [os.fspath(item) for item in several if isinstance(item, str | os.PathLike)]
            tops = [relative(path, self._top) for path in paths]
            adding.remove(adding.gone(tops))
        return adding.sum

    def remove(self, *names: str) -> int:
        """Take out articles, by id or by the file that they came from; how many there were.

        Raises:
            ProjectError: the project can't be written, or a name is of no article; then none is taken out.
        """
        rows: list[int] = []
        for name in names:
            shown = shown_name(name)
            found = self.connection.execute(
                "SELECT id FROM article WHERE name = ? OR source IN (?, ?, ?)",
                (shown, shown, relative(name, self._top), relative(true_name(name), self._top)),
            ).fetchall()
            if not found:
                raise ProjectError(f"{self.path}: no article {shown!r}; `newsgraph list {self.path}` shows their names")
            rows += [row for (row,) in found]
        adding = Adding(self.connection, self.path, Reader(), 1, warn, False)
        with schema.explained(self.path), adding.run("remove", names):
            return adding.remove(dict.fromkeys(rows))

    # ------------------------------------------------------------------------------------------------ looking

    def articles(self) -> Iterator[Listed]:
        """The articles, by id."""
        found = self.connection.execute(
            "SELECT article.name, article.data, source, version.name FROM article "
            "LEFT JOIN record ON record.id = article.record LEFT JOIN version ON version.id = record.version "
            "ORDER BY article.name"
        )
        for name, data, source, version in found:
            article = unpack_article(data)
            yield Listed(name, article.title, article.published, source, version)

    def records(self) -> Iterator[Record]:
        """The record of each article, by id: what the graph is built from."""
        return (unpack_record(data) for _, data in packed_records(self.connection))

    def failures(self) -> list[Failure]:
        """What could not be read."""
        found = self.connection.execute(
            "SELECT coalesce(article.name, origin), reason, remedy FROM failure "
            "LEFT JOIN article ON article.id = failure.article ORDER BY failure.id"
        )
        return [Failure(*row) for row in found]

    def versions(self) -> dict[str, int]:
        """How many articles each version read, by name: newsgraph with its rules, model, names and words."""
        return dict(
            self.connection.execute(
                "SELECT version.name, count(*) FROM article JOIN record ON record.id = article.record "
                "JOIN version ON version.id = record.version GROUP BY version.name ORDER BY version.name"
            ).fetchall()
        )

    def info(self) -> dict[str, Any]:
        """What is in the file: numbers of articles, records, failures and runs, versions, schema, size in bytes."""
        return {
            "articles": len(self),
            "records": self._one("SELECT count(*) FROM record"),
            "failures": self._one("SELECT count(*) FROM failure"),
            "decisions": self._one("SELECT count(*) FROM decision"),
            "runs": self._one("SELECT count(*) FROM run"),
            "interrupted": self._one("SELECT count(*) FROM run WHERE finished IS NULL"),
            "versions": self.versions(),
            "schema": schema.schema_of(self.connection),
            "bytes": self.path.stat().st_size,
        }

    # ------------------------------------------------------------------------------------------------ correcting

    def decisions(self) -> list[Decision]:
        """What people decided, in the order of time."""
        from newsgraph.project.keeping import read_decisions

        return read_decisions(self.connection)

    def numbered_decisions(self) -> dict[int, Decision]:
        """The same, by the number of each, which stays as long as it is kept."""
        from newsgraph.project.keeping import read_numbered_decisions

        return read_numbered_decisions(self.connection)

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
