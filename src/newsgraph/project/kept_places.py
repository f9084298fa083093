"""How a project keeps what articles know of the keys of nodes, and lets keys follow their words.

Keys are written some time after the articles were read from which a graph was built. What another program has done with
an article meanwhile is looked at before what is known of it is kept.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence

from newsgraph.articles import Article
from newsgraph.graph.ledger import STORY, Known, Ledger, Places
from newsgraph.project.moved_places import Moved, moved_places
from newsgraph.project.packing import DamagedError, pack_places, unpack_article, unpack_places, unpack_waiting
from newsgraph.project.placement import Origin
from newsgraph.project.schema import transaction
from newsgraph.project.waiting import Waiting, come_back, let_wait, together
from newsgraph.records import Record
from newsgraph.stored.records import head_of, places

TextOf = Callable[[str], str | None]
"""The text of an article of an id, as it was when a graph was built; None if that had no such article."""


def write_ledger(connection: sqlite3.Connection, before: Ledger, after: Ledger, text_of: TextOf) -> None:
    """Keep what is new among the keys that were given; `text_of` gives the texts of articles that they rest on."""
    known = [
        Known(article, before.places.get(article, {}), now)
        for article, now in sorted(after.places.items()) if before.places.get(article) != now
    ]  # fmt: skip
    keys = [
        (key, after.replaced.get(key))
        for key in sorted(after.keys)
        if key not in before.keys or before.replaced.get(key) != after.replaced.get(key)
    ]
    if known or keys:
        write_keys(connection, keys, after.stories[len(before.stories) :], known, text_of)


def write_keys(
    connection: sqlite3.Connection, keys: Iterable[tuple[str, str | None]], stories: Iterable[str],
    known: Iterable[Known], text_of: TextOf,
) -> None:
    """Keep keys, with what each was replaced by, which of them are of stories, and what is known of articles.

    An article that was changed since it was read, of which `text_of` gives the text as it was, has the keys where their
    words are now. What another program has entered for the same words meanwhile stays.
    """
    with transaction(connection):
        connection.executemany("INSERT OR REPLACE INTO node_key VALUES (?, ?)", keys)
        connection.executemany("INSERT OR IGNORE INTO story_key (key) VALUES (?)", ((key,) for key in stories))
        for article, before, now in known:
            text = text_of(article)
            if text is None:
                continue
            row = connection.execute("SELECT data FROM article WHERE name = ?", (article,)).fetchone()
            if row is None:
                _add_waiting(connection, article, None, let_wait(now, text))
                continue
            here = _text(row[0], article) or text
            kept = _places(connection, article)
            if here != text:
                moved = Moved(text, here)
                before, (now, gone) = moved_places(before, moved)[0], moved_places(now, moved)
                _add_waiting(connection, article, None, let_wait(gone, text))
            _keep(connection, article, now if kept == before else _with_unknown(kept, now))


def has_places(connection: sqlite3.Connection, name: str) -> bool:
    """Whether keys are known, or wait, of the words of an article of a name."""
    has = "SELECT 1 FROM node_place WHERE article = ?1 UNION ALL SELECT 1 FROM waiting WHERE article = ?1"
    return connection.execute(has, (name,)).fetchone() is not None


def move_places(connection: sqlite3.Connection, name: str, article: Article, moved: Moved) -> None:
    """Before an article takes the place of its former self, of that name: keys stay with the words they are of.

    It may have keys of its own, where it goes by another name.
    """
    kept, waiting = _places(connection, name), _waiting(connection, name)
    now, gone = moved_places(kept, moved)
    back, left = come_back(waiting, article.text, is_same=moved.is_same)
    for table in ("node_place", "waiting"):
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (name,))
    own = _places(connection, article.id)
    _keep(connection, article.id, _with_unknown(_with_unknown(now, back), own))
    for still in (left, let_wait(gone, moved.before)):
        _add_waiting(connection, article.id, None, still)


def let_places_wait(connection: sqlite3.Connection, article: Article, source: str | None) -> None:
    """Before an article is taken out: keys wait for its words; `source` is the file in which it was alone."""
    kept = _places(connection, article.id)
    connection.execute("DELETE FROM node_place WHERE article = ?", (article.id,))
    _add_waiting(connection, article.id, source, let_wait(kept, article.text))


def forget_places(connection: sqlite3.Connection, article: str) -> None:
    """Before an article is taken out of which something is damaged: nobody gets its keys any more."""
    for table in ("node_place", "waiting"):
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))


def find_places(connection: sqlite3.Connection, article: Article, origin: Origin) -> None:
    """An article that is new has the keys that wait for its words, under its name or that of its file."""
    row = connection.execute("SELECT article FROM waiting WHERE article = ?", (article.id,)).fetchone()
    if row is None and origin.alone:
        row = connection.execute(
            "SELECT article FROM waiting WHERE source = ? ORDER BY article LIMIT 1", (origin.source,)
        ).fetchone()
    if row is None:
        return
    (name,) = row
    back, left = come_back(_waiting(connection, name), article.text, is_same=False)
    if name != article.id:
        if not back.keys() - {"article", STORY}:
            return
        back.pop("article", None)
    connection.execute("DELETE FROM waiting WHERE article = ?", (name,))
    _keep(connection, article.id, back)
    _add_waiting(connection, article.id, None, left)


def _with_unknown(kept: Places, found: Places) -> Places:
    """What is known of an article, with what was found where nothing is."""
    unknown = {
        sort: {slot: key for slot, key in at.items() if slot.partition("/")[0] not in kept.get(sort, {})}
        for sort, at in found.items()
    }
    return together(kept, {sort: at for sort, at in unknown.items() if at})


def texts_of(records: Sequence[Record]) -> TextOf:
    """The texts of the articles of records, by their ids."""
    at = places(records)
    return lambda article: head_of(records, at[article]).article.text if article in at else None


def _text(data: bytes, article: str) -> str | None:
    """The text of an article; None where it is damaged, which is told when it is asked for."""
    try:
        return unpack_article(data, article).text
    except DamagedError:
        return None


def _places(connection: sqlite3.Connection, article: str) -> Places:
    row = connection.execute("SELECT data FROM node_place WHERE article = ?", (article,)).fetchone()
    return {} if row is None else unpack_places(row[0])


def _waiting(connection: sqlite3.Connection, article: str) -> Waiting:
    row = connection.execute("SELECT data FROM waiting WHERE article = ?", (article,)).fetchone()
    return {} if row is None else unpack_waiting(row[0])


def _keep(connection: sqlite3.Connection, article: str, places: Places) -> None:
    if places:
        ordered = {sort: dict(sorted(at.items())) for sort, at in sorted(places.items())}
        connection.execute("INSERT OR REPLACE INTO node_place VALUES (?, ?)", (article, pack_places(ordered)))


def _add_waiting(connection: sqlite3.Connection, article: str, source: str | None, found: Waiting) -> None:
    if found:
        kept = _waiting(connection, article)
        both = {name: together(kept.get(name, {}), found.get(name, {})) for name in sorted(kept.keys() | found.keys())}
        connection.execute(
            "INSERT INTO waiting VALUES (?, ?, ?) "
            "ON CONFLICT (article) DO UPDATE SET source = coalesce(excluded.source, source), data = excluded.data",
            (article, source, pack_places(both)),
        )
