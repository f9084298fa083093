"""Rows of files that were corrected take the places of their former selves, once their files were read."""

from __future__ import annotations

import msgspec

from newsgraph.project.anchors import move_anchors
from newsgraph.project.corrected_rows import find_corrected
from newsgraph.project.file_rows import files_with_new_rows, keep_parts, renamed_selves, rows_of, without_ids
from newsgraph.project.kept_places import move_places
from newsgraph.project.moved_places import Moved
from newsgraph.project.packing import pack_article, pack_record, unpack_article, unpack_record
from newsgraph.project.run import Run
from newsgraph.record_lines import to_json


def settle_rows(run: Run, *, tells: bool) -> None:
    """Let corrected rows of the files that a run has read take their places, within a transaction.

    With `tells` it is told of those that may be other articles, and stay.
    """
    connection, where = run.connection, run.where
    in_part = where.may_hold_more()
    for old, new in renamed_selves(connection):
        if where.is_nowhere(old):
            name = _succeed(run, old, new)
            run.tell(name, "is the edited text after all, as no file holds the former one", "nothing is lost")
    for source in files_with_new_rows(connection):
        rows = rows_of(connection, source)
        if not (gone := rows.gone()):
            continue
        found = find_corrected(rows, without_ids(connection, [*gone, *rows.new()]))
        for old, new in found.by.items():
            if not where.is_elsewhere(old, source):
                _succeed(run, old, new)
        if found.unsure and tells and source not in in_part:
            _tell_unsure(run, source, len(found.unsure))
    keep_parts(connection, in_part)


def _tell_unsure(run: Run, source: str, number: int) -> None:
    """Tell of articles that may be former selves of others, and stay."""
    articles = f"{number} articles" if number > 1 else "an article"
    message = f"no longer holds {articles} much like what is new in it, maybe the same uncorrected, so both stay"
    remedy = f"`newsgraph update {run.path} FILE` takes out all that FILE no longer holds; ids tell which is which"
    run.tell(source, message, remedy)


def _succeed(run: Run, old: int, new: int) -> str:
    """Let a new article take the place of its former self: it has the name, and what belongs to its words; the name."""
    connection = run.connection
    name, before = connection.execute("SELECT name, data FROM article WHERE id = ?", (old,)).fetchone()
    own, data, since = connection.execute("SELECT name, data, run FROM article WHERE id = ?", (new,)).fetchone()
    former, article = unpack_article(before, name), unpack_article(data, own)
    move_places(connection, name, article, moved := Moved(former.text, article.text))
    move_anchors(connection, name, article, moved)
    for table in ("record", "failure", "copy"):
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (old,))
    connection.execute("DELETE FROM article WHERE id = ?", (old,))
    article = msgspec.structs.replace(article, id=name)
    move_places(connection, own, article, unmoved := Moved(article.text, article.text))
    move_anchors(connection, own, article, unmoved)
    changed = pack_article(article), name, own, new
    connection.execute("UPDATE article SET data = ?, name = ?, given = coalesce(given, ?) WHERE id = ?", changed)
    for record, line in connection.execute("SELECT id, data FROM record WHERE article = ?", (new,)).fetchall():
        now = to_json(msgspec.structs.replace(unpack_record(line, own), article=article))
        connection.execute("UPDATE record SET data = ? WHERE id = ?", (pack_record(now), record))
    is_of_this_run = since == run.id
    run.sum.added -= is_of_this_run
    run.sum.known -= not is_of_this_run
    run.sum.changed += 1
    return str(name)
