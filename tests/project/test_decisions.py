"""What people decide of a project: kept, handed over, and in force when it grows or is read again."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace

import newsgraph as ng
from newsgraph.cli import main
from newsgraph.project.agreement import agreement
from newsgraph.project.decision_table import not_among, read_table, write_table
from newsgraph.project.review import INSEPARABLE, NOT_THERE, SHARED, TOGETHER, Doubts, find_doubts
from newsgraph.record_checks import problems_of
from newsgraph.record_lines import write_records
from newsgraph.records import Attribution, Content, Entity, Mention, Record, Source, Span
from newsgraph.resolve import Merge
from newsgraph.resolve.corrections import without_entities
from newsgraph.resolve.decisions import Anchor, Decision
from newsgraph.resolve.merges import Pair as Compared
from newsgraph.sources import Problem
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
    ],
)
def test_a_table_that_is_none_is_a_line(table: bytes, words: str) -> None:
    with pytest.raises(ng.NewsgraphError, match=words):
        list(read_table(table, "t.csv"))


ANCHOR = '"[[""a"", 1, 5, ""word""]]"'


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("love,entity,x", "there is no verb 'love'; use one of same"),
        ("drop,ship,x", "there is no sort 'ship'; use one of entity"),
        ("drop,event,x", "its anchors can't be read"),
        ("drop,event,", "says not what it is about; fill in"),
        (f"same,event,{ANCHOR}", "says not what it is about; fill in"),
        (f"rename,event,{ANCHOR}", "has no value; say the new name or kind"),
        (f"set,entity,{ANCHOR},Ship", "there is no kind 'Ship' of the sort entity; use one of Person, Group"),
        (f"set,event,{ANCHOR},Person", "there is no kind 'Person' of the sort event; use one of AGREE"),
        (f"set,statement,{ANCHOR},urge", "there is no kind 'urge' of the sort statement; leave the row out"),
        ('drop,event,"[[""a"", -68, 5, ""word""]]"', "no words stand at -68 to 5 of a ('word'); leave"),
        ('drop,event,"[[""a"", 5, 5, """"]]"', "no words stand at 5 to 5 of a"),
        (f"drop,entity,{ANCHOR},,,{ANCHOR}", "has no value; say the type of the tie"),
        (f"same,entity,{ANCHOR},,,{ANCHOR},event", "two of the sort entity and event are not joined or parted; name"),
        (f"drop,event,{ANCHOR},,2026-99-99", "there is no time '2026-99-99'; write it as 2026-05-06T10:00:00+00:00"),
        (f"drop,event,{ANCHOR},,2999-01-01", "its time '2999-01-01T00:00:00+00:00' is still to come; say when"),
    ],
)
def test_a_row_that_says_nothing_is_a_line_and_the_rest_goes_on(row: str, words: str) -> None:
    good = f"drop,event,{ANCHOR},,2026-05-06T12:00:00+02:00"
    table = "\n".join(("verb,sort,one,value,time,other,other_sort", row, good)).encode()
    problems: list[Problem] = []
    (found,) = read_table(table, "t.csv", problems.append)
    assert found.time == "2026-05-06T10:00:00+00:00"
    (problem,) = problems
    assert str(problem).startswith(f"t.csv, line 2: {words}") and problem.lost


@pytest.mark.parametrize("divider", [",", ";", "\t"])
@pytest.mark.parametrize("above", ["", "sep={}\n", '"sep={}"\n'])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_as_a_spreadsheet_writes_it(divider: str, above: str, end: str) -> None:
    rows = [
        ("Verb", " sort", "one", "NOTE "), ("drop", "event", ANCHOR, '"no, never; ""so"""'),
        ("love", "event", ANCHOR, ""),
    ]  # fmt: skip
    lines = [above.format(divider)] * bool(above) + [divider.join(row) + "\n" for row in rows]
    table = b"\xef\xbb\xbf" + "".join(lines).replace("\n", end).encode()
    problems: list[Problem] = []
    (found,) = read_table(table, "t.csv", problems.append)
    assert (found.verb, found.note, found.one) == ("drop", 'no, never; "so"', (Anchor("a", 1, 5, "word"),))
    assert str(problems[0]).startswith(f"t.csv, line {len(lines)}: there is no verb 'love'")


