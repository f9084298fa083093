"""pyvis's data model, made fit for large graphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pyvis.network import Network


class _Ids:
    """Node ids with the interface that pyvis uses of its list, and look-up in constant time."""

    def __init__(self) -> None:
        self._ids: dict[int | str, None] = {}

    def append(self, node: int | str) -> None:
        self._ids[node] = None

    def __contains__(self, node: object) -> bool:
        return node in self._ids

    def __iter__(self) -> Iterator[int | str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


class Drawing(Network):  # type: ignore[misc]
    """A pyvis network: `nodes` and `edges` are lists of dicts in vis-network's own terms.

    pyvis looks every node up in a list, which makes 60,000 edges take minutes; here the list is a dict.
    """

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]

    def __init__(self) -> None:
        super().__init__(directed=True)
        self.node_ids = _Ids()

    def get_nodes(self) -> _Ids:
        """The ids of all nodes."""
        ids: _Ids = self.node_ids
        return ids
