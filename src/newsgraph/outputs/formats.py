"""What a graph is written as: the ending of a file says the format, and its name the table."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import msgspec
import networkx as nx

from newsgraph.errors import OutputError
from newsgraph.outputs.property_graphs import write_gexf, write_graphml, write_neo4j_nodes, write_neo4j_relationships

if TYPE_CHECKING:
    from newsgraph.graph.evidence_graph import EvidenceGraph

TABLES = (
    "actors", "countries", "agencies", "places", "events", "proposals", "statements", "relations", "stances",
    "articles", "stories", "disagreements", "decisions", "nodes", "edges", "columns",
)
"""What a `.csv` or `.parquet` file may be named after: `proposals.csv` holds the proposals."""


def _rdf(ending: str) -> Callable[[EvidenceGraph, IO[bytes], str, dict[str, Any]], None]:
    def write(graph: EvidenceGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
        from newsgraph.rdf import write_rdf

        write_rdf(graph, stream, ending, options.get("base") or graph.base, options.get("license"))

    return write


def _html(graph: EvidenceGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
    from newsgraph.view import to_html

    page = to_html(graph, title=options.get("title", "newsgraph"), texts=options.get("texts", True))
    stream.write(page.encode())


def _records(graph: EvidenceGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
    from newsgraph.record_lines import write_records

    write_records(graph.own_records, stream)


NETWORKS = ("proposal_network", "congruence_network")
"""What a `.graphml` or `.gexf` file may be named after to hold a network of actors and proposals alone."""


def _network(graph: EvidenceGraph, name: str) -> nx.Graph[str]:
    found: nx.Graph[str] = getattr(graph, name)() if name in NETWORKS else graph.nx
    return found


def _graphml(graph: EvidenceGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
    write_graphml(_network(graph, name), stream)


def _gexf(graph: EvidenceGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
    write_gexf(_network(graph, name), stream)


def _neo4j_nodes(graph: EvidenceGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
    write_neo4j_nodes(graph.nx, stream)


def _neo4j_relationships(graph: EvidenceGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
    write_neo4j_relationships(graph.nx, stream)


NEO4J = "neo4j"
"""The name of a folder that holds what `neo4j-admin database import` takes."""
_NEO4J_FILES = {"nodes.csv": _neo4j_nodes, "relationships.csv": _neo4j_relationships}


def _node_link(graph: EvidenceGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
    data = nx.node_link_data(graph.nx, edges="edges")
    stream.write(json.dumps(msgspec.to_builtins(data), ensure_ascii=False, sort_keys=True).encode())


def _project(graph: EvidenceGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
    from newsgraph.project.writing import write_project

    write_project(graph, stream, options["folder"])


def _csv(graph: EvidenceGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
    stream.write(_table(graph, name).to_csv(index=False, lineterminator="\n").encode("utf-8"))


def _parquet(graph: EvidenceGraph, stream: IO[bytes], name: str, options: dict[str, Any]) -> None:
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        raise OutputError(f"{name}.parquet needs pyarrow; `pip install 'newsgraph[parquet]'` brings it") from None
    _table(graph, name).to_parquet(stream)


def _table(graph: EvidenceGraph, name: str) -> Any:
    if name not in TABLES:
        raise OutputError(f"a table is named after what it holds: {', '.join(TABLES)}; rename {name!r}")
    return getattr(graph, name)()


Writer = Callable[["EvidenceGraph", IO[bytes], str, dict[str, Any]], None]

PROJECT = ".newsgraph"

FORMATS: dict[str, Writer] = {
    **{ending: _rdf(ending) for ending in (".ttl", ".nt", ".nq", ".trig", ".jsonld", ".rdf")},
    ".html": _html,
    ".graphml": _graphml,
    ".gexf": _gexf,
    ".json": _node_link,
    ".jsonl": _records,
    ".csv": _csv,
    ".parquet": _parquet,
    PROJECT: _project,
}
"""Endings and their writers."""


def writers_of(path: Path) -> list[tuple[Path, Writer]]:
    """The files of an output, with what writes each: one, or those of a folder for Neo4j."""
    if path.name != NEO4J:
        return [(path, FORMATS[format_ending(path)])]
    path.mkdir(exist_ok=True)
    return [(path / name, write) for name, write in _NEO4J_FILES.items()]


def format_ending(path: Path) -> str:
    """The ending that says the format, in small letters; of `graph.ttl.gz` it is `.ttl`."""
    return Path(path.name[:-3]).suffix.lower() if path.name.lower().endswith(".gz") else path.suffix.lower()


def stem_of(path: Path) -> str:
    """The name of a file without its endings: that of the table that it holds."""
    return path.name.partition(".")[0] if path.name.lower().endswith(".gz") else path.stem


