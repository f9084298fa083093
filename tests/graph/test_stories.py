"""Stories: what several articles are about."""

from __future__ import annotations

from collections.abc import Callable

from newsgraph.graph import KnowledgeGraph
from newsgraph.records import Record

FIRST = (
    "Ferry sinks off Vesper\n\nAt least 11 people drowned when the ferry Morning Tern sank in fog off Vesper on "
    "Monday, the coast guard said. The Morning Tern had left Vesper with forty passengers. Fishermen saved the rest."
)
SECOND = (
    "Toll of Vesper ferry rises\n\nThe ferry Morning Tern, which sank in fog off Vesper on Monday, killed 14 people, "
    "the coast guard said on Tuesday. Divers went on with the search around the Morning Tern."
)
OTHER = (
    "Parliament votes on the budget\n\nThe parliament of Norland passed the budget on Monday. The opposition had asked "
    "for lower taxes on grain and for more money for schools."
)


def test_a_story_has_its_articles_its_event_and_its_toll(extract: Callable[..., Record]) -> None:
    records = [
        extract(FIRST, id="a", published="2026-05-05"), extract(SECOND, id="b", published="2026-05-06"),
        extract(FIRST + " More to follow.", id="c", published="2026-05-05"),
        extract(OTHER, id="d", published="2026-05-05"),
    ]
    table = KnowledgeGraph.from_records(records).stories()
    assert len(table) == 1
    story = table.iloc[0]
    assert (story["articles"], story["independent_sources"]) == (3, 2)
    assert story["date_end"] == "2026-05-06"
    assert story["key"].startswith("event/")


def test_articles_on_different_things_make_no_story(extract: Callable[..., Record]) -> None:
    records = [extract(FIRST, id="a"), extract(OTHER, id="b")]
    table = KnowledgeGraph.from_records(records).stories()
    assert table.empty and "toll" in table.columns
