"""Graph to Turtle and SPARQL, beside rdflib's own writer and engine on the same graph.

    python benchmarks/bench_turtle.py [COPIES]
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import rdflib

import newsgraph as ng
from newsgraph.graph.knowledge_graph import DEFAULT_BASE
from newsgraph.rdf import write_rdf
from newsgraph.rdf.sparql import select_from, to_store

ROOT = Path(__file__).parents[1]
QUERY = """
SELECT ?l (COUNT(?e) AS ?n) { ?e a ng:Event ; ng:agent ?a . ?a rdfs:label ?l } GROUP BY ?l ORDER BY DESC(?n)
"""


def timed(action: Callable[[], object]) -> float:
    """Seconds, the best of three."""
    best = float("inf")
    for _ in range(3):
        began = time.perf_counter()
        action()
        best = min(best, time.perf_counter() - began)
    return best


def main(copies: int) -> None:
    """Time both and print ratios."""
    records = list(ng.extract(ROOT / "examples", on_problem=lambda problem: None))
    many = [
        msgspec.structs.replace(r, article=msgspec.structs.replace(r.article, id=f"{r.article.id}-{i}"))
        for r in records
        for i in range(copies)
    ]
    began = time.perf_counter()
    graph = ng.KnowledgeGraph.from_records(many)
    print(f"{len(many)} records to {graph!r} in {time.perf_counter() - began:.2f} s")
    ours = timed(lambda: write_rdf(graph, io.BytesIO(), ".ttl", DEFAULT_BASE))
    peer_graph = rdflib.Graph()
    for triple in graph.to_rdf():
        peer_graph.add(triple)
    theirs = timed(lambda: peer_graph.serialize(format="turtle"))
    print(f"Turtle of {len(peer_graph)} triples: {ours:.2f} s, rdflib {theirs:.2f} s, ratio {theirs / ours:.1f}")
    store = to_store(graph, DEFAULT_BASE)
    ours = timed(lambda: select_from(store, QUERY, DEFAULT_BASE))
    prefixes = {"ng": "https://w3id.org/newsgraph/ontology#", "rdfs": str(rdflib.RDFS)}
    theirs = timed(lambda: list(peer_graph.query(QUERY, initNs=prefixes)))
    print(f"SPARQL: {ours * 1000:.1f} ms, rdflib {theirs * 1000:.1f} ms, {theirs / ours:.1f} times as fast")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
