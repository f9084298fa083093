"""Evidence, relations, claims and provenance in RDF."""

from __future__ import annotations

import hashlib

import pyoxigraph as ox
import pytest
from tests.graph.test_knowledge_graph import FIRST, records

from newsgraph import KnowledgeGraph
from newsgraph.graph.bases import DEFAULT_BASE
from newsgraph.rdf.sparql import to_store
from newsgraph.rdf.terms import quad_lines, term
from newsgraph.rdf.validation import validate_store
from newsgraph.rdf.writing import all_quads


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_records(records())


def test_a_claim_rests_on_words_in_a_shared_sentence(graph: KnowledgeGraph) -> None:
    rows = graph.sparql(
        "SELECT ?words ?start ?end ?sentence { ?e a ng:Event ; ng:evidence ?mark . "
        "?mark a ng:Evidence ; oa:hasSource article:one ; oa:hasSelector ?s ; "
        "ng:sentence/oa:hasSelector/oa:exact ?sentence . "
        "?s a oa:TextPositionSelector ; oa:exact ?words ; oa:start ?start ; oa:end ?end }"
    )
    ((words, start, end, sentence),) = rows.values.tolist()
    assert (words, FIRST[start:end]) == ("killed", "killed")
    assert sentence == "Red Front killed 14 people in Vesper."


def test_an_entity_rests_on_sentences(graph: KnowledgeGraph) -> None:
    rows = graph.sparql(
        "SELECT ?text { armed-group:red-front ng:evidence ?s . ?s a ng:Sentence ; oa:hasSelector/oa:exact ?text }"
    )
    assert sorted(rows["text"]) == [
        "Red Front killed 14 people in Vesper.", "The attack in Vesper by Red Front killed 11 people, Torv said."
    ]


def test_a_part_has_a_relation_only_where_its_evidence_is_its_own(graph: KnowledgeGraph) -> None:
    rows = graph.sparql(
        "SELECT ?p ?article { "
        "?r a ng:Relation ; ng:predicate ?p ; ng:evidence/oa:hasSource/schema:identifier ?article }"
    )
    found = sorted((p.rpartition("#")[2], article) for p, article in rows.values.tolist())
    assert found == [("attributedTo", "two"), ("headOf", "one"), ("target", "one")]


def test_disputed_numbers_are_claims(graph: KnowledgeGraph) -> None:
    rows = graph.sparql(
        "SELECT ?value ?article ?who ?words { "
        "?c a ng:Claim ; ng:claimAbout ?e ; ng:claimedProperty ng:killed ; ng:value ?value ; ng:evidence ?mark . "
        "?e ng:killed 11 . ?mark oa:hasSource/rdfs:label ?article ; oa:hasSelector/oa:exact ?words "
        "OPTIONAL { ?c ng:attributedTo/rdfs:label ?who } } ORDER BY ?value"
    )
    assert rows.fillna("the paper").values.tolist() == [
        [11, "No", "Torv", "attack in Vesper by Red Front killed 11"], [14, "Port", "the paper", "killed 14"],
    ]


def test_each_article_has_a_graph_that_can_be_dropped(graph: KnowledgeGraph) -> None:
    store = ox.Store()
    store.bulk_load(b"".join(quad_lines(all_quads(graph, DEFAULT_BASE))), format=ox.RdfFormat.N_QUADS)
    names = {str(name.value).removeprefix(DEFAULT_BASE) for name in store.named_graphs()}
    assert names == {"graph/one", "graph/two", "graph/across-articles"}
    two = ox.NamedNode(DEFAULT_BASE + "graph/two")
    agent = "ASK { GRAPH ?g { ?e a ng:Event ; ng:agent ?a ; ng:evidence ?m . ?m ng:sentence ?s } }"
    known = {"ng": "https://w3id.org/newsgraph/ontology#"}
    for name in (two, ox.NamedNode(DEFAULT_BASE + "graph/one")):
        assert store.query(agent.replace("?g", str(name)), prefixes=known)
    store.remove_graph(two)
    left = {str(q.object) for q in store.quads_for_pattern(None, None, None, ox.NamedNode(DEFAULT_BASE + "graph/one"))}
    assert not any("/two." in value for value in left)
    assert store.query("ASK { GRAPH ?g { ?e ng:killed 11 } }", prefixes=known)


