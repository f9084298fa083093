"""Everything on one node as a readable page: who it is, what it did and what was done to it, in quoted sentences."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from newsgraph.graph.events.disagreements import in_words
from newsgraph.graph.events.stories import Story, find_stories, story_words
from newsgraph.graph.evidence import Evidence
from newsgraph.graph.proposal_words import proposal_words
from newsgraph.graph.reporting import reported
from newsgraph.graph.selection import node_key
from newsgraph.graph.statement_nodes import statement_words
from newsgraph.graph.tables import TIES

if TYPE_CHECKING:
    import networkx as nx

    from newsgraph.graph.evidence_graph import EvidenceGraph

_HEADINGS: tuple[tuple[str, tuple[str, ...], bool, str], ...] = (
    ("Ties", TIES, True, ""), ("Ties", TIES, False, ""), ("Proposed", ("proposedBy",), False, ""),
    ("Asked to act", ("addressedTo",), False, "Proposal"), ("Supports", ("supportedBy",), False, ""),
    ("Opposes", ("opposedBy",), False, ""), ("Named in proposals", ("involves",), False, ""),
    ("Did", ("agent",), False, ""), ("Was done to it", ("target",), False, ""),
    ("Happened there", ("place",), False, ""), ("Said", ("saidBy",), False, ""),
    ("Said about it", ("about",), False, ""), ("Was told", ("addressedTo",), False, "Statement"),
    ("Who and where", ("agent", "target", "place", "proposedBy", "addressedTo", "saidBy"), True, ""),
    ("Follows from", ("responseTo",), True, ""), ("Led to", ("responseTo",), False, ""),
)
"""Heading, kinds of edges, whether they lead away from the node, and the type of the far end where it matters."""

_QUOTES = 2
_TOLLS = ("killed", "injured", "missing", "detained", "displaced")


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
    reported: str = ""
    """Where no sentence gives a date: the day on which an article first told of it."""

    @property
    def when(self) -> str:
        """The date for a reader, else when it was reported; empty where neither is known."""
        return self.date or (f"reported {self.reported}" if self.reported else "")


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything on one node. `str(dossier)` reads well in a terminal; a notebook shows it as a page."""

    title: str
    facts: tuple[str, ...]
    sections: dict[str, tuple[Fact, ...]] = field(default_factory=dict)
    references: dict[str, str] = field(default_factory=dict)
    """Title, source and date of each article that is quoted, by its key."""

    def __str__(self) -> str:
        lines = [self.title, "=" * len(self.title), *self.facts]
        for heading, facts in self._once():
            lines += ["", heading, "-" * len(heading)]
            for fact, quotes in facts:
                lines.append("• " + (f"{fact.when}  " if fact.when else "") + fact.text)
                lines += [f"    “{' '.join(e.sentence.split())}” [{self._reference(e)}]" for e in quotes]
        return "\n".join(lines)

    def _once(self) -> Iterator[tuple[str, list[tuple[Fact, list[Evidence]]]]]:
        """The sections with two quotes a fact at most, and each sentence at its first fact only."""
        told: set[tuple[str, int]] = set()
        for heading, facts in self.sections.items():
            found = []
            for fact in facts:
                quotes: dict[tuple[str, int], Evidence] = {}
                for quoted in fact.evidence:
                    where = (quoted.article, quoted.sentence_start)
                    if where not in told and len(quotes) < _QUOTES:
                        quotes.setdefault(where, quoted)
                told.update(quotes)
                found.append((fact, list(quotes.values())))
            yield heading, found

    def _reference(self, quoted: Evidence) -> str:
        return self.references.get(quoted.article, quoted.article)

    def _repr_html_(self) -> str:
        parts = [f"<h3>{html.escape(self.title)}</h3><p>{'<br>'.join(map(html.escape, self.facts))}</p>"]
        for heading, facts in self._once():
            parts.append(f"<h4>{html.escape(heading)}</h4><ul>")
            for fact, quotes in facts:
                quoted = "".join(
                    f"<br><small>“{_marked(e)}” <i>{html.escape(self._reference(e))}</i></small>" for e in quotes
                )
                parts.append(f"<li>{html.escape(f'{fact.when} {fact.text}'.strip())}{quoted}</li>")
            parts.append("</ul>")
        return "".join(parts)


def _marked(quoted: Evidence) -> str:
    """The sentence in HTML with its words marked."""
    low, high = quoted.start - quoted.sentence_start, quoted.end - quoted.sentence_start
    before, words, after = quoted.sentence[:low], quoted.sentence[low:high], quoted.sentence[high:]
    return f"{html.escape(before)}<mark>{html.escape(words)}</mark>{html.escape(after)}"


