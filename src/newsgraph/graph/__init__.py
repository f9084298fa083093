"""Records to graph: `EvidenceGraph` over a networkx MultiDiGraph, its tables and selections."""

from newsgraph.graph.evidence import Evidence
from newsgraph.graph.evidence_graph import EvidenceGraph

__all__ = ["Evidence", "EvidenceGraph"]
