"""The graph in the making, on the disk: what `Network` has in memory of each entity is asked for when it is needed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any

import numpy as np
from msgspec.structs import replace

from newsgraph.articles import Article
from newsgraph.graph.building import Network
from newsgraph.graph.edge_facts import edge_key
from newsgraph.graph.entered import NamesWritten
from newsgraph.graph.events.names import named_events
from newsgraph.graph.events.stories import Story
from newsgraph.graph.evidence import Evidence
from newsgraph.graph.written import Written
from newsgraph.on_disk.accounts import MANY, AccountGroups, Accounts
from newsgraph.on_disk.articles import ArticleKeys, NamedEvents
from newsgraph.on_disk.entities import resolve_on_disk
from newsgraph.on_disk.event_nodes import DiskEventNodes
from newsgraph.on_disk.evidence import GatheredEvidence
from newsgraph.on_disk.keys import DiskEventKeys, DiskKeys, DiskNodeKeys
from newsgraph.on_disk.names import DiskNames
from newsgraph.on_disk.network import DiskGraph
from newsgraph.on_disk.renaming import Renaming
from newsgraph.on_disk.stories import DiskStories
from newsgraph.on_disk.ties import DiskTies
from newsgraph.on_disk.told_links import DiskLinks
from newsgraph.records import Record
from newsgraph.resolve import Resolution
from newsgraph.resolve.decisions import Decided
from newsgraph.resolve.entities.article_entities import Key
from newsgraph.resolve.events import EventAccount
from newsgraph.resolve.events.grouping import group_accounts
from newsgraph.resolve.merges import Merge, Merges
from newsgraph.resolve.proposals import ProposalAccount, group_proposals, proposal_accounts
from newsgraph.stored.arrays import StoredArrays
from newsgraph.stored.groups import Groups, Texts
from newsgraph.stored.lists import listed, ordered
from newsgraph.stored.records import ByArticle, article_ids, places
from newsgraph.stored.remembered import rest


class _Unkept(Merges):
    """Decisions that nobody asks for."""

    def extend(self, merges: Iterable[Merge]) -> None:
        """Let them go."""


class DiskNetwork(Network):
    """A graph in the making, on the disk."""

    graph: DiskGraph  # type: ignore[assignment]
    sure_names = 5_000
    tells_who_differs = False

    def __init__(self, records: Sequence[Record], decided: Decided, min_confidence: float,
                 connection: sqlite3.Connection) -> None:
        self.connection, self.arrays = connection, StoredArrays()
        self.told_stories = DiskStories(connection)
        """The stories that were laid down."""
        super().__init__(records, decided, min_confidence)

    def _begin(self) -> None:
        self.graph, self.keys = DiskGraph(self.connection), DiskKeys(self.connection)
        self.merges, self._nodes = _Unkept(), DiskNodeKeys(self.connection)
        self.event_entities = DiskEventKeys(self.connection)
        self.event_nodes = DiskEventNodes(self.connection, "event")
        self.proposal_nodes = DiskEventNodes(self.connection, "proposal")

    def _resolved(self, records: Sequence[Record], decided: Decided) -> Resolution:
        if any(decision.sort == "entity" for decision in decided.decisions):
            return super()._resolved(records, decided)
        found = resolve_on_disk(records, self.connection)
        self.rest()
        return found

    def _copied(self) -> Mapping[str, int]:
        from newsgraph.resolve.copies import copy_numbers

        found = copy_numbers(self.records, StoredArrays())
        self.rest()
        return self.numbered(found)

    def numbered(self, numbers: np.ndarray) -> Mapping[str, int]:
        """By the ids of the articles, numbers that are in the order of these."""
        return ByArticle(self.records, numbers)

    def _add_articles(self, articles: Iterable[Article]) -> Mapping[str, str]:
        keys = map(self._add_article, articles)
        return ArticleKeys(places(self.records), Texts(keys, StoredArrays()))

    def named_events(self) -> Mapping[Key, int]:
        """The resolved entities of events that have a name, by article and the id of the event there."""
        return NamedEvents(self.connection, named_events(self.records, self.resolution))

    def _read_written(self) -> Written:
        return Written(self.by_article, self.articles, self.resolution.of, keep=False)

    def _evidence_of_names(self) -> NamesWritten:
        self._gathered = GatheredEvidence(self.connection)
        names = DiskNames(self.connection, self.resolution)
        names.read(self.written, self.articles)
        self.rest()
        return names

    def evidence_of(self, index: int) -> Collection[Evidence]:
        """Where a resolved entity is written, in order, each place once."""
        return self._named[index] if index in self._named else super().evidence_of(index)

    @cached_property
    def ties(self) -> Container[frozenset[int]]:
        """The pairs of resolved entities that some article ties to each other, in whatever way."""
        of = self.resolution.of
        return DiskTies(self.connection, (
            (of[record.article.id, tie.subject], of[record.article.id, tie.object])
            for record in self.by_article.values() for tie in record.relations
        ))  # fmt: skip

    def listed[T](self, found: Iterable[T], sort: type[T]) -> Collection[T]:
        """Things of a sort that are gone through several times: what all articles have of one node."""
        return listed(found, sort, MANY)

    def ordered[T](self, found: Iterable[T], key: Callable[[T], Any], sort: type[T]) -> Iterable[T]:
        """Things of a sort in an order, of equals the first first."""
        return ordered(found, key, sort, MANY)

    def merged(self, found: Iterable[Evidence]) -> Collection[Evidence]:
        """The evidence of a node in order, each piece once."""
        return self._gathered.merged(found)

    def edge(self, one: str, kind: str, other: str, evidence: Iterable[Evidence], /, **facts: Any) -> None:
        """Lay down what is told of an edge."""
        if one != other:
            self.graph.add_told(one, kind, other, edge_key(kind, facts), evidence, facts)

    def take_out_edge(self, one: str, kind: str, other: str, articles: Container[str]) -> None:
        """Take out the edges of a kind between two nodes of which only some articles (by node key) tell."""
        self.graph.take_out_edge(one, kind, other, articles)

    def event_groups(
        self, accounts_of: Callable[[Record], list[EventAccount]], merge: bool
    ) -> Iterable[Sequence[EventAccount]]:
        """The accounts of each event."""
        if len(self.records) < 2 or not merge or self.decided.rules("event"):
            return super().event_groups(accounts_of, merge)
        read = self.articles_compared()
        assert read is not None
        self.rest()
        told = (sorted(accounts_of(record), key=attrgetter("key")) for record in self.records)
        accounts = Accounts(self.connection, "event_account", EventAccount, told)
        groups = AccountGroups(accounts, group_accounts(accounts.of, read, self.resolution))
        self.rest()
        return groups

    def proposal_groups(self, merge: bool) -> Sequence[Sequence[ProposalAccount]]:
        """The accounts of each proposal."""
        if not merge or self.decided.rules("proposal"):
            return super().proposal_groups(merge)
        told = (
            sorted(proposal_accounts(record, self.resolution), key=attrgetter("key"))
            for record in self.by_article.values()
        )
        accounts = Accounts(self.connection, "proposal_account", ProposalAccount, told)
        return AccountGroups(accounts, (group.tolist() for group in group_proposals(accounts, self.arrays)))

    def stories(self) -> Iterator[Story]:
        """The stories that articles tell; they are laid down."""
        self.graph.index()
        self._find_stories()
        yield from self.told_stories
        self.graph.drop_index()

    def _find_stories(self) -> None:
        numbers: Mapping[str, int] = self.graph.graph.get("stories", {})
        told = Groups(self.arrays)
        for place, number in enumerate(numbers.values()):
            told.add(number, place)
        ids, renamed = article_ids(self.records), self.graph.nodes.renamed
        for own in told:
            articles = (self.articles[ids[place]] for place in own)
            self.told_stories.find(self.graph, sorted(renamed.get(article, article) for article in articles))

    def rename(self, changed: Iterable[tuple[str, str]]) -> None:
        """Let nodes go by other keys: all is entered, and which are changed from which to which."""
        self.graph.rename(Renaming(self.connection, changed))
        self.told_stories.clear()
        self.graph.index()
        self._find_stories()
        self.graph.drop_index()
        self.rest()

    def told_links(self) -> DiskLinks:
        """The links that sentences may make between events."""
        return DiskLinks(self.connection, self.graph.nodes.events(), self.worded)

    def worded(self, quoted: Evidence) -> Evidence:
        """Evidence with its words and its sentence."""
        text = self.by_article[self.graph.nodes[quoted.article]["identifier"]].article.text
        words, sentence = text[quoted.start : quoted.end], text[quoted.sentence_start : quoted.sentence_end]
        return replace(quoted, text=words, sentence=sentence)

    def rest(self) -> None:
        """Something is finished: what was remembered for it is not needed any more."""
        rest(self.arrays)

    def finish(self) -> None:
        """Lay down what is in memory; who acts is marked, and a nominal to which nothing refers is no node."""
        self.graph.mark_acting()
        self.graph.remove_idle()
        self.rest()
