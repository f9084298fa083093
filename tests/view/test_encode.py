from __future__ import annotations

import json
from types import ModuleType

import networkx as nx
import numpy as np
import pytest
from pyvis.network import Network

from newsgraph.view.drawing import Drawing
from newsgraph.view.encode import encode


@pytest.fixture(scope="module")
def data(synthetic: ModuleType) -> dict:
    return encode(synthetic.small_graph(), "Clash")


def test_every_node_and_edge_is_there(data: dict, graph: nx.MultiDiGraph) -> None:
    assert {node["key"] for node in data["nodes"]} == set(graph)
    assert len(data["edges"]) == graph.number_of_edges()
    assert [node["id"] for node in data["nodes"]] == list(range(len(graph)))


def test_nodes_and_edges_are_those_of_pyvis(data: dict) -> None:
    assert isinstance(Drawing(), Network)
    assert {"id", "label", "shape", "c", "size", "group"} <= set(data["nodes"][0])
    assert {"from", "to", "arrows"} <= set(data["edges"][0])


def test_drawing_accepts_what_pyvis_accepts() -> None:
    drawing = Drawing()
    drawing.add_node(1, label="a")
    drawing.add_node(1, label="again")
    drawing.add_node(2, label="b")
    drawing.add_edge(1, 2)
    assert [node["label"] for node in drawing.nodes] == ["a", "b"]
    with pytest.raises(AssertionError, match="non existent node"):
        drawing.add_edge(1, 3)


def test_articles_come_last_and_are_of_no_community(data: dict) -> None:
    assert [node["group"] for node in data["nodes"][-2:]] == ["Article", "Article"]
    assert "c" not in data["nodes"][-1]


def test_evidence_marks_the_words_in_utf16(data: dict) -> None:
    node = next(node for node in data["nodes"] if node["key"] == "statement/deaths")
    [[sentence, start, end]] = node["ev"]
    article, text, _ = data["sentences"][sentence]
    # 😀 is two units in JavaScript.
    assert text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") == "seven sailors had died"
    assert data["nodes"][article]["key"] == "article/daily-lantern-1"


def test_who_says_so_is_kept(data: dict) -> None:
    node = next(node for node in data["nodes"] if node["key"] == "event/clash")
    assert [data["nodes"][row[3]]["key"] for row in node["ev"] if len(row) > 3] == ["person/oren-valk"]


def test_a_sentence_is_written_once(data: dict) -> None:
    rows = [tuple(row) for row in data["sentences"]]
    assert len(rows) == len(set(rows))


def test_edges_run_as_they_read(data: dict) -> None:
    keys = [node["key"] for node in data["nodes"]]
    found = {(keys[e["from"]], e["type"], keys[e["to"]]) for e in data["edges"]}
    assert ("country/marovia", "agent", "event/talks") in found
    assert ("event/clash", "target", "country/tessland") in found
    assert ("person/oren-valk", "opposedBy", "proposal/inquiry") in found


def test_parallel_edges_are_bent_apart(data: dict) -> None:
    keys = [node["key"] for node in data["nodes"]]
    pair = [e for e in data["edges"] if {keys[e["from"]], keys[e["to"]]} == {"io/straits-council", "proposal/inquiry"}]
    assert len(pair) == 2
    # Seen from one end, one bends to the one side and the other to the other.
    sides = {(e["smooth"]["type"] == "curvedCW") == (e["from"] < e["to"]) for e in pair}
    assert sides == {True, False}
    single = [e for e in data["edges"] if e["type"] == "headOf"]
    assert single[0]["smooth"] is False


def test_attributes_do_not_clash_with_those_of_the_drawing(data: dict) -> None:
    article = data["nodes"][-1]
    assert "title" not in article
    assert "source" not in article
    assert {article["publisher"] for article in data["nodes"][-2:]} == {"Harbour Wire", "Daily Lantern"}


def test_evidence_outside_of_its_sentence_is_cut_to_it(synthetic: ModuleType) -> None:
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    row = synthetic.Evidence("article/x", 5, 90, "words", "Short sentence.", 10, 25)
    graph.add_node("event/x", label="x", type="Event", evidence=[row], count=1)
    data = encode(graph, "x")
    assert data["nodes"][0]["ev"] == [[0, 0, 15]]
    assert data["sentences"] == [[-1, "Short sentence.", 10]]


def test_it_is_plain_json_and_the_same_each_time(synthetic: ModuleType) -> None:
    graph = synthetic.large_graph(120, 300, hostile=True)
    once, twice = (json.dumps(encode(graph, "x")) for _ in range(2))
    assert once == twice


def test_types_that_are_not_known_are_shown_under_their_name() -> None:
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    graph.add_node("a", label="A", type="Vessel")
    graph.add_node("b", label="B")
    graph.add_edge("a", "b", type="mooredAt")
    data = encode(graph, "x")
    assert data["kinds"]["Vessel"]["many"] == "Vessel"
    assert data["ties"]["mooredAt"]["words"] == "mooredAt"


def test_odd_attributes_do_no_harm() -> None:
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    odd = {
        "key": "k",
        "n": 7,
        "ev": "x",
        "n_id": 3,
        "color": "red",
        "hidden": True,
        "lat": float("nan"),
        "lon": np.float64(2.5),
    }
    graph.add_node("a", label="A", type="Place", **odd)
    graph.add_edge("a", "a", type="partOf", source="s", to="t", smooth="x")
    data = encode(graph, "x")
    node = data["nodes"][0]
    assert (node["key"], node["n"], node["ev"]) == ("a", 1, [])
    assert "lat" not in node
    assert node["lon"] == 2.5
    assert json.dumps(data, allow_nan=False)
    assert (data["edges"][0]["from"], data["edges"][0]["to"]) == (0, 0)


def test_an_event_with_a_name_is_shown_as_one_that_is_known() -> None:
    graph: nx.MultiDiGraph = nx.MultiDiGraph()
    graph.add_node("event/a", type="Event", label="Battle of Kalvar", name="Battle of Kalvar", confidence=0.2)
    graph.add_node("event/b", type="Event", label="Gunmen killed two", confidence=0.8)
    told = {node["key"]: node.get("named") for node in encode(graph, "Names")["nodes"]}
    assert told == {"event/a": True, "event/b": None}
