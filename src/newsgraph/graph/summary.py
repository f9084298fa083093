"""The graph in words: how many of what, the most connected, each proposal in a line."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from newsgraph.graph.selection import importance
from newsgraph.graph.tables import events_table, proposals_table

if TYPE_CHECKING:
    from newsgraph.graph.knowledge_graph import KnowledgeGraph

_PEOPLE = ("Person", "Group", "Organization", "Party", "ArmedGroup", "InternationalOrganization")
_WORDS = (
    ("article", ("Article",)), ("actor", _PEOPLE), ("country", ("Country",)), ("agency", ("Agency",)),
    ("place", ("Place",)), ("event", ("Event",)), ("proposal", ("Proposal",)), ("statement", ("Statement",)),
)


def counted(graph: KnowledgeGraph) -> str:
    """How many of what, in a line, as in: 12 articles, 40 actors, 9 countries."""
    types = Counter(data["type"] for _, data in graph.nx.nodes(data=True))
    parts = []
    for word, members in _WORDS:
        number = sum(types[kind] for kind in members)
        if word == "article" or number:
            parts.append(_counted(number, word))
    return ", ".join(parts)


def summarize(graph: KnowledgeGraph, most: int = 8) -> str:
    """Several lines for a terminal."""
    network = graph.nx
    lines = [counted(graph)]
    ranks = importance(network)
    actors = [k for k in ranks if network.nodes[k]["type"] in (*_PEOPLE, "Country", "Agency")]
    actors.sort(key=lambda key: (-network.degree(key), -ranks[key], key))
    if actors:
        lines += ["", "Most connected"]
        for key in actors[:most]:
            data = network.nodes[key]
            ties, said = _counted(network.degree(key), "link"), _counted(data["count"], "mention")
            lines.append(f"  {data['label']} ({data['type']}): {ties}, {said}")
    proposals = proposals_table(network)
    if len(proposals):
        lines += ["", "Proposals"]
        for row in proposals.to_dict("records"):
            to = f" → {row['addressees']}" if row["addressees"] else ""
            status = "" if row["status"] == "proposed" else f" [{row['status']}]"
            lines.append(f"  {row['proposers']} ({row['act']}){to}: {_cut(row['content'])}{status}")
    events = events_table(network)
    disputed = events[events["disputed"] != ""] if len(events) else events
    if len(disputed):
        lines += ["", "Sources disagree"]
        lines += [f"  {row['event']}: {_versions(row['disputed'])}" for row in disputed.to_dict("records")]
    return "\n".join(lines)


def _versions(disputed: str) -> str:
    """Each version once: killed 14 or 11; 2026-05-05 or 2026-05-06."""
    versions: dict[str, list[str]] = {}
    for account in disputed.split("; "):
        said = account.split(" (", 1)[0]
        what, _, number = said.rpartition(": ")
        versions.setdefault(what, []).append(number or said)
    return "; ".join(f"{what} {' or '.join(dict.fromkeys(found))}".strip() for what, found in versions.items())


def _counted(number: int, word: str) -> str:
    if number == 1:
        return f"1 {word}"
    return f"{number} {word[:-1] + 'ies' if word.endswith('y') else word + 's'}"


def _cut(text: str, size: int = 110) -> str:
    return text if len(text) <= size else text[: size - 1].rsplit(" ", 1)[0] + "…"