def test_what_is_left_of_a_dropped_article_is_valid(sample_graph: KnowledgeGraph) -> None:
    quads = list(ox.parse(b"".join(quad_lines(all_quads(sample_graph, DEFAULT_BASE))), ox.RdfFormat.N_QUADS))
    for article in [key for key, data in sample_graph.nx.nodes(data=True) if data["type"] == "Article"][:4]:
        store = ox.Store()
        gone = f"{DEFAULT_BASE}graph/{article.removeprefix('article/')}"
        left = [quad for quad in quads if getattr(quad.graph_name, "value", "") != gone]
        assert len(left) < len(quads) and not any(f"/{article}>" in str(quad) for quad in left)
        store.bulk_extend(ox.Quad(*quad.triple) for quad in left)
        assert validate_store(store, article) == []


def test_the_graph_of_an_article_has_no_label_of_several(graph: KnowledgeGraph) -> None:
    label = term("rdfs:label")
    where = {(quad[0], quad[3].rpartition(b"/")[2]) for quad in all_quads(graph, DEFAULT_BASE) if quad[1] == label}
    told = {quad[0] for quad in all_quads(graph, DEFAULT_BASE) if b"across" in quad[3]}
    assert told and {name for subject, name in where if subject in told} == {b"across-articles>"}


