"""The graph in the making: its nodes and edges, and what those who enter them ask for again and again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Mapping, MutableMapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

from newsgraph.articles import Article
from newsgraph.graph.article_nodes import add_article
from newsgraph.graph.edge_facts import edge_key, finish_edge, first_told, tell_again
from newsgraph.graph.entered import EventNodes, LinksTold, NamesWritten
from newsgraph.graph.entity_nodes import ALWAYS, add_entity, mark_acting, may_act
from newsgraph.graph.events.names import name_confidence, named_events
from newsgraph.graph.events.stories import Outline, Story, outlines_of
from newsgraph.graph.events.told_links import ToldLinks, possible_links, telling_order, tellings
from newsgraph.graph.evidence import Evidence, merge_evidence
from newsgraph.graph.folded_posts import fold_posts
from newsgraph.graph.keys import Keys
from newsgraph.graph.slim_dicts import Keyed
from newsgraph.graph.written import Written, WrittenArticle
from newsgraph.records import Record
from newsgraph.resolve import Resolution, resolve_entities
from newsgraph.resolve.decisions import Decided, name_item
from newsgraph.resolve.entities.article_entities import Key
from newsgraph.resolve.entities.decided_entities import decided_entities
from newsgraph.resolve.events import EventAccount
from newsgraph.resolve.merges import Merges
from newsgraph.resolve.proposals import ProposalAccount, merge_proposals, proposal_accounts
from newsgraph.stored.arrays import Arrays, give_back
from newsgraph.stored.records import RecordMap, article_ids, heads

if TYPE_CHECKING:
    from newsgraph.resolve.events.articles import ReadArticles


class Network:
    """A graph in the making: resolved entities become nodes when they are first referred to."""

    arrays = Arrays()
    """Where what is compared lies."""
    sure_names = 50_000
    """Names of events of which it is remembered how sure they are: many an article tells of the same."""
    tells_who_differs = True
    """Whether it is kept in words, as tables show it, which article gives which day and number of an event."""

    def __init__(self, records: Sequence[Record], decided: Decided, min_confidence: float = 0.0) -> None:
        self.records = records
        self.min_confidence = min_confidence
        """What an event's surest account has to reach."""
        self.decided = decided
        self.graph: nx.MultiDiGraph[str]
        self.keys: Keys
        self.merges: Merges
        self._nodes: MutableMapping[int, str | None]
        """The nodes of resolved entities that were asked for."""
        self.event_entities: MutableMapping[int, str]
        """Event nodes of named events, by index of the resolved entity."""
        self.event_nodes: EventNodes
        """The nodes of events, by article and the id of the event there."""
        self.proposal_nodes: EventNodes
        """The nodes of proposals, in the same way."""
        self._begin()
        self.resolution: Resolution = self._resolved(records, decided)
        self.copies = self._copied()
        """For each article the number of the text that it is a copy of."""
        self.graph.graph["texts"] = self.copies
        self.graph.graph["corrections"] = set[str]()
        self.by_article = RecordMap(records)
        """The records by the ids of their articles, in order."""
        self.articles: Mapping[str, str] = self._add_articles(head.article for head in heads(records))
        """The keys of the articles' nodes by their ids."""
        self.written = self._read_written()
        self._named: NamesWritten = self._evidence_of_names()
        """Where each entity with a name is written, until it is a node."""
        self._sure_names: dict[int, float] = {}
        self._confirmed_names: dict[str, set[str]] = defaultdict(set)
        """What of each article is right among the names of events and their accounts, as people say."""
        for _, items, _ in decided.about("confirm", sort="event"):
            for article, item in items:
                self._confirmed_names[article].add(item)
        for index, entity in enumerate(self.resolution.entities):
            if entity.named and entity.kind in ALWAYS:
                self.entity(index)

    def _begin(self) -> None:
        """Make room for what is entered."""
        self._keyed = Keyed()
        self.graph, self.keys, self.merges, self._nodes = nx.MultiDiGraph(), Keys(), Merges(), {}
        self.event_entities, self.event_nodes, self.proposal_nodes = {}, dict[Key, str](), dict[Key, str]()

    def _resolved(self, records: Sequence[Record], decided: Decided) -> Resolution:
        """The entities of the records, as people want them."""
        return decided_entities(resolve_entities(records), decided, records)

    def _copied(self) -> Mapping[str, int]:
        """For each article the number of the text that it is a copy of."""
        from newsgraph.resolve.copies import copy_numbers

        return self.numbered(copy_numbers(self.records, self.arrays))

    def numbered(self, numbers: np.ndarray) -> Mapping[str, int]:
        """By the ids of the articles, numbers that are in the order of these."""
        return dict(zip(article_ids(self.records), numbers.tolist(), strict=True))

    def _read_written(self) -> Written:
        return Written(self.by_article, self.articles, self.resolution.of, keep=True)

    def _add_articles(self, articles: Iterable[Article]) -> Mapping[str, str]:
        return {article.id: self._add_article(article) for article in articles}

    def _add_article(self, article: Article) -> str:
        return add_article(self.graph, self.keys, article)

    def entity(self, index: int) -> str | None:
        """The node of a resolved entity, made at the first call; None for one that is only a pronoun.

        Events have their nodes from what is told of them, so one is None until all of that is entered.
        """
        if self.resolution.entities[index].kind == "Event":
            return self.event_entities.get(index)
        if index not in self._nodes:
            self._nodes[index] = add_entity(
                self.graph, self.keys, self.resolution.entities[index], self.evidence_of(index)
            )
            self._named.pop(index, None)
        return self._nodes[index]

    def nodes(self, indices: Iterable[int]) -> list[str]:
        """The nodes of resolved entities that act, are acted on or speak, each once: events do not."""
        return list(dict.fromkeys([node for index in indices if (node := self.party(index)) is not None]))

    def actors(self, indices: Iterable[int]) -> list[str]:
        """The nodes of resolved entities that act, each once."""
        return list(dict.fromkeys([node for index in indices if (node := self.actor(index)) is not None]))

    def actor(self, index: int) -> str | None:
        """The node of a resolved entity that acts, or is asked to; None of one that can't, as `may_act` has it."""
        return self.party(index) if may_act(self.resolution.entities[index]) else None

    def actor_mentioned(self, written: WrittenArticle, mention: str | None) -> str | None:
        """The node of the actor that a mention of an article is of."""
        return None if mention is None else self.actor(written.entity_of(mention))

    def speaker_mentioned(self, written: WrittenArticle, mention: str | None) -> str | None:
        """The node of whom or what a mention of an article is of, where it may say something: also a document."""
        if mention is None:
            return None
        index = written.entity_of(mention)
        return self.party(index) if self.resolution.entities[index].kind == "Document" else self.actor(index)

    def mention_node(self, written: WrittenArticle, mention: str | None) -> str | None:
        """The node of the entity that a mention of an article is of, where it can act, be acted on or speak."""
        return None if mention is None else self.party(written.entity_of(mention))

    def party(self, index: int) -> str | None:
        """The node of a resolved entity that can act, be acted on or speak: no event can."""
        if index in self._nodes:
            return self._nodes[index]
        return None if self.resolution.entities[index].kind == "Event" else self.entity(index)

    @cached_property
    def ties(self) -> Container[frozenset[int]]:
        """The pairs of resolved entities that some article ties to each other, in whatever way."""
        of = self.resolution.of
        return frozenset(
            frozenset((of[record.article.id, tie.subject], of[record.article.id, tie.object]))
            for record in self.by_article.values() for tie in record.relations
        )

    def _evidence_of_names(self) -> NamesWritten:
        """Where each entity with a name is written, article after article."""
        found: dict[int, list[Evidence]] = defaultdict(list)
        entities = self.resolution.entities
        for article, record in self.by_article.items():
            written = self.written[article]
            for mention in record.mentions:
                index = written.entities[mention.entity]
                if entities[index].named:
                    found[index] += written.quoter.quote((mention.start, mention.end))
        return found

    def evidence_of(self, index: int) -> Collection[Evidence]:
        """Where a resolved entity is written, in order, each place once."""
        return merge_evidence(self.mentions_of(index))

    def mentions_of(self, index: int, inside: Iterable[str] | None = None) -> Iterable[Evidence]:
        """Where a resolved entity is written, in all articles or in some."""
        if inside is None and index in self._named:
            return self._named[index]
        members = self.resolution.entities[index].members
        articles = dict.fromkeys(article for article, _ in members) if inside is None else inside
        return [
            evidence
            for article in articles if article in self.articles
            for written in (self.written[article],)
            for span in written.spans_of(index)
            for evidence in written.quoter.quote(span)
        ]

    def name_confidence(self, index: int) -> float:
        """How sure it is that a resolved entity with the name of an event is one."""
        if self._confirmed_names and any(map(self._is_confirmed, self.resolution.entities[index].members)):
            return 1.0
        if index not in self._sure_names:
            if len(self._sure_names) >= self.sure_names:
                self._sure_names.clear()
            articles = dict.fromkeys(article for article, _ in self.resolution.entities[index].members)
            self._sure_names[index] = name_confidence(
                (written.quoter.text, start, end)
                for article in articles if article in self.articles
                for written in (self.written[article],)
                for start, end in written.spans_of(index)
            )
        return self._sure_names[index]

    def _is_confirmed(self, member: Key) -> bool:
        """Whether a person has said that an event is right that an article names."""
        article, name = member
        names = self._confirmed_names.get(article, ())
        mentions = self.by_article[article].mentions if names else ()
        return any(m.entity == name and name_item(m) in names for m in mentions)

    def listed[T](self, found: Iterable[T], sort: type[T]) -> Collection[T]:
        """Things of a sort that are gone through several times: what all articles have of one node."""
        return list(found)

    def ordered[T](self, found: Iterable[T], key: Callable[[T], Any], sort: type[T]) -> Iterable[T]:
        """Things of a sort in an order, of equals the first first."""
        return sorted(found, key=key)

    def merged(self, found: Iterable[Evidence]) -> Collection[Evidence]:
        """The evidence of a node in order, each piece once."""
        return merge_evidence(found)

    def edge(self, one: str, kind: str, other: str, evidence: Iterable[Evidence], /, **facts: Any) -> None:
        """Enter an edge, or more evidence for one that is there.

        It is put where networkx has it (nodes to neighbours to keys to attributes, in both directions): there are
        twice as many edges as nodes, and `add_edge` looks for the nodes and copies the attributes of each.
        """
        if one == other:
            return
        key, beside = edge_key(kind, facts) if facts else kind, self.graph._adj[one]  # type: ignore[attr-defined]
        edges = beside.get(other)
        if edges is None:  # mostly
            before = self.graph._pred[other]  # type: ignore[attr-defined]
            beside[other] = before[one] = edges = self._keyed[kind].copy() if key == kind else {}
            edges[key] = first_told(kind, evidence, facts)
        elif key in edges:
            tell_again(edges[key], evidence, facts)
        else:
            edges[key] = first_told(kind, evidence, facts)

    def take_out_edge(self, one: str, kind: str, other: str, articles: Container[str]) -> None:
        """Take out the edges of a kind between two nodes of which only some articles (by node key) tell."""
        edges = list((self.graph.get_edge_data(one, other) or {}).items())
        told = ((key, data["evidence"]) for key, data in edges if data["type"] == kind)
        for key in [key for key, evidence in told if all(quoted.article in articles for quoted in evidence)]:
            self.graph.remove_edge(one, other, key)

    def named_events(self) -> Mapping[Key, int]:
        """The resolved entities of events that have a name, by article and the id of the event there."""
        return dict(named_events(self.records, self.resolution))

    def event_groups(
        self, accounts_of: Callable[[Record], list[EventAccount]], merge: bool
    ) -> Iterable[Sequence[EventAccount]]:
        """The accounts of each event, as people want them; they may be gone through several times.

        `merge` joins those of different articles.
        """
        accounts = [account for record in self.records for account in accounts_of(record)]
        groups: list[list[EventAccount]] = [[account] for account in accounts]
        read = self.articles_compared()
        if merge:
            from newsgraph.resolve.events.decision import merge_accounts

            groups, merges = merge_accounts(accounts, self.records, self.resolution, read)
            self.merges.extend(merges)
            give_back()
        return self.decided.regroup(groups, "event", lambda a: [(a.article, event.id) for event in a.events])

    def articles_compared(self) -> ReadArticles | None:
        """The articles, compared, where there are several; their stories are entered."""
        if len(self.records) < 2:
            return None
        from newsgraph.resolve.events.articles import read_articles

        read = read_articles(self.records, self.arrays)
        self.graph.graph["stories"] = self.numbered(read.stories)
        return read

    def proposal_groups(self, merge: bool) -> Sequence[Sequence[ProposalAccount]]:
        """The accounts of each proposal, as people want them; `merge` joins those of different articles."""
        accounts = [a for record in self.by_article.values() for a in proposal_accounts(record, self.resolution)]
        groups, merges = merge_proposals(accounts) if merge else ([[a] for a in accounts], [])
        self.merges.extend(merges)
        return self.decided.regroup(groups, "proposal", lambda a: [(a.article, p.id) for p in a.proposals])

    def stories(self) -> Iterable[Outline | Story]:
        """The stories that articles tell: their main events, and what else is told in them."""
        return outlines_of(self.graph)

    def told_links(self) -> LinksTold:
        """The links that sentences may make between events."""
        events = ((key, data) for key, data in self.graph.nodes(data=True) if data["type"] == "Event")
        return ToldLinks(possible_links(sorted((t for event in events for t in tellings(*event)), key=telling_order)))

    def worded(self, quoted: Evidence) -> Evidence:
        """Evidence with its words and its sentence."""
        return quoted

    def rest(self) -> None:
        """Something is finished: what was remembered for it is not needed any more."""

    def finish(self) -> None:
        """Put in order what was entered; a nominal to which nothing refers after all is no node.

        A town, a region or something of no known kind that acts in some edge is marked as one that does (`acts`).
        """
        graph = self.graph
        nominals = [key for key, data in graph.nodes(data=True) if not data.get("named", True)]
        graph.remove_nodes_from([key for key in nominals if not graph.succ[key] and not graph.pred[key]])
        mark_acting(graph)
        for _, others in graph.adjacency():
            for edges in others.values():
                for data in edges.values():
                    finish_edge(data)
                if len(edges) > 1:
                    fold_posts(edges, merge_evidence)
