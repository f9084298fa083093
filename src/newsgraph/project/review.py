"""The joins that a person should look at: what the machine left open, then what it did and was least sure of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsgraph.graph.corrections import MOST_ANCHORS, anchors_at
from newsgraph.graph.evidence import Evidence
from newsgraph.graph.ledger import places_of
from newsgraph.records import Event, Proposal, Record
from newsgraph.resolve import Merge
from newsgraph.resolve.clusters import Clusters
from newsgraph.resolve.decisions import Anchor, Decision, Item, Sort, Verb, spans_of
from newsgraph.resolve.merges import Pair as Compared

if TYPE_CHECKING:
    from newsgraph.graph.evidence_graph import EvidenceGraph

SURE = 0.95
"""The score from which a join that was made is not asked about."""
_SHOWN = 3
_RULING: tuple[Verb, ...] = ("same", "different")
NOT_THERE = "one of the two is not in the graph (too unsure, too bare, or dropped)"
SHARED = "the words of one of the two are those of several nodes"
TOGETHER = "the two are one already, on other grounds"
APART = "the two are no longer one, on other grounds"
INSEPARABLE = "the two rest on the same words"
_About = str | tuple[Sort, Item]
"""A node, or a thing in a record."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things that may be one."""

    node: str
    label: str
    type: str
    evidence: tuple[Evidence, ...]
    """What the machine compared comes first."""

    def sentences(self) -> list[str]:
        """Some of the sentences that tell of it, each with its article."""
        told = {quoted.sentence: quoted.article.removeprefix("article/") for quoted in self.evidence}
        return [f"{' '.join(sentence.split())} ({article})" for sentence, article in list(told.items())[:_SHOWN]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things that may be one, with the machine's grounds."""

    one: Side
    other: Side
    merge: Merge
    sort: Sort
    articles: dict[str, str] = field(repr=False)
    """Ids of articles by node key."""
    records: Sequence[Record] = field(repr=False, compare=False)

    def decide(self, same: bool, *, coder: str = "", time: str = "", note: str = "") -> Decision:
        """The decision that they are the same, or that they are not."""
        return Decision(
            verb="same" if same else "different", sort=self.sort, one=self._anchors(self.one),
            other=self._anchors(self.other), label=f"{self.one.label} – {self.other.label}", coder=coder, time=time,
            note=note,
        )

    def _anchors(self, side: Side) -> tuple[Anchor, ...]:
        return anchors_at(side.evidence[:MOST_ANCHORS], self.articles, self.records)


@dataclass(frozen=True, slots=True)
class Doubts:
    """What the machine was not sure of and nobody has decided."""

    pairs: tuple[Pair, ...]
    """Those left open, the likeliest first, then shaky joins; the same two things once."""
    hidden: dict[str, int]
    """Why others can't be shown, and how many."""


def find_doubts(graph: EvidenceGraph) -> Doubts:
    """The joins of a graph that a person should look at, and how many there are that can't be shown."""
    waiting = [merge for merge in graph.merges if merge.pair and (not merge.accepted or merge.score < SURE)]
    waiting.sort(key=lambda m: (m.accepted, m.score if m.accepted else -m.score, m))
    told = _Told(graph, waiting)
    pairs: dict[frozenset[object], Pair] = {}
    hidden: Counter[str] = Counter()
    for merge in waiting:
        found = told.pair(merge)
        if isinstance(found, Pair):
            sides = frozenset((side.node, frozenset(side.evidence)) for side in (found.one, found.other))
            pairs.setdefault(sides, found)
        elif found is not None:
            hidden[found] += 1
    return Doubts(tuple(pairs.values()), dict(hidden.most_common()))



class _Told:
    """What the decisions of the machine speak of in a graph, told by the words that its nodes rest on."""

    def __init__(self, graph: EvidenceGraph, merges: Iterable[Merge]) -> None:
        self._graph, self._network = graph, graph.nx
        nodes = self._network.nodes(data=True)
        self._articles = {key: str(data["identifier"]) for key, data in nodes if data["type"] == "Article"}
        ruled = [found for verb in _RULING for found in graph.corpus.decided.about(verb)]
        wanted = {item[0] for merge in merges if merge.pair for item in (merge.pair.one, merge.pair.other)}
        wanted |= {article for _, one, other in ruled for article, _ in one | other}
        self._records = {record.article.id: record for record in graph.records if record.article.id in wanted}
        self._at: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        for key, sort, article, offsets in places_of(self._network):
            if article in wanted:
                self._at[sort, article, offsets].add(key)
        self._rulings: dict[_About, set[tuple[int, bool]]] = defaultdict(set)
        """Of a thing in a record, with its sort, and of a node: decisions of people, and which side of these it is."""
        for number, (decision, *sides) in enumerate(ruled):
            for is_other, items in enumerate(sides):
                for item in items:
                    abouts: list[_About] = [(decision.sort, item), *self._nodes(decision.sort, item)]
                    for about in abouts:
                        self._rulings[about].add((number, bool(is_other)))

    def pair(self, merge: Merge) -> Pair | str | None:
        """The two that a decision is on; why they can't be shown; None if a person has said what they are."""
        assert merge.pair is not None
        sort, one, other = merge.pair
        found = [self._nodes(sort, item) for item in (one, other)]
        if self._is_judged(merge.pair, found):
            return None
        if any(len(nodes) != 1 for nodes in found):
            return SHARED if all(found) else NOT_THERE
        nodes = found[0][0], found[1][0]
        if (nodes[0] == nodes[1]) != merge.accepted:
            return APART if merge.accepted else TOGETHER
        first, second = self._spans(sort, one), self._spans(sort, other)
        if not merge.accepted:
            sides = self._side(nodes[0], first), self._side(nodes[1], second)
        else:
            leaving = self._leaving(one[0], other[0], second)
            sides = self._side(nodes[0], first, lambda e: not leaving(e)), self._side(nodes[1], second, leaving)
        if not all(side.evidence for side in sides):
            return INSEPARABLE
        return Pair(*sides, merge, sort, self._articles, self._graph.records)

    def _is_judged(self, pair: Compared, nodes: Sequence[list[str]]) -> bool:
        """Whether a person has said of these two, or of the two nodes that they are of, whether they are one."""
        if nodes[0] != nodes[1] and self._face_each_other(*nodes):
            return True
        one, other = (
            [(pair.sort, (item[0], name)) for name in self._chain(pair.sort, item)] for item in (pair.one, pair.other)
        )
        return self._face_each_other(one, other)

    def _face_each_other(self, one: Iterable[_About], other: Iterable[_About]) -> bool:
        first, second = (
            {ruling for about in side if about in self._rulings for ruling in self._rulings[about]}
            for side in (one, other)
        )
        return any((number, not is_other) in second for number, is_other in first)

    def _nodes(self, sort: Sort, item: Item) -> list[str]:
        """The node that rests on most of the words of a thing in a record; several if they share these."""
        votes = Counter(
            key for start, end in self._spans(sort, item) for key in self._at.get((sort, item[0], f"{start}-{end}"), ())
        )
        return sorted(key for key, count in votes.items() if count == max(votes.values()))

    def _spans(self, sort: Sort, item: Item) -> set[tuple[int, int]]:
        """Where a record has a thing."""
        chain = self._chain(sort, item)
        return {(start, end) for start, end, name in spans_of(self._records[item[0]], sort) if name in chain}

    def _chain(self, sort: Sort, item: Item) -> set[str]:
        """The ids of all that a record says is the same."""
        accounts: Sequence[Event | Proposal] = ()
        if sort == "event":
            accounts = self._records[item[0]].events
        elif sort == "proposal":
            accounts = self._records[item[0]].proposals
        together = Clusters([item[1], *(account.id for account in accounts)])
        for account in accounts:
            if account.same_as is not None:
                together.join(account.id, account.same_as)
        first = together.find(item[1])
        return {name for name in (item[1], *(account.id for account in accounts)) if together.find(name) == first}

    def _leaving(self, one: str, other: str, spans: set[tuple[int, int]]) -> Callable[[Evidence], bool]:
        """What of a node is its second side: what the second article tells, of one article what it tells there."""

        def leaves(quoted: Evidence) -> bool:
            return self._articles[quoted.article] == other and (one != other or (quoted.start, quoted.end) in spans)

        return leaves

    def _side(
        self, node: str, first: set[tuple[int, int]], wanted: Callable[[Evidence], bool] = lambda quoted: True
    ) -> Side:
        data = self._network.nodes[node]
        evidence = sorted(filter(wanted, data["evidence"]), key=lambda quoted: (quoted.start, quoted.end) not in first)
        return Side(node, str(data["label"]), str(data["type"]), tuple(evidence))
