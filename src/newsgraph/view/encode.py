"""The graph as the data of a page: pyvis's nodes and edges, with evidence, importance and communities.

A node's `id` is its rank in reading order, so that "the first hundred" are the hundred most important. Sentences
stand in a table of their own, since many nodes and edges rest on the same one; marks in them are offsets in UTF-16
units, which is how JavaScript counts.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from newsgraph.graph.claims import DEFAULT_CONFIDENCE
from newsgraph.graph.events.disagreements import standing_words
from newsgraph.view.communities import communities
from newsgraph.view.drawing import Drawing
from newsgraph.view.importance import OPENING, importance, reading_order, simple_graph
from newsgraph.view.labels import readable, short_label
from newsgraph.view.stories import stories_of
from newsgraph.view.vocabulary import as_data, kind_of, tie_of

_LOOKS_SMALL = {"star": 1.4, "triangle": 1.15, "triangleDown": 1.15}
"""How much larger a shape is drawn than a disc, so that it weighs as much to the eye."""
_OWN = {
    "label",
    "type",
    "evidence",
    "count",
    "id",
    "key",
    "n",
    "ev",
    "c",
    "size",
    "shape",
    "group",
    "name",
    "smooth",
}
_RENAMED = {"title": "headline", "source": "publisher", "from": "start", "to": "end", "n_id": "number"}
"""pyvis and vis-network give these names meanings of their own (a tooltip, an end of an edge)."""


def encode(graph: nx.MultiDiGraph[str], title: str, texts: Mapping[str, Text] | None = None) -> dict[str, Any]:
    """All that a page needs to know, as plain JSON values; `texts` are those of articles, by node key.

    A sentence of an article whose text is there is said by its offsets.
    """
    simple = simple_graph(graph)
    mentions = {node: int(attributes.get("count") or 1) for node, attributes in graph.nodes(data=True)}
    scores = importance(simple, mentions)
    types = {node: str(attributes.get("type") or "Other") for node, attributes in graph.nodes(data=True)}
    order = reading_order(simple, scores, types)
    names = {node: readable(str(graph.nodes[node].get("label") or node)).strip() for node in graph}
    labels = {node: short_label(names[node]) for node in graph}
    # A full picture is seen from further off.
    scale = 1 + 0.75 * min(1.0, len(order) / OPENING)
    sizes = {node: _size(types[node], scores.get(node, 0.0)) * scale for node in graph}
    articles = sorted(node for node in graph if types[node] == "Article")
    community = communities(simple, order)
    ids = {node: i for i, node in enumerate([*order, *articles])}
    texts = {node: texts[node] for node in articles if texts and node in texts}
    sentences = _Sentences(ids, texts)

    drawing = Drawing()
    for node, i in ids.items():
        attributes = graph.nodes[node]
        options: dict[str, Any] = {"c": community[node]} if node in community else {}
        # The label in the drawing is cut; the page shows the whole name in the panel.
        if labels[node] != names[node]:
            options["name"] = names[node]
        options |= _plain(attributes)
        if types[node] == "Event" and attributes.get("name"):
            options["named"] = True
        if marks := standing_words(graph, node):
            options["standing"] = marks
        evidence = sentences.refer(attributes.get("evidence") or ())
        drawing.add_node(
            i,
            label=labels[node],
            shape=kind_of(types[node]).shape,
            group=types[node],
            size=round(sizes[node], 1),
            key=str(node),
            n=int(attributes.get("count") or len(evidence) or 1),
            ev=evidence,
            **options,
        )
    _add_edges(drawing, graph, ids, sentences)
    return {
        "title": title,
        "opening": min(OPENING, len(order)),
        "sure": DEFAULT_CONFIDENCE,
        **as_data({n["group"] for n in drawing.nodes}, {e["type"] for e in drawing.edges}),
        "nodes": drawing.nodes,
        "edges": drawing.edges,
        "stories": stories_of(graph, ids),
        "sentences": sentences.rows,
        "texts": {
            ids[node]: [text, [_utf16(text, start) for start, _ in bounds]] for node, (text, bounds) in texts.items()
        },
    }


def _size(node_type: str, score: float) -> float:
    """Radius in pixels; its area grows with importance."""
    return (7 + 11 * math.sqrt(score)) * _LOOKS_SMALL.get(kind_of(node_type).shape, 1.0)


def _add_edges(drawing: Drawing, graph: nx.MultiDiGraph[str], ids: Mapping[str, int], sentences: _Sentences) -> None:
    """Edges in the direction in which they read; parallel ones bent apart."""
    edges = sorted(
        ((ids[a], ids[b], str(d.get("type") or key), d) for a, b, key, d in graph.edges(keys=True, data=True)),
        key=lambda edge: edge[:3],
    )
    between: dict[tuple[int, int], int] = {}
    for a, b, _, _ in edges:
        between[min(a, b), max(a, b)] = between.get((min(a, b), max(a, b)), 0) + 1
    seen: dict[tuple[int, int], int] = {}
    for a, b, edge_type, attributes in edges:
        pair = (min(a, b), max(a, b))
        number = seen[pair] = seen.get(pair, 0) + 1
        source, target = (b, a) if tie_of(edge_type).backwards else (a, b)
        options = {} if edge_type == "reportedIn" else _plain(attributes)  # the event has what these give
        bend = _bend(number - 1, between[pair])
        if source == target or bend == 0:
            options["smooth"] = False
        else:
            clockwise = (bend > 0) == (source < target)
            options["smooth"] = {"type": "curvedCW" if clockwise else "curvedCCW", "roundness": abs(bend)}
        evidence = sentences.refer(attributes.get("evidence") or ())
        drawing.add_edge(
            source, target, type=edge_type, n=int(attributes.get("count") or len(evidence) or 1), ev=evidence,
            **options,
        )  # fmt: skip


def _bend(number: int, count: int) -> float:
    """Roundness of one of `count` parallel edges; 0 is straight, the sign says the side."""
    return round((number - (count - 1) / 2) * min(0.22, 0.9 / count), 3)


def _plain(attributes: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes that JSON can hold, as they are; what is empty or our own is left out."""
    plain: dict[str, Any] = {}
    for name, value in attributes.items():
        if hasattr(value, "item"):  # a number of NumPy
            value = value.item()
        if name in _OWN or value is None or value == "" or value is False or value != value:
            continue
        name = _RENAMED.get(name, name)
        if isinstance(value, bool | int | float | str):
            plain[name] = value
        elif isinstance(value, list | tuple | set | frozenset):
            items = sorted(map(str, value)) if isinstance(value, set | frozenset) else [str(item) for item in value]
            if items:
                plain[name] = items
        else:
            plain[name] = str(value)
    return plain


