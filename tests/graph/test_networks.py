"""Actors and proposals as a network of agreement and opposition."""

from __future__ import annotations

import msgspec
import pytest

from newsgraph import KnowledgeGraph
from newsgraph.errors import NewsgraphError
from newsgraph.records import StanceTaken
from tests.graph.test_knowledge_graph import records


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    one, two = records()
    against = msgspec.structs.replace(
        one.proposals[0], opponents=("m3",), supporters=("m2",),
        stances=(
            StanceTaken(actor="m3", stance="oppose", start=39, end=46),
            StanceTaken(actor="m2", stance="support", start=22, end=35),
        ),
    )
    return KnowledgeGraph.from_records([msgspec.structs.replace(one, proposals=(against,)), two])


def weights(network) -> dict[tuple[str, str], int]:  # type: ignore[no-untyped-def]
    label = {key: data["label"] for key, data in network.nodes(data=True)}
    return {tuple(sorted((label[a], label[b]))): d["weight"] for a, b, d in network.edges(data=True)}  # type: ignore[misc]


def test_two_mode(graph: KnowledgeGraph) -> None:
    assert weights(graph.proposal_network()) == {
        ("Ana Torv", "reopen the port"): 1, ("Harbour Party", "reopen the port"): 1, ("Norland", "reopen the port"): -1,
    }
    assert weights(graph.proposal_network("2026-06-01")) == {}


def test_one_mode(graph: KnowledgeGraph) -> None:
    assert weights(graph.congruence_network()) == {
        ("Ana Torv", "Harbour Party"): 1, ("Ana Torv", "Norland"): -1, ("Harbour Party", "Norland"): -1,
    }


def test_discourse_table(graph: KnowledgeGraph) -> None:
    table = graph.stances()
    assert list(table.columns[:6]) == ["document", "date", "actor", "organisation", "concept", "agreement"]
    assert table.iloc[:, :6].values.tolist() == [
        ["Port", None, "Ana Torv", "Harbour Party", "reopen the port", True],
        ["Port", None, "Harbour Party", "Harbour Party", "reopen the port", True],
        ["Port", None, "Norland", "Norland", "reopen the port", False],
    ]
    assert set(table["reported"]) == {"2026-05-06"}


def test_charts(graph: KnowledgeGraph) -> None:
    timeline = graph.timeline().to_dict()
    (rows,) = timeline["datasets"].values()
    assert [(row["date"], row["day"], row["class"]) for row in rows] == [
        ("2026-05-05", "dated", "material conflict"), ("2026-05-06", "reported", "proposal"),
    ]
    (counted,) = graph.activity(by="month").to_dict()["datasets"].values()
    assert counted == [{"period": "2026-05-01", "quad_class": "material conflict", "day": "dated", "events": 1}]
    (cells,) = graph.matrix("ArmedGroup", "Group").to_dict()["datasets"].values()
    assert cells == [{"agent": "Red Front", "target": "14 people", "events": 1}]
    with pytest.raises(NewsgraphError, match="count by one of day, month, year"):
        graph.activity(by="fortnight")
