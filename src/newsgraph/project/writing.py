"""A graph as a project file: its records, the keys of its nodes, the decisions of people."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import IO, TYPE_CHECKING

from newsgraph.graph.ledger import Ledger, keep_keys
from newsgraph.project.keeping import write_base
from newsgraph.project.kept_places import texts_of, write_ledger
from newsgraph.project.project_file import ProjectFile

if TYPE_CHECKING:
    from newsgraph.graph.evidence_graph import EvidenceGraph


def write_project(graph: EvidenceGraph, stream: IO[bytes], folder: Path) -> None:
    """Write a project file, which is going to stand in a folder: the files of its articles are named as seen from it.

    Raises:
        ProjectError: the folder can't be written to.
    """
    handle, name = tempfile.mkstemp(dir=folder, prefix=".", suffix=".newsgraph")
    os.close(handle)
    made = Path(name)
    try:
        with ProjectFile(made) as project:
            project.add(graph.own_records, on_problem=lambda problem: None)
            project.decide(*graph.corpus.decided.decisions)
            ledger = graph.corpus.ledger or keep_keys(graph.nx, Ledger())
            write_ledger(project.connection, Ledger(), ledger, texts_of(graph.own_records))
            write_base(project.connection, graph.base)
        with made.open("rb") as file:
            shutil.copyfileobj(file, stream)
    finally:
        made.unlink()