Text = tuple[str, Sequence[tuple[int, int]]]
"""The text of an article, and the bounds of its sentences in code points."""


class _Sentences:
    """The table of sentences, filled by those who refer to it."""

    def __init__(self, ids: Mapping[str, int], texts: Mapping[str, Text]) -> None:
        self.rows: list[list[Any]] = []
        """`[article, sentence, start]`, or `[article, start, end]` of the article's text, in UTF-16 units."""
        self._ids = ids
        self._texts = texts
        self._index: dict[tuple[str, int, str], int] = {}

    def refer(self, evidence: Iterable[Any]) -> list[list[int]]:
        """Rows `[sentence, mark start, mark end]` and, where an actor says so, that actor; each once, in order."""
        rows: dict[tuple[int, ...], None] = {}
        for item in evidence:
            key = (str(item.article), int(item.sentence_start), str(item.sentence))
            if key not in self._index:
                self._index[key] = len(self.rows)
                self.rows.append(self._row(item))
            start = min(max(item.start - item.sentence_start, 0), len(item.sentence))
            end = min(max(item.end - item.sentence_start, start), len(item.sentence))
            row = [self._index[key], _utf16(item.sentence, start), _utf16(item.sentence, end)]
            by = getattr(item, "by", None)
            if by is not None and by in self._ids:
                row.append(self._ids[by])
            rows[tuple(row)] = None
        return [list(row) for row in rows]


    def _row(self, item: Any) -> list[Any]:
        article, start = self._ids.get(item.article, -1), item.sentence_start
        text = self._texts[item.article][0] if item.article in self._texts else ""
        if not item.sentence or text[start : start + len(item.sentence)] != item.sentence:
            return [article, item.sentence, start]
        return [article, _utf16(text, start), _utf16(text, start + len(item.sentence))]


def _utf16(text: str, offset: int) -> int:
    """An offset in code points as one in UTF-16 units."""
    return offset if text.isascii() else len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
