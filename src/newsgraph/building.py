"""The graph of articles, records or a project file, and that of what was saved, without reading an article again."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsgraph.arguments import PATH, READING, SHARE, takes
from newsgraph.errors import SourceError
from newsgraph.extraction import extract
from newsgraph.reader import DEFAULT_MODEL
from newsgraph.record_files import is_record_file, sole_project
from newsgraph.sources import OnProblem, Problem
from newsgraph.sources.problems import warn

if TYPE_CHECKING:
    from newsgraph.knowledge_graph import KnowledgeGraph


@takes(**READING, min_confidence=SHARE)
def build(
    inputs: Any,
    *,
    model: str = DEFAULT_MODEL,
    knowledge: Iterable[str | os.PathLike[str]] = (),
    lexicon: Iterable[str | os.PathLike[str]] = (),
    jobs: int = 1,
    on_problem: OnProblem = warn,
    fields: Mapping[str, str] | None = None,
    day_first: bool | None = None,
    progress: bool | None = None,
    min_confidence: float = 0.5,
) -> KnowledgeGraph:
    """The knowledge graph of articles, of records, or of a project file; the arguments are those of `extract`.

    What is less likely than `min_confidence` (from 0 to 1) stays out of the graph, and in `graph.records`.

    `progress=None` shows a bar in a notebook and in a terminal.

    Raises:
        SourceError: no article could be read; or a project is given with something else.
    """
    from newsgraph.knowledge_graph import KnowledgeGraph

    if (path := sole_project(inputs)) is not None:
        from newsgraph.project import open_project

        with open_project(path, create=False) as project:
            return project.graph(min_confidence=min_confidence)
    shown = (sys.stderr.isatty() or "ipykernel" in sys.modules) if progress is None else progress
    lost: list[Problem] = []

    def tell(problem: Problem) -> None:
        lost.extend([problem] if problem.lost and not lost else ())
        on_problem(problem)

    graph = KnowledgeGraph.from_records(
        extract(
            inputs, model=model, knowledge=knowledge, lexicon=lexicon, jobs=jobs, on_problem=tell,
            fields=fields, day_first=day_first, progress=shown,
        ),
        min_confidence=min_confidence,
    )
    if not graph.records:
        cause = "".join(f"; {problem}" for problem in lost)
        own = "; to read a text of your own, give newsgraph.Article(text=…)"
        raise SourceError(f"no article could be read{cause}{'' if lost and not isinstance(inputs, str) else own}")
    return graph


@takes(path=PATH, min_confidence=SHARE)
def open(path: str | os.PathLike[str], *, min_confidence: float = 0.5) -> KnowledgeGraph:
    """The graph of a file of records (`graph.save("graph.jsonl")`, `newsgraph extract`) or of a project, in seconds.

    The other formats that `graph.save` writes are for other programs, and don't hold all that a graph is made of.

    Raises:
        SourceError: there is no such file, or it holds no records.
    """
    file = Path(path)
    if not file.exists():
        raise SourceError(f"{file}: there is no such file; check the name")
    if not is_record_file(file):
        remedy = 'open records, as graph.save("graph.jsonl") writes them; newsgraph.build reads articles'
        raise SourceError(f"{file}: holds no records; {remedy}")
    return build(file, progress=False, min_confidence=min_confidence)
