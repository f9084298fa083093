"""What the commands over articles share: their arguments, their problems, their exit codes."""

from __future__ import annotations

import errno
import functools
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsgraph.cli import memory
from newsgraph.errors import NewsgraphError, SourceError

if TYPE_CHECKING:
    from newsgraph.knowledge_graph import KnowledgeGraph
    from newsgraph.project import Project
    from newsgraph.records import Record
    from newsgraph.sources import Problem

NOTHING_DONE = 2
LEFT_OUT = 1


class Problems:
    """Prints each problem as a line, and remembers whether anything was left out.

    Notes of one sort (a thousand copies of an article) are printed for the first few and then counted; `quiet` leaves
    notes away.
    """

    def __init__(self, quiet: bool = False) -> None:
        self.lost = 0
        self._quiet = quiet
        self._notes: Counter[str] = Counter()

    def __call__(self, problem: Problem) -> None:
        """Print it."""
        self.lost += problem.lost
        if problem.lost:
            click.echo(f"left out: {problem}", err=True)
        elif not self._quiet:
            self._notes[problem.remedy] += 1
            if self._notes[problem.remedy] <= _FEW:
                click.echo(f"note: {problem}", err=True)

    def finish(self) -> int:
        """Say how many notes were not printed; the exit code."""
        for remedy, number in self._notes.items():
            if number > _FEW:
                click.echo(f"note: {number - _FEW} more of the sort; {remedy}", err=True)
        return LEFT_OUT if self.lost else 0


_FEW = 5


