"""Which events answer which: an arrest a shooting, a release an arrest. The kinds are a table, `answers.csv`."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Any


def answers(event: dict[str, Any], deed: dict[str, Any]) -> bool:
    """Whether one node is of a kind that answers another, both happened, and it not before."""
    if event.get("factuality") != "actual" or deed.get("factuality") != "actual":
        return False
    if event.get("date") and deed.get("date") and str(event["date"])[:10] < str(deed["date"])[:10]:
        return False
    return (event["kind"], event.get("mode")) in _answers_to(deed["kind"], deed.get("mode"))


@cache
def _answers_to(kind: str, mode: str | None) -> frozenset[tuple[str, str]]:
    text = files("newsgraph.graph.events").joinpath("answers.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(
        (row["kind"], row["mode"]) for row in rows if not {kind, f"{kind}/{mode}"}.isdisjoint(row["deed"].split())
    )
