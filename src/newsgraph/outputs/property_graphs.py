"""The graph for tools of property graphs: GraphML, GEXF, and the CSV that `neo4j-admin database import` takes.

Numbers stay numbers and truth values truth values; lists and evidence are JSON text, but in Neo4j lists of texts are
lists. The kind of an edge is its `type`, in GEXF also its `label`; in both its number is its `id`, as no two edges of a
file may have the same, and what networkx keeps it by is its `key` (in GEXF `networkx_key`).
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import IO, Any

import msgspec
import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from newsgraph.graph.characters import without_controls
from newsgraph.graph.evidence import Evidence
from newsgraph.graph.views import ACTORS

Scalar = str | int | float | bool
_FLOATS = frozenset(("lat", "lon", "confidence", "weight"))
"""Attributes that are no whole numbers even where one happens to be."""


def write_graphml(network: nx.Graph[str], stream: IO[bytes]) -> None:
    """Write GraphML."""
    nx.write_graphml(_plain(network, numbered=True), stream)


def write_gexf(network: nx.Graph[str], stream: IO[bytes]) -> None:
    """Write GEXF, without the day, so that it is the same each time, and without what its schema does not know."""
    writer = GEXFWriter(encoding="utf-8", prettyprint=True)
    writer.add_graph(_plain(network, _KIND))
    for title in writer.xml.iterfind(f"graph/attributes[@class='edge']/attribute[@title='{_KIND}']"):
        title.set("title", "type")
    for path, unwanted in (("meta", "lastmodifieddate"), ("graph", "name")):
        for element in writer.xml.iterfind(path):
            element.attrib.pop(unwanted, None)
    writer.write(stream)


_KIND = "kind of edge"
"""What networkx is told that the type of an edge is called, as it takes an attribute `type` for the direction."""


def _plain(network: nx.Graph[str], kind: str = "type", *, numbered: bool = False) -> nx.Graph[str]:
    """The network in the order of its keys, with values that every format takes.

    The type of an edge is called `kind`, and its label, too, where that is another word. Edges that are `numbered` have
    their key as an attribute.
    """
    flat: nx.Graph[str] = network.__class__()
    for key in sorted(network):
        flat.add_node(key, **{fact: _scalar(fact, value) for fact, value in network.nodes[key].items()})
    many = network.is_multigraph()
    edges: Iterable[Any] = network.edges(keys=True, data=True) if many else network.edges(data=True)  # type: ignore
    for number, (*ends, tie) in enumerate(sorted(edges, key=lambda edge: edge[:-1])):
        facts = {kind if fact == "type" else fact: _scalar(fact, value) for fact, value in tie.items()}
        if "type" in tie and kind != "type":
            facts["label"] = str(tie["type"])
        if many and numbered:
            facts["key"], ends[2] = ends[2], number
        flat.add_edges_from([(*ends, facts)])
    return flat


def write_neo4j_nodes(network: nx.MultiDiGraph[str], stream: IO[bytes]) -> None:
    """Write the nodes, with their classes as labels; their keys are properties, too."""
    nodes = {key: network.nodes[key] for key in sorted(network)}
    _write_rows([{_KEY: key, ":LABEL": _labels(data), **_rest(data)} for key, data in nodes.items()], stream)


_KEY = "key:ID"
"""Without a name, Neo4j would forget what tells nodes apart after the import."""


def _labels(data: dict[str, Any]) -> str:
    """What kind of node it is, and whether it acts."""
    kind: str = data["type"]
    return f"{kind};Actor" if kind in ACTORS or data.get("acts") else kind


def write_neo4j_relationships(network: nx.MultiDiGraph[str], stream: IO[bytes]) -> None:
    """Write the edges, with their kinds as types."""
    edges: list[Any] = sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3])
    _write_rows(
        [{":START_ID": a, ":END_ID": b, ":TYPE": data["type"], **_rest(data)} for a, b, _, data in edges], stream
    )


def _rest(data: dict[str, Any]) -> dict[str, Any]:
    return {fact: value for fact, value in data.items() if fact != "type"}


def _write_rows(rows: list[dict[str, Any]], stream: IO[bytes]) -> None:
    """A table with `name:type` in its header, as Neo4j reads it; lines inside of a text become spaces."""
    names = dict.fromkeys(name for row in rows for name in row)
    typed = {name: _neo4j_type(name, [row[name] for row in rows if name in row]) for name in names}
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([name + kind for name, kind in typed.items()])
    for row in rows:
        writer.writerow([_cell(name, row.get(name), kind) for name, kind in typed.items()])
    text.detach()


def _neo4j_type(name: str, values: list[Any]) -> str:
    if name == _KEY or name.startswith(":"):
        return ""
    if name in _FLOATS:
        return ":float"
    for kind, wanted in ((":boolean", bool), (":int", int), (":float", float)):
        if all(isinstance(value, wanted) for value in values):
            return kind
    return ":string[]" if all(_is_texts(value) for value in values) else ""


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _cell(name: str, value: Any, kind: str) -> str:
    if value is None:
        return ""
    if kind == ":string[]":
        return ";".join(without_controls(" ".join(item.replace(";", ",").split())) for item in value)
    plain = _scalar(name, value)
    return str(plain).lower() if isinstance(plain, bool) else " ".join(str(plain).split())


def _scalar(name: str, value: Any) -> Scalar:
    """A value that every format takes."""
    if isinstance(value, str):
        return without_controls(value)
    if isinstance(value, bool | int | float):
        return float(value) if name in _FLOATS else value
    if isinstance(value, list) and value and isinstance(value[0], Evidence):
        value = [{"article": e.article, "start": e.start, "end": e.end, "sentence": e.sentence} for e in value]
    return without_controls(json.dumps(msgspec.to_builtins(value), ensure_ascii=False))
