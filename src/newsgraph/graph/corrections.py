"""What a person can say of a graph: each verb gives a new graph, built from the same records and one more decision."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Self

import msgspec
import networkx as nx

from newsgraph.errors import NewsgraphError
from newsgraph.graph.ledger import Ledger, node_class
from newsgraph.graph.selection import node_key
from newsgraph.records import ACTS, ENTITY_KINDS, EVENT_KINDS
from newsgraph.resolve.decisions import Anchor, Decided, Decision, Sort

_MOST = 500
"""Anchors of one side; a node of more places is known by these."""
_KINDS: dict[Sort, tuple[str, ...]] = {"entity": ENTITY_KINDS, "event": EVENT_KINDS, "proposal": ACTS}
Claim = str | tuple[str, str, str]
"""A node, by key or name, or a tie as (node, type, node)."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """How a graph was built, so that it can be built again with one more decision."""

    options: dict[str, Any] = field(default_factory=dict)
    ledger: Ledger | None = None
    """The keys that were given, if the graph was built with some."""
    decided: Decided = field(default_factory=lambda: Decided((), ()))
    is_part: bool = False
    quoted: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Nodes outside of a part whose word its evidence is, or that its claims name, with their data."""
    base: str | None = None
    """What IRIs begin with, if that was given."""


