"""The project: a corpus in a file, and its graph."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from newsgraph.arguments import PATH, SHARE, TEXT, or_none, takes
from newsgraph.project import schema
from newsgraph.project.contents import tell_unfit
from newsgraph.project.kept_records import digest_of, packed_records
from newsgraph.project.packing import unpack_record
from newsgraph.project.project_file import ProjectFile
from newsgraph.sources.problems import OnProblem, Problem, warn

if TYPE_CHECKING:
    from newsgraph.graph.ledger import Ledger
    from newsgraph.knowledge_graph import KnowledgeGraph


@takes(path=PATH)
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

    @takes(min_confidence=SHARE, coder=or_none(TEXT))
    def graph(
        self, *, min_confidence: float = 0.5, coder: str | None = None, on_problem: OnProblem = warn
    ) -> KnowledgeGraph:
        """The graph of all articles, with what people decided; no text is read again.

        A node keeps the key and the IRI that it has once been given; new ones are kept, unless the file may only be
        read, or the disk is full, which is told to `on_problem`. The graph is kept, too, and is not built again as long
        as nothing has changed. Decisions that fit no words any more are told to `on_problem`. With `coder` it is the
        graph as that person alone has it, for judging without knowing what others said; that is not kept, nor are its
        keys.

        Raises:
            ProjectError: the project can't be read.
        """
        from newsgraph.knowledge_graph import KnowledgeGraph
        from newsgraph.project.keeping import digest_of_ledger, read_base, read_ledger, write_base
        from newsgraph.project.kept_graph import Grounds, keep_graph, read_graph
        from newsgraph.project.kept_places import texts_of, write_ledger

        with schema.explained(self.path):
            with schema.as_of_now(self.connection):
                found = list(packed_records(self.connection))
                ledger, base = read_ledger(self.connection), read_base(self.connection)
                decided = self.decisions(on_problem)
            ids, data = [name for name, _ in found], [data for _, data in found]
            decisions = tuple(decision for decision in decided if coder in (None, decision.coder))
            keeps = coder is None and bool(ids)
            if keeps:
                grounds = Grounds(digest_of(data), decisions, digest_of_ledger(ledger), base, min_confidence)
                if (kept := read_graph(self.connection, ids, data, grounds, ledger)) is not None:
                    tell_unfit(kept.corpus.decided.unfit, self.path, on_problem)
                    return kept
            graph = KnowledgeGraph.from_records(
                map(unpack_record, data, ids), min_confidence=min_confidence, decisions=decisions, ledger=ledger,
                base=base,
            )
            if coder is None and graph.corpus.ledger is not None and os.access(self.path, os.W_OK):
                with schema.if_there_is_room(self.path, on_problem):
                    write_ledger(self.connection, ledger, graph.corpus.ledger, texts_of(graph.records))
                    if graph.records and base is None:
                        write_base(self.connection, base := graph.base)
                    if keeps:
                        keys = digest_of_ledger(graph.corpus.ledger)
                        keep_graph(self.connection, graph, replace(grounds, keys=keys, base=base))
            elif coder is None and graph.records and (base is None or self._has_new_keys(ledger, graph)):
                schema.tell_read_only(self.path, on_problem)
        if coder is None:
            tell_unfit(graph.corpus.decided.unfit, self.path, on_problem)
        return graph

    @staticmethod
    def _has_new_keys(ledger: Ledger, graph: KnowledgeGraph) -> bool:
        """Whether nodes of a graph have keys that a ledger does not know."""
        return graph.corpus.ledger is not None and graph.corpus.ledger.keys != ledger.keys

    def keeps_graph(self, *, min_confidence: float = 0.5) -> bool:
        """Whether `graph` has nothing to build: what it gave last is kept, and nothing has changed since.

        Raises:
            ProjectError: the project can't be read.
        """
        from newsgraph.project.keeping import digest_of_kept, read_base
        from newsgraph.project.kept_graph import Grounds, keeps, keeps_any

        with schema.explained(self.path):
            if not keeps_any(self.connection):
                return False
            records = digest_of(data for _, data in packed_records(self.connection))
            keys, base = digest_of_kept(self.connection), read_base(self.connection)
            return keeps(self.connection, Grounds(records, tuple(self.decisions(_untold)), keys, base, min_confidence))

    @takes(path=PATH, min_confidence=SHARE)
    def save(self, path: str | os.PathLike[str], *, min_confidence: float = 0.5, **options: Any) -> Path:
        """Write the graph of all articles; the ending says the format, as in `KnowledgeGraph.save`.

        For N-Triples and N-Quads (`.nt`, `.nq`, also `.gz`) the graph lies on the disk while it is built, so that
        memory hardly grows with the articles. The file is that of `graph().save(…)`, and the same keys are kept.

        Args:
            path: the file.
            min_confidence: what is less likely stays out.
            options: `base`, what IRIs begin with; `license`, the IRI of that under which the graph is published;
                `on_problem`, called with articles that have characters which RDF can't hold; for other formats those
                of `KnowledgeGraph.save`.

        Raises:
            ProjectError: the project can't be read, or written.
            OutputError: the ending names no format, or the file can't be written.
        """
        from newsgraph.on_disk.saving import is_for
        from newsgraph.project.saving import save_project

        if not is_for(Path(path)):
            return self.graph(min_confidence=min_confidence).save(Path(path), **options)
        save_project(self.connection, self.path, [Path(path)], min_confidence=min_confidence, **options)
        return Path(path)


def _untold(_: Problem) -> None:
    """What `graph` tells, too."""
