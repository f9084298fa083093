"""What is known of an edge, from all that tells of it: words, roles, times, how sure it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from newsgraph.graph.evidence import Evidence, merge_evidence
from newsgraph.graph.slim_dicts import slim
from newsgraph.graph.tables import PERIOD
from newsgraph.resolve.events import COUNTED


def edge_key(kind: str, facts: dict[str, Any]) -> str:
    """What tells an edge from others between the same nodes: its type, and what it says beside times and confidence."""
    if not facts:
        return kind
    given = sorted((name, value) for name, value in facts.items() if value and name not in _FOLDED)
    return kind + "".join([f" {name}={value}" for name, value in given])


_PERIOD = frozenset(PERIOD)
ACCOUNT = ("kind", "mode", "factuality", "date", *COUNTED)
"""What the edge from an event to an article has of it as this article tells it, beside since when and how sure."""
_FOLDED = frozenset(("confidence", "basis", *PERIOD, *ACCOUNT))
"""Facts in which two that tell of one edge may differ."""


def first_told(kind: str, evidence: Iterable[Evidence], facts: dict[str, Any]) -> dict[str, Any]:
    """The attributes of an edge of which one place tells."""
    told = list(evidence)
    if not facts:  # as of most
        plain = _PLAIN.copy()
        plain["type"], plain["evidence"], plain["count"] = kind, told, len(told)
        return plain
    data: dict[str, Any] = {"type": kind, "evidence": told}
    data |= {name: value for name, value in facts.items() if value and name not in _FOLDED}
    if facts.get("basis"):
        data["basis"] = facts["basis"]
    if (confidence := facts.get("confidence")) is not None:
        data["confidence"] = max(confidence, 0.0)
    data |= {name: {facts[name]} for name in PERIOD if facts.get(name) is not None}
    data |= _account(facts)
    data["count"] = len(told)
    return data


_PLAIN = slim(("type", "evidence", "count"))


def _account(facts: dict[str, Any]) -> dict[str, Any]:
    """What is given of an event, also where that is 0."""
    return {name: facts[name] for name in ACCOUNT if facts.get(name) is not None} if "factuality" in facts else {}


def tell_again(data: dict[str, Any], evidence: Iterable[Evidence], facts: dict[str, Any]) -> None:
    """Enter into the attributes what another place tells of the same edge."""
    if facts.get("basis") is None:
        data.pop("basis", None)  # now it is said, too
    data["evidence"].extend(evidence)
    data["count"] = len(data["evidence"])
    if not facts:
        return
    if (confidence := facts.get("confidence")) is not None:
        data["confidence"] = max(confidence, data.get("confidence", 0.0))
    for name in PERIOD:
        if facts.get(name) is not None:
            data.setdefault(name, set()).add(facts[name])
    data |= _account(facts)


def finish_edge(data: dict[str, Any]) -> None:
    """Put the evidence in order, each once, and agree on the times: some ties have thousands of sentences."""
    evidence = data["evidence"]
    if len(evidence) > 1 or not _PERIOD.isdisjoint(data):
        rest_edge(data, merge_evidence(evidence))


def rest_edge(data: dict[str, Any], evidence: Collection[Evidence]) -> None:
    """Let an edge rest on evidence that is in order, each piece once, and agree on the times."""
    data["evidence"], data["count"] = evidence, len(evidence)
    for name in PERIOD:
        if name in data and (agreed := agreed_time(data.pop(name))) is not None:
            data[name] = agreed


def agreed_time(dates: set[str]) -> str | None:
    """The most exact of dates that agree, or None where they do not: 2010 and 2010-05, but not 2010 and 2012."""
    exact = max(sorted(dates), key=len)
    return exact if all(exact.startswith(date) for date in dates) else None
