"""Stories: what several articles are about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.graph.events.stories import find_stories, story_words
from newsgraph.records import Entity, Event, Mention, Record

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


RAID = "The Red Front bombed the fish market of Vesper on Tuesday and killed {} people, said {}."
LATER = {
    "arrest": ("The police detained the Red Front in the hills.", "detained", "COERCE", "arrest"),
    "arrest of another": ("The police detained the port master in the hills.", "detained", "COERCE", "arrest"),
    "earlier arrest": ("Two previous arrests of the Red Front were told.", "arrests", "COERCE", "arrest"),
    "by who did it": ("The Red Front seized the harbour.", "seized", "COERCE", "arrest"),
    "trial": ("A trial of the Red Front was held.", "trial", "ACCUSE", "investigate"),
}


def reported(name: str, killed: int, voice: str, more: tuple[str, str, str, str] | None = None) -> Record:
    """An article on the raid, which may tell another event in a second sentence."""
    first = RAID.format(killed, voice)
    text = f"{first} {more[0]}" if more else first
    own = [("e0", "Red Front", "ArmedGroup"), ("e1", "Vesper", "Place")]
    mentions = [
        Mention(id=f"m{i}", entity=entity, start=text.index(word), end=text.index(word) + len(word), text=word,
                kind=kind, form="name")
        for i, (entity, word, kind) in enumerate(own)
    ]
    events = [
        Event(id="v1", start=text.index("bombed"), end=text.index("bombed") + 6, text="bombed", kind="ASSAULT",
              agents=("m0",), places=("m1",), time="2026-05-05", counts={"killed": killed}, factuality="actual",
              main=True)
    ]
    if more:
        sentence, word, kind, mode = more
        at = len(first) + 1 + sentence.index(word)
        who = len(first) + 1 + sentence.find("Red Front")
        if "Red Front" in sentence:
            mentions.append(Mention(id="m2", entity="e0", start=who, end=who + 9, text="Red Front", kind="ArmedGroup",
                                    form="name"))
        side = "agents" if sentence.startswith("The Red Front") else "targets"
        events.append(Event(id="v2", start=at, end=at + len(word), text=word, kind=kind, mode=mode, factuality="actual",
                            main=True, **{side: ("m2",)} if "Red Front" in sentence else {}))
    return Record(
        article=Article(id=name, text=text, published="2026-05-06"),
        entities=tuple(Entity(id=entity, kind=kind, name=word) for entity, word, kind in own),
        mentions=tuple(mentions), events=tuple(events),
        sentences=((0, len(first)), *(((len(first) + 1, len(text)),) if more else ())),
    )


@pytest.mark.parametrize(
    ("later", "answers"),
    [("arrest", True), ("arrest of another", False), ("earlier arrest", False), ("by who did it", False),
     ("trial", False)],
)
def test_an_arrest_of_who_did_it_answers_the_deed(later: str, answers: bool) -> None:
    graph = KnowledgeGraph.from_records([
        reported("a", 14, "the wounded port master"), reported("b", 14, "two pilots of the ferry", LATER[later]),
    ])
    (story,) = find_stories(graph.nx)
    assert graph.nx.nodes[story.main]["kind"] == "ASSAULT" and len(graph.events()) == 2
    found = [data["evidence"][0].text for _, _, data in graph.nx.in_edges(story.main, data=True)
             if data["type"] == "responseTo"]
    assert found == ([LATER[later][1]] if answers else [])


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
