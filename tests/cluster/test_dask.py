"""Reading on a Dask cluster: two workers, of which one is killed, and what is read again when it runs again."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import newsgraph as ng
from newsgraph.cli import main
from newsgraph.cluster.manifest import NAME, Manifest, Part, PartFile, part_files, write_manifest
from newsgraph.record_lines import to_json
from newsgraph.sources import Problem
from tests.sources.test_warc import record as warc_record
from tests.test_workers import MODEL

pytest.importorskip("distributed")

OMEGA = "Omega met Norway."
STORY = "OSLO, May {} 2026 - Norway and Sweden held talks. Ana Torv urged Norway to open port {}. Sweden agreed."


def story(number: int) -> str:
    return STORY.format(number % 28 + 1, number)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two workers, which read the second part of the tests without loading the model again."""
    from newsgraph.cluster.scheduler import connected

    with connected(None, 2) as client:
        yield client


def address(client: Any) -> str:
    return str(client.scheduler.address)


def one_process(inputs: Any, heard: list[Problem] | None = None) -> list[bytes]:
    problems = [] if heard is None else heard
    return [to_json(record) for record in ng.extract(inputs, on_problem=problems.append)]


def lines_of(manifest: Any, folder: Path) -> list[bytes]:
    """The lines of the parts, one after another."""
    return [line for part in manifest.parts for line in (folder / part.file).read_bytes().splitlines()]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Articles in files, among them copies, two articles of one id, and one that is empty."""
    top = tmp_path / "archive"
    top.mkdir()
    for number in range(10):
        (top / f"{number}.txt").write_text(f"Talks\n{story(number)}\n", encoding="utf-8")
    rows = [{"id": f"r{number % 20}", "text": story(number)} for number in range(8, 30)]
    (top / "more.jsonl").write_text("".join(json.dumps(row) + "\n" for row in [*rows, {"id": "void", "text": ""}]))
    (top / "copy.jsonl").write_text(json.dumps({"id": "c", "text": story(12).upper()}) + "\n")
    return top


def test_a_worker_that_is_killed_mid_way_changes_no_byte(archive: Path, tmp_path: Path, cluster: Any) -> None:
    out = tmp_path / "records"
    workers: dict[str, int] = cluster.run(os.getpid)
    victim = next(iter(workers.values()))
    seen: list[int] = []

    def kill() -> None:
        deadline = time.monotonic() + 300
        while time.monotonic() < deadline:
            if number := len(list(out.glob("part-*"))):
                os.kill(victim, signal.SIGKILL)
                seen.append(number)
                return
            time.sleep(0.005)

    killer = threading.Thread(target=kill)
    killer.start()
    heard: list[Problem] = []
    done = ng.extract_parts(archive, out, address=address(cluster), part_size=2, on_problem=heard.append)
    killer.join()
    alone: list[Problem] = []
    expected = one_process(archive, alone)
    assert lines_of(done, out) == expected and len(expected) == 32
    assert seen and seen[0] < len(done.parts), "it was killed before the end"
    assert victim not in cluster.run(os.getpid).values()
    assert sorted(map(str, heard)) == sorted(map(str, alone)) and any("same text" in str(p) for p in heard)
    assert done.complete and done.rows == 32
    assert [(one.id, Path(one.origin).name) for one in done.failures] == [("", "more.jsonl, line 23")]
    assert {path.name for path in out.iterdir()} == {"manifest.json", *(part.file for part in done.parts)}


def test_only_what_is_new_or_lost_is_read_again(archive: Path, tmp_path: Path, cluster: Any) -> None:
    out = tmp_path / "records"

    def run(*others: str) -> tuple[list[str], Any]:
        """The files that a run has written, and its manifest."""
        before = {path.name: path.stat().st_mtime_ns for path in out.glob("part-*")}
        done = ng.extract_parts(archive, out, address=address(cluster), part_size=5, on_problem=[].append)
        after = {path.name: path.stat().st_mtime_ns for path in out.glob("part-*")}
        assert set(after) == {part.file for part in done.parts}
        assert {path.name for path in out.iterdir()} == {*after, NAME, *others}
        assert sorted(lines_of(done, out)) == sorted(one_process(archive))
        return [name for name, time in after.items() if before.get(name) != time], done

    written, done = run()
    assert len(written) == 7
    written, again = run()
    assert not written and again == done
    (out / done.parts[2].file).unlink()
    assert run()[0] == [done.parts[2].file]
    (archive / "new.txt").write_text(f"News\n{story(99)}\n")
    written, grown = run()
    assert len(written) == 1 and grown.rows == done.rows + 1
    (archive / "3.txt").write_text(f"Talks\n{story(77)}\n")
    written, changed = run()
    assert len(written) == 1 and changed.rows == grown.rows, "one part had the article that was changed"
    (archive / "new.txt").unlink()
    staged = "staged-0123abcd-0.jsonl"
    for name in (f".{done.parts[0].file}._x3zq0ab", ".manifest.json.abcd1234", staged, f".{staged}.abcd1234"):
        (out / name).write_text("half of it")
    for name in (".notes", "staged-notes.jsonl"):
        (out / name).write_text("mine")
    assert run(".notes", "staged-notes.jsonl")[1].rows == done.rows, "what was killed is taken away, and nothing else"


def write_table(path: Path, numbers: Sequence[int]) -> None:
    import pyarrow
    from pyarrow import parquet

    rows = {"id": [f"p{n}" for n in numbers], "text": [story(n) for n in numbers]}
    parquet.write_table(pyarrow.table(rows), path)


def test_every_format_from_paths_and_urls_into_a_project(tmp_path: Path, cluster: Any) -> None:
    pytest.importorskip("fastwarc")
    top = tmp_path / "archive"
    top.mkdir()
    (top / "a.txt").write_text(f"Talks\n{story(1)}\n")
    with gzip.open(top / "b.jsonl.gz", "wt") as stream:
        stream.write("".join(json.dumps({"id": f"j{n}", "text": story(n)}) + "\n" for n in (2, 3)))
    (top / "c.csv").write_text("id,body\n" + "".join(f'c{n},"{story(n)}"\n' for n in (4, 5)))
    write_table(top / "d.parquet", (6, 7))
    page = f"<html><body><article><h1>Talks</h1><p>{story(8)} {story(9)}</p></article></body></html>"
    (top / "e.warc").write_bytes(warc_record("http://example.org/a", page))
    expected = one_process([str(path) for path in sorted(top.iterdir())])
    assert len(expected) == 8
    urls = [f"file://{top}/*.jsonl.gz", f"file://{top}/c.csv"]
    given = [str(top / "a.txt"), *urls, str(top / "d.parquet"), f"file://{top}/e.warc"]
    done = ng.extract_parts(given, tmp_path / "out", address=address(cluster), format="parquet", part_size=3)
    assert done.rows == 8 and [Path(one.origin).name for one in done.inputs] == [p.name for p in sorted(top.iterdir())]
    manifest = tmp_path / "out" / "manifest.json"
    found = [line.replace(b"file://" + bytes(tmp_path), bytes(tmp_path)) for line in one_process(manifest)]
    assert found == expected
    assert one_process(tmp_path / "out") == one_process(manifest)
    told = CliRunner().invoke(main, ["add", str(tmp_path / "news.newsgraph"), str(manifest)])
    assert told.exit_code == 0 and "8 added; 8 articles" in told.stderr
    with ng.open_project(tmp_path / "news.newsgraph") as project:
        assert sorted(map(to_json, project.records())) == sorted(one_process(manifest))


def test_an_article_that_ends_its_worker_is_tried_alone_and_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fragile_model").mkdir()
    (tmp_path / "fragile_model" / "__init__.py").write_text(MODEL)
    (tmp_path / "fragile_model-1.0.dist-info").mkdir()
    (tmp_path / "fragile_model-1.0.dist-info" / "METADATA").write_text("Name: fragile_model\nVersion: 1.0\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    (tmp_path / "a.jsonl").write_text(
        "".join(json.dumps({"id": f"a{n}", "text": OMEGA if n == 2 else story(n)}) + "\n" for n in range(4))
    )
    heard: list[Problem] = []
    done = ng.extract_parts(
        tmp_path / "a.jsonl", tmp_path / "out", jobs=2, model="fragile_model", on_problem=heard.append
    )
    assert [json.loads(line)["article"]["id"] for line in lines_of(done, tmp_path / "out")] == ["a0", "a1", "a3"]
    assert [failed.id for failed in done.failures] == ["a2"] and done.complete
    assert [p.message for p in heard] == ["the process that read this article ended"]


def test_what_a_manifest_lists_must_be_as_it_was_written(tmp_path: Path, cluster: Any) -> None:
    (tmp_path / "a.txt").write_text(f"Talks\n{story(1)}\n")
    out = tmp_path / "out"
    ng.extract_parts(tmp_path / "a.txt", out, address=address(cluster))
    (part,) = out.glob("part-*")
    part.write_bytes(part.read_bytes().replace(b"Norway", b"Sweden"))
    heard: list[Problem] = []
    assert not one_process(out, heard) and ["not as it was written" in str(problem) for problem in heard] == [True]
    part.unlink()
    assert not one_process(out, heard) and "is missing" in str(heard[-1])
    (out / "manifest.json").write_text('{"newsgraph_manifest": 9, "version": "x", "format": "jsonl"}')
    assert not one_process(out, heard) and "of a newer newsgraph" in str(heard[-1])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--dask"], "--dask writes many files; name their folder with -o"),
        (["--dask", "some/folder", "-o", "out"], "--dask some/folder: is no address of a scheduler"),
        (["--dask", "tcp://127.0.0.1:9", "-o", "out"], "--dask tcp://127.0.0.1:9: no scheduler answers"),
        (["--dask=", "-o", "out"], "is no address of a scheduler"),
        (["-o", "out", "--table", "events", "--dask"], "--table and --dask don't go together"),
    ],
)
def test_mistakes_are_one_line(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("newsgraph.cluster.scheduler._TIMEOUT", 1)
    Path("a.txt").write_text("Norway met Sweden.")
    done = CliRunner().invoke(main, ["extract", "a.txt", *arguments])
    assert done.exit_code == 2 and said in done.stderr and "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_inputs_that_hold_nothing_are_told(tmp_path: Path, cluster: Any) -> None:
    heard: list[Problem] = []
    with pytest.raises(ng.SourceError, match="no article could be read"):
        ng.extract_parts(
            [f"file://{tmp_path}/*.txt", str(tmp_path / "gone.txt"), "-"], tmp_path / "out", address=address(cluster),
            on_problem=heard.append,
        )  # fmt: skip
    assert [problem.message for problem in heard] == [
        "no article is there", "there is no such file", "can't be divided among machines",
    ]  # fmt: skip
    with pytest.raises(ng.ClusterError, match=r"nope://x: .*check the URL|Protocol not known"):
        ng.extract_parts("nope://x", tmp_path / "out", address=address(cluster))


def test_what_could_not_be_read_is_listed_and_files_are_seen_from_where_they_were(
    tmp_path: Path, cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "elsewhere").mkdir()
    for name, content in (("a.txt", story(1)), ("b.txt", story(2)), ("void.txt", ""), ("broken.pdf", "%PDF-1.4 no")):
        (tmp_path / "news" / name).write_text(content)
    monkeypatch.chdir(tmp_path)
    heard: list[Problem] = []
    done = ng.extract_parts("news", "out", address=address(cluster), on_problem=heard.append)
    assert [one.origin for one in done.failures] == ["news/broken.pdf", "news/void.txt"]
    assert len(heard) == 2 and done.complete and done.seen_from == ".."
    with ng.open_project("p.newsgraph") as project:
        assert str(project.add("out", on_problem=heard.append)) == "2 added, 2 failed"
        assert [failure.name for failure in project.failures()] == ["news/broken.pdf", "news/void.txt"]
        (tmp_path / "news" / "a.txt").write_text(story(3))
        ng.extract_parts("news", "out", address=address(cluster), on_problem=heard.append)
        monkeypatch.chdir("elsewhere")
        assert str(project.add("../out", on_problem=heard.append)) == "0 added, 1 changed, 1 known already, 2 failed"
        assert sorted(str(one.source) for one in project.articles()) == ["news/a.txt", "news/b.txt"]


@pytest.mark.skipif(os.sep != "/", reason="names are bytes where they are written so")
def test_the_folder_of_a_manifest_may_have_any_name(tmp_path: Path) -> None:
    (tmp_path / "part.jsonl").write_bytes(b"{}\n")
    part = Part(
        file="part.jsonl", rows=1, bytes=3, sha256=hashlib.sha256(b"{}\n").hexdigest(), seconds=0.0, articles=""
    )
    write_manifest(Manifest(version="v", format="jsonl", seen_from=r"../caf\xe9", parts=[part]), str(tmp_path))
    found = [one for one in part_files(tmp_path / NAME) if isinstance(one, PartFile)]
    assert [one.seen_from for one in found] == [tmp_path / ".." / "caf\udce9"]
