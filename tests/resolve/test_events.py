"""The same event in several articles."""

from __future__ import annotations

from typing import Any

import pytest

from newsgraph.articles import Article
from newsgraph.records import Entity, Event, Mention, Record
from newsgraph.resolve import resolve_entities
from newsgraph.resolve.events import event_accounts, merge_accounts

PLAIN = {"kind": "ASSAULT", "factuality": "actual"}
PEOPLE = {"m0": ("Norland", "Country"), "m1": ("Vesper", "Place"), "m2": ("Red Front", "ArmedGroup")}


def article(article_id: str, **event: Any) -> Record:
    text = "Norland Vesper Red Front attacked"
    spans = {"m0": (0, 7), "m1": (8, 14), "m2": (15, 24)}
    return Record(
        article=Article(id=article_id, text=text),
        entities=tuple(Entity(id=m.replace("m", "e"), kind=k, name=n) for m, (n, k) in PEOPLE.items()),
        mentions=tuple(
            Mention(
                id=m, entity=m.replace("m", "e"), start=spans[m][0], end=spans[m][1], text=n, kind=k, form="name"
            )
            for m, (n, k) in PEOPLE.items()
        ),
        events=(Event(id="v1", start=25, end=33, text="attacked", **{**PLAIN, **event}),),
    )


BASE = {"agents": ("m2",), "places": ("m1",), "time": "2026-05-05"}


@pytest.mark.parametrize(
    ("other", "merged"),
    [
        (BASE, True),
        ({**BASE, "counts": {"killed": 11}}, True),
        ({**BASE, "time": "2026-05-06"}, True),
        ({**BASE, "time": "2026-05-07"}, False),
        ({**BASE, "time": "2026-05"}, True),
        ({**BASE, "time": "2026"}, False),
        ({"agents": ("m2",), "time": "2026-05"}, False),
        ({"places": ("m1",), "time": "2026-W19", "counts": {"killed": 14}}, True),
        ({"places": ("m1",), "time": "2026-W19", "counts": {"killed": 11}}, False),
        ({**BASE, "time": None}, False),
        ({**BASE, "kind": "PROTEST"}, False),
        ({"agents": ("m2",), "time": "2026-05-05"}, False),
        ({"agents": ("m2",), "targets": ("m0",), "time": "2026-05-05"}, False),
        ({"places": ("m1",), "time": "2026-05-05"}, True),
        ({"places": ("m1",), "time": "2026-05-06"}, False),
        ({**BASE, "factuality": "possible"}, False),
    ],
)
def test_pairs(other: dict[str, Any], merged: bool) -> None:
    records = [article("a", **BASE, counts={"killed": 14}), article("b", **other)]
    resolution = resolve_entities(records)
    accounts = [x for r in records for x in event_accounts(r, resolution)]
    groups, merges = merge_accounts(accounts, resolution)
    assert (len(groups) == 1) is merged
    assert bool(merges) is merged and all(m.reason for m in merges)


def test_named_events_merge_whatever_else_they_say() -> None:
    records = [
        article("a", name="Operation Long Tide", time="2026-05-05"),
        article("b", name="the Operation Long Tide"),
        article("c", name="Operation Short Tide", time="2026-05-05", places=("m1",)),
    ]
    resolution = resolve_entities(records)
    accounts = [x for r in records for x in event_accounts(r, resolution)]
    groups, _ = merge_accounts(accounts, resolution)
    assert [[a.article for a in group] for group in groups] == [["a", "b"], ["c"]]
