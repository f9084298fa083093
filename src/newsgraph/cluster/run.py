"""The run: it stages, plans, gives out tasks, takes what comes back, and keeps the manifest."""

from __future__ import annotations

import os
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from newsgraph.arguments import COUNT, PATH, READING, TEXT, or_none, takes
from newsgraph.cluster.manifest import (
    NAME,
    Failed,
    Manifest,
    Part,
    former_manifest,
    whole_parts,
    write_manifest,
)
from newsgraph.cluster.parts import FORMATS, PART, Done, Task, outcomes_of, read_part, write_part
from newsgraph.cluster.places import delete, delete_unfinished, is_url, joined, make_folder, names_in
from newsgraph.cluster.planning import kept_parts, planned, tasks_of
from newsgraph.cluster.scheduler import Killed, connected, results
from newsgraph.cluster.sources import Source, find_sources
from newsgraph.cluster.staging import Staged, stage
from newsgraph.errors import ClusterError, NewsgraphError, SourceError
from newsgraph.reader import DEFAULT_MODEL, Reader, failed
from newsgraph.sources import OnProblem, Problem
from newsgraph.sources.problems import warn
from newsgraph.sources.shards import WHOLE
from newsgraph.sources.written_names import written_name

if TYPE_CHECKING:
    from distributed import Client

_BYTES = 8_000_000
_FILES = 500
"""What is staged at once: files of so many bytes together, and so many of them, at most."""
_SECONDS = 10.0
"""Between two writings of the manifest, at least; what was read in them is read again after a crash."""
PART_SIZE = 100
_STAGED = "staged-"
"""What the names of files begin with in which articles are laid down."""
_LEFT = f"{_STAGED}{'[0-9a-f]' * 8}-*.jsonl"
"""Those of a run that was killed are taken away by the next that comes to its end."""


@takes(**READING, folder=PATH, address=or_none(TEXT), part_size=COUNT, format=TEXT)
def extract_parts(
    inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    folder: str | os.PathLike[str],
    *,
    address: str | None = None,
    jobs: int = 1,
    format: str = "jsonl",
    part_size: int = PART_SIZE,
    model: str = DEFAULT_MODEL,
    knowledge: Iterable[str | os.PathLike[str]] = (),
    lexicon: Iterable[str | os.PathLike[str]] = (),
    on_problem: OnProblem = warn,
    fields: Mapping[str, str] | None = None,
    day_first: bool | None = None,
    shard: tuple[int, int] = WHOLE,
    progress: bool = False,
) -> Manifest:
    """Read articles on a Dask cluster into a folder of files of records, with a manifest of what was read by what.

    The records are those of `newsgraph.extract`, byte for byte and in the same order. What an earlier run into the
    same folder has read stays; only what is new, changed or failed is read, so that the same call goes on after
    whatever stopped it. An article that ends its worker is tried again alone, and then listed as failed.

    Args:
        inputs: paths of files and folders, and URLs of fsspec, which may be folders or patterns with `*`.
        folder: a path or a URL that all machines can write to.
        address: of the scheduler, as in `tcp://host:8786`, or its scheduler file; None starts a cluster here.
        jobs: processes of that cluster.
        format: `jsonl` or `parquet`, which has a column `record` with the JSON, beside columns of the article.
        part_size: articles of a file at most.
        model: the other arguments are those of `newsgraph.extract`; paths are as the workers see them.
        knowledge: see there.
        lexicon: see there.
        on_problem: see there.
        fields: see there.
        day_first: see there.
        shard: see there.
        progress: whether to show a progress bar.

    Raises:
        ClusterError: Dask is not installed, there is no such scheduler, or a machine has another version of newsgraph.
        SourceError: no article could be read.
    """
    if format not in FORMATS:
        raise ClusterError(f"there is no format {format!r} of records; name one of {', '.join(FORMATS)}")
    given = [inputs] if isinstance(inputs, str | os.PathLike) else list(inputs)
    where = os.fspath(folder) if is_url(os.fspath(folder)) else os.path.abspath(folder)  # noqa: PTH100 (or a URL)
    reader = Reader(model, _absolute(knowledge), _absolute(lexicon))
    make_folder(where)
    with connected(address, jobs) as client:
        run = _Run(client, reader, where, format, part_size, on_problem, progress)
        with run.staged([os.fspath(name) for name in given], dict(fields or {}), day_first) as laid:
            run.plan(laid, shard)
            run.read()
    return run.manifest


