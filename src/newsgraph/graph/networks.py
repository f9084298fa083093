"""Actors and proposals as discourse network analysts have them: who agrees and who disagrees, and with whom.

An actor that makes or supports a proposal agrees with it (weight +1 for each sentence), one that opposes it disagrees
(−1). Two actors are congruent in so far as they take the same stance on the same proposals.

Source: P. Leifeld, Discourse Network Analysis, in The Oxford Handbook of Political Networks (2017).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from newsgraph.graph.evidence import Evidence
from newsgraph.graph.frames import frame
from newsgraph.graph.proposal_words import proposal_words

if TYPE_CHECKING:
    import pandas as pd

_AGREEMENT = {"proposedBy": True, "supportedBy": True, "opposedBy": False}


@dataclass(frozen=True, slots=True)
class Stand:
    """An actor's stance on a proposal in one sentence."""

    actor: str
    proposal: str
    agrees: bool
    role: str
    """proposedBy, supportedBy or opposedBy."""
    evidence: Evidence
    date: str
    """When the proposal was made; empty where no sentence says so."""
    reported: str
    """The day of the article."""


def stands(network: nx.MultiDiGraph[str]) -> Iterator[Stand]:
    """Each stance of an actor on a proposal, sentence by sentence."""
    for proposal, actor, edge in network.edges(data=True):
        if network.nodes[proposal]["type"] != "Proposal" or edge["type"] not in _AGREEMENT:
            continue
        for evidence in edge["evidence"]:
            article = network.nodes[evidence.article] if evidence.article in network else {}
            date, day = str(network.nodes[proposal].get("date", ""))[:10], str(article.get("date", ""))[:10]
            yield Stand(actor, proposal, _AGREEMENT[edge["type"]], edge["type"], evidence, date, day)


def proposal_network(network: nx.MultiDiGraph[str], start: str = "", end: str = "9999") -> nx.Graph[str]:
    """The two-mode network of actors (`bipartite=0`) and proposals (`bipartite=1`), edges with a signed `weight`.

    `start` and `end` are ISO dates that bound the period, both included; what no sentence dates counts on the day of
    its article, and where that is not known in every period.
    """
    found: nx.Graph[str] = nx.Graph()
    for stand in stands(network):
        if (day := stand.date or stand.reported) and not start <= day <= end:
            continue
        for key, mode in ((stand.actor, 0), (stand.proposal, 1)):
            data = network.nodes[key]
            words = proposal_words(data) if data["type"] == "Proposal" else data["label"]
            found.add_node(key, bipartite=mode, label=words, type=data["type"])
        ends = stand.actor, stand.proposal
        weight = (found.edges[ends]["weight"] if found.has_edge(*ends) else 0) + (1 if stand.agrees else -1)
        found.add_edge(*ends, weight=weight, agreement=weight >= 0)
    return found


def congruence_network(network: nx.MultiDiGraph[str], start: str = "", end: str = "9999") -> nx.Graph[str]:
    """The one-mode network of actors: `congruence` and `conflict` count proposals on which two agree or differ.

    `weight` is the first less the second.
    """
    two_mode = proposal_network(network, start, end)
    on: dict[str, dict[str, bool]] = defaultdict(dict)
    found: nx.Graph[str] = nx.Graph()
    for key, data in two_mode.nodes(data=True):
        if data["bipartite"] == 0:
            found.add_node(key, label=data["label"], type=data["type"])
    for one, other, data in two_mode.edges(data=True):
        actor, proposal = (one, other) if two_mode.nodes[one]["bipartite"] == 0 else (other, one)
        on[proposal][actor] = data["weight"] >= 0
    for actors in on.values():
        ordered = sorted(actors)
        for position, one in enumerate(ordered):
            for other in ordered[position + 1 :]:
                alike = actors[one] == actors[other]
                data = found.edges[one, other] if found.has_edge(one, other) else {"congruence": 0, "conflict": 0}
                same, different = data["congruence"] + alike, data["conflict"] + (not alike)
                found.add_edge(one, other, congruence=same, conflict=different, weight=same - different)
    return found


def stances_table(network: nx.MultiDiGraph[str]) -> pd.DataFrame:
    """A row for each stance of an actor on a proposal, in the variables that DNA codes.

    document, actor, organisation, concept, agreement, date; and beside them the role and the sentence.
    """
    bodies: dict[str, str] = {}
    for actor, body, edge in sorted(network.edges(data=True), key=lambda e: (e[0], e[1])):
        if edge["type"] in ("headOf", "memberOf", "roleAt") and not edge.get("former"):
            bodies.setdefault(actor, network.nodes[body]["label"])
    rows = []
    for stand in stands(network):
        article = network.nodes[stand.evidence.article] if stand.evidence.article in network else {}
        who, proposal = network.nodes[stand.actor], network.nodes[stand.proposal]
        rows.append(
            {
                "document": article.get("label", stand.evidence.article), "date": stand.date or None,
                "reported": stand.reported or None,
                "actor": who["label"], "organisation": bodies.get(stand.actor, _own_body(who)),
                "concept": proposal_words(proposal), "agreement": stand.agrees, "role": stand.role,
                "sentence": " ".join(stand.evidence.sentence.split()), "actor_key": stand.actor,
                "concept_key": stand.proposal,
            }
        )
    rows.sort(
        key=lambda row: (
            row["date"] or row["reported"] or "9999", row["document"], row["actor"], row["concept"], row["role"],
        )
    )
    columns = "document date actor organisation concept agreement role reported sentence actor_key concept_key".split()
    return frame(rows, columns=columns)


def _own_body(actor: Any) -> str:
    return "" if actor["type"] in ("Person", "Group") else str(actor["label"])
