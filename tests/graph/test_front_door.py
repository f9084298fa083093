"""What people do with a graph in Python: look nodes and edges up, ask why, put graphs together, open and save."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

import newsgraph as ng
from newsgraph import KnowledgeGraph
from newsgraph.errors import NewsgraphError, SourceError
from newsgraph.records import Record

FIRST = "Ana Torv, the president of the Harbour Union, urged Norway on Monday to reopen the port of Oslo."
SECOND = "Sweden rejected the proposal of Norway on 3 May 2026. Police arrested 12 protesters in Stockholm."


@pytest.fixture(scope="module")
def one(extract: Callable[..., Record]) -> Record:
    return extract(FIRST, id="one", title="Port", published="2026-05-04")


@pytest.fixture(scope="module")
def two(extract: Callable[..., Record]) -> Record:
    return extract(SECOND, id="two", title="Arrests", published="2026-05-05")


@pytest.fixture(scope="module")
def graph(one: Record, two: Record) -> KnowledgeGraph:
    return KnowledgeGraph.from_records([one, two], min_confidence=0.25)


def test_nodes_are_a_table_and_a_mapping(graph: KnowledgeGraph) -> None:
    assert set(graph.nodes()["key"]) == set(graph.nodes) == set(graph.nx)
    assert graph.nodes["Norway"] is graph.nodes["country/NO"] is graph.nx.nodes["country/NO"]
    assert "country/NO" in graph.nodes and "Norway" in graph.nodes
    assert "Atlantis" not in graph.nodes and 7 not in graph.nodes
    assert graph.nodes.head(2).equals(graph.nodes().head(2)) and "iloc" in dir(graph.nodes)
    with pytest.raises(AttributeError):
        _ = graph.nodes.heads
    assert len(graph.nodes) == len(graph)
    assert {"Norway", "country/NO"} <= set(graph.nodes._ipython_key_completions_())
    with pytest.raises(KeyError, match="no node goes by the name 'Atlantis'"):
        _ = graph.nodes["Atlantis"]
    with pytest.raises(TypeError, match="7 is int, not text"):
        _ = graph.nodes[7]  # type: ignore[index]


def test_edges_are_a_table_and_a_mapping(graph: KnowledgeGraph) -> None:
    assert len(graph.edges()) == len(graph.edges) == graph.nx.number_of_edges()
    one, other, key = next(iter(graph.edges))
    assert graph.edges[one, other, key] is graph.nx.edges[one, other, key]
    assert set(graph.edges[one, other]) == set(graph.nx[one][other])
    assert (one, other, key) in graph.edges and (other, one, "no such") not in graph.edges
    with pytest.raises(KeyError, match="there is no edge 'no such'"):
        _ = graph.edges[one, other, "no such"]
    with pytest.raises(NewsgraphError, match="give source and target"):
        _ = graph.edges["Norway"]  # type: ignore[index]


def test_an_edge_is_explained_by_sentence_rule_and_confidence(graph: KnowledgeGraph) -> None:
    (claim,) = graph.explain("Ana Torv", "Harbour Union").claims
    assert claim.text == "Ana Torv: head of (president) Harbour Union"
    assert [quoted.sentence for quoted in claim.evidence] == [FIRST]
    edge = next(ends for ends in graph.edges if ends[0] == "person/ana-torv" and ends[1].endswith("harbour-union"))
    assert graph.explain(edge).claims == (claim,)
    row = graph.edges.query("source == 'person/ana-torv' and target.str.endswith('harbour-union')").iloc[0]
    assert graph.explain(row).claims == (claim,)
    proposal = graph.proposals()["key"][0]
    with pytest.raises(KeyError, match=r"they meet in 'event/2026-05-04-ana-torv.*', explain that"):
        graph.explain("Norway", "Ana Torv")
    (asked,) = graph.explain(proposal, "Norway", "addressedTo").claims
    assert "said by the word: urged" in asked.rules
    event = graph.events().set_index("kind")["key"]["COERCE"]
    (arrest,) = graph.explain(event).claims
    assert any(rule.startswith("rule: arrest") for rule in arrest.rules)
    assert arrest.confidence == graph.nodes[event].get("confidence")
    text = str(graph.explain(event))
    assert "confidence: " in text and "“Police arrested 12 protesters in Stockholm.” [Arrests]" in text
    assert "<blockquote>Police arrested" in graph.explain(event)._repr_html_()
    with pytest.raises(KeyError, match="there is no edge between"):
        graph.explain("Ana Torv", "Stockholm")


def test_graphs_are_put_together_as_if_built_at_once(graph: KnowledgeGraph, one: Record, two: Record) -> None:
    ones, twos = (KnowledgeGraph.from_records([record], min_confidence=0.25) for record in (one, two))
    both = ones + twos
    assert both.records == graph.records and both.nodes().equals(graph.nodes())
    assert (graph + ones).records == graph.records
    assert both.corpus.options == graph.corpus.options
    other = KnowledgeGraph.from_records([Record(article=ng.Article(id="one", text="Something else."))])
    with pytest.raises(NewsgraphError, match="two different articles have the id 'one'"):
        _ = ones + other
    with pytest.raises(TypeError):
        _ = ones + "two"


def test_articles_are_added(one: Record, graph: KnowledgeGraph) -> None:
    ones = KnowledgeGraph.from_records([one])
    more = ones.add(ng.Article(id="two", text=SECOND, title="Arrests", published="2026-05-05"))
    assert [record.article.id for record in more.records] == ["one", "two"]
    assert len(ones.records) == 1


def test_an_article_is_found_with_its_text(graph: KnowledgeGraph) -> None:
    row = graph.articles().iloc[0]
    assert {graph.article(row[column]).text for column in ("id", "key", "title")} == {FIRST}
    with pytest.raises(KeyError, match=r"graph\.articles\(\) lists them"):
        graph.article("Norway")


def test_a_saved_part_has_its_own_records_and_is_opened(graph: KnowledgeGraph, tmp_path: Path) -> None:
    part = graph.around("Stockholm", hops=0)
    opened = ng.open(part.save(tmp_path / "part.jsonl"), min_confidence=0.25)
    assert [record.article.id for record in opened.records] == ["two"]
    whole = ng.open(graph.save(tmp_path / "whole.jsonl"), min_confidence=0.25)
    assert whole.nodes().equals(graph.nodes())


def test_only_records_are_opened(graph: KnowledgeGraph, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"gone\.jsonl: there is no such file"):
        ng.open(tmp_path / "gone.jsonl")
    with pytest.raises(SourceError, match=r"graph\.graphml: holds no records; open records"):
        ng.open(graph.save(tmp_path / "graph.graphml"))


def test_ipython_shows_the_summary_in_a_terminal(graph: KnowledgeGraph) -> None:
    from IPython.lib.pretty import pretty

    assert pretty(graph) == graph.summary()
    assert repr(graph).startswith("<KnowledgeGraph: 2 articles, ")


def test_what_is_not_there_is_said_with_what_is_spelled_like_it(graph: KnowledgeGraph) -> None:
    for ask in (graph.dossier, graph.around, graph.explain, graph.nodes.__getitem__, lambda name: graph.drop(name)):
        with pytest.raises(ng.NotInGraphError) as raised:
            ask("Norwy")
        assert str(raised.value) == "no node goes by the name 'Norwy'; did you mean 'Norway'?"
        assert isinstance(raised.value, KeyError)


def test_it_is_a_collection_of_nodes(graph: KnowledgeGraph) -> None:
    assert list(graph) == list(graph.nx) and "country/NO" in graph and "Norway" in graph and "Atlantis" not in graph
    assert str(graph["Norway"]) == str(graph.dossier("Norway"))
    assert "Norway" in graph._ipython_key_completions_()


def test_a_column_that_is_not_there_is_told_of_with_those_that_are(graph: KnowledgeGraph) -> None:
    table = graph.events()
    with pytest.raises(KeyError, match=r"no column 'actor'; perhaps 'source_actor'; the columns are date, date_start"):
        table["actor"]
    with pytest.raises(ng.NotInGraphError, match="no column 'sources'"):
        table[table["articles"] > 0][["date", "sources"]]
    assert table.get("actor") is None
    assert pickle.loads(pickle.dumps(table)).equals(table)
