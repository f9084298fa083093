"""Ties of actors and places in RDF: by which property, and when as a plain triple."""

from __future__ import annotations

import pytest

from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.rdf.sparql import to_store
from newsgraph.rdf.validation import validate_store
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
