"""The graph of a project as it was built last: what has not changed since is not built again.

Of a piece of evidence only the offsets are kept, for its words are in the records. The graph is of use as long as all
that it follows from is the same: records, decisions, keys that were given, options, and the program that built it.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
import networkx as nx

from newsgraph.graph.collector import collector_paused
from newsgraph.graph.corrections import Corpus
from newsgraph.graph.events.claims import Claim
from newsgraph.graph.evidence import Evidence
from newsgraph.graph.ledger import Ledger
from newsgraph.knowledge_graph import KnowledgeGraph
from newsgraph.project.packing import unpacked
from newsgraph.project.schema import forget_graph, transaction
from newsgraph.reader import own_digest
from newsgraph.records import Record
from newsgraph.resolve import Merge
from newsgraph.resolve.decisions import Decided, Decision
from newsgraph.stored.records import heads

_PARTS = ("graph", "resolve", "knowledge", "language")
"""The folders of the package that a graph depends on."""
_PIECE = 1 << 24
"""Bytes of a row: SQLite takes no values of any length."""


_CLAIM = tuple(field for field in Claim.__struct_fields__ if field != "evidence")


class Grounds(msgspec.Struct, frozen=True):
    """What a graph follows from."""

    records: bytes
    """A digest of them."""
    decisions: tuple[Decision, ...]
    keys: bytes
    """A digest of those that were given."""
    base: str | None
    min_confidence: float

    def stamp(self) -> str:
        """The same for the same graph; it follows from the program, too."""
        from newsgraph import __version__

        told = msgspec.json.encode(self, order="deterministic")
        return f"{__version__} {own_digest(*_PARTS)} {hashlib.sha256(told).hexdigest()}"


class _Quote(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A piece of evidence without its words."""

    article: int
    """The number of the article's node."""
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    by: str | None


class _Node(msgspec.Struct, array_like=True, gc=False):
    key: str
    data: dict[str, Any]
    """The attributes in their order; evidence and claims have only their places there."""
    evidence: list[_Quote]
    claims: list[tuple[dict[str, Any], _Quote]]
    """With all that they hold beside the evidence."""
    sources: list[int]
    """From which nodes edges lead here, in the order in which they were made."""


class _Edge(msgspec.Struct, array_like=True, gc=False):
    source: int
    target: int
    key: str
    data: dict[str, Any]
    evidence: list[_Quote]


class _Kept(msgspec.Struct):
    nodes: list[_Node]
    edges: list[_Edge]
    merges: list[Merge]
    texts: dict[str, int]
    stories: dict[str, int] | None
    story_keys: dict[int, str]
    story_replaces: dict[str, list[str]]
    corrections: list[str]


def keep_graph(connection: sqlite3.Connection, graph: KnowledgeGraph, grounds: Grounds) -> None:
    """Keep a graph, if there is room for it."""
    packed = zlib.compress(msgspec.msgpack.encode(_kept(graph)), 1)
    pieces = [(start, packed[start : start + _PIECE]) for start in range(0, len(packed), _PIECE)]
    with contextlib.suppress(sqlite3.OperationalError), transaction(connection):
        forget_graph(connection)
        connection.executemany("INSERT INTO graph_piece VALUES (?, ?)", pieces)
        connection.execute("INSERT INTO setting VALUES ('graph', ?)", (grounds.stamp(),))


def keeps_any(connection: sqlite3.Connection) -> bool:
    """Whether a graph is kept, of whatever grounds."""
    return connection.execute("SELECT 1 FROM setting WHERE name = 'graph'").fetchone() is not None


def keeps(connection: sqlite3.Connection, grounds: Grounds) -> bool:
    """Whether the graph that is kept is the one on these grounds."""
    row = connection.execute("SELECT value FROM setting WHERE name = 'graph'").fetchone()
    return row is not None and row[0] == grounds.stamp()


