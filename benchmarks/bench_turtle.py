"""Triples to Turtle and N-Triples, and SPARQL, beside rdflib: both from the same triples in memory.

    python benchmarks/bench_turtle.py [TRIPLES]
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import rdflib

import newsgraph as ng
from newsgraph.rdf.bases import DEFAULT_BASE
from newsgraph.rdf.sparql import select_from
from newsgraph.rdf.vocabulary import prefixes
from newsgraph.rdf.writing import all_triples

ROOT = Path(__file__).parents[1]
QUERY = """
SELECT ?l (COUNT(?e) AS ?n) { ?e a ng:Event ; ng:agent ?a . ?a rdfs:label ?l } GROUP BY ?l ORDER BY DESC(?n)
"""


def timed(action: Callable[[], object]) -> float:
    """Seconds of processor time, so that what else runs does not count."""
    began = time.process_time()
    action()
    return time.process_time() - began


def varied_triples(wanted: int) -> list[ox.Triple]:
    """So many triples of graphs of the sample articles, each time with other names and words."""
    records = list(ng.extract(ROOT / "examples", on_problem=lambda problem: None))
    graph = ng.KnowledgeGraph.from_records(records)
    found: list[ox.Triple] = []
    copy = 0
    while len(found) < wanted:
        for triple in all_triples(graph, f"{DEFAULT_BASE}{copy}/"):
            value = triple.object
            if isinstance(value, ox.Literal) and value.datatype.value.endswith("#string"):
                triple = ox.Triple(triple.subject, triple.predicate, ox.Literal(f"{value.value} “{copy:x}”"))
            found.append(triple)
        copy += 1
    return found[:wanted]


def main(wanted: int) -> None:
    """Time both and print ratios."""
    triples = varied_triples(wanted)
    known = prefixes(DEFAULT_BASE)
    peer = rdflib.Graph()
    for prefix, namespace in known.items():
        peer.bind(prefix, namespace)
    peer.parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="ox-nt")
    store = ox.Store()
    store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    for name, form in (("turtle", ox.RdfFormat.TURTLE), ("nt", ox.RdfFormat.N_TRIPLES)):
        ours = timed(lambda form=form: ox.serialize(triples, io.BytesIO(), format=form, prefixes=known))  # type: ignore[misc]
        theirs = timed(lambda name=name: peer.serialize(format=name))  # type: ignore[misc]
        print(f"{name} of {len(triples)} triples: {ours:.3f} s, rdflib {theirs:.2f} s, ratio {theirs / ours:.1f}")
    ours = timed(lambda: select_from(store, QUERY, DEFAULT_BASE))
    names = {"ng": known["ng"], "rdfs": known["rdfs"]}
    theirs = timed(lambda: list(peer.query(QUERY, initNs=names)))
    print(f"SPARQL: {ours * 1000:.1f} ms, rdflib {theirs * 1000:.1f} ms, ratio {theirs / ours:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
