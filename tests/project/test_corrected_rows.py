"""A row without an id that was corrected takes the place of its former self, and no article of another day is lost."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import newsgraph as ng
from newsgraph.articles import Article
from newsgraph.project import adding
from newsgraph.project.corrected_rows import FileRows, find_corrected
from newsgraph.reader import Outcome, Reader
from newsgraph.record_lines import to_json, write_records
from newsgraph.records import Record
from newsgraph.sources import Problem

PLACES = ("Vesper", "Torva", "Norhavn", "Ilm", "Sund", "Karst", "Ostia", "Lund", "Bremer", "Dahl")
MILD = "The weather in {} was mild, and many people walked along the river."

OTHERS = "Voters in {} elected a mayor. She promised cheaper trams, new schools and a bridge within four years."


@pytest.fixture
def reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read does not matter: the record of an article is empty."""

    def outcomes(articles, reader, jobs, *, apart=False):  # type: ignore[no-untyped-def]
        return (Outcome(article, to_json(Record(article=article)), None) for article in articles)

    monkeypatch.setattr("newsgraph.project.adding.outcomes_of", outcomes)
    monkeypatch.setattr(Reader, "version", lambda self: "a reader")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ng.Project]:
    monkeypatch.chdir(tmp_path)
    with ng.open_project("p.newsgraph") as corpus:
        yield corpus


def story(place: str, more: str = "") -> str:
    return f"The port of {place} was closed on Monday after a fire. {MILD.format(place)}{more}"


def put(*texts: str, name: str = "feed.jsonl", **fields: str) -> str:
    Path(name).write_text("".join(json.dumps({"text": text, **fields}) + "\n" for text in texts))
    return name


def texts(project: ng.Project) -> set[str]:
    return {record.article.text for record in project.records()}