def dossier_of(graph: EvidenceGraph, name: str) -> Dossier:
    """The dossier of the node with this key or name.

    Raises:
        NotInGraphError: no node goes by that name.
    """
    network = graph.nx
    key = node_key(network, name)
    data = network.nodes[key]
    sections: dict[str, list[Fact]] = {}
    for heading, kinds, outward, far in _HEADINGS:
        edges = network.out_edges(key, data=True) if outward else network.in_edges(key, data=True)
        for one, other, edge in edges:
            if edge["type"] in kinds and far in ("", network.nodes[other if outward else one]["type"]):
                fact = _fact(network, one, other, edge, outward)
                sections.setdefault(heading, []).append(fact)
    ordered = {heading: _joined(facts) for heading, facts in sections.items()}
    if data["type"] in ("Proposal", "Statement", "Event", "Article") or not ordered:
        quotes = tuple(data["evidence"])
        ordered["Said in"] = tuple(Fact(e.text, "", (e,)) for e in quotes[:10])
    quoted = {e.article for facts in ordered.values() for fact in facts for e in fact.evidence}
    references = {article: _reference(network, article) for article in sorted(quoted)}
    return Dossier(str(data["label"]), tuple(_lines(network, key)), ordered, references)


def _day(data: dict[str, Any]) -> str:
    """The date without the time of day."""
    return str(data.get("date", "")).split("T")[0]


def _joined(facts: list[Fact]) -> tuple[Fact, ...]:
    """The facts by date or the day of the report, those of the same words and day as one with the evidence of all."""
    found: dict[tuple[str, str, str, str], tuple[Evidence, ...]] = {}
    for fact in facts:
        key = fact.date or fact.reported or "9999", fact.text, fact.date, fact.reported
        known = found.get(key, ())
        found[key] = (*known, *(e for e in fact.evidence if e not in known))
    return tuple(Fact(text, date, evidence, day) for (_, text, date, day), evidence in sorted(found.items()))


def _reference(network: nx.MultiDiGraph[str], article: str) -> str:
    """Title, source and date of an article."""
    data = network.nodes[article]
    return ", ".join(str(x) for x in (data["label"], data.get("source"), _day(data)) if x)


def _lines(network: nx.MultiDiGraph[str], key: str) -> list[str]:
    data = network.nodes[key]
    mentions = f"{data['count']} mention" + ("" if data["count"] == 1 else "s")
    lines = [f"{data['type']}, {mentions}" + (f", {data['country']}" if data.get("country") else "")]
    for name, words in (
        ("content", "content"), ("polarity", "polarity"), ("speaker_of", "speaker of"),
        ("act", "act"), ("negated", "negated"), ("kind", "kind"), ("mode", "mode"),
        ("date", "date"), ("since", "since"), ("date_presumed", "no article gives a day; presumably"),
        ("factuality", "factuality"), ("status", "status"), ("killed", "killed"), ("injured", "injured"),
        ("wikidata", "Wikidata"), ("geonames", "GeoNames"), ("url", "page"),
    ):
        if name in data:
            lines.append(f"{words}: {data[name]}")
    if data.get("aliases"):
        lines.append("also: " + ", ".join(data["aliases"]))
    lines += [f"in the story: {story_words(story)}" for story in find_stories(network) if key in _parts(story)]
    lines += [f"sources disagree on {told}" for told in in_words(network, key)]
    return lines


def _parts(story: Story) -> tuple[str, ...]:
    """The articles, the events and the main actors of a story."""
    return (*story.articles, *story.own, story.main, *story.actors)


def _fact(
    network: nx.MultiDiGraph[str], one: str, other: str, edge: dict[str, Any], outward: bool
) -> Fact:
    far = network.nodes[other if outward else one]
    words = {"Statement": statement_words, "Proposal": proposal_words}.get(far["type"])
    label = far["label"] if words is None else words(far)
    kind = edge["type"]
    if kind in TIES:
        former = "former " if edge.get("former") else ""
        role = f"{former}{edge['role']}, " if edge.get("role") else f"{former}{WORDS[kind]} "
        label = f"{role}{label}" if outward else f"{label}: {role.strip(' ,')}"
    elif far["type"] == "Event":
        whether = far.get("factuality", "actual")
        label = f"{far.get('kind', '')}: {label}" + ("" if whether == "actual" else f" ({whether})")
        label += "".join(f", {far[toll]} {toll}" for toll in _TOLLS if toll in far)
    elif outward:
        label = f"{WORDS[kind]} {label}"
    told = reported(network, other if outward else one) if far["type"] in ("Proposal", "Statement") else None
    date = _day(far)
    return Fact(" ".join(str(label).split()), date, tuple(edge["evidence"]), "" if date else told or "")
