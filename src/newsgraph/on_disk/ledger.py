"""Keys that stay, of a graph on the disk: votes, keys and places of its nodes lie there, too.

What was given before is read article by article, and what has changed is laid down, to be kept elsewhere.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, Protocol

import msgspec

from newsgraph.graph.ledger import (
    STORY,
    Known,
    Places,
    give_keys,
    known_now,
    node_class,
    node_places,
    standing_for,
)
from newsgraph.on_disk.building import DiskNetwork
from newsgraph.on_disk.network import DiskGraph
from newsgraph.on_disk.scratch import Rows, enter
from newsgraph.on_disk.stories import DiskStories
from newsgraph.on_disk.story_keys import STORY_TABLES, StoryVotesOnDisk
from newsgraph.stored.remembered import near

_COUNTED = 2_000
"""Nodes and keys of which votes are counted in memory."""
_ARTICLES = 8
"""Articles of which it is remembered what was known before."""
_pack = msgspec.msgpack.Encoder().encode
_offsets = msgspec.msgpack.Decoder(list[str]).decode
_places = msgspec.msgpack.Decoder(Places).decode


class Kept(Protocol):
    """Where the keys are kept that were given."""

    def given(self) -> Iterable[tuple[str, str | None]]:
        """All of them, in order, with what each was replaced by."""

    def of_stories(self) -> Iterable[str]:
        """Those that were given to stories, the oldest first."""

    def of_articles(self) -> Iterable[tuple[str, Places]]:
        """What is known of all articles, in order."""


class KnownKeys:
    """The keys that were given before, and what is known of articles."""

    def __init__(self, connection: sqlite3.Connection, kept: Kept) -> None:
        """Lay them down."""
        self._connection = connection
        connection.execute("CREATE TABLE ever (key TEXT PRIMARY KEY, replaced TEXT, before TEXT, is_new INTEGER) "
                           "WITHOUT ROWID")  # fmt: skip
        connection.execute("CREATE TABLE known_place (article TEXT PRIMARY KEY, data BLOB) WITHOUT ROWID")
        connection.execute("CREATE TABLE story_ever (number INTEGER PRIMARY KEY, key TEXT UNIQUE, is_new INTEGER)")
        enter(connection, "INSERT INTO ever VALUES (?, ?, ?, 0)", ((key, after, after) for key, after in kept.given()))
        enter(connection, "INSERT INTO story_ever (key, is_new) VALUES (?, 0)", ((key,) for key in kept.of_stories()))
        enter(connection, "INSERT INTO known_place VALUES (?, ?)",
              ((name, _pack(at)) for name, at in kept.of_articles()))
        self.of = near(self._read, _ARTICLES)
        """What is known of an article, by its id."""

    def _read(self, article: str) -> Places:
        row = self._connection.execute("SELECT data FROM known_place WHERE article = ?", (article,)).fetchone()
        return {} if row is None else _places(row[0])


_CHANGED = "(is_new OR replaced IS NOT before)"


class NewKeys:
    """What has changed among the keys that were given."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __bool__(self) -> bool:
        """Whether anything has."""
        tables = f"SELECT 1 FROM ever WHERE {_CHANGED} UNION ALL SELECT 1 FROM new_place LIMIT 1"
        return self._connection.execute(tables).fetchone() is not None

    def given(self) -> Iterator[tuple[str, str | None]]:
        """Keys that are new, or that something else stands for now, in order."""
        return iter(self._connection.execute(f"SELECT key, replaced FROM ever WHERE {_CHANGED} ORDER BY key"))

    def stories(self) -> Iterator[str]:
        """Keys that are new, of stories, in the order in which they were given."""
        return (key for (key,) in self._connection.execute("SELECT key FROM story_ever WHERE is_new ORDER BY number"))

    def places(self) -> Iterator[Known]:
        """The articles of which something else is known now, in order."""
        rows = self._connection.execute(
            "SELECT article, known_place.data, new_place.data FROM new_place LEFT JOIN known_place USING (article) "
            "ORDER BY article"
        )
        return (Known(article, {} if data is None else _places(data), _places(now)) for article, data, now in rows)


