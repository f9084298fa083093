"""What is given again, changed, or ends the process that reads it."""

from __future__ import annotations

import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

import newsgraph as ng
from newsgraph.record_lines import read_records, to_json, write_records
from newsgraph.records import Record
from newsgraph.sources import Problem
from tests.test_cli import run
from tests.test_workers import write_fragile_model


@pytest.fixture
def found(record_file: Path) -> list[Record]:
    """The records of a file."""
    return list(read_records(record_file.read_bytes().splitlines()))


def remade(records: list[Record], version: str, names: str = "") -> list[Record]:
    """Records of the same articles by another version, which calls its first entity otherwise."""
    made = []
    for record in records:
        entities = record.entities
        if names:
            entities = (msgspec.structs.replace(entities[0], name=names), *entities[1:])
        made.append(msgspec.structs.replace(record, entities=entities, made_by={"newsgraph": version}))
    return made


def test_records_that_have_changed_take_the_place_of_the_older(found: list[Record], tmp_path: Path) -> None:
    old, new = remade(found, "1"), remade(found, "2", "Noreg")
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        assert str(project.add(old)) == "2 added"
        assert project.versions() == {"given as records, made by newsgraph 1": 2}
        assert str(project.add(new)) == "0 added, 2 changed"
        assert list(project.records()) == new
        assert project.versions() == {"given as records, made by newsgraph 2": 2}
        assert str(project.add(new)) == "0 added, 2 known already"
        assert str(project.add(old)) == "0 added, 2 known already", "what is older was taken in before"
        assert list(project.records()) == new
        edited = remade(found, "2", "Norge")
        assert str(project.update(edited)) == "0 added, 2 changed"
        assert list(project.records()) == edited
        assert str(project.add(again=True)) == "0 added", "records are not read again"


def test_a_record_of_another_name_and_file_is_the_same(found: list[Record], tmp_path: Path) -> None:
    moved = [
        msgspec.structs.replace(r, article=msgspec.structs.replace(r.article, id=f"{r.article.id}!", origin="x.txt"))
        for r in found
    ]
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        project.add(found)
        assert str(project.add(moved)) == "0 added, 2 known already"
        changed = remade(moved, "3", "Noreg")
        assert str(project.add(changed)) == "0 added, 2 changed"
        assert [r.article.id for r in project.records()] == ["one", "two"]


def test_an_article_that_ends_its_process_costs_only_itself(tmp_path: Path) -> None:
    write_fragile_model(tmp_path)
    texts = {"a": "Norway met Sweden.", "bad": "Omega met Norway.", "c": "Ana Torv met Norway."}
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in texts.items()))

    def add(*options: str) -> subprocess.CompletedProcess[bytes]:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}
        command = [sys.executable, "-m", "newsgraph", "add", "p.newsgraph", *options, "--model", "fragile_model"]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)

    assert add("a.jsonl").returncode == -signal.SIGKILL
    second = add("a.jsonl")
    assert second.returncode == 1 and second.stderr.endswith(b"p.newsgraph: 3 added, 1 failed; 2 articles\n")
    assert b"a.jsonl, line 2: the process that read this article ended (by SIGKILL" in second.stderr
    assert add("a.jsonl").returncode == 0, "it is not read again unless it is asked for"
    assert add("--retry").returncode == 1


@pytest.fixture
def lines(found: list[Record], tmp_path: Path) -> Path:
    """A file of records, in a folder, of which one line is none."""
    path = tmp_path / "a" / "x.jsonl"
    path.parent.mkdir()
    path.write_bytes(to_json(found[0]) + b"\n{\"article\": {\"text\": 1}}\n")
    return path