def test_a_decision_that_rests_on_very_many_words_is_exported_and_imported() -> None:
    limit = 131_072
    csv.field_size_limit(limit)
    anchors = tuple(Anchor(f"long-name-of-a-page-{number}", 10, 260, "quay " * 50) for number in range(500))
    decision = Decision(verb="drop", sort="event", one=anchors, coder="ann", time="2026-05-06T10:00:00+00:00")
    table = io.StringIO()
    write_table([decision], table)
    assert len(table.getvalue()) > limit
    assert list(read_table(table.getvalue().encode(), "t.csv")) == [decision]


def test_an_import_takes_what_is_right(path: Path, tmp_path: Path) -> None:
    anchor = '"[[""r3"", 0, 11, ""Omar Haddad""]]"'
    (tmp_path / "t.csv").write_text(f"verb,sort,one,value\nset,entity,{anchor},Ship\nset,entity,{anchor},Group\n")
    done = CliRunner().invoke(main, ["decisions", "import", str(path), str(tmp_path / "t.csv")])
    assert done.exit_code == 1 and f"left out: {tmp_path / 't.csv'}, line 2: there is no kind 'Ship'" in done.stderr
    assert done.stderr.endswith("p.newsgraph: 1 new decisions, 0 known already\n")
    with ng.open_project(path) as project:
        (decision,) = project.decisions()
        with pytest.raises(ng.ProjectError, match="there is no kind 'Ship' of the sort entity; use one of Person"):
            project.decide(msgspec.structs.replace(decision, value="Ship"))


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("note", None, r"Omar Haddad: can't be kept \(Expected `str`, got `null` - at `\$.note`\); make it with"),
        ("note", float("nan"), r"can't be kept \(Expected `str`, got `float` - at `\$.note`\)"),
        ("coder", None, r"can't be kept .* at `\$.coder`"),
        ("coder", "ann\udce9", "Omar Haddad: has characters that are no text; write it in UTF-8"),
        ("verb", "join", r"can't be kept \(Invalid enum value 'join' - at `\$.verb`\)"),
        ("sort", "ship", r"can't be kept \(Invalid enum value 'ship' - at `\$.sort`\)"),
        ("value", 5, r"can't be kept .*got `int` - at `\$.value`"),
        ("value", float("nan"), r"can't be kept .*got `float` - at `\$.value`"),
        ("time", 2026, r"can't be kept .* at `\$.time`"),
        ("label", 5, r"p.newsgraph: 5: can't be kept .* at `\$.label`"),
        ("one", None, "can't be kept"),
        ("one", ("Omar Haddad",), r"can't be kept .* at `\$.one"),
        ("one", (Anchor("r3", 0.0, 11, "Omar Haddad"),), r"can't be kept .* at `\$.one\[0\].start`"),  # type: ignore[arg-type]
        ("other_sort", "ship", r"can't be kept .* at `\$.other_sort`"),
    ],
)
def test_what_could_not_be_read_again_is_not_kept(path: Path, field: str, value: object, words: str) -> None:
    with ng.open_project(path) as project:
        good = project.graph().to_rename("Omar Haddad", "Umar Haddad")
        wrong = msgspec.structs.replace(good, **{field: value})
        with pytest.raises(ng.ProjectError, match=words):
            project.decide(good, wrong)
        with pytest.raises(ng.ProjectError, match=r"decision 2: is no decision, but of type list"):
            project.decide(good, [good])  # type: ignore[arg-type]
        assert project.decisions() == []
        assert project.decide(good) == 1 and project.decisions() == [good]


@pytest.mark.parametrize("damage", [b"garbage", "text", 5, '{"verb":"drop","sort":"entity","one":[],"note":null}'])
def test_a_decision_that_is_damaged_is_told_and_the_others_count(path: Path, tmp_path: Path, damage: object) -> None:
    def say(*arguments: object) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    assert say("rename", path, "Lena Marsch", "Lena M.", "--coder", "ann").exit_code == 0
    assert say("rename", path, "Omar Haddad", "Umar Haddad", "--coder", "ann").exit_code == 0
    line = f"{path}: decision 1 is damaged and does not count; take it out with `newsgraph undo {path} 1`"
    with ng.open_project(path) as project:
        project.connection.execute("UPDATE decision SET data = ? WHERE id = 1", (damage,))
        problems: list[Problem] = []
        graph = project.graph(on_problem=problems.append)
        assert graph.find("Umar Haddad") and not graph.find("Lena M.")
        assert [str(problem) for problem in problems] == [f"{line}, and decide again"]
        with pytest.warns(UserWarning, match="decision 1 is damaged"):
            assert [decision.value for decision in project.decisions()] == ["Umar Haddad"]
    for command in (("build", path, "-o", tmp_path / "g.nt"), ("build", path, "-o", tmp_path / "g.ttl"),
                    ("decisions", "list", path), ("decisions", "export", path), ("info", path)):  # fmt: skip
        told_of = say(*command)
        assert told_of.exit_code == 1 and told_of.stderr.count(f"left out: {line}") == 1
    gone = say("undo", path, 1)
    assert gone.exit_code == 0 and gone.stderr.endswith("taken back: decision 1, which was damaged\n")
    assert say("decisions", "list", path).stdout.startswith("2\t")


