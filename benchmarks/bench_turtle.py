"""Triples to Turtle and N-Triples, and SPARQL, beside rdflib and pyoxigraph: all from the same triples in memory.

    python benchmarks/bench_turtle.py [TRIPLES]

All start from the same triples, as plain values of Python, make their own terms of them (newsgraph lines of bytes,
rdflib a graph, pyoxigraph quads) and write these in turn into the null device and into a file. Two comparisons are on
equal terms: the whole way from plain values, and writing alone, each from its own terms, which are ready. The shortest
of three times counts; of Turtle, which takes rdflib minutes, the one. Of rdflib's two writers of N-Triples the quicker
counts.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

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
    """Terms as newsgraph makes them: those of properties and datatypes once, a subject once while it goes on."""
    types = {iri: f"xsd:{iri.rpartition('#')[2]}" for iri in {datatype for *_, datatype in triples} if iri}
    links = {link: whole_iri(link) for link in {link for _, link, *_ in triples}}
    subject, me = "", whole_iri("")
    for one, link, other, datatype in triples:
        if one != subject:
            subject, me = one, whole_iri(one)
        if datatype is None:
            yield me, links[link], whole_iri(other)
        else:
            yield me, links[link], text(other) if datatype == STRING else typed(other, types[datatype])


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


def oxigraph_quads(triples: list[Plain]) -> list[ox.Quad]:
    """Quads of pyoxigraph."""
    node, value = ox.NamedNode, ox.Literal
    return [
        ox.Quad(node(one), node(link), node(other) if kind is None else value(other, datatype=node(kind)))
        for one, link, other, kind in triples
    ]


def write_triples(triples: Iterable[Triple], stream: IO[bytes]) -> None:
    """N-Triples, as `write_rdf` writes them."""
    stream.writelines(triple_lines(triples))


def write_turtle(triples: Iterable[Triple], stream: IO[bytes]) -> None:
    """Turtle, as `write_rdf` writes it."""
    lines = triple_lines(triples)
    ox.serialize(parsed(lines), stream, format=ox.RdfFormat.TURTLE, prefixes=prefixes(DEFAULT_BASE))


def written(write: Callable[[IO[bytes]], object], sink: str) -> float:
    """Seconds that writing takes."""
    with SINKS[sink]() as stream:
        return timed(lambda: write(stream))


class Format(NamedTuple):
    """What is compared."""

    write: Callable[[Iterable[Triple], IO[bytes]], None]
    theirs: tuple[str, ...]
    """What rdflib calls it."""
    oxigraph: ox.RdfFormat
    sinks: Iterable[str]
    rounds: int


FORMATS = {
    "N-Triples": Format(write_triples, ("nt", "nt11"), ox.RdfFormat.N_TRIPLES, SINKS, 3),
    "Turtle": Format(write_turtle, ("turtle",), ox.RdfFormat.TURTLE, ("a file",), 1),
}


class Terms(NamedTuple):
    """The triples as each has them."""

    plain: list[Plain]
    ours: list[Triple]
    graph: rdflib.Graph
    quads: list[ox.Quad]


def times(form: Format, terms: Terms, sink: str) -> Iterator[float]:
    """Seconds that each takes: newsgraph from plain values and from its terms, rdflib, pyoxigraph from theirs."""
    known = prefixes(DEFAULT_BASE) if form.oxigraph == ox.RdfFormat.TURTLE else None
    yield written(lambda stream: form.write(our_terms(terms.plain), stream), sink)
    yield written(lambda stream: form.write(terms.ours, stream), sink)
    yield min(
        written(lambda stream: terms.graph.serialize(stream, format=name, encoding="utf-8"), sink)  # noqa: B023 (called at once)
        for name in form.theirs
    )
    yield written(lambda stream: ox.serialize(terms.quads, stream, format=form.oxigraph, prefixes=known), sink)


def main(wanted: int) -> None:
    """Time all and print ratios."""
    triples = varied_triples(wanted)
    made: dict[str, Any] = {}
    filling = timed(lambda: made.update(graph=their_graph(triples)))
    quads = timed(lambda: made.update(quads=oxigraph_quads(triples)))
    print(f"{len(triples)} triples: rdflib makes a graph in {filling:.2f} s, pyoxigraph quads in {quads:.2f} s")
    terms = Terms(triples, list(our_terms(triples)), **made)
    for name, form in FORMATS.items():
        for sink in form.sinks:
            rounds = [tuple(times(form, terms, sink)) for _ in range(form.rounds)]
            plain, ours, theirs, oxigraph = (min(column) for column in zip(*rounds, strict=True))
            print(
                f"{name} into {sink}\n"
                f"  from plain values: {plain:.3f} s, rdflib {filling + theirs:.2f} s, "
                f"ratio {(filling + theirs) / plain:.1f}; pyoxigraph {quads + oxigraph:.2f} s\n"
                f"  from ready terms: {ours:.3f} s, rdflib {theirs:.2f} s, ratio {theirs / ours:.1f}; "
                f"pyoxigraph {oxigraph:.3f} s\n"
                f"  newsgraph from plain values, rdflib from its ready graph: ratio {theirs / plain:.1f}", flush=True,
            )  # fmt: skip
    store = ox.Store()
    store.bulk_extend(parsed(triple_lines(terms.ours)))
    select_from(store, "ASK {}", DEFAULT_BASE)  # what is imported for the first answer is no part of the second
    ours = timed(lambda: select_from(store, QUERY, DEFAULT_BASE))
    names = {prefix: prefixes(DEFAULT_BASE)[prefix] for prefix in ("ng", "rdfs")}
    theirs = timed(lambda: list(terms.graph.query(QUERY, initNs=names)))
    print(f"SPARQL: {ours * 1000:.1f} ms, rdflib {theirs * 1000:.1f} ms, ratio {theirs / ours:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
