"""Days that nobody gives, as presumptions beside the date."""

from __future__ import annotations

import msgspec
import pytest

from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.records import Entity, Event, Mention, Record

TEXT = "The Red Front bombed Vesper."


def record(name: str = "a", published: str | None = "2026-05-06", **facts: object) -> Record:
    event = Event(id="v1", start=14, end=20, text="bombed", kind="ASSAULT", agents=("m0",), places=("m1",),
                  factuality="actual", main=True)
    return Record(
        article=Article(id=name, text=TEXT, published=published),
        entities=(Entity(id="e0", kind="ArmedGroup", name="Red Front"), Entity(id="e1", kind="Place", name="Vesper")),
        mentions=(
            Mention(id="m0", entity="e0", start=4, end=13, text="Red Front", kind="ArmedGroup", form="name"),
            Mention(id="m1", entity="e1", start=21, end=27, text="Vesper", kind="Place", form="name"),
        ),
        events=(msgspec.structs.replace(event, **facts),), sentences=((0, len(TEXT)),),
    )


@pytest.mark.parametrize(
    ("records", "presumed"),
    [
        ([record()], "2026-05-04/2026-05-06"),
        ([record(), record("b", "2026-05-07")], "2026-05-04/2026-05-06"),
        ([record(main=False)], None),
        ([record(time="2026-05-05")], None),
        ([record(), record("b", time="2026-05-05")], None),
        ([record(factuality="future")], None),
        ([record(published=None)], None),
    ],
)
def test_an_undated_main_event_is_presumed_to_be_fresh(records: list[Record], presumed: str | None) -> None:
    events = KnowledgeGraph.from_records(records).events()
    assert len(events) == 1
    assert events["date_presumed"][0] == presumed
    assert presumed is None or events["date"][0] is None


def test_the_dossier_says_that_it_is_presumed() -> None:
    graph = KnowledgeGraph.from_records([record()])
    text = str(graph.dossier(graph.events()["key"][0]))
    assert "no article gives a day; presumably: 2026-05-04/2026-05-06" in text
    assert "\ndate:" not in text
