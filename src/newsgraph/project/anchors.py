"""Decisions follow the words that they are anchored to, when an article is edited or goes by another name.

In a project an anchor knows the sentence that it stands in, so it is never found at the same words elsewhere. Where its
sentence is edited it goes with the words; where they are gone it fits nothing, until they are there again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

import msgspec
from msgspec.structs import replace

from newsgraph.articles import Article
from newsgraph.project.moved_places import Moved
from newsgraph.project.packing import DamagedError, unpack_article
from newsgraph.resolve.decisions import Anchor, Decision, in_sentence, locate

_SIDES = ("one", "other")


def anchored(connection: sqlite3.Connection, decision: Decision) -> Decision:
    """A decision whose anchors know their sentences, those in articles of the project that have their words.

    Those in an article that is damaged, which is told when it is asked for, stay as they are.
    """
    texts: dict[str, str | None] = {}

    def known(anchor: Anchor) -> Anchor:
        if anchor.sentence:
            return anchor
        if anchor.article not in texts:
            texts[anchor.article] = _text(connection, anchor.article)
        text = texts[anchor.article]
        return anchor if text is None else in_sentence(anchor, text)

    return _changed(decision, known)


def _text(connection: sqlite3.Connection, name: str) -> str | None:
    """The text of an article of a name; None where there is none, or it is damaged."""
    row = connection.execute("SELECT data FROM article WHERE name = ?", (name,)).fetchone()
    try:
        return None if row is None else unpack_article(row[0], name).text
    except DamagedError:
        return None


def enter_anchors(connection: sqlite3.Connection, number: int, decision: Decision) -> None:
    """Enter which articles a decision of a number is anchored in."""
    articles = {anchor.article for side in _SIDES for anchor in getattr(decision, side)}
    connection.executemany("INSERT OR IGNORE INTO anchored VALUES (?, ?)", ((one, number) for one in sorted(articles)))


def forget_anchors(connection: sqlite3.Connection, number: int) -> None:
    """A decision is forgotten."""
    connection.execute("DELETE FROM anchored WHERE decision = ?", (number,))


def has_anchors(connection: sqlite3.Connection, name: str) -> bool:
    """Whether a decision is anchored in an article of a name."""
    return connection.execute("SELECT 1 FROM anchored WHERE article = ?", (name,)).fetchone() is not None


def move_anchors(connection: sqlite3.Connection, name: str, article: Article, moved: Moved) -> None:
    """Before an article takes the place of its former self, of that name: let decisions follow its words."""

    def follow(anchor: Anchor) -> Anchor:
        anchor = in_sentence(anchor, moved.before)
        where = locate(anchor, moved.before)
        span = None if where is None else moved.span(*where)
        if span is not None and span != locate(anchor, article.text):  # it was edited, or the same is said twice
            anchor = in_sentence(replace(anchor, start=span[0], end=span[1], sentence="", offset=0), article.text)
        return replace(anchor, article=article.id)

    _change_anchors(connection, name, follow)


def let_anchors_wait(connection: sqlite3.Connection, article: Article) -> None:
    """Before an article is taken out: decisions wait for the sentences that they are anchored in."""
    _change_anchors(connection, article.id, lambda anchor: in_sentence(anchor, article.text))


def _change_anchors(connection: sqlite3.Connection, name: str, change: Callable[[Anchor], Anchor]) -> None:
    """Change the anchors in an article of a name. What becomes another decision that there is goes up in that."""
    rows = connection.execute(
        "SELECT decision.id, decision.data FROM anchored JOIN decision ON decision.id = decision "
        "WHERE article = ? ORDER BY decision.id", (name,),
    ).fetchall()  # fmt: skip
    for number, data in rows:
        try:
            decision = msgspec.json.decode(data, type=Decision)
        except (msgspec.DecodeError, UnicodeDecodeError, TypeError):
            continue  # it is told of whenever decisions are read
        after = _changed(decision, lambda anchor: change(anchor) if anchor.article == name else anchor)
        if after == decision:
            continue
        told = msgspec.json.encode(after).decode()
        changed = connection.execute("UPDATE OR IGNORE decision SET data = ? WHERE id = ?", (told, number))
        forget_anchors(connection, number)
        if changed.rowcount:
            enter_anchors(connection, number, after)
        else:
            connection.execute("DELETE FROM decision WHERE id = ?", (number,))


def _changed(decision: Decision, change: Callable[[Anchor], Anchor]) -> Decision:
    sides = {side: tuple(map(change, getattr(decision, side))) for side in _SIDES}
    return replace(decision, **sides)
