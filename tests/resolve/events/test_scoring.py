"""Pairs that are unlikely from the start, and those that are scored in full."""

from __future__ import annotations

import numpy as np
import pytest

from newsgraph import KnowledgeGraph
from newsgraph.resolve import resolve_entities
from newsgraph.resolve.events import event_accounts, scoring
from newsgraph.resolve.events.articles import read_articles
from newsgraph.resolve.events.columns import Columns
from newsgraph.resolve.events.profiles import read_profiles
from newsgraph.resolve.events.rarity import Vectors


@pytest.fixture(scope="module")
def columns(sample_graph: KnowledgeGraph) -> Columns:
    records = sample_graph.records
    resolution, read = resolve_entities(records), read_articles(records)
    accounts = [a for record in records for a in sorted(event_accounts(record, resolution), key=lambda a: a.key)]
    profiles = read_profiles(accounts, read, resolution)
    return Columns(profiles, read.vectors, Vectors(read.vocabulary.number, [p.words for p in profiles], read.texts))


@pytest.mark.parametrize("least", [-0.2, -1.5])
def test_what_is_left_out_is_below_what_is_asked(
    columns: Columns, least: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scoring, "_ROWS", 1000)
    pairs = np.stack(np.triu_indices(len(columns.is_deed), 1), axis=1)
    every = scoring.score(columns, pairs)
    found, likely = scoring.score_likely(columns, pairs, least)
    for some, whole in ((found.pairs, pairs), (found.levels, every.levels), (found.odds, every.odds),
                        (found.close, every.close)):
        assert np.array_equal(some, whole[likely])
    left = ~likely
    assert 0 < likely.sum() < left.sum() and max(every.odds[left].max(), every.close[left].max()) <= least
    assert (every.odds > least).any()
