"""What RDFS and disjointness make of a graph with ontologies, by SPARQL: fast enough for all graphs."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from newsgraph.rdf import ontology_path
from newsgraph.rdf.vocabulary import PREFIXES

ORIGINALS = Path(__file__).with_name("originals.ttl")
_INFER = (
    "INSERT { ?x ?q ?y } WHERE { ?x ?p ?y . ?p rdfs:subPropertyOf ?q FILTER(isIRI(?q)) }",
    "INSERT { ?y ?q ?x } WHERE { ?x ?p ?y . { ?p owl:inverseOf ?q } UNION { ?q owl:inverseOf ?p } "
    "UNION { ?p a owl:SymmetricProperty BIND(?p AS ?q) } FILTER(isIRI(?y)) }",
    "INSERT { ?x a ?c } WHERE { ?x ?p ?y . ?p rdfs:domain ?c FILTER(isIRI(?c)) }",
    "INSERT { ?y a ?c } WHERE { ?x ?p ?y . ?p rdfs:range ?c FILTER(isIRI(?c) && isIRI(?y)) }",
    "INSERT { ?x a ?d } WHERE { ?x a ?c . { ?c rdfs:subClassOf ?d } UNION { ?c owl:equivalentClass ?d } "
    "UNION { ?d owl:equivalentClass ?c } UNION { ?d owl:equivalentClass/owl:unionOf/rdf:rest*/rdf:first ?c } "
    "FILTER(isIRI(?d)) }",
)
_CONFLICTS = """SELECT DISTINCT ?x ?c ?d {
    { ?c owl:disjointWith ?d } UNION {
        ?any a owl:AllDisjointClasses ; owl:members ?list . ?list rdf:rest*/rdf:first ?c , ?d FILTER(STR(?c) < STR(?d))
    }
    ?x a ?c , ?d
}"""


def closed(store: ox.Store, *, originals: bool) -> ox.Store:
    """A store that holds all that follows, with our ontologies, and with what the others say of theirs."""
    paths = [ontology_path(name) for name in ("newsgraph.ttl", "plover.ttl")]
    paths += [ontology_path("alignments.ttl"), ORIGINALS] if originals else []
    for path in paths:
        store.load(path=path, format=ox.RdfFormat.TURTLE)
    before = -1
    while before != len(store):
        before = len(store)
        for update in _INFER:
            store.update(update, prefixes=PREFIXES)
    return store


def conflicts(store: ox.Store) -> list[tuple[str, str, str]]:
    """The nodes of a closed store that are of two classes that exclude each other."""
    rows = store.query(_CONFLICTS, prefixes=PREFIXES)
    return sorted((str(r["x"].value), str(r["c"].value), str(r["d"].value)) for r in rows)  # type: ignore[union-attr]
