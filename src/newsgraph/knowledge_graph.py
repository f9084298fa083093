"""The knowledge graph as its users meet it: it shows, explains, draws and writes itself, and takes in more articles."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from newsgraph.graph.evidence_graph import EvidenceGraph

if TYPE_CHECKING:
    import pandas as pd
    import rdflib

    from newsgraph.graph.dossier import Dossier
    from newsgraph.graph.explanation import Explanation
    from newsgraph.report import Quality
    from newsgraph.sources import Problem


class KnowledgeGraph(EvidenceGraph):
    """Actors, countries, agencies, places, events, proposals and statements, with evidence for all.

    `nx` is a networkx MultiDiGraph. Its node keys read like `person/amina-diallo`; each node has `type`, `label` and
    `evidence` (a list of `Evidence`), each edge `type` and `evidence`; other attributes are strings, numbers or lists
    of them, and are absent where unknown. Methods that narrow the graph give a new one, which keeps the articles that
    its evidence is from; they can be chained. `graph["Norway"]` is everything on Norway; `len`, `in` and iteration go
    over node keys, as in networkx.
    """

    def add(self, articles: Any, **options: Any) -> Self:
        """A new graph with more articles; those that are there stay as they are. It takes what `newsgraph.build` does.

        Raises:
            NewsgraphError: a different article has the id of one that is there.
        """
        from newsgraph.extraction import extract
        from newsgraph.graph.joining import joined_records

        return self._rebuilt(joined_records(self.own_records, extract(articles, **options)))

    def __repr__(self) -> str:
        from newsgraph.graph.summary import counted

        return f"<KnowledgeGraph: {counted(self)}>"

    def __getitem__(self, name: str) -> Dossier:
        return self.dossier(name)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """What IPython shows in a terminal."""
        printer.text("<KnowledgeGraph>" if cycle else self.summary())

    def _repr_html_(self) -> str:
        from newsgraph.view import notebook_frame, to_html

        return notebook_frame(to_html(self), 640, repr(self))

    def summary(self) -> str:
        """A readable overview: how many of what, the most connected, each proposal in a line."""
        from newsgraph.graph.summary import summarize

        return summarize(self)

    def quality(self, problems: Iterable[Problem] = ()) -> Quality:
        """Notes on quality: what was read, how much of it is in the graph, what is missing, what to look at.

        Args:
            problems: what `on_problem` was called with when the articles were read.
        """
        from newsgraph.report import assess

        return assess(self, problems)

    def explain(
        self, source: str | tuple[str, ...] | pd.Series[Any], target: str | None = None, type: str | None = None
    ) -> Explanation:
        """Why a node, or the edges between two, are there: sentences, rule, confidence, what was joined.

        Args:
            source: a node, by key or name; or an edge, as `graph.edges` gives them, or a row of `graph.edges()`.
            target: another node; without it, the first one is explained.
            type: the type or key of the edge, where only one of several is meant.

        Raises:
            NotInGraphError: no node goes by that name, or there is no such edge.
        """
        from newsgraph.graph.explanation import explain

        if hasattr(source, "to_dict"):
            row = source.to_dict()
            source = (row["source"], row["target"], row["type"])
        edge = source if isinstance(source, tuple) else (source, target, type)
        return explain(self, [name for name in edge if name is not None])

    def dossier(self, name: str) -> Dossier:
        """Everything on one actor as a readable page.

        Raises:
            NotInGraphError: no node goes by that name.
        """
        from newsgraph.graph.dossier import dossier_of

        return dossier_of(self, name)

    def to_rdf(self, base: str | None = None) -> rdflib.Graph:
        """The graph in RDF, as an rdflib Graph (kept in oxigraph, which answers SPARQL fast)."""
        from newsgraph.rdf import to_rdflib

        return to_rdflib(self, base or self.base)

    def sparql(self, query: str, base: str | None = None) -> pd.DataFrame:
        """The rows that a SPARQL SELECT or ASK gives; the prefixes of the vocabulary need not be declared."""
        from newsgraph.rdf import select

        return select(self, query, base or self.base)

    def to_html(self, title: str = "newsgraph", *, texts: bool = True) -> str:
        """The interactive page, self-contained; without `texts` it holds no whole articles, only what is quoted."""
        from newsgraph.view import to_html

        return to_html(self, title=title, texts=texts)

    def save(self, path: str | Path, **options: Any) -> Path:
        """Write the graph; the ending says the format (`newsgraph.outputs.formats.FORMATS`).

        Raises:
            OutputError: the ending names no format, or the file can't be written.
        """
        from newsgraph.outputs.saving import save

        return save(self, Path(path), **options)
