"""Faults planted in a graph are found, by our checks and by pySHACL; graphs without faults have none."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.namespace import SH
from tests.graph.test_knowledge_graph import records

from newsgraph import KnowledgeGraph
from newsgraph.errors import NewsgraphError
from newsgraph.graph.bases import DEFAULT_BASE
from newsgraph.knowledge.tables import read_rows
from newsgraph.rdf import ontology_path
from newsgraph.rdf.ontology import SHAPES
from newsgraph.rdf.sparql import to_store
from newsgraph.rdf.validation import Finding, validate_file, validate_store
from newsgraph.rdf.vocabulary import prefixes
from newsgraph.rdf.writing import FORMATS

EVENT = "?e a ng:Event"
PROPOSAL = "?p a ng:Proposal"
MARK = f"{EVENT} ; ng:evidence ?mark . ?mark oa:hasSelector ?s"

FAULTS = {
    "a label is lost": (f"DELETE {{ ?e rdfs:label ?l }} WHERE {{ {EVENT} ; rdfs:label ?l }}", "has one label"),
    "a label too many": ('INSERT DATA { person:ana-torv rdfs:label "Ann" }', "“label” is one text"),
    "no evidence": (f"DELETE {{ ?p ng:evidence ?x }} WHERE {{ {PROPOSAL} ; ng:evidence ?x }}", "rests on no evidence"),
    "evidence that is not there": ("INSERT DATA { person:ana-torv ng:evidence id:gone }", "“evidence” leads to"),
    "evidence of no article": (
        f"DELETE {{ ?mark oa:hasSource ?a }} WHERE {{ {MARK} . ?mark oa:hasSource ?a }}", "of one article"
    ),
    "an article that is not there": (
        f"DELETE {{ ?mark oa:hasSource ?a }} INSERT {{ ?mark oa:hasSource id:gone }} "
        f"WHERE {{ {MARK} . ?mark oa:hasSource ?a }}",
        "“source” leads to an article",
    ),
    "words are lost": (f"DELETE {{ ?s oa:exact ?x }} WHERE {{ {MARK} . ?s oa:exact ?x }}", "has the words"),
    "a start below 0": (
        f"DELETE {{ ?s oa:start ?x }} INSERT {{ ?s oa:start -3 }} WHERE {{ {MARK} . ?s oa:start ?x }}",
        "one start, from 0",
    ),
    "offsets that do not fit the words": (
        f"DELETE {{ ?s oa:end ?x }} INSERT {{ ?s oa:end ?y }} WHERE {{ {MARK} . ?s oa:end ?x BIND(?x + 1 AS ?y) }}",
        "as long as their offsets",
    ),
    "other words": (
        f'DELETE {{ ?s oa:exact ?x }} INSERT {{ ?s oa:exact ?y }} WHERE {{ {MARK} . ?s oa:exact ?x '
        'BIND(REPLACE(?x, "i", "o") AS ?y) FILTER(?x != ?y) }',
        "not those of the sentence",
    ),
    "words outside of the text": (
        "DELETE { article:two ng:textLength ?n } INSERT { article:two ng:textLength 40 } "
        "WHERE { article:two ng:textLength ?n }",
        "after the text",
    ),
    "a mark in another sentence": (
        f"DELETE {{ ?mark ng:sentence ?x }} INSERT {{ ?mark ng:sentence ?y }} WHERE {{ {MARK} . ?mark ng:sentence ?x ; "
        "oa:hasSource ?a . ?y a ng:Sentence ; oa:hasSource ?a FILTER(?x != ?y) }",
        "outside of their sentence",
    ),
    "evidence that nothing rests on": (
        "INSERT DATA { id:lone a ng:Sentence ; oa:hasSource article:one ; oa:hasSelector id:s . "
        'id:s a oa:TextPositionSelector ; oa:exact "Ana" ; oa:start 0 ; oa:end 3 }',
        "nothing rests on it",
    ),
    "a kind of one's own": (
        f"DELETE {{ ?e ng:kind ?k }} INSERT {{ ?e ng:kind plover:BOMB }} WHERE {{ {EVENT} ; ng:kind ?k }}",
        "a concept of plover.ttl",
    ),
    "two kinds": (f"INSERT {{ ?e ng:kind plover:AID }} WHERE {{ {EVENT} }}", "one kind"),
    "no kind": (f"DELETE {{ ?e ng:kind ?k }} WHERE {{ {EVENT} ; ng:kind ?k }}", "one kind"),
    "a factuality of one's own": (
        f'DELETE {{ ?e ng:factuality ?f }} INSERT {{ ?e ng:factuality "maybe" }} '
        f"WHERE {{ {EVENT} ; ng:factuality ?f }}",
        "actual, negated, possible or future",
    ),
    "a number below 0": (f"INSERT {{ ?e ng:injured -1 }} WHERE {{ {EVENT} }}", "injured is one whole number"),
    "a number in words": (f'INSERT {{ ?e ng:injured "many" }} WHERE {{ {EVENT} }}', "injured is one whole number"),
    "two numbers": (f"INSERT {{ ?e ng:killed 7 }} WHERE {{ {EVENT} }}", "“killed” is one whole number"),
    "a day that no calendar has": (
        f'DELETE {{ ?e ng:date ?d }} INSERT {{ ?e ng:date "2026-02-30"^^xsd:date }} WHERE {{ {EVENT} ; ng:date ?d }}',
        "in the calendar",
    ),
    "a date in words": (
        f'DELETE {{ ?e ng:date ?d }} INSERT {{ ?e ng:date "in May" }} WHERE {{ {EVENT} ; ng:date ?d }}',
        "in the calendar",
    ),
    "an end before the start": (
        f'INSERT {{ ?e ng:startDate "2026-05-05"^^xsd:date ; ng:endDate "2026-05-01"^^xsd:date }} WHERE {{ {EVENT} }}',
        "start lies after the end",
    ),
    "an article that acts": (f"INSERT {{ ?e ng:agent article:one }} WHERE {{ {EVENT} }}", "“agent” leads to an actor"),
    "a proposal that is hit": (
        f"INSERT {{ ?e ng:target ?p }} WHERE {{ {EVENT} . {PROPOSAL} }}", "“target” leads to an actor"
    ),
    "a person for a place": (f"INSERT {{ ?e ng:place person:torv }} WHERE {{ {EVENT} }}", "“place” leads to a place"),
    "a latitude beyond the pole": (
        "DELETE { place:vesper geo:lat ?x } INSERT { place:vesper geo:lat 120.5 } "
        "WHERE { place:vesper geo:lat ?x }",
        "latitude",
    ),
    "a latitude alone": ("DELETE WHERE { place:vesper geo:long ?x }", "or neither"),
    "a country that there is not": ('INSERT DATA { place:vesper ng:countryCode "QX" }', "ISO 3166-1"),
    "a country by its name": ('INSERT DATA { place:vesper ng:countryCode "Norland" }', "ISO 3166-1"),
    "a tie without its relation": (
        "INSERT DATA { person:torv ng:memberOf party:harbour-party }", "no relation that carries its evidence"
    ),
    "a relation without its edge": (
        "DELETE DATA { person:ana-torv ng:headOf party:harbour-party }", "plain edge of the relation is missing"
    ),
    "a reference to nothing": (
        f"INSERT {{ ?p ng:supportedBy person:gone }} WHERE {{ {PROPOSAL} }}", "“supported by” leads to"
    ),
    "an unknown property": (f"INSERT {{ ?e ng:colour 'red' }} WHERE {{ {EVENT} }}", "has such a property"),
    "an unknown class": ("INSERT DATA { person:torv a ng:Politician }", "no vocabulary has such a class"),
    "a node of no class": ("INSERT DATA { person:new ng:mentionCount 1 }", "no class"),
    "a confidence above 1": (f"INSERT {{ ?e ng:confidence 1.5 }} WHERE {{ {EVENT} }}", "from 0 to 1"),
    "a proposal that nobody makes": (
        f"DELETE {{ ?p ng:proposedBy ?x }} WHERE {{ {PROPOSAL} ; ng:proposedBy ?x }}", "who proposes"
    ),
    "an act of one's own": (
        f'DELETE {{ ?p ng:act ?x }} INSERT {{ ?p ng:act "wish" }} WHERE {{ {PROPOSAL} ; ng:act ?x }}', "urges, proposes"
    ),
    "a statement that nobody makes": ("DELETE { ?s ng:saidBy ?x } WHERE { ?s ng:saidBy ?x }", "who says it"),
    "a party that leads": (
        "INSERT DATA { party:harbour-party ng:headOf armed-group:red-front . id:r a ng:Relation ; ng:subject "
        "party:harbour-party ; ng:predicate ng:headOf ; ng:object armed-group:red-front }",
        "only a person has “head of”",
    ),
    "a person that is a place": ("INSERT DATA { person:torv a ng:Place }", "exclude each other"),
    "an article without identifier": ("DELETE WHERE { article:one schema:identifier ?i }", "one identifier"),
    "an event that answers itself": (f"INSERT {{ ?e ng:responseTo ?e }} WHERE {{ {EVENT} }}", "linked to itself"),
    "a claim about nothing": ("DELETE { ?c ng:claimAbout ?e } WHERE { ?c ng:claimAbout ?e }", "about one event"),
    "a claim of nothing": ("DELETE { ?c ng:value ?v } WHERE { ?c ng:value ?v }", "a value or a node, and only one"),
    "a claim of two things": (
        "INSERT { ?c ng:claimedNode person:torv } WHERE { ?c a ng:Claim }", "a value or a node, and only one"
    ),
    "a claim of an article": (
        "INSERT { ?c ng:claimedNode article:one } WHERE { ?c a ng:Claim }", "“claimed node” leads to"
    ),
    "a standing of one's own": ("INSERT { ?c ng:standing 'first' } WHERE { ?c a ng:Claim }", "is the latest, that"),
    "two latest values": ("INSERT { ?c ng:standing 'latest' } WHERE { ?c a ng:Claim }", "two values of one thing"),
    "an agreement that none claims": (f"INSERT {{ ?e ng:agreedPlace place:vesper }} WHERE {{ {EVENT} }}", "no claim"),
    "a digest that is none": (
        "DELETE { article:one ng:textDigest ?d } INSERT { article:one ng:textDigest 'abc' } "
        "WHERE { article:one ng:textDigest ?d }",
        "digest of the text",
    ),
    "a participant that is said": (
        f"INSERT {{ ?e ng:participant ?s }} WHERE {{ {EVENT} . ?s a ng:Statement }}", "“participant” leads to"
    ),
    "a statement about a proposal": (
        f"INSERT {{ ?s ng:about ?p }} WHERE {{ {PROPOSAL} . ?s a ng:Statement }}", "“about” leads to"
    ),
    "a person that is killed thrice": (
        "INSERT DATA { person:torv ng:killed 3 }", "only an event or an account has “killed”"
    ),
    "a person on the map": ("INSERT DATA { person:torv geo:lat 1.0 ; geo:long 1.0 }", "only a place has “lat”"),
    "a kind of another scheme": (
        f"DELETE {{ ?e ng:kind ?k }} INSERT {{ ?e ng:kind id:BOMB . id:BOMB a skos:Concept }} "
        f"WHERE {{ {EVENT} ; ng:kind ?k }}",
        "a concept of plover.ttl",
    ),
    "a code that is not that of the IRI": (
        "DELETE { country:NO ng:countryCode ?c } INSERT { country:NO ng:countryCode 'SE' } "
        "WHERE { country:NO ng:countryCode ?c }",
        "another country code",
    ),
    "a misspelt word of Web Annotation": (f"INSERT {{ ?s oa:exakt 'x' }} WHERE {{ {MARK} }}", "has such a property"),
    "a sentence that is moved": (
        "DELETE { ?s oa:start ?a ; oa:end ?b } INSERT { ?s oa:start ?c ; oa:end ?d } WHERE { ?x a ng:Sentence ; "
        "oa:hasSelector ?s . ?s oa:start ?a ; oa:end ?b BIND(?a + 1 AS ?c) BIND(?b + 1 AS ?d) }",
        "other offsets",
    ),
    "yes for true": (f"INSERT {{ ?p ng:negated 'yes' }} WHERE {{ {PROPOSAL} }}", "“negated” is true or false"),
    "a deadline in numbers": (f"INSERT {{ ?p ng:deadline 7 }} WHERE {{ {PROPOSAL} }}", "“deadline” is one text"),
    "an event in an event": (f"INSERT {{ ?e ng:inStory ?e }} WHERE {{ {EVENT} }}", "“in story” leads to a story"),
    "a day for a number": (
        "DELETE { ?c ng:value ?v } INSERT { ?c ng:value '2026-05-05'^^xsd:date } WHERE { ?c ng:value ?v }",
        "of another datatype",
    ),
    "a number that nobody gives": (
        f"DELETE {{ ?e ng:killed ?k }} INSERT {{ ?e ng:killed 99 }} WHERE {{ {EVENT} ; ng:killed ?k }}",
        "none that a claim on it gives",
    ),
    "a tie that ends before it begins": (
        "INSERT { ?r ng:since '2020'^^xsd:gYear ; ng:until '2019-05'^^xsd:gYearMonth } "
        "WHERE { ?r a ng:Relation ; ng:predicate ng:headOf }",
        "start lies after the end",
    ),
    "an article that is gone was used": (
        "INSERT { ?r prov:used id:gone } WHERE { ?r a prov:Activity }", "“used” leads to"
    ),
    "a label that is a node": ("INSERT DATA { person:torv rdfs:label id:x }", "“label” is one text"),
    "one event is not sure": (
        "INSERT { ?p ng:confidence 0.5 . id:p a ng:Proposal } WHERE { ?p a ng:Proposal }", "say how sure they are"
    ),
    "a mark of no sentence": (
        f"DELETE {{ ?mark ng:sentence ?x }} WHERE {{ {MARK} . ?mark ng:sentence ?x }}", "a mark stands in a sentence"
    ),
    "two persons are the same elsewhere": (
        "INSERT DATA { person:torv owl:sameAs person:ana-torv }", "not in the graph"
    ),
    "more independent sources than sources": (
        f"INSERT {{ ?e ng:independentSources 9 }} WHERE {{ {EVENT} }}", "more independent sources"
    ),
    "somebody acts whom no sentence names": (f"INSERT {{ ?e ng:agent country:NO }} WHERE {{ {EVENT} }}", "no sentence"),
}


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_records(records())


def faulty(graph: KnowledgeGraph, update: str) -> ox.Store:
    store = to_store(graph, DEFAULT_BASE)
    before = set(store)
    store.update(update, prefixes=prefixes(DEFAULT_BASE))
    assert set(store) != before
    return store


def reference(store: ox.Store) -> set[str]:
    """What pySHACL says of the graph with the ontology."""
    import pyshacl

    triples = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    data = rdflib.Graph().parse(data=triples, format="nt")
    shapes, ontology = rdflib.Graph(), rdflib.Graph()
    for name in SHAPES:
        shapes.parse(ontology_path(name))
    for name in ("newsgraph.ttl", "plover.ttl"):
        ontology.parse(ontology_path(name))
    _, report, told = pyshacl.validate(data + ontology, shacl_graph=shapes, advanced=True)
    assert isinstance(report, rdflib.Graph), told
    return {str(message) for message in report.objects(None, SH.resultMessage)}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(graph: KnowledgeGraph, name: str) -> None:
    update, says = FAULTS[name]
    found = validate_store(faulty(graph, update), "x.ttl")
    assert any(says in finding.message for finding in found), list(map(str, found))


def test_pyshacl_says_the_same(graph: KnowledgeGraph) -> None:
    store = to_store(graph, DEFAULT_BASE)
    for update, _ in list(FAULTS.values())[::3]:
        store.update(update, prefixes=prefixes(DEFAULT_BASE))
    expected = reference(store)
    assert len(expected) > 10 and expected == {finding.message for finding in validate_store(store, "x.ttl")}


def test_a_graph_without_faults(graph: KnowledgeGraph) -> None:
    store = to_store(graph, DEFAULT_BASE)
    assert reference(store) == set()
    assert validate_store(store, "x.ttl") == []


@pytest.mark.parametrize("ending", [*FORMATS, ".ttl.gz"])
def test_every_format_is_read(graph: KnowledgeGraph, ending: str, tmp_path: Path) -> None:
    assert validate_file(graph.save(tmp_path / f"graph{ending}")) == []


def test_a_finding_has_the_label(graph: KnowledgeGraph) -> None:
    (found,) = validate_store(faulty(graph, FAULTS["a factuality of one's own"][0]), "x.ttl")
    assert isinstance(found, Finding)
    assert str(found).startswith(
        "event “Red Front killed 14 people in Vesper”: "
        "an event is actual, negated, possible or future (found: “maybe”) <"
    )


def test_words_are_held_against_the_texts(graph: KnowledgeGraph) -> None:
    articles = [record.article for record in graph.records]
    store = to_store(graph, DEFAULT_BASE)
    assert validate_store(store, "x.ttl", articles) == []
    one, two = articles
    other = msgspec.structs.replace(one, text=one.text.replace("head of", "lead of") + " ")
    found = validate_store(store, "x.ttl", [other, msgspec.structs.replace(two, id="three")])
    assert {finding.message for finding in found} == {
        "its digest is not that of its text", "its text is not as long as it says",
        "its words are not those of the article at that place",
    }
    assert sum("Ana Torv, head of" in finding.node for finding in found) == 3


def test_another_vocabulary(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text("<http://a.example/x> <http://a.example/y> 1 .")
    with pytest.raises(NewsgraphError, match=r"x\.ttl: holds nothing of newsgraph's vocabulary"):
        validate_file(tmp_path / "x.ttl")


def test_what_is_no_rdf_is_a_line_that_blames_the_file(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text("no Turtle")
    with pytest.raises(NewsgraphError, match=r"x\.ttl: is not the RDF that it should be .* mend it"):
        validate_file(tmp_path / "x.ttl")


def test_the_countries_of_the_shapes_are_those_of_the_table() -> None:
    shapes = rdflib.Graph().parse(ontology_path("shapes.ttl"))
    ng = rdflib.Namespace("https://w3id.org/newsgraph/ontology#")
    (head,) = (shapes.value(constraint, SH["in"]) for constraint in shapes.subjects(SH.path, ng.countryCode))
    assert {str(code) for code in rdflib.collection.Collection(shapes, head)} == {
        row["code"] for row in read_rows("countries.tsv")
    }
