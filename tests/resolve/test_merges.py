"""Decisions are worded when they are asked for."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

from newsgraph.resolve.merges import Asked, Merge, Merges


def test_decisions_are_made_when_somebody_asks() -> None:
    asked: list[str] = []

    def make() -> Iterator[Merge]:
        asked.append("once")
        yield Merge("b", "c", 0.5, "alike", False)

    merges = Merges()
    merges.extend(Asked(make))
    merges.extend([Merge("a", "b", 0.9, "same", True), Merge("b", "c", 0.5, "alike", False)])
    assert not asked
    assert [merge.one for merge in merges] == ["a", "b"]
    assert asked == ["once"]
    assert pickle.loads(pickle.dumps(merges)) == list(merges)
