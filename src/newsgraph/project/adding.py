"""What a project reads and takes in, reads again, tries again and takes out."""

from __future__ import annotations

import itertools
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from newsgraph.articles import Article
from newsgraph.errors import ProjectError
from newsgraph.intake import Intake
from newsgraph.outcomes import outcomes_of
from newsgraph.project.anchors import let_anchors_wait
from newsgraph.project.entering import GIVEN, Entering, version_of_given
from newsgraph.project.kept_places import forget_places, let_places_wait
from newsgraph.project.packing import DamagedError, unpack_article, unpack_record
from newsgraph.project.placement import folder_of_file, place_of_problem, relative, seen_from_here
from newsgraph.project.run import Run
from newsgraph.project.schema import forget_graph, transaction
from newsgraph.project.succession import settle_rows
from newsgraph.reader import Outcome, Reader
from newsgraph.record_lines import to_json
from newsgraph.records import Record
from newsgraph.sources import STDIN
from newsgraph.sources.written_names import shown_name, true_name, written_name


@dataclass(slots=True)
class Adding:
    """The work of one run."""

    run: Run
    reader: Reader
    jobs: int
    progress: bool = False
    replace: bool = False
    """Whether an article takes the place of one of the same id, whatever file that is from."""
    restore: bool = False
    """Whether what a person has removed is taken in again."""
    _entering: Entering = field(init=False)
    _apart: bool = field(init=False)
    """Whether articles are read in another process, though it be one alone: one may have ended its process."""

    def __post_init__(self) -> None:
        self._entering = Entering(self.run, self.replace, self.restore)
        self._apart = False

    def take(self, intake: Intake, inputs: Any) -> None:
        """Read the articles of inputs that are new or changed, and take in the records that are."""
        entering = self._entering
        for group in intake.groups(inputs):
            if group[0] == "records":
                found = itertools.starmap(partial(self._given, intake.seen_from), group[1])
                entering.keep(pair for pair in found if entering.is_wanted(pair[0].article, pair[0].line))
            else:
                self._read(filter(entering.is_wanted, group[1]))

    def meet_copy(self, article: Article) -> None:
        """An article whose text this run has met before."""
        self._entering.meet_copy(article)

    def _given(self, seen_from: Mapping[str, Path], where: str, record: Record) -> tuple[Outcome, str]:
        """A record that was given as such, and the version that made it."""
        self.run.where.read(place_of_problem(where, self.run.top)[0])
        records = where.rpartition(", ")[0]
        folder = seen_from.get(records) or folder_of_file(record.article, Path(true_name(records)))
        article = record.article if folder is None else seen_from_here(record.article, folder)
        return Outcome(article, to_json(record), None), version_of_given(record)

    def _read(self, articles: Iterable[Article]) -> None:
        apart = self._apart or self.run.follows_broken
        outcomes: Iterable[Outcome] = outcomes_of(articles, self.reader, self.jobs, apart=apart)
        if self.progress:
            from tqdm.auto import tqdm

            outcomes = tqdm(outcomes, unit=" articles", desc="reading")
        version = self.reader.version()
        self._entering.keep((outcome, version) for outcome in outcomes)

    # ------------------------------------------------------------------------------------------------ again

    def read_outdated(self) -> None:
        """Read again the articles that another version has read; not those that came as records."""
        rows = self.run.connection.execute(
            "SELECT article.id FROM article JOIN record ON record.id = article.record "
            "JOIN version ON version.id = record.version "
            "WHERE version.name <> ? AND substr(version.name, 1, ?) <> ? ORDER BY article.id",
            (self.reader.version(), len(GIVEN), GIVEN),
        ).fetchall()
        self._read(self._articles(row for (row,) in rows))

    def retry(self, names: Sequence[str], intake: Intake) -> None:
        """Read again what could not be read, by its names; all of it if no name is given.

        Raises:
            ProjectError: nothing of it goes by any of the names.
        """
        run = self.run
        rows = run.connection.execute(
            "SELECT failure.article, article.name, failure.origin, failure.source FROM failure "
            "LEFT JOIN article ON article.id = failure.article ORDER BY failure.id"
        ).fetchall()
        asked = {form: name for name in names for form in (written_name(name), place_of_problem(name, run.top)[1])}
        met: set[str] = set()
        articles: list[int] = []
        files: dict[str, None] = {}
        for article, name, origin, source in rows:
            called = {asked[form] for form in (name or origin, origin) if form in asked}
            if names and not called:
                continue
            met |= called
            if article is not None:
                articles.append(article)
            elif source != STDIN:
                files[self._from_here(source or origin)] = None
        if names and not met:
            list_them = f"`newsgraph failed {run.path}` lists what did"
            raise ProjectError(f"{run.path}: nothing that failed is called {shown_name(names[0])!r}; {list_them}")
        for name in sorted(set(names) - met):
            run.tell(name, "is not among what failed", "nothing is to be done")
        self._apart = True
        self._read(self._articles(articles))
        self.take(intake, list(files))

    def _from_here(self, source: str) -> str:
        """The path of a file of the project, or that of the archive that it is in, from the working folder."""
        parts, top = source.split(", "), self.run.top
        paths = [os.path.relpath(top / true_name(", ".join(parts[:end]))) for end in range(len(parts), 0, -1)]
        return next(filter(os.path.lexists, paths), paths[0])

    def _articles(self, rows: Iterable[int]) -> Iterator[Article]:
        """Articles of the project, read one by one."""
        for row in rows:
            found = self.run.connection.execute("SELECT data, name FROM article WHERE id = ?", (row,)).fetchone()
            yield unpack_article(*found)

    # ------------------------------------------------------------------------------------------------ out

    def settle(self, inputs: Sequence[Any], *, whole: bool) -> None:
        """Enter where articles are now, once all inputs were read, and take out those that are gone.

        `inputs` are the files and folders whose articles are gone if this run did not meet them; unless they were read
        `whole`, nothing is.
        """
        run = self.run
        paths = [os.fspath(item) for item in inputs if isinstance(item, str | os.PathLike)]
        tops = [relative(path, run.top) for path in paths if path != "-"]
        with transaction(run.connection):
            run.where.settle_copies()
            if whole:
                settle_rows(run, tells=not inputs)
            found = run.where.settle(tops, whole=whole)
            run.where.forget_failures(run.id, tops, whole=whole)
        take_out(run, found.gone)
        if found.kept:
            articles = f"{found.kept} articles" if found.kept > 1 else "1 article"
            message = f"could not be read whole, so {articles} from there are kept"
            remedy = f"mend that, or take out with `newsgraph remove {run.path}` what is gone"
            run.tell(", ".join(paths), message, remedy)


