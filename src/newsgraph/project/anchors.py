"""Decisions follow the words that they are anchored to, when an article is edited or goes by another name.

In a project an anchor knows the sentence that it stands in, so it is never found at the same words elsewhere. Where its
sentence is edited it goes with the words; where they are gone it fits nothing, until they are there again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable

import msgspec
from msgspec.structs import replace

from newsgraph.articles import Article
from newsgraph.project.moved_places import Moved
from newsgraph.project.packing import unpack_article
from newsgraph.resolve.decisions import Anchor, Decision, in_sentence, locate

_SIDES = ("one", "other")


def anchored(connection: sqlite3.Connection, decision: Decision) -> Decision:
    """A decision whose anchors know their sentences, those in articles of the project that have their words."""
    texts: dict[str, str | None] = {}

    def known(anchor: Anchor) -> Anchor:
        if anchor.sentence:
            return anchor
        if anchor.article not in texts:
            row = connection.execute("SELECT data FROM article WHERE name = ?", (anchor.article,)).fetchone()
            texts[anchor.article] = None if row is None else unpack_article(row[0], anchor.article).text
        text = texts[anchor.article]
        return anchor if text is None else in_sentence(anchor, text)

    return _changed(decision, known)


def enter_anchors(connection: sqlite3.Connection, number: int, decision: Decision) -> None:
    """Enter which articles a decision of a number is anchored in."""
    articles = {anchor.article for side in _SIDES for anchor in getattr(decision, side)}
    connection.executemany("INSERT OR IGNORE INTO anchored VALUES (?, ?)", ((one, number) for one in sorted(articles)))


def forget_anchors(connection: sqlite3.Connection, number: int) -> None:
    """A decision is forgotten."""
    connection.execute("DELETE FROM anchored WHERE decision = ?", (number,))


def move_anchors(connection: sqlite3.Connection, name: str, before: Article, article: Article | None) -> None:
    """Before an article is changed, or taken out (then there is none after it): let decisions follow its words."""
    moved = None if article is None else Moved(before.text, article.text)

    def follow(anchor: Anchor) -> Anchor:
        if anchor.article != name:
            return anchor
        anchor = in_sentence(anchor, before.text)
        if article is None or moved is None:
            return anchor
        where = locate(anchor, before.text)
        span = None if where is None else moved.span(*where)
        if span is not None and span != locate(anchor, article.text):  # it was edited, or the same is said twice
            anchor = in_sentence(replace(anchor, start=span[0], end=span[1], sentence="", offset=0), article.text)
        return replace(anchor, article=article.id)

    for number, data in _of_article(connection, name):
        try:
            decision = msgspec.json.decode(data, type=Decision)
        except (msgspec.DecodeError, UnicodeDecodeError, TypeError):
            continue  # it is told of whenever decisions are read
        after = _changed(decision, follow)
        if after != decision:
            told = msgspec.json.encode(after).decode()
            connection.execute("UPDATE OR IGNORE decision SET data = ? WHERE id = ?", (told, number))
            forget_anchors(connection, number)
            enter_anchors(connection, number, after)


def _of_article(connection: sqlite3.Connection, name: str) -> Iterable[tuple[int, str]]:
    return connection.execute(
        "SELECT decision.id, decision.data FROM anchored JOIN decision ON decision.id = decision "
        "WHERE article = ? ORDER BY decision.id", (name,),
    ).fetchall()  # fmt: skip


def _changed(decision: Decision, change: Callable[[Anchor], Anchor]) -> Decision:
    sides = {side: tuple(map(change, getattr(decision, side))) for side in _SIDES}
    return replace(decision, **sides)
