"""A proposal is linked to the event in which it is made, a statement to what its speaker tells in it."""

from __future__ import annotations

from msgspec.structs import replace

from newsgraph import KnowledgeGraph
from newsgraph.rdf.named_queries import named_query
from tests.graph.test_knowledge_graph import records


def links(graph: KnowledgeGraph) -> list[tuple[str, str, str]]:
    label = {key: data["label"] for key, data in graph.nx.nodes(data=True)}
    edges = graph.nx.edges(data=True)
    return [(label[one], d["type"], label[two]) for one, two, d in edges if d["type"] in ("expressedIn", "reports")]


def test_what_comes_from_the_same_words_is_linked() -> None:
    one, two = records()
    asked = replace(one.events[1], kind="REQUEST", agents=("m1",), targets=("m3",))
    graph = KnowledgeGraph.from_records([replace(one, events=(one.events[0], asked)), two])
    told = links(graph)
    assert [(link, proposal) for proposal, link, _ in told if link == "expressedIn"] == [
        ("expressedIn", "reopen the port")
    ]
    assert [(link, said) for said, link, _ in told if link == "reports"] == [
        ("reports", "The attack in Vesper by Red Front killed 11 people")
    ]
    table = graph.sparql(named_query("same-words"))
    assert set(table["who"]) == {"Ana Torv", "Torv"}
    assert sorted(table["link"]) == ["expressedIn", "reports"]


def test_another_speakers_words_are_not_reported() -> None:
    one, two = records()
    deed = replace(two.events[0], attributed_to="m1")
    assert links(KnowledgeGraph.from_records([one, replace(two, events=(deed,))])) == []
