"""Why a node or an edge is there: the sentences, the rule that read them, the confidence, what was joined."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from newsgraph.errors import NotInGraphError
from newsgraph.graph.decisions import decisions_about
from newsgraph.graph.dossier import WORDS
from newsgraph.graph.evidence import Evidence
from newsgraph.graph.selection import node_key
from newsgraph.records import Record

if TYPE_CHECKING:
    import networkx as nx

    from newsgraph.graph.evidence_graph import EvidenceGraph


_CAPITAL: Final = re.compile("[A-Z]")


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that the graph says, and its grounds."""

    text: str
    """The claim in words."""
    rules: tuple[str, ...]
    """What read it: the entry of a lexicon, the word that says it, where date and place come from, what was joined."""
    confidence: float | None
    """The measured share of such claims that is right; None where it was not measured."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The claims that an edge or a node stands for. `str()` reads well in a terminal, a notebook shows it as a list."""

    claims: tuple[Claim, ...]
    titles: dict[str, str]
    """Node key of an article → its title."""

    def __str__(self) -> str:
        lines = []
        for claim in self.claims:
            lines += [claim.text, f"  confidence: {_sure(claim)}", *(f"  {rule}" for rule in claim.rules)]
            lines += [f"  “{_sentence(e)}” [{self.titles.get(e.article, e.article)}]" for e in _once(claim.evidence)]
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        parts = []
        for claim in self.claims:
            rules = "".join(f"<li>{html.escape(rule)}</li>" for rule in (f"confidence: {_sure(claim)}", *claim.rules))
            told = ((_sentence(e), self.titles.get(e.article, e.article)) for e in _once(claim.evidence))
            quotes = "".join(
                f"<blockquote>{html.escape(sentence)}<br><small>{html.escape(title)}</small></blockquote>"
                for sentence, title in told
            )
            parts.append(f"<p><b>{html.escape(claim.text)}</b></p><ul>{rules}</ul>{quotes}")
        return "".join(parts)


def _sure(claim: Claim) -> str:
    return "not measured" if claim.confidence is None else f"{claim.confidence:.2f}"


def _once(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The first piece of evidence in each sentence."""
    return list({(quoted.article, quoted.sentence_start): quoted for quoted in reversed(evidence)}.values())[::-1]


def _sentence(quoted: Evidence) -> str:
    return " ".join(quoted.sentence.split())


def explain(graph: EvidenceGraph, ends: Sequence[str]) -> Explanation:
    """The explanation of one node, of all edges between two, or of the edge with a key.

    Raises:
        NotInGraphError: no node goes by that name, or there is no such edge.
    """
    network = graph.nx
    keys = [node_key(network, name) for name in ends[:2]]
    titles = {key: str(data["label"]) for key, data in network.nodes(data=True) if data["type"] == "Article"}
    reading = _Reading(graph)
    if len(ends) == 1:
        return Explanation((reading.node(keys[0]),), titles)
    one, other = keys
    edges = [
        (a, b, key, data)
        for a, b in dict.fromkeys(((one, other), (other, one)))
        for key, data in (network.get_edge_data(a, b) or {}).items()
        if len(ends) == 2 or key == ends[2] or data["type"] == ends[2]
    ]
    if not edges:
        raise NotInGraphError(f"there is no edge between {one!r} and {other!r}; {_remedy(network, one, other)}")
    return Explanation(tuple(reading.edge(a, b, data) for a, b, _, data in edges), titles)


def _remedy(network: nx.MultiDiGraph[str], one: str, other: str) -> str:
    """What to ask for instead: actors meet in events and proposals more often than they are tied to each other."""
    around = [{*network.successors(key), *network.predecessors(key)} for key in (one, other)]
    between = sorted(key for key in around[0] & around[1] if network.nodes[key]["type"] != "Article")
    return f"they meet in {between[0]!r}, explain that" if between else "name two nodes that one joins"


class _Reading:
    """Reads the grounds of claims out of a graph and its records."""

    def __init__(self, graph: EvidenceGraph) -> None:
        self._network = graph.nx
        self._graph = graph
        self._records = {record.article.id: record for record in graph.records}

    def node(self, key: str) -> Claim:
        data = self._network.nodes[key]
        return Claim(
            f"{data['label']} ({data.get('kind') or data.get('act') or data['type']})",
            (*self._rules(data), *self._joined(key)), data.get("confidence"), tuple(data["evidence"]),
        )

    def edge(self, one: str, other: str, data: dict[str, Any]) -> Claim:
        """An edge; where it belongs to an event, a proposal or a statement, it rests on the rule that read that."""
        ends = [self._network.nodes[key] for key in (one, other)]
        kind = WORDS.get(data["type"]) or _CAPITAL.sub(lambda found: f" {found[0].lower()}", data["type"])
        role = f" ({data['role']})" if data.get("role") else ""
        former = "formerly " if data.get("former") else ""
        text = f"{ends[0]['label']}: {former}{kind}{role} {ends[1]['label']}"
        confidence = data.get("confidence", ends[0].get("confidence") if _is_claim(ends[0]) else None)
        rules = self._rules(ends[0]) if _is_claim(ends[0]) else ()
        return Claim(text, tuple(rules), confidence, tuple(data["evidence"]))

    def _rules(self, data: dict[str, Any]) -> tuple[str, ...]:
        """What read an event, a proposal or a statement; nothing for entities, which are names in the text."""
        found = []
        if data.get("coded_by"):
            found.append(f"rule: {data['coded_by']}")
        found += [f"said by the word: {cue}" for cue in self._cues(data)]
        for field in ("date", "place"):
            if data.get(f"{field}_reason"):
                found.append(f"its {field} is from: {data[f'{field}_reason']}")
        return tuple(found)

    def _cues(self, data: dict[str, Any]) -> list[str]:
        """The words in the records that make the evidence of a node a proposal or a statement."""
        cues: dict[str, None] = {}
        for quoted in data["evidence"] if data["type"] in ("Proposal", "Statement") else ():
            record = self._records.get(str(self._network.nodes[quoted.article].get("identifier")))
            for cue in _cues_at(record, quoted, data["type"]) if record else ():
                cues.setdefault(cue)
        return list(cues)

    def _joined(self, key: str) -> list[str]:
        """The decisions by which accounts of several articles became this node."""
        articles = {quoted.article for quoted in self._network.nodes[key]["evidence"]}
        if len(articles) < 2:
            return []
        about = decisions_about(self._graph.merges, self._network.subgraph({key, *articles}))
        return [f"joined: {m.one} = {m.other}: {m.reason}" for m in about if m.accepted]


def _is_claim(data: dict[str, Any]) -> bool:
    return data["type"] in ("Event", "Proposal", "Statement")


def _cues_at(record: Record, quoted: Evidence, type: str) -> list[str]:
    """The cues of the proposals or statements of a record whose content or clause meets the words quoted."""
    text = record.article.text
    spans = (
        [(p.cue, (p.content, p)) for p in record.proposals]
        if type == "Proposal"
        else [(a.cue, (a.content,)) for a in record.attributions]
    )
    return [
        " ".join(text[cue.start : cue.end].split())
        for cue, parts in spans
        if cue is not None and any(part.start <= quoted.start and quoted.end <= part.end for part in parts)
    ]