def take_out(run: Run, rows: Iterable[int], *, for_good: bool = False) -> int:
    """Take articles out, with all that is kept of them, how many; `for_good` the same texts stay out.

    But those of which something is damaged may be added again, which mends them.
    """
    out = [(row,) for row in rows]
    if not out:
        return 0
    with transaction(run.connection):
        if for_good:
            now = datetime.now(UTC).isoformat(timespec="seconds")
            keep = "INSERT OR REPLACE INTO removed SELECT digest, ? FROM article WHERE id = ?"
            run.connection.executemany(keep, ((now, row) for (row,) in out if _is_whole(run.connection, row)))
        for (row,) in out:
            _let_wait(run.connection, row)
        for table in ("record", "failure", "copy"):
            run.connection.executemany(f"DELETE FROM {table} WHERE article = ?", out)
        run.connection.executemany("DELETE FROM article WHERE id = ?", out)
        forget_graph(run.connection)
    run.sum.removed += len(out)
    return len(out)


def _is_whole(connection: sqlite3.Connection, row: int) -> bool:
    """Whether an article and its record, where it has one, can be read."""
    found = connection.execute(
        "SELECT name, article.data, record.data FROM article LEFT JOIN record ON record.id = article.record "
        "WHERE article.id = ?", (row,),
    ).fetchone()  # fmt: skip
    if found is None:
        return False
    name, article, record = found
    try:
        unpack_article(article, name)
        if record is not None:
            unpack_record(record, name)
    except DamagedError:
        return False
    return True


def _let_wait(connection: sqlite3.Connection, row: int) -> None:
    """Before an article is taken out: let keys and decisions wait for its words."""
    found = connection.execute("SELECT name, data, source, alone FROM article WHERE id = ?", (row,)).fetchone()
    if found is None:
        return
    name, data, source, alone = found
    try:
        article = unpack_article(data, name)
        let_places_wait(connection, article, source if alone else None)
        let_anchors_wait(connection, article)
    except DamagedError:  # it is taken out for that
        forget_places(connection, name)
