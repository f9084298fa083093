"""RDF files: sorted, so that the same graph is the same bytes in every run."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

import pyoxigraph as ox

from newsgraph.graph.characters import without_controls
from newsgraph.rdf.triples import iri, to_triples
from newsgraph.rdf.vocabulary import PREFIXES, TYPE, term

if TYPE_CHECKING:
    from newsgraph.graph.knowledge_graph import KnowledgeGraph

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES, ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG, ".jsonld": ox.RdfFormat.JSON_LD, ".rdf": ox.RdfFormat.RDF_XML,
}
"""Endings and formats; quads are in a named graph for each run."""


def run_triples(base: str) -> list[ox.Triple]:
    """The run that made the graph: software and version, no time, for outputs are the same from run to run."""
    from newsgraph import __version__

    run, software = iri("run", base), iri(f"software/newsgraph-{__version__}", base)
    return [
        ox.Triple(run, TYPE, term("prov:Activity")),
        ox.Triple(run, term("prov:wasAssociatedWith"), software),
        ox.Triple(software, TYPE, term("prov:SoftwareAgent")),
        ox.Triple(software, term("rdfs:label"), ox.Literal(f"newsgraph {__version__}")),
    ]


def sorted_triples(graph: KnowledgeGraph, base: str) -> list[ox.Triple]:
    """All triples, each once; subjects in alphabetical order, their types first; texts such as XML can hold."""
    found = {_writable(triple) for triple in (*to_triples(graph.nx, base), *run_triples(base))}
    return sorted(found, key=lambda t: (str(t.subject), t.predicate != TYPE, str(t.predicate), str(t.object)))


def _writable(triple: ox.Triple) -> ox.Triple:
    value = triple.object
    if not isinstance(value, ox.Literal) or (text := without_controls(value.value)) == value.value:
        return triple
    return ox.Triple(triple.subject, triple.predicate, ox.Literal(text))


def write_rdf(graph: KnowledgeGraph, stream: IO[bytes], ending: str, base: str) -> None:
    """Write the graph in the format of an ending."""
    triples = sorted_triples(graph, base)
    form = FORMATS[ending]
    if form in (ox.RdfFormat.N_QUADS, ox.RdfFormat.TRIG):
        name = iri("run", base)
        quads = [ox.Quad(t.subject, t.predicate, t.object, name) for t in triples]
        ox.serialize(quads, stream, format=form, prefixes={**PREFIXES, "id": base})
    else:
        ox.serialize(triples, stream, format=form, prefixes={**PREFIXES, "id": base})
