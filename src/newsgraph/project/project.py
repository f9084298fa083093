"""The project: a corpus in a file, and its graph."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from newsgraph.project import schema
from newsgraph.project.kept_records import packed_records
from newsgraph.project.packing import unpack_record
from newsgraph.project.project_file import ProjectFile

if TYPE_CHECKING:
    from newsgraph.knowledge_graph import KnowledgeGraph


def open_project(path: str | os.PathLike[str], *, create: bool = True) -> Project:
    """Open a project file, and make it if it is not there; use it in a `with`, or close it.

    Raises:
        ProjectError: it is no project, or of a newer newsgraph, or is not there and `create` is false.
    """
    return Project(Path(path), create=create)


class Project(ProjectFile):
    """A corpus in one file: articles, their records, failures, decisions of people, and the graph of all."""

    def __repr__(self) -> str:
        return f"<Project {str(self.path)!r}: {len(self)} articles>"

    def graph(self, *, min_confidence: float = 0.5, coder: str | None = None) -> KnowledgeGraph:
        """The graph of all articles, with what people decided; no text is read again.

        A node keeps the key and the IRI that it has once been given; new ones are kept, unless the file may only be
        read. The graph is kept, too, and is not built again as long as nothing has changed. With `coder` it is the
        graph as that person alone has it, for judging without knowing what others said; that is not kept, nor are its
        keys.

        Raises:
            ProjectError: the project can't be read.
        """
        from newsgraph.knowledge import has_own_names
        from newsgraph.knowledge_graph import KnowledgeGraph
        from newsgraph.project.keeping import read_base, read_ledger, write_base, write_ledger
        from newsgraph.project.kept_graph import Grounds, keep_graph, read_graph

        with schema.explained(self.path):
            ids, data, digest = self._digested_records()
            ledger, base = read_ledger(self.connection), read_base(self.connection)
            decisions = tuple(decision for decision in self.decisions() if coder in (None, decision.coder))
            keeps = coder is None and bool(ids) and not has_own_names()
            if keeps:
                grounds = Grounds(digest, decisions, ledger, base, min_confidence)
                if (kept := read_graph(self.connection, ids, data, grounds)) is not None:
                    return kept
            graph = KnowledgeGraph.from_records(
                map(unpack_record, data), min_confidence=min_confidence, decisions=decisions, ledger=ledger, base=base
            )
            if coder is None and graph.corpus.ledger is not None and os.access(self.path, os.W_OK):
                write_ledger(self.connection, ledger, graph.corpus.ledger)
                if graph.records and base is None:
                    write_base(self.connection, base := graph.base)
                if keeps:
                    grounds = Grounds(digest, decisions, graph.corpus.ledger, base, min_confidence)
                    keep_graph(self.connection, graph, grounds)
        return graph

    def _digested_records(self) -> tuple[list[str], list[bytes], bytes]:
        """The ids of the articles, their records as they are kept, and a digest of these."""
        digest = hashlib.sha256()
        found = list(packed_records(self.connection))
        for _, data in found:
            digest.update(hashlib.sha256(data).digest())
        return [name for name, _ in found], [data for _, data in found], digest.digest()
