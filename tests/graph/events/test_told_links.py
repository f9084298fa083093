"""Events that a sentence ties: cause, part, answer; across the articles that tell them."""

from __future__ import annotations

import msgspec
import pytest

from newsgraph import KnowledgeGraph
from newsgraph.graph.events.stories import find_stories
from newsgraph.graph.events.told_links import ToldLink, ToldLinks, possible_links, telling_order, tellings
from newsgraph.graph.evidence import Evidence
from newsgraph.records import Record
from tests.graph.events.test_stories import reported


def quoted(sentence: str, word: str) -> Evidence:
    start = sentence.index(word)
    return Evidence(article="article/a", start=start, end=start + len(word), text=word, sentence=sentence,
                    sentence_start=0, sentence_end=len(sentence))


def links(
    sentence: str, *events: tuple[str, str], among: tuple[str, ...] = (), factuality: str = "actual"
) -> list[ToldLink]:
    """The links that a sentence makes, in a story that has some of the events, by default all."""
    told = []
    for word, kind in events:
        kind, _, mode = kind.partition("/")
        data = {"kind": kind, "mode": mode or None, "factuality": factuality, "evidence": [quoted(sentence, word)]}
        told += tellings(word, data)
    found = ToldLinks(possible_links(sorted(told, key=telling_order)))
    return found.among(among or tuple(word for word, _ in events))


@pytest.mark.parametrize(
    ("sentence", "one", "other", "expected"),
    [
        ("The damage from the great fire was not insured.", ("damage", "COERCE"), ("fire", "DISASTER"),
         [("fire", "causeOf", "damage", "damage from the great fire")]),
        ("A landslide, caused by the storm, shut the road.", ("landslide", "DISASTER"), ("storm", "DISASTER"), []),
        ("A landslide triggered by the storm shut the road.", ("landslide", "DISASTER"), ("storm", "DISASTER"),
         [("storm", "causeOf", "landslide", "landslide triggered by the storm")]),
        ("The fire that caused two tons of damage is out.", ("fire", "DISASTER"), ("damage", "COERCE"),
         [("fire", "causeOf", "damage", "fire that caused two tons of damage")]),
        ("A boy was killed by a guard during the rally.", ("killed", "ASSAULT"), ("rally", "PROTEST"),
         [("killed", "partOf", "rally", "killed by a guard during the rally")]),
        ("Two were hurt in the crash.", ("hurt", "ASSAULT"), ("crash", "DISASTER"),
         [("hurt", "partOf", "crash", "hurt in the crash")]),
        ("He is charged with murder in the shooting.", ("murder", "ASSAULT"), ("shooting", "ASSAULT"), []),
        ("Some died in 1998 and the flood was forgotten.", ("died", "DISASTER"), ("flood", "DISASTER"), []),
        ("A vigil for the slain clerk was held.", ("vigil", "PROTEST"), ("slain", "ASSAULT"),
         [("vigil", "responseTo", "slain", "vigil for the slain")]),
        ("They led the inquiry into the shooting.", ("inquiry", "ACCUSE/investigate"), ("shooting", "ASSAULT"),
         [("inquiry", "responseTo", "shooting", "inquiry into the shooting")]),
        ("They led the protest and an inquiry into the shooting.", ("protest", "PROTEST"), ("shooting", "ASSAULT"), []),
    ],
)
def test_what_stands_between_two_events_ties_them(
    sentence: str, one: tuple[str, str], other: tuple[str, str], expected: list[tuple[str, str, str, str]]
) -> None:
    found = links(sentence, other, one)
    assert [(link.one, link.link, link.other, link.quote.text) for link in found] == expected
    for link in found:
        assert sentence[link.quote.start : link.quote.end] == link.quote.text


def test_what_did_not_happen_is_tied_to_nothing() -> None:
    events = ("hurt", "ASSAULT"), ("crash", "DISASTER")
    assert not links("None hurt in the crash.", *events, factuality="negated")


def test_what_stands_between_counts_where_the_story_has_it() -> None:
    sentence = "Two were killed in the burning bus crash on Monday."
    told = ("killed", "ASSAULT"), ("burning", "DISASTER"), ("crash", "DISASTER")
    assert [link.other for link in links(sentence, *told)] == ["burning"]
    assert [link.other for link in links(sentence, *told, among=("killed", "crash"))] == ["crash"]
    assert not links(sentence, *told, among=("burning", "crash"))


def raid_and_vigil() -> list[Record]:
    """Two papers on a raid, of which the second tells it again, with the vigil for it."""
    sentence = "A vigil for those bombed was held on Friday."
    record = reported("b", 14, "two pilots of the ferry", (sentence, "vigil", "PROTEST", "demo"))
    at = record.article.text.index(sentence) + sentence.index("bombed")
    again = msgspec.structs.replace(record.events[0], id="v3", start=at, end=at + 6, same_as="v1")
    record = msgspec.structs.replace(record, events=(*record.events, again))
    return [reported("a", 14, "the wounded port master"), record]


def test_a_link_that_one_article_tells_is_of_the_node_of_all() -> None:
    graph = KnowledgeGraph.from_records(raid_and_vigil())
    (story,) = find_stories(graph.nx)
    (link,) = graph.stories()["links"]
    assert graph.nx.nodes[story.main]["sources"] == 2
    assert link.endswith(f"responseTo {graph.nx.nodes[story.main]['label']}")
    assert graph.sparql("SELECT ?e { ?e ng:responseTo ?main . ?story ng:mainEvent ?main }").shape[0] == 1
