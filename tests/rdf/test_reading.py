"""RDF files into a store."""

from __future__ import annotations

import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest
from tests.graph.test_knowledge_graph import records

from newsgraph import KnowledgeGraph
from newsgraph.rdf.reading import is_rdf, load_rdf
from newsgraph.rdf.sparql import select_from
from newsgraph.rdf.writing import FORMATS
from newsgraph.sources import Problem

ASK = "SELECT (COUNT(*) AS ?n) { ?e a ng:Event }"


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph.from_records(records())


@pytest.mark.parametrize("name", [*(f"g{ending}" for ending in FORMATS), "g.ttl.gz", "G.TTL", "g", "g.txt", "nq"])
def test_every_format_is_loaded_once(graph: KnowledgeGraph, tmp_path: Path, name: str) -> None:
    ending = Path(name.lower().removesuffix(".gz")).suffix
    ending = {"nq": ".nq"}.get(name, ending if ending in FORMATS else ".ttl")
    data = graph.save(tmp_path / f"made{ending}").read_bytes()
    path = tmp_path / name
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    problems: list[Problem] = []
    store = ox.Store()
    assert is_rdf(str(path)) and load_rdf(store, str(path), problems.append) and problems == []
    assert load_rdf(store, str(path), problems.append)
    assert select_from(store, ASK, "http://a.example/")["n"].tolist() == [1]


def test_what_is_no_rdf_is_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text('<http://a.example/x> <http://a.example/y> "z" .\nno Turtle')
    (tmp_path / "a.txt").write_text("The ministers met.")
    problems: list[Problem] = []
    store = ox.Store()
    for name in ("a.ttl", "gone.nq"):
        assert not load_rdf(store, str(tmp_path / name), problems.append)
    assert "a.ttl: is not the RDF that it should be" in str(problems[0]) and "gone.nq: there is no" in str(problems[1])
    assert len(store) == 0 and not is_rdf(str(tmp_path / "a.txt")) and not is_rdf(str(tmp_path))