def test_undo(path: Path) -> None:
    def say(*arguments: object) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    assert say("rename", path, "Omar Haddad", "Umar Haddad", "--coder", "ann").exit_code == 0
    assert say("drop", path, "Lena Marsch", "--coder", "bo").exit_code == 0
    assert say("rename", path, "Umar Haddad", "U. Haddad", "--coder", "ann").exit_code == 0
    listed = say("decisions", "list", path).stdout.splitlines()
    assert [line.split("\t")[0] for line in listed] == ["1", "2", "3"]
    assert listed[1].split("\t")[2:5] == ["bo", "Lena Marsch", "drop"]
    last = say("undo", path, "--coder", "ann")
    assert last.exit_code == 0 and "taken back: Umar Haddad: is called U. Haddad, says ann" in last.stderr
    assert say("undo", path, 1, 2).exit_code == 0
    assert say("decisions", "list", path, "--json").stdout == ""
    nothing = say("undo", path, "--coder", "ann")
    assert nothing.exit_code == 2 and "ann has decided nothing; `newsgraph decisions list" in nothing.stderr
    assert "there is no decision 7; `newsgraph decisions list" in say("undo", path, "7").stderr
    with ng.open_project(path) as project:
        assert project.graph().find("Omar Haddad") and project.graph().find("Lena Marsch")
    changed = say("set", path, "Omar Haddad", "Organization")
    assert "note: Omar Haddad was of kind Person and is of kind Organization from now on; `" in changed.stderr


def test_review_in_the_terminal(path: Path) -> None:
    with ng.open_project(path) as project:
        pair, *others = find_doubts(project.graph()).pairs
        assert {pair.one.label, pair.other.label} == {"Lena Marsh", "Lena Marsch"}
        assert all(other.one.label == "Lena Marsh resigned" for other in others)
        left = len(others)
        decision = pair.decide(True)
        assert all(anchor.sentence for anchor in (*decision.one, *decision.other)), "they know their sentences"
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
        assert len(find_doubts(project.graph(coder="ann")).pairs) == left
        found = agreement(project.decisions())
        assert (found.share, found.units, found.coders) == (0.0, 1, ("ann", "bo"))
        assert found.alpha is not None and found.alpha <= 0
    asked = run("decisions", "agreement", path)
    assert asked.returncode == 0 and asked.stdout.startswith(b"alpha")


def test_review_skips_and_takes_back(path: Path) -> None:
    """As often as one likes: the last answer, and then the one before it, whether it was a decision or none."""
    with ng.open_project(path) as project:
        first, second, *others = find_doubts(project.graph()).pairs
        project.decide(second.decide(True, coder="bo", time="2026-05-01T12:00:00+00:00"))
    command = [sys.executable, "-m", "newsgraph", "review", str(path), "--coder", "ann"]
    keys = "skip\nundo\ndifferent\nundo\nundo\nsame\nq\n"
    done = subprocess.run(command, input=keys, capture_output=True, text=True, timeout=300, check=False)
    of = len(others) + 2
    asked = [line.split(":")[0] for line in done.stderr.splitlines() if f" of {of}: " in line]
    assert asked == [f"{number} of {of}" for number in (1, 2, 1, 2, 1, 1, 2)]
    assert done.returncode == 0 and done.stderr.endswith(f"1 decided, {of - 1} left\n"), done.stderr
    with ng.open_project(path) as project:
        mine = [decision for decision in project.decisions() if decision.coder == "ann"]
        assert [(d.verb, d.label) for d in mine] == [("same", f"{first.one.label} – {first.other.label}")]
        assert len(project.decisions()) == 2, "what another has said stays"


