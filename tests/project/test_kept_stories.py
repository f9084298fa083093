"""A story keeps its key, whatever becomes the main event, and leaves a trace where it joins another."""

from __future__ import annotations

import random
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import newsgraph as ng
from newsgraph.articles import Article
from newsgraph.graph.events.stories import find_stories
from newsgraph.graph.ledger import STORY, Ledger
from newsgraph.project.packing import pack_places, unpack_places
from newsgraph.rdf.validation import validate_file
from newsgraph.records import Entity, Event, Mention, Record
from tests.project.test_saving import adding, changed, written
from tests.project.test_schema import of_schema

TOLD = {
    "raid": ("The Red Front bombed the fish market of Vesper on Tuesday and killed 14 people.", "Red Front", "bombed",
             "ASSAULT", "2026-05-05"),
    "march": ("Thousands of widows marched through Vesper on Friday with candles and drums.", "widows", "marched",
              "PROTEST", "2026-05-08"),
    "strike": ("The dockers of Quillon struck in the harbour on Friday over pay and hours.", "dockers", "struck",
               "PROTEST", "2026-05-08"),
}  # fmt: skip


def telling(name: str, *events: str, sign: str = "Told by {}.") -> Record:
    """An article that tells some events, a sentence each, and that is no copy of another."""
    text = " ".join((*(TOLD[event][0] for event in events), sign.format(name)))
    entities, mentions, told, sentences = [], [], [], [(text.rindex(". ") + 2, len(text))]
    for number, (sentence, who, word, kind, day) in enumerate(TOLD[event] for event in events):
        start, at, actor = text.index(word), text.index(who), f"m{number}"
        entities.append(Entity(id=f"e{number}", kind="Group", name=who))
        mentions.append(Mention(id=actor, entity=f"e{number}", start=at, end=at + len(who), text=who, kind="Group",
                                form="name"))  # fmt: skip
        told.append(Event(id=f"v{number}", start=start, end=start + len(word), text=word, kind=kind, agents=(actor,),
                          time=day, factuality="actual", main=True))  # fmt: skip
        sentences.append((begin := text.index(sentence), begin + len(sentence)))
    return Record(
        article=Article(id=name, text=text, published="2026-05-09"), entities=tuple(entities),
        mentions=tuple(mentions), events=tuple(told), sentences=tuple(sorted(sentences)),
    )


def stories(graph: str) -> dict[str, str]:
    """The stories of N-Quads with their main events."""
    return dict(re.findall(r"/(story/\S+)> <\S+#mainEvent> <\S+/(event/\S+)>", graph))


def replaced(graph: str) -> dict[str, str]:
    """Which stories are replaced by which."""
    return dict(re.findall(r"/(story/\S+)> <\S+/isReplacedBy> <\S+/(story/\S+)>", graph))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "p.newsgraph"


def test_a_story_keeps_its_key_when_another_event_becomes_the_main_one(path: Path) -> None:
    first, more, fewer = changed(
        path, adding(telling("a", "raid", "march"), telling("b", "raid", "march"), telling("c", "raid")),
        adding(*(telling(name, "march") for name in "def")), lambda project: project.remove("d", "e", "f"),
    )
    ((key, raid),) = stories(first).items()
    assert "bombed" in raid and key == raid.replace("event/", "story/")
    ((still, march),) = stories(more).items()
    assert still == key and "marched" in march
    assert stories(fewer) == {key: raid} and not replaced(more) and not replaced(fewer)
    with ng.open_project(path) as project:
        (row,) = project.graph().stories().to_dict("records")
        assert (row["key"], row["event"]) == (key, raid)


def test_what_only_removed_articles_told_is_gone_and_comes_back(path: Path) -> None:
    pair = telling("s", "strike"), telling("t", "strike")
    both, one, back = changed(
        path, adding(telling("a", "raid"), telling("b", "raid"), *pair), lambda project: project.remove("t"),
        lambda project: project.add(pair[1], restore=True),
    )
    (strike,) = (key for key in stories(both) if "struck" in key)
    assert stories(one) == {key: event for key, event in stories(both).items() if key != strike}
    assert strike not in one and not replaced(one), "its articles are in no other story"
    assert stories(back) == stories(both)


def test_of_two_stories_that_a_later_article_joins_the_one_of_more_articles_stays(path: Path) -> None:
    apart, joined, parted = changed(
        path, adding(*(telling(name, "raid") for name in "mn"), *(telling(name, "march") for name in "opq")),
        adding(telling("x", "raid", "march")), lambda project: project.remove("x"),
    )
    raid, march = sorted(stories(apart))
    assert "bombed" in raid and "marched" in march
    assert set(stories(joined)) == {march} and replaced(joined) == {raid: march}
    assert not re.search(rf"/{raid}> <\S+sameAs>", joined), "it has articles of another, too"
    assert stories(parted) == stories(apart) and not replaced(parted)
    with ng.open_project(path) as project:
        project.add(telling("x", "raid", "march"), restore=True)
        for _ in range(2):  # built, and as it is kept
            graph = project.graph()
            (story,) = find_stories(graph.nx)
            assert (story.key, story.replaces) == (march, (raid,))
            assert validate_file(graph.save(path.with_name("joined.ttl"))) == []
    copy = path.with_name("another.newsgraph")
    graph.save(copy)
    with ng.open_project(copy) as project:
        files = project.graph().save(path.with_name("a.nt")), graph.save(path.with_name("b.nt"))
        assert files[0].read_bytes() == files[1].read_bytes()


