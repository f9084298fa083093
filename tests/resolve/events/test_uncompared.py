"""Accounts that are too much alike, and too many, for all to be compared: a warning says so, whatever the way."""

from __future__ import annotations

import warnings
from pathlib import Path

import numpy as np
import pytest

from newsgraph import KnowledgeGraph
from newsgraph.on_disk.saving import save_from_disk
from newsgraph.resolve.events import decision, grouping, uncompared
from newsgraph.resolve.events.uncompared import WIDEST, tell_uncompared


def test_it_is_told_in_memory_and_on_the_disk(
    sample_graph: KnowledgeGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (decision, grouping, uncompared):
        monkeypatch.setattr(module, "WIDEST", 3)
    told = r"^\d+ sets of more than 3 accounts of events are .* \(the most: \d+\): .* by decisions$"
    with pytest.warns(UserWarning, match=told) as found:
        KnowledgeGraph.from_records(sample_graph.records)
    with pytest.warns(UserWarning) as again:
        save_from_disk(sample_graph.records, [tmp_path / "graph.nt"])
    assert [str(one.message) for one in found] == [str(one.message) for one in again]


def test_how_many_and_how_wide() -> None:
    part = np.repeat(np.arange(4), (WIDEST, WIDEST + 1, 3, WIDEST + 2))
    with pytest.warns(UserWarning, match=rf"2 sets of .* \(the most: {WIDEST + 2}\)"):
        tell_uncompared(part)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tell_uncompared(part[: 2 * WIDEST])
        tell_uncompared(part[:0])
