"""How articles and their records enter a project: in small transactions, each looked at again before it is made.

Reading goes on between them, so two programs may add to a project at once; what the other has added meanwhile is known.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from newsgraph.articles import Article
from newsgraph.project.anchors import has_anchors, move_anchors
from newsgraph.project.kept_places import find_places, forget_places, has_places, move_places
from newsgraph.project.moved_places import Moved
from newsgraph.project.packing import DamagedError, is_same_record, pack_article, pack_record, unpack_article
from newsgraph.project.placement import Origin, Place, digest_of, former_self, hash_of, origin_of, own_id, place
from newsgraph.project.run import Run
from newsgraph.project.schema import transaction
from newsgraph.reader import Outcome
from newsgraph.record_lines import from_own_json, to_json
from newsgraph.records import Record
from newsgraph.sources import Problem
from newsgraph.sources.once import mark

_STEP = 50
"""Articles of a transaction at most."""
_SECONDS = 2.0
"""How long what was read may wait for its transaction."""
GIVEN = "given as records"
"""The version of records that came as such begins so; what they say of what made them follows."""


@dataclass(slots=True)
class Entering:
    """What one run enters."""

    run: Run
    replace: bool = False
    """Whether an article takes the place of one of the same id, whatever file that is from."""
    restore: bool = False
    """Whether what a person has removed is taken in again."""

    def is_wanted(self, article: Article, given: bytes | None = None) -> bool:
        """Whether an article is to be read, or the record of it that is `given` is to be taken in."""
        origin = self._origin(article, given is not None)
        found = self._place(article, origin)
        if not found.known:
            return not self._is_left_out(article)
        if given is not None and not found.is_copy and not self._has(found.row, given):
            return True
        self._meet(article, origin, found)
        return False

    def meet_copy(self, article: Article) -> None:
        """An article whose text this run has met before."""
        run = self.run
        origin = self._origin(article, False)
        run.where.meet_copy(digest_of(article), origin)
        if (former := former_self(run.connection, article, origin, None)) is not None:
            run.where.supersede(former)

    def keep(self, outcomes: Iterable[tuple[Outcome, str]]) -> None:
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

    def _origin(self, article: Article, recorded: bool) -> Origin:
        origin = origin_of(article, self.run.top, recorded=recorded)
        if recorded and origin.source is not None:
            self.run.where.is_of(origin.source)
        return origin

    def _place(self, article: Article, origin: Origin) -> Place:
        run = self.run
        return place(run.connection, article, origin, run.where.is_elsewhere, replace=self.replace)

    def _has(self, row: int | None, line: bytes) -> bool:
        """Whether this is one of the records that are kept of an article, whatever it is called in the project."""
        kept = self.run.connection.execute("SELECT data FROM record WHERE article = ?", (row,))
        return any(is_same_record(data, line) for (data,) in kept)

    def _meet(self, article: Article, origin: Origin, found: Place) -> None:
        """An article that is there already."""
        run = self.run
        run.sum.known += 1
        assert found.row is not None
        run.where.meet(found.row, origin)
        self._learn_id(found.row, article, origin)
        if found.former is not None:
            run.where.supersede(found.former)
        if found.note:
            run.tell(article.origin or article.id, found.note, "nothing is lost")

    def _learn_id(self, row: int, article: Article, origin: Origin) -> None:
        """Keep the id that an article has in its file, which older projects did not, where it goes by another name."""
        connection = self.run.connection
        unknown = "SELECT name FROM article WHERE id = ? AND source = ? AND given IS NULL"
        named = connection.execute(unknown, (row, origin.source)).fetchone()
        if named is not None and named[0] != article.id and named[0] == f"{article.id}-{mark(article.text)}":
            connection.execute("UPDATE article SET given = ? WHERE id = ?", (article.id, row))

    def _commit(self, outcomes: Sequence[tuple[Outcome, str]]) -> None:
        if not outcomes:
            return
        with transaction(self.run.connection):
            for outcome, version in outcomes:
                self._enter(outcome, version, self._version(version))

    def _version(self, name: str) -> int:
        self.run.connection.execute("INSERT OR IGNORE INTO version (name) VALUES (?)", (name,))
        return int(self.run.connection.execute("SELECT id FROM version WHERE name = ?", (name,)).fetchone()[0])

    def _enter(self, outcome: Outcome, name: str, version: int) -> None:
        """Keep what became of an article; `name` and number of the version that made it."""
        given = outcome.line if name.startswith(GIVEN) else None
        origin = self._origin(outcome.article, given is not None)
        found = self._place(outcome.article, origin)
        if found.known and (found.is_copy or not self._is_newer(found.row, version, given)):
            self._meet(outcome.article, origin, found)  # another program was faster
            return
        if found.known:
            assert found.row is not None
            row, article = found.row, self._called_in_project(outcome.article, found.row)
            self.run.sum.changed += given is not None
            self.run.sum.again += given is None and outcome.line is not None
        elif self._is_left_out(outcome.article):  # another program was faster
            return
        else:
            row, article = self._enter_article(found, origin, own_id(outcome.article)), found.article
        self.run.where.meet(row, origin)
        if outcome.line is None:
            assert outcome.problem is not None
            self._enter_failure(row, version, outcome.problem)
        else:
            line = outcome.line if article is outcome.article else _renamed(outcome.line, article)
            self._enter_record(row, version, line)

    def _is_newer(self, row: int | None, version: int, given: bytes | None) -> bool:
        """Whether what was made of an article of the project, or `given` for it, is not what it has."""
        if given is not None:
            return not self._has(row, given)
        has = "SELECT 1 FROM article JOIN record ON record.id = article.record WHERE article.id = ? AND version = ?"
        return self.run.connection.execute(has, (row, version)).fetchone() is None

    def _called_in_project(self, article: Article, row: int) -> Article:
        (name,) = self.run.connection.execute("SELECT name FROM article WHERE id = ?", (row,)).fetchone()
        return article if name == article.id else msgspec.structs.replace(article, id=name)

    def _is_left_out(self, article: Article) -> bool:
        """Whether a person has removed a text, which stays out until it is asked for."""
        run, digest = self.run, digest_of(article)
        removed = run.connection.execute("SELECT time FROM removed WHERE digest = ?", (digest,)).fetchone()
        if removed is None or self.restore:
            return False
        run.sum.left_out += 1
        message = f"was removed on {removed[0][:10]}, and is left out"
        run.tell(article.origin or article.id, message, "to take it in again, give --restore (in Python, restore=True)")
        return True

    def _enter_article(self, found: Place, origin: Origin, given: str) -> int:
        """Keep an article that is new or changed, which has a given id in its file; its row."""
        run, article = self.run, found.article
        run.sum.changed += found.row is not None
        run.sum.added += found.row is None
        if found.note:
            update = "" if self.replace or found.row is not None else "; with `update` it takes the place of the other"
            run.tell(article.origin or article.id, found.note, f"give each article an id of its own{update}")
        if found.row is None and self._names_file_of_another(origin):
            origin = Origin(None, False)
        fields = (
            article.id, hash_of(article), digest_of(article), origin.source, origin.alone, pack_article(article),
            run.id, given if given != article.id else None,
        )  # fmt: skip
        run.connection.execute("DELETE FROM removed WHERE digest = ?", (digest_of(article),))
        if found.row is None:
            row = run.connection.execute(
                "INSERT INTO article (name, hash, digest, source, alone, data, run, given) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", fields,
            )
            find_places(run.connection, article, origin)
            return int(row.lastrowid or 0)
        self._let_follow(found.row, article)
        for table in ("record", "failure", "copy"):
            run.connection.execute(f"DELETE FROM {table} WHERE article = ?", (found.row,))
        run.connection.execute(
            "UPDATE article SET name = ?, hash = ?, digest = ?, source = ?, alone = ?, data = ?, run = ?, "
            "given = ?, record = NULL WHERE id = ?", (*fields, found.row),
        )  # fmt: skip
        return found.row

    def _names_file_of_another(self, origin: Origin) -> bool:
        """Whether a new record names a file which another article was alone in: its own is of another machine."""
        met = "SELECT article FROM temp.met WHERE source = ?1"
        alone = f"SELECT 1 FROM article WHERE source = ?1 AND alone AND id NOT IN ({met})"
        return origin.recorded and self.run.connection.execute(alone, (origin.source,)).fetchone() is not None

    def _let_follow(self, row: int, article: Article) -> None:
        """Before an article takes the place of its former self: let keys and decisions stay with their words."""
        connection = self.run.connection
        name, data = connection.execute("SELECT name, data FROM article WHERE id = ?", (row,)).fetchone()
        if not (has_places(connection, name) or has_anchors(connection, name)):
            return
        try:
            before = unpack_article(data, name)
        except DamagedError:  # this mends it
            forget_places(connection, name)
            return
        moved = Moved(before.text, article.text)
        move_places(connection, name, article, moved)
        move_anchors(connection, name, article, moved)

    def _enter_record(self, row: int, version: int, line: bytes) -> None:
        """Keep the record of an article."""
        run = self.run
        run.connection.execute("DELETE FROM record WHERE article = ? AND version = ?", (row, version))
        record = run.connection.execute(
            "INSERT INTO record (article, version, run, data) VALUES (?, ?, ?, ?)",
            (row, version, run.id, pack_record(line)),
        )
        run.connection.execute("UPDATE article SET record = ? WHERE id = ?", (record.lastrowid, row))
        run.connection.execute("DELETE FROM failure WHERE article = ?", (row,))

    def _enter_failure(self, row: int, version: int, problem: Problem) -> None:
        """Keep that an article could not be read."""
        run = self.run
        run.sum.failed += 1
        run.on_problem(problem)
        run.connection.execute("DELETE FROM failure WHERE article = ?", (row,))
        run.connection.execute(
            "INSERT OR REPLACE INTO failure (article, origin, reason, remedy, version, run) VALUES (?, ?, ?, ?, ?, ?)",
            (row, problem.origin, problem.message, problem.remedy, version, run.id),
        )


def version_of_given(record: Record) -> str:
    """The version of a record that was given: what it says of what made it."""
    made = ", ".join(f"{program} {version}" for program, version in sorted(record.made_by.items()))
    return f"{GIVEN}, made by {made}" if made else GIVEN


def _renamed(line: bytes, article: Article) -> bytes:
    """A record's line with the article as it is called in the project."""
    return to_json(msgspec.structs.replace(from_own_json(line), article=article))
