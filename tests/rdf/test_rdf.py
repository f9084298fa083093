"""Graph to RDF."""

from __future__ import annotations

import io
import re
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic
from tests.graph.test_knowledge_graph import records

from newsgraph import KnowledgeGraph
from newsgraph.errors import NewsgraphError, OutputError
from newsgraph.graph.bases import DEFAULT_BASE
from newsgraph.rdf import ONTOLOGIES, ontology_path, write_rdf
from newsgraph.rdf.dates import date_literals
from newsgraph.rdf.provenance import Sources
from newsgraph.rdf.sparql import to_store
from newsgraph.rdf.terms import TRUE, term, typed
from newsgraph.rdf.triples import EVIDENCE
from newsgraph.rdf.validation import validate_file, validate_store
from newsgraph.rdf.writing import FORMATS, with_run

NG = rdflib.Namespace("https://w3id.org/newsgraph/ontology#")


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_records(records())


def serialized(graph: KnowledgeGraph, ending: str) -> bytes:
    stream = io.BytesIO()
    write_rdf(graph, stream, ending, DEFAULT_BASE)
    return stream.getvalue()


def test_two_parsers_read_the_same(graph: KnowledgeGraph) -> None:
    data = serialized(graph, ".ttl")
    ours = rdflib.Graph().parse(data=data, format="turtle")
    other = rdflib.Graph().parse(
        data=ox.serialize(ox.parse(data, ox.RdfFormat.TURTLE), format=ox.RdfFormat.N_TRIPLES), format="nt"
    )
    assert len(ours) > 100 and isomorphic(ours, other)


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_a_licence_that_is_given_is_that_of_the_data_set(graph: KnowledgeGraph, ending: str, tmp_path: Path) -> None:
    licence = "https://creativecommons.org/licenses/by/4.0/"
    named = graph.save(tmp_path / f"named{ending}", license=licence)
    found = list(ox.parse(path=str(named), format=FORMATS[ending]))
    stated = [quad for quad in found if str(quad.predicate) == "<http://purl.org/dc/terms/license>"]
    assert [(quad.subject.value, quad.object.value) for quad in stated] == [(graph.base, licence)]  # type: ignore[union-attr]
    unnamed = ox.parse(path=str(graph.save(tmp_path / f"unnamed{ending}")), format=FORMATS[ending])
    assert set(map(str, found)) - set(map(str, stated)) == set(map(str, unnamed))
    assert validate_file(named) == []


def test_a_licence_is_an_iri(graph: KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"--license 'CC-BY-4\.0': is no IRI; write that of the licence"):
        graph.save(tmp_path / "g.ttl", license="CC-BY-4.0")
    assert not (tmp_path / "g.ttl").exists()
    whole = graph.save(tmp_path / "g.nt", license="https://a.example/l").read_text()
    (tmp_path / "g.nt").write_text(whole.replace("<https://a.example/l>", '"free"'))
    assert [line.split(" <")[0] for line in validate_file(tmp_path / "g.nt")] == [
        "node: “license” leads to one node (found: “free”)"
    ]


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_all_formats_hold_the_same(graph: KnowledgeGraph, ending: str) -> None:
    whole = {(t.subject, t.predicate, t.object) for t in ox.parse(serialized(graph, ".nt"), FORMATS[".nt"])}
    found = {(q.subject, q.predicate, q.object) for q in ox.parse(serialized(graph, ending), FORMATS[ending])}
    about_graphs = {t for t in found if "/graph/" in str(t[0]) or "/graph/" in str(t[2])}
    assert found - about_graphs == whole and bool(about_graphs) == (ending in (".nq", ".trig"))


def test_bytes_do_not_change(graph: KnowledgeGraph) -> None:
    again = KnowledgeGraph.from_records(reversed(records()))
    assert serialized(graph, ".ttl") == serialized(again, ".ttl")


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_control_characters_are_replaced(ending: str) -> None:
    import msgspec

    one, _ = records()
    article = msgspec.structs.replace(one.article, title="Port\x0c\x07\x00 opens\ufffe")
    graph = KnowledgeGraph.from_records([msgspec.structs.replace(one, article=article)])
    data = serialized(graph, ending)
    if ending == ".rdf":
        ElementTree.fromstring(data)
    headline = ox.NamedNode("https://schema.org/headline")
    titles = {quad.object.value for quad in ox.parse(data, FORMATS[ending]) if quad.predicate == headline}
    assert titles == {"Port\ufffd\ufffd\ufffd opens\ufffd"}