def read_graph(
    connection: sqlite3.Connection, ids: Sequence[str], data: Sequence[bytes], grounds: Grounds, ledger: Ledger
) -> KnowledgeGraph | None:
    """The graph that was kept, if it is that of these records, and of these keys, on these grounds, and not damaged.

    The records are given as they are kept, with the ids of their articles.
    """
    if not keeps(connection, grounds):
        return None
    records = unpacked(ids, data)
    pieces = connection.execute("SELECT data FROM graph_piece ORDER BY number")
    with collector_paused():
        try:
            kept = msgspec.msgpack.decode(zlib.decompress(b"".join(data for (data,) in pieces)), type=_Kept)
        except (zlib.error, msgspec.MsgspecError, TypeError):
            return None
        network = _network(kept, records)
    options = {"merge_events": True, "merge_proposals": True, "min_confidence": grounds.min_confidence}
    corpus = Corpus(options, ledger, Decided(grounds.decisions, records), base=grounds.base)
    return KnowledgeGraph(network, records, kept.merges, corpus=corpus)


def _kept(graph: KnowledgeGraph) -> _Kept:
    network = graph.nx
    number = {key: index for index, key in enumerate(network)}

    def quotes(found: Iterable[Evidence]) -> list[_Quote]:
        return [
            _Quote(number[e.article], e.start, e.end, e.sentence_start, e.sentence_end, e.by) for e in found
        ]

    return _Kept(
        nodes=[
            _Node(
                key, _placed(data), quotes(data["evidence"]),
                [
                    ({field: getattr(claim, field) for field in _CLAIM}, quotes([claim.evidence])[0])
                    for claim in data.get("claims", ())
                ],
                [number[source] for source in network.pred[key]],
            )
            for key, data in network.nodes(data=True)
        ],
        edges=[
            _Edge(number[one], number[other], key, _placed(data), quotes(data["evidence"]))
            for one, other, key, data in network.edges(keys=True, data=True)
        ],
        merges=list(graph.merges),
        texts=network.graph["texts"], stories=network.graph.get("stories"),
        story_keys=network.graph["story_keys"], story_replaces=network.graph["story_replaces"],
        corrections=sorted(network.graph["corrections"]),
    )


def _placed(data: dict[str, Any]) -> dict[str, Any]:
    """Attributes with only the places of what is kept beside them."""
    return {name: None if name in ("evidence", "claims") else value for name, value in data.items()}


def _network(kept: _Kept, records: Sequence[Record]) -> nx.MultiDiGraph[str]:
    words = _Words(kept.nodes, records)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.graph["texts"] = kept.texts
    network.graph["corrections"] = set(kept.corrections)
    network.graph["story_keys"], network.graph["story_replaces"] = kept.story_keys, kept.story_replaces
    if kept.stories is not None:
        network.graph["stories"] = kept.stories
    for node in kept.nodes:
        node.data["evidence"] = list(words.evidence(node.evidence))
        if node.claims:
            node.data["claims"] = [
                Claim(**fields, evidence=next(words.evidence([quote]))) for fields, quote in node.claims
            ]
        network.add_node(node.key, **node.data)
    keys = [node.key for node in kept.nodes]
    for edge in kept.edges:
        edge.data["evidence"] = list(words.evidence(edge.evidence))
        network.add_edge(keys[edge.source], keys[edge.target], edge.key, **edge.data)
    leading: dict[str, dict[str, Any]] = network._pred  # type: ignore[attr-defined]
    for node in kept.nodes:  # edges were entered by their source; this is the order of those that come in
        leading[node.key] = {keys[source]: leading[node.key][keys[source]] for source in node.sources}
    return network


class _Words:
    """Makes evidence from offsets; what is quoted again is the same."""

    def __init__(self, nodes: Sequence[_Node], records: Sequence[Record]) -> None:
        texts = {head.article.id: head.article.text for head in heads(records)}
        self._articles = {
            number: (node.key, texts[node.data["identifier"]])
            for number, node in enumerate(nodes) if node.data["type"] == "Article"
        }
        self._keys = {node.key: node.key for node in nodes}
        self._sentences: dict[tuple[int, int, int], str] = {}
        self._made: dict[_Quote, Evidence] = {}

    def evidence(self, quotes: Iterable[_Quote]) -> Iterator[Evidence]:
        """Pieces of evidence with their words."""
        for quote in quotes:
            if quote not in self._made:
                key, text = self._articles[quote.article]
                low, high = quote.sentence_start, quote.sentence_end
                sentence = self._sentences.setdefault((quote.article, low, high), text[low:high])
                by = None if quote.by is None else self._keys[quote.by]
                self._made[quote] = Evidence(key, quote.start, quote.end, text[quote.start : quote.end], sentence,
                                             low, high, by)
            yield self._made[quote]
