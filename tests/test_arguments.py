"""What functions are given in Python is looked at where it is given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import newsgraph as ng
from newsgraph.arguments import TEXT, takes
from tests.graph.test_knowledge_graph import records

WRONG: list[tuple[Callable[[ng.KnowledgeGraph, Any], object], str]] = [
    (lambda graph, project: project.add("a.txt", shard="1/2"), "shard: '1/2' does not fit; give two"),
    (lambda graph, project: project.add("a.txt", shard=(1.5, 2)), "shard: "),
    (lambda graph, project: project.add("a.txt", jobs=0), "jobs: 0 does not fit; give a whole number from 1 on"),
    (lambda graph, project: project.add("a.txt", model=None), "model: None does not fit; give a text"),
    (lambda graph, project: project.add("a.txt", knowledge="x.names"), "knowledge: 'x.names' .* give a list of paths"),
    (lambda graph, project: project.add("a.txt", fields="x"), "fields: 'x' does not fit; give a dictionary"),
    (lambda graph, project: project.add(retry="name"), "retry: 'name' does not fit; give a list of names"),
    (lambda graph, project: project.update(5), "int: articles can't be read from that"),
    (lambda graph, project: project.remove(5), "names: 5 does not fit; give a name, one by one"),
    (lambda graph, project: project.remove(["x"]), r"names: \['x'\] does not fit; give a name"),
    (lambda graph, project: project.take_back("x"), "decision: 'x' does not fit; give a decision, or the number"),
    (lambda graph, project: project.graph(min_confidence="x"), "min_confidence: 'x' .* a number from 0 to 1"),
    (lambda graph, project: project.graph(min_confidence=float("nan")), "min_confidence: nan"),
    (lambda graph, project: ng.build("a.txt", min_confidence=5), "min_confidence: 5"),
    (lambda graph, project: ng.open_project(b"p"), "path: b'p' does not fit; give a path"),
    (lambda graph, project: ng.extract_parts("a.txt", "out", part_size="x"), "part_size: 'x'"),
    (lambda graph, project: graph.merge(1, 2), "one: 1 does not fit; give a text"),
    (lambda graph, project: graph.rename("Ana Torv", None), "name: None does not fit; give a text"),
    (lambda graph, project: graph.rename("Ana Torv", "a\udce9"), r"name: 'a\\udce9' does not fit; give a text"),
    (lambda graph, project: graph.drop(("a", "b")), r"claim: \('a', 'b'\) .* a tie as \(node, type, node\)"),
    (lambda graph, project: graph.with_decisions([5]), "decisions: .* give a list of decisions"),
]


@pytest.mark.parametrize(("call", "words"), WRONG)
def test_a_wrong_type_is_one_line(call: Callable[..., object], words: str, tmp_path: Path) -> None:
    graph = ng.KnowledgeGraph.from_records(records())
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        with pytest.raises(ng.NewsgraphError, match=words) as raised:
            call(graph, project)
        assert "\n" not in str(raised.value)
        assert project.info()["runs"] == (words.startswith("int"))


def test_a_tie_that_there_is_not_is_not_in_the_graph() -> None:
    graph = ng.KnowledgeGraph.from_records(records())
    with pytest.raises(ng.NotInGraphError, match="no tie 'noTie' from"):
        graph.drop(("Ana Torv", "noTie", "Harbour Party"))


def test_a_function_stays_what_it_is() -> None:
    @takes(name=TEXT)
    def greet(name: str, *others: str) -> str:
        """Says it."""
        return " ".join((name, *others))

    assert greet("a", "b") == "a b" and greet.__doc__ == "Says it."
    with pytest.raises(TypeError, match=r"greet\(\) missing 1 required positional argument: 'name'"):
        greet()  # type: ignore[call-arg]
    with pytest.raises(ng.ArgumentError):
        greet(5)  # type: ignore[arg-type]
