"""A proposal is linked to the event in which it is made, a statement to what its speaker tells in it."""

from __future__ import annotations

import networkx as nx
from msgspec.structs import replace

from newsgraph import KnowledgeGraph
from newsgraph.graph.selection import around
from newsgraph.rdf.named_queries import named_query
from newsgraph.records import ENTITY_KINDS
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


def test_links_are_no_steps_and_come_with_all_who_take_part() -> None:
    one, two = records()
    asked = replace(one.events[1], kind="REQUEST", agents=("m1",), targets=("m3",))
    whole = KnowledgeGraph.from_records([replace(one, events=(one.events[0], asked)), two])
    assert len(links(whole)) == 2
    kinds = nx.get_node_attributes(whole.nx, "type")
    for name in (key for key, kind in kinds.items() if kind not in ("Event", "Proposal", "Statement", "Article")):
        near = around(whole.nx, name, 1)
        for link in (key for key in near if kinds[key] in ("Event", "Proposal", "Statement")):
            assert whole.nx.has_edge(link, name)
            assert all(other in near for other in whole.nx[link] if kinds[other] in ENTITY_KINDS)


def test_what_tells_of_an_event_is_a_step_further() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    given = {"ada": "Person", "bo": "Person", "said": "Statement", "raid": "Event", "gang": "ArmedGroup"}
    for key, kind in given.items():
        network.add_node(key, type=kind, label=key)
    ties = [("said", "ada", "saidBy"), ("said", "bo", "about"), ("said", "raid", "reports"), ("raid", "gang", "agent")]
    for one, other, kind in ties:
        network.add_edge(one, other, type=kind)
    assert around(network, "ada", 1) == {"ada", "said", "bo"}
    assert around(network, "ada", 2) == set(given)
    assert around(network, "raid", 1) == {"raid", "gang", "said", "ada", "bo"}
