from __future__ import annotations

from types import ModuleType

import networkx as nx
import numpy as np
import pytest

from newsgraph.view.importance import OPENING, importance, reading_order, simple_graph
from newsgraph.view.labels import label_box, short_label
from newsgraph.view.layout import communities, layout, separate


def overlaps(positions: np.ndarray, sizes: np.ndarray) -> int:
    delta = np.abs(positions[:, None, :] - positions[None, :, :])
    need = (sizes[:, None, :] + sizes[None, :, :]) / 2
    return int(np.triu((delta + 0.2 < need).all(axis=2), 1).sum())


def place(graph: nx.MultiDiGraph) -> tuple[list[str], np.ndarray, np.ndarray]:
    simple = simple_graph(graph)
    order = reading_order(simple, importance(simple, {}))
    boxes = {node: label_box(short_label(str(node)), 8.0) for node in order}
    return order, layout(simple, order, boxes, OPENING), np.array([boxes[node] for node in order]).reshape(-1, 2)


@pytest.mark.parametrize(("nodes", "edges"), [(12, 20), (100, 240), (500, 1500), (2000, 6000)])
def test_no_two_boxes_of_the_first_view_overlap(synthetic: ModuleType, nodes: int, edges: int) -> None:
    _, positions, sizes = place(synthetic.large_graph(nodes, edges))
    assert np.isfinite(positions).all()
    assert overlaps(positions[:OPENING], sizes[:OPENING]) == 0


def test_the_others_take_free_places(synthetic: ModuleType) -> None:
    _, positions, _ = place(synthetic.large_graph(500, 1500))
    gaps = np.abs(positions[OPENING:, None, :] - positions[None, :, :])
    near = (gaps[:, :, 0] < 60) & (gaps[:, :, 1] < 25)
    near[np.arange(len(near)), OPENING + np.arange(len(near))] = False
    assert not near.any()


def test_it_is_the_same_each_time(synthetic: ModuleType) -> None:
    first, second = place(synthetic.large_graph(300, 900)), place(synthetic.large_graph(300, 900))
    assert first[0] == second[0]
    assert (first[1] == second[1]).all()


def test_it_does_not_depend_on_the_order_of_nodes(synthetic: ModuleType) -> None:
    graph = synthetic.large_graph(80, 200)
    turned: nx.MultiDiGraph = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(reversed(list(graph.edges(keys=True, data=True))))
    assert place(graph)[0] == place(turned)[0]
    assert np.abs(place(graph)[1] - place(turned)[1]).max() < 0.2


def test_communities_stand_apart() -> None:
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    for group in "abc":
        names = [f"{group}{i}" for i in range(10)]
        graph.add_nodes_from(names, type="Person")
        graph.add_edges_from((x, y) for i, x in enumerate(names) for y in names[i + 1 :])
    graph.add_edges_from([("a0", "b0"), ("b1", "c1"), ("c2", "a2")])
    order, positions, _ = place(graph)
    assert sorted(map(len, communities(simple_graph(graph)))) == [10, 10, 10]
    middle = {g: positions[[i for i, n in enumerate(order) if n[0] == g]].mean(axis=0) for g in "abc"}
    for i, node in enumerate(order):
        assert min("abc", key=lambda g: float(np.linalg.norm(positions[i] - middle[g]))) == node[0]


@pytest.mark.parametrize(
    "graph", [nx.MultiDiGraph(), nx.MultiDiGraph([("a", "a")]), nx.MultiDiGraph([("a", "b"), ("c", "d")])]
)
def test_small_and_odd_graphs(graph: nx.MultiDiGraph) -> None:
    order, positions, sizes = place(graph)
    assert positions.shape == (len(order), 2)
    assert np.isfinite(positions).all()
    assert overlaps(positions, sizes) == 0


def test_many_isolated_nodes_are_packed() -> None:
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    graph.add_nodes_from(f"n{i}" for i in range(300))
    _, positions, sizes = place(graph)
    assert overlaps(positions[:OPENING], sizes[:OPENING]) == 0
    extent = np.ptp(positions, axis=0)
    assert 0.3 < extent[0] / extent[1] < 4


def test_separate_keeps_what_does_not_overlap() -> None:
    points = np.array([[0.0, 0.0], [500.0, 0.0]])
    assert (separate(points, np.full((2, 2), 50.0)) == points).all()


def test_reading_order_begins_with_what_is_most_tied_and_stays_connected(synthetic: ModuleType) -> None:
    simple = simple_graph(synthetic.large_graph(2000, 6000))
    scores = importance(simple, {})
    order = reading_order(simple, scores)
    assert sorted(order) == sorted(simple)
    assert 1.0 in (scores[order[0]], scores[order[1]])
    opening = simple.subgraph(order[:OPENING])
    assert sum(1 for node in opening if opening.degree(node) == 0 and simple.degree(node)) == 0


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ilse Brandt", "Ilse Brandt"),
        ("accept an inquiry led by the Straits Council", "accept an inquiry\nled by the Straits…"),
        ("a\n\tb\x00c", "a b c"),
        ("", "(no name)"),
        ("x" * 50, "x" * 19 + "…"),
        ("\u202egnidaer", "gnidaer"),
        ("\ud800lone", "lone"),
    ],
)
def test_short_label(text: str, label: str) -> None:
    assert short_label(text) == label
