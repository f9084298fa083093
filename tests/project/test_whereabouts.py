"""What is gone is taken out, and nothing else: files that move, change places, or can't be reached."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsgraph as ng
from newsgraph.reader import Outcome, Reader
from newsgraph.record_lines import to_json, write_records
from newsgraph.records import Record
from newsgraph.sources import Problem

NAMES = ("north", "south", "west")


@pytest.fixture(autouse=True)
def _reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read does not matter here: the record of an article is empty."""

    def outcomes(articles, reader, jobs, *, apart=False):  # type: ignore[no-untyped-def]
        return (Outcome(article, to_json(Record(article=article)), None) for article in articles)

    monkeypatch.setattr("newsgraph.project.adding.outcomes_of", outcomes)
    monkeypatch.setattr(Reader, "version", lambda self: "a reader")


@pytest.fixture
def a(tmp_path: Path) -> Path:
    """A folder of three articles, in a folder that is the working folder."""
    folder = tmp_path / "a"
    (folder / "s").mkdir(parents=True)
    for name in NAMES:
        write(folder / f"{name}.txt", name)
    write(folder / "s" / "deep.txt", "deep")
    return folder


def write(path: Path, word: str) -> None:
    path.write_text(f"Norway opened the {word} port on Monday.\n")



@pytest.fixture
def project(a: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ng.Project]:
    """A project of them."""
    monkeypatch.chdir(tmp_path)
    with ng.open_project("p.newsgraph") as corpus:
        assert str(corpus.add("a")) == "4 added"
        yield corpus


def sources(project: ng.Project) -> list[str]:
    return sorted(article.source or "" for article in project.articles())


def words(project: ng.Project) -> list[str]:
    return sorted(record.article.text.split()[3] for record in project.records())


def told(heard: list[Problem]) -> str:
    return "\n".join(map(str, heard))


def test_a_part_of_the_articles_takes_nothing_out(project: ng.Project) -> None:
    heard: list[Problem] = []
    assert project.update("a", shard=(1, 2), on_problem=heard.append).removed == 0
    assert len(project) == 4 and "nothing is taken out, as a part of the articles" in told(heard)


def test_a_folder_that_is_away_takes_nothing_out(project: ng.Project, a: Path) -> None:
    a.rename(a.with_name("b"))
    heard: list[Problem] = []
    assert project.update("a", on_problem=heard.append).removed == 0
    assert "a: there is no such file" in told(heard) and "so 4 articles from there are kept" in told(heard)
    a.mkdir()  # as where a disk is not mounted
    heard.clear()
    assert project.update("a", on_problem=heard.append).removed == 0
    assert "holds no article" in told(heard) and "so 4 articles from there are kept" in told(heard)


