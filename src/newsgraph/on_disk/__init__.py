"""A graph of more articles than memory holds: what grows with their number lies in a temporary database.

Nodes, and what each article tells of each edge, are laid down as they come; in the end they are read key by key, so
that the memory that is needed is that of the largest node. The triples are those of the graph in memory.
"""

from newsgraph.on_disk.saving import save_from_disk

__all__ = ["save_from_disk"]