def test_the_run_knows_its_articles_and_their_texts(graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = graph.sparql(
        "SELECT ?run ?software ?digest ?length { ?run a prov:Activity ; prov:wasAssociatedWith/rdfs:label ?software ; "
        "prov:used article:one . article:one ng:textDigest ?digest ; ng:textLength ?length }"
    )
    ((run, software, digest, length),) = rows.values.tolist()
    assert digest == "sha256:" + hashlib.sha256(FIRST.encode()).hexdigest() and length == len(FIRST)
    assert software.startswith("newsgraph ")
    other = KnowledgeGraph.from_records(records()[:1]).sparql("SELECT ?run { ?run a prov:Activity }")["run"].tolist()
    assert other != [run]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    when = graph.sparql("SELECT ?when { ?run prov:endedAtTime ?when }")["when"]
    assert when.astype(str).tolist() == ["2026-01-01 00:00:00+00:00"]


def test_confidence_is_on_every_claim_that_has_one() -> None:
    import msgspec

    one, _ = records()
    changed = msgspec.structs.replace(
        one,
        events=tuple(msgspec.structs.replace(e, confidence=0.83) for e in one.events),
        proposals=tuple(msgspec.structs.replace(p, confidence=0.75) for p in one.proposals),
        relations=tuple(msgspec.structs.replace(r, confidence=0.9) for r in one.relations),
    )
    rows = KnowledgeGraph.from_records([changed]).sparql("SELECT ?type ?c { ?x a ?type ; ng:confidence ?c }")
    found = sorted((kind.rpartition("#")[2], float(c)) for kind, c in rows.values.tolist())
    assert found == [("Event", 0.83), ("Proposal", 0.75), ("Relation", 0.9)]


def test_claims_of_an_account_and_parts_of_an_event_are_as_sure_as_it() -> None:
    import msgspec

    one, two = records()
    first, second = (
        msgspec.structs.replace(r, events=tuple(msgspec.structs.replace(e, confidence=sure) for e in r.events))
        for r, sure in ((one, 0.83), (two, 0.61))
    )
    graph = KnowledgeGraph.from_records([first, second])
    claims = graph.sparql("SELECT ?v ?c { ?x a ng:Claim ; ng:value ?v ; ng:confidence ?c } ORDER BY ?v")
    assert claims.values.tolist() == [[11, 0.61], [14, 0.83]]
    parts = graph.sparql("SELECT ?c { ?r a ng:Relation ; ng:predicate ng:target ; ng:confidence ?c }")
    assert parts["c"].tolist() == [0.83]


def test_a_mark_in_the_words_of_another_has_a_short_name(graph: KnowledgeGraph) -> None:
    rows = graph.sparql("SELECT ?mark { ?mark a ng:Evidence ; ng:attributedTo person:torv }")
    assert [mark.removeprefix(graph.base) for mark in rows["mark"]] == ["evidence/two.35-41.by.person.torv"]


def test_decisions_of_people_are_activities_of_agents(graph: KnowledgeGraph) -> None:
    decided = graph.merge("Ana Torv", "Torv", coder="Mia Sol", note="same post")
    rows = decided.sparql(
        "SELECT ?coder ?label ?note { ?run prov:wasInformedBy ?d . ?d a prov:Activity ; rdfs:label ?label ; "
        "rdfs:comment ?note ; prov:wasAssociatedWith/rdfs:label ?coder }"
    )
    ((coder, label, note),) = rows.values.tolist()
    assert (coder, note) == ("Mia Sol", "same post") and "same" in label
    by = "ng:decidedBy/prov:wasAssociatedWith/rdfs:label 'Mia Sol'"
    rows = decided.sparql(f"SELECT ?l {{ ?x {by} ; rdfs:label ?l }}")
    assert rows["l"].tolist() == ["Ana Torv"]
    assert validate_store(to_store(decided, decided.base), "x.ttl") == []


def test_claimed_days_are_as_exact_as_they_are_told() -> None:
    import msgspec

    one, two = records()
    words = {"date": (40, 46)}
    one = msgspec.structs.replace(one, events=(msgspec.structs.replace(one.events[0], said_at=words),))
    for told, values in (
        ("2026-05-04", ["2026-05-04 date", "2026-05-05 date"]),
        ("2026-05-04T10:00", ["2026-05-04T10:00:00 dateTime", "2026-05-05 date"]),
        ("2026-05-03/2026-05-04", ["2026-05-03/2026-05-04 string", "2026-05-05 date"]),
        ("2026-05-01/2026-05-05", []),
    ):
        later = msgspec.structs.replace(two.events[0], time=told, same_as=None, said_at=words)
        other = msgspec.structs.replace(two.events[0], id="v2", same_as="v1", said_at={})
        changed = msgspec.structs.replace(two, events=(later, other))
        rows = KnowledgeGraph.from_records([one, changed]).sparql(
            "SELECT DISTINCT ?v { ?c ng:claimedProperty ng:date ; ng:value ?d "
            'BIND(CONCAT(STR(?d), " ", REPLACE(STR(DATATYPE(?d)), "^.*#", "")) AS ?v) } ORDER BY ?v'
        )
        assert rows["v"].tolist() == values


def test_the_run_was_informed_by_readings_with_their_programs() -> None:
    import msgspec

    one, two = records()
    versions = {"newsgraph": "0.1", "spacy": "3.8.18", "en_core_web_md": "3.8.0"}
    graph = KnowledgeGraph.from_records([msgspec.structs.replace(one, made_by=versions), two])
    rows = graph.sparql(
        "SELECT ?article ?program { ?run prov:wasInformedBy ?reading . ?reading a prov:Activity ; prov:used ?article . "
        "?article a ng:Article . ?reading prov:wasAssociatedWith ?software . "
        "?software a prov:SoftwareAgent ; rdfs:label ?program } ORDER BY ?program"
    )
    assert rows["program"].tolist() == ["newsgraph 0.1", "spacy 3.8.18"]
    used = graph.sparql("SELECT ?model { ?r prov:used ?m . ?m a prov:Entity ; rdfs:label ?model }")
    assert used["model"].tolist() == ["en_core_web_md 3.8.0"]
    assert {article.rpartition("/")[2] for article in rows["article"]} == {"one"}


def test_another_threshold_reading_or_decision_is_another_run(graph: KnowledgeGraph) -> None:
    import msgspec

    run = "SELECT ?run ?least { ?set prov:wasGeneratedBy ?run . ?run ng:minConfidence ?least }"
    own = {**records()[0].made_by, "words my.csv": "0123456789ab"}
    read_otherwise = [msgspec.structs.replace(record, made_by=own) for record in records()]
    graphs = [
        graph, KnowledgeGraph.from_records(records(), min_confidence=0.9), KnowledgeGraph.from_records(read_otherwise),
        graph.merge("Ana Torv", "Torv"),
    ]
    rows = [graph.sparql(run).values.tolist()[0] for graph in graphs]
    assert len({name for name, _ in rows}) == 4 and [least for _, least in rows] == [0.5, 0.9, 0.5, 0.5]
    used = "SELECT ?words { ?reading prov:used ?file . ?file a prov:Entity ; rdfs:label ?words }"
    assert graphs[2].sparql(used)["words"].tolist() == ["words my.csv, whose SHA-256 begins with 0123456789ab"]


def test_a_decision_on_a_tie_is_one_on_its_relation(graph: KnowledgeGraph) -> None:
    (head,) = [edge for edge in graph.nx.edges(data=True) if edge[2]["type"] == "headOf"]
    decided = graph.confirm((head[0], "headOf", head[1]), coder="Mia Sol")
    rows = decided.sparql("SELECT ?what ?verdict { ?x ng:decidedBy ?d ; a ?what . ?d ng:verdict ?verdict }")
    assert rows.values.tolist() == [["https://w3id.org/newsgraph/ontology#Relation", "confirm"]]
    wrong = validate_store(to_store(decided, decided.base), "x.ttl")
    assert not [finding for finding in wrong if "sure" not in finding.message]
