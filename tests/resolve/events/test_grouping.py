"""Groups of accounts in less memory: the same as with grounds."""

from __future__ import annotations

import pytest

from newsgraph import KnowledgeGraph
from newsgraph.resolve import resolve_entities
from newsgraph.resolve.events import (
    EventAccount,
    blocks,
    candidates,
    event_accounts,
    grouping,
    likely_pairs,
    stored_acquaintance,
)
from newsgraph.resolve.events.articles import read_articles
from newsgraph.resolve.events.decision import merge_accounts
from newsgraph.stored.arrays import Arrays, StoredArrays


@pytest.mark.parametrize("arrays", [Arrays, StoredArrays], ids=["in memory", "in a file"])
def test_the_groups_are_those_that_have_grounds(
    sample_graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch, arrays: type[Arrays]
) -> None:
    monkeypatch.setattr(grouping, "_ARTICLES", 4)
    monkeypatch.setattr(grouping, "_PAIRS", 50)
    monkeypatch.setattr(grouping, "_COMPARED", 50)
    monkeypatch.setattr(likely_pairs, "_KNOWN", 70)
    monkeypatch.setattr(stored_acquaintance, "_GROUPED", 40)
    monkeypatch.setattr(blocks, "_ACCOUNTS", 40)
    monkeypatch.setattr(candidates, "_CELLS", 200)
    records = sample_graph.records
    resolution, read = resolve_entities(records), read_articles(records, arrays())
    accounts = [sorted(event_accounts(record, resolution), key=lambda a: a.key) for record in records]
    every = [account for some in accounts for account in some]

    def told(groups: list[list[EventAccount]]) -> list[list[tuple[str, int]]]:
        return [[account.key for account in group] for group in groups]

    found = list(grouping.group_accounts(accounts.__getitem__, read, resolution))
    groups, _ = merge_accounts(every, records, resolution, read)
    assert max(map(len, found)) > 2
    assert told([[every[number] for number in group] for group in found]) == told(groups)
