"""What people decide of a project: kept, handed over, and in force when it grows or is read again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import newsgraph as ng
from newsgraph.project.agreement import agreement
from newsgraph.project.decision_table import read_table
from newsgraph.project.review import doubtful_pairs
from newsgraph.record_lines import write_records
from tests.graph.test_corrections import told
from tests.test_cli import run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Somebody whose name is spelled in two ways that are near each other, in two countries."""
    found = [
        told(1, "Lena Marsh", country="IE"), told(2, "Lena Marsch", country="AT"), told(3, "Omar Haddad"),
        told(4, "Lena Marsh", before="Later, "),
    ]  # fmt: skip
    with (tmp_path / "records.jsonl").open("wb") as stream:
        write_records(found, stream)
    with ng.open_project(tmp_path / "p.newsgraph") as project:
        project.add(tmp_path / "records.jsonl")
    return tmp_path / "p.newsgraph"


def test_decisions_are_in_force_and_keys_stay(path: Path, tmp_path: Path) -> None:
    with ng.open_project(path) as project:
        before = project.graph()
        haddad = str(before.find("Omar Haddad"))
        project.decide(before.to_rename("Omar Haddad", "Umar Haddad", coder="ann"))
        project.decide(before.to_merge("Omar Haddad", "Lena Marsch", coder="ann"))
        after = project.graph()
        assert after.find("Umar Haddad") == after.find("Lena Marsch")
        key = str(after.find("Umar Haddad"))
        assert {key, *after.nx.nodes[key]["replaces"]} >= {haddad}
        with (tmp_path / "more.jsonl").open("wb") as stream:
            write_records([told(7, "Omar Haddad")], stream)
        project.add(tmp_path / "more.jsonl")
        assert str(project.graph().find("Umar Haddad")) == key
        assert project.info()["decisions"] == 2
        assert project.take_back(project.decisions()[0]) and project.info()["decisions"] == 1


def test_a_table_for_teams(path: Path, tmp_path: Path) -> None:
    assert run("rename", path, "Omar Haddad", "Umar Haddad", "--coder", "ann").returncode == 0
    assert run("drop", path, "Lena Marsch", "--coder", "bo", "--note", "a slip, said twice").returncode == 0
    made = run("decisions", "export", path)
    assert made.returncode == 0 and made.stdout.count(b"\n") == 3
    (tmp_path / "team.csv").write_bytes(made.stdout)
    with ng.open_project(tmp_path / "q.newsgraph") as other:
        other.add(tmp_path / "records.jsonl")
    taken = run("decisions", "import", tmp_path / "q.newsgraph", tmp_path / "team.csv", tmp_path / "team.csv")
    assert taken.stderr.endswith(b"q.newsgraph: 2 new decisions, 2 known already\n")
    with ng.open_project(path) as one, ng.open_project(tmp_path / "q.newsgraph") as two:
        assert one.decisions() == two.decisions()
        assert one.graph().find("Lena Marsch") is None and one.graph().find("Umar Haddad")
        assert one.graph().actors()["name"].tolist() == two.graph().actors()["name"].tolist()
    ng.open_project(tmp_path / "empty.newsgraph").close()
    run("decisions", "import", tmp_path / "empty.newsgraph", tmp_path / "team.csv")
    told_of = run("decisions", "export", tmp_path / "empty.newsgraph")
    assert told_of.returncode == 1 and b"fits nothing any more: Omar Haddad: is called Umar Haddad" in told_of.stderr


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (b"\xff\xfe", "is not text in UTF-8"),
        (b"a,b\n1,2\n", "has no column 'verb'"),
        (b"verb,sort,one\nlove,entity,x\n", "line 2: there is no verb 'love'; use one of same"),
        (b"verb,sort,one\ndrop,ship,x\n", "there is no sort 'ship'"),
        (b"verb,sort,one\ndrop,event,x\n", "its anchors can't be read"),
        (b"verb,sort,one\ndrop,event,\n", "says not what it is about"),
        (b'verb,sort,one\nrename,event,"[[""a"", 1, 2, ""x""]]"\n', "has no value"),
    ],
)
def test_a_table_that_is_none_is_a_line(table: bytes, words: str) -> None:
    with pytest.raises(ng.NewsgraphError, match=words):
        list(read_table(table, "t.csv"))


def test_review_in_the_terminal(path: Path) -> None:
    with ng.open_project(path) as project:
        pair, *others = doubtful_pairs(project.graph())
        assert {pair.one.label, pair.other.label} == {"Lena Marsh", "Lena Marsch"}
        assert all(other.one.label == "Lena Marsh resigned" for other in others)
        left = len(others)
        sentences = [*pair.one.sentences(), *pair.other.sentences()]
        assert any(s == "Lena Marsch resigned in May. (r2)" for s in sentences)

    def reviewed(keys: str, coder: str) -> str:
        command = [sys.executable, "-m", "newsgraph", "review", str(path), "--coder", coder]
        done = subprocess.run(command, input=keys, capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, done.stderr
        return done.stderr

    assert reviewed("what\nd\n", "ann").endswith(f"1 decided, {left} left\n")
    assert "Lena Marsch resigned in May. (r2)" in reviewed("s\n", "bo")
    assert reviewed("", "cy").endswith(f"0 decided, {left + 1} left\n")
    with ng.open_project(path) as project:
        assert [d.verb for d in project.decisions()] == ["different", "same"]
        assert len(list(doubtful_pairs(project.graph(coder="ann")))) == left
        found = agreement(project.decisions())
        assert (found.share, found.units, found.coders) == (0.0, 1, ("ann", "bo"))
        assert found.alpha is not None and found.alpha <= 0
    asked = run("decisions", "agreement", path)
    assert asked.returncode == 0 and asked.stdout.startswith(b"alpha")


def test_nobody_to_agree_with_is_a_line(path: Path) -> None:
    alone = run("decisions", "agreement", path)
    assert alone.returncode == 2 and b"no two coders have judged the same" in alone.stderr