def test_failures_are_of_files_wherever_one_stands(
    lines: Path, found: list[Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Problem] = []
    monkeypatch.chdir(tmp_path)
    with ng.open_project("p.newsgraph") as project:
        project.add("a/x.jsonl", on_problem=heard.append)
        (failure,) = project.failures()
        monkeypatch.chdir(lines.parent)
        project.add("../a/x.jsonl", on_problem=heard.append)
        project.add(retry=[failure.name], on_problem=heard.append)
        assert project.failures() == [failure] and failure.name == "a/x.jsonl, line 2"
        with lines.open("wb") as stream:
            write_records(found, stream)
        assert str(project.add("x.jsonl")) == "1 added, 1 known already"
        assert project.failures() == [], "it was mended"


def test_what_failed_and_is_gone_can_be_struck_off(
    lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Problem] = []
    monkeypatch.chdir(tmp_path)
    (lines.parent / "void.txt").write_text("")
    with ng.open_project("p.newsgraph") as project:
        project.add("a", on_problem=heard.append)
        assert {f.name for f in project.failures()} == {"a/void.txt", "a/x.jsonl, line 2"}
        (lines.parent / "void.txt").unlink()
        project.add(retry=["a/void.txt"], on_problem=heard.append)
        assert [f.reason for f in project.failures() if f.name == "a/void.txt"] == ["there is no such file"]
        project.update("a", on_problem=heard.append)
        assert [f.name for f in project.failures()] == ["a/x.jsonl, line 2"]
        assert project.remove("a/x.jsonl, line 2") == 0 and project.failures() == []


def test_a_list_of_other_names_is_a_mistake(lines: Path, tmp_path: Path) -> None:
    run("add", "p.newsgraph", "a", cwd=tmp_path)
    (tmp_path / "list").write_text("nothing\n")
    wrong = run("add", "p.newsgraph", "--retry", "list", cwd=tmp_path)
    assert wrong.returncode == 2 and b"nothing that failed is called 'nothing'" in wrong.stderr
    listed = run("failed", "p.newsgraph", "--json", cwd=tmp_path)
    (tmp_path / "list").write_bytes(listed.stdout + b"nothing\n")
    tried = run("add", "p.newsgraph", "--retry", "list", cwd=tmp_path)
    assert tried.returncode == 1 and b"note: nothing: is not among what failed" in tried.stderr
    database = sqlite3.connect(tmp_path / "p.newsgraph")
    assert database.execute("SELECT count(*) FROM run WHERE finished IS NULL").fetchone() == (0,)
    database.close()


def test_a_mistake_is_no_run_that_was_interrupted(found: list[Record], tmp_path: Path) -> None:
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        project.add(found)
        for given in (5, [5], b"text"):
            with pytest.raises(ng.SourceError, match=r"articles can't be read from that|articles are text"):
                project.add(given)
        for shard in ((3, 2), (0, 2)):
            for verb in (project.add, project.update):
                with pytest.raises(ng.SourceError, match="is no part of a whole"):
                    verb(found, shard=shard)
        assert project.info()["interrupted"] == 0 and len(project) == 2


def test_decisions_that_fit_nothing_any_more_are_counted(found: list[Record], tmp_path: Path) -> None:
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        project.add(found)
        graph = project.graph()
        project.decide(*(graph.to_rename(graph.nx.nodes[key]["label"], "X") for key in sorted(graph)[-1:]))
        assert project.info()["unfit"] == 0 and project.unfit() == ()
        for record in found:
            project.remove(record.article.id)
        assert project.info()["unfit"] == 1 and project.unfit() == tuple(project.decisions())


def test_records_under_the_name_of_a_document_are_records(found: list[Record], tmp_path: Path) -> None:
    path = tmp_path / "records.json"
    with path.open("wb") as stream:
        write_records(found, stream)
    assert list(ng.extract(path)) == found


def test_an_option_of_the_graph_is_none_of_add(tmp_path: Path) -> None:
    for verb in ("add", "update"):
        done = run(verb, "p.newsgraph", "a.txt", "--min-confidence", "0.9", cwd=tmp_path)
        assert done.returncode == 2 and b"No such option" in done.stderr


def _told(who: str) -> str:
    return f"Police arrested {who} in Oslo on Monday. The minister said that the quay would stay closed."


@pytest.mark.parametrize(
    "given",
    [
        lambda who: [_told(who)],
        lambda who: {"id": who, "text": _told(who)},
        lambda who: [{"text": _told(who)}],
        lambda who: pytest.importorskip("pandas").DataFrame([{"id": who, "text": _told(who)}]),
        lambda who: io.StringIO(_told(who)),
        lambda who: ng.Article(text=_told(who), origin="Reuters"),
    ],
    ids=["text", "dict", "dicts", "table", "stream", "article"],
)
def test_what_has_no_file_takes_nobodys_place(given: Callable[[str], object], tmp_path: Path) -> None:
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        for number, who in enumerate(("Bo Lund", "Ana Torv"), 1):
            assert str(project.add(given(who))) == "1 added"
            assert len(project) == number
        assert str(project.add(given("Bo Lund"))) == "0 added, 1 known already"
        assert str(project.update(given("Eva Holm"))) == "1 added" and len(project) == 3


def test_articles_of_one_origin_stay_beside_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "export.dat").write_text("what somebody's own program reads")
    for origin in ("Reuters", "export.dat"):
        with ng.open_project(f"{origin}.newsgraph") as project:
            some = [ng.Article(id=who, text=_told(who), origin=origin) for who in ("Bo Lund", "Ana Torv", "Eva Holm")]
            assert str(project.add(some[:2])) == "2 added"
            assert str(project.add(some[2])) == "1 added"
            assert [article.id for article in project.articles()] == ["Ana Torv", "Bo Lund", "Eva Holm"]


def test_a_changed_text_without_a_file_takes_its_place_with_update_alone(tmp_path: Path) -> None:
    heard: list[Problem] = []
    old, new, newest = ({"id": "one", "text": _told(who)} for who in ("Bo Lund", "Ana Torv", "Eva Holm"))
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        project.add(old)
        assert str(project.add(new, on_problem=heard.append)) == "1 added"
        assert "another article has the id 'one' too" in heard[0].message and "`update`" in heard[0].remedy
        assert len(project) == 2
        assert str(project.update(newest)) == "0 added, 1 changed"
        assert {record.article.text for record in project.records()} == {newest["text"], new["text"]}


@pytest.mark.parametrize("name", ["minutes, item 4 of the day.txt", "Annex, document 12.txt", "a, line 3, row 2.jsonl"])
def test_a_file_that_is_called_like_a_place_in_one(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        for text in ("Norway sent aid.", "Norway sent more aid."):
            path.write_text(json.dumps({"id": "a", "text": text}) if path.suffix == ".jsonl" else text)
            project.add(path)
            assert [one.source for one in project.articles()] == [name]
        assert project.remove(str(path)) == 1


def test_a_file_of_nothing_is_no_project(tmp_path: Path) -> None:
    (tmp_path / "void.txt").touch()
    with pytest.raises(ng.ProjectError, match=r"void\.txt: is empty, and no project; name a new file"):
        ng.open_project(tmp_path / "void.txt")
    assert not (tmp_path / "void.txt").stat().st_size
    (tmp_path / "void.newsgraph").touch()
    ng.open_project(tmp_path / "void.newsgraph").close()
