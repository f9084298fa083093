"""The graph of a project is kept, and is that which would be built."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest

import newsgraph as ng
from newsgraph import KnowledgeGraph
from newsgraph.records import Record
from newsgraph.stored.records import LazyRecords
from tests.graph.test_knowledge_graph import records


class Builds:
    """Builds graphs, and counts them."""

    build = staticmethod(KnowledgeGraph.from_records)

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, *given: Any, **options: Any) -> KnowledgeGraph:
        self.count += 1
        return self.build(*given, **options)


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> Builds:
    """How many graphs a test has built."""
    counted = Builds()
    monkeypatch.setattr(KnowledgeGraph, "from_records", counted)
    return counted


@pytest.fixture
def corpus(sample_graph: KnowledgeGraph) -> list[Record]:
    """Records of the samples, and two that contradict each other."""
    return [*sample_graph.records, *records()]


def content(graph: KnowledgeGraph) -> tuple[Any, ...]:
    """All that a graph holds, in its order, with the types of what it holds."""

    def typed(data: dict[str, Any]) -> list[tuple[str, str, Any]]:
        return [(name, type(value).__name__, value) for name, value in data.items()]

    network = graph.nx
    return (
        [(key, typed(data)) for key, data in network.nodes(data=True)],
        [(one, other, key, typed(data)) for one, other, key, data in network.edges(keys=True, data=True)],
        [(key, list(network.pred[key]), list(network.succ[key])) for key in network],
        typed(dict(sorted(network.graph.items()))), graph.merges, graph.records, graph.base, graph.corpus.options,
        graph.corpus.ledger, graph.corpus.decided.decisions, graph.corpus.decided.unfit,
    )


def built(project: ng.Project) -> KnowledgeGraph:
    """The graph that the project would build if it had kept none."""
    project.connection.execute("DELETE FROM setting WHERE name = 'graph'")
    return project.graph()


def test_what_has_not_changed_is_not_built_again(corpus: list[Record], tmp_path: Path, builds: Builds) -> None:
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        project.add(corpus)
        project.graph()
        assert builds.count == 1
        kept = project.graph()
        assert builds.count == 1
        assert content(kept) == content(built(project))
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        builds.count = 0
        again = project.graph()
        assert builds.count == 0
        assert content(again) == content(kept)
        ends = [name for name in (".ttl", ".html") if kept.save(tmp_path / f"a{name}").read_bytes()
                != again.save(tmp_path / f"b{name}").read_bytes()]
        assert ends == []


def test_what_has_changed_is_built_again(corpus: list[Record], tmp_path: Path, builds: Builds) -> None:
    *most, last, one, other = corpus
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        project.add([*most, one, other])
        project.graph()
        project.add([last])
        whole = project.graph()
        assert builds.count == 2 and content(project.graph()) == content(whole)
        project.remove(last.article.id)
        assert project.connection.execute("SELECT count(*) FROM graph_piece").fetchone() == (0,)
        project.graph()
        assert builds.count == 3
        project.graph(min_confidence=0.9)
        assert builds.count == 4
        decision = project.graph().to_rename("Red Front", "The Red Front")
        project.decide(decision)
        assert project.graph().find("The Red Front") is not None
        assert builds.count == 6
        project.graph()
        project.graph(coder="nobody")
        assert builds.count == 7, "a graph of one coder alone is never kept"
        project.take_back(decision)
        assert project.graph().find("The Red Front") is None
        assert content(project.graph()) == content(built(project))


def test_a_project_that_may_only_be_read_is_built_or_has_kept_it(
    corpus: list[Record], tmp_path: Path, builds: Builds
) -> None:
    path = tmp_path / "p.newsgraph"
    with ng.open_project(path) as project:
        project.add(corpus)
        made = content(project.graph())
        made = content(project.graph())
    path.chmod(0o400)
    with ng.open_project(path, create=False) as project:
        assert content(project.graph()) == made
    assert builds.count == 1


def test_of_many_records_each_is_made_when_it_is_asked_for(
    corpus: list[Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsgraph.project.packing.FEW", 2)
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        project.add(corpus)
        fresh = project.graph()
        kept = project.graph()
    assert isinstance(kept.records, LazyRecords)
    assert tuple(kept.records) == fresh.records
    assert kept.summary() == fresh.summary()
    assert [kept.save(tmp_path / "kept.ttl").read_bytes()] == [fresh.save(tmp_path / "fresh.ttl").read_bytes()]
    assert set(pickle.loads(pickle.dumps(kept)).nx) == set(fresh.nx)
