"""newsgraph: from news articles to a knowledge graph in which every node and edge shows its sentence.

    import newsgraph as ng

    graph = ng.build("articles/")
    graph.proposals()
    graph.save("graph.ttl")

Nothing heavy is imported until it is used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from newsgraph.articles import Article
    from newsgraph.building import build, open
    from newsgraph.cluster.run import extract_parts
    from newsgraph.errors import (
        ArgumentError,
        ClusterError,
        KnowledgeError,
        ModelError,
        NewsgraphError,
        NotInGraphError,
        OutputError,
        ProjectError,
        RecordError,
        SourceError,
    )
    from newsgraph.extraction import extract
    from newsgraph.graph import Evidence
    from newsgraph.knowledge_graph import KnowledgeGraph
    from newsgraph.language.pipeline import load_pipeline
    from newsgraph.project import Project, open_project
    from newsgraph.record_lines import read_records, write_records
    from newsgraph.records import Record
    from newsgraph.sources import Problem, open_articles

_HOMES = {
    "Article": "articles",
    "ArgumentError": "errors",
    "ClusterError": "errors",
    "Evidence": "graph",
    "KnowledgeError": "errors",
    "KnowledgeGraph": "knowledge_graph",
    "ModelError": "errors",
    "NewsgraphError": "errors",
    "NotInGraphError": "errors",
    "OutputError": "errors",
    "Problem": "sources",
    "Project": "project",
    "ProjectError": "errors",
    "Record": "records",
    "RecordError": "errors",
    "SourceError": "errors",
    "build": "building",
    "extract": "extraction",
    "extract_parts": "cluster.run",
    "load_pipeline": "language.pipeline",
    "open": "building",
    "open_articles": "sources",
    "open_project": "project",
    "read_records": "record_lines",
    "write_records": "record_lines",
}

__all__ = [
    "ArgumentError",
    "Article",
    "ClusterError",
    "Evidence",
    "KnowledgeError",
    "KnowledgeGraph",
    "ModelError",
    "NewsgraphError",
    "NotInGraphError",
    "OutputError",
    "Problem",
    "Project",
    "ProjectError",
    "Record",
    "RecordError",
    "SourceError",
    "build",
    "extract",
    "extract_parts",
    "load_pipeline",
    "open",
    "open_articles",
    "open_project",
    "read_records",
    "write_records",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(f"newsgraph.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'newsgraph' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted((*__all__, "__version__"))