@pytest.mark.usefixtures("reads_nothing")
class TestFiles:
    """What `add` makes of a file that was read before."""

    def test_a_corrected_row(self, project: ng.Project) -> None:
        old = [story(place) for place in PLACES[:4]]
        project.add(put(*old))
        names = {article.id for article in project.articles()}
        for number, late in enumerate((" It was late.", " It was very late."), 1):
            new = [*old[:2], story(PLACES[2], late), old[3]]
            assert str(project.add(put(*new))) == "0 added, 1 changed, 3 known already"
            assert texts(project) == {*new} and {article.id for article in project.articles()} == names, number
        assert all(record.article.id in names for record in project.records())
        assert str(project.add(put(*old))) == "0 added, 1 changed, 3 known already"
        assert texts(project) == {*old}

    def test_in_a_table_and_in_records_of_it(self, project: ng.Project) -> None:
        def table(*given: str) -> str:
            with Path("feed.csv").open("w", newline="") as stream:
                csv.writer(stream).writerows([["text"], *([text] for text in given)])
            return "feed.csv"

        def records(*given: str) -> str:
            articles = [Article(text=text, origin=f"feed.csv, row {row}") for row, text in enumerate(given, 1)]
            with Path("records.jsonl").open("wb") as stream:
                write_records([Record(article=article) for article in articles], stream)
            return "records.jsonl"

        one, two, three = (story(place) for place in PLACES[:3])
        project.add(table(one, two, three))
        assert str(project.add(table(one, f"{two} It was late.", three))) == "0 added, 1 changed, 2 known already"
        assert project.add(records(one, f"{two} It was very late.", three)).added == 0
        assert texts(project) == {one, f"{two} It was very late.", three}
        heard: list[Problem] = []
        part = records(f"{two} It was quite late.")
        assert str(project.add(part, on_problem=heard.append)) == "1 added", "what is gone is not known"
        assert not heard and texts(project) == {one, f"{two} It was very late.", three, f"{two} It was quite late."}

    def test_beside_others_that_are_put_before_it(self, project: ng.Project) -> None:
        old = [story(place) for place in PLACES[:5]]
        project.add(put(*old))
        project.add(put(story("Tarn"), *old))
        new = [story("Ulm"), story("Tarn"), *old[:3], story(PLACES[3], " It was late."), old[4]]
        assert str(project.add(put(*new))) == "1 added, 1 changed, 5 known already"
        assert texts(project) == {*new}

    def test_the_articles_of_another_day_are_others(self, project: ng.Project) -> None:
        heard: list[Problem] = []
        one, two = [story(place) for place in PLACES[:5]], [OTHERS.format(place) for place in PLACES[5:]]
        project.add(put(*one))
        assert str(project.add(put(*two), on_problem=heard.append)) == "5 added"
        both = put(*two, *one[:2], story("Ulm"))
        assert str(project.add(both, on_problem=heard.append)) == "1 added, 7 known already"
        assert not heard and texts(project) == {*one, *two, story("Ulm")}

    def test_what_is_told_in_the_same_words_on_another_day(self, project: ng.Project) -> None:
        heard: list[Problem] = []
        for day, price in (("2026-05-06", "45"), ("2026-05-07", "46")):
            daily = [f"{story(place)} Oil was sold at {price} dollars." for place in PLACES[:3]]
            assert str(project.add(put(*daily, published=day), on_problem=heard.append)) == "3 added"
        assert len(project) == 6
        assert [problem.message for problem in heard] == [
            "no longer holds 3 articles much like what is new in it, maybe the same uncorrected, so both stay"
        ]
        assert project.add(put(*daily, published="2026-05-07"), on_problem=heard.append).known == 3
        assert len(heard) == 1, "it is told of once"

    def test_where_the_most_is_gone_the_file_is_another(self, project: ng.Project) -> None:
        heard: list[Problem] = []
        project.add(put(*(story(place) for place in PLACES[:5])))
        new = [story("Ulm"), story("Tarn"), story(PLACES[2], " The fire was put out."), story("Wiek")]
        assert str(project.add(put(*new), on_problem=heard.append)) == "4 added"
        assert len(heard) == 1 and not heard[0].lost and "`newsgraph update p.newsgraph FILE` takes" in str(heard[0])
        assert len(project) == 9

    def test_a_window_that_moves_on(self, project: ng.Project) -> None:
        heard: list[Problem] = []
        old = [story(place) for place in PLACES[:6]]
        project.add(put(*old))
        new = [story(PLACES[5], " The fire was put out on Tuesday."), *old[:5]]
        assert str(project.add(put(*new), on_problem=heard.append)) == "1 added, 5 known already"
        assert len(heard) == 1 and texts(project) == {*old, *new}

    def test_a_row_of_one_sentence_needs_its_day(self, project: ng.Project) -> None:
        old, new = (f"The port of Vesper was {word} on Monday after a fire." for word in ("closed", "shut"))
        other = story("Ulm")
        project.add(put(old, other))
        assert str(project.add(put(new, other), on_problem=lambda problem: None)) == "1 added, 1 known already"
        project.add(put(old, other, name="dated.jsonl", published="2026-05-06"), on_problem=lambda problem: None)
        done = project.add(put(new, other, name="dated.jsonl", published="2026-05-06"), on_problem=lambda problem: None)
        assert done.added == 0

    def test_update_lets_it_take_its_place_too(self, project: ng.Project) -> None:
        old = [story(place) for place in PLACES[:4]]
        project.add(put(*old))
        names = {article.id for article in project.articles()}
        new = [story(PLACES[0], " It was late."), *old[1:3]]
        assert str(project.update(put(*new))) == "0 added, 1 changed, 1 removed, 2 known already"
        assert texts(project) == {*new} and {article.id for article in project.articles()} < names

    def test_a_part_of_the_articles_changes_no_places(self, project: ng.Project) -> None:
        old = [story(place) for place in PLACES]
        project.add(put(*old))
        new = [story(PLACES[0], " It was late."), *old[1:]]
        for shard in ((1, 2), (2, 2)):
            project.add(put(*new), shard=shard)
        assert len(project) == 11
        assert str(project.add(put(*new))) == "0 added, 1 changed, 9 known already"
        assert texts(project) == {*new}

    def test_what_another_file_holds_stays(self, project: ng.Project) -> None:
        old = [story(place) for place in PLACES[:4]]
        project.add([put(*old), put(old[0], name="other.jsonl")], on_problem=lambda problem: None)
        new = [story(PLACES[0], " It was late."), *old[1:]]
        project.add(put(*new), on_problem=lambda problem: None)
        assert texts(project) == {*old, *new}

    def test_a_run_that_broke_off_and_goes_on(self, project: ng.Project, monkeypatch: pytest.MonkeyPatch) -> None:
        old = [story(place) for place in PLACES[:4]]
        project.add(put(*old))
        new = [*old[:3], story(PLACES[3], " It was late."), story("Ulm")]
        with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
            patch.setattr(adding, "settle_rows", lambda run, **options: (_ for _ in ()).throw(KeyboardInterrupt))
            project.add(put(*new))
        assert len(project) == 6
        assert str(project.add(put(*new))) == "0 added, 1 changed, 4 known already"
        assert texts(project) == {*new}

    def test_in_a_project_that_kept_no_places(self, project: ng.Project) -> None:
        old = [story(place) for place in PLACES[:4]]
        project.add(put(*old))
        project.close()
        with closing(sqlite3.connect("p.newsgraph")) as database, database:
            database.execute("UPDATE article SET part = '?' WHERE NOT alone AND source IS NOT NULL")
        with ng.open_project("p.newsgraph") as again:
            new = [*old[:3], story(PLACES[3], " It was late.")]
            assert str(again.add(put(*new))) == "0 added, 1 changed, 3 known already"
            assert texts(again) == {*new}
            assert not again.connection.execute("SELECT 1 FROM article WHERE part = '?'").fetchall()


def test_keys_and_decisions_go_with_it(project: ng.Project) -> None:
    first = "Prime Minister Lena Marsh met Omar Haddad in Oslo on Monday. Police arrested six people."
    project.add(put(first, story(PLACES[0])))
    graph = project.graph()
    project.decide(graph.to_rename("Lena Marsh", "Lena B. Marsh"), graph.to_judge("drop", "Police arrested six people"))
    before = {key: data["label"] for key, data in project.graph().nx.nodes(data=True)}
    assert before["person/lena-marsh"] == "Lena B. Marsh"
    project.add(put(f"The talks go on. {first}", story(PLACES[0])))
    assert len(project) == 2 and not project.unfit()
    after = {key: data["label"] for key, data in project.graph().nx.nodes(data=True)}
    assert after.keys() == before.keys() and after["person/lena-marsh"] == "Lena B. Marsh"


def test_each_row_takes_one_place() -> None:
    """Two that are like one: the one that shares most of it is its later self."""
    given = [story("Vesper"), story("Ulm"), story("Tarn"), story("Vesper", " It was late."), MILD.format("Vesper")]
    articles = {number: Article(text=text) for number, text in enumerate(given)}
    rows = FileRows({0: (1,), 1: (2,), 2: (3,)}, {1: (1,), 4: (2,), 3: (3,), 2: (4,)})
    assert find_corrected(rows, articles) == ({}, [0]), "it stood before the first"
    rows = FileRows({1: (1,), 0: (2,), 2: (3,)}, {1: (1,), 4: (2,), 3: (3,), 2: (4,)})
    assert find_corrected(rows, articles) == ({0: 3}, [])
    assert find_corrected(rows, {0: articles[0]}) == ({}, []), "those of an id are known by that"
