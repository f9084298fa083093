"""The file of a project: a corpus, with the verbs by which it grows, shrinks and is corrected."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from newsgraph.arguments import NAME, NAMES, READING, Kind, or_none, takes
from newsgraph.errors import ProjectError
from newsgraph.intake import Intake
from newsgraph.project import schema
from newsgraph.project.adding import Adding, take_out
from newsgraph.project.contents import Contents
from newsgraph.project.placement import relative
from newsgraph.project.run import Run, Sum
from newsgraph.reader import DEFAULT_MODEL, Reader
from newsgraph.sources import STDIN, OnProblem
from newsgraph.sources.given import is_one
from newsgraph.sources.problems import warn
from newsgraph.sources.shards import WHOLE
from newsgraph.sources.written_names import shown_name, true_name

if TYPE_CHECKING:
    from newsgraph.resolve.decisions import Decision


def _is_decision(value: object) -> bool:
    from newsgraph.resolve.decisions import Decision

    return isinstance(value, int | Decision)


_DECISION = Kind("a decision, or the number of one", _is_decision)


class ProjectFile(Contents):
    """A corpus in one file: articles, their records, failures, keys of nodes, decisions of people."""

    @takes(**READING, retry=or_none(NAMES))
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
        restore: bool = False,
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
            restore: also take in what was removed, which is left out otherwise, and told of.
            retry: read again these articles and files that could not be read, by the names in `failures()`; an empty
                list is all of them.
            progress: whether to show a progress bar.

        Raises:
            ProjectError: the project can't be written.
        """
        reader = Reader(model, tuple(map(str, knowledge)), tuple(map(str, lexicon)))
        with schema.explained(self.path):
            run = self._run(on_problem)
        adding = Adding(run, reader, jobs, progress, restore=restore)
        with schema.explained(self.path), run.entered("add", inputs, reader.version()):
            if retry is not None:
                adding.retry(retry, Intake(run.note, fields, day_first, on_copy=adding.meet_copy))
            adding.take(Intake(run.note, fields, day_first, shard, adding.meet_copy), inputs)
            if again:
                adding.read_outdated()
            adding.settle((), whole=shard == WHOLE)
        return run.sum

    @takes(**READING)
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
        restore: bool = False,
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
        several = [inputs] if is_one(inputs) or not isinstance(inputs, Iterable) else list(inputs)
        with schema.explained(self.path):
            run = self._run(on_problem)
        adding = Adding(run, reader, jobs, progress, replace=True, restore=restore)
        with schema.explained(self.path), run.entered("update", several, reader.version()):
            adding.take(Intake(run.note, fields, day_first, shard, adding.meet_copy), several)
            adding.settle(several, whole=shard == WHOLE)
        if shard != WHOLE or any(isinstance(item, str) and item == "-" for item in several):
            where, what = ("--shard", "a part of the articles") if shard != WHOLE else (STDIN, "what is piped")
            message = f"nothing is taken out, as {what} does not tell what is gone"
            run.tell(where, message, "update from whole files and folders")
        return run.sum

    @takes(names=NAME)
    def remove(self, *names: str) -> int:
        """Take out articles, by id or by the file that they came from; how many there were.

        What is listed as failed under a name is no longer listed. The same text stays out when it is given again, until
        `add` or `update` is told to `restore` it.

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
            run = self._run(warn)
            with run.entered("remove", names, ""):
                with schema.transaction(self.connection):
                    self.connection.executemany("DELETE FROM failure WHERE id = ?", failures)
                return take_out(run, dict.fromkeys(rows), for_good=True)

    def _run(self, on_problem: OnProblem) -> Run:
        return Run(self.connection, self.path, self._top, on_problem)

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

    def decide(self, *decisions: Decision) -> int:
        """Keep decisions, which `KnowledgeGraph.to_merge` and its like make; how many are new.

        Raises:
            ProjectError: the project can't be written, or a decision says what can't be; then none is kept.
        """
        from newsgraph.project.decision_checks import fault_of
        from newsgraph.project.keeping import write_decisions

        for number, decision in enumerate(decisions, 1):
            if (fault := fault_of(decision)) is not None:
                about = shown_name(str(getattr(decision, "label", "") or f"decision {number}"))
                raise ProjectError(f"{self.path}: {about}: {fault.message}; {fault.remedy}")
        with schema.explained(self.path):
            return write_decisions(self.connection, decisions)

    @takes(decision=_DECISION)
    def take_back(self, decision: Decision | int) -> bool:
        """Forget a decision, or that of a number, which may be one that can't be read; whether there was one.

        Raises:
            ProjectError: the project can't be written.
        """
        from newsgraph.project.keeping import take_back

        with schema.explained(self.path):
            return take_back(self.connection, decision)
