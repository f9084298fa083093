"""Files out."""

from __future__ import annotations

import json
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest

from newsgraph.errors import OutputError
from newsgraph.graph import KnowledgeGraph
from newsgraph.outputs import FORMATS, TABLES, check_output, whole_file
from tests.graph.test_knowledge_graph import records


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_records(records())


@pytest.mark.parametrize("ending", sorted(set(FORMATS) - {".csv", ".parquet"}))
def test_each_ending_writes_the_same_bytes_twice(graph: KnowledgeGraph, ending: str, tmp_path: Path) -> None:
    one, two = graph.save(tmp_path / f"one{ending}"), graph.save(tmp_path / f"two{ending}")
    assert one.read_bytes() == two.read_bytes() != b""
    assert sorted(p.name for p in tmp_path.iterdir()) == [f"one{ending}", f"two{ending}"]


def test_graphml_and_gexf_and_node_link_survive(graph: KnowledgeGraph, tmp_path: Path) -> None:
    size = graph.nx.number_of_nodes(), graph.nx.number_of_edges()
    graphml = nx.read_graphml(graph.save(tmp_path / "g.graphml"), force_multigraph=True)
    gexf = nx.read_gexf(graph.save(tmp_path / "g.gexf"))
    link = nx.node_link_graph(json.loads(graph.save(tmp_path / "g.json").read_text()), edges="edges")
    for other in (graphml, gexf, link):
        assert (other.number_of_nodes(), other.number_of_edges()) == size
    assert graphml.nodes["person/ana-torv"]["type"] == "Person"
    assert json.loads(graphml.nodes["person/ana-torv"]["evidence"])[0]["sentence"].startswith("Ana Torv")


@pytest.mark.parametrize("name", TABLES)
def test_tables(graph: KnowledgeGraph, name: str, tmp_path: Path) -> None:
    table = getattr(graph, name)()
    assert len(pd.read_csv(graph.save(tmp_path / f"{name}.csv"))) == len(table)
    assert list(pd.read_parquet(graph.save(tmp_path / f"{name}.parquet")).columns) == list(table.columns)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("graph.docx", "no format has the ending '.docx'"),
        ("graph", "no format has the ending ''"),
        ("everything.csv", "a table is named after what it holds"),
        ("nowhere/graph.ttl", "there is no folder"),
    ],
)
def test_what_cannot_be_written_is_said_before_the_work(name: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=words):
        check_output(tmp_path / name)


def test_an_interrupted_run_leaves_no_half_file(tmp_path: Path) -> None:
    def interrupted() -> None:
        with whole_file(tmp_path / "graph.ttl") as stream:
            stream.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert list(tmp_path.iterdir()) == []
