"""Which files an input stands for, and how they are opened."""

from __future__ import annotations

import gzip
import io
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from newsgraph.sources.files import find_inputs
from newsgraph.sources.problems import Problem


def found(*paths: str | Path) -> tuple[list[str], list[str]]:
    problems: list[Problem] = []
    return [item.origin for item in find_inputs(paths, problems.append)], [str(problem) for problem in problems]


def test_directories_are_read_in_depth_and_in_order(write: Callable, tmp_path: Path) -> None:
    names = ["b.txt", "a/z.html", "a/b/c.jsonl", "c.csv.gz", "a.txt", "B.TXT"]
    for name in [*names, ".hidden.txt", ".git/x.txt", "a/picture.png", "README.md", "Makefile"]:
        write(name, "x")
    origins, problems = found(tmp_path)
    expected = ["B.TXT", "a/b/c.jsonl", "a/z.html", "a.txt", "b.txt", "c.csv.gz"]
    assert origins == [str(tmp_path / name) for name in expected]
    assert problems == []


def test_documents_that_are_not_read_are_a_line_for_each_directory(write: Callable, tmp_path: Path) -> None:
    for name in ["one/a.txt", "one/b.ODT", "one/c/d.doc", "one/c/e.odt.gz", "one/f.png", "two/g.eml"]:
        write(name, "x")
    origins, problems = found(tmp_path / "one", tmp_path / "two")
    assert origins == [str(tmp_path / "one" / "a.txt")]
    remedy = "save the text as .txt, .html, .jsonl or .csv"
    assert problems == [
        f"{tmp_path / 'one'}: 3 files are in no format that newsgraph reads (.doc, .odt); {remedy}",
        f"{tmp_path / 'two'}: 1 file is in no format that newsgraph reads (.eml); {remedy}",
    ]


def test_a_file_that_is_reached_twice_is_read_once(write: Callable, tmp_path: Path) -> None:
    path = write("a/a.txt", "x")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "c.txt").symlink_to(path)
    assert found(path, tmp_path, tmp_path / "b", path) == ([str(path)], [])


def test_loops_of_links_end(write: Callable, tmp_path: Path) -> None:
    path = write("a/a.txt", "x")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    origins, problems = found(tmp_path)
    assert origins == [str(path)]
    assert len(problems) == 1
    assert problems[0].startswith(f"{tmp_path / 'self.txt'}: can't be read (Too many levels of symbolic links)")


def test_a_link_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert found(tmp_path) == ([], [f"{tmp_path / 'a.txt'}: there is no such file; check the name"])


def test_what_is_not_there(tmp_path: Path) -> None:
    origins, problems = found(tmp_path / "no.txt", "https://news.example/a", "two\nlines", "bad\0name")
    assert origins == []
    assert problems[:3] == [
        f"{tmp_path / 'no.txt'}: there is no such file; check the name",
        "https://news.example/a: is a web address, and newsgraph reads files; save the page and give its file",
        "two lines: there is no such file; check the name",
    ]
    assert problems[3].startswith("bad name: can't be read (")


def test_no_name_is_not_the_current_directory() -> None:
    assert found("") == ([], ["'': is no file name; name a file or a directory"])


def test_a_directory_without_articles(write: Callable, tmp_path: Path) -> None:
    write("picture.png", "x")
    origins, problems = found(tmp_path)
    assert origins == []
    assert problems[0].startswith(f"{tmp_path}: the directory holds no article; articles are files that end in .txt")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read(read: Callable, write: Callable, tmp_path: Path) -> None:
    path = write("shut/a.txt", "x")
    path.chmod(0)
    assert str(read(path)[1][0]) == f"{path}: may not be read; ask for permission to read it"
    path.parent.chmod(0)
    try:
        assert found(path.parent)[1] == [f"{path.parent}: may not be read; ask for permission to read it"]
    finally:
        path.parent.chmod(0o700)


def test_deep_directories(tmp_path: Path) -> None:
    here = Path.cwd()
    os.chdir(tmp_path)
    try:
        for _ in range(60):
            Path("d").mkdir()
            os.chdir("d")
        Path("a.txt").write_text("x")
    finally:
        os.chdir(here)
    assert len(found(tmp_path)[0]) == 1


TEXT = "Ministers reopen border\n\nThe ministers met on Tuesday.\n"


def test_compressed_files(read: Callable, write: Callable) -> None:
    for name in ("a.txt.gz", "no-ending"):
        (article,), problems = read(write(name, gzip.compress(TEXT.encode())))
        assert article.text == TEXT
        assert problems == []


def test_a_broken_compressed_file(read: Callable, write: Callable) -> None:
    path = write("a.txt.gz", gzip.compress(TEXT.encode() * 1000)[:-30])
    articles, problems = read(path)
    assert articles == []
    assert str(problems[0]).startswith(f"{path}: can't be read (")


def test_an_explicit_file_with_an_unknown_ending_goes_by_its_content(read: Callable, write: Callable) -> None:
    for name, content in {
        "a": TEXT,
        "b.dat": '{"text": "The ministers met."}\n{"text": "They ended."}\n',
        "c.export": '[{"text": "The ministers met again."}]',
        "d.out": "id,title,text\n1,Talks,The ministers met once more.\n",
    }.items():
        articles, problems = read(write(name, content))
        assert len(articles) == (2 if name == "b.dat" else 1)
        assert problems == []


def test_a_binary_file(read: Callable, write: Callable) -> None:
    for name in ("a.txt", "b", "c.html", "d.json", "e.csv"):
        path = write(name, b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
        articles, problems = read(path)
        assert articles == []
        assert [str(problem) for problem in problems] == [
            f"{path}: is a picture, not text; save its text as .txt, .html, .jsonl or .csv"
        ]


def test_a_file_that_is_too_large(read: Callable, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.write(b"Ministers met.\n")
        for _ in range(51):
            file.write(b"They met again. " * 62_500)
    articles, problems = read(path)
    assert articles == []
    assert [str(problem) for problem in problems] == [
        f"{path}: is larger than 50 MB, too large for one article; divide it, or give it as .jsonl"
    ]


@pytest.mark.parametrize(
    ("content", "count"),
    [
        (TEXT, 1),
        ('{"text": "The ministers met."}\n{"text": "They ended."}\n', 2),
        ('[{"text": "The ministers met."}, {"text": "They ended."}]', 2),
        ("text;title\nThe ministers met.;A\nThey ended.;B\n", 2),
    ],
)
def test_standard_input(read: Callable, monkeypatch: pytest.MonkeyPatch, content: str, count: int) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(content.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    articles, problems = read("-")
    assert len(articles) == count
    assert problems == []
    assert all(article.origin.startswith("standard input") for article in articles)
    assert not stdin.buffer.closed


def test_empty_standard_input(read: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    assert [str(problem) for problem in read("-")[1]] == [
        "standard input: is empty; give it an article, or take it out"
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_pipes_are_read_when_given_and_passed_over_in_directories(read: Callable, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(TEXT,))
    writer.start()
    (article,), _ = read(pipe)
    writer.join()
    assert article.text == TEXT
    assert "holds no article" in str(read(tmp_path)[1][0])