@contextmanager
def one_line() -> Iterator[None]:
    """A mistake that a person can mend ends in one line and exit code 2; so does a full disk behind standard output."""
    try:
        yield
        if sys.stdout is not None:
            sys.stdout.flush()
    except NewsgraphError as error:
        click.echo(f"newsgraph: {error}", err=True)
        sys.exit(NOTHING_DONE)
    except KeyboardInterrupt:
        click.echo("newsgraph: stopped; no file was left half written", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(LEFT_OUT)
    except OSError as error:
        where, full = error.filename or "standard output", error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        remedy = "free some space, or choose another file" if full else "check it, or choose another file"
        click.echo(f"newsgraph: {where}: {error.strerror or error}; {remedy}", err=True)
        if sys.stdout is not None:  # what is left in its buffer can't be written
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(NOTHING_DONE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What to read and how: the arguments that the commands over articles share."""

    inputs: tuple[str, ...]
    model: str
    knowledge: tuple[str, ...]
    lexicon: tuple[str, ...]
    jobs: int
    fields: dict[str, str]
    day_first: bool | None
    quiet: bool
    problems: Problems
    min_confidence: float = 0.5
    shard: tuple[int, int] = (1, 1)

    def of(self, inputs: tuple[str, ...]) -> Reading:
        """The same for other inputs."""
        return replace(self, inputs=inputs)

    def records(self) -> Iterator[Record]:
        """The records, one at a time."""
        from newsgraph.extraction import extract

        return extract(
            self.inputs, model=self.model, knowledge=self.knowledge, lexicon=self.lexicon, jobs=self.jobs,
            on_problem=self.problems, fields=self.fields, day_first=self.day_first,
            progress=self.progress, shard=self.shard,
        )

    @property
    def progress(self) -> bool:
        """Whether to show a bar."""
        return not self.quiet and sys.stderr.isatty()

    def project(self) -> Path | None:
        """The project that a graph is to be of, if it is one."""
        from newsgraph.record_files import sole_project

        return sole_project(self.inputs, self.shard)

    def graph(self, *, may_be_empty: bool = False) -> KnowledgeGraph:
        """The graph, that of a project with its decisions and keys.

        Ends the program if there is no article to make it from, unless it may be empty.
        """
        if (path := self.project()) is not None:
            from newsgraph.project import open_project

            with open_project(path, create=False) as project:
                return self.graph_of_project(project, may_be_empty=may_be_empty)
        return self.graph_of(self.stored(may_be_empty=may_be_empty))

    def graph_of_project(self, project: Project, *, may_be_empty: bool = False) -> KnowledgeGraph:
        """The graph of a project; ends the program if there is no article in it, unless it may be empty."""
        least = self.min_confidence
        if len(project) > memory.MANY and not self.quiet and not project.keeps_graph(min_confidence=least):
            memory.tell_memory(len(project), memory.OF_PROJECT)
        graph = project.graph(min_confidence=least, on_problem=self.problems)
        if not may_be_empty:
            _check_any(graph.records)
        return graph

    def stored(self, *, may_be_empty: bool = False, held: int | None = None) -> Sequence[Record]:
        """All records, on the disk where they are more than `held`; ends the program if there must be some."""
        from newsgraph.stored.records import HELD, stored

        records = stored(self.records(), HELD if held is None else held)
        if not may_be_empty:
            _check_any(records)
        return records

    def graph_of(self, records: Sequence[Record]) -> KnowledgeGraph:
        """The graph of records."""
        from newsgraph.knowledge_graph import KnowledgeGraph
        from newsgraph.stored.records import HELD

        if len(records) > memory.MANY and not self.quiet:
            memory.tell_memory(len(records), memory.OF_STORED if len(records) > HELD else memory.OF_RECORDS)
        return KnowledgeGraph.from_records(records, min_confidence=self.min_confidence)

    def exit_code(self) -> int:
        """Whether anything was left out."""
        return self.problems.finish()


def _check_any(records: Sequence[Record]) -> None:
    if not records:
        raise SourceError("no article could be read, so nothing was written; see the lines above")


def mapping(fields: tuple[str, ...]) -> dict[str, str]:
    """What `--field` says: the name for each field.

    Raises:
        SourceError: one is not of the form FIELD=NAME.
    """
    pairs = [field.partition("=") for field in fields]
    wrong = [name for name, sign, value in pairs if not (sign and value)]
    if wrong:
        raise SourceError(f"--field {wrong[0]}: write it as FIELD=NAME, as in text=body")
    return {name: value for name, _, value in pairs}


INPUT = click.Path(readable=False)
"""What is read. Whether it may be is seen when it is: one that may not is left out, and the others are read."""
OPTIONS = (
    click.option("--model", default="en_core_web_md", show_default=True, help="An installed English spaCy pipeline."),
    click.option(
        "--knowledge", "-k", multiple=True, type=INPUT, metavar="INDEX",
        help="Names of your own, from `newsgraph knowledge build`; may be repeated.",
    ),
    click.option(
        "--lexicon", multiple=True, type=INPUT, metavar="CSV",
        help="Event words of your own, in the columns of events_verbs.csv; may be repeated.",
    ),
    click.option("--jobs", "-j", default=1, show_default=True, type=click.IntRange(1), help="Processes to use."),
    click.option(
        "--field", "fields", multiple=True, metavar="FIELD=NAME",
        help="What a field is called in JSON Lines or CSV, as in text=body. Fields: id text title published url source "
        "author language.",
    ),
    click.option(
        "--day-first/--month-first", default=None, help="How to read 03/04/2026; otherwise such dates are left out."
    ),
    click.option(
        "--shard", default="1/1", metavar="PART/PARTS",
        help="Read one part of the articles, chosen by content: 2/8 is the second eighth.",
    ),
    click.option("--quiet", "-q", is_flag=True, help="No progress, no summary."),
)


_min_confidence = click.option(
    "--min-confidence", default=0.5, show_default=True, type=click.FloatRange(0, 1),
    help="Leave out of the graph what is less likely to be right; it stays in the records.",
)


def reads(*, required: bool = True, graph: bool = True) -> Callable[[Callable[..., int]], Callable[..., None]]:
    """Give a command the shared arguments as one `reading`. A mistake ends in one line; its result is the exit code.

    Without `required`, it may have no input; without `graph`, it has no argument that is about one.
    """
    argument = click.argument("inputs", nargs=-1, required=required, type=INPUT, metavar="INPUT...")
    return functools.partial(_reads, (argument, *OPTIONS, *((_min_confidence,) if graph else ())))


def _reads(options: Sequence[Callable[..., Any]], command: Callable[..., int]) -> Callable[..., None]:
    @functools.wraps(command)
    def run(
        *, inputs: tuple[str, ...], fields: tuple[str, ...], model: str, knowledge: tuple[str, ...],
        lexicon: tuple[str, ...], jobs: int, day_first: bool | None, quiet: bool, shard: str,
        min_confidence: float = 0.5, **others: Any,
    ) -> None:
        with one_line():
            from newsgraph.cli.idle import tell_idle_options
            from newsgraph.sources.shards import shard_of

            names = mapping(fields)
            reading = Reading(
                inputs, model, knowledge, lexicon, jobs, names, day_first, quiet, Problems(quiet), min_confidence,
                shard_of(shard),
            )
            tell_idle_options(inputs, reading.problems)
            code = command(reading=reading, **others)
        sys.exit(code)

    wrapped: Callable[..., None] = run
    for option in reversed(options):
        wrapped = option(wrapped)
    return wrapped


base_option = click.option(
    "--base", metavar="IRI",
    help="What IRIs of nodes begin with in RDF; without it, that of the project, or what follows from the articles.",
)
license_option = click.option(
    "--license", metavar="IRI", help="The licence under which you publish the graph in RDF; without it, it names none.",
)
