"""Everything on one node as a readable page: who it is, what it did and what was done to it, in quoted sentences."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from newsgraph.graph.evidence import Evidence
from newsgraph.graph.selection import find_node
from newsgraph.graph.statement_nodes import statement_words
from newsgraph.graph.tables import TIES

if TYPE_CHECKING:
    import networkx as nx

    from newsgraph.graph.knowledge_graph import KnowledgeGraph

_HEADINGS = (
    ("Ties", TIES, True), ("Ties", TIES, False), ("Proposed", ("proposedBy",), False),
    ("Asked to act", ("addressedTo",), False), ("Supports", ("supportedBy",), False),
    ("Opposes", ("opposedBy",), False), ("Named in proposals", ("involves",), False), ("Did", ("agent",), False),
    ("Was done to it", ("target",), False), ("Happened there", ("place",), False), ("Said", ("saidBy",), False),
    ("Who and where", ("agent", "target", "place", "proposedBy", "addressedTo", "saidBy"), True),
    ("Follows from", ("responseTo",), True), ("Led to", ("responseTo",), False),
)


WORDS = {
    "headOf": "head of", "memberOf": "member of", "roleAt": "office at", "agencyOf": "agency of",
    "citizenOf": "citizen of", "basedIn": "based in", "locatedIn": "located in", "partOf": "part of",
    "spouseOf": "spouse of", "kinOf": "kin of", "alliedWith": "allied with", "fightingAgainst": "fighting against",
    "ownerOf": "owner of", "sameAs": "same as", "agent": "by", "target": "to", "place": "in",
    "proposedBy": "proposed by", "addressedTo": "addressed to", "saidBy": "said by",
}
"""Kinds of edges in words, as they stand before what the edge leads to."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a dossier with its evidence."""

    text: str
    date: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything on one node. `str(dossier)` reads well in a terminal; a notebook shows it as a page."""

    title: str
    facts: tuple[str, ...]
    sections: dict[str, tuple[Fact, ...]] = field(default_factory=dict)

    def __str__(self) -> str:
        lines = [self.title, "=" * len(self.title), *self.facts]
        for heading, facts in self.sections.items():
            lines += ["", heading, "-" * len(heading)]
            for fact in facts:
                lines.append("• " + (f"{fact.date}  " if fact.date else "") + fact.text)
                lines += [f"    “{' '.join(e.sentence.split())}” [{e.article}]" for e in fact.evidence[:2]]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        parts = [f"<h3>{html.escape(self.title)}</h3><p>{'<br>'.join(map(html.escape, self.facts))}</p>"]
        for heading, facts in self.sections.items():
            parts.append(f"<h4>{html.escape(heading)}</h4><ul>")
            for fact in facts:
                quotes = "".join(
                    f"<br><small>“{_marked(e)}” <i>{html.escape(e.article)}</i></small>" for e in fact.evidence[:3]
                )
                parts.append(f"<li>{html.escape(f'{fact.date} {fact.text}'.strip())}{quotes}</li>")
            parts.append("</ul>")
        return "".join(parts)


def _marked(quoted: Evidence) -> str:
    """The sentence in HTML with its words marked."""
    low, high = quoted.start - quoted.sentence_start, quoted.end - quoted.sentence_start
    before, words, after = quoted.sentence[:low], quoted.sentence[low:high], quoted.sentence[high:]
    return f"{html.escape(before)}<mark>{html.escape(words)}</mark>{html.escape(after)}"


def dossier_of(graph: KnowledgeGraph, name: str) -> Dossier:
    """The dossier of the node with this key or name.

    Raises:
        KeyError: no node goes by that name.
    """
    network = graph.nx
    key = find_node(network, name)
    if key is None:
        raise KeyError(f"no node goes by the name {name!r}")
    data = network.nodes[key]
    sections: dict[str, list[Fact]] = {}
    for heading, kinds, outward in _HEADINGS:
        edges = network.out_edges(key, data=True) if outward else network.in_edges(key, data=True)
        for one, other, edge in edges:
            if edge["type"] in kinds:
                fact = _fact(network, one, other, edge, outward)
                sections.setdefault(heading, []).append(fact)
    ordered = {
        heading: tuple(sorted(facts, key=lambda f: (f.date or "9999", f.text))) for heading, facts in sections.items()
    }
    if data["type"] in ("Proposal", "Statement", "Event", "Article") or not ordered:
        quotes = tuple(data["evidence"])
        ordered["Said in"] = tuple(Fact(e.text, "", (e,)) for e in quotes[:10])
    return Dossier(str(data["label"]), tuple(_lines(data)), ordered)


def _lines(data: dict[str, Any]) -> list[str]:
    mentions = f"{data['count']} mention" + ("" if data["count"] == 1 else "s")
    lines = [f"{data['type']}, {mentions}" + (f", {data['country']}" if data.get("country") else "")]
    for name, words in (
        ("content", "content"), ("polarity", "polarity"), ("act", "act"), ("kind", "kind"), ("mode", "mode"),
        ("date", "date"),
        ("factuality", "factuality"), ("status", "status"), ("killed", "killed"), ("injured", "injured"),
        ("wikidata", "Wikidata"), ("geonames", "GeoNames"), ("url", "page"),
    ):
        if name in data:
            lines.append(f"{words}: {data[name]}")
    if data.get("aliases"):
        lines.append("also: " + ", ".join(data["aliases"]))
    lines += [f"sources disagree: {x}" for x in (*data.get("counts_disputed", ()), *data.get("dates_disputed", ()))]
    return lines


def _fact(
    network: nx.MultiDiGraph[str], one: str, other: str, edge: dict[str, Any], outward: bool
) -> Fact:
    far = network.nodes[other if outward else one]
    label = statement_words(far) if far["type"] == "Statement" else far.get("content") or far["label"]
    kind = edge["type"]
    if kind in TIES:
        former = "former " if edge.get("former") else ""
        role = f"{former}{edge['role']}, " if edge.get("role") else f"{former}{WORDS[kind]} "
        label = f"{role}{label}" if outward else f"{label}: {role.strip(' ,')}"
    elif far["type"] == "Event":
        whether = far.get("factuality", "actual")
        label = f"{far.get('kind', '')}: {label}" + ("" if whether == "actual" else f" ({whether})")
    elif outward:
        label = f"{WORDS[kind]} {label}"
    return Fact(" ".join(str(label).split()), str(far.get("date", "")), tuple(edge["evidence"]))