def test_of_as_many_articles_the_older_key_stays(path: Path) -> None:
    *_, joined = changed(
        path, adding(telling("m", "march"), telling("n", "march")), adding(telling("o", "raid"), telling("p", "raid")),
        adding(telling("x", "raid", "march")),
    )
    ((key, main),) = stories(joined).items()
    assert "marched" in key and "bombed" in main
    ((old, new),) = replaced(joined).items()
    assert "bombed" in old and new == key


def test_the_key_of_a_story_is_given_to_no_other(path: Path) -> None:
    """Articles of another story, of which the main event is the one that the key was made of."""
    first, gone, other = changed(
        path, adding(telling("a", "raid", "march"), telling("b", "raid", "march"), telling("c", "raid")),
        lambda project: project.remove("a", "b"), adding(telling("x", "raid")),
    )
    (key,) = stories(first)
    assert not stories(gone) and set(stories(other)) == {key}, "one of its articles is left"
    first, gone, other = changed(
        path.with_name("q.newsgraph"), adding(telling("a", "raid"), telling("b", "raid"), telling("c", "march")),
        lambda project: project.remove("a", "b"), adding(telling("x", "raid"), telling("y", "raid")),
    )
    assert not stories(gone) and not set(stories(other)) & set(stories(first))


def test_an_article_whose_text_is_another_takes_no_key_along(path: Path) -> None:
    first, edited = changed(
        path, adding(telling("a", "raid"), telling("b", "raid"), telling("s", "strike")),
        lambda project: project.update(
            [telling(name, "strike", sign="More in {} soon.") for name in "ab"], on_problem=lambda problem: None
        ),
    )
    assert len(stories(first)) == len(stories(edited)) == 1 and not set(stories(first)) & set(stories(edited))
    assert not replaced(edited)


@pytest.mark.parametrize("seed", range(2))
def test_whatever_happens_it_is_the_same_from_memory_and_from_the_disk(path: Path, seed: int) -> None:
    chance = random.Random(seed)

    def step(project: ng.Project) -> None:
        names = [article.id for article in project.articles()]
        project.remove(*chance.sample(names, min(chance.randrange(4), len(names))))
        project.add([
            telling(chance.choice("abcdefghij"), *chance.sample(sorted(TOLD), chance.choice((1, 1, 2))))
            for _ in range(4)
        ], restore=True, on_problem=lambda problem: None)  # fmt: skip

    for _ in range(3):
        with ng.open_project(path) as project:
            step(project)
        graph = written(path)
        assert not set(stories(graph)) & set(replaced(graph)) and set(replaced(graph).values()) <= set(stories(graph))
        with closing(sqlite3.connect(path)) as connection:
            known = {key for (key,) in connection.execute("SELECT key FROM story_key")}
            assert set(stories(graph)) <= known <= {key for (key,) in connection.execute("SELECT key FROM node_key")}
    assert written(path) == graph, "the same again is the same"


def test_a_project_of_the_schema_before_has_its_stories(path: Path, tmp_path: Path) -> None:
    with ng.open_project(path) as project:
        project.add([telling("a", "raid"), telling("b", "raid")])
        before = project.graph().save(tmp_path / "before.nq").read_text("utf-8")
    old = tmp_path / "old.newsgraph"
    of_schema(8, path, old)
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("DELETE FROM node_key WHERE key GLOB 'story/*'")
        for article, data in connection.execute("SELECT article, data FROM node_place").fetchall():
            places = {sort: at for sort, at in unpack_places(data).items() if sort != STORY}
            connection.execute("UPDATE node_place SET data = ? WHERE article = ?", (pack_places(places), article))
    assert stories(written(old)) == stories(before) != {}
    with ng.open_project(old) as project:
        project.add([telling(name, "raid", "march") for name in "cd"])
        project.add([telling(name, "march") for name in "efgh"])
    assert set(stories(written(old))) == set(stories(before))


def test_without_a_project_a_story_is_called_by_its_main_event() -> None:
    records = [telling("a", "raid", "march"), telling("b", "raid", "march"), telling("c", "raid")]
    graph = ng.KnowledgeGraph.from_records(records)
    kept = ng.KnowledgeGraph.from_records(records, ledger=Ledger())
    assert "story_keys" not in graph.nx.graph
    assert graph.to_rdf().serialize(format="nt").split() and find_stories(graph.nx) == find_stories(kept.nx)
    assert kept.corpus.ledger is not None and kept.corpus.ledger.stories == (find_stories(graph.nx)[0].key,)


def test_a_part_calls_its_stories_as_the_whole_does(path: Path) -> None:
    with ng.open_project(path) as project:
        project.add([telling(name, "raid", "march") for name in "ab"])
        project.add([telling(name, "march") for name in "cdef"])
        (whole,) = find_stories(project.graph().nx)
        (part,) = find_stories(project.graph().around("Red Front", hops=2).nx)
        assert part.key == whole.key
