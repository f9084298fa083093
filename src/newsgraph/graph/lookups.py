"""Nodes and edges as networkx and pandas users expect them: called, a table; indexed, the attributes."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx

from newsgraph.errors import NewsgraphError, NotInGraphError
from newsgraph.graph.selection import find_node, node_key

if TYPE_CHECKING:
    import pandas as pd

    from newsgraph.articles import Article
    from newsgraph.records import Record


def find_article(network: nx.MultiDiGraph[str], records: Iterable[Record], name: str) -> Article:
    """An article of the graph with its text out of the records, by id, key or title.

    Raises:
        NotInGraphError: no article goes by that name.
    """
    wanted = name.casefold()
    texts = {record.article.id: record.article for record in records}
    for key, data in network.nodes(data=True):
        if data["type"] == "Article" and data["identifier"] in texts:
            names = (key, str(data["identifier"]), str(data["label"]))
            if wanted in (name.casefold() for name in names):
                return texts[data["identifier"]]
    raise NotInGraphError(f"no article goes by the name {name!r}; graph.articles() lists them")


class _Table:
    """What is a table when it is called has what pandas gives a table, too: `graph.nodes.head()`."""

    @abstractmethod
    def __call__(self) -> pd.DataFrame:
        """The table."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self(), name)

    def __dir__(self) -> list[str]:
        from pandas import DataFrame

        return [*super().__dir__(), *(name for name in dir(DataFrame) if not name.startswith("_"))]


class Nodes(_Table, Mapping[str, dict[str, Any]]):
    """`graph.nodes`: iterated over, keys; `graph.nodes["country/NO"]` or `["Norway"]`, attributes; called, a table."""

    def __init__(self, network: nx.MultiDiGraph[str]) -> None:
        self._network = network

    def __call__(self) -> pd.DataFrame:
        """A row for each node.

        Columns: key, type, label, kind, date, country, count.
        """
        from newsgraph.graph.tables import nodes_table

        return nodes_table(self._network)

    def __getitem__(self, name: str) -> dict[str, Any]:
        if not isinstance(name, str):
            raise TypeError(f"{name!r} is {type(name).__name__}, not text; give a node's key or name")
        found: dict[str, Any] = self._network.nodes[node_key(self._network, name)]
        return found

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and find_node(self._network, name) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._network)

    def __len__(self) -> int:
        return int(self._network.number_of_nodes())

    def __repr__(self) -> str:
        return f"<{len(self)} nodes; nodes() is the table, nodes[key] the attributes>"

    def _ipython_key_completions_(self) -> list[str]:
        labels = {str(data["label"]) for _, data in self._network.nodes(data=True) if data["type"] != "Article"}
        return sorted(labels | set(self._network))


class Edges(_Table):
    """`graph.edges`: iterated over, `(source, target, key)`; indexed by such a triple, attributes; called, a table.

    `graph.edges["Norway", "Sweden"]` is a dictionary of all edges from the one to the other, by their keys.
    """

    def __init__(self, network: nx.MultiDiGraph[str]) -> None:
        self._network = network

    def __call__(self) -> pd.DataFrame:
        """A row for each edge.

        Columns: source, target, type, weight, role, confidence, sentence, article, key.
        """
        from newsgraph.graph.tables import edges_table

        return edges_table(self._network)

    def __getitem__(self, ends: tuple[str, ...]) -> dict[str, Any]:
        if not isinstance(ends, tuple) or len(ends) not in (2, 3):
            raise NewsgraphError(f"{ends!r} is no edge; give source and target, or source, target and key")
        one, other = (node_key(self._network, name) for name in ends[:2])
        found: dict[Any, Any] = self._network.get_edge_data(one, other) or {}
        if len(ends) == 2:
            return dict(found)
        if ends[2] not in found:
            raise NotInGraphError(f"there is no edge {ends[2]!r} from {one!r} to {other!r}")
        edge: dict[str, Any] = found[ends[2]]
        return edge

    def __contains__(self, ends: object) -> bool:
        return isinstance(ends, tuple) and len(ends) in (2, 3) and bool(self._network.has_edge(*ends))

    def __iter__(self) -> Iterator[tuple[str, str, str]]:
        return iter(self._network.edges(keys=True))

    def __len__(self) -> int:
        return int(self._network.number_of_edges())

    def __repr__(self) -> str:
        return f"<{len(self)} edges; edges() is the table, edges[source, target, key] the attributes>"
