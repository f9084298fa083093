"""Statements in the graph: who says what, and what they do with it."""

from __future__ import annotations

from newsgraph import Article
from newsgraph.graph import KnowledgeGraph
from newsgraph.language.pipeline import load_pipeline, read_articles


def graph_of(text: str) -> KnowledgeGraph:
    article = Article(id="a", text=text, published="2026-05-05")
    return KnowledgeGraph.from_records(read_articles([article], load_pipeline()))


def test_a_denial_is_called_one_everywhere() -> None:
    graph = graph_of("Mayor Petra Lund denied that the bridge had been closed.")
    (key,) = (k for k, d in graph.nx.nodes(data=True) if d["type"] == "Statement")
    node = graph.nx.nodes[key]
    assert node["label"] == "denies that the bridge had been closed"
    assert (node["polarity"], node["commitment"]) == ("denied", "said")
    row = graph.statements().iloc[0]
    assert (row["speaker"], row["polarity"], row["content"]) == (
        "Petra Lund", "denied", "that the bridge had been closed"
    )  # fmt: skip
    assert "denies that the bridge had been closed" in str(graph.dossier("Petra Lund"))


def test_what_is_thought_says_so() -> None:
    graph = graph_of("Petra Lund believes that the bank will act.")
    assert [d["label"] for _, d in graph.nx.nodes(data=True) if d["type"] == "Statement"] == [
        "thinks that the bank will act"
    ]


def test_unnamed_speakers_are_sources() -> None:
    graph = graph_of("Police said that the road was closed.")
    assert list(graph.statements()["speaker"]) == ["Police"]


def test_an_interrupted_quotation_is_joined() -> None:
    graph = graph_of("“It is a blow,” said Petra Lund. “We shall not forget it soon.”")
    assert list(graph.statements()["content"]) == ["“It is a blow,” … “We shall not forget it soon.”"]


def test_all_joint_speakers() -> None:
    graph = graph_of("Petra Lund and Omar Khalil said that the war was over.")
    assert list(graph.statements()["speaker"]) == ["Petra Lund; Omar Khalil"]


def test_a_statement_is_one_though_its_clauses_are_several() -> None:
    graph = graph_of("“I think that the bank will act,” said Petra Lund.")
    assert list(graph.statements()["content"]) == ["“I think that the bank will act,”"]