class Corrections:
    """The verbs by which a person corrects a graph."""

    nx: nx.MultiDiGraph[str]

    @abstractmethod
    def with_decisions(self, decisions: Iterable[Decision]) -> Self:
        """The graph with more decisions of people."""

    def merge(self, one: str, other: str, *, coder: str = "", note: str = "") -> Self:
        """Two nodes, by key or name, are one.

        Raises:
            NotInGraphError: no node goes by a name.
            NewsgraphError: they are no entities, events or proposals, or not of one sort.
        """
        return self.with_decisions([self.to_merge(one, other, coder=coder, note=note)])

    def split(self, node: str, *articles: str, coder: str = "", note: str = "") -> Self:
        """What these articles (by id or node key) call by the node's name is somebody or something else.

        Raises:
            NotInGraphError: no node goes by a name.
            NewsgraphError: the node is of none, or of all of these articles.
        """
        return self.with_decisions([self.to_split(node, *articles, coder=coder, note=note)])

    def rename(self, node: str, name: str, *, coder: str = "", note: str = "") -> Self:
        """The node is called otherwise; the old name is an alias, and its key stays.

        Raises:
            NotInGraphError: no node goes by a name.
        """
        return self.with_decisions([self.to_rename(node, name, coder=coder, note=note)])

    def set_kind(self, node: str, kind: str, *, coder: str = "", note: str = "") -> Self:
        """The kind of an actor, a place or an event, or the act of a proposal.

        Raises:
            NotInGraphError: no node goes by a name.
            NewsgraphError: there is no such kind.
        """
        return self.with_decisions([self.to_set_kind(node, kind, coder=coder, note=note)])

    def drop(self, claim: Claim, *, coder: str = "", note: str = "") -> Self:
        """A node, or a tie given as (node, type, node), is false.

        Raises:
            NotInGraphError: no node goes by a name, or there is no such tie.
        """
        return self.with_decisions([self.to_judge("drop", claim, coder=coder, note=note)])

    def confirm(self, claim: Claim, *, coder: str = "", note: str = "") -> Self:
        """A node, or a tie given as (node, type, node), is right, and sure from now on.

        Raises:
            NotInGraphError: no node goes by a name, or there is no such tie.
        """
        return self.with_decisions([self.to_judge("confirm", claim, coder=coder, note=note)])

    # ---------------------------------------------------------------------------------------------- as decisions

    def to_merge(self, one: str, other: str, *, coder: str = "", note: str = "") -> Decision:
        """The decision of `merge`."""
        first, second = self._key(one), self._key(other)
        sorts = self._sort(first), self._sort(second)
        if first == second:
            raise NewsgraphError(f"{one!r} and {other!r} are one node already; name two")
        if sorts[0] != sorts[1] or sorts[0] == "statement":
            raise NewsgraphError(f"{first} and {second} are not of one sort; merge two actors, events or proposals")
        return Decision(
            verb="same", sort=sorts[0], one=self._anchors(first), other=self._anchors(second),
            label=f"{self._label(first)} – {self._label(second)}", coder=coder, time=_now(), note=note,
        )

    def to_split(self, node: str, *articles: str, coder: str = "", note: str = "") -> Decision:
        """The decision of `split`."""
        key = self._key(node)
        anchors = self._anchors(key)
        named = {self.nx.nodes[a]["identifier"] if a in self.nx else a for a in articles}
        leaving = tuple(anchor for anchor in anchors if anchor.article in named)
        staying = tuple(anchor for anchor in anchors if anchor.article not in named)
        if not leaving or not staying:
            which = "none" if not leaving else "all"
            raise NewsgraphError(f"{key}: {which} of its articles are named; name those that mean another")
        return Decision(
            verb="different", sort=self._sort(key), one=staying, other=leaving, label=self._label(key), coder=coder,
            time=_now(), note=note,
        )

    def to_rename(self, node: str, name: str, *, coder: str = "", note: str = "") -> Decision:
        """The decision of `rename`."""
        key = self._key(node)
        if not name.strip():
            raise NewsgraphError(f"{key}: the new name is empty; give it one")
        return Decision(
            verb="rename", sort=self._sort(key), one=self._anchors(key), value=" ".join(name.split()),
            label=self._label(key), coder=coder, time=_now(), note=note,
        )

    def to_set_kind(self, node: str, kind: str, *, coder: str = "", note: str = "") -> Decision:
        """The decision of `set_kind`."""
        key = self._key(node)
        known = _KINDS.get(self._sort(key), ())
        if kind not in known:
            raise NewsgraphError(f"{key}: there is no kind {kind!r} of it; use one of {', '.join(known) or 'none'}")
        return Decision(
            verb="set", sort=self._sort(key), one=self._anchors(key), value=kind, label=self._label(key), coder=coder,
            time=_now(), note=note,
        )

    def to_judge(self, verb: Any, claim: Claim, *, coder: str = "", note: str = "") -> Decision:
        """The decision of `drop` and `confirm`."""
        given: dict[str, Any] = {"verb": verb, "coder": coder, "time": _now(), "note": note}
        if isinstance(claim, str):
            key = self._key(claim)
            return Decision(sort=self._sort(key), one=self._anchors(key), label=self._label(key), **given)
        first, tie, second = self._key(claim[0]), claim[1], self._key(claim[2])
        ties = {data["type"] for data in (self.nx.get_edge_data(first, second) or {}).values()}
        if tie not in ties:
            said = f"; there is {', '.join(sorted(ties))}" if ties else ""
            raise KeyError(f"no tie {tie!r} from {first} to {second}{said}")
        return Decision(
            sort=self._sort(first), one=self._anchors(first), other=self._anchors(second),
            other_sort=self._sort(second), value=tie,
            label=f"{self._label(first)} – {tie} – {self._label(second)}", **given,
        )

    def _key(self, name: str) -> str:
        return node_key(self.nx, name)

    def _sort(self, key: str) -> Sort:
        sort: Any = node_class(self.nx.nodes[key]["type"])
        if sort == "article":
            raise NewsgraphError(f"{key}: is an article, which nobody corrects; take it out with `newsgraph remove`")
        chosen: Sort = sort
        return chosen

    def _label(self, key: str) -> str:
        return str(self.nx.nodes[key]["label"])

    def _anchors(self, key: str) -> tuple[Anchor, ...]:
        """The words that a node rests on; of an entity those of its first mention in each article."""
        evidence = self.nx.nodes[key]["evidence"]
        once = self._sort(key) == "entity"
        seen: set[str] = set()
        found: list[Anchor] = []
        for quoted in evidence:
            if not (once and quoted.article in seen):
                seen.add(quoted.article)
                article = str(self.nx.nodes[quoted.article]["identifier"])
                found.append(Anchor(article, quoted.start, quoted.end, quoted.text))
        return tuple(dict.fromkeys(found[:_MOST]))


def decided_now(decision: Decision) -> Decision:
    """A decision with the time of today."""
    return msgspec.structs.replace(decision, time=_now())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
