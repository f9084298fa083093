"""Comparisons of two accounts and their weights."""

from __future__ import annotations

from newsgraph.resolve.events.comparisons import COMPARISONS
from newsgraph.resolve.events.tables import read_table


def test_every_level_has_a_weight_and_every_weight_a_level() -> None:
    rows = [(row["comparison"], row["level"]) for row in read_table("weights")]
    assert rows == [*((c.name, level) for c in COMPARISONS for level in c.levels), ("start", "")]
