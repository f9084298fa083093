"""A corpus in a file: what is added, changed, known, taken out, and what could not be read."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from pathlib import Path

import pytest

import newsgraph as ng
from newsgraph.sources import Problem
from tests.project.conftest import STORY


def turtle(graph: ng.KnowledgeGraph, path: Path) -> bytes:
    return graph.save(path).read_bytes()


def test_records_are_taken_in_and_the_graph_is_theirs(record_file: Path, tmp_path: Path) -> None:
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        assert str(project.add(record_file)) == "2 added"
        assert str(project.add(record_file)) == "0 added, 2 known already"
        made = turtle(project.graph(), tmp_path / "a.ttl")
        assert project.versions() == {"given as records": 2}
    assert made == turtle(ng.build(record_file), tmp_path / "b.ttl")
    assert made == turtle(ng.build(tmp_path / "p.newsgraph"), tmp_path / "c.ttl")
    assert [r.article.id for r in ng.extract([tmp_path / "p.newsgraph", record_file], on_problem=lambda p: None)] == [
        "one", "two",
    ]  # fmt: skip


def test_articles_grow_change_and_go(folder: Path, tmp_path: Path) -> None:
    heard: list[Problem] = []
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        assert str(project.add(folder, on_problem=heard.append)) == "3 added, 1 failed"
        assert [p.origin for p in heard] == [str(folder / "void.txt")]
        ids = {article.source: article.id for article in project.articles()}
        assert list(ids) and set(ids) == {"articles/north.txt", "articles/south.txt", "articles/west.txt"}
        (folder / "north.txt").write_text(STORY.format("every"), encoding="utf-8")
        (folder / "west.txt").unlink()
        assert str(project.add(folder, on_problem=heard.append)) == "0 added, 1 changed, 1 known already, 1 failed"
        assert {a.source: a.id for a in project.articles()} == ids, "a changed article keeps its id"
        assert str(project.update(folder, on_problem=heard.append)) == (
            "0 added, 1 removed, 2 known already, 1 failed"
        )
        assert [a.source for a in project.articles() if a.source == "articles/west.txt"] == []
        assert project.remove("articles/south.txt") == 1 and len(project) == 1
        with pytest.raises(ng.ProjectError, match="no article 'nothing'"):
            project.remove("nothing")
        assert "every port" in next(project.records()).article.text


def test_what_is_taken_out_leaves_nothing(record_file: Path, tmp_path: Path) -> None:
    first, _ = record_file.read_bytes().splitlines(keepends=True)
    (tmp_path / "first.jsonl").write_bytes(first)
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        project.add(record_file)
        project.remove("two")
        assert turtle(project.graph(), tmp_path / "a.nt") == turtle(
            ng.build(tmp_path / "first.jsonl"), tmp_path / "b.nt"
        )


def test_two_articles_of_one_id_are_both_kept_unless_one_replaces(record_file: Path, tmp_path: Path) -> None:
    line = json.loads(record_file.read_bytes().splitlines()[0])
    line["article"]["title"] = "Port, corrected"
    line["article"]["text"] += " "
    (tmp_path / "other.jsonl").write_text(json.dumps(line))
    edited = line | {"article": line["article"] | {"text": line["article"]["text"] + "More."}}
    (tmp_path / "third.jsonl").write_text(json.dumps(edited))
    heard: list[Problem] = []
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        project.add(record_file)
        assert str(project.add(tmp_path / "other.jsonl", on_problem=heard.append)) == "0 added, 1 known already"
        assert "left out as the same text as one" in str(heard[-1])
        assert str(project.add(tmp_path / "third.jsonl", on_problem=heard.append)) == "1 added"
        assert "another article has the id 'one' too; this one is called 'one-" in str(heard[-1])
        names = [a.id for a in project.articles()]
        assert names[0] == "one" and names[1].startswith("one-") and names[2] == "two"
        assert [r.article.id for r in project.records()] == names
        assert str(project.update(tmp_path / "other.jsonl", on_problem=heard.append)) == "0 added, 1 changed"
        assert next(project.records()).article.title == "Port, corrected"


def test_failures_are_listed_and_tried_again(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from newsgraph.language import pipeline

    read = pipeline.read_articles

    def breaks(articles, nlp, **options):  # type: ignore[no-untyped-def]
        if any("south port" in a.text for a in articles):
            raise RuntimeError("no parse")
        return read(articles, nlp, **options)

    monkeypatch.setattr(pipeline, "read_articles", breaks)
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        assert str(project.add(folder, on_problem=lambda p: None)) == "3 added, 2 failed"
        assert len(project) == 2
        void, south = project.failures()
        assert void.name == "articles/void.txt" and "no parse" in south.reason
        assert str(project.add(folder, on_problem=lambda p: None)) == "0 added, 3 known already, 1 failed"
        monkeypatch.setattr(pipeline, "read_articles", read)
        project.add(retry=[south.name])
        assert len(project) == 3 and [f.name for f in project.failures()] == [void.name]
        (folder / "void.txt").write_text(STORY.format("last"), encoding="utf-8")
        assert str(project.add(retry=[])) == "1 added"
        assert len(project) == 4 and not project.failures()


def test_another_version_reads_again_when_asked(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsgraph.reader import Reader

    with ng.open_project(tmp_path / "p.newsgraph") as project:
        project.add(folder, on_problem=lambda p: None)
        before = list(project.records())
        (version,) = project.versions()
        assert version.startswith(f"newsgraph {ng.__version__}:") and "en_core_web_md" in version
        monkeypatch.setattr(Reader, "version", lambda self: "newsgraph of tomorrow")
        assert str(project.add(folder / "north.txt")) == "0 added, 1 known already"
        assert project.versions() == {version: 3}
        assert str(project.add(again=True)) == "0 added, 3 read again"
        assert project.versions() == {"newsgraph of tomorrow": 3} and project.info()["records"] == 6
        assert list(project.records()) == before


def test_it_is_one_file_when_closed_and_can_be_moved(folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    with ng.open_project(home / "p.newsgraph") as project:
        project.add(folder / "north.txt")
        assert repr(project).endswith("p.newsgraph': 1 articles>")
    assert [p.name for p in home.iterdir()] == ["p.newsgraph"]
    (home / "p.newsgraph").rename(tmp_path / "moved.newsgraph")
    (tmp_path / "moved.newsgraph").chmod(0o400)
    assert len(ng.build(tmp_path / "moved.newsgraph").articles()) == 1


def test_what_is_no_project_is_a_line(tmp_path: Path) -> None:
    text, other, newer = (tmp_path / f"{name}.newsgraph" for name in ("text", "other", "newer"))
    text.write_text("Norway met Sweden. " * 100)
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE ship (name TEXT)")
    database.close()
    ng.open_project(newer).close()
    with sqlite3.connect(newer) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    for path, words in (
        (text, "is no project of newsgraph"), (other, "is a database, but no project"), (newer, "newer newsgraph"),
        (tmp_path / "none" / "p.newsgraph", "there is no folder"),
    ):  # fmt: skip
        with pytest.raises(ng.ProjectError, match=words):
            ng.open_project(path)
    with pytest.raises(ng.ProjectError, match="there is no such project; make it with `newsgraph add"):
        ng.open_project(tmp_path / "none.newsgraph", create=False)


def test_two_writers_at_once(tmp_path: Path, record_file: Path) -> None:
    one, two = (ng.open_project(tmp_path / "p.newsgraph") for _ in range(2))
    first, second = record_file.read_bytes().splitlines(keepends=True)
    (tmp_path / "first.jsonl").write_bytes(first)
    (tmp_path / "second.jsonl").write_bytes(second + first)
    assert str(one.add(tmp_path / "first.jsonl")) == "1 added"
    assert str(two.add(tmp_path / "second.jsonl")) == "1 added, 1 known already"
    assert len(one) == len(two) == 2
    one.close()
    two.close()
    assert sorted(p.name for p in tmp_path.glob("p.newsgraph*")) == ["p.newsgraph"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are Unicode there")
def test_a_file_whose_name_is_not_utf_8_is_kept_found_and_taken_out(folder: Path, tmp_path: Path) -> None:
    name = os.fsdecode(b"n\xf8rd.txt")
    (folder / "north.txt").rename(folder / name)
    (folder / os.fsdecode(b"\xff.txt")).write_text(" ")
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        assert str(project.add(folder, on_problem=lambda problem: None)) == "3 added, 2 failed"
        assert r"articles/n\xf8rd.txt" in {article.source for article in project.articles()}
        assert r"articles/\xff.txt" in {failure.name for failure in project.failures()}
        (folder / os.fsdecode(b"\xff.txt")).write_text(STORY.format("every"))
        assert str(project.add(retry=[str(folder / os.fsdecode(b"\xff.txt"))])) == "1 added"
        assert str(project.update(folder / name)) == "0 added, 1 known already"
        assert project.remove(str(folder / name)) == 1
        assert project.remove(r"articles/\xff.txt") == 1
