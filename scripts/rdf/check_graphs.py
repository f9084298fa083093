"""Whether graphs of records break a shape or contradict the ontology.

    python scripts/rdf/check_graphs.py RECORDS.jsonl... [--alone]

The graph of each file goes through the shapes and through the RDFS closure with the ontologies and what the originals
of the alignments say, unless it is `--alone`; so does, together with the graph of each article by itself, their common
image (`tests/rdf/closure.py`) through the OWL 2 RL closure of owlrl. Where that finds something, each article is
closed by itself, which takes seconds for one. What is found is printed, and the exit code says whether anything was.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.rdf.closure import Folded, closed, conflicts, contradictions, triples_of

import newsgraph as ng
from newsgraph.rdf.sparql import to_store
from newsgraph.rdf.validation import validate_store
from newsgraph.records import Record

ONTOLOGIES = ("newsgraph.ttl", "plover.ttl", "alignments.ttl")


def whole_graph(records: list[Record], path: str, folded: Folded) -> list[str]:
    """What is wrong with the graph of all records, which is taken into the image."""
    graph = ng.KnowledgeGraph.from_records(records)
    folded.add(triples_of(graph))
    found = [str(finding) for finding in validate_store(to_store(graph, graph.base), path)]
    return found + [" ".join(conflict) for conflict in conflicts(closed(to_store(graph, graph.base), originals=True))]


def main(paths: list[str], *, alone: bool) -> int:
    """Check, and print what is found."""
    found: list[str] = []
    folded, single, triples = Folded(), [], 0
    for path in paths:
        records = list(ng.extract(path))
        if not alone:
            found += whole_graph(records, path, folded)
        for record in records:
            graph = ng.KnowledgeGraph.from_records([record])
            own = triples_of(graph)
            folded.add(own)
            single.append((record.article.id, record))
            triples += len(own)
        print(f"{path}: {len(records)} records", flush=True)
    print(f"{len(single)} articles, {triples} triples, {len(folded.triples)} in the image", flush=True)
    if wrong := contradictions(folded.triples, ONTOLOGIES):
        print("in the image:", *wrong, sep="\n", flush=True)
        for name, record in single:
            graph = ng.KnowledgeGraph.from_records([record])
            found += [f"{name}: {message}" for message in contradictions(triples_of(graph), ONTOLOGIES)]
    print("\n".join(found) or "nothing is wrong")
    return bool(found)


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main([path for path in given if path != "--alone"], alone="--alone" in given))
