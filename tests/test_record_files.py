"""Which files hold records, and what is read from them: lines, documents, archives."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import newsgraph as ng
from newsgraph.record_files import is_record_file
from newsgraph.record_lines import to_json
from newsgraph.sources import Problem, open_articles
from tests.graph.test_knowledge_graph import records

ONE, TWO = records()
LINES = to_json(ONE) + b"\n\n" + to_json(TWO) + b"\n"
LIST = b"[\n" + to_json(ONE) + b",\n" + to_json(TWO) + b"]"
TURNED = b'{"schema": 1, "entities": [], "article":\n {"id": "x", "text": "Talks."}}'


def packed_zip(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return out.getvalue()


def packed_tar(**files: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name.replace("__", "."))
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def read(path: Path) -> tuple[list[str], list[str]]:
    heard: list[Problem] = []
    found = [record.article.id for record in ng.extract(path, on_problem=heard.append)]
    return found, [str(problem).removeprefix(f"{path}") for problem in heard]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("r.jsonl", LINES), ("r.jsonl", LIST), ("r.json", LIST), ("r.json", LINES), ("r.json.gz", gzip.compress(LIST)),
        ("r.json", b"\xef\xbb\xbf" + LIST), ("r", LIST), ("r.zip", packed_zip(a__jsonl=LINES)),
        ("r.zip", packed_zip(a__json=LIST)), ("r.tar.gz", packed_tar(a__jsonl=LINES)),
        ("r.tgz", packed_tar(a__jsonl=to_json(ONE), b__json=b"[" + to_json(TWO) + b"]")),
    ],
)  # fmt: skip
def test_records_are_records_however_they_are_packed(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    assert is_record_file(tmp_path / name)
    assert read(tmp_path / name) == (["one", "two"], [])


def test_a_document_of_one_record_with_its_fields_in_another_order(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_bytes(TURNED)
    assert read(tmp_path / "r.json") == (["x"], [])


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.json", b'[{"text": "Talks went on.", "schema": 1}]'), ("a.json", b'{"article": {"text": "Talks."}}'),
        ("a.json", b'[{"article": {"text": "Talks went on."}}]'), ("a.json", b'[{"article": '), ("a.json", b"[]"),
        ("a.zip", packed_zip(a__txt=b"Talks went on.", b__jsonl=LINES)), ("a.zip", packed_zip()), ("a.zip", b"PK"),
        ("a.tar", b"?" * 900), ("a.json", b'["article"]'),
    ],
)  # fmt: skip
def test_articles_are_no_records(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    assert not is_record_file(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "pack", "told"),
    [
        ("r.json", lambda bad: b"[" + bad + b"," + to_json(TWO) + b"]", ", item 1: not a record of newsgraph"),
        ("r.zip", lambda bad: packed_zip(a__jsonl=bad + b"\n" + to_json(TWO)), ", a.jsonl, line 1: not a record of"),
        ("r.tgz", lambda bad: packed_tar(a__jsonl=to_json(TWO), b__txt=b"Talks."), ", b.txt: is no file of records"),
        ("r.tgz", lambda bad: packed_tar(a__jsonl=to_json(TWO), b__json=b'[{"article"'), ", b.json: is broken JSON"),
    ],
)  # fmt: skip
def test_what_is_no_record_is_told_and_the_others_are_read(
    name: str, pack: Callable[[bytes], bytes], told: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(pack(to_json(ONE).replace(b'"kind":"Person"', b'"kind":5')))
    found, (problem,) = read(tmp_path / name)
    assert found == ["two"]
    assert problem.startswith(told)


def test_a_record_among_articles_is_read_again_and_a_note_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"id": "a", "text": "Talks went on."}\n' + to_json(ONE))
    heard: list[Problem] = []
    found = [article.id for article in open_articles(tmp_path / "a.jsonl", on_problem=heard.append)]
    assert found == ["a", "one"]
    assert [problem.message.partition(":")[0] for problem in heard] == ["is a record among articles"]
