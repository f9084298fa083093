"""Records to N-Triples and N-Quads, joined across articles, without a graph in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from newsgraph.errors import OutputError
from newsgraph.graph.bases import check_base, corpus_base
from newsgraph.graph.build_graph import fill, to_claim
from newsgraph.graph.claims import DEFAULT_CONFIDENCE
from newsgraph.graph.collector import collector_paused
from newsgraph.graph.decisions import mark_decisions
from newsgraph.on_disk.building import DiskNetwork
from newsgraph.on_disk.network import DiskNodes
from newsgraph.on_disk.scratch import scratch
from newsgraph.on_disk.triples import disk_triples
from newsgraph.outputs.formats import format_ending
from newsgraph.outputs.saving import check_output, tell_replaced
from newsgraph.rdf.provenance import Sources
from newsgraph.rdf.terms import quad_lines, triple_lines
from newsgraph.rdf.writing import in_graphs, with_run
from newsgraph.records import Record
from newsgraph.resolve.decisions import Decision
from newsgraph.sources import OnProblem
from newsgraph.stored.layers import layered
from newsgraph.stored.records import Head, LazyRecords, head_of, heads, places, stored
from newsgraph.whole_files import synced, told, whole_file, zipped

ENDINGS = (".nt", ".nq")
"""Formats that are written line by line."""


def save_from_disk(
    records: Iterable[Record],
    paths: Sequence[Path],
    *,
    base: str | None = None,
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
    if base is not None:
        check_base(base)
    for path in paths:
        check_output(path)
        if format_ending(path) not in ENDINGS:
            raise OutputError(f"{path}: needs the graph in memory; name files that end in {' or '.join(ENDINGS)}")
    kept = records if isinstance(records, LazyRecords) else stored(records)
    with _laid_down(kept, decisions, min_confidence) as network, ExitStack() as files:
        tell_replaced(heads(network.records), on_problem)
        own = base or corpus_base((head.article for head in heads(network.records)), ordered=True)
        whole = [files.enter_context(whole_file(path)) for path in paths]
        for path, stream in zip(paths, whole, strict=True):
            with told(path):
                with zipped(path, stream) as inner:
                    inner.writelines(_lines(network, format_ending(path), own))
                synced(stream)
    return len(kept)


@contextmanager
def _laid_down(
    records: Sequence[Record], decisions: Iterable[Decision], min_confidence: float
) -> Iterator[DiskNetwork]:
    with scratch() as connection:
        with collector_paused():
            ordered, decided = to_claim(records, decisions, min_confidence)
            network = DiskNetwork(layered(ordered), decided, min_confidence, connection)
            fill(network)
            mark_decisions(network.graph, decided, ordered)  # type: ignore[arg-type]
        yield network


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


def _lines(network: DiskNetwork, ending: str, base: str) -> Iterator[bytes]:
    decisions, nodes = network.decided.decisions, network.graph.nodes
    sources = DiskSources(network.articles, network.records, decisions, nodes=nodes)
    found = disk_triples(network, base)
    if ending == ".nq":
        return quad_lines(in_graphs(found, sources, base))
    return triple_lines(with_run(found, sources, base))