def test_decisions_of_a_project_that_is_added_are_told_and_can_follow(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "q.newsgraph"
    with ng.open_project(path) as project:
        project.decide(project.graph().to_rename("Omar Haddad", "Umar Haddad"))
    added = CliRunner().invoke(main, ["add", str(other), str(path)])
    told_of = f"{path}: only its records are taken, not what people decided (1); newsgraph decisions export {path} | "
    assert f"note: {told_of}newsgraph decisions import {other} -\n" in added.stderr
    table = CliRunner().invoke(main, ["decisions", "export", str(path)]).stdout
    assert CliRunner().invoke(main, ["decisions", "import", str(other), "-"], input=table).exit_code == 0
    with ng.open_project(other) as project:
        assert project.graph().find("Umar Haddad")
        project.remove("r3")
    shown = CliRunner().invoke(main, ["show", "Lena Marsh", str(other)])
    unfit = f"note: {other}: holds decisions that fit no words any more (1); `newsgraph decisions list {other}` shows"
    assert shown.exit_code == 0 and unfit in shown.stderr
    refused = CliRunner().invoke(main, ["validate", str(other)])
    assert refused.exit_code == 2 and "is a project, and RDF is checked; write its graph" in refused.stderr


def test_a_doubt_is_shown_by_its_words_or_counted() -> None:
    """Where a name is that of two nodes in one article, the words that were compared say which is meant."""
    first, *others = (told(1, "Lena Marsh"), told(3, "Omar Haddad"))
    namesake = msgspec.structs.replace(first.entities[0], id="e2", kind="Organization")
    mention = msgspec.structs.replace(first.mentions[0], id="m2", entity="e2", kind="Organization", start=25, end=35)
    text = "Lena Marsh resigned from Lena Marsh."
    both = msgspec.structs.replace(
        first, article=msgspec.structs.replace(first.article, text=text), entities=(*first.entities, namesake),
        mentions=(*first.mentions, mention),
    )  # fmt: skip
    graph = ng.KnowledgeGraph.from_records([both, *others])

    def doubts(*merges: tuple[Compared, bool]) -> Doubts:
        found = [Merge("a", "b", 0.6, "alike", accepted, pair) for pair, accepted in merges]
        return find_doubts(ng.KnowledgeGraph(graph.nx, graph.records, found, corpus=graph.corpus))

    names = Compared("entity", ("r1", "e2"), ("r3", "e1"))
    (pair,) = doubts((names, False)).pairs
    assert (pair.one.type, pair.other.label) == ("Organization", "Omar Haddad")
    person = Compared("entity", ("r1", "e1"), ("r3", "e1"))
    assert len(doubts((names, False), (person, False)).pairs) == 2
    gone = Compared("entity", ("r1", "e9"), ("r3", "e1"))
    itself = Compared("entity", ("r1", "e1"), ("r1", "e1"))
    assert doubts((gone, False), (itself, False), (itself, True)) == Doubts(
        (), {NOT_THERE: 1, TOGETHER: 1, INSEPARABLE: 1}
    )
    key = pair.one.node
    graph.nx.add_node("organization/other", **graph.nx.nodes[key])
    assert doubts((names, False)).hidden == {SHARED: 1}


def test_what_was_judged_is_not_asked_again(path: Path) -> None:
    with ng.open_project(path) as project:
        graph = project.graph()
        project.decide(graph.to_merge("Lena Marsch", "Lena Marsh"))
        assert not [pair for pair in find_doubts(project.graph()).pairs if pair.sort == "entity"]
        project.add([told(0, "Lena Marsch", country="AT", before="At last, ")])
        assert not [pair for pair in find_doubts(project.graph()).pairs if pair.sort == "entity"]


def test_nobody_to_agree_with_is_a_line(path: Path) -> None:
    alone = run("decisions", "agreement", path)
    assert alone.returncode == 2 and b"no two coders have judged the same" in alone.stderr


def test_whose_body_is_dropped_speaks_for_none(path: Path) -> None:
    """A spokesman belongs to a ministry that is no thing of the world: what he said stays, and so does the graph."""
    text = "Fish Ministry spokesman Omar Haddad said the quota was gone. Police in Fish Ministry agreed."
    ministry = Mention(id="m1", entity="e1", start=0, end=13, text=text[:13], kind="Organization", form="name")
    haddad = Mention(id="m2", entity="e2", start=24, end=35, text=text[24:35], kind="Person", form="name")
    spoken = Content(start=41, end=59, text=text[41:59])
    cue = Span(start=36, end=40, text="said")
    said = [
        Attribution(
            id=f"a{number}", cue=cue, content=spoken, mode="indirect",
            source=Source(start=0, end=35, text=text[:35], mention="m2", home="m1", speaks_for=speaks_for),
        )
        for number, speaks_for in enumerate((True, False))
    ]  # fmt: skip
    record = Record(
        article=ng.Article(id="r8", text=text), mentions=(ministry, haddad), attributions=tuple(said),
        entities=(Entity(id="e1", kind="Organization", name="Fish Ministry"),
                  Entity(id="e2", kind="Person", name="Omar Haddad")),
    )  # fmt: skip
    assert not list(problems_of(record))
    left = without_entities(record, {"e1"})
    assert not list(problems_of(left))
    assert [(a.source.mention, a.source.home, a.source.speaks_for) for a in left.attributions if a.source] == [
        ("m2", None, False)
    ] * 2
    with ng.open_project(path) as project:
        project.add([record])
    assert CliRunner().invoke(main, ["drop", str(path), "Fish Ministry"]).exit_code == 0
    with ng.open_project(path) as project:
        graph = project.graph()
        (statement,) = (key for key, data in graph.nx.nodes(data=True) if data["type"] == "Statement")
        assert graph.find("Fish Ministry") is None
        assert [to for _, to, data in graph.nx.out_edges(statement, data=True) if data["type"] == "saidBy"] == [
            graph.find("Omar Haddad")
        ]


def test_only_what_a_person_can_mend_is_a_line(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    missing = CliRunner().invoke(main, ["drop", str(path), "Omar Haddad", "headOf", "Lena Marsch"])
    assert missing.exit_code == 2 and "newsgraph: no tie 'headOf' from person/omar-haddad to" in missing.stderr

    def broken(*_: object, **__: object) -> None:
        raise KeyError("m48")

    monkeypatch.setattr("newsgraph.project.Project.graph", broken)
    failed = CliRunner().invoke(main, ["drop", str(path), "Omar Haddad"])
    assert isinstance(failed.exception, KeyError)


def test_a_table_that_went_through_a_spreadsheet_is_taken_once(path: Path, tmp_path: Path) -> None:
    run("rename", path, "Omar Haddad", "Umar Haddad", "--coder", "ann", "--note", " so he signs ")
    with ng.open_project(path) as project:
        (made,) = project.decisions()
        table = run("decisions", "export", path).stdout.decode()
        (tmp_path / "as-it-is.csv").write_text(table)
        (tmp_path / "cut.csv").write_text(table.replace(made.time, made.time[:16].replace("T", " ")))
        (tmp_path / "mended.csv").write_text(table.replace(" so he signs ", "so he signs it"))
        for name in ("as-it-is.csv", "cut.csv", "mended.csv"):
            assert b"0 new decisions, 1 known already" in run("decisions", "import", path, tmp_path / name).stderr, name
        assert project.decisions() == [made] and made.note == " so he signs "


@pytest.mark.parametrize("cell", ["=cmd()", "+1", "-1", "@x", "'=x", "''-", "\tx", "'x", "’", "plain"])
def test_no_cell_is_a_formula_and_each_is_read_as_it_was(cell: str) -> None:
    one = (Anchor("a", 1, 5, "word"),)
    decision = Decision(verb="rename", sort="event", one=one, value=cell, coder=cell, note=cell)
    table = io.StringIO()
    write_table([decision], table)
    (_, row) = csv.reader(io.StringIO(table.getvalue()))
    assert not any(text.startswith(("=", "+", "-", "@", "\t", "\r")) for text in row)
    plain = replace(decision, value=cell.strip(), coder=cell.strip())
    assert list(read_table(table.getvalue().encode(), "t.csv")) == [plain]


def test_blanks_around_a_name_or_a_kind_are_nothing() -> None:
    table = b'verb,sort,value,coder,note,one\nset,entity, Person ,  , why ,"[[""a"", 1, 5, ""word""]]"\n'
    (decision,) = read_table(table, "t.csv", pytest.fail)
    assert (decision.value, decision.coder, decision.note) == ("Person", "", " why ")


def test_rows_of_one_decision_are_one_and_those_of_one_minute_are_not() -> None:
    one = (Anchor("a", 1, 5, "word"),)
    dropped = Decision(verb="drop", sort="event", one=one, coder="ann", time="2026-05-06T10:00:05+00:00")
    cut = replace(dropped, time="2026-05-06 10:00", note="mended")
    confirmed = replace(dropped, verb="confirm", time="2026-05-06T10:00:20+00:00")
    again = replace(dropped, time="2026-05-06T10:00:40+00:00")
    assert not_among([dropped, cut, dropped], []) == [dropped] and not_among([cut, dropped], []) == [cut]
    assert not_among([dropped, confirmed, again], [dropped, confirmed]) == [again]
    assert not_among([cut, replace(confirmed, note="x")], [dropped, confirmed]) == []