def keep_on_disk(network: DiskNetwork, known: KnownKeys) -> NewKeys:
    """Give the nodes of a network the keys that are known; what has changed among these.

    The same as `keep_keys` does in memory.
    """
    connection = network.connection
    votes = _VotesOnDisk(connection, network.graph, known)
    give_keys(votes)
    if (changed := votes.changed()) is not None:
        network.rename(changed)
    votes.replace_lost()
    stories = StoryVotesOnDisk(network, known.of)
    give_keys(stories)
    stories.enter()
    votes.enter_places(stories.given_to)
    votes.tell_replaced(network.told_stories)
    for table in ("told_place", "vote", "kept", "joined", "replacing", *STORY_TABLES):
        connection.execute(f"DROP TABLE {table}")
    network.rest()
    return NewKeys(connection)


_TABLES = (
    "told_place (article TEXT, number INTEGER, sort TEXT, node TEXT, offsets BLOB)",
    "counted (node TEXT, key TEXT, count INTEGER)",
    "vote (node TEXT, key TEXT, count INTEGER)",
    "kept (node TEXT PRIMARY KEY, key TEXT UNIQUE) WITHOUT ROWID",
    "joined (old TEXT PRIMARY KEY, new TEXT) WITHOUT ROWID",
    "new_place (article TEXT, data BLOB)",
    "replacing (new TEXT, old TEXT)",
)


