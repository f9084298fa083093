"""The graph in words, on one screen: how much of what, from when, the main events, actors and proposals."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from newsgraph.graph.events.disagreements import in_words
from newsgraph.graph.events.stories import find_stories, story_words
from newsgraph.graph.proposal_words import proposal_words
from newsgraph.graph.selection import importance
from newsgraph.graph.tables import event_rows, proposal_rows

if TYPE_CHECKING:
    from newsgraph.graph.evidence_graph import EvidenceGraph

_PEOPLE = ("Person", "Group", "Organization", "Party", "ArmedGroup", "InternationalOrganization")
_WORDS = (
    ("article", ("Article",)), ("actor", _PEOPLE), ("country", ("Country",)), ("agency", ("Agency",)),
    ("place", ("Place",)), ("event", ("Event",)), ("proposal", ("Proposal",)), ("statement", ("Statement",)),
)


def counted(graph: EvidenceGraph) -> str:
    """How many of what, in a line, as in: 12 articles, 40 actors, 9 countries."""
    types = Counter(data["type"] for _, data in graph.nx.nodes(data=True))
    parts = []
    for word, members in _WORDS:
        number = sum(types[kind] for kind in members)
        if word == "article" or number:
            parts.append(_counted(number, word))
    return ", ".join(parts)


def summarize(graph: EvidenceGraph, most: int = 8) -> str:
    """One screen for a terminal: the time range, stories, main events, actors, proposals, and where sources disagree.

    Each list has `most` lines at the most, and says how many more there are.
    """
    network = graph.nx
    proposals, events = proposal_rows(network), event_rows(network)
    proposals.sort(key=lambda row: -row["articles"])
    disputed = [(row["event"], told) for row in events if row["disputed"] for told in in_words(graph.nx, row["key"])]
    lines = [counted(graph), *_range(graph)]
    lines += _section("Stories", [story_words(story) for story in find_stories(network)], most)
    lines += _section("Main events", [_told(row) for row in _main(events)], most)
    lines += _section("Most connected", _connected(graph), most, more=False)
    lines += _section("Proposals", [_wanted(row) for row in proposals], most)
    lines += _section("Sources disagree", [f"{event}: {told}" for event, told in disputed], most)
    return "\n".join(lines)


def _section(heading: str, rows: list[str], most: int, more: bool = True) -> list[str]:
    if not rows:
        return []
    rest = [f"  … and {len(rows) - most} more"] if more and len(rows) > most else []
    return ["", heading, *(f"  {row}" for row in rows[:most]), *rest]


def _range(graph: EvidenceGraph) -> list[str]:
    """From when to when the articles are."""
    days = sorted(
        str(data["date"])[:10] for _, data in graph.nx.nodes(data=True) if data["type"] == "Article" and "date" in data
    )
    if not days:
        return []
    return [f"published {days[0]}" + (f" to {days[-1]}" if days[-1] != days[0] else "")]


def _main(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The events that several articles tell of or that took lives; the most told first, the dated, the deadliest."""
    real = [row for row in events if row["factuality"] == "actual" and (row["articles"] > 1 or row["killed"])]
    return sorted(
        real,
        key=lambda row: (-row["articles"], not row["date"], -(row["killed"] or 0), row["date"] or "", row["event"]),
    )


def _told(row: dict[str, Any]) -> str:
    day = f"{row['date']}  " if row["date"] else ""
    tolls = "".join(f", {row[toll]} {toll}" for toll in ("killed", "injured") if row[toll])
    return f"{day}{_cut(row['event'])}{tolls} ({_counted(row['articles'], 'article')})"


def _connected(graph: EvidenceGraph) -> list[str]:
    network = graph.nx
    ranks = importance(network)
    actors = [k for k in ranks if network.nodes[k]["type"] in (*_PEOPLE, "Country", "Agency")]
    actors.sort(key=lambda key: (-network.degree(key), -ranks[key], key))
    return [
        f"{data['label']} ({data['type']}): {_counted(network.degree(key), 'link')}, "
        f"{_counted(data['count'], 'mention')}"
        for key in actors
        if (data := network.nodes[key])
    ]


def _wanted(row: dict[str, Any]) -> str:
    to = f" → {row['addressees']}" if row["addressees"] else ""
    told = isinstance(row["status"], str) and row["status"] != "proposed"
    status = f" [{row['status']}]" if told else ""
    return f"{row['proposers']} ({row['act']}){to}: {_cut(proposal_words(row))}{status}"


def _counted(number: int, word: str) -> str:
    if number == 1:
        return f"1 {word}"
    return f"{number} {word[:-1] + 'ies' if word.endswith('y') else word + 's'}"


def _cut(text: str, size: int = 110) -> str:
    return text if len(text) <= size else text[: size - 1].rsplit(" ", 1)[0] + "…"
