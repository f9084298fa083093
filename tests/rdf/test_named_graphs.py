"""Each named graph is that of one article, and says so."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.graph.test_knowledge_graph import records

from newsgraph import KnowledgeGraph
from newsgraph.rdf.validation import validate_file
from newsgraph.rdf.vocabulary import prefixes

FAULTS = {
    "the graph of an article is of unknown origin": (
        "DELETE DATA { GRAPH graph:one { graph:one prov:wasDerivedFrom article:one } }",
        "nothing says from what this graph is derived",
    ),
    "a graph of somebody's own": (
        "INSERT DATA { GRAPH <https://a.example/g> { person:torv ng:sector 'x' } }",
        "nothing says from what this graph is derived",
    ),
    "the graph of two articles": (
        "INSERT DATA { graph:one prov:wasDerivedFrom article:two }", "derived from nothing else"
    ),
    "a sentence in the graph of another article": (
        "INSERT { GRAPH graph:two { ?s oa:hasSource article:one } } WHERE { GRAPH graph:one { ?s a ng:Sentence } }",
        "in another graph than that of its article",
    ),
    "evidence in the graph of all articles": (
        "INSERT { GRAPH <{across}> { ?s oa:hasSource article:one } } WHERE { GRAPH graph:one { ?s a ng:Evidence } }",
        "in another graph than that of its article",
    ),
}


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_records(records())


def quads(graph: KnowledgeGraph, folder: Path) -> ox.Store:
    store = ox.Store()
    store.load(path=str(graph.save(folder / "whole.nq")), format=ox.RdfFormat.N_QUADS)
    return store


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_in_the_wrong_graph_is_found(graph: KnowledgeGraph, name: str, tmp_path: Path) -> None:
    store, (update, expected) = quads(graph, tmp_path), FAULTS[name]
    before = len(store)
    store.update(update.replace("{across}", f"{graph.base}graph/across-articles"), prefixes=prefixes(graph.base))
    assert len(store) != before
    store.dump(tmp_path / "faulty.trig", format=ox.RdfFormat.TRIG)
    assert any(expected in line for line in validate_file(tmp_path / "faulty.trig"))


def test_a_graph_of_ones_own_for_all_promises_nothing(graph: KnowledgeGraph, tmp_path: Path) -> None:
    for ending in (".nq", ".trig"):
        assert validate_file(graph.save(tmp_path / f"whole{ending}")) == []
    store = ox.Store()
    triples = graph.save(tmp_path / "whole.nt")
    store.load(path=str(triples), format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode("https://a.example/g"))
    store.dump(tmp_path / "own.nq", format=ox.RdfFormat.N_QUADS)
    assert validate_file(tmp_path / "own.nq") == []


def test_the_graph_of_an_article_has_what_it_tells_of_an_event_that_others_tell(
    graph: KnowledgeGraph, tmp_path: Path
) -> None:
    store = quads(graph, tmp_path)
    rows = store.query(
        "SELECT ?graph ?killed { GRAPH ?graph { ?account ng:accountOf ?event ; ng:killed ?killed ; ng:date ?date ; "
        "ng:kind plover:ASSAULT ; ng:factuality 'actual' ; ng:evidence ?words . ?words oa:hasSource ?article } }",
        prefixes=prefixes(graph.base),
    )
    told = sorted((row["graph"].value.rpartition("/")[2], row["killed"].value) for row in rows)  # type: ignore
    assert told == [("one", "14"), ("two", "11")]
    edges = {other: data for _, other, data in graph.nx.edges(data=True) if "factuality" in data}
    assert {article: data["killed"] for article, data in edges.items()} == {"article/one": 14, "article/two": 11}
    store.update("DROP GRAPH graph:one", prefixes=prefixes(graph.base))
    left = store.query("SELECT ?n { GRAPH ?g { ?a ng:accountOf ?e ; ng:killed ?n } }", prefixes=prefixes(graph.base))
    assert [row["n"].value for row in left] == ["11"]  # type: ignore
