"""Each content once and each id once, across whatever articles come from."""

from __future__ import annotations

import msgspec

from newsgraph.articles import Article, content_digest, id_from_content
from newsgraph.sources.problems import OnProblem, Problem


class Once:
    """Lets each content through once, and gives each id to one article alone."""

    def __init__(self, on_problem: OnProblem, *, keep_copies: bool = False) -> None:
        self._on_problem = on_problem
        self._keep_copies = keep_copies
        self._read: dict[bytes, str] = {}
        self._ids: set[str] = set()

    def article(self, article: Article, where: str) -> Article | None:
        """An article under the id that is its own; None if its content was there before."""
        text = article.text
        new = self.id_of(digest(text), article.id, mark(text), where)
        return article if new == article.id else None if new is None else msgspec.structs.replace(article, id=new)

    def id_of(self, digest: bytes, id: str, mark: str, where: str) -> str | None:
        """The id of an article of which only these are known; None if its content was there before."""
        if digest in self._read and not self._keep_copies:
            message = f"left out as the same text as {self._read[digest]}"
            self._on_problem(Problem(where, message, "nothing is lost", lost=False))
            return None
        self._read.setdefault(digest, where)
        new = id
        if id in self._ids:
            new = f"{id}-{mark}"
            while new in self._ids:
                new += "-again"
            message = f"another article has the id {id!r} too; this one is called {new!r}"
            self._on_problem(Problem(where, message, "give each article an id of its own", lost=False))
        self._ids.add(new)
        return new


def digest(text: str) -> bytes:
    """What two copies of a text have in common, in sixteen bytes."""
    return bytes.fromhex(content_digest(text))[:16]


def mark(text: str) -> str:
    """What tells two articles of one id apart."""
    return id_from_content(text)[:8]
