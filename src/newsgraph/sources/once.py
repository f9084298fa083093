"""Each content once and each id once, across whatever articles come from."""

from __future__ import annotations

import sqlite3
import tempfile
import weakref
from typing import Any

import msgspec

from newsgraph.articles import Article, content_digest, id_from_content
from newsgraph.errors import SourceError
from newsgraph.sources.problems import OnProblem, Problem

_SETTINGS = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -2000", "temp_store = FILE")
"""What was met lies in memory up to 2 MB, else in a temporary file, which nobody else sees."""


class Once:
    """Lets each content through once, and gives each id to one article alone."""

    def __init__(self, on_problem: OnProblem, *, keep_copies: bool = False) -> None:
        self._on_problem = on_problem
        self._keep_copies = keep_copies
        self._met = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        weakref.finalize(self, self._met.close)
        for setting in _SETTINGS:
            self._met.execute(f"PRAGMA {setting}")
        self._met.execute("BEGIN")  # for good: at the end of a transaction all that is held would be written
        self._met.execute("CREATE TABLE content (digest BLOB PRIMARY KEY, place BLOB) WITHOUT ROWID")
        self._met.execute("CREATE TABLE name (id BLOB PRIMARY KEY) WITHOUT ROWID")

    def article(self, article: Article, where: str) -> Article | None:
        """An article under the id that is its own; None if its content was there before.

        Raises:
            SourceError: the disk is full.
        """
        text = article.text
        new = self.id_of(digest(text), article.id, mark(text), where)
        return article if new == article.id else None if new is None else msgspec.structs.replace(article, id=new)

    def id_of(self, digest: bytes, id: str, mark: str, where: str) -> str | None:
        """The id of an article of which only these are known; None if its content was there before.

        Raises:
            SourceError: the disk is full.
        """
        place = self._find("SELECT place FROM content WHERE digest = ?", digest)
        if place is not None and not self._keep_copies:
            message = f"left out as the same text as {_text(place)}"
            self._on_problem(Problem(where, message, "nothing is lost", lost=False))
            return None
        if place is None:
            self._find("INSERT INTO content VALUES (?, ?)", digest, _bytes(where))
        new = id
        if self._is_taken(id):
            new = f"{id}-{mark}"
            while self._is_taken(new):
                new += "-again"
            message = f"another article has the id {id!r} too; this one is called {new!r}"
            self._on_problem(Problem(where, message, "give each article an id of its own", lost=False))
        self._find("INSERT INTO name VALUES (?)", _bytes(new))
        return new

    def _is_taken(self, id: str) -> bool:
        return self._find("SELECT 1 FROM name WHERE id = ?", _bytes(id)) is not None

    def _find(self, query: str, *given: bytes) -> Any:
        """What is first in the row that a query gives, if it gives any."""
        try:
            row = self._met.execute(query, given).fetchone()
        except sqlite3.OperationalError as error:
            full = f"{tempfile.gettempdir()}: can't hold which articles were read ({error})"
            raise SourceError(f"{full}; free some space, or set TMPDIR") from None
        return None if row is None else row[0]


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _text(packed: bytes) -> str:
    return packed.decode("utf-8", "surrogatepass")


def digest(text: str) -> bytes:
    """What two copies of a text have in common, in sixteen bytes."""
    return bytes.fromhex(content_digest(text))[:16]


def mark(text: str) -> str:
    """What tells two articles of one id apart."""
    return id_from_content(text)[:8]
