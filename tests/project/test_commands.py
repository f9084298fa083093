"""The commands on a project, as a person types them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import newsgraph as ng
from newsgraph.cli import main
from tests.test_cli import run


def test_a_project_on_the_command_line(folder: Path, tmp_path: Path) -> None:
    added = run("add", "p.newsgraph", "articles", cwd=tmp_path)
    assert added.returncode == 1, added.stderr
    assert b"left out: articles/void.txt: is empty" in added.stderr
    assert added.stderr.endswith(b"p.newsgraph: 3 added, 1 failed; 3 articles\n")
    listed = run("list", "p.newsgraph", "--json", cwd=tmp_path)
    titles = [json.loads(line)["title"] for line in listed.stdout.splitlines()]
    assert listed.returncode == 0 and titles == ["Harbour talks"] * 3
    failed = run("failed", "p.newsgraph", cwd=tmp_path)
    assert failed.returncode == 1 and failed.stdout.startswith(b"articles/void.txt\tis empty\t")
    (tmp_path / "failed").write_bytes(failed.stdout)
    (folder / "void.txt").write_text("OSLO, May 7 2026 - Norway met Finland.")
    again = run("add", "p.newsgraph", "--retry", "failed", cwd=tmp_path)
    assert (again.returncode, again.stderr) == (0, b"p.newsgraph: 1 added; 4 articles\n")
    removed = run("remove", "p.newsgraph", "articles/west.txt", cwd=tmp_path)
    assert (removed.returncode, removed.stderr) == (0, b"p.newsgraph: 1 removed; 3 articles\n")
    told = json.loads(run("info", "p.newsgraph", "--json", cwd=tmp_path).stdout)
    assert (told["articles"], told["failures"], told["runs"], told["interrupted"]) == (3, 0, 3, 0)
    assert b"articles     3\n" in run("info", "p.newsgraph", cwd=tmp_path).stdout
    updated = run("update", "p.newsgraph", "articles", "--restore", cwd=tmp_path)
    assert updated.stderr == b"p.newsgraph: 1 added, 3 known already; 4 articles\n"
    shown = run("show", "Ana Torv", "p.newsgraph", cwd=tmp_path)
    assert shown.returncode == 0 and shown.stdout.startswith(b"Ana Torv\n====")
    built = run("build", "p.newsgraph", "-o", "g.nt", "-q", cwd=tmp_path)
    straight = run("build", "articles", "-o", "s.nt", "-q", cwd=tmp_path)
    assert (built.returncode, straight.returncode) == (0, 0)
    assert (tmp_path / "g.nt").read_bytes() == (tmp_path / "s.nt").read_bytes()


def test_mistakes_are_lines(folder: Path, tmp_path: Path) -> None:
    for arguments, words in (
        (("list", "no.newsgraph"), b"no.newsgraph: there is no such project; make it with"),
        (("add", "p.newsgraph"), b"nothing to add"),
        (("build", "articles/north.txt", "--shard", "9/2"), b"--shard 9/2: write it as PART/PARTS"),
    ):
        done = run(*arguments, cwd=tmp_path)
        assert done.returncode == 2 and words in done.stderr and done.stderr.count(b"\n") == 1, done.stderr
    assert not list(tmp_path.glob("*.newsgraph*"))


def test_what_reads_a_project_reads_what_people_decided(folder: Path, tmp_path: Path) -> None:
    project = tmp_path / "p.newsgraph"
    with ng.open_project(project) as corpus:
        corpus.add(folder, on_problem=lambda problem: None)
        corpus.decide(corpus.graph().to_rename("Ana Torv", "Ana B. Torv"))
        graph = corpus.graph()
        graph.save(tmp_path / "g.ttl")
    person = f"{graph.base}person/ana-torv"
    asked = ("query", "SELECT ?p ?l { ?p a ng:Person ; rdfs:label ?l }", "p.newsgraph", "--json")
    assert json.loads(run(*asked, cwd=tmp_path).stdout) == [{"p": person, "l": "Ana B. Torv"}]
    both = json.loads(run(*asked, "g.ttl", cwd=tmp_path).stdout)
    assert both == [{"p": person, "l": "Ana B. Torv"}]
    sure = ("query", "SELECT ?p { ?p a ng:Proposal }", "p.newsgraph", "--json", "--min-confidence")
    assert [len(json.loads(run(*sure, least, cwd=tmp_path).stdout)) for least in ("0.1", "1")] == [3, 0]
    table = run("extract", "--table", "actors", "p.newsgraph", cwd=tmp_path).stdout.decode()
    assert "Ana B. Torv,Person" in table


def test_a_project_is_given_alone_and_whole(record_file: Path, tmp_path: Path) -> None:
    with ng.open_project(tmp_path / "p.newsgraph") as corpus:
        corpus.add(record_file)
    alone = "p.newsgraph: is a project, whose decisions and keys are for its own articles; give it alone"
    whole = "p.newsgraph: is a project, whose decisions and keys are for all its articles; leave --shard out"
    for arguments, words in (
        (("build", "p.newsgraph", "records.jsonl", "-o", "g.nt"), alone),
        (("show", "Ana Torv", "records.jsonl", "p.newsgraph"), alone),
        (("query", "ASK {}", "p.newsgraph", "records.jsonl"), alone),
        (("build", "p.newsgraph", "-o", "g.nt", "--shard", "1/2"), whole),
    ):
        done = run(*arguments, cwd=tmp_path)
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1) and words in done.stderr.decode(), done.stderr
    with pytest.raises(ng.SourceError, match="give it alone, or take the others into it first: newsgraph add"):
        ng.build([tmp_path / "p.newsgraph", record_file])
    parts = [run("extract", "p.newsgraph", "--shard", f"{part}/2", cwd=tmp_path).stdout for part in (1, 2)]
    assert sum(part.count(b"\n") for part in parts) == 2


def test_marks_of_the_page_are_decisions_of_whom_one_says(record_file: Path, tmp_path: Path) -> None:
    project, marks = tmp_path / "p.newsgraph", tmp_path / "decisions.csv"
    with ng.open_project(project) as corpus:
        corpus.add(record_file)
        anchors = corpus.graph().to_rename("Red Front", "-").one
    words = json.dumps([[a.article, a.start, a.end, a.text] for a in anchors]).replace('"', '""')
    marks.write_text(
        "verb,sort,label,value,coder,time,note,one,other,other_sort\n"
        f'drop,entity,Red Front,,,2026-05-06T10:00:00+00:00,no body,"{words}",,\n'
        f'confirm,entity,Red Front,,bo,2026-05-06T10:00:00+00:00,,"{words}",,\n'
    )
    done = CliRunner().invoke(main, ["decisions", "import", str(project), str(marks), "--coder", "ann"])
    assert done.exit_code == 0 and "2 new decisions" in done.stderr
    with ng.open_project(project) as corpus:
        assert {(d.verb, d.coder) for d in corpus.decisions()} == {("drop", "ann"), ("confirm", "bo")}
        assert "armed-group/red-front" not in corpus.graph(coder="ann")
        assert "armed-group/red-front" in corpus.graph(coder="bo")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('{"name": 5}', "line 2: Expected `str`, got `int`"), ('{"name": null}', "line 2: Expected `str`, got `null`"),
        ('{"x": 1}', "line 2: has no name"), ('{"name', "line 2: JSON is malformed"),
    ],
)  # fmt: skip
def test_a_list_of_what_failed_says_which_line_is_none(line: str, words: str, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.newsgraph"
    run("add", path, folder)
    (tmp_path / "list").write_text(f"void.txt\n{line}\n")
    told = run("add", path, "--retry", tmp_path / "list")
    assert told.returncode == 2 and words in told.stderr.decode()
    (tmp_path / "list").write_text("")
    told = run("add", path, "--retry", tmp_path / "list")
    assert told.returncode == 2 and b"list: names nothing to be tried again; without a list, all is" in told.stderr


def test_what_is_typed_in_another_encoding_is_one_line(folder: Path, tmp_path: Path) -> None:
    path, typed = tmp_path / "p.newsgraph", b"caf\xe9"
    run("add", path, folder)
    for command in (
        ("rename", path, "Norway", typed), ("drop", path, "Norway", "--note", typed), ("explain", typed),
        ("review", path, "--coder", typed), ("add", path, folder, "--model", typed),
    ):  # fmt: skip
        told = subprocess.run([sys.executable, "-m", "newsgraph", *command], capture_output=True, check=False)
        assert told.returncode == 2 and b"is not text in UTF-8; write it in UTF-8" in told.stderr, command
        assert b"Traceback" not in told.stderr


def test_whether_an_input_may_be_read_is_seen_when_it_is(
    record_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that may not be read ends no command before the others are read."""
    monkeypatch.setattr("os.access", lambda path, mode: mode != os.R_OK)
    told = CliRunner().invoke(main, ["add", str(tmp_path / "p.newsgraph"), str(record_file)])
    assert told.exit_code == 0 and "2 added" in told.stderr, told.stderr


