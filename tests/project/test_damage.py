"""What is damaged in a project ends in a line, and not in a traceback; the graph that was kept is built again."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

import newsgraph as ng
from newsgraph.cli import main
from newsgraph.sources import Problem

Use = Callable[[ng.Project], object]


@pytest.fixture
def path(record_file: Path, tmp_path: Path) -> Path:
    """A project with two records, keys, a kept graph and a decision."""
    path = tmp_path / "p.newsgraph"
    with ng.open_project(path) as project:
        project.add(record_file)
        project.decide(project.graph().to_rename("Red Front", "The Red Front"))
        project.graph()
    return path


@pytest.mark.parametrize("damage", [b"garbage", "text", 5])
@pytest.mark.parametrize(
    ("table", "use", "words"),
    [
        ("article", lambda p: list(p.articles()), "what the project keeps of 'one' is damaged; take it out"),
        ("record", lambda p: list(p.records()), "the record of 'one' is damaged; take it out"),
        ("record", lambda p: p.graph(), "the record of 'one' is damaged"),
        ("node_place", lambda p: p.graph(), "keys of nodes is damaged; go on with the last copy"),
    ],
)
def test_damage_is_a_line(path: Path, table: str, use: Use, words: str, damage: object) -> None:
    with ng.open_project(path) as project:
        project.connection.execute(f"UPDATE {table} SET data = ?", (damage,))
        with pytest.raises(ng.ProjectError, match=words) as told:
            use(project)
        assert str(told.value).startswith(f"{path}: ")
        assert project.remove("one") == 1


@pytest.mark.parametrize("table", ["article", "record"])
def test_what_is_damaged_is_mended_as_it_says(path: Path, record_file: Path, table: str) -> None:
    """Take it out, and add it again: it is not what a person has removed."""
    with ng.open_project(path) as project:
        project.connection.execute(f"UPDATE {table} SET data = ? WHERE id = 1", (b"garbage",))
        assert project.remove("one") == 1
        assert str(project.add(record_file)) == "1 added, 1 known already"
        assert [article.id for article in project.articles()] == ["one", "two"] and len(list(project.records())) == 2


@pytest.mark.parametrize("keyed", [False, True])
def test_a_corrected_version_mends_an_article_that_is_damaged(tmp_path: Path, keyed: bool) -> None:
    text = "Ana Torv urged Norway to open its port. Norway and Sweden held talks in Oslo."
    (tmp_path / "a.txt").write_text(text)
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        project.add(tmp_path / "a.txt")
        decision = project.graph().to_rename("Ana Torv", "Ana B. Torv")
        if not keyed:
            project.connection.execute("DELETE FROM node_place")
        project.connection.execute("UPDATE article SET data = ?", (b"garbage",))
        assert project.decide(decision) == 1, "an anchor there stays as it is"
        (tmp_path / "a.txt").write_text(f"It was corrected. {text}")
        assert str(project.update(tmp_path / "a.txt")) == "0 added, 1 changed"
        assert project.graph().find("Norway") == "country/NO"


@pytest.mark.parametrize("damage", [b"garbage", "text", 5])
def test_a_kept_graph_that_is_damaged_is_built_again(path: Path, tmp_path: Path, damage: object) -> None:
    with ng.open_project(path) as project:
        good = project.graph().save(tmp_path / "a.nt").read_bytes()
        project.connection.execute("UPDATE graph_piece SET data = ?", (damage,))
        assert project.graph().save(tmp_path / "b.nt").read_bytes() == good
        (kept,) = project.connection.execute("SELECT data FROM graph_piece").fetchone()
        assert kept != damage


def test_a_damaged_record_is_mended_by_adding_it_again(path: Path, record_file: Path) -> None:
    with ng.open_project(path) as project:
        project.connection.execute("UPDATE record SET data = ?", (b"garbage",))
        assert str(project.add(record_file)) == "0 added, 2 changed"
        assert len(list(project.records())) == 2


def test_a_project_that_was_closed_says_so(path: Path, record_file: Path) -> None:
    project = ng.open_project(path)
    project.close()
    project.close()
    for use in (len, lambda p: p.add(record_file), lambda p: p.graph(), lambda p: list(p.articles())):
        with pytest.raises(ng.ProjectError, match=r"p\.newsgraph: was closed; open it again"):
            use(project)  # type: ignore[operator]


def test_a_full_disk_keeps_no_graph_but_gives_it(
    record_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    heard: list[Problem] = []
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        project.add(record_file)
        with monkeypatch.context() as patch:
            patch.setattr("newsgraph.project.kept_places.write_ledger", full)
            graph = project.graph(on_problem=heard.append)
        assert "the keys of new nodes and the graph are not kept (database or disk is full)" in str(heard[0])
        assert set(graph.nx) == set(project.graph().nx)
        with pytest.raises(ng.ProjectError, match="it goes on where it stopped"):
            monkeypatch.setattr("newsgraph.project.keeping.write_decisions", full)
            project.decide(graph.to_rename("Red Front", "The Red Front"))


@pytest.mark.skipif(sys.platform != "linux", reason="mounts as Linux does")
def test_a_project_on_a_disk_without_any_room_is_read(path: Path, tmp_path: Path) -> None:
    """There is none for the index of its journal."""
    disk = tmp_path / "disk"
    disk.mkdir()
    size = (path.stat().st_size // 4096 + 5) * 4096
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no disk may be mounted")
    try:
        full = Path(shutil.copy(path, disk))
        for _ in ("the first time", "beside what that has left"):
            with ng.open_project(full) as project:
                assert len(project) == 2 and len(list(project.records())) == 2
                with pytest.raises(ng.ProjectError, match="free some space and run it again"):
                    project.add([ng.Article(text=f"Norway met Sweden in port {n}.") for n in range(400)])
            assert CliRunner().invoke(main, ["info", str(full)]).exit_code == 0
        subprocess.run(["mount", "-o", "remount,size=9m", str(disk)], check=True)
        with ng.open_project(full) as project:
            project.graph()
        assert [one.name for one in disk.iterdir()] == [full.name], "it is one file again"
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_decisions_that_fit_nothing_are_told_of(path: Path, tmp_path: Path) -> None:
    with ng.open_project(path) as project:
        (decision,) = project.decisions()
        project.remove(*{anchor.article for anchor in decision.one})
    for arguments in (["build", str(path), "-o", str(tmp_path / "g.nt")], ["show", "Norland", str(path)]):
        done = CliRunner().invoke(main, arguments)
        assert done.stderr.count("holds decisions that fit no words any more (1)") == 1, done.stderr
        assert "note: " in done.stderr
    with ng.open_project(path) as project:
        for _ in ("built or kept", "kept"):
            heard: list[Problem] = []
            project.graph(on_problem=heard.append)
            assert ["fit no words any more (1)" in problem.message for problem in heard] == [True]
        said = CliRunner().invoke(main, ["rename", str(path), "Norland", "Nordland"]).stderr
        assert said.count("fit no words any more") == 1, said


@pytest.mark.parametrize("damage", [b"\x00\xff", "x"])
def test_no_value_of_any_column_ends_in_a_traceback(tmp_path: Path, damage: object) -> None:
    """What SQLite gives may be of another type than the column: each command works, or a line says what is wrong."""
    (tmp_path / "a.txt").write_text("Ana Torv urged Norland to open port 5.\n")
    (tmp_path / "void.txt").write_text("")
    path = tmp_path / "p.newsgraph"
    with ng.open_project(path) as project:
        project.add([tmp_path / "a.txt", tmp_path / "void.txt"], on_problem=lambda problem: None)
        project.decide(project.graph().to_rename("Ana Torv", "Ana B. Torv"))
        held = project.connection
        tables = [name for (name,) in held.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        columns = [(table, column[1]) for table in tables for column in held.execute(f"PRAGMA table_info({table})")]
    commands = (
        ["list"], ["failed"], ["info"], ["decisions", "list"], ["update", str(tmp_path / "a.txt")],
        ["build", "-q", "-o", str(tmp_path / "g.ttl")],
    )  # fmt: skip
    lines = set()
    for number, (table, column) in enumerate(columns):
        shutil.copy(path, broken := tmp_path / f"{number}.newsgraph")
        with closing(sqlite3.connect(broken)) as database, database, contextlib.suppress(sqlite3.IntegrityError):
            database.execute(f"UPDATE {table} SET {column} = ?", (damage,))
        for first, *others in commands:
            verb = [first, *others[:1]] if first == "decisions" else [first]
            done = CliRunner().invoke(main, [*verb, str(broken), *others[len(verb) - 1 :]])
            assert done.exception is None or isinstance(done.exception, SystemExit), (table, column, first)
            lines |= {line.partition(": ")[2] for line in done.stderr.splitlines() if "is damaged; go on" in line}
    if damage != "x":
        assert {line.partition(": ")[2] for line in lines} >= {
            "the file of an article is damaged; go on with the last copy of the project",
            "the list of what failed is damaged; go on with the last copy of the project",
            "the id of an article is damaged; go on with the last copy of the project",
        }
