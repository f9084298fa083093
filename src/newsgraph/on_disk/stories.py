"""The stories that articles tell, on the disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, cast

import msgspec

from newsgraph.graph.events.stories import LEAST, Story, story_of
from newsgraph.on_disk.network import DiskGraph

_pack = msgspec.msgpack.Encoder().encode
_story = msgspec.msgpack.Decoder(Story).decode


STORY_ORDER = "ORDER BY story.articles DESC, story.start, story.key, story.first"
"""Those of most articles first."""


class DiskStories(Iterable[Story]):
    """The stories that were found, those of most articles first."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute("CREATE TABLE story (articles INTEGER, start TEXT, key TEXT, first TEXT, data BLOB)")
        connection.execute("CREATE TABLE in_story (event TEXT, first TEXT)")
        connection.execute("CREATE TABLE story_replaces (story TEXT, old TEXT)")

    def find(self, graph: DiskGraph, articles: Sequence[str]) -> None:
        """Find the story that articles tell, given by their keys, in order, if several tell an event."""
        if len(articles) < LEAST:
            return
        told = {article: graph.events_in(article) for article in articles}
        spread = graph.spread({event for own in told.values() for event in own})
        story = story_of(cast("Any", graph), articles, told, spread)
        if story is None:
            return
        row = len(story.articles), story.start or "9999", story.key, articles[0], _pack(story)
        self._connection.execute("INSERT INTO story VALUES (?, ?, ?, ?, ?)", row)
        self._connection.executemany(
            "INSERT INTO in_story VALUES (?, ?)", [(event, articles[0]) for event in {*story.own, story.main}]
        )

    def clear(self) -> None:
        """Forget them."""
        self._connection.execute("DELETE FROM story")
        self._connection.execute("DELETE FROM in_story")

    def __iter__(self) -> Iterator[Story]:
        rows = self._connection.execute(f"SELECT key, data FROM story {STORY_ORDER}")
        return (replace(_story(data), key=key, replaces=tuple(self._replaced_by(key))) for key, data in rows)

    def enter_replaced(self, story: str, keys: Iterable[str]) -> None:
        """Enter the keys of stories of before that have most of their articles in one of now."""
        self._connection.executemany("INSERT INTO story_replaces VALUES (?, ?)", ((story, key) for key in keys))

    def _replaced_by(self, story: str) -> list[str]:
        rows = self._connection.execute("SELECT old FROM story_replaces WHERE story = ? ORDER BY old", (story,))
        return [old for (old,) in rows]

    def index(self) -> None:
        """Make it possible to ask for the stories of events."""
        self._connection.execute("CREATE INDEX IF NOT EXISTS of_event ON in_story (event)")
        self._connection.execute("CREATE INDEX IF NOT EXISTS of_article ON story (first)")
        self._connection.execute("CREATE INDEX IF NOT EXISTS of_story ON story_replaces (story)")

    def of(self, event: str) -> list[str]:
        """The keys of the stories that an event is the main one of, or that alone tell it."""
        found = f"SELECT key FROM in_story CROSS JOIN story USING (first) WHERE event = ? {STORY_ORDER}"
        return [story for (story,) in self._connection.execute(found, (event,))]