class _VotesOnDisk:
    """The votes of the places of a graph. Articles are known by the keys of their nodes before any was changed."""

    def __init__(self, connection: sqlite3.Connection, graph: DiskGraph, known: KnownKeys) -> None:
        self._connection, self._graph, self.known = connection, graph, known.of
        self._counted: Counter[tuple[str, str]] = Counter()
        for table in _TABLES:
            connection.execute(f"CREATE TABLE {table}")
        self._given = Rows(connection, "INSERT OR IGNORE INTO kept VALUES (?, ?)")
        self._lay_places()

    def _lay_places(self) -> None:
        """Lay down the places of all nodes, article by article, of each in the order in which nodes were entered."""
        self._connection.execute("CREATE TABLE place AS SELECT * FROM told_place")
        enter(self._connection, "INSERT INTO place VALUES (?, ?, ?, ?, ?)", (
            (article, number, node_class(data["type"]), key, _pack([offsets for _, offsets in places]))
            for number, key, data in self._graph.nodes.numbered()
            for article, places in groupby(node_places(key, data), itemgetter(0))
        ))  # fmt: skip
        self._connection.execute("INSERT INTO told_place SELECT * FROM place ORDER BY article, number")
        self._connection.execute("DROP TABLE place")

    def places(self) -> Iterator[tuple[str, str, str, str]]:
        rows = self._connection.execute("SELECT article, node, sort, offsets FROM told_place ORDER BY rowid")
        for key, own in groupby(rows, itemgetter(0)):
            article = self._graph.nodes[key]["identifier"]
            for _, node, sort, offsets in own:
                yield from ((node, sort, article, where) for where in _offsets(offsets))

    def vote(self, node: str, key: str) -> None:
        self._counted[node, key] += 1
        if len(self._counted) >= _COUNTED:
            self._count()

    def _count(self) -> None:
        found = ((*pair, count) for pair, count in self._counted.items())
        self._connection.executemany("INSERT INTO counted VALUES (?, ?, ?)", found)
        self._counted.clear()

    def wishes(self) -> Iterator[tuple[str, str]]:
        self._count()
        self._connection.execute("INSERT INTO vote SELECT node, key, sum(count) FROM counted GROUP BY node, key")
        self._connection.execute("DROP TABLE counted")
        return iter(self._connection.execute("SELECT node, key FROM vote ORDER BY -count, key != node, key, node"))

    def give(self, node: str, key: str) -> None:
        self._given.add(node, key)

    def nodes_without(self) -> Iterator[tuple[str, str]]:
        self._given.flush()
        return ((node, node) for node in self._graph.nodes.without("SELECT node FROM kept"))

    def is_given(self, key: str) -> bool:
        self._given.flush()
        return self._connection.execute("SELECT 1 FROM kept WHERE key = ?", (key,)).fetchone() is not None

    def was_given(self, key: str) -> bool:
        self._given.flush()
        found = "SELECT 1 FROM ever WHERE key = ?1 UNION ALL SELECT 1 FROM kept WHERE key = ?1"
        return self._connection.execute(found, (key,)).fetchone() is not None

    def changed(self) -> Iterator[tuple[str, str]] | None:
        """The nodes whose keys are others now, with these; None if there is none."""
        self._given.flush()
        rows = self._connection.execute("SELECT node, key FROM kept WHERE node != key")
        first = rows.fetchone()
        return None if first is None else chain([first], rows)

    def replace_lost(self) -> None:
        """Enter the keys that were given now, and what stands for those that places know and no node has."""
        lost = self._connection.execute(
            "SELECT vote.key, kept.key FROM vote JOIN kept ON kept.node = vote.node "
            "WHERE vote.key NOT IN (SELECT key FROM kept) ORDER BY vote.key, vote.count DESC, vote.node"
        )
        first = (next(rows) for _, rows in groupby(lost, itemgetter(0)))
        enter(self._connection, "INSERT INTO joined VALUES (?, ?)", first)
        self._connection.execute("INSERT OR IGNORE INTO ever SELECT key, NULL, NULL, 1 FROM kept")
        self._connection.execute(
            "UPDATE ever SET replaced = NULL WHERE replaced IS NOT NULL "
            "AND (key IN (SELECT key FROM kept) OR key IN (SELECT old FROM joined))"
        )

    def enter_places(self, story_of: Callable[[str], str | None]) -> None:
        """Lay down what is known now of each article of which something else was known before.

        `story_of` gives the key of the story that an article, given by its key, is in.
        """
        rows = self._connection.execute(
            "SELECT article, kept.node != key, sort, key, offsets FROM told_place "
            "CROSS JOIN kept ON kept.node = told_place.node ORDER BY told_place.rowid"
        )
        enter(self._connection, "INSERT INTO new_place VALUES (?, ?)", (
            (article, _pack(places)) for article, places in self._places_now(rows, story_of)
            if places != self.known(article)
        ))  # fmt: skip

    def _places_now(
        self, rows: Iterable[tuple[Any, ...]], story_of: Callable[[str], str | None]
    ) -> Iterator[tuple[str, Places]]:
        nodes = self._graph.nodes
        for key, own in groupby(rows, itemgetter(0)):
            places: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
            for _, _, sort, given, offsets in sorted(own, key=itemgetter(1)):  # nodes with another key come last
                for where in _offsets(offsets):
                    places[sort][where].append(given)
            if (story := story_of(now := nodes.renamed.get(key, key))) is not None:
                places[STORY][""].append(story)
            article = nodes[now]["identifier"]
            yield article, known_now(self.known(article), places, self._joined)

    def _joined(self, key: str) -> str | None:
        row = self._connection.execute("SELECT new FROM joined WHERE old = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def _standing(self) -> Iterator[tuple[str, str]]:
        """The keys that something else stands for, with that, in order."""
        unknown = "SELECT replaced FROM ever WHERE key = ?"

        def replaced(key: str) -> str | None:
            if (new := self._joined(key)) is not None:
                return new
            row = self._connection.execute(unknown, (key,)).fetchone()
            return None if row is None else row[0]

        rows = self._connection.execute(
            "SELECT old FROM joined UNION SELECT key FROM ever WHERE replaced IS NOT NULL ORDER BY 1"
        )
        return ((key, standing_for(key, replaced)) for (key,) in rows)

    def tell_replaced(self, stories: DiskStories) -> None:
        """Enter into each node, and each story, the keys that it stands for."""
        enter(self._connection, "INSERT INTO replacing VALUES (?2, ?1)", self._standing())
        rows = self._connection.execute("SELECT new, old FROM replacing ORDER BY new, old")
        for new, olds in groupby(rows, itemgetter(0)):
            if new in self._graph:
                self._graph.nodes[new]["replaces"] = [old for _, old in olds]
            else:
                stories.enter_replaced(new, [old for _, old in olds])
