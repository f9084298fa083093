"""Builds of many articles: where the outputs allow it, the graph lies on the disk and is written from there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsgraph.cli.reading import Reading

if TYPE_CHECKING:
    from newsgraph.knowledge_graph import KnowledgeGraph

LARGE = 4_000
"""Records from which a graph on the disk saves memory that is worth 1.3 times the CPU time, of a project twice."""


def graph_unless_large(
    reading: Reading, outputs: tuple[Path, ...], base: str | None, license: str | None
) -> KnowledgeGraph | int:
    """The graph; of many articles that go to formats that allow it, how many there were, which are written then."""
    from newsgraph.on_disk.saving import is_for

    if not (outputs and all(map(is_for, outputs))):
        return reading.graph()
    if (path := reading.project()) is not None:
        return _of_project(reading, path, outputs, base, license)
    return _of_records(reading, outputs, base, license)


def _of_records(
    reading: Reading, outputs: tuple[Path, ...], base: str | None, license: str | None
) -> KnowledgeGraph | int:
    from newsgraph.on_disk import save_from_disk
    from newsgraph.stored.records import FEW, LazyRecords

    records = reading.stored(held=FEW)
    if len(records) <= LARGE or not isinstance(records, LazyRecords):
        return reading.graph_of(records)
    return save_from_disk(
        records, outputs, base=base, license=license, min_confidence=reading.min_confidence, on_problem=reading.problems
    )


def _of_project(
    reading: Reading, path: Path, outputs: tuple[Path, ...], base: str | None, license: str | None
) -> KnowledgeGraph | int:
    from newsgraph.project import open_project
    from newsgraph.project.saving import save_project

    with open_project(path, create=False) as project:
        if len(project) <= LARGE or project.keeps_graph(min_confidence=reading.min_confidence):
            return reading.graph_of_project(project)
        return save_project(
            project.connection, path, outputs, base=base, license=license, min_confidence=reading.min_confidence,
            on_problem=reading.problems,
        )  # fmt: skip
