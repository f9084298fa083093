"""Processes that read, and what becomes of their work when they are killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsgraph as ng
from newsgraph.sources import Problem

STORY = "OSLO, May 6 2026 - Norway and Sweden held talks. Ana Torv urged Norway to open port {}."
ARTICLES = [ng.Article(id=f"a{i:02}", text=STORY.format(i)) for i in range(40)]

MODEL = '''
import os, signal
from spacy.language import Language
from newsgraph.language.pipeline import _load_model

@Language.component("stops_at_a_word")
def stop(doc):
    if "Omega" in doc.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return doc

def load(**options):
    nlp = _load_model("en_core_web_md")
    nlp.add_pipe("stops_at_a_word")
    return nlp
'''


def write_fragile_model(folder: Path) -> None:
    """A model that ends the process which reads "Omega"; its folder is to be on the path."""
    (folder / "fragile_model").mkdir()
    (folder / "fragile_model" / "__init__.py").write_text(MODEL)
    (folder / "fragile_model-1.0.dist-info").mkdir()
    (folder / "fragile_model-1.0.dist-info" / "METADATA").write_text("Name: fragile_model\nVersion: 1.0\n")


def children() -> list[int]:
    """The processes that this one started and that read."""
    command = ["ps", "-ww", "-o", "pid=,args=", "--ppid", str(os.getpid())]
    listed = subprocess.run(command, capture_output=True, text=True, check=False)
    return [int(line.split()[0]) for line in listed.stdout.splitlines() if "newsgraph.workers" in line]


def test_workers_that_are_killed_cost_nothing() -> None:
    killed: list[int] = []

    def articles() -> Iterator[ng.Article]:
        for number, article in enumerate(ARTICLES):
            if number == 32:
                deadline = time.monotonic() + 120
                while not killed and time.monotonic() < deadline:
                    for child in children():
                        os.kill(child, signal.SIGKILL)
                        killed.append(child)
            yield article

    heard: list[Problem] = []
    found = list(ng.extract(articles(), jobs=2, on_problem=heard.append))
    assert killed and not children()
    assert found == list(ng.extract(ARTICLES)) and not heard


def test_an_article_that_ends_its_worker_is_given_up_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_fragile_model(tmp_path)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    heard: list[Problem] = []
    articles = [*ARTICLES[:3], ng.Article(id="bad", text="Omega met Norway."), *ARTICLES[3:5]]
    found = list(ng.extract(articles, jobs=2, model="fragile_model", on_problem=heard.append))
    assert [r.article.id for r in found] == ["a00", "a01", "a02", "a03", "a04"]
    assert [str(p) for p in heard] == [
        "bad: the process that read this article ended (by SIGKILL; out of memory?); take it out, and please report it"
    ]


def test_who_stops_early_leaves_no_process() -> None:
    found = ng.extract(ARTICLES, jobs=2)
    next(found)
    found.close()  # type: ignore[attr-defined]
    assert not children()
