"""The sample articles: what a reader of them would expect to find in their graph."""

from __future__ import annotations

import pytest

import newsgraph as ng


@pytest.fixture(scope="module")
def graph(sample_graph: ng.KnowledgeGraph) -> ng.KnowledgeGraph:
    return sample_graph


def test_every_article_is_read(graph: ng.KnowledgeGraph) -> None:
    assert len(graph.articles()) == 18 and graph.articles()["date"].notna().all()


def test_one_node_for_one_actor(graph: ng.KnowledgeGraph) -> None:
    actors = graph.actors()
    for name in ("Yared Mengistab", "African Union", "Ethiopia", "Eritrea", "Red Valley Front", "Eldjárn Vatnsfell"):
        assert (actors["name"] == name).sum() == 1, name
    last = actors[actors["name"].str.fullmatch("Mengistab|Vatnsfell|Choquemarca|Tavernard")]
    assert last.empty, "a surname alone is a node"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Yared Mengistab", "Person"), ("African Union", "InternationalOrganization"), ("Horn Unity Party", "Party"),
        ("Red Valley Front", "ArmedGroup"), ("Ethiopia", "Country"), ("Progress Alliance", "Party"),
        ("United Nations Security Council", "InternationalOrganization"), ("Canada", "Country"),
    ],
)
def test_kinds(graph: ng.KnowledgeGraph, name: str, kind: str) -> None:
    key = graph.find(name)
    assert key is not None and graph.nx.nodes[key]["type"] == kind


def test_who_proposed_what_to_whom(graph: ng.KnowledgeGraph) -> None:
    proposals = graph.proposals()
    commission = proposals[proposals["content"].str.contains("joint border commission")]
    assert (commission["proposers"].str.contains("Mengistab")).any()
    asked = commission[commission["proposers"].str.contains("Mengistab")]["addressees"].str.cat()
    assert "Ethiopia" in asked and "Eritrea" in asked


def test_two_sources_disagree(graph: ng.KnowledgeGraph) -> None:
    events = graph.events()
    disputed = events[events["disputed"].str.contains("killed: 14") & events["disputed"].str.contains("killed: 11")]
    assert len(disputed) == 1
    row = disputed.iloc[0]
    assert row["kind"] == "ASSAULT" and row["killed"] == 11 and row["date"] == "2026-05-05"


def test_events_of_two_countries_in_may(graph: ng.KnowledgeGraph) -> None:
    may = graph.between("2026-05-01", "2026-05-31").events()
    both = may[
        (may["source_actor"] + may["target_actor"]).str.contains("Ethiopia")
        & (may["source_actor"] + may["target_actor"]).str.contains("Eritrea")
    ]
    assert len(both) >= 2


def test_everything_has_its_sentence(graph: ng.KnowledgeGraph) -> None:
    for key, data in graph.nx.nodes(data=True):
        assert data["type"] == "Article" or data["evidence"], key
    for one, other, data in graph.nx.edges(data=True):
        assert data["evidence"], (one, other)
