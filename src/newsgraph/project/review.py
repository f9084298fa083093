"""The joins that a person should look at: what the machine left open, then what it did and was least sure of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import networkx as nx

from newsgraph.graph.evidence import Evidence
from newsgraph.graph.ledger import node_class
from newsgraph.resolve import Merge
from newsgraph.resolve.decisions import Anchor, Decision, Sort

if TYPE_CHECKING:
    from newsgraph.graph.evidence_graph import EvidenceGraph

SURE = 0.95
"""The score from which a join that was made is not asked about."""
_CUT = 60
"""Characters of a proposal by which a decision of the machine names it."""
_SHOWN = 3
_SORTS: dict[str, Sort] = {"entity": "entity", "event": "event", "proposal": "proposal"}


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things that may be one."""

    node: str
    label: str
    type: str
    evidence: tuple[Evidence, ...]

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

    def decide(self, same: bool, *, coder: str = "", time: str = "", note: str = "") -> Decision:
        """The decision that they are the same, or that they are not."""
        return Decision(
            verb="same" if same else "different", sort=self.sort, one=self._anchors(self.one),
            other=self._anchors(self.other), label=f"{self.one.label} – {self.other.label}", coder=coder, time=time,
            note=note,
        )

    def _anchors(self, side: Side) -> tuple[Anchor, ...]:
        return tuple(Anchor(self.articles[e.article], e.start, e.end, e.text) for e in side.evidence)


def doubtful_pairs(graph: EvidenceGraph) -> Iterator[Pair]:
    """The pairs that no decision of the graph is about: those left open, the likeliest first, then shaky joins."""
    told = _Told(graph.nx)
    judged = {_sides(d) for d in graph.corpus.decided.decisions if d.verb in ("same", "different")}
    waiting = [merge for merge in graph.merges if not merge.accepted or merge.score < SURE]
    waiting.sort(key=lambda m: (m.accepted, m.score if m.accepted else -m.score, m))
    for merge in waiting:
        pair = told.pair(merge)
        if pair is not None and _sides(decision := pair.decide(True)) not in judged:
            judged.add(_sides(decision))
            yield pair


def _sides(decision: Decision) -> frozenset[Anchor]:
    """A pair, whichever side comes first, by the first words of each."""
    return frozenset(min(side) for side in (decision.one, decision.other) if side)


class _Told:
    """Which node a decision of the machine speaks of, which it names by name and article."""

    def __init__(self, network: nx.MultiDiGraph[str]) -> None:
        self._network = network
        nodes = network.nodes(data=True)
        self._articles = {key: str(data["identifier"]) for key, data in nodes if data["type"] == "Article"}
        self._keys = {identifier: key for key, identifier in self._articles.items()}
        self._named: dict[tuple[str, str], set[str]] = defaultdict(set)
        for key, data in nodes:
            if data["type"] in ("Article", "Statement"):
                continue
            names = {str(data["label"]), *data.get("aliases", ()), str(data.get("name", ""))}
            if data["type"] == "Proposal":
                names.add(str(data["content"])[:_CUT])
            for quoted in data["evidence"]:
                for name in (*names, quoted.text):
                    self._named[quoted.article, name].add(key)

    def pair(self, merge: Merge) -> Pair | None:
        """Both sides of a decision; None where one is in no node, or in several."""
        found = [self._side(text) for text in (merge.one, merge.other)]
        if None in found:
            return None
        (one, first), (other, second) = (side for side in found if side is not None)
        sorts = [node_class(self._network.nodes[node]["type"]) for node in (one, other)]
        if sorts[0] != sorts[1] or sorts[0] not in _SORTS or (one == other) != merge.accepted:
            return None
        if one == other:
            sides = self._parted(one, first, second)
        else:
            sides = tuple(self._of(node, lambda _: True) for node in (one, other))
        if not all(side.evidence for side in sides):
            return None
        return Pair(sides[0], sides[1], merge, _SORTS[sorts[0]], self._articles)

    def _side(self, text: str) -> tuple[str, str] | None:
        name, _, where = text.removesuffix(")").rpartition(" (")
        article = self._keys.get(where) or self._keys.get(where.rpartition(", ")[0])
        if article is None:
            return None
        nodes = self._named.get((article, name), set())
        return (next(iter(nodes)), article) if len(nodes) == 1 else None

    def _parted(self, node: str, first: str, second: str) -> tuple[Side, ...]:
        """A node as two: what the second article tells, and the rest; what the two share can't be parted."""
        if first == second:
            return self._of(node, lambda a: True), self._of(node, lambda a: False)
        return self._of(node, lambda a: a != second), self._of(node, lambda a: a == second)

    def _of(self, node: str, wanted: Callable[[str], bool]) -> Side:
        data = self._network.nodes[node]
        evidence = tuple(quoted for quoted in data["evidence"] if wanted(quoted.article))
        return Side(node, str(data["label"]), str(data["type"]), evidence)
