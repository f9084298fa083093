"""What a graph shows of itself: tables, networks of actors, charts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from networkx import Graph, MultiDiGraph

from newsgraph.records import Record
from newsgraph.resolve import Merge

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from newsgraph.articles import Article
    from newsgraph.graph.lookups import Edges, Nodes

ACTORS = ("Person", "Group", "Organization", "Party", "ArmedGroup", "Agency", "InternationalOrganization", "Country")
"""The node types that can act."""


class Views:
    """The tables, networks and charts of a graph."""

    nx: MultiDiGraph[str]
    records: Sequence[Record]
    _merges: Iterable[Merge]

    @cached_property
    def merges(self) -> tuple[Merge, ...]:
        """Decisions on what is the same across articles; those not `accepted` are left for a person to judge."""
        return tuple(self._merges)


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

        Columns: date, reported, proposers, act, content, addressees, involves, supporters, opponents, negated,
        deadline, condition, status, confidence, articles, sentence, article, key.
        """
        return self._table("proposals")

    def statements(self) -> pd.DataFrame:
        """A row for each attributed statement by date.

        Columns: date, reported, speaker, speaker_of, polarity, commitment, mode, content, addressee, about, confidence,
        sentence, article, key.
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

        return find_article(self.nx, self.records, name)

    def stories(self) -> pd.DataFrame:
        """A row for each story that several articles tell, the most told first: its main event, days, actors, toll.

        Columns: story, date_start, date_end, place, articles, independent_sources, events, actors, toll, links,
        sentence, article, key, event.
        """
        from newsgraph.graph.events.stories import stories_table

        return stories_table(self.nx)

    def disagreements(self) -> pd.DataFrame:
        """A row for each account of what articles on one event give differently, with the latest and what most give.

        Columns: event, what, value, standing, articles, independent_sources, source, published, correction, sentence,
        article, key.
        """
        from newsgraph.graph.events.disagreements import disagreements_table

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

        Columns: document, date, actor, organisation, concept, agreement, role, reported, sentence, actor_key,
        concept_key.
        """
        from newsgraph.graph.networks import stances_table

        return stances_table(self.nx)


    def proposal_network(self, start: str = "", end: str = "9999") -> Graph[str]:
        """Actors and proposals as a two-mode network; `weight` is positive for agreement, negative for opposition."""
        from newsgraph.graph.networks import proposal_network

        return proposal_network(self.nx, start, end)

    def congruence_network(self, start: str = "", end: str = "9999") -> Graph[str]:
        """Actors that take a stance on the same proposals; `weight` is agreement less conflict."""
        from newsgraph.graph.networks import congruence_network

        return congruence_network(self.nx, start, end)


    def timeline(self) -> alt.Chart:
        """Events and proposals on a time line (needs newsgraph[charts])."""
        from newsgraph.graph.charts import timeline_chart

        return timeline_chart(self.events(), self.proposals())

    def activity(self, by: str = "month", *, undated: bool = False) -> alt.Chart:
        """Events of each quad class by day, month or year (needs newsgraph[charts]).

        Events that no sentence dates are left out, and the chart says how many; with `undated` those that happened
        are counted, paler, at the day on which an article first told of them.
        """
        from newsgraph.graph.charts import activity_chart

        return activity_chart(self.events(), by, undated=undated)

    def matrix(self, rows: str = "Country", columns: str = "Country") -> alt.LayerChart:
        """Events from actors of one type to actors of another (needs newsgraph[charts])."""
        from newsgraph.graph.charts import matrix_chart

        return matrix_chart(self.nx, rows, columns)

    def _table(self, name: str, types: Sequence[str] = ()) -> pd.DataFrame:
        from newsgraph.graph import tables

        make: Callable[..., pd.DataFrame] = getattr(tables, f"{name}_table")
        return make(self.nx, types) if types else make(self.nx)