def test_another_of_the_new_name_is_told(record_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.newsgraph"
    run("add", path, record_file)
    told = run("rename", path, "Ana Torv", "Red Front").stderr.decode()
    assert "is called Red Front as well; `newsgraph merge` makes two one" in told
    assert b" as well" not in run("rename", path, "Harbour Party", "Harbour  Party").stderr


def test_a_decision_that_was_there_is_not_taken_back(
    record_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is refused is taken back, but for what was decided before."""
    path = tmp_path / "p.newsgraph"
    run("add", path, record_file)
    monkeypatch.setattr("newsgraph.graph.corrections._now", lambda: "2026-05-06T10:00:00+00:00")
    assert CliRunner().invoke(main, ["confirm", str(path), "Ana Torv"]).exit_code == 0

    def refuse(*_: object) -> None:
        raise ng.NewsgraphError("does nothing")

    monkeypatch.setattr("newsgraph.graph.consequences.check_done", refuse)
    for verb in ("confirm", "drop"):
        assert CliRunner().invoke(main, [verb, str(path), "Ana Torv"]).exit_code == 2
    with ng.open_project(path) as project:
        assert [decision.verb for decision in project.decisions()] == ["confirm"]


@pytest.mark.skipif(os.name != "posix" or not os.getuid(), reason="root may write to everything")
def test_no_questions_are_asked_that_can_not_be_answered(record_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.newsgraph"
    run("add", path, record_file)
    path.chmod(0o444)
    told = run("review", path)
    assert told.returncode == 2 and b"may not be written; change its permissions" in told.stderr
