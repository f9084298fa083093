"""Whether graphs of records break a shape or contradict the ontology.

    python scripts/rdf/check_graphs.py RECORDS.jsonl [COUNT]

The graph of all records goes through the shapes and through the RDFS closure with the ontologies and what the originals
of the alignments say; the graphs of COUNT articles alone (all, unless it is given; each takes a while) through the OWL
2 RL closure of owlrl. What is found is printed, and the exit code says whether anything was.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.rdf.closure import closed, conflicts
from tests.rdf.test_ontology import contradictions

import newsgraph as ng
from newsgraph.rdf.sparql import to_store
from newsgraph.rdf.validation import validate_store


def main(path: str, count: int | None) -> int:
    """Check, and print what is found."""
    records = list(ng.extract(path))
    graph = ng.KnowledgeGraph.from_records(records)
    store = to_store(graph, graph.base)
    print(f"{len(records)} records, {len(store)} triples", flush=True)
    found = [str(finding) for finding in validate_store(store, path)]
    found += [" ".join(conflict) for conflict in conflicts(closed(to_store(graph, graph.base), originals=True))]
    for record in records[:count]:
        alone = ng.KnowledgeGraph.from_records([record])
        wrong = contradictions(to_store(alone, alone.base), ("newsgraph.ttl", "plover.ttl"))
        found += [f"{record.article.id}: {message}" for message in wrong]
    print("\n".join(found) or "nothing is wrong")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else None))
