"""Names of events, as sure as names like them, and the name that an article without a title has."""

from __future__ import annotations

import pytest

from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.records import Entity, Event, Mention, Record


def told(text: str, name: str, *events: Event, title: str | None = "Title") -> Record:
    start = text.index(name) if name else 0
    return Record(
        article=Article(id="0123456789abcdef", text=text, title=title, published="2031-05-06"),
        entities=(Entity(id="e0", kind="Event", name=name),) if name else (),
        mentions=(
            Mention(id="m0", entity="e0", start=start, end=start + len(name), text=name, kind="Event", form="name"),
        ) if name else (),
        events=events, sentences=((0, len(text)),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "confidence"),
    [
        ("Tessland votes in the 2031 general election.", "2031 general election", 0.99),
        ("It was the bloodiest day of the Callum War.", "Callum War", 0.8),
        ("The Brescan Bishops Conference called for calm.", "Brescan Bishops Conference", None),
        ("They met at the Callum Fishery Conference in May.", "Callum Fishery Conference", 0.8),
        ("The World Conference on Straits ended without a text.", "World Conference on Straits", 0.8),
        ("The Callum Forum of 2031 ended.", "Callum Forum of 2031", 0.8),
    ],
)
def test_a_named_event_is_as_sure_as_names_like_it(text: str, name: str, confidence: float | None) -> None:
    events = KnowledgeGraph.from_records([told(text, name)]).events()
    assert list(events["event"]) == ([name] if confidence is not None else [])
    if confidence is not None:
        assert list(events["confidence"]) == [confidence]
    all_of_them = KnowledgeGraph.from_records([told(text, name)], min_confidence=0.0).events()
    assert list(all_of_them["event"]) == [name]


def test_a_name_makes_an_account_surer_only_where_it_is_surely_one_of_an_event() -> None:
    def deed(text: str, name: str, word: str) -> KnowledgeGraph:
        at = text.index(word)
        event = Event(id="v1", start=at, end=at + len(word), text=word, kind="CONSULT", name=name,
                      factuality="actual", confidence=0.3, main=True)
        return KnowledgeGraph.from_records([told(text, name, event)])

    summit = deed("The Horn Summit opened in Vesper.", "Horn Summit", "Summit")
    assert list(summit.events()["confidence"]) == [0.8]
    assert next(data for _, data in summit.nx.nodes(data=True) if data["type"] == "Event")["main"] is True
    assert deed("The Brescan Bishops Conference rose.", "Brescan Bishops Conference", "Conference").events().empty


@pytest.mark.parametrize(
    ("text", "title", "label"),
    [
        ("Rain fell on Vesper.", "Rain in Vesper", "Rain in Vesper"),
        ("Rain fell\n  on Vesper.", None, "Rain fell on Vesper."),
        ("Rain fell on Vesper for three days, and the bridge over the river went down with a bus on it.", None,
         "Rain fell on Vesper for three days, and the bridge over the…"),
        ("x" * 90, None, "x" * 60 + "…"),
        ("", None, "0123456789abcdef"),
    ],
)  # fmt: skip
def test_an_article_without_a_title_is_called_by_its_first_words(text: str, title: str | None, label: str) -> None:
    graph = KnowledgeGraph.from_records([told(text, "", title=title)])
    [article] = [data for _, data in graph.nx.nodes(data=True) if data["type"] == "Article"]
    assert article["label"] == label
    assert article.get("title") == title
