"""The ontology contradicts neither itself nor a graph, and alignments make no node what it is not."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS
from tests.graph.test_knowledge_graph import records
from tests.rdf.closure import Folded, closed, conflicts, contradictions, triples_of

from newsgraph import KnowledgeGraph
from newsgraph.graph.bases import DEFAULT_BASE
from newsgraph.knowledge.tables import read_rows
from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.rdf import ONTOLOGIES, ontology_path
from newsgraph.rdf.jsonld import load_context
from newsgraph.rdf.sparql import to_store
from newsgraph.rdf.vocabulary import NG, PREFIXES, prefixes

PLANTED = {
    "a proposal acts": "INSERT { ?e ng:agent ?p } WHERE { ?e a ng:Event . ?p a ng:Proposal }",
    "a person is a place": "INSERT DATA { person:torv a ng:Place }",
    "an article is evidence": "INSERT DATA { article:one oa:hasSource article:two . article:one a ng:Evidence }",
    "a person is an organ of a state": "INSERT DATA { person:torv ng:agencyOf country:NO }",
    "an event answers a person": "INSERT { ?e ng:responseTo person:torv } WHERE { ?e a ng:Event }",
    "a country is a citizen": "INSERT DATA { country:NO ng:citizenOf country:NO }",
}


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_records(records())


def test_owlrl_finds_no_contradiction_but_a_planted_one(graph: KnowledgeGraph) -> None:
    assert contradictions(triples_of(graph), ("newsgraph.ttl", "alignments.ttl")) == []


@pytest.mark.parametrize("name", [None, "a proposal acts", "a country is a citizen"])
def test_the_image_of_graphs_contradicts_itself_where_one_of_them_does(graph: KnowledgeGraph, name: str | None) -> None:
    store = to_store(graph, DEFAULT_BASE)
    if name is not None:
        store.update(PLANTED[name], prefixes=prefixes(DEFAULT_BASE))
    folded = Folded()
    folded.add(triples_of(graph))
    folded.add(quad.triple for quad in store)
    assert len(folded.triples) < len(store)
    assert bool(contradictions(folded.triples, ("newsgraph.ttl",))) == (name is not None)


def test_a_link_of_two_that_exclude_each_other_is_a_contradiction(graph: KnowledgeGraph) -> None:
    folded = Folded()
    folded.add(triples_of(graph))
    person, article = (f"https://w3id.org/newsgraph/ontology#{kind}" for kind in ("Person", "Article"))
    for name, kind in (("x", person), ("y", article)):
        node = ox.NamedNode(f"{DEFAULT_BASE}{name}")
        link = ox.Triple(node, ox.NamedNode(str(OWL.sameAs)), ox.NamedNode("http://www.wikidata.org/entity/Q115"))
        folded.add([ox.Triple(node, ox.NamedNode(str(RDF.type)), ox.NamedNode(kind)), link])
    assert contradictions(folded.triples, ("newsgraph.ttl",))


@pytest.mark.parametrize("name", PLANTED)
def test_planted_contradictions_are_found(graph: KnowledgeGraph, name: str) -> None:
    store = to_store(graph, DEFAULT_BASE)
    store.update(PLANTED[name], prefixes=prefixes(DEFAULT_BASE))
    assert conflicts(closed(store, originals=False))


def test_the_closure_with_the_originals_has_no_contradiction(graph: KnowledgeGraph) -> None:
    assert conflicts(closed(to_store(graph, DEFAULT_BASE), originals=True)) == []


def test_no_node_becomes_by_an_alignment_what_its_class_is_not(graph: KnowledgeGraph) -> None:
    types = "SELECT DISTINCT ?x ?c { ?x a ?c FILTER(isIRI(?x) && isIRI(?c)) }"
    written = to_store(graph, DEFAULT_BASE)
    rows = [(r["x"], r["c"]) for r in written.query(types)]  # type: ignore[union-attr]
    licensed = ox.Store()
    licensed.bulk_extend(ox.Quad(x, ox.NamedNode(str(RDF.type)), c) for x, c in rows)
    allowed = {(r["x"], r["c"]) for r in closed(licensed, originals=True).query(types)}  # type: ignore[union-attr]
    found = {(r["x"], r["c"]) for r in closed(written, originals=True).query(types)}  # type: ignore[union-attr]
    assert {(str(x), str(c)) for x, c in found - allowed if str(x.value).startswith(DEFAULT_BASE)} == set()


def test_schema_org_expects_what_our_properties_have() -> None:
    whole = rdflib.Graph().parse(ontology_path()).parse(ontology_path("alignments.ttl"))
    whole.parse(Path(__file__).with_name("originals.ttl"))
    schema = rdflib.Namespace("https://schema.org/")
    checked = 0
    for ours, theirs in whole.subject_objects(RDFS.subPropertyOf):
        for end, includes in ((RDFS.domain, schema.domainIncludes), (RDFS.range, schema.rangeIncludes)):
            expected = set(whole.objects(theirs, includes))
            if expected:
                checked += 1
                (mine,) = whole.objects(ours, end)
                assert expected & set(whole.transitive_objects(mine, RDFS.subClassOf)), (ours, theirs)
    assert checked >= 14


def test_every_term_is_documented() -> None:
    ontology = rdflib.Graph().parse(ontology_path())
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in ontology.subjects(RDF.type, kind):
            if str(term).startswith(NG):
                assert len(list(ontology.objects(term, RDFS.label))) == 1, term
                assert len(list(ontology.objects(term, RDFS.comment))) == 1, term
                assert kind == OWL.Class or ontology.value(term, RDFS.domain), term
    head = rdflib.URIRef(NG.rstrip("#"))
    for name in (OWL.versionIRI, rdflib.DCTERMS.license, rdflib.DCTERMS.creator, rdflib.DCTERMS.title):
        assert ontology.value(head, name), name


def test_no_class_is_of_the_reserved_vocabulary_as_owl_dl_asks() -> None:
    ontology = rdflib.Graph().parse(ontology_path())
    reserved = tuple(map(str, (RDF, RDFS, OWL)))
    for triple in ontology.triples((None, None, None)):
        if triple[1] in (RDFS.domain, RDFS.range, RDFS.subClassOf):
            assert not str(triple[2]).startswith(reserved), triple


@pytest.mark.parametrize("name", ONTOLOGIES)
def test_only_what_is_declared_is_used(name: str) -> None:
    ontology = rdflib.Graph().parse(ontology_path())
    used = {term for triple in rdflib.Graph().parse(ontology_path(name)) for term in triple if str(term).startswith(NG)}
    assert [term for term in used if (term, RDFS.label, None) not in ontology and str(term) != NG] == []


def script(name: str) -> Any:
    """A script that makes a file of the ontologies."""
    folder = Path(__file__).parents[2] / "scripts" / "rdf"
    spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    assert spec is not None and spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(folder))
    spec.loader.exec_module(found)
    sys.path.remove(str(folder))
    return found


def test_the_context_is_made_from_the_ontology() -> None:
    assert script("make_context").make_context()["@context"] == load_context()
    assert PREFIXES.items() <= load_context().items()


def test_the_shapes_of_terms_are_made_from_the_ontology() -> None:
    assert script("make_shapes").make_shapes() == ontology_path("term-shapes.ttl").read_text(encoding="utf-8")


def test_the_vocabulary_and_its_alignments_are_owl_dl() -> None:
    """Every term is declared, of one sort alone, and stands where its sort may."""
    whole = rdflib.Graph().parse(ontology_path()).parse(ontology_path("alignments.ttl"))
    sorts = {sort: set(whole.subjects(RDF.type, sort)) for sort in (
        OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty
    )}  # fmt: skip
    assert sum(map(len, sorts.values())) == len(set.union(*sorts.values()))
    classes, objects, values, notes = sorts.values()
    builtin = tuple(map(str, (RDF, RDFS, OWL)))
    for subject, predicate, other in whole:
        assert str(predicate).startswith(builtin) or predicate in objects | values | notes, predicate
        if predicate in (RDFS.subClassOf, OWL.equivalentClass, RDFS.domain):
            assert other in classes, (subject, predicate, other)
        if predicate == RDFS.range:
            assert other in classes if subject in objects else str(other).startswith(str(rdflib.XSD)), subject
        if predicate == RDFS.subPropertyOf:
            assert {subject, other} <= objects or {subject, other} <= values, (subject, other)
        if predicate in (OWL.unionOf, OWL.members):
            assert set(rdflib.collection.Collection(whole, other)) <= classes
        if predicate == OWL.propertyChainAxiom:
            assert {subject, *rdflib.collection.Collection(whole, other)} <= objects
    for term in classes | objects | values:
        if str(term).startswith(NG):
            assert whole.value(term, RDFS.isDefinedBy) == rdflib.URIRef(NG.rstrip("#")), term


def test_each_alignment_has_its_reason() -> None:
    lines = ontology_path("alignments.ttl").read_text(encoding="utf-8").splitlines()
    told = [line for line in lines if re.match(r"ng:\w+ (rdfs:sub|owl:prop)", line)]
    assert len(told) > 35 and all(re.search(r" \. +# \w", line) for line in told)


def test_the_kinds_of_event_say_what_they_are() -> None:
    kinds = rdflib.Graph().parse(ontology_path("plover.ttl"))
    scheme = rdflib.URIRef("https://w3id.org/newsgraph/plover")
    for name in (rdflib.DCTERMS.title, rdflib.DCTERMS.creator, rdflib.DCTERMS.license):
        assert kinds.value(scheme, name), name
    assert set(kinds.objects(scheme, SKOS.hasTopConcept)) == set(kinds.subjects(SKOS.inScheme, scheme))


def test_the_shapes_know_the_modes_and_sectors_that_words_and_tables_have() -> None:
    shapes = ontology_path("shapes.ttl").read_text(encoding="utf-8")
    told = {row["mode"] for name in ("events_verbs", "events_nouns") for row in read_lexicon(name)}
    tables = ("agencies.csv", "societies.csv", "companies.csv", "parties.csv", "armed_groups.csv", "media.csv")
    told |= {row["sector"] for name in tables for row in read_rows(name) if row.get("sector")}
    assert [word for word in sorted(told - {""}) if f'"{word}"' not in shapes] == []
