"""What answers the main event of a story: funerals and tributes of its victims; not what was before it."""

from __future__ import annotations

import pytest

from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.graph.events.stories import find_stories
from newsgraph.records import Entity, Event, Mention, Record

FIRST = "Tom Brook shot Lena Hart dead at the pier of Vesper on Tuesday, said {}."


def article(name: str, text: str, *events: Event) -> Record:
    """An article in which Brook and Hart are mentioned where their names stand: m1, m2, … in the order of the text."""
    people = {"Tom Brook": "e1", "Lena Hart": "e2"}
    spans = sorted(
        (start, who) for who in people for start in range(len(text)) if text.startswith(who, start)
    )
    ends = [i + 1 for i, letter in enumerate(text) if letter == "."]
    return Record(
        article=Article(id=name, text=text, published="2026-05-06"),
        entities=tuple(Entity(id=key, kind="Person", name=who) for who, key in people.items()),
        mentions=tuple(
            Mention(id=f"m{n}", entity=people[who], start=start, end=start + len(who), text=who, kind="Person",
                    form="name")
            for n, (start, who) in enumerate(spans, 1)
        ),
        events=events,
        sentences=tuple((low + bool(low), high) for low, high in zip([0, *ends], ends, strict=False)),
    )


def event(text: str, word: str, kind: str, mode: str | None = None, **roles: tuple[str, ...]) -> Event:
    start = text.index(word)
    return Event(id=word, start=start, end=start + len(word), text=word, kind=kind, mode=mode, factuality="actual",
                 main=True, **roles)  # type: ignore[arg-type]


def answers(more: str, word: str, kind: str, mode: str | None = None, **roles: tuple[str, ...]) -> list[str]:
    """What answers the shooting, where a second article goes on with a sentence that tells something else."""
    texts = FIRST.format("the wounded port master"), f"{FIRST.format('two pilots of the ferry')} {more}"
    shot = [
        Event(id="v", start=10, end=14, text="shot", kind="ASSAULT", agents=("m1",), targets=("m2",),
              time="2026-05-05", counts={"killed": 1}, factuality="actual", main=True)
    ]
    later = event(texts[1], word, kind, mode, **roles)
    graph = KnowledgeGraph.from_records([article("a", texts[0], *shot), article("b", texts[1], *shot, later)])
    (story,) = find_stories(graph.nx)
    assert graph.nx.nodes[story.main]["kind"] == "ASSAULT"
    return [data["evidence"][0].text for _, _, data in graph.nx.in_edges(story.main, data=True)
            if data["type"] == "responseTo"]


@pytest.mark.parametrize(
    ("more", "word", "kind", "whose", "found"),
    [
        ("Hundreds came to the funeral of Lena Hart.", "funeral", "SUPPORT", "m3", True),
        ("Pupils held a vigil for Lena Hart.", "vigil", "PROTEST", "m3", True),
        ("Hundreds came to a rally of Lena Hart.", "rally", "PROTEST", "m3", False),
        ("Pupils backed the plan of Lena Hart.", "backed", "SUPPORT", "m3", False),
        ("Hundreds came to the funeral of Tom Brook.", "funeral", "SUPPORT", "m3", False),
        ("Hundreds came to a previous funeral of Lena Hart.", "funeral", "SUPPORT", "m3", False),
    ],
)
def test_a_funeral_of_whom_it_befell_answers_a_deed(
    more: str, word: str, kind: str, whose: str, found: bool
) -> None:
    assert answers(more, word, kind, targets=(whose,)) == ([word] if found else [])


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ("The arrest of Tom Brook was told.", True),
        ("There was also an arrest of Tom Brook.", False),
        ("Money was promised for hints leading to an arrest of Tom Brook.", False),
        ("Money was promised for hints leading to arrest of Tom Brook.", False),
    ],
)
def test_an_arrest_that_is_sought_or_for_something_else_answers_nothing(more: str, found: bool) -> None:
    assert answers(more, "arrest", "COERCE", "arrest", targets=("m3",)) == (["arrest"] if found else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police arrested Tom Brook before he shot Lena Hart dead at the pier of Vesper.", False),
        ("Tom Brook shot Lena Hart dead at the pier of Vesper after police had arrested him.", False),
        ("Tom Brook shot Lena Hart dead at the pier of Vesper before police arrested him.", True),
        ("Police arrested Tom Brook after he shot Lena Hart dead at the pier of Vesper.", True),
    ],
)
def test_an_arrest_before_the_deed_does_not_answer_it(text: str, found: bool) -> None:
    first = FIRST.format("the wounded port master")
    shot = event(text, "shot", "ASSAULT", agents=("m1",), targets=("m2",))
    arrest = event(text, "arrested", "COERCE", "arrest", targets=("m1",))
    told = event(first, "shot", "ASSAULT", agents=("m1",), targets=("m2",))
    graph = KnowledgeGraph.from_records([article("a", first, told), article("b", text, shot, arrest)])
    (story,) = find_stories(graph.nx)
    links = [data for _, _, data in graph.nx.in_edges(story.main, data=True) if data["type"] == "responseTo"]
    assert bool(links) == found
