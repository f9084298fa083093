"""What a person removes stays out, what takes the place of what, and keys that are not kept."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import newsgraph as ng
from newsgraph.sources import Problem
from tests.test_cli import run

STORY = "Ana Torv urged Norland to open port {}."


def rows(path: Path, *numbers: int) -> Path:
    """A file of articles, which counts its rows from 1."""
    made = [{"id": str(row), "text": STORY.format(number)} for row, number in enumerate(numbers, 1)]
    path.write_text("".join(json.dumps(row) + "\n" for row in made))
    return path


def test_what_was_removed_stays_out_until_it_is_asked_for(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in (1, 2):
        (folder / f"{number}.txt").write_text(STORY.format(number))
    heard: list[Problem] = []
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        project.add(folder)
        assert project.remove(str(folder / "1.txt")) == 1
        for take in (project.add, project.update):
            assert str(take(folder, on_problem=heard.append)) == "0 added, 1 known already, 1 left out, removed before"
        assert [str(problem).partition(": was removed on 20")[0] for problem in heard] == [str(folder / "1.txt")] * 2
        assert str(heard[0]).endswith("and is left out; to take it in again, give --restore (in Python, restore=True)")
        assert not heard[0].lost and len(project) == 1
        again = project.add(list(ng.extract(folder)), on_problem=heard.append)
        assert str(again) == "0 added, 1 known already, 1 left out, removed before"
        (folder / "1.txt").write_text(STORY.format(3))
        assert str(project.add(folder)) == "1 added, 1 known already"
        (folder / "1.txt").write_text(STORY.format(1))
        assert str(project.add(folder, restore=True)) == "0 added, 1 changed, 1 known already"
        assert str(project.update(folder)) == "0 added, 2 known already", "it is no longer one that was removed"
        (folder / "2.txt").unlink()
        assert str(project.update(folder)) == "0 added, 1 removed, 1 known already"
        (folder / "2.txt").write_text(STORY.format(2))
        assert str(project.update(folder)) == "1 added, 1 known already", "a file that was gone was not removed by hand"


def test_it_is_taken_in_again_on_the_command_line(tmp_path: Path) -> None:
    path = tmp_path / "p.newsgraph"
    (tmp_path / "a.txt").write_text(STORY.format(1))
    run("add", path, tmp_path / "a.txt")
    run("remove", path, tmp_path / "a.txt")
    told = run("add", path, tmp_path / "a.txt")
    assert told.returncode == 0 and b"0 added, 1 left out, removed before; 0 articles" in told.stderr
    assert b"1 added; 1 articles" in run("add", path, tmp_path / "a.txt", "--restore").stderr


def test_a_corrected_row_takes_its_place_under_whatever_name_it_is_kept(tmp_path: Path) -> None:
    heard: list[Problem] = []
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        project.add([rows(tmp_path / "a.jsonl", 1, 2), rows(tmp_path / "b.jsonl", 3, 4)], on_problem=heard.append)
        names = [one.id for one in project.articles()]
        assert len(names) == 4
        for take in (project.add, project.update):
            rows(tmp_path / "b.jsonl", 5 if take == project.add else 6, 4)
            assert "0 added, 1 changed" in str(take(tmp_path / "b.jsonl", on_problem=heard.append))
            assert [one.id for one in project.articles()] == names
        texts = sorted(record.article.text for record in project.records())
        assert texts == [STORY.format(number) for number in (1, 2, 4, 6)]


def test_the_ids_of_an_older_project_are_learnt_when_its_articles_are_met(tmp_path: Path) -> None:
    heard: list[Problem] = []
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        project.add([rows(tmp_path / "a.jsonl", 1, 2), rows(tmp_path / "b.jsonl", 3, 4)], on_problem=heard.append)
        names = [one.id for one in project.articles()]
        project.connection.execute("UPDATE article SET given = NULL")
        assert str(project.add(tmp_path / "b.jsonl", on_problem=heard.append)) == "0 added, 2 known already"
        rows(tmp_path / "b.jsonl", 5, 4)
        assert "0 added, 1 changed" in str(project.add(tmp_path / "b.jsonl", on_problem=heard.append))
        assert [one.id for one in project.articles()] == names


def test_an_article_that_gives_its_place_to_one_of_another_file_is_named(tmp_path: Path) -> None:
    heard: list[Problem] = []
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        project.add(rows(tmp_path / "monday.jsonl", 1))
        project.update(rows(tmp_path / "tuesday.jsonl", 2), on_problem=heard.append)
    (problem,) = heard
    assert "has the id of another text, of monday.jsonl, and takes its place; give each article an id" in str(problem)


def test_keys_that_are_not_kept_are_told(record_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.newsgraph"
    heard: list[Problem] = []
    with ng.open_project(path) as project:
        project.add(record_file)
        with monkeypatch.context() as only:
            only.setattr(os, "access", lambda name, mode: Path(name).suffix != ".newsgraph")
            project.graph(on_problem=heard.append)
            project.save(tmp_path / "a.nt", on_problem=heard.append)
            assert len(heard) == 2
            assert "may only be read, so the keys of new nodes, and what IRIs begin with, are not" in str(heard[0])
        project.graph(on_problem=heard.append)
        monkeypatch.setattr(os, "access", lambda name, mode: Path(name).suffix != ".newsgraph")
        project.graph(min_confidence=0.6, on_problem=heard.append)
        project.save(tmp_path / "a.nt", on_problem=heard.append)
        assert len(heard) == 2, "all are kept"
