from __future__ import annotations

from types import ModuleType

import networkx as nx

from newsgraph.view.communities import communities
from newsgraph.view.importance import OPENING, importance, reading_order, simple_graph


def ordered(graph: nx.MultiDiGraph) -> tuple[nx.Graph, list[str]]:
    simple = simple_graph(graph)
    return simple, reading_order(simple, importance(simple, {}))


def test_reading_order_begins_with_what_is_most_tied_and_stays_connected(synthetic: ModuleType) -> None:
    simple = simple_graph(synthetic.large_graph(2000, 6000))
    scores = importance(simple, {})
    order = reading_order(simple, scores)
    assert sorted(order) == sorted(simple)
    assert 1.0 in (scores[order[0]], scores[order[1]])
    opening = simple.subgraph(order[:OPENING])
    assert sum(1 for node in opening if opening.degree(node) == 0 and simple.degree(node)) == 0


def test_communities_are_those_that_a_reader_sees() -> None:
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    for group, size in (("a", 10), ("b", 11), ("c", 12)):
        names = [f"{group}{i}" for i in range(size)]
        graph.add_nodes_from(names, type="Person")
        graph.add_edges_from((x, y) for i, x in enumerate(names) for y in names[i + 1 :])
    graph.add_edges_from([("a0", "b0"), ("b1", "c1"), ("c2", "a2")])
    number = communities(*ordered(graph))
    # The largest comes first.
    assert {name[0]: i for name, i in number.items()} == {"c": 0, "b": 1, "a": 2}
    assert len(set(number.items())) == len(number)


def test_every_node_has_a_community_whatever_the_order_of_nodes(synthetic: ModuleType) -> None:
    graph = synthetic.large_graph(3000, 9000)
    turned: nx.MultiDiGraph = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    simple, order = ordered(graph)
    found = communities(simple, order)
    assert set(found) == set(simple)
    assert found == communities(*ordered(turned))
    # What comes after the backbone joins a neighbour.
    tail = [node for node in order[2000:] if simple.degree(node)]
    assert all(any(found[near] == found[node] for near in simple[node]) for node in tail)


def test_nodes_without_ties_are_communities_of_their_own() -> None:
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    graph.add_nodes_from(f"n{i}" for i in range(2100))
    simple, order = ordered(graph)
    assert len(set(communities(simple, order).values())) == 2100
