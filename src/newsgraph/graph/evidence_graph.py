"""What all articles say as one graph, with the sentence for each node and edge; how it is built and narrowed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Self

import networkx as nx

from newsgraph.arguments import SHARE, all_of, takes
from newsgraph.errors import NewsgraphError
from newsgraph.graph.bases import corpus_base
from newsgraph.graph.build_graph import build_network
from newsgraph.graph.claims import DEFAULT_CONFIDENCE
from newsgraph.graph.collector import collector_paused
from newsgraph.graph.corrections import Corpus, Corrections
from newsgraph.graph.decisions import decisions_about, mark_decisions
from newsgraph.graph.events.claims import NODES
from newsgraph.graph.evidence import Evidence
from newsgraph.graph.ledger import Ledger, keep_keys
from newsgraph.graph.views import Views
from newsgraph.records import Record
from newsgraph.resolve import Merge
from newsgraph.resolve.decisions import Decision
from newsgraph.resolve.merges import Asked
from newsgraph.stored.records import LazyRecords, heads, in_order


class EvidenceGraph(Views, Corrections):
    """A networkx graph of claims with the records and decisions that it is made of; its parts are graphs of this kind.

    `newsgraph.KnowledgeGraph`, which shows and writes it, documents its nodes and edges.
    """

    def __init__(
        self,
        network: nx.MultiDiGraph[str],
        records: Sequence[Record] = (),
        merges: Iterable[Merge] = (),
        *,
        corpus: Corpus | None = None,
    ) -> None:
        self.nx = network
        self.records: Sequence[Record] = records if isinstance(records, LazyRecords) else tuple(records)
        self._merges = merges
        self.corpus = corpus or Corpus()
        """How the graph was built: options, keys that were given, decisions of people, also those that fit nothing."""

    @classmethod
    @takes(min_confidence=SHARE)
    def from_records(
        cls,
        records: Iterable[Record],
        *,
        merge_events: bool = True,
        merge_proposals: bool = True,
        min_confidence: float = DEFAULT_CONFIDENCE,
        decisions: Iterable[Decision] = (),
        ledger: Ledger | None = None,
        base: str | None = None,
    ) -> Self:
        """Build the graph of all that records say; the same whatever their order.

        Without `merge_events` or `merge_proposals`, what several articles tell stays a node for each. What is less
        likely than `min_confidence` stays out of the graph, and in its records. `decisions` of people go before the
        machine's; nodes that a `ledger` knows keep their keys. `base` is what their IRIs begin with; without it, that
        follows from the articles.
        """
        whole = in_order(records)
        options = {
            "merge_events": merge_events, "merge_proposals": merge_proposals, "min_confidence": min_confidence,
        }
        with collector_paused():
            network = build_network(whole, decisions=decisions, **options)  # type: ignore[arg-type]
            kept = None if ledger is None else keep_keys(network.graph, ledger)
            mark_decisions(network.graph, network.decided, network.records)
        network.merges.extend(network.resolution.merges)
        return cls(network.graph, whole, network.merges, corpus=Corpus(options, kept, network.decided, base=base))

    @takes(decisions=all_of("a list of decisions", Decision))
    def with_decisions(self, decisions: Iterable[Decision]) -> Self:
        """The graph with more decisions of people; nodes keep their keys. Of a part, what is left of that part.

        Raises:
            NewsgraphError: the graph has no records to be built from.
        """
        if not self.records:
            raise NewsgraphError("a graph without records can't be corrected; build it from articles or records")
        ledger = self.corpus.ledger or keep_keys(self.nx, Ledger())
        whole = self._rebuilt(self.records, decisions, ledger)
        if not self.corpus.is_part:
            return whole
        keys = {(whole.corpus.ledger or ledger).current(key) for key in self.nx}
        return whole._part(key for key in keys if key in whole.nx)

    def _rebuilt(
        self, records: Iterable[Record], decisions: Iterable[Decision] = (), ledger: Ledger | None = None
    ) -> Self:
        """The graph of other records or with more decisions, built as this one was."""
        return self.from_records(
            records, decisions=(*self.corpus.decided.decisions, *decisions), ledger=ledger or self.corpus.ledger,
            base=self.corpus.base, **self.corpus.options,
        )  # fmt: skip

    # ------------------------------------------------------------------------------------------------ looking

    @property
    def own_records(self) -> tuple[Record, ...]:
        """The records of the articles in the graph, of a part those that its evidence is from."""
        own = {data["identifier"] for _, data in self.nx.nodes(data=True) if data["type"] == "Article"}
        return tuple(record for record in self.records if record.article.id in own)

    def __add__(self, other: object) -> Self:
        if not isinstance(other, EvidenceGraph):
            return NotImplemented
        from newsgraph.graph.joining import joined_records

        return self._rebuilt(joined_records(self.own_records, other.own_records))

    def __len__(self) -> int:
        return int(self.nx.number_of_nodes())

    def __iter__(self) -> Iterator[str]:
        return iter(self.nx)

    def __contains__(self, name: object) -> bool:
        return name in self.nodes

    def _ipython_key_completions_(self) -> list[str]:
        return self.nodes._ipython_key_completions_()

    def find(self, name: str) -> str | None:
        """The key of the node with this label or alias, else the best connected whose label contains it."""
        from newsgraph.graph.selection import find_node

        return find_node(self.nx, name)

    def find_all(self, name: str) -> list[str]:
        """The keys of all nodes that go by this name as well as the one that `find` gives, which is the first."""
        from newsgraph.graph.selection import find_nodes

        return find_nodes(self.nx, name)

    def evidence(self, node: str) -> list[Evidence]:
        """The evidence of a node, by its key or name."""
        key = node if node in self.nx else self.find(node)
        return [] if key is None else list(self.nx.nodes[key]["evidence"])

    # ------------------------------------------------------------------------------------------------ narrowing

    def around(self, name: str | Iterable[str], hops: int = 1) -> Self:
        """The part within so many steps of a node, or of any of several, by key or name.

        Raises:
            NotInGraphError: no node goes by that name.
        """
        from newsgraph.graph.selection import around

        return self._part(around(self.nx, name, hops))

    def between(self, start: str | date, end: str | date) -> Self:
        """The part whose events, proposals and statements lie between two days (ISO or `date`), both included."""
        from newsgraph.graph.selection import between

        return self._part(between(self.nx, start, end))

    def only(self, *types: str | Iterable[str]) -> Self:
        """The nodes of these types (`Person`, `Event`, …) or event kinds (`ASSAULT`, …), and the edges between them.

        They are given one by one or in a list.
        """
        from newsgraph.graph.selection import only

        return self._part(only(self.nx, types))

    def top(self, count: int = 50) -> Self:
        """The most important nodes, by PageRank over the number of sentences."""
        from newsgraph.graph.selection import top

        return self._part(top(self.nx, count))

    def _part(self, keys: Iterable[str]) -> Self:
        """The nodes, the edges between them, and the articles that their evidence is from."""
        kept = set(keys)
        inner = self.nx.subgraph(kept)
        found = [data["evidence"] for _, data in inner.nodes(data=True)]
        found += [data["evidence"] for _, _, data in inner.edges(data=True)]
        articles = {quoted.article for evidence in found for quoted in evidence}
        network = self.nx.subgraph(kept | articles).copy()
        claims = [claim for _, data in inner.nodes(data=True) for claim in data.get("claims", ())]
        spoken = {quoted.by for evidence in found for quoted in evidence} | {claim.evidence.by for claim in claims}
        spoken |= {str(claim.value) for claim in claims if claim.what in NODES}
        known = {**self.corpus.quoted, **{key: self.nx.nodes[key] for key in spoken if key in self.nx}}
        quoted = {key: known[key] for key in sorted(known) if key in spoken and key not in network}
        corpus = replace(self.corpus, is_part=True, quoted=quoted)
        about = Asked(lambda: decisions_about(self.merges, network))
        return type(self)(network, self.records, about, corpus=corpus)

    @cached_property
    def base(self) -> str:
        """What the IRIs of nodes begin with: that of the project, else one that follows from the articles."""
        return self.corpus.base or corpus_base(head.article for head in heads(self.records))
