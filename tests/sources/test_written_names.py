"""Names of files that are not UTF-8 are written in one way, and lead back to the file."""

from __future__ import annotations

import os
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.articles import Article
from newsgraph.intake import Intake
from newsgraph.record_files import is_record_file
from newsgraph.sources import Problem, open_articles
from newsgraph.sources.written_names import shown_name, true_name, written_name

BYTES_ALONE = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are Unicode there")
NAME = os.fsdecode(b"caf\xe9.txt")
TEXT = "Ana Torv met the envoy of Norland in Oslo on Monday."


@given(st.binary(max_size=12) | st.sampled_from((rb"\xe9", rb"\x5cxe9", b"\\\xe9", rb"\\x5c", rb"\x41", "é".encode())))
def test_each_name_is_written_in_one_way_and_back(name: bytes) -> None:
    path = os.fsdecode(name)
    written = written_name(path)
    assert written.encode().decode() == written
    assert true_name(written) == path


def test_what_is_written() -> None:
    assert written_name(NAME) == r"caf\xe9.txt"
    assert written_name(r"a\xe9") == r"a\x5cxe9"
    assert written_name(r"a\b") == r"a\b"
    assert shown_name("\ud800") == r"\ud800"
    assert shown_name(r"a\xe9") == r"a\xe9"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / NAME).write_text(TEXT)
    return tmp_path


@BYTES_ALONE
def test_a_folder_with_such_a_file(folder: Path) -> None:
    problems: list[Problem] = []
    (article,) = open_articles([folder], on_problem=problems.append)
    assert article.origin == f"{folder}/caf\\xe9.txt"
    assert not problems
    assert not is_record_file(folder / NAME)


@BYTES_ALONE
def test_problems_name_it(folder: Path) -> None:
    problems: list[Problem] = []
    (folder / NAME).write_text(" ")
    (folder / os.fsdecode(b"\xe9.pages")).write_text(" ")
    assert not list(open_articles([folder, folder / os.fsdecode(b"\xff.txt")], on_problem=problems.append))
    assert [problem.origin.removeprefix(f"{folder}") for problem in problems] == [r"/caf\xe9.txt", "", r"/\xff.txt"]


@pytest.mark.parametrize("ending", ["zip", "tar"])
def test_members_of_archives(tmp_path: Path, ending: str) -> None:
    plain, packed = tmp_path / "plain.txt", tmp_path / f"a.{ending}"
    plain.write_text(TEXT)
    if ending == "zip":
        with zipfile.ZipFile(packed, "w") as archive:
            archive.write(plain, "cafe.txt")
        packed.write_bytes(packed.read_bytes().replace(b"cafe.txt", b"caf\xe9.txt"))
    else:
        with tarfile.open(packed, "w") as archive:
            archive.add(plain, NAME)
    (article,) = open_articles([packed], on_problem=lambda problem: pytest.fail(str(problem)))
    assert article.origin is not None
    assert article.origin.encode().startswith(f"{packed}, caf".encode())


def test_articles_of_the_caller_with_halves_of_characters() -> None:
    problems: list[Problem] = []
    given = Article(id="a\ud800", text=TEXT, title="T\udce9", origin=NAME)
    (article,) = (article for _, articles in Intake(problems.append).groups([given]) for article in articles)
    assert isinstance(article, Article)
    assert (article.id, article.title, article.origin) == ("a\ufffd", "T\ufffd", r"caf\xe9.txt")
    assert [str(problem) for problem in problems] == [
        r"caf\xe9.txt: has halves of characters in its id and title, which are written as �; give whole characters"
    ]
