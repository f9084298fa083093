"""Statements in the graph: who says what, and what they do with it."""

from __future__ import annotations

from newsgraph import Article, KnowledgeGraph
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
        "believes that the bank will act"
    ]


def test_unnamed_speakers_are_sources() -> None:
    graph = graph_of("Police said that the road was closed.")
    assert list(graph.statements()["speaker"]) == ["Police"]


def test_an_interrupted_quotation_is_joined() -> None:
    graph = graph_of("“It is a blow,” said Petra Lund. “We shall not forget it soon.”")
    assert list(graph.statements()["content"]) == ["“It is a blow,” … “We shall not forget it soon.”"]


def test_a_report_in_the_middle_is_not_said() -> None:
    graph = graph_of("The gunmen, Petra Lund said, were small groups with links to other countries.")
    assert list(graph.statements()["content"]) == ["The gunmen … were small groups with links to other countries"]


def test_a_dossier_keeps_proposals_and_statements_apart() -> None:
    graph = graph_of(
        "Petra Lund urged Chad to free the miners. Petra Lund told Chad that the road was closed. "
        "Omar Khalil said that Chad was at peace."
    )
    sections = graph.dossier("Chad").sections
    assert [fact.text for fact in sections["Asked to act"]] == ["free the miners"]
    assert [fact.text for fact in sections["Was told"]] == ["that the road was closed"]
    assert "that Chad was at peace" in [fact.text for fact in sections["Said about it"]]
    text = str(graph.dossier("Chad"))
    assert text.count("“Petra Lund urged Chad to free the miners.”") == 1


def test_a_dossier_names_the_article() -> None:
    article = Article(
        id="a", text="Petra Lund urged Chad to free the miners.", title="Miners", source="The Herald",
        published="2026-05-05T10:00",
    )  # fmt: skip
    graph = KnowledgeGraph.from_records(read_articles([article], load_pipeline()))
    assert "[Miners, The Herald, 2026-05-05]" in str(graph.dossier("Chad"))
    assert graph.summary().splitlines()[1] == "published 2026-05-05"


def test_the_summary_says_how_many_more() -> None:
    names = ["Chad", "Mali", "Kenya", "Ghana", "Togo", "Benin", "Gabon", "Niger", "Sudan", "Egypt"]
    graph = graph_of(" ".join(f"{name} called for an early election in Norway." for name in names))
    lines = graph.summary().splitlines()
    assert lines[lines.index("Proposals") + 9] == f"  … and {len(graph.proposals()) - 8} more"


def test_an_unnamed_spokesman_speaks_for_the_body() -> None:
    graph = graph_of("A spokesman for the Interior Ministry said that the road was closed.")
    assert list(graph.statements()["speaker"]) == ["Interior Ministry"]


def test_unnamed_officials_are_tied_to_their_state_or_place() -> None:
    table = graph_of(
        "Police in Lagos said that the road was closed. Officials at the Defence Ministry said that it was open."
    )
    assert list(table.statements()["speaker_of"]) == ["Defence Ministry", "Lagos"]


def test_all_joint_speakers() -> None:
    graph = graph_of("Petra Lund and Omar Khalil said that the war was over.")
    assert list(graph.statements()["speaker"]) == ["Petra Lund; Omar Khalil"]


def test_a_statement_is_one_though_its_clauses_are_several() -> None:
    graph = graph_of("“I think that the bank will act,” said Petra Lund.")
    assert list(graph.statements()["content"]) == ["“I think that the bank will act,”"]
