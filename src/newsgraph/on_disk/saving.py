"""Records to N-Triples and N-Quads, joined across articles, without a graph in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsgraph.errors import OutputError
from newsgraph.graph.bases import check_base, corpus_base
from newsgraph.graph.build_graph import fill, to_claim
from newsgraph.graph.claims import DEFAULT_CONFIDENCE
from newsgraph.graph.collector import collector_paused
from newsgraph.graph.decisions import mark_decisions
from newsgraph.on_disk.building import DiskNetwork
from newsgraph.on_disk.ledger import KnownKeys, NewKeys, keep_on_disk
from newsgraph.on_disk.nodes import DiskNodes
from newsgraph.on_disk.scratch import scratch
from newsgraph.on_disk.triples import disk_triples
from newsgraph.outputs.formats import format_ending
from newsgraph.outputs.license import check_license
from newsgraph.outputs.saving import check_output, tell_replaced
from newsgraph.rdf.provenance import Sources
from newsgraph.rdf.terms import quad_lines, triple_lines
from newsgraph.rdf.writing import in_graphs, with_run
from newsgraph.records import Record
from newsgraph.resolve.decisions import Decided, Decision
from newsgraph.sources import OnProblem
from newsgraph.stored.layers import layered
from newsgraph.stored.records import FEW, Head, LazyRecords, head_of, heads, places, stored
from newsgraph.whole_files import synced, told, whole_files, zipped

_ENDINGS = (".nt", ".nq")
"""Formats that are written line by line."""


def is_for(path: Path) -> bool:
    """Whether a graph that lies on the disk can be written in the format of the ending."""
    return format_ending(path) in _ENDINGS


def save_from_disk(
    records: Iterable[Record],
    paths: Sequence[Path],
    *,
    base: str | None = None,
    license: str | None = None,
    min_confidence: float = DEFAULT_CONFIDENCE,
    decisions: Iterable[Decision] = (),
    on_problem: OnProblem = lambda problem: None,
) -> int:
    """Write the graph of records to files, all or none; how many records there were.

    The files are those that `KnowledgeGraph.save` writes. `on_problem` is called with articles that have characters
    which RDF can't hold.

    Raises:
        OutputError: a file can't be written, or is of another format.
    """
    check_outputs(paths, base, license)
    kept = records if isinstance(records, LazyRecords) else stored(records, FEW)
    with scratch() as connection:
        network, _ = laid_down(connection, claims_of(kept, decisions, min_confidence), min_confidence)
        write_network(network, paths, base or base_of(network), license, on_problem)
    return len(kept)


def check_outputs(paths: Sequence[Path], base: str | None, license: str | None) -> None:
    """Make sure, before work begins, that a graph on the disk can be written there.

    Raises:
        OutputError: a file can't be written, or is of another format.
    """
    if base is not None:
        check_base(base)
    if license is not None:
        check_license(license)
    for path in paths:
        check_output(path)
        if not is_for(path):
            raise OutputError(f"{path}: needs the graph in memory; name files that end in {' or '.join(_ENDINGS)}")


Claims = tuple[LazyRecords, Decided]
"""Records with what the graph claims of them, in a file of their own, and what people have decided on them."""


def claims_of(records: Sequence[Record], decisions: Iterable[Decision], min_confidence: float) -> Claims:
    """The claims of records, which are not looked at any more then."""
    with collector_paused():
        ordered, decided = to_claim(records, decisions, min_confidence)
        return layered(ordered), decided


def laid_down(
    connection: sqlite3.Connection, claims: Claims, min_confidence: float, known: KnownKeys | None = None
) -> tuple[DiskNetwork, NewKeys | None]:
    """The graph of claims on the disk; its nodes keep the keys that are known.

    With what has changed among these keys, where some are asked for.
    """
    with collector_paused():
        records, decided = claims
        network = DiskNetwork(records, decided, min_confidence, connection)
        fill(network)
        new = None if known is None else keep_on_disk(network, known)
        mark_decisions(network.graph, decided, network.records)  # type: ignore[arg-type]
    return network, new


def base_of(network: DiskNetwork) -> str:
    """What IRIs begin with if nobody says so: it follows from the articles."""
    return corpus_base((head.article for head in heads(network.records)), ordered=True)


def write_network(
    network: DiskNetwork, paths: Sequence[Path], base: str, license: str | None, on_problem: OnProblem
) -> None:
    """Write a graph to files, all or none.

    Raises:
        OutputError: one can't be written.
    """
    tell_replaced(heads(network.records), on_problem)
    with whole_files(paths) as whole:
        for path, stream in zip(paths, whole, strict=True):
            with told(path):
                with zipped(path, stream) as inner:
                    inner.writelines(_lines(network, format_ending(path), base, license))
                synced(stream)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiskSources(Sources):
    """What a graph on the disk was made from; its articles are gone through there."""

    nodes: DiskNodes

    @property
    def articles(self) -> Iterator[str]:
        """The keys of the articles, in order."""
        return self.nodes.articles()

    def told(self) -> Iterator[tuple[str, Head | Record]]:
        """What the records say of the articles, with the keys of these, in their order."""
        place = places(self.records)
        return ((key, head_of(self.records, place[self.nodes[key]["identifier"]])) for key in self.nodes.articles())


def _lines(network: DiskNetwork, ending: str, base: str, license: str | None) -> Iterator[bytes]:
    decisions, nodes = network.decided.decisions, network.graph.nodes
    options = {"merge_events": True, "merge_proposals": True, "min_confidence": network.min_confidence}
    sources = DiskSources(network.articles, network.records, decisions, license, options, nodes=nodes)
    found = disk_triples(network, base)
    if ending == ".nq":
        return quad_lines(in_graphs(found, sources, base))
    return triple_lines(with_run(found, sources, base))
