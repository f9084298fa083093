"""Project files of earlier schemas are brought up to date, and nothing in them is lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import newsgraph as ng
from newsgraph.project import schema
from newsgraph.record_lines import to_json

TABLES = {
    1: {"run", "version", "article", "record", "failure"},
    2: {"run", "version", "article", "record", "failure", "decision", "node_key", "node_place"},
    3: {"run", "version", "article", "record", "failure", "decision", "node_key", "node_place", "setting"},
    4: {"run", "version", "article", "record", "failure", "decision", "node_key", "node_place", "setting",
        "graph_piece"},
    5: {"run", "version", "article", "record", "failure", "decision", "node_key", "node_place", "setting",
        "graph_piece", "copy"},
    6: {"run", "version", "article", "record", "failure", "decision", "node_key", "node_place", "setting",
        "graph_piece", "copy", "waiting", "anchored"},
    7: {"run", "version", "article", "record", "failure", "decision", "node_key", "node_place", "setting",
        "graph_piece", "copy", "waiting", "anchored", "removed"},
    8: {"run", "version", "article", "record", "failure", "decision", "node_key", "node_place", "setting",
        "graph_piece", "copy", "waiting", "anchored", "removed"},
    9: {"run", "version", "article", "record", "failure", "decision", "node_key", "node_place", "setting",
        "graph_piece", "copy", "waiting", "anchored", "removed", "story_key"},
}


def of_schema(number: int, full: Path, path: Path) -> None:
    """A file as newsgraph made it when that was the last schema, with the content of a file of today."""
    old = sqlite3.connect(path)
    for step in schema.STEPS[:number]:
        old.executescript(step)
    old.execute(f"PRAGMA application_id = {schema.APPLICATION}")
    old.execute(f"PRAGMA user_version = {number}")
    old.commit()
    old.execute("ATTACH ? AS full", (str(full),))
    for table in sorted(TABLES[number]):
        columns = ", ".join(name for _, name, *_ in old.execute(f"PRAGMA main.table_info({table})"))
        old.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM full.{table}")
    old.commit()
    old.close()


@pytest.fixture
def full(record_file: Path, tmp_path: Path) -> Path:
    """A project with records, a failure, keys and a decision."""
    (tmp_path / "void.txt").write_text("")
    path = tmp_path / "full.newsgraph"
    with ng.open_project(path) as project:
        project.add([record_file, tmp_path / "void.txt"], on_problem=lambda problem: None)
        graph = project.graph()
        project.decide(graph.to_rename("Red Front", "The Red Front"))
    return path


def test_no_operator_that_the_sqlite_of_older_systems_does_not_know() -> None:
    """`->>` came with SQLite 3.38; Ubuntu 22.04 has 3.37, RHEL 9 has 3.34."""
    assert not [step for step in schema.STEPS if "->" in step]


def test_the_tables_of_each_schema_are_listed_here() -> None:
    assert len(TABLES) == len(schema.STEPS), "a new schema needs a test of what becomes of the older ones"


@pytest.mark.parametrize("number", sorted(TABLES))
def test_an_older_file_is_brought_up_to_date(number: int, full: Path, tmp_path: Path) -> None:
    path = tmp_path / f"schema{number}.newsgraph"
    of_schema(number, full, path)
    with ng.open_project(full, create=False) as today, ng.open_project(path, create=False) as old:
        assert old.info()["schema"] == len(schema.STEPS)
        assert [to_json(r) for r in old.records()] == [to_json(r) for r in today.records()]
        assert old.failures() == today.failures() != []
        assert [article.source for article in old.articles()] == [article.source for article in today.articles()]
        assert old.decisions() == (today.decisions() if number > 1 else [])
        before = old.graph().save(tmp_path / "before.ttl").read_bytes()
        assert str(old.add(tmp_path / "records.jsonl")) == "0 added, 2 known already"
        old.decide(old.graph().to_rename("Harbour Party", "Noreg"))
    with ng.open_project(path, create=False) as again:
        assert "Noreg" in [again.graph().nx.nodes[key]["label"] for key in again.graph()]
        assert before != again.graph().save(tmp_path / "after.ttl").read_bytes()


def test_keys_and_anchors_of_an_older_file(full: Path, tmp_path: Path) -> None:
    """Words that nobody kept have no keys; it is known again in which articles decisions are anchored."""
    path = tmp_path / "old.newsgraph"
    of_schema(5, full, path)
    with closing(sqlite3.connect(path)) as old, old:
        (data,) = old.execute("SELECT data FROM node_place LIMIT 1").fetchone()
        old.execute("INSERT INTO node_place VALUES ('gone', ?)", (data,))
        sides = '{"one": [7, "x", {"article": 8}, {"article": ["x"]}]}'
        for number, damage in enumerate(("no JSON", '{"one": 5}', sides, b"\xff")):
            old.execute(
                "INSERT INTO decision (verb, sort, coder, time, data) VALUES ('drop', 'event', '', ?, ?)",
                (str(number), damage),
            )
    with ng.open_project(path) as project, ng.open_project(full) as today:
        for table in ("node_place", "anchored"):
            rows = project.connection.execute(f"SELECT article FROM {table} ORDER BY 1").fetchall()
            assert rows == today.connection.execute(f"SELECT article FROM {table} ORDER BY 1").fetchall() != []
        assert project.decisions(on_problem=lambda problem: None) == today.decisions()


def test_a_file_of_a_newer_newsgraph_is_left_alone(full: Path) -> None:
    database = sqlite3.connect(full)
    database.execute(f"PRAGMA user_version = {len(schema.STEPS) + 1}")
    database.close()
    held = full.read_bytes()
    with pytest.raises(ng.ProjectError, match="of a newer newsgraph"):
        ng.open_project(full)
    assert full.read_bytes() == held


def test_a_migration_that_breaks_off_leaves_the_file_as_it_was(
    full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.newsgraph"
    of_schema(1, full, path)
    monkeypatch.setattr(schema, "STEPS", (schema.STEPS[0], schema.STEPS[1] + "; CREATE TABLE run (id)"))
    with pytest.raises(ng.ProjectError):
        ng.open_project(path)
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA user_version").fetchone() == (1,)
    assert {name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")} == TABLES[1]
    database.close()


def test_a_graph_is_saved_as_a_project(full: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    path = tmp_path / "other" / "copy.newsgraph"
    with ng.open_project(full) as project:
        graph = project.graph()
        graph.save(path)
        with ng.open_project(path) as copy:
            assert copy.decisions() == project.decisions() != []
            assert [to_json(r) for r in copy.records()] == [to_json(r) for r in project.records()]
            assert copy.graph().save(tmp_path / "a.ttl").read_bytes() == graph.save(tmp_path / "b.ttl").read_bytes()
    assert [p.name for p in path.parent.iterdir()] == ["copy.newsgraph"]
    for name in (path, path.parent / "new.newsgraph.gz"):
        with pytest.raises(ng.OutputError, match="a project is made new"):
            graph.save(name)


def test_an_older_file_that_may_only_be_read_is_looked_at(
    full: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.newsgraph"
    of_schema(1, full, path)
    held = path.read_bytes()
    opens = sqlite3.connect
    monkeypatch.setattr(  # the superuser may write to any file
        schema.sqlite3, "connect",
        lambda name, **options: opens(f"file:{name}?mode=ro" if name else "", uri=True, **options),
    )
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with ng.open_project(path, create=False) as project:
        assert project.info()["articles"] == len(project) == 2 and len(project.graph(on_problem=[].append).records) == 2
        with pytest.raises(ng.ProjectError, match="may not be written"):
            project.add(full)
    assert path.read_bytes() == held


def test_an_empty_file_is_no_project_until_something_is_added(tmp_path: Path) -> None:
    path = tmp_path / "p.newsgraph"
    path.touch()
    with pytest.raises(ng.ProjectError, match="is empty; make a project of it with `newsgraph add"):
        ng.open_project(path, create=False)
    assert path.stat().st_size == 0
    ng.open_project(path).close()
    ng.open_project(path, create=False).close()
