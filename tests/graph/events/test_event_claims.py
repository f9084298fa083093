"""Who is said to give which number and day: only whose own sentence does, in the words that do."""

from __future__ import annotations

import pytest

import newsgraph as ng
from newsgraph import KnowledgeGraph

FIRST = """Market attack

Gunmen killed 14 people at a market in Adi Senbet on Wednesday, regional officials said.

The Red Valley Front claimed responsibility for the attack in a message. "The attack was revenge," said its spokesman
Haile Birru. The attack on the market was cowardly, said the governor Ana Torv."""
SECOND = """Market attack: toll falls

Gunmen of the Red Valley Front attacked a market in Adi Senbet on Tuesday and killed 11 people. The attack on
the market was revenge, ministry officials said."""


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return ng.build(
        [
            ng.Article(id="first", text=FIRST, published="2026-05-06", source="Meridian Wire"),
            ng.Article(id="second", text=SECOND, published="2026-05-08", source="Harbour Post"),
        ],
        progress=False,
    )


def told(graph: KnowledgeGraph, what: str) -> list[tuple[object, str, str | None]]:
    claims = [claim for _, data in graph.nx.nodes(data=True) for claim in data.get("claims", ()) if claim.what == what]
    return sorted((claim.value, claim.evidence.text, claim.evidence.by or "") for claim in claims)


def test_a_number_is_claimed_by_whose_sentence_gives_it(graph: KnowledgeGraph) -> None:
    assert [(value, words) for value, words, _ in told(graph, "killed")] == [
        (11, "attacked a market in Adi Senbet on Tuesday and killed 11"), (14, "killed 14")
    ]
    speakers = {by for *_, by in told(graph, "killed") if by}
    assert not any(name in by for by in speakers for name in ("haile", "torv", "front"))


def test_a_day_is_claimed_in_the_words_that_give_it(graph: KnowledgeGraph) -> None:
    days = told(graph, "date")
    assert {value for value, *_ in days} == {"2026-05-05", "2026-05-06"}
    assert all("Tuesday" in words or "Wednesday" in words for _, words, _ in days)


def test_conflicts_have_one_row_for_each_claim(graph: KnowledgeGraph) -> None:
    from newsgraph.rdf.named_queries import named_query

    rows = graph.sparql(named_query("conflicts"))
    numbers = rows[rows["what"] == "killed"]
    assert sorted(numbers["value"].astype(int)) == [11, 14] and numbers["who"].notna().sum() == 1
    assert all(any(said in sentence for said in ("14", "11", "Eleven")) for sentence in numbers["sentence"])


def test_a_part_told_by_one_voice_contradicts_nobody() -> None:
    whole = "Raid\n\nRebels killed 14 villagers in Kalvar on Tuesday."
    parts = "Raid on Kalvar\n\nRebels killed 14 villagers in Kalvar on Tuesday. They killed nine villagers in a church."
    graph = ng.build(
        [ng.Article(id=name, text=text, published="2026-05-06") for name, text in (("a", whole), ("b", parts))],
        progress=False,
    )
    assert told(graph, "killed") == []
