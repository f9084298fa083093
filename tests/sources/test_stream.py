"""Articles out of many inputs."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsgraph.articles import id_from_content
from newsgraph.errors import SourceError
from newsgraph.sources import open_articles

STORY = "The two ministers met in Lomara on Tuesday and agreed to reopen the border, officials said."


def test_all_formats_in_one_directory_in_order(read: Callable, write: Callable, tmp_path: Path) -> None:
    write("a.csv", "id,text\nc-1,Talks went on in Lomara.\n")
    write("b.html", f"<html><body><article><h1>Border</h1><p>{STORY}</p><p>{STORY[::-1]}</p></article></body></html>")
    write("c/d.jsonl", '{"id": "j-1", "text": "Talks ended in Selm."}\n')
    write("c/e.json", '[{"id": "k-1", "text": "Talks failed in Selm."}]')
    write("f.txt", f"Ministers reopen border\n\n{STORY} They left.")
    articles, problems = read(tmp_path)
    assert articles[0].id == "c-1"
    assert [Path(str(article.origin)).name.split(",")[0] for article in articles] == [
        "a.csv", "b.html", "d.jsonl", "e.json", "f.txt",
    ]  # fmt: skip
    assert problems == []


def test_everything_that_can_be_read_goes_on(read: Callable, write: Callable, tmp_path: Path) -> None:
    good = write("good.txt", STORY)
    barren = write("dir/x.bin", b"x").parent
    bad = [write("empty.txt", ""), write("binary.txt", bytes(1000)), tmp_path / "missing", barren]
    articles, problems = read(*bad[:2], good, *bad[2:])
    assert [article.text for article in articles] == [STORY]
    assert [problem.origin for problem in problems] == [str(path) for path in bad]
    assert all(problem.lost and "\n" not in str(problem) for problem in problems)


def test_duplicated_content_is_read_once(read: Callable, write: Callable) -> None:
    first = write("a.txt", STORY)
    second = write("b.jsonl", json.dumps({"id": "other", "text": STORY.upper().replace(" ", "\n")}))
    articles, problems = read(first, second)
    assert [article.origin for article in articles] == [str(first)]
    assert [(str(problem), problem.lost) for problem in problems] == [
        (f"{second}, line 1: left out as the same text as {first}; nothing is lost", False)
    ]
    assert len(read(first, second, keep_duplicates=True)[0]) == 2


def test_two_articles_with_one_id_are_both_kept(read: Callable, write: Callable) -> None:
    rows = [{"id": "7", "text": text} for text in ("Talks went on.", "Talks ended.", "Talks failed.")]
    path = write("a.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    articles, problems = read(path)
    ids = ["7", *(f"7-{id_from_content(row['text'])[:8]}" for row in rows[1:])]
    assert [article.id for article in articles] == ids
    assert [problem.lost for problem in problems] == [False, False]
    assert str(problems[0]) == (
        f"{path}, line 2: another article has the id '7' too; this one is called '{ids[1]}'; "
        "give each article an id of its own"
    )


def test_ids_come_from_the_address_or_the_content(read: Callable, write: Callable) -> None:
    rows = [{"text": "Talks went on.", "url": "https://www.news.example/talks/?p=1#top"}, {"text": "Talks ended."}]
    articles, _ = read(write("a.jsonl", "".join(json.dumps(row) + "\n" for row in rows)))
    assert [article.id for article in articles] == ["news.example/talks/?p=1", id_from_content("Talks ended.")]


def test_an_article_that_is_too_long(read: Callable, write: Callable) -> None:
    path = write("a.txt", "Talks went on. " * 70_000)
    articles, problems = read(path)
    assert articles == []
    assert str(problems[0]) == f"{path}: its text has 1,050,000 characters, over 250,000; divide it into its articles"


def test_the_format_may_be_said(read: Callable, write: Callable) -> None:
    path = write("a.txt", "id,text\n1,Talks went on.\n")
    assert read(path, format="csv")[0][0].id == "1"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"format": "odt"}, "odt: not a format of articles; name one of text, html, jsonl, json, csv, feed"),
        ({"fields": {"colour": "x"}}, "colour: articles have no such field; name one of text, title, published"),
    ],
)
def test_wrong_options_are_said_at_once(options: dict, message: str) -> None:
    with pytest.raises(SourceError, match="^" + message):
        open_articles([], on_problem=print, **options)


def test_the_same_input_gives_the_same_articles(read: Callable, write: Callable, tmp_path: Path) -> None:
    for number in range(20):
        write(f"{number}.txt", f"Talk number {number}\n\n{STORY}")
    assert read(tmp_path) == read(tmp_path)


def test_nothing_heavy_is_imported_before_it_is_used() -> None:
    code = (
        "import sys, newsgraph.sources; "
        "print([m for m in ('trafilatura', 'lxml', 'py3langid', 'charset_normalizer', 'dateparser', 'spacy', 'numpy') "
        "if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_gold_articles_keep_id_and_text(read: Callable, shared: Path) -> None:
    path = shared / "gold" / "g5w1h.jsonl"
    rows = [json.loads(line)["article"] for line in path.read_text("utf-8").splitlines()]
    articles, _ = read(path)
    assert [(article.id, article.text) for article in articles] == [(row["id"], row["text"]) for row in rows]


def test_one_path_is_an_input_too(write: Callable, tmp_path: Path) -> None:
    write("f.txt", f"Ministers reopen border\n\n{STORY} They left.")
    for path in (tmp_path / "f.txt", str(tmp_path / "f.txt")):
        assert [article.title for article in open_articles(path, on_problem=print)] == ["Ministers reopen border"]
