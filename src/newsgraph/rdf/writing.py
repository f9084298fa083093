"""RDF files: the same graph is the same bytes in every run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from operator import itemgetter
from typing import IO, TYPE_CHECKING

import pyoxigraph as ox

from newsgraph.rdf.jsonld import write_jsonld
from newsgraph.rdf.provenance import (
    ArticleTexts,
    Sources,
    dataset_triples,
    graph_key,
    graph_triples,
    run_triples,
)
from newsgraph.rdf.terms import DEFAULT, Quad, Sourced, Triple, iri, parsed, quad_lines, triple_lines
from newsgraph.rdf.triples import EVIDENCE, to_triples
from newsgraph.rdf.vocabulary import prefixes

if TYPE_CHECKING:
    from newsgraph.graph.evidence_graph import EvidenceGraph

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES, ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG, ".jsonld": ox.RdfFormat.JSON_LD, ".rdf": ox.RdfFormat.RDF_XML,
}
"""Endings and formats. `.nq` and `.trig` have a named graph for each article, and one for what several tell."""


def sourced_triples(graph: EvidenceGraph, base: str) -> Iterator[Sourced]:
    """All triples of a graph, with the article that each is from; those of one subject follow each other."""
    yield from to_triples(graph.nx, base, ArticleTexts(Sources.of(graph)), graph.corpus.quoted)


def all_triples(graph: EvidenceGraph, base: str, license: str | None = None) -> Iterator[Triple]:
    """All triples of a graph and of the run that made it, each once."""
    return with_run(sourced_triples(graph, base), Sources.of(graph, license), base)


def with_run(told: Iterable[Sourced], sources: Sources, base: str) -> Iterator[Triple]:
    """The triples of a graph, subject after subject, and of the run that made it, each once."""
    run, made = run_triples(sources, base)
    yield from dataset_triples(sources, run, base)
    subject, said = None, set[Triple]()
    first, again = None, False
    for triple, _ in told:
        if triple[0] != subject:
            subject, said, first, again = triple[0], set(), None, False
        if triple[1] is EVIDENCE:  # each is told once, but all of it again where two stories have one main event
            again = again or triple == first
            first = first or triple
            if not again:
                yield triple
        elif triple not in said:
            said.add(triple)
            yield triple
    yield from (triple for triple, _ in made)


def all_quads(graph: EvidenceGraph, base: str, license: str | None = None) -> Iterator[Quad]:
    """All triples in the named graphs of their articles; the default graph says where those come from."""
    return in_graphs(sourced_triples(graph, base), Sources.of(graph, license), base)


def in_graphs(told: Iterable[Sourced], sources: Sources, base: str) -> Iterator[Quad]:
    """The triples of a graph in the named graphs of their articles, and where those come from.

    What is told of an article that is gone would be false: that it was used is in its own graph.
    """
    for triple, article in told:
        yield (*triple, iri(graph_key(article), base))
    run, made = run_triples(sources, base)
    yield from ((*triple, DEFAULT) for triple in dataset_triples(sources, run, base))
    for triple, article in chain(made, graph_triples(sources, run, base)):
        yield (*triple, DEFAULT if article is None else iri(graph_key(article), base))


def write_rdf(
    graph: EvidenceGraph, stream: IO[bytes], ending: str, base: str, license: str | None = None
) -> None:
    """Write the graph in the format of an ending; `license` is the IRI of that under which it is published."""
    form, told = FORMATS[ending], (graph, base, license)
    if form == ox.RdfFormat.N_TRIPLES:
        stream.writelines(triple_lines(all_triples(*told)))
    elif form == ox.RdfFormat.N_QUADS:
        stream.writelines(quad_lines(all_quads(*told)))
    elif form == ox.RdfFormat.TRIG:
        by_graph = sorted(all_quads(*told), key=itemgetter(3))
        ox.serialize(parsed(quad_lines(by_graph)), stream, format=form, prefixes=prefixes(base))
    elif form == ox.RdfFormat.JSON_LD:
        write_jsonld(parsed(triple_lines(all_triples(*told))), stream, base)
    else:
        ox.serialize(parsed(triple_lines(all_triples(*told))), stream, format=form, prefixes=prefixes(base))
