"""What a person can say of a graph: each verb gives a new graph, built from the same records and one more decision."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Self

import msgspec
import networkx as nx

from newsgraph.arguments import CLAIM, TEXT, takes
from newsgraph.errors import NewsgraphError, NotInGraphError
from newsgraph.graph.consequences import check_done
from newsgraph.graph.evidence import Evidence
from newsgraph.graph.ledger import Ledger, node_class
from newsgraph.graph.selection import sole_key
from newsgraph.records import ACTS, ENTITY_KINDS, EVENT_KINDS, Record
from newsgraph.resolve.decisions import Anchor, Decided, Decision, Sort, in_sentence
from newsgraph.resolve.entities.classes import CLASSES
from newsgraph.stored.records import head_of, places

MOST_ANCHORS = 500
"""Anchors of what is joined, named, or left where it is: it is known by any of its words. What else is decided of a
node is decided of each place that it rests on."""
KINDS: dict[Sort, tuple[str, ...]] = {"entity": ENTITY_KINDS, "event": EVENT_KINDS, "proposal": ACTS}
"""What kinds there are of a sort."""
_PERSONS_AND_PLACES = ("person", "place")
"""Classes that nothing of another class is of; a group may turn out to be an organization, a document its publisher."""
_AUTHORITIES = ("wikidata", "geonames")
_FORCE = "give --force (in Python, force=True)"
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
    corpus: Corpus
    records: Sequence[Record]

    @abstractmethod
    def with_decisions(self, decisions: Iterable[Decision]) -> Self:
        """The graph with more decisions of people."""

    def merge(self, one: str, other: str, *, coder: str = "", note: str = "", force: bool = False) -> Self:
        """Two nodes, by key or name, are one.

        Raises:
            NotInGraphError: no node goes by a name.
            NewsgraphError: they are no entities, events or proposals, or not of one sort; or, without `force`, they
                have different identifiers, or only one of them is a person, or a place.
        """
        return self._changed(self.to_merge(one, other, coder=coder, note=note, force=force))

    def split(self, node: str, *articles: str, coder: str = "", note: str = "") -> Self:
        """What these articles (by id or node key) call by the node's name is somebody or something else.

        Raises:
            NotInGraphError: no node goes by a name.
            NewsgraphError: the node is of none, or of all of these articles.
        """
        return self._changed(self.to_split(node, *articles, coder=coder, note=note))

    def rename(self, node: str, name: str, *, coder: str = "", note: str = "") -> Self:
        """The node is called otherwise; the old name is an alias, and its key stays.

        Raises:
            NotInGraphError: no node goes by a name.
        """
        return self._changed(self.to_rename(node, name, coder=coder, note=note))

    def set_kind(self, node: str, kind: str, *, coder: str = "", note: str = "", force: bool = False) -> Self:
        """The kind of an actor, a place or an event, or the act of a proposal.

        Raises:
            NotInGraphError: no node goes by a name.
            NewsgraphError: there is no such kind; or, without `force`, the node is linked to something that is a
                person, or a place, and the kind says that it is none, or the other way round.
        """
        return self._changed(self.to_set_kind(node, kind, coder=coder, note=note, force=force))

    def drop(self, claim: Claim, *, coder: str = "", note: str = "") -> Self:
        """A node, or a tie given as (node, type, node), is false.

        Raises:
            NotInGraphError: no node goes by a name, or there is no such tie.
        """
        return self._changed(self.to_judge("drop", claim, coder=coder, note=note))

    def confirm(self, claim: Claim, *, coder: str = "", note: str = "") -> Self:
        """A node, or a tie given as (node, type, node), is right, and sure from now on.

        Raises:
            NotInGraphError: no node goes by a name, or there is no such tie.
        """
        return self._changed(self.to_judge("confirm", claim, coder=coder, note=note))

    def _changed(self, decision: Decision) -> Self:
        """The graph with one more decision.

        Raises:
            NewsgraphError: it does not do what it says.
        """
        after = self.with_decisions([decision])
        check_done(self.nx, after.nx, after.corpus.ledger, decision)
        return after

    # ---------------------------------------------------------------------------------------------- as decisions

    @takes(one=TEXT, other=TEXT, coder=TEXT, note=TEXT)
    def to_merge(self, one: str, other: str, *, coder: str = "", note: str = "", force: bool = False) -> Decision:
        """The decision of `merge`."""
        first, second = self._key(one), self._key(other)
        sorts = self._sort(first), self._sort(second)
        if first == second:
            raise NewsgraphError(f"{one!r} and {other!r} are one node already; name two")
        if sorts[0] != sorts[1] or sorts[0] == "statement":
            raise NewsgraphError(f"{first} and {second} are not of one sort; merge two actors, events or proposals")
        if not force and (clash := _clash(self.nx.nodes[first], self.nx.nodes[second])):
            raise NewsgraphError(f"{first} and {second} {clash}")
        return Decision(
            verb="same", sort=sorts[0], one=self._anchors(first)[:MOST_ANCHORS],
            other=self._anchors(second)[:MOST_ANCHORS],
            label=f"{self._label(first)} – {self._label(second)}", coder=coder, time=_now(), note=note,
        )

    @takes(node=TEXT, articles=TEXT, coder=TEXT, note=TEXT)
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
            verb="different", sort=self._sort(key), one=staying[:MOST_ANCHORS], other=leaving, label=self._label(key),
            coder=coder, time=_now(), note=note,
        )

    @takes(node=TEXT, name=TEXT, coder=TEXT, note=TEXT)
    def to_rename(self, node: str, name: str, *, coder: str = "", note: str = "") -> Decision:
        """The decision of `rename`."""
        key = self._key(node)
        if not name.strip():
            raise NewsgraphError(f"{key}: the new name is empty; give it one")
        return Decision(
            verb="rename", sort=self._sort(key), one=self._anchors(key)[:MOST_ANCHORS], value=" ".join(name.split()),
            label=self._label(key), coder=coder, time=_now(), note=note,
        )

    @takes(node=TEXT, kind=TEXT, coder=TEXT, note=TEXT)
    def to_set_kind(self, node: str, kind: str, *, coder: str = "", note: str = "", force: bool = False) -> Decision:
        """The decision of `set_kind`."""
        key = self._key(node)
        kinds = KINDS.get(self._sort(key), ())
        if kind not in kinds:
            raise NewsgraphError(f"{key}: there is no kind {kind!r} of it; use one of {', '.join(kinds) or 'none'}")
        data = self.nx.nodes[key]
        known = next((f"{name} {data[name]}" for name in _AUTHORITIES if data.get(name)), None)
        if known and not force and differ(str(data["type"]), kind):
            raise NewsgraphError(f"{key}: is {known}, of kind {data['type']}; if it is of kind {kind}, {_FORCE}")
        return Decision(
            verb="set", sort=self._sort(key), one=self._anchors(key), value=kind, label=self._label(key), coder=coder,
            time=_now(), note=note,
        )

    @takes(claim=CLAIM, coder=TEXT, note=TEXT)
    def to_judge(self, verb: Any, claim: Claim, *, coder: str = "", note: str = "") -> Decision:
        """The decision of `drop` and `confirm`."""
        given: dict[str, Any] = {"verb": verb, "coder": coder, "time": _now(), "note": note}
        if isinstance(claim, str):
            key = self._key(claim)
            one = self._anchors(key, every=verb == "drop")  # an article may have it as several
            return Decision(sort=self._sort(key), one=one, label=self._label(key), **given)
        first, tie, second = self._key(claim[0]), claim[1], self._key(claim[2])
        ties = {data["type"] for data in (self.nx.get_edge_data(first, second) or {}).values()}
        if tie not in ties:
            said = f"; there is {', '.join(sorted(ties))}" if ties else ""
            raise NotInGraphError(f"no tie {tie!r} from {first} to {second}{said}")
        return Decision(
            sort=self._sort(first), one=self._anchors(first), other=self._anchors(second),
            other_sort=self._sort(second), value=tie,
            label=f"{self._label(first)} – {tie} – {self._label(second)}", **given,
        )

    def _key(self, name: str) -> str:
        return sole_key(self.nx, name)

    def _sort(self, key: str) -> Sort:
        sort: Any = node_class(self.nx.nodes[key]["type"])
        if sort == "article":
            raise NewsgraphError(f"{key}: is an article, which nobody corrects; take it out with `newsgraph remove`")
        chosen: Sort = sort
        return chosen

    def _label(self, key: str) -> str:
        return str(self.nx.nodes[key]["label"])

    def _anchors(self, key: str, *, every: bool = False) -> tuple[Anchor, ...]:
        """The words that a node rests on; unless `every`, of an entity those of its first mention in each article."""
        evidence: list[Evidence] = self.nx.nodes[key]["evidence"]
        if self._sort(key) == "entity" and not every:
            first: dict[str, Evidence] = {}
            for quoted in evidence:
                first.setdefault(quoted.article, quoted)
            evidence = list(first.values())
        ids = {quoted.article: str(self.nx.nodes[quoted.article]["identifier"]) for quoted in evidence}
        return anchors_at(evidence, ids, self.records)


def anchors_at(evidence: Iterable[Evidence], ids: Mapping[str, str], records: Sequence[Record]) -> tuple[Anchor, ...]:
    """The anchors of a decision at pieces of evidence, each with its sentence; `ids` are those of articles by key."""
    at = places(records)
    texts: dict[str, str | None] = {}
    found: list[Anchor] = []
    for quoted in evidence:
        article = ids[quoted.article]
        anchor = Anchor(article, quoted.start, quoted.end, quoted.text)
        if article not in texts:
            texts[article] = head_of(records, at[article]).article.text if article in at else None
        text = texts[article]
        found.append(anchor if text is None else in_sentence(anchor, text))
    return tuple(dict.fromkeys(found))


def differ(one: str, other: str) -> bool:
    """Whether what is of one kind can't be of the other: only one of them is of persons, or of places."""
    classes = [CLASSES.get(kind, "other") for kind in (one, other)]
    return classes[0] != classes[1] and any(sort in _PERSONS_AND_PLACES for sort in classes) and "other" not in classes


def _clash(one: dict[str, Any], other: dict[str, Any]) -> str | None:
    """Why two nodes can't be one, as far as can be told, with the remedy."""
    for name in _AUTHORITIES:
        ids = one.get(name), other.get(name)
        if all(ids) and ids[0] != ids[1]:
            return f"are two things of {name}, {ids[0]} and {ids[1]}; if they are one all the same, {_FORCE}"
    if differ(str(one["type"]), str(other["type"])):
        return f"are of kinds {one['type']} and {other['type']}; set the kind of one first, or {_FORCE}"
    return None


def decided_now(decision: Decision) -> Decision:
    """A decision with the time of today."""
    return msgspec.structs.replace(decision, time=_now())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