def test_vocabulary(graph: KnowledgeGraph) -> None:
    rdf = graph.to_rdf()
    person = rdflib.URIRef(graph.base + "person/ana-torv")
    assert (person, rdflib.RDF.type, NG.Person) in rdf
    assert (person, NG.headOf, rdflib.URIRef(graph.base + "party/harbour-party")) in rdf
    (event,) = rdf.subjects(rdflib.RDF.type, NG.Event)
    assert rdf.value(event, NG.date) == rdflib.Literal("2026-05-05", datatype=rdflib.XSD.date)
    assert rdf.value(event, NG.killed).toPython() == 11
    same = rdf.value(rdflib.URIRef(graph.base + "country/NO"), rdflib.OWL.sameAs)
    assert same == rdflib.URIRef("http://www.wikidata.org/entity/Q20")


def test_places_and_bodies_are_found_without_inference(graph: KnowledgeGraph) -> None:
    wide = "?c IN (ng:Place, ng:Organization)"
    rows = graph.sparql(f"SELECT ?c ?l {{ ?x a ?c ; rdfs:label ?l FILTER({wide}) }} ORDER BY ?l")
    assert [(c.rpartition("#")[2], label) for c, label in rows.values.tolist()] == [
        ("Organization", "Harbour Party"), ("Place", "Norland"), ("Organization", "Red Front"), ("Place", "Vesper"),
    ]


def test_the_run_and_the_data_set_say_what_they_are(graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    rows = graph.sparql("SELECT ?t ?l (STR(?d) AS ?day) { ?s a void:Dataset ; dcterms:title ?t ; dcterms:created ?d ; "
                        "prov:wasGeneratedBy/rdfs:label ?l }")  # fmt: skip
    ((title, label, day),) = rows.values.tolist()
    assert (title, day) == ("newsgraph of 2 articles", "2026-01-01T00:00:00Z") and label[:16] == "graph made by ne"
    assert validate_store(to_store(graph, graph.base), "x.ttl") == []


def test_every_term_is_in_the_ontology(graph: KnowledgeGraph) -> None:
    ontology = rdflib.Graph().parse(ontology_path())
    used = {t for triple in graph.to_rdf() for t in triple if str(t).startswith(str(NG))}
    assert not [t for t in used if (t, rdflib.RDFS.label, None) not in ontology]


def test_what_people_decided_and_keys_that_were_replaced(graph: KnowledgeGraph, tmp_path: Path) -> None:
    new = graph.merge("Red Front", "Harbour Party", coder="ann").rename("Ana Torv", "A. Torv", coder="bo")
    rows = new.sparql("SELECT ?old ?l { ?old dcterms:isReplacedBy ?new ; owl:sameAs ?new . ?new rdfs:label ?l }")
    assert len(rows) == 1 and rows["l"][0] in ("Red Front", "Harbour Party")
    told = new.sparql("SELECT ?d { ?n ng:decision ?d ; rdfs:label 'A. Torv' ; skos:altLabel 'Ana Torv' }")
    assert told["d"][0].startswith("is called A. Torv, says bo, ")
    ontology = rdflib.Graph().parse(ontology_path())
    assert (rdflib.URIRef(f"{NG}decision"), rdflib.RDFS.label, None) in ontology
    assert validate_file(new.save(tmp_path / "new.ttl")) == []


@pytest.mark.parametrize("name", ONTOLOGIES)
def test_ontologies_parse(name: str) -> None:
    assert len(rdflib.Graph().parse(ontology_path(name))) > 10


def test_sparql(graph: KnowledgeGraph) -> None:
    rows = graph.sparql("SELECT ?l ?n { ?e a ng:Event ; ng:killed ?n ; ng:agent/rdfs:label ?l }")
    assert rows.values.tolist() == [["Red Front", 11]]
    assert graph.sparql("ASK { ?x a ng:Proposal }")["answer"].tolist() == [True]
    with pytest.raises(NewsgraphError, match="not SPARQL"):
        graph.sparql("SELECT WHERE")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-05-05", [("ng:date", "date")]),
        ("2026-05", [("ng:date", "gYearMonth")]),
        ("2026", [("ng:date", "gYear")]),
        ("2026-05-05T12:18", [("ng:date", "dateTime")]),
        ("2026-05-05T12:18Z", [("ng:date", "dateTime")]),
        ("2026-05-05T12:18:30-04:00", [("ng:date", "dateTime")]),
        ("2026-05-05T12:18:30+14:00", [("ng:date", "dateTime")]),
        ("2026-05-05T12:18:30+15:00", [("ng:timex", "string"), ("ng:date", "date")]),
        ("2026-05-05T12:18:30-14:30", [("ng:timex", "string"), ("ng:date", "date")]),
        ("2026-05-05T25:18:30", [("ng:timex", "string"), ("ng:date", "date")]),
        ("2026-02-30", [("ng:timex", "string")]),
        ("2026-13", [("ng:timex", "string")]),
        ("2026-05-05TNI", [("ng:timex", "string"), ("ng:date", "date")]),
        ("2026-W19", [("ng:timex", "string")]),
        ("2026-05-01/2026-05-05", [("ng:startDate", "date"), ("ng:endDate", "date")]),
    ],
)
def test_dates(value: str, expected: list[tuple[str, str]]) -> None:
    found = [(name, re.findall(rb"XMLSchema#(\w+)>$", literal)) for name, literal in date_literals(value)]
    assert [(name, kinds[0].decode() if kinds else "string") for name, kinds in found] == expected


