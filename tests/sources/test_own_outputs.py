"""What newsgraph wrote is no news."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.graph.test_knowledge_graph import records

from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.outputs.formats import TABLES
from newsgraph.project.decision_table import COLUMNS
from newsgraph.records import Record

GRAPH = KnowledgeGraph.from_records([Record(article=Article(id="a", text="Norway urged Sweden to open the border."))])


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("ending", [".csv", ".parquet"])
def test_no_table_is_read_as_articles(read: Callable, tmp_path: Path, table: str, ending: str) -> None:
    path = GRAPH.save(tmp_path / (table + ending))
    articles, (problem,) = read(path)
    assert articles == []
    assert str(problem) == (
        f"{path}: passed over as a table that newsgraph wrote; keep what it writes apart from the articles"
    )
    assert not problem.lost


def test_no_page_is_read_as_an_article(read: Callable, write: Callable, tmp_path: Path) -> None:
    for path in (GRAPH.save(tmp_path / "graph.html"), write("report.html", GRAPH.quality().to_page())):
        articles, (problem,) = read(path)
        assert articles == [] and not problem.lost
        assert "passed over as a page that newsgraph wrote" in str(problem)


def test_no_graph_is_read_as_articles(read: Callable, write: Callable, tmp_path: Path) -> None:
    articles, (problem,) = read(GRAPH.save(tmp_path / "graph.json"))
    assert articles == [] and not problem.lost
    assert "passed over as a graph that newsgraph wrote" in str(problem)
    text = '{"directed": false, "multigraph": false, "edges": [], "nodes": [{"id": 1}], "text": "Talks went on."}'
    other = write("other.json", text)
    assert [article.text for article in read(other)[0]] == ["Talks went on."]


def test_no_tables_of_neo4j_and_no_decisions_are_read_as_articles(read: Callable, tmp_path: Path) -> None:
    (tmp_path / "decisions.csv").write_text(",".join(COLUMNS) + "\n")
    KnowledgeGraph.from_records(records()).save(tmp_path / "neo4j")
    paths = sorted(tmp_path.rglob("*.csv"))
    assert [path.name for path in paths] == ["decisions.csv", "nodes.csv", "relationships.csv"]
    for path in paths:
        articles, (problem,) = read(path)
        assert articles == [] and not problem.lost and "passed over as a table that newsgraph wrote" in str(problem)
