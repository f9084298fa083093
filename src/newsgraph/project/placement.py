"""Where an article belongs in a project: whether it is new, changed, known, or the same text as another.

An article is known by its content and what its source says of it. One that was changed takes the place of its former
self: the article of the same id from the same file, or the only article of a file. An id that another file uses is
changed, so that nothing is overwritten without being asked; nor is what another file still holds. What was given in
Python without a file, a row of a DataFrame say, is nobody's former self: its place in what was given names nothing.
"""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec

from newsgraph.articles import Article, content_digest, id_from_content
from newsgraph.project.moved_places import Moved
from newsgraph.project.packing import DamagedError, unpack_article
from newsgraph.sources import STDIN
from newsgraph.sources.formats import format_of_name
from newsgraph.sources.once import mark
from newsgraph.sources.written_names import true_name, written_name

_PART = re.compile(r", (?:line|row|item|entry|document) \d+")
_URL = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_GIVEN = re.compile(r"(?:item|row) \d+(?:, .*)?", re.S)
"""Origins of what `newsgraph.sources.given` reads from no file."""


class Origin(NamedTuple):
    """The file that an article is from, relative to the project, whether it is alone in it, or else where."""

    source: str | None
    alone: bool
    part: str = ""
    """Where in the file it stands, as in ", row 3"."""
    recorded: bool = False
    """Whether the article came as a record: then nobody has looked what is in the file now."""


class Place(NamedTuple):
    """What is to be done with an article."""

    article: Article
    """With the id that it has in the project."""
    row: int | None
    """The article whose place it takes; where it is known, the one that it is."""
    note: str = ""
    """What its owner should know."""
    known: bool = False
    """Whether the project has it."""
    is_copy: bool = False
    """Whether it is another article of the same text, and is left out for it."""
    former: int | None = None
    """What stood in its place before it became a copy."""


class _Row(NamedTuple):
    id: int
    name: str
    source: str | None


def origin_of(article: Article, top: Path, *, recorded: bool = False) -> Origin:
    """Where an article is from; files as paths from the project's folder, so that both can be moved together.

    An origin that is no file, such as "Reuters", is nowhere. That of an article which came `recorded` may be a file of
    another machine, and is known by its ending.
    """
    if article.origin is None or _GIVEN.fullmatch(article.origin):
        return Origin(None, False)
    name, part = in_parts(article.origin)
    if name == STDIN:
        return Origin(STDIN, False)
    alone = not part
    if alone and not _is_file(true_name(name)) and not (recorded and format_of_name(name) is not None):
        return Origin(None, False)
    return Origin(relative(true_name(name), top), alone, part, recorded)


def relative(name: str, top: Path) -> str:
    """A path as seen from a folder, as it is written."""
    try:
        return written_name(Path(os.path.relpath(Path(name).absolute(), top)).as_posix())
    except ValueError:  # another drive
        return written_name(Path(name).absolute().as_posix())


def place_of_problem(origin: str, top: Path) -> tuple[str, str]:
    """The file that a problem is of, as seen from a folder, and the same with the line that it names."""
    if _GIVEN.fullmatch(origin):
        return origin, origin
    name, part = in_parts(origin)
    source = STDIN if name == STDIN else relative(true_name(name), top)
    return source, source + part


def seen_from_here(article: Article, folder: Path) -> Article:
    """An article whose file is named as seen from a folder, with the name that it has as seen from the working one."""
    origin = article.origin
    if origin is None or _GIVEN.fullmatch(origin) or in_parts(origin)[0] == STDIN or _URL.match(origin):
        return article
    name, part = in_parts(origin)
    here = written_name(os.path.relpath(folder / true_name(name))) + part
    return article if here == origin else msgspec.structs.replace(article, origin=here)


def folder_of_file(article: Article, records: Path) -> Path | None:
    """The folder from which the file of an article is named in a file of records: the nearest above these that has it.

    None if the working folder has it, or none does: it may be a file of another machine.
    """
    origin = article.origin
    if origin is None or _GIVEN.fullmatch(origin) or _URL.match(origin):
        return None
    name = true_name(in_parts(origin)[0])
    if name == STDIN or Path(name).is_absolute() or _is_file(name):
        return None
    above = records.absolute().parents
    return next((folder for folder in above if _is_file(str(folder / name))), None)


def in_parts(origin: str) -> tuple[str, str]:
    """The file of an origin, and the place in it; a file may be called as if it were a place in another.

    The file is what is one, or has its ending, with as much of the name as can be.
    """
    ends = [len(origin), *(found.start() for found in reversed(list(_PART.finditer(origin))))]
    names = [origin[:end] for end in ends]
    name = next((name for name in names if format_of_name(name) or os.path.isfile(true_name(name))), names[-1])  # noqa: PTH113
    return name, origin[len(name) :]


