"""Stories: what several articles are about."""

from __future__ import annotations

from collections.abc import Callable

from newsgraph.graph import KnowledgeGraph
from newsgraph.graph.stories import find_stories, story_words
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
    assert story["key"].startswith("story/") and story["event"].startswith("event/")


def test_articles_on_different_things_make_no_story(extract: Callable[..., Record]) -> None:
    records = [extract(FIRST, id="a"), extract(OTHER, id="b")]
    table = KnowledgeGraph.from_records(records).stories()
    assert table.empty and "toll" in table.columns


MARKET = (
    "Red Front bombs Vesper market\n\nThe Red Front bombed the fish market of Vesper on Tuesday and killed 14 people, "
    "the police of Norland said. Norland had been calm since the winter."
)
ARREST = (
    "Two held after bombing of Vesper market\n\nPolice in Norland arrested two men on Wednesday after the Red Front "
    "bombed the fish market of Vesper on Tuesday and killed 14 people."
)


def test_what_answers_the_main_event_of_a_story_is_linked_to_it(extract: Callable[..., Record]) -> None:
    graph = KnowledgeGraph.from_records([
        extract(MARKET, id="a", published="2026-05-06"), extract(ARREST, id="b", published="2026-05-07"),
    ], min_confidence=0.0)
    (story,) = find_stories(graph.nx)
    assert graph.nx.nodes[story.main]["kind"] == "ASSAULT"
    answers = [
        (graph.nx.nodes[one]["kind"], data["basis"], data["evidence"][0].article)
        for one, _, data in graph.nx.in_edges(story.main, data=True) if data["type"] == "responseTo"
    ]
    assert answers == [("COERCE", "implied", "article/b")]
    line = "in the story: " + story_words(story)
    assert line in graph.dossier(story.main).facts and line in graph.dossier("Red Front").facts
    assert story_words(story) in graph.summary()


def test_a_story_is_a_node_in_rdf(extract: Callable[..., Record]) -> None:
    records = [extract(FIRST, id="a", published="2026-05-05"), extract(SECOND, id="b", published="2026-05-06")]
    graph = KnowledgeGraph.from_records(records)
    (story,) = find_stories(graph.nx)
    found = graph.sparql(
        "SELECT ?label ?main ?sources ?end { ?s a ng:Story ; rdfs:label ?label ; ng:mainEvent ?main ; "
        "ng:sources ?sources ; ng:endDate ?end ; ng:evidence ?e . ?main ng:inStory ?s }"
    ).drop_duplicates()
    assert found["label"].tolist() == [story.name] and found["sources"].tolist() == [2]
    assert found["main"].iloc[0].endswith(story.main) and str(found["end"].iloc[0]) == "2026-05-06"
