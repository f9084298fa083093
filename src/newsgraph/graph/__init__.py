"""Records to graph: `KnowledgeGraph` over a networkx MultiDiGraph, its tables, selections and file formats."""

from newsgraph.graph.evidence import Evidence
from newsgraph.graph.knowledge_graph import KnowledgeGraph

__all__ = ["Evidence", "KnowledgeGraph"]
