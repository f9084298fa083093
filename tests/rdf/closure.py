"""What RDFS and disjointness make of a graph with ontologies, by SPARQL: fast enough for all graphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import owlrl
import pyoxigraph as ox
import rdflib

from newsgraph import KnowledgeGraph
from newsgraph.rdf import ontology_path
from newsgraph.rdf.terms import parsed, triple_lines
from newsgraph.rdf.vocabulary import PREFIXES, TYPE, named_node
from newsgraph.rdf.writing import all_triples

ERROR = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
"""What owlrl hangs its complaints on."""
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


def triples_of(graph: KnowledgeGraph) -> list[ox.Triple]:
    """All triples of a graph."""
    return [quad.triple for quad in parsed(triple_lines(all_triples(graph, graph.base)))]


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


def contradictions(triples: Iterable[ox.Triple], names: tuple[str, ...]) -> list[str]:
    """What owlrl's OWL 2 RL closure of triples and ontologies finds wrong."""
    whole = rdflib.Graph().parse(data=ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
    for name in names:
        whole.parse(ontology_path(name))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(whole)
    return [str(message) for message in whole.objects(None, ERROR)]


class Folded:
    """An image of graphs that stays small: nodes of the same classes are one node, like literals one literal.

    The rules of OWL 2 RL have no negation, so what follows in a graph follows in its image: where that has no
    contradiction, the graph has none. It may have one that the graph has not; look at that graph alone then. Nodes of
    no class and links that nodes of different classes share stay as they are; relations are one only where their ends
    are.
    """

    def __init__(self) -> None:
        self.triples: set[ox.Triple] = set()
        self._links: dict[Any, Any] = {}
        self._literals: dict[Any, ox.Literal] = {}

    def add(self, triples: Iterable[ox.Triple]) -> None:
        """Take in a graph."""
        whole = list(triples)
        classes: dict[Any, set[str]] = defaultdict(set)
        ends: dict[Any, dict[str, Any]] = defaultdict(dict)
        for triple in whole:
            if triple.predicate == TYPE:
                classes[triple.subject].add(triple.object.value)  # type: ignore[union-attr]
            elif triple.predicate in _ENDS:
                ends[triple.subject][triple.predicate.value] = triple.object
        plain = {node: " ".join(sorted(found)) for node, found in classes.items()}
        names = {
            node: " ".join((name, *(plain.get(end, str(end)) for _, end in sorted(ends[node].items()))))
            for node, name in plain.items()
        }
        for triple in whole:
            one = _node(names[triple.subject]) if triple.subject in names else triple.subject
            self.triples.add(ox.Triple(one, triple.predicate, self._object(triple, one, names)))

    def _object(self, triple: ox.Triple, one: Any, names: dict[Any, str]) -> Any:
        other = triple.object
        if isinstance(other, ox.Literal):
            return self._literals.setdefault((triple.predicate, other.datatype), other)
        if triple.predicate != named_node("owl:sameAs"):
            return _node(names[other]) if other in names else other
        owner = self._links.setdefault(other, one)
        if owner == one:
            return ox.NamedNode(f"{one.value}/link")
        self.triples.add(ox.Triple(owner, triple.predicate, other))
        return other


_ENDS = (named_node("ng:subject"), named_node("ng:predicate"), named_node("ng:object"))


def _node(name: str) -> ox.NamedNode:
    return ox.NamedNode("urn:folded:" + "".join(c if c.isalnum() else "-" for c in name))
