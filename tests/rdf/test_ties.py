"""Ties of actors and places in RDF: by which property, and when as a plain triple."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.rdf.sparql import to_store
from newsgraph.rdf.terms import quad_lines
from newsgraph.rdf.validation import validate_store
from newsgraph.rdf.vocabulary import prefixes
from newsgraph.rdf.writing import all_quads
from newsgraph.records import Entity, Mention, Record, Relation

TEXT = "The Salt Board of the Tide Office met the Reed Union and Lio Marsh in Pell."
KINDS = {
    "Salt Board": "Agency", "Tide Office": "Agency", "Reed Union": "Organization", "Lio Marsh": "Person",
    "Pell": "Place",
}


def told(article: str, *ties: Relation, published: str | None = None) -> Record:
    """A record of the text, with ties between those in it, who are named instead of numbered."""
    entities = tuple(Entity(id=name, kind=kind, name=name) for name, kind in KINDS.items())
    mentions = tuple(
        Mention(id=f"m {name}", entity=name, start=TEXT.index(name), end=TEXT.index(name) + len(name), text=name,
                kind=kind, form="name")
        for name, kind in KINDS.items()
    )  # fmt: skip
    return Record(
        article=Article(id=article, text=TEXT, title="Met", published=published), entities=entities,
        mentions=mentions, relations=ties, sentences=((0, len(TEXT)),),
    )


def tie(one: str, predicate: str, other: str, **facts: object) -> Relation:
    """What the whole text tells."""
    return Relation(subject=one, predicate=predicate, object=other, start=0, end=len(TEXT), **facts)  # type: ignore[arg-type]


def graph_of(*records: Record) -> KnowledgeGraph:
    """Their graph, which breaks no shape."""
    graph = KnowledgeGraph.from_records(records)
    assert validate_store(to_store(graph, graph.base), "x.ttl") == []
    return graph


@pytest.mark.parametrize(
    ("one", "other", "written"),
    [
        ("Salt Board", "Tide Office", "subOrganizationOf"), ("Salt Board", "Reed Union", "subOrganizationOf"),
        ("Reed Union", "Pell", "partOf"), ("Lio Marsh", "Reed Union", "partOf"),
    ],
)
def test_what_is_part_of_what_tells_in_which_way(one: str, other: str, written: str) -> None:
    graph = graph_of(told("one", tie(one, "partOf", other)))
    query = "SELECT ?p {{ ?a rdfs:label '{}' . ?b rdfs:label '{}' . {} }}"
    plain, reified = (
        graph.sparql(query.format(one, other, told))["p"].tolist()
        for told in ("?a ?p ?b", "?r a ng:Relation ; ng:subject ?a ; ng:predicate ?p ; ng:object ?b")
    )
    assert plain == reified == [f"https://w3id.org/newsgraph/ontology#{written}"]


MARSH_HEADS = "ASK { ?a rdfs:label 'Lio Marsh' ; ng:headOf ?b }"
STANDING = "SELECT ?role ?how { ?r a ng:Relation ; ng:predicate ng:headOf ; ng:role ?role "
STANDING += "OPTIONAL { ?r ng:former ?f } OPTIONAL { ?r ng:standing ?s } "
STANDING += "BIND(COALESCE(?s, IF(?f, 'former', 'holds'), 'holds') AS ?how) } ORDER BY ?role"


def heads(role: str, **facts: object) -> Relation:
    return tie("Lio Marsh", "headOf", "Reed Union", role=role, **facts)


@pytest.mark.parametrize(
    ("accounts", "holds", "standing"),
    [
        ([("2026-05-06", heads("chair"))], True, {"chair": "holds"}),
        ([(None, heads("chair", acting=True, since="2025"))], True, {"chair": "holds"}),
        ([("2026-05-06", heads("chair", former=True))], False, {"chair": "former"}),
        ([("2026-05-06", heads("chair", until="2027-01"))], True, {"chair": "holds"}),
        ([("2026-05-06", heads("chair", until="2026-04"))], False, {"chair": "past"}),
        ([("2026-05-06", heads("chair", since="2026-06-01"))], False, {"chair": "future"}),
        ([("2026-05-06", heads("chair", since="2026"))], True, {"chair": "holds"}),
        ([("2026-05-06", heads("chair")), ("2026-05-07", heads("chief", former=True))], False,
         {"chair": "doubtful", "chief": "former"}),
        ([("2026-05-06", heads("chair")), ("2026-05-06", heads("chief", former=True))], False,
         {"chair": "doubtful", "chief": "former"}),
        ([("2026-05-06", heads("chair")), (None, heads("chief", former=True))], False,
         {"chair": "doubtful", "chief": "former"}),
        ([("2026-05-08", heads("chair")), ("2026-05-07", heads("chief", former=True))], True,
         {"chair": "holds", "chief": "former"}),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_no_plain_triple(
    accounts: list[tuple[str | None, Relation]], holds: bool, standing: dict[str, str]
) -> None:
    records = [told(f"a{number}", tie, published=day) for number, (day, tie) in enumerate(accounts)]
    graph = graph_of(*records)
    assert graph.sparql(MARSH_HEADS)["answer"].tolist() == [holds]
    assert dict(graph.sparql(STANDING).values.tolist()) == standing


def test_a_plain_triple_of_what_is_over_is_a_fault() -> None:
    graph = graph_of(told("one", heads("chair", former=True)))
    store = to_store(graph, graph.base)
    store.update("INSERT { ?a ?p ?b } WHERE { ?r a ng:Relation ; ng:subject ?a ; ng:predicate ?p ; ng:object ?b }",
                 prefixes=prefixes(graph.base))  # fmt: skip
    (found,) = validate_store(store, "x.ttl")
    assert "no relation says that the tie holds" in found.message


def test_those_that_hold_in_one_article_stand_in_its_graph() -> None:
    accounts = [("2026-05-08", heads("chair")), ("2026-05-07", heads("chief", former=True))]
    graph = graph_of(*(told(f"a{number}", tie, published=day) for number, (day, tie) in enumerate(accounts)))
    store = ox.Store()
    store.bulk_load(b"".join(quad_lines(all_quads(graph, graph.base))), format=ox.RdfFormat.N_QUADS)
    rows = store.query("SELECT ?g { GRAPH ?g { ?a ng:headOf ?b } }", prefixes=prefixes(graph.base))
    assert [str(row["g"].value) for row in rows] == [f"{graph.base}graph/a0"]
