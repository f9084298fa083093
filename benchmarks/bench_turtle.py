"""Triples to Turtle and N-Triples, and SPARQL, beside rdflib: both from the same triples in memory.

    python benchmarks/bench_turtle.py [TRIPLES]

Both write the same triples, in turn, into the null device, which is what writing them takes, and into a file, where
the system's share is the same for both. Each has them as it makes them: rdflib as a graph of its terms, newsgraph as
triples of terms, which are made escaped. The shortest of three times counts; of Turtle, which takes rdflib minutes, the
one.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pyoxigraph as ox
import rdflib

import newsgraph as ng
from newsgraph.graph.bases import DEFAULT_BASE
from newsgraph.rdf.sparql import select_from
from newsgraph.rdf.terms import Term, Triple, parsed, triple_lines
from newsgraph.rdf.vocabulary import prefixes
from newsgraph.rdf.writing import all_triples
from newsgraph.whole_files import BUFFER

ROOT = Path(__file__).parents[1]
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


def raced(ours: Callable[[IO[bytes]], object], theirs: Callable[[IO[bytes]], object], sink: str, rounds: int) -> None:
    """Let both write, in turn, and print the shortest times and their ratio."""
    times: list[tuple[float, float]] = []
    for _ in range(rounds):
        pair = []
        for write in (ours, theirs):
            with SINKS[sink]() as stream:
                pair.append(timed(lambda write=write, stream=stream: write(stream)))  # type: ignore[misc]
        times.append((pair[0], pair[1]))
    one, other = (min(column) for column in zip(*times, strict=True))
    print(f"into {sink}: {one:.3f} s, rdflib {other:.2f} s, ratio {other / one:.1f}", flush=True)


def varied_triples(wanted: int) -> list[Triple]:
    """So many triples of graphs of the sample articles, each time with other names and words."""
    records = list(ng.extract(ROOT / "examples", on_problem=lambda problem: None))
    graph = ng.KnowledgeGraph.from_records(records)
    found: list[Triple] = []
    copy = 0
    while len(found) < wanted:
        for one, link, other in all_triples(graph, f"{DEFAULT_BASE}{copy}/"):
            is_text = other.startswith(b'"') and other.endswith(b'"')
            found.append((one, link, Term(other[:-1] + f" “{copy:x}”\"".encode()) if is_text else other))
        copy += 1
    return found[:wanted]


def write_triples(triples: list[Triple], stream: IO[bytes]) -> None:
    """N-Triples, as `write_rdf` writes them."""
    stream.writelines(triple_lines(triples))


def write_turtle(triples: list[Triple], stream: IO[bytes]) -> None:
    """Turtle, as `write_rdf` writes it."""
    ox.serialize(parsed(triple_lines(triples)), stream, format=ox.RdfFormat.TURTLE, prefixes=prefixes(DEFAULT_BASE))


def main(wanted: int) -> None:
    """Time both and print ratios."""
    triples = varied_triples(wanted)
    known = prefixes(DEFAULT_BASE)
    peer = rdflib.Graph()
    for prefix, namespace in known.items():
        peer.bind(prefix, namespace)
    peer.parse(data=b"".join(triple_lines(triples)), format="ox-nt")
    store = ox.Store()
    store.bulk_extend(parsed(triple_lines(triples)))
    for name, write, sinks, rounds in (("nt", write_triples, SINKS, 3), ("turtle", write_turtle, ("a file",), 1)):
        for sink in sinks:
            print(f"{name} of {len(triples)} triples ", end="")
            raced(
                lambda stream, write=write: write(triples, stream),  # type: ignore[misc]
                lambda stream, name=name: peer.serialize(stream, format=name, encoding="utf-8"),  # type: ignore[misc]
                sink, rounds,
            )  # fmt: skip
    select_from(store, "ASK {}", DEFAULT_BASE)  # what is imported for the first answer is no part of the second
    ours = timed(lambda: select_from(store, QUERY, DEFAULT_BASE))
    names = {"ng": known["ng"], "rdfs": known["rdfs"]}
    theirs = timed(lambda: list(peer.query(QUERY, initNs=names)))
    print(f"SPARQL: {ours * 1000:.1f} ms, rdflib {theirs * 1000:.1f} ms, ratio {theirs / ours:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