def test_a_folder_that_may_not_be_read_takes_nothing_out(
    project: ng.Project, a: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = Path.iterdir

    def locked(path: Path):  # type: ignore[no-untyped-def]  # the superuser may read everything
        if path.name == "s":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", locked)
    (a / "west.txt").unlink()
    (a / "scan.doc").write_text("is in no format that is read, and hides nothing")
    heard: list[Problem] = []
    assert project.update("a", on_problem=heard.append).removed == 1
    assert words(project) == ["deep", "north", "south"] and "so 1 article from there are kept" in told(heard)


def test_a_folder_that_was_renamed_is_where_it_is_now(project: ng.Project, a: Path) -> None:
    a.rename(a.with_name("b"))
    assert str(project.add("b")) == "0 added, 4 known already"
    assert sources(project) == ["b/north.txt", "b/s/deep.txt", "b/south.txt", "b/west.txt"]
    write(Path("b/west.txt"), "far")
    a.mkdir()
    write(a / "new.txt", "new")
    assert str(project.update("a")) == "1 added"
    assert str(project.update("b")) == "0 added, 1 changed, 3 known already"
    assert project.remove("b/north.txt") == 1
    assert words(project) == ["deep", "far", "new", "south"]


def test_an_article_stays_as_long_as_one_file_holds_it(project: ng.Project, a: Path) -> None:
    Path("b").mkdir()
    write(Path("b/copy.txt"), "west")
    assert str(project.add("b")) == "0 added, 1 known already"
    (a / "west.txt").unlink()
    assert project.update("a").removed == 0
    assert "b/copy.txt" in sources(project) and "a/west.txt" not in sources(project)
    Path("b/copy.txt").unlink()
    write(Path("b/other.txt"), "other")
    assert project.update("b").removed == 1
    assert words(project) == ["deep", "north", "other", "south"]


def test_files_that_change_places_lose_nothing(project: ng.Project, a: Path) -> None:
    for name, word in zip(NAMES, ("south", "west", "north"), strict=True):
        write(a / f"{name}.txt", word)
    assert str(project.add("a")) == "0 added, 4 known already"
    assert words(project) == ["deep", "north", "south", "west"]
    write(a / "south.txt", "new")  # where "west" was, of which there is now no file
    write(a / "north.txt", "north")  # "south" is nowhere, and "north" twice
    done = project.add("a", on_problem=lambda problem: None)
    assert str(done) == "0 added, 1 changed, 1 removed, 2 known already"
    assert words(project) == ["deep", "new", "north"]


@pytest.mark.parametrize(("name", "other"), [("north", "south"), ("west", "south"), ("south", "north")])
def test_a_file_that_becomes_a_copy_keeps_no_old_text(project: ng.Project, a: Path, name: str, other: str) -> None:
    write(a / f"{name}.txt", other)
    assert str(project.add("a", on_problem=lambda problem: None)) == "0 added, 1 removed, 3 known already"
    assert words(project) == sorted({"deep", *NAMES} - {name})
    write(a / f"{name}.txt", name)
    assert str(project.add("a")) == "1 added, 3 known already"
    assert sources(project) == ["a/north.txt", "a/s/deep.txt", "a/south.txt", "a/west.txt"]


def test_a_row_that_becomes_a_copy_keeps_no_old_text(project: ng.Project) -> None:
    table = Path("table.jsonl")
    rows = [{"id": str(number), "text": f"Norway opened the port {number}."} for number in range(3)]
    table.write_text("\n".join(map(json.dumps, rows)))
    assert str(project.add(table)) == "3 added"
    rows[2]["text"] = rows[0]["text"]
    table.write_text("\n".join(map(json.dumps, rows)))
    assert str(project.add(table, on_problem=lambda problem: None)) == "0 added, 1 removed, 2 known already"


def test_an_article_never_takes_the_name_of_another(project: ng.Project, tmp_path: Path) -> None:
    page = '<html><head><link rel="canonical" href="https://ex.org/{}"></head><body><p>Norway opened the {} port on ' \
           "Monday, and ministers of both countries were there to see it.</p></body></html>"
    for name, url in (("x", "one"), ("y", "two")):
        (tmp_path / f"{name}.html").write_text(page.format(url, name))
    assert str(project.add(["x.html", "y.html"])) == "2 added"
    (tmp_path / "x.html").write_text(page.format("two", "x"))
    for verb in (project.add, project.update):
        heard: list[Problem] = []
        verb("x.html", on_problem=heard.append)
        assert len(project) == 6
        assert {"ex.org/one": "x.html", "ex.org/two": "y.html"}.items() <= {
            a.id: a.source for a in project.articles()
        }.items()
    (tmp_path / "x.html").write_text(page.format("two", "new"))
    assert str(project.add("x.html", on_problem=heard.append)) == "0 added, 1 changed"
    assert "another article has the id 'ex.org/two' too; this one is still called 'ex.org/one'" in told(heard)
    assert len(project) == 6


def test_standard_input_takes_nothing_out(project: ng.Project, monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    class Piped:
        def __init__(self, text: str) -> None:
            self.buffer = io.BytesIO(text.encode())

    for word in ("first", "second"):
        monkeypatch.setattr(sys, "stdin", Piped(json.dumps({"id": word, "text": f"Norway opened the {word} port."})))
        heard: list[Problem] = []
        assert project.update("-", on_problem=heard.append).added == 1
        assert "standard input: nothing is taken out" in told(heard)
    assert len(project) == 6


def records_of(texts: dict[str, str]) -> Path:
    """A file of records in a folder of its own, of articles in files as seen from here."""
    path = Path("made") / "deep" / "records.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as stream:
        write_records([Record(article=ng.Article(text=text, origin=name)) for name, text in texts.items()], stream)
    return path.absolute()


def test_records_name_their_files_as_seen_from_where_they_were_made(
    project: ng.Project, a: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder from which they are added is another one."""
    old = (a / "north.txt").read_text()
    mild = "The weather was mild, and many people walked along the river."
    given = records_of({"a/north.txt": f"{old}{mild}", "b/far.txt": f"Sweden opened the far port. {mild}"})
    monkeypatch.chdir(given.parent)
    done = project.add(given)
    assert (done.added, done.changed) == (1, 1) and len(project) == 5
    assert sources(project) == ["a/north.txt", "a/s/deep.txt", "a/south.txt", "a/west.txt", "made/deep/b/far.txt"]
    monkeypatch.chdir(a.parent)
    assert project.add(records_of({"a/north.txt": f"{old}{mild} It was late."})).added == 0
    assert len(project) == 5


def test_a_record_of_another_text_takes_no_place(project: ng.Project, a: Path) -> None:
    """It may be of a file of that name on another machine."""
    held = words(project)
    other = "Voters in Torva elected a mayor. She promised cheaper trams and a bridge within four years."
    assert str(project.add(records_of({"a/north.txt": other}))) == "1 added"
    assert words(project) == sorted([*held, "elected"])
    assert str(project.add("a")) == "0 added, 4 known already"
    assert words(project) == sorted([*held, "elected"])


def test_a_file_that_held_a_copy_holds_it_no_more(project: ng.Project, tmp_path: Path) -> None:
    """What the other file has of the article is then its only version."""
    one, two = ({"id": str(n), "text": f"Norway opened port {n} on Monday."} for n in (1, 2))
    both = ["first.jsonl", "second.jsonl"]
    for name in both:
        (tmp_path / name).write_text("".join(json.dumps(row) + "\n" for row in (one, two)))
    heard: list[Problem] = []
    assert str(project.add(both, on_problem=heard.append)) == "2 added"
    (tmp_path / "second.jsonl").write_text(json.dumps(two) + "\n")
    assert str(project.add(both, on_problem=heard.append)) == "0 added, 2 known already"
    one["text"] += " It is a deep port."
    (tmp_path / "first.jsonl").write_text("".join(json.dumps(row) + "\n" for row in (one, two)))
    assert str(project.add(both, on_problem=heard.append)) == "0 added, 1 changed, 1 known already"


@pytest.mark.parametrize("order", [["first.jsonl", "second.jsonl"], ["second.jsonl", "first.jsonl"]])
def test_an_article_is_edited_in_the_run_in_which_its_copy_is_taken_out(
    project: ng.Project, tmp_path: Path, order: list[str]
) -> None:
    """Whichever file was read first, and so had the article."""
    one, two = ({"id": str(n), "text": f"Norway opened port {n} on Monday."} for n in (1, 2))
    write_rows(tmp_path / "first.jsonl", one, two)
    write_rows(tmp_path / "second.jsonl", one, two)
    heard: list[Problem] = []
    assert str(project.add(order, on_problem=heard.append)) == "2 added"
    write_rows(tmp_path / "first.jsonl", one | {"text": f"{one['text']} It is a deep port."}, two)
    write_rows(tmp_path / "second.jsonl", two)
    assert str(project.add(order, on_problem=heard.append)) == "0 added, 1 changed, 1 known already"
    assert "1: is the edited text after all" in told(heard)
    texts = {record.article.id: record.article.text for record in project.records()}
    assert len(texts) == 6 and texts["1"].endswith("deep port.")
    assert str(project.add(order, on_problem=heard.append)) == "0 added, 2 known already"


@pytest.mark.parametrize("both", [True, False])
def test_an_article_that_its_file_holds_no_more_is_of_the_other_that_does(
    project: ng.Project, tmp_path: Path, both: bool
) -> None:
    """Whether or not that is read in the same run; and there it may be edited."""
    one, two = ({"id": str(n), "text": f"Norway opened port {n} on Monday."} for n in (1, 2))
    write_rows(tmp_path / "second.jsonl", one, two)
    write_rows(tmp_path / "first.jsonl", one, two)
    files, heard = ["second.jsonl", "first.jsonl"], list[Problem]()
    assert str(project.add(files, on_problem=heard.append)) == "2 added"
    write_rows(tmp_path / "second.jsonl", two)
    project.add(files if both else "second.jsonl", on_problem=heard.append)
    assert {a.id: a.source for a in project.articles() if a.id in "12"} == {"1": "first.jsonl", "2": "second.jsonl"}
    write_rows(tmp_path / "first.jsonl", one | {"text": f"{one['text']} It is a deep port."}, two)
    assert str(project.add(files if both else "first.jsonl", on_problem=heard.append)).startswith("0 added, 1 changed")
    assert len(project) == 6


def write_rows(path: Path, *rows: dict[str, str]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