def _is_file(name: str) -> bool:
    """Whether there is such a file, or an archive that it would be in."""
    parts = name.split(", ")
    names = (", ".join(parts[:end]) for end in range(len(parts), 0, -1))
    return any(os.path.isfile(one) for one in names)  # noqa: PTH113 (Path raises where a name is too long for a file)


def hash_of(article: Article) -> bytes:
    """The content of an article with what its source says of it; not its id and file."""
    plain = msgspec.structs.replace(article, id="", origin=None)
    return hashlib.sha256(msgspec.json.encode(plain)).digest()


def digest_of(article: Article) -> bytes:
    """The content alone, as two copies of a text have it."""
    return bytes.fromhex(content_digest(article.text))


def place(
    connection: sqlite3.Connection, article: Article, origin: Origin,
    is_elsewhere: Callable[[int, str | None], bool], *, replace: bool = False,
) -> Place:
    """Where an article belongs; with `replace` it takes the place of one of the same id, whatever file that is from.

    `is_elsewhere` says whether an article of the project stands in another file than a given one as well: then it is
    not what was changed.
    """
    if (same := _first(connection, "hash = ?", hash_of(article))) is not None:
        return Place(article, same.id, known=True, former=former_self(connection, article, origin, same.id))
    source = origin.source
    named = _first(connection, "name = ?", article.id)
    former = former_self(connection, article, origin, None)
    if former is not None and is_elsewhere(former, source):
        former = None
    taken = former is None and replace and named is not None and not is_elsewhere(named.id, source)
    if taken and named is not None:
        former = named.id
    copies = connection.execute("SELECT id, name FROM article WHERE digest = ? ORDER BY id", (digest_of(article),))
    others = [(id, name) for id, name in copies if id != former]
    if others and (former is None or not _has_text(connection, former, article)):
        return Place(article, others[0][0], f"left out as the same text as {others[0][1]}", True, True, former)
    if former is not None:
        found = _changed(connection, article, former, named)
        if taken and named is not None and named.source not in (None, source):
            return found._replace(note=f"has the id of another text, of {named.source}, and takes its place")
        return found
    if named is not None:
        new = f"{article.id}-{mark(article.text)}"
        note = f"another article has the id {article.id!r} too; this one is called {new!r}"
        again = _first(connection, "name = ?", new)
        return Place(msgspec.structs.replace(article, id=new), None if again is None else again.id, note)
    return Place(article, None)


def own_id(article: Article) -> str:
    """The id that an article has in its own file, where another's has it, too, and the text was put behind it."""
    return article.id.removesuffix(f"-{mark(article.text)}")


def former_self(connection: sqlite3.Connection, article: Article, origin: Origin, but: int | None) -> int | None:
    """The former self of an article: that of its id from its file, or the only one of its file; None if it is `but`.

    What this run has met in the same file is not the only one. A record names a file that may be another of that name,
    so its text must be one that was edited.
    """
    if origin.source is None:
        return None
    own = own_id(article), origin.source
    found = _first(connection, "name = ? AND source = ?", *own) or _first(connection, "given = ? AND source = ?", *own)
    if found is None and origin.alone:
        not_met = "id NOT IN (SELECT article FROM temp.met WHERE source = ?)"
        found = _first(connection, f"source = ? AND alone AND {not_met}", origin.source, origin.source)
        if found is not None and origin.recorded and not _is_like(connection, found.id, article):
            return None
    return None if found is None or found.id == but else found.id


def _is_like(connection: sqlite3.Connection, row: int, article: Article) -> bool:
    """Whether an article is one of the project as it was edited; what is damaged there may be anything."""
    name, data = connection.execute("SELECT name, data FROM article WHERE id = ?", (row,)).fetchone()
    try:
        return Moved(unpack_article(data, name).text, article.text).is_same
    except DamagedError:
        return True


def _changed(connection: sqlite3.Connection, article: Article, former: int, named: _Row | None) -> Place:
    """An article in the place of its former self, whose name it keeps if it has none of its own."""
    if named is not None and named.id == former:
        return Place(article, former)
    (name,) = connection.execute("SELECT name FROM article WHERE id = ?", (former,)).fetchone()
    if named is None:
        kept = article.id == id_from_content(article.text) or article.id != own_id(article)
        return Place(msgspec.structs.replace(article, id=name) if kept else article, former)
    note = f"another article has the id {article.id!r} too; this one is still called {name!r}"
    return Place(msgspec.structs.replace(article, id=name), former, note)


def _has_text(connection: sqlite3.Connection, row: int, article: Article) -> bool:
    (digest,) = connection.execute("SELECT digest FROM article WHERE id = ?", (row,)).fetchone()
    return bool(digest == digest_of(article))


def _first(connection: sqlite3.Connection, condition: str, *given: object) -> _Row | None:
    found = connection.execute(
        f"SELECT id, name, source FROM article WHERE {condition} ORDER BY id LIMIT 1", given
    ).fetchone()
    return None if found is None else _Row(*found)