def _absolute(paths: Iterable[str | os.PathLike[str]]) -> tuple[str, ...]:
    return tuple(os.path.abspath(path) for path in paths)  # noqa: PTH100 (links stay what they are)


@dataclass(slots=True)
class _Run:
    """What is known while a run goes on."""

    client: Client
    reader: Reader
    folder: str
    format: str
    part_size: int
    on_problem: OnProblem
    progress: bool
    manifest: Manifest = field(init=False)
    _version: str = field(init=False)
    _order: dict[str, int] = field(default_factory=dict)
    """The place of each article in the corpus, by its key."""
    _tasks: list[Task] = field(default_factory=list)
    _stale: set[str] = field(default_factory=set)
    """Files of an earlier run, which go when they hold what is not wanted any more."""
    _own: set[str] = field(default_factory=set)
    """Files in which this run has laid down articles."""
    _written: float = 0.0

    def __post_init__(self) -> None:
        self._version = self.reader.version()
        seen_from = None if is_url(self.folder) else written_name(os.path.relpath(os.curdir, self.folder))
        self.manifest = Manifest(version=self._version, format=self.format, seen_from=seen_from)

    @contextmanager
    def staged(
        self, inputs: Sequence[str], fields: dict[str, str], day_first: bool | None
    ) -> Iterator[list[tuple[str, Staged]]]:
        """The articles of the input, laid down in files that are taken away in the end."""
        groups = [list(group) for group in _grouped(find_sources(inputs, self._tell))]
        top = joined(self.folder, f"{_STAGED}{uuid.uuid4().hex[:8]}")
        places = [f"{top}-{number}.jsonl" for number in range(len(groups))]
        self._own = {place.rpartition("/")[2] for place in places}
        work = [(group, place, fields, day_first) for group, place in zip(groups, places, strict=True)]
        found: dict[int, Staged] = {}
        try:
            for number, result in results(self.client, stage, work):
                found[number] = self._staged_alone(work[number]) if isinstance(result, Killed) else _sure(result)
            laid = [(place, found[number]) for number, place in enumerate(places)]
            for _, one in laid:
                self.manifest.inputs += one.inputs
                for problem in one.problems:
                    self._tell(problem)
            yield laid
        finally:
            for place in places:
                delete(place)

    def _tell(self, problem: Problem) -> None:
        """Tell of a problem; a file that could not be read is listed."""
        self.on_problem(problem)
        if problem.lost:
            self.manifest.failures.append(Failed("", problem.origin, problem.message, problem.remedy))

    def _staged_alone(self, work: tuple[list[Source], str, dict[str, str], bool | None]) -> Staged:
        """What becomes of files that ended their worker: each by itself, and those that end it again are left out."""
        sources, place, *options = work
        harmless: list[Source] = []
        problems: list[Problem] = []
        for source in sources:
            (_, result), *_ = results(self.client, stage, [([source], place, *options)])
            if isinstance(result, Killed):
                problems.append(Problem(source.origin, _ENDED.format("file"), "take it out, and please report it"))
            else:
                harmless.append(source)
        (_, result), *_ = results(self.client, stage, [(harmless, place, *options)])
        again: Staged = _sure(result)
        again.problems += problems
        return again

    def plan(self, laid: Sequence[tuple[str, Staged]], shard: tuple[int, int]) -> None:
        """Find what is to be read: all that no part of an earlier run holds.

        Raises:
            SourceError: there is nothing.
        """
        articles = list(planned(((place, one.articles) for place, one in laid), shard, self.on_problem))
        if not articles:
            raise SourceError("no article could be read; see the lines above")
        self._order = {article.key: number for number, article in enumerate(articles)}
        former = former_manifest(self.folder)
        if former is not None and (former.version, former.format) == (self._version, self.format):
            self.manifest.parts = kept_parts(whole_parts(former, self.folder), self._order)
        self._stale = {part.file for part in (former.parts if former else ())}
        there = {key for part in self.manifest.parts for key in part.article_keys()}
        self._tasks = list(tasks_of((article for article in articles if article.key not in there), self.part_size))

    def read(self) -> None:
        """Give out the tasks, and take what comes back.

        Raises:
            NewsgraphError: a machine lacks the model, or can't write.
        """
        killed: list[Task] = []
        try:
            with self._bar() as advance:
                work = [(task, self.reader, self.folder, self.format, self._version) for task in self._tasks]
                for number, result in results(self.client, read_part, work):
                    task = self._tasks[number]
                    if isinstance(result, Killed):
                        killed.append(task)
                        continue
                    self._take(self._done(task, result))
                    advance(len(task.articles))
                for task in killed:
                    self._take(self._read_alone(task))
                    advance(len(task.articles))
            self.manifest.complete = True
        finally:
            self._write()
        for name in self._stale - {part.file for part in self.manifest.parts}:
            delete(joined(self.folder, name))
        for pattern in (f"{PART}*", f"{_STAGED}*", NAME):
            delete_unfinished(self.folder, pattern)
        for name in names_in(self.folder, _LEFT):
            if name not in self._own:
                delete(joined(self.folder, name))

    @contextmanager
    def _bar(self) -> Iterator[Callable[[int], object]]:
        if not self.progress:
            yield lambda number: None
            return
        from tqdm.auto import tqdm

        with tqdm(total=sum(len(task.articles) for task in self._tasks), unit=" articles", desc="reading") as bar:
            yield bar.update

    def _done(self, task: Task, result: Any) -> Done:
        """The result of a task; if it was an error of the machine, its articles have failed."""
        if isinstance(result, Exception) and not isinstance(result, NewsgraphError):
            reason = f"could not be read by a worker ({type(result).__name__}: {result})"[:200]
            return Done(None, [Failed(id, "", reason, "run it again") for _, id in task.articles])
        done: Done = _sure(result)
        return done

    def _read_alone(self, task: Task) -> Done:
        """What becomes of articles that ended their worker: each is tried by itself, with nothing beside it."""
        from newsgraph.cluster.staging import staged_articles

        began, outcomes = time.monotonic(), []
        for at, key in zip(task.articles, task.keys, strict=True):
            one = Task(task.staged, (at,), (key,))
            (_, result), *_ = results(self.client, outcomes_of, [(one, self.reader, self._version)])
            if isinstance(result, Killed):
                (article,) = staged_articles(task.staged, [at])
                outcomes.append(failed(article, _ENDED.format("article")))
            else:
                outcomes += _sure(result)
        return write_part(task, outcomes, self.folder, self.format, self._version, began)

    def _take(self, done: Done) -> None:
        for one in done.failures:
            self.on_problem(Problem(one.origin or one.id, one.reason, one.remedy))
        self.manifest.failures += done.failures
        if done.part is not None:
            self.manifest.parts.append(done.part)
        if time.monotonic() - self._written > _SECONDS:
            self._write()

    def _write(self) -> None:
        self.manifest.parts.sort(key=self._place)
        write_manifest(self.manifest, self.folder)
        self._written = time.monotonic()

    def _place(self, part: Part) -> int:
        return self._order[part.article_keys()[0]]


_ENDED = "the process that read this {} ended"


def _grouped(sources: Iterable[Source]) -> Iterator[list[Source]]:
    """Files to be staged together, in their order."""
    group: list[Source] = []
    size = 0
    for source in sources:
        if group and (len(group) == _FILES or size + source.size > _BYTES):
            yield group
            group, size = [], 0
        group.append(source)
        size += source.size
    if group:
        yield group


def _sure(result: Any) -> Any:
    """A result.

    Raises:
        Exception: it was an error.
    """
    if isinstance(result, Exception):
        raise result
    return result
