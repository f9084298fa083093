"""Which decisions are about which nodes: those of the machine about a part of the graph, those of people about each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import networkx as nx

from newsgraph.graph.evidence import Quoter
from newsgraph.graph.ledger import places_of
from newsgraph.records import Record
from newsgraph.resolve import Merge
from newsgraph.resolve.decisions import (
    VERBS,
    Decided,
    Decision,
    Item,
    Sort,
    Verb,
    event_names,
    name_item,
    spans_of,
)

if TYPE_CHECKING:
    from newsgraph.graph.building import Network

_ON_TIES: tuple[Verb, ...] = ("drop", "confirm")
"""Verbs that, with two ends, are about the tie between them and not about these."""
_CUT = 60
"""Characters of a proposal that a decision names it by."""
_UNJOINED = ("Article", "Statement")


def decisions_about(merges: Iterable[Merge], network: nx.MultiDiGraph[str]) -> list[Merge]:
    """The decisions of which one side, a name with its article, is told of a node of the network."""
    articles = {data["identifier"]: key for key, data in network.nodes(data=True) if data["type"] == "Article"}
    events: dict[str, set[str]] = defaultdict(set)
    entities: dict[str, set[str]] = defaultdict(set)
    proposals: dict[str, list[str]] = defaultdict(list)
    for _, data in network.nodes(data=True):
        for quoted in data["evidence"] if data["type"] not in _UNJOINED else ():
            if data["type"] == "Proposal":
                proposals[quoted.article].append(quoted.text)
            else:
                told = events if data["type"] == "Event" else entities
                told[quoted.article] |= {quoted.text, *_names(data)}

    def is_told(side: str) -> bool:
        name, _, where = side.removesuffix(")").rpartition(" (")
        article = articles.get(where)
        if article is None:  # an event has its date behind the article
            return name in events[articles.get(where.rpartition(", ")[0], "")]
        whole = len(name) < _CUT
        texts = proposals[article]
        return name in entities[article] or any(t.endswith(name) if whole else name in t for t in texts)

    return [merge for merge in merges if is_told(merge.one) or is_told(merge.other)]


def _names(data: dict[str, Any]) -> set[str]:
    return {str(data["label"]), *data.get("aliases", ()), *([data["name"]] if data.get("name") else [])}


def take_out_ties(network: Network) -> None:
    """Take out the ties that people say are false and that follow from more than a field of a record.

    What a statement is about follows from its words, a link of events from a sentence on both, or from other accounts
    of them. A tie that an article tells of which nobody spoke stays.
    """
    about = [found for found in network.decided.about(*_ON_TIES) if found[2]]
    if not about:
        return
    nodes = _Nodes(network.graph, network.records, about)
    last: dict[tuple[str, str, str], tuple[str, set[str]]] = {}
    for decision, one, other in about:
        first, second = nodes.sides(decision, one, other)
        if first is not None and second is not None:
            last[first, str(decision.value), second] = decision.verb, {network.articles[name] for name, _ in one}
    for (first, kind, second), (verb, articles) in last.items():
        if verb == "drop":
            network.take_out_edge(first, kind, second, articles)


def mark_decisions(network: nx.MultiDiGraph[str], decided: Decided, records: Iterable[Record]) -> None:
    """Enter what people decided with the nodes that it is about, and the names that they gave to what has none."""
    about = [found for verb in VERBS for found in decided.about(verb)]
    if not about:
        return
    nodes = _Nodes(network, records, about)
    for decision, one, other in about:
        sides = nodes.sides(decision, one, other)
        is_of_tie = decision.verb in _ON_TIES and bool(decision.other)
        for key, far in dict(zip(sides, reversed(sides), strict=True)).items():
            if key is None:
                continue
            data = network.nodes[key]
            data["decided"] = [*data.get("decided", ()), str(decision)]
            field, found = "decision_ids", decision.id
            if is_of_tie:
                field, found = "tie_decisions", f"{decision.value} {far} {decision.id}"
            data[field] = [*data.get(field, ()), found]
            if decision.verb == "rename" and data["label"] != decision.value:
                data["aliases"] = sorted({*data.get("aliases", ()), str(data["label"])} - {str(decision.value)})
                data["label"] = decision.value


class _Nodes:
    """The nodes of what decisions are about, told by the words that they rest on."""

    def __init__(
        self, network: nx.MultiDiGraph[str], records: Iterable[Record],
        about: Iterable[tuple[Decision, Iterable[Item], Iterable[Item]]],
    ) -> None:
        wanted = {article for _, one, other in about for article, _ in (*one, *other)}
        self._records = {record.article.id: record for record in records if record.article.id in wanted}
        self._at: dict[tuple[str, str, str], str] = {}
        said: dict[tuple[str, str], set[str]] = defaultdict(set)
        for key, sort, article, offsets in places_of(network):
            if article in wanted:
                self._at[sort, article, offsets] = key
                if sort == "statement":
                    said[article, key].add(offsets)
        self._said = {(article, frozenset(places)): key for (article, key), places in said.items()}
        """Statements by all the places that they rest on: one may stand in a sentence of another."""

    def sides(self, decision: Decision, one: Iterable[Item], other: Iterable[Item]) -> tuple[str | None, str | None]:
        """The nodes of both sides of a decision."""
        return self._node_of(one, decision.sort), self._node_of(other, decision.other_sort or decision.sort)

    def _node_of(self, items: Iterable[Item], sort: Sort) -> str | None:
        votes = Counter(key for item in items for key in self._keys(item, sort))
        return min(votes, key=lambda key: (-votes[key], key)) if votes else None

    def _keys(self, item: Item, sort: Sort) -> Iterator[str]:
        article, name = item
        record = self._records[article]
        spans = [(start, end) for start, end, found in spans_of(record, sort) if found == name]
        if sort == "event":
            spans += [(mention.start, mention.end) for mention in event_names(record) if name_item(mention) == name]
        if sort == "statement":
            quoter = Quoter(record, article)
            told = (frozenset(_offsets(e.start, e.end) for e in quoter.quote(span)) for span in spans)
            yield from (self._said[article, places] for places in told if (article, places) in self._said)
        else:
            places = ((sort, article, _offsets(*span)) for span in spans)
            yield from (self._at[place] for place in places if place in self._at)


def _offsets(start: int, end: int) -> str:
    return f"{start}-{end}"
