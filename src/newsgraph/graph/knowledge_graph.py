"""The knowledge graph: what all articles say, with the sentence for each node and edge."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx

from newsgraph.errors import NewsgraphError
from newsgraph.graph.build_graph import build_network, collector_paused
from newsgraph.graph.claims import DEFAULT_CONFIDENCE
from newsgraph.graph.corrections import Corpus, Corrections
from newsgraph.graph.decisions import decisions_about, mark_decisions
from newsgraph.graph.event_claims import NODES
from newsgraph.graph.evidence import Evidence
from newsgraph.graph.ledger import Ledger, keep_keys
from newsgraph.records import Record
from newsgraph.resolve import Merge
from newsgraph.resolve.decisions import Decision

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd
    import rdflib

    from newsgraph.articles import Article
    from newsgraph.graph.dossier import Dossier
    from newsgraph.graph.explanation import Explanation
    from newsgraph.graph.lookups import Edges, Nodes
    from newsgraph.report import Quality
    from newsgraph.sources import Problem

ACTORS = ("Person", "Group", "Organization", "Party", "ArmedGroup", "Agency", "InternationalOrganization", "Country")
"""The node types that can act."""


class KnowledgeGraph(Corrections):
    """Actors, countries, agencies, places, events, proposals and statements, with evidence for all.

    `nx` is a networkx MultiDiGraph. Its node keys read like `person/amina-diallo`; each node has `type`, `label` and
    `evidence` (a list of `Evidence`), each edge `type` and `evidence`; other attributes are strings, numbers or lists
    of them, and are absent where unknown. Methods that narrow the graph give a new one, which keeps the articles that
    its evidence is from; they can be chained. `graph["Norway"]` is everything on Norway; `len`, `in` and iteration go
    over node keys, as in networkx.
    """

    def __init__(
        self,
        network: nx.MultiDiGraph[str],
        records: Sequence[Record] = (),
        merges: Sequence[Merge] = (),
        *,
        corpus: Corpus | None = None,
    ) -> None:
        self.nx = network
        self.records = tuple(records)
        self.merges = tuple(merges)
        """Decisions on what is the same across articles; those not `accepted` are left for a person to judge."""
        self.corpus = corpus or Corpus()
        """How the graph was built: options, keys that were given, decisions of people, also those that fit nothing."""

    @classmethod
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
    ) -> KnowledgeGraph:
        """Build the graph of all that records say; the same whatever their order.

        Without `merge_events` or `merge_proposals`, what several articles tell stays a node for each. What is less
        likely than `min_confidence` stays out of the graph, and in its records. `decisions` of people go before the
        machine's; nodes that a `ledger` knows keep their keys. `base` is what their IRIs begin with; without it, that
        follows from the articles.
        """
        whole = tuple(sorted(records, key=lambda record: record.article.id))
        options = {
            "merge_events": merge_events, "merge_proposals": merge_proposals, "min_confidence": min_confidence,
        }
        with collector_paused():
            network = build_network(whole, decisions=decisions, **options)  # type: ignore[arg-type]
            kept = None if ledger is None else keep_keys(network.graph, ledger)
            mark_decisions(network.graph, network.decided, network.records)
        merges = sorted({*network.merges, *network.resolution.merges})
        return cls(network.graph, whole, merges, corpus=Corpus(options, kept, network.decided, base=base))

    def with_decisions(self, decisions: Iterable[Decision]) -> KnowledgeGraph:
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
    ) -> KnowledgeGraph:
        """The graph of other records or with more decisions, built as this one was."""
        return KnowledgeGraph.from_records(
            records, decisions=(*self.corpus.decided.decisions, *decisions), ledger=ledger or self.corpus.ledger,
            base=self.corpus.base, **self.corpus.options,
        )  # fmt: skip

    # ------------------------------------------------------------------------------------------------ looking

    @property
    def own_records(self) -> tuple[Record, ...]:
        """The records of the articles in the graph, of a part those that its evidence is from."""
        own = {data["identifier"] for _, data in self.nx.nodes(data=True) if data["type"] == "Article"}
        return tuple(record for record in self.records if record.article.id in own)

    def __add__(self, other: object) -> KnowledgeGraph:
        if not isinstance(other, KnowledgeGraph):
            return NotImplemented
        from newsgraph.graph.joining import joined_records

        return self._rebuilt(joined_records(self.own_records, other.own_records))

    def add(self, articles: Any, **options: Any) -> KnowledgeGraph:
        """A new graph with more articles; those that are there stay as they are. It takes what `newsgraph.build` does.

        Raises:
            NewsgraphError: a different article has the id of one that is there.
        """
        from newsgraph.extraction import extract
        from newsgraph.graph.joining import joined_records

        return self._rebuilt(joined_records(self.own_records, extract(articles, **options)))

    def __len__(self) -> int:
        return int(self.nx.number_of_nodes())

    def __repr__(self) -> str:
        from newsgraph.graph.summary import counted

        return f"<KnowledgeGraph: {counted(self)}>"

    def __iter__(self) -> Iterator[str]:
        return iter(self.nx)

    def __contains__(self, name: object) -> bool:
        return name in self.nodes

    def __getitem__(self, name: str) -> Dossier:
        return self.dossier(name)

    def _ipython_key_completions_(self) -> list[str]:
        return self.nodes._ipython_key_completions_()

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

    # ------------------------------------------------------------------------------------------------ tables

    def actors(self) -> pd.DataFrame:
        """A row for each person, group, organisation and country, the most mentioned first.

        Columns: name, type, country, mentions, links, aliases, roles, wikidata, lat, lon, sentence, article, key.
        """
        return self._table("entities", ACTORS)

    def countries(self) -> pd.DataFrame:
        """A row for each country, in the columns of `actors`."""
        return self._table("entities", ("Country",))

    def agencies(self) -> pd.DataFrame:
        """A row for each organ of a state, in the columns of `actors`."""
        return self._table("entities", ("Agency",))

    def places(self) -> pd.DataFrame:
        """A row for each place, with coordinates where known, in the columns of `actors`."""
        return self._table("entities", ("Place",))

    def events(self) -> pd.DataFrame:
        """A row for each event by date, in the columns of event data; `graph.columns()` says what each holds.

        Columns: date, date_start, date_end, date_reason, date_presumed, published, source_actor, source_country,
        source_sector, target_actor, target_country, target_sector, kind, mode, quad_class, cameo_root, place,
        place_reason, lat, lon, killed, injured, missing, detained, displaced, factuality, confidence, attributed_to,
        disputed, event, articles, independent_sources, sentence, article, key.
        """
        return self._table("events")

    def proposals(self) -> pd.DataFrame:
        """A row for each proposal by date: who wants what done, by whom, and who is for and against it.

        Columns: date, proposers, act, content, addressees, involves, supporters, opponents, negated, deadline,
        condition, status, confidence, articles, sentence, article, key.
        """
        return self._table("proposals")

    def statements(self) -> pd.DataFrame:
        """A row for each attributed statement by date.

        Columns: date, speaker, speaker_of, polarity, commitment, mode, content, addressee, about, confidence, sentence,
        article, key.
        """
        return self._table("statements")

    def relations(self) -> pd.DataFrame:
        """A row for each tie between actors and places.

        Columns: subject, predicate, object, role, former, acting, since, until, basis, confidence, sentences, sentence,
        article, subject_key, object_key.
        """
        return self._table("relations")

    def articles(self) -> pd.DataFrame:
        """A row for each article; `graph.article(…)` has the text of one.

        Columns: date, title, source, author, url, language, id, events, proposals, key.
        """
        return self._table("articles")

    def columns(self) -> pd.DataFrame:
        """The data dictionary: a row for each column of each table.

        Columns: table, column, meaning.
        """
        from newsgraph.graph.columns import columns_table

        return columns_table()

    def article(self, name: str) -> Article:
        """One article with its text, by its id, key or title.

        Raises:
            NotInGraphError: no article of the graph goes by that name.
        """
        from newsgraph.graph.lookups import find_article

        return find_article(self, name)

    def stories(self) -> pd.DataFrame:
        """A row for each story that several articles tell, the most told first: its main event, days, actors, toll.

        Columns: story, date_start, date_end, place, articles, independent_sources, events, actors, toll, sentence,
        article, key, event.
        """
        from newsgraph.graph.stories import stories_table

        return stories_table(self.nx)

    def disagreements(self) -> pd.DataFrame:
        """A row for each account of what articles on one event give differently, with the latest and what most give.

        Columns: event, what, value, standing, articles, independent_sources, source, published, correction, sentence,
        article, key.
        """
        from newsgraph.graph.disagreements import disagreements_table

        return disagreements_table(self.nx)

    def decisions(self) -> pd.DataFrame:
        """A row for each decision on what is the same across articles; those not joined are for a person to judge.

        Columns: joined, one, other, score, reason.
        """
        from newsgraph.graph.tables import decisions_table

        return decisions_table(self.merges)

    @property
    def nodes(self) -> Nodes:
        """The nodes, where `graph.nodes()` is a table, `graph.nodes["Norway"]` the attributes, iteration gives keys."""
        from newsgraph.graph.lookups import Nodes

        return Nodes(self.nx)

    @property
    def edges(self) -> Edges:
        """The edges, where `graph.edges()` is a table with source and target keys, what igraph and networkit read.

        `graph.edges["Norway", "Sweden"]` has the attributes of all edges from the one to the other, by key.
        """
        from newsgraph.graph.lookups import Edges

        return Edges(self.nx)

    def stances(self) -> pd.DataFrame:
        """A row for each stance on a proposal, with the variables that Discourse Network Analyzer codes.

        Columns: document, date, actor, organisation, concept, agreement, role, sentence, actor_key, concept_key.
        """
        from newsgraph.graph.networks import stances_table

        return stances_table(self.nx)

    # ------------------------------------------------------------------------------------------------ networks

    def proposal_network(self, start: str = "", end: str = "9999") -> nx.Graph[str]:
        """Actors and proposals as a two-mode network; `weight` is positive for agreement, negative for opposition."""
        from newsgraph.graph.networks import proposal_network

        return proposal_network(self.nx, start, end)

    def congruence_network(self, start: str = "", end: str = "9999") -> nx.Graph[str]:
        """Actors that take a stance on the same proposals; `weight` is agreement less conflict."""
        from newsgraph.graph.networks import congruence_network

        return congruence_network(self.nx, start, end)

    # ------------------------------------------------------------------------------------------------ charts

    def timeline(self) -> alt.Chart:
        """Events and proposals on a time line (needs newsgraph[charts])."""
        from newsgraph.graph.charts import timeline_chart

        return timeline_chart(self)

    def activity(self, by: str = "month", *, undated: bool = False) -> alt.Chart:
        """Events of each quad class by day, month or year (needs newsgraph[charts]).

        Events that no sentence dates are left out, and the chart says how many; with `undated` those that happened
        are counted, paler, at the day on which an article first told of them.
        """
        from newsgraph.graph.charts import activity_chart

        return activity_chart(self, by, undated=undated)

    def matrix(self, rows: str = "Country", columns: str = "Country") -> alt.LayerChart:
        """Events from actors of one type to actors of another (needs newsgraph[charts])."""
        from newsgraph.graph.charts import matrix_chart

        return matrix_chart(self, rows, columns)

    def _table(self, name: str, types: Sequence[str] = ()) -> pd.DataFrame:
        from newsgraph.graph import tables

        make: Callable[..., pd.DataFrame] = getattr(tables, f"{name}_table")
        return make(self.nx, types) if types else make(self.nx)

    # ------------------------------------------------------------------------------------------------ narrowing

    def around(self, name: str | Iterable[str], hops: int = 1) -> KnowledgeGraph:
        """The part within so many steps of a node, or of any of several, by key or name.

        Raises:
            NotInGraphError: no node goes by that name.
        """
        from newsgraph.graph.selection import around

        return self._part(around(self.nx, name, hops))

    def between(self, start: str | date, end: str | date) -> KnowledgeGraph:
        """The part whose events, proposals and statements lie between two days (ISO or `date`), both included."""
        from newsgraph.graph.selection import between

        return self._part(between(self.nx, start, end))

    def only(self, *types: str | Iterable[str]) -> KnowledgeGraph:
        """The nodes of these types (`Person`, `Event`, …) or event kinds (`ASSAULT`, …), and the edges between them.

        They are given one by one or in a list.
        """
        from newsgraph.graph.selection import only

        return self._part(only(self.nx, types))

    def top(self, count: int = 50) -> KnowledgeGraph:
        """The most important nodes, by PageRank over the number of sentences."""
        from newsgraph.graph.selection import top

        return self._part(top(self.nx, count))

    def _part(self, keys: Iterable[str]) -> KnowledgeGraph:
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
        return KnowledgeGraph(network, self.records, decisions_about(self.merges, network), corpus=corpus)

    # ------------------------------------------------------------------------------------------------ outputs

    @cached_property
    def base(self) -> str:
        """What the IRIs of nodes begin with: that of the project, else one that follows from the articles."""
        from newsgraph.rdf.bases import corpus_base

        return self.corpus.base or corpus_base(record.article for record in self.records)

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
        """Write the graph; the ending says the format (`newsgraph.outputs.FORMATS`).

        Raises:
            OutputError: the ending names no format, or the file can't be written.
        """
        from newsgraph.outputs import save

        return save(self, Path(path), **options)
