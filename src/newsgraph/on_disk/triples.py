"""The triples of a graph on the disk: node after node, each put together from what was told of it, and let go."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any, cast

from newsgraph.graph.evidence import Evidence
from newsgraph.on_disk.building import DiskNetwork
from newsgraph.on_disk.scratch import Rows
from newsgraph.rdf.evidence import Part, article_triples, mark, sentence
from newsgraph.rdf.terms import Sourced
from newsgraph.rdf.triples import Edge, Told


class DiskQuotations:
    """What was rested on, by article, on the disk."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute("DROP TABLE IF EXISTS part")
        connection.execute("CREATE TABLE part (article TEXT, start INTEGER, stop INTEGER, low INTEGER, high INTEGER, "
                           "by TEXT)")  # fmt: skip
        self._rows = Rows(connection, "INSERT INTO part VALUES (?, ?, ?, ?, ?, ?)")

    def sentence(self, quoted: Evidence) -> Part:
        """A sentence that something rests on."""
        return self._kept(sentence(quoted))

    def mark(self, quoted: Evidence, *, voiced: bool) -> Part:
        """Words that something rests on."""
        self._kept(sentence(quoted))
        return self._kept(mark(quoted, voiced=voiced))

    def _kept(self, part: Part) -> Part:
        low, high = part.sentence or (None, None)
        self._rows.add(part.article, part.start, part.end, low, high, part.by)
        return part

    def triples(self, base: str, text_of: Callable[[str], str]) -> Iterator[Sourced]:
        """All parts, each with its article, in the order of the text; `text_of` gives the words of an article."""
        self._rows.flush()
        rows = self._connection.execute("SELECT DISTINCT * FROM part ORDER BY article")
        for article, found in groupby(rows, itemgetter(0)):
            text = text_of(article)
            parts = [
                Part(article, start, end, text[start:end], None if low is None else (low, high), by)
                for _, start, end, low, high, by in found
            ]
            for triple in article_triples(parts, base):
                yield triple, article


def _by_source(edges: Iterator[Edge]) -> Callable[[str], list[Edge]]:
    """What gives the edges of each node, of those that are asked for in the order in which the edges are."""
    grouped = groupby(edges, itemgetter(0))
    following = next(grouped, None)

    def edges_of(key: str) -> list[Edge]:
        nonlocal following
        if following is None or following[0] != key:
            return []
        own = list(following[1])
        following = next(grouped, None)
        return own

    return edges_of


def disk_triples(network: DiskNetwork, base: str) -> Iterator[Sourced]:
    """All triples of a network, once for each article that says so, by subject."""
    connection, graph = network.connection, network.graph
    network.told_stories.index()
    parts = DiskQuotations(connection)

    def text_of(article: str) -> str:
        return network.by_article[graph.nodes[article]["identifier"]].article.text

    told = Told(cast("Any", graph), cast("Any", graph.nodes), base, parts)
    edges_of, mirrored_of = _by_source(graph.told_edges()), _by_source(graph.mirrored_ties())
    for key, data in graph.nodes.items():
        text = text_of(key) if data["type"] == "Article" else None
        yield from told.node(key, data, edges_of(key), mirrored_of(key), network.told_stories.of(key), text)
    for story in network.told_stories:
        yield from told.story(replace(story, name=graph.nodes[story.main]["label"]))
    yield from parts.triples(base, text_of)
