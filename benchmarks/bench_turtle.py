"""Triples to Turtle and N-Triples, and SPARQL, beside rdflib: both from the same triples in memory.

    python benchmarks/bench_turtle.py [TRIPLES]

Both start from the same triples, as plain values of Python, write them in turn into the null device and into a file,
and make their own terms of them first: rdflib a graph, newsgraph lines. How long rdflib takes from its graph, already
made, is told, too. The shortest of three times counts; of Turtle, which takes rdflib minutes, the one.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pyoxigraph as ox
import rdflib

import newsgraph as ng
from newsgraph.graph.bases import DEFAULT_BASE
from newsgraph.rdf.sparql import select_from
from newsgraph.rdf.terms import Triple, parsed, text, triple_lines, typed, whole_iri
from newsgraph.rdf.vocabulary import PREFIXES, prefixes
from newsgraph.rdf.writing import all_triples
from newsgraph.whole_files import BUFFER

ROOT = Path(__file__).parents[1]
STRING = PREFIXES["xsd"] + "string"
QUERY = """
SELECT ?l (COUNT(?e) AS ?n) { ?e a ng:Event ; ng:agent ?a . ?a rdfs:label ?l } GROUP BY ?l ORDER BY DESC(?n)
"""


def timed(action: Callable[[], object]) -> float:
    """Seconds of processor time, so that what else runs does not count."""
    began = time.process_time()
    action()
    return time.process_time() - began


def null_device() -> IO[bytes]:
    """What keeps nothing."""
    return Path(os.devnull).open("wb", buffering=BUFFER)


def temporary_file() -> IO[bytes]:
    """A file that goes when it is closed."""
    return tempfile.TemporaryFile(buffering=BUFFER)


SINKS = {"the null device": null_device, "a file": temporary_file}


Plain = tuple[str, str, str, str | None]
"""Subject, predicate, object, and the datatype of an object that is a literal."""


def varied_triples(wanted: int) -> list[Plain]:
    """So many triples of graphs of the sample articles, each time with other names and words."""
    records = list(ng.extract(ROOT / "examples", on_problem=lambda problem: None))
    graph = ng.KnowledgeGraph.from_records(records)
    found: list[Plain] = []
    copy = 0
    while len(found) < wanted:
        for quad in parsed(triple_lines(all_triples(graph, f"{DEFAULT_BASE}{copy}/"))):
            value, datatype = quad.object.value, None  # type: ignore[union-attr]
            if isinstance(quad.object, ox.Literal):
                datatype = quad.object.datatype.value
                value += f" “{copy:x}”" if datatype == STRING else ""
            found.append((quad.subject.value, quad.predicate.value, value, datatype))  # type: ignore[union-attr]
        copy += 1
    return found[:wanted]


def our_terms(triples: list[Plain]) -> Iterator[Triple]:
    """Terms as newsgraph makes them, escaped."""
    types = {iri: f"xsd:{iri.rpartition('#')[2]}" for iri in {datatype for *_, datatype in triples} if iri}
    for one, link, other, datatype in triples:
        if datatype is None:
            yield whole_iri(one), whole_iri(link), whole_iri(other)
        else:
            value = text(other) if datatype == STRING else typed(other, types[datatype])
            yield whole_iri(one), whole_iri(link), value


def their_graph(triples: list[Plain]) -> rdflib.Graph:
    """A graph of rdflib."""
    graph = rdflib.Graph()
    for prefix, namespace in prefixes(DEFAULT_BASE).items():
        graph.bind(prefix, namespace)
    ref, literal = rdflib.URIRef, rdflib.Literal
    for one, link, other, datatype in triples:
        named = None if datatype in (None, STRING) else ref(datatype)
        graph.add((ref(one), ref(link), ref(other) if datatype is None else literal(other, datatype=named)))
    return graph


def write_triples(triples: list[Plain], stream: IO[bytes]) -> None:
    """N-Triples, as `write_rdf` writes them."""
    stream.writelines(triple_lines(our_terms(triples)))


def write_turtle(triples: list[Plain], stream: IO[bytes]) -> None:
    """Turtle, as `write_rdf` writes it."""
    known = prefixes(DEFAULT_BASE)
    ox.serialize(parsed(triple_lines(our_terms(triples))), stream, format=ox.RdfFormat.TURTLE, prefixes=known)


def written(write: Callable[[IO[bytes]], object], sink: str) -> float:
    """Seconds that writing takes."""
    with SINKS[sink]() as stream:
        return timed(lambda: write(stream))


def main(wanted: int) -> None:
    """Time both and print ratios."""
    triples = varied_triples(wanted)
    kept: list[rdflib.Graph] = []
    filling = timed(lambda: kept.append(their_graph(triples)))
    (peer,) = kept
    print(f"rdflib makes a graph of {len(triples)} triples in {filling:.2f} s", flush=True)
    for name, write, sinks, rounds in (("nt", write_triples, SINKS, 3), ("turtle", write_turtle, ("a file",), 1)):
        for sink in sinks:
            times = [
                (written(lambda stream: write(triples, stream), sink),  # noqa: B023 (called at once)
                 written(lambda stream: peer.serialize(stream, format=name, encoding="utf-8"), sink))  # noqa: B023
                for _ in range(rounds)
            ]  # fmt: skip
            ours, theirs = (min(column) for column in zip(*times, strict=True))
            whole = theirs + filling
            print(
                f"{name} into {sink}: {ours:.3f} s, rdflib {whole:.2f} s, ratio {whole / ours:.1f}; "
                f"rdflib from its graph {theirs:.2f} s, ratio {theirs / ours:.1f}", flush=True,
            )  # fmt: skip
    store = ox.Store()
    store.bulk_extend(parsed(triple_lines(our_terms(triples))))
    select_from(store, "ASK {}", DEFAULT_BASE)  # what is imported for the first answer is no part of the second
    ours = timed(lambda: select_from(store, QUERY, DEFAULT_BASE))
    names = {prefix: prefixes(DEFAULT_BASE)[prefix] for prefix in ("ng", "rdfs")}
    theirs = timed(lambda: list(peer.query(QUERY, initNs=names)))
    print(f"SPARQL: {ours * 1000:.1f} ms, rdflib {theirs * 1000:.1f} ms, ratio {theirs / ours:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
