"""Where an article belongs in a project: whether it is new, changed, known, or the same text as another.

An article is known by its content and what its source says of it. One that was changed takes the place of its former
self: the article of the same id from the same file, or the only article of a file. An id that another file uses is
changed, so that nothing is overwritten without being asked.
"""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
from pathlib import Path
from typing import NamedTuple

import msgspec

from newsgraph.articles import Article, content_digest, id_from_content
from newsgraph.sources import STDIN
from newsgraph.sources.written_names import true_name, written_name

_PART = re.compile(r", (?:line|row|item|entry|document) \d+.*$", re.S)


class Origin(NamedTuple):
    """The file that an article is from, relative to the project, and whether it is alone in it."""

    source: str | None
    alone: bool


class Place(NamedTuple):
    """What is to be done with an article."""

    article: Article
    """With the id that it has in the project."""
    row: int | None
    """The article whose place it takes."""
    note: str = ""
    """What its owner should know."""
    known: bool = False
    """Whether there is nothing to do."""


def origin_of(article: Article, top: Path) -> Origin:
    """Where an article is from; files as paths from the project's folder, so that both can be moved together."""
    if article.origin is None:
        return Origin(None, False)
    name = _PART.sub("", article.origin)
    if name == STDIN:
        return Origin(STDIN, False)
    return Origin(relative(true_name(name), top), name == article.origin)


def relative(name: str, top: Path) -> str:
    """A path as seen from a folder, as it is written."""
    try:
        return written_name(Path(os.path.relpath(Path(name).absolute(), top)).as_posix())
    except ValueError:  # another drive
        return written_name(Path(name).absolute().as_posix())


def hash_of(article: Article) -> bytes:
    """The content of an article with what its source says of it; not its id and file."""
    plain = msgspec.structs.replace(article, id="", origin=None)
    return hashlib.sha256(msgspec.json.encode(plain)).digest()


def digest_of(article: Article) -> bytes:
    """The content alone, as two copies of a text have it."""
    return bytes.fromhex(content_digest(article.text))


def place(
    connection: sqlite3.Connection, article: Article, top: Path, *, replace: bool = False
) -> Place:
    """Where an article belongs; with `replace` it takes the place of one of the same id, whatever file that is from."""
    if connection.execute("SELECT 1 FROM article WHERE hash = ?", (hash_of(article),)).fetchone():
        return Place(article, None, known=True)
    origin = origin_of(article, top)
    row = connection.execute("SELECT id, source FROM article WHERE name = ?", (article.id,)).fetchone()
    if row is not None and (replace or (origin.source is not None and row[1] == origin.source)):
        return Place(article, row[0])
    if origin.alone and origin.source is not None:
        former = connection.execute(
            "SELECT id, name FROM article WHERE source = ? AND alone ORDER BY id", (origin.source,)
        ).fetchone()
        if former is not None:
            kept = article.id == id_from_content(article.text)
            return Place(msgspec.structs.replace(article, id=former[1]) if kept else article, former[0])
    copy = connection.execute("SELECT id, name FROM article WHERE digest = ?", (digest_of(article),)).fetchone()
    if copy is not None:
        return Place(article, None, f"left out as the same text as {copy[1]}", known=True)
    if row is not None:
        new = f"{article.id}-{id_from_content(article.text)[:8]}"
        note = f"another article has the id {article.id!r} too; this one is called {new!r}"
        former = connection.execute("SELECT id FROM article WHERE name = ?", (new,)).fetchone()
        return Place(msgspec.structs.replace(article, id=new), None if former is None else former[0], note)
    return Place(article, None)
