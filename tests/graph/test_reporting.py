"""The day of a report is never the date of what is reported."""

from __future__ import annotations

import pytest

import newsgraph as ng
from newsgraph import KnowledgeGraph

TEXT = (
    "Report\n\nPolice said on March 3, 2026 that the bridge was closed. The mayor urged Norway in January 2020 to "
    "rebuild the bridge. Ana Torv said that the port was shut. She urged Sweden to open the port. The rebels have "
    "fought the army of Sweden since 2024. Ana Torv is meeting the ministers of Norway in Oslo."
)


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return ng.build([ng.Article(id="a", text=TEXT, published="2026-05-06T10:00:00Z")], progress=False)


def test_what_no_sentence_dates_has_no_date_but_a_day_of_the_report(graph: KnowledgeGraph) -> None:
    said = graph.statements().set_index("content")
    assert said["date"].fillna("").to_dict()["that the bridge was closed"] == "2026-03-03"
    assert said["date"].fillna("").to_dict()["that the port was shut"] == ""
    proposed = graph.proposals().set_index("content")
    assert proposed["date"].fillna("").to_dict() == {"rebuild the bridge": "2020-01", "open the port": ""}
    assert set(said["reported"]) == set(proposed["reported"]) == {"2026-05-06"}


def test_only_what_is_told_is_a_date_in_rdf(graph: KnowledgeGraph) -> None:
    rows = graph.sparql("SELECT ?x ?d { ?x ng:date|ng:proposedOn ?d }")
    assert sorted(rows["d"].astype(str)) == ["2020-01", "2020-01", "2026-03-03"]  # the urging is an event, too
    begun = graph.sparql("SELECT ?d { ?e a ng:Event ; ng:startDate ?d }")
    assert begun["d"].astype(str).tolist() == ["2024"]


def test_an_event_has_no_day_of_the_paper(graph: KnowledgeGraph) -> None:
    events = graph.events().set_index("kind")
    assert events["date"].dropna().tolist() == ["2020-01"] and events.loc["ASSAULT", "date_start"] == "2024-01-01"
    assert set(events["published"]) == {"2026-05-06"}


def test_between_finds_what_is_undated_by_the_day_of_its_report(graph: KnowledgeGraph) -> None:
    may = graph.between("2026-05-01", "2026-05-31")
    assert may.proposals()["content"].tolist() == ["open the port"]
    assert "that the port was shut" in may.statements()["content"].tolist()
    assert graph.between("2020-01-01", "2020-02-01").proposals()["content"].tolist() == ["rebuild the bridge"]


def test_a_dossier_says_that_a_day_is_that_of_the_report(graph: KnowledgeGraph) -> None:
    text = str(graph.dossier("Ana Torv"))
    assert "• reported 2026-05-06  open the port" in text and "• 2026-05-06" not in text