def test_a_time_of_day_keeps_its_zone() -> None:
    assert date_literals("2026-05-05T12:18-04:00") == [("ng:date", typed("2026-05-05T12:18:00-04:00", "xsd:dateTime"))]


@pytest.mark.parametrize("zone", ["+14:00", "+15:00", "-14:30", "+99:00"])
def test_a_zone_that_there_is_not_leaves_the_day(zone: str) -> None:
    import msgspec

    one, _ = records()
    article = msgspec.structs.replace(one.article, published=f"2026-05-06T10:00:00{zone}")
    graph = KnowledgeGraph.from_records([msgspec.structs.replace(one, article=article)])
    assert validate_store(to_store(graph, graph.base), "x.ttl") == []
    (day,) = graph.sparql("SELECT (STR(?d) AS ?day) { ?a schema:datePublished ?d }")["day"]
    assert day == ("2026-05-06T10:00:00+14:00" if zone == "+14:00" else "2026-05-06")


def test_a_subject_is_told_in_one_place(graph: KnowledgeGraph) -> None:
    subjects = [line.split(b" ")[0] for line in serialized(graph, ".nt").splitlines()]
    assert len(set(subjects)) > 20
    assert sum(one != other for one, other in pairwise(subjects)) == len(set(subjects)) - 1


def test_the_whole_is_a_data_set_that_a_run_made(graph: KnowledgeGraph) -> None:
    rows = graph.sparql(
        "SELECT ?set ?space { ?set a void:Dataset ; void:uriSpace ?space ; "
        "void:vocabulary <https://w3id.org/newsgraph/ontology> ; prov:wasGeneratedBy/prov:used article:one }"
    )
    assert rows.values.tolist() == [[graph.base, graph.base]]


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE, and newsgraph is offline"),
        ("SELECT * { ?s ?p ?o . service silent <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE, and newsgraph is off"),
        ("LOAD <http://127.0.0.1:9/>", "LOAD, and newsgraph is offline"),
        ("PREFIX a: <http://a.example/> SELECT * { ?s a:b 'c:d' ; ng:kind <e:f> ; ex:g ?x }", "prefix ex: is not"),
        ("SELECT * { ?s :b 1 }", "prefix : is not declared"),
        ("SELECT * { ?s ng:b 'a: b }", "is not SPARQL"),
    ],
)
def test_queries_that_are_refused(graph: KnowledgeGraph, query: str, says: str) -> None:
    with pytest.raises(NewsgraphError, match=says):
        graph.sparql(query)


def test_a_word_in_a_string_or_name_asks_no_server(graph: KnowledgeGraph) -> None:
    query = """PREFIX load: <http://a.example/>  # SERVICE
        SELECT ?service { ?service rdfs:label "a SERVICE of 'LOAD'" ; load:service <http://SERVICE.example/LOAD> }"""
    assert list(graph.sparql(query).columns) == ["service"]


def test_evidence_that_two_stories_share_is_told_once(graph: KnowledgeGraph) -> None:
    me, sure, other = term("ng:Story"), term("ng:confidence"), term("ng:Event")
    marks = [((me, EVIDENCE, term(f"ng:{mark}")), article) for mark, article in (("one", "a"), ("two", "b"))]
    twice = [((me, sure, TRUE), None), *marks] * 2
    told = [triple for triple in with_run([*twice, ((other, sure, TRUE), None), ((other, *marks[0][0][1:]), "a")],
                                          Sources.of(graph), DEFAULT_BASE) if triple[0] in (me, other)]  # fmt: skip
    assert told == [(me, sure, TRUE), marks[0][0], marks[1][0], (other, sure, TRUE), (other, *marks[0][0][1:])]
