"""Notes on quality, on a small corpus whose figures can be counted by hand."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from IPython.lib.pretty import pretty

from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.record_lines import write_records
from newsgraph.records import Entity, Event, Mention, Proposal, Record, Span
from newsgraph.report import Quality
from newsgraph.sources import Problem

TEXT = "Police arrested 12 protesters in Oslo on 3 May 2026. It was a grey day. Sweden urged Norway to free them."
LEFT = Problem("a.docx", "is empty", "take it out")
NOTE = Problem("b.txt", "kept, though", "check it", lost=False)


def at(text: str, words: str) -> dict[str, int]:
    start = text.index(words)
    return {"start": start, "end": start + len(words)}


def mention(id: str, entity: str, words: str, kind: str) -> Mention:
    return Mention(id=id, entity=entity, text=words, kind=kind, form="name", **at(TEXT, words))


@pytest.fixture(scope="module")
def records() -> list[Record]:
    first = Record(
        article=Article(id="one", text=TEXT, source="Courier", published="2026-05-04", language="en"),
        sentences=((0, 52), (53, 71), (72, 105)),
        entities=(
            Entity(id="e1", kind="Agency", name="Oslo Police"), Entity(id="e2", kind="Place", name="Oslo"),
            Entity(id="e3", kind="Country", name="Sweden", country="SE"),
        ),
        mentions=(
            mention("m1", "e1", "Police", "Agency"), mention("m2", "e2", "Oslo", "Place"),
            mention("m3", "e3", "Sweden", "Country"),
        ),
        events=(
            Event(id="v1", text="arrested", kind="COERCE", factuality="actual", agents=("m1",), places=("m2",),
                  time="2026-05-03", **at(TEXT, "arrested")),
        ),
        proposals=(
            Proposal(id="p1", act="urge", proposers=("m3",), cue=Span(**at(TEXT, "urged")),
                     content=Span(**at(TEXT, "to free them")), **at(TEXT, "Sweden urged Norway to free them")),
        ),
    )  # fmt: skip
    bare = "The sky over the fjord was blue."
    unsure = Event(id="v1", text="blue", kind="PROTEST", factuality="actual", confidence=0.2, **at(bare, "blue"))
    second = Record(article=Article(id="two", text=bare, language="no"), sentences=((0, 32),), events=(unsure,))
    return [first, second]


@pytest.fixture(scope="module")
def quality(records: list[Record]) -> Quality:
    return KnowledgeGraph.from_records(records).quality([LEFT, NOTE])


def test_articles_and_sentences(quality: Quality) -> None:
    assert (quality.articles, quality.languages) == (2, {"en": 1, "no": 1})
    assert quality.sources == {"Courier": 1, "unknown": 1}
    assert (quality.undated_articles, quality.first_day, quality.last_day) == (1, "2026-05-04", "2026-05-04")
    assert (quality.sentences, quality.sentences_without_claims) == (4, 2)
    assert quality.articles_without_claims == ("two",)


def test_claims(quality: Quality, records: list[Record]) -> None:
    assert quality.events == quality.dated_events == quality.placed_events == quality.events_with_agent == 1
    assert (quality.proposals, quality.proposals_with_proposer) == (1, 1)
    assert quality.claims == {"events": 2, "proposals": 1, "attributions": 0, "relations": 0}
    assert quality.withheld_claims["events"] == 1
    assert quality.threshold == 0.5
    lower = KnowledgeGraph.from_records(records, min_confidence=0.1).quality()
    assert (lower.threshold, lower.withheld_claims["events"], lower.articles_without_claims) == (0.1, 0, ())


def test_what_was_left_out_and_what_to_look_at(quality: Quality) -> None:
    assert quality.left_out == ("a.docx: is empty; take it out",)
    assert quality.notes == ("b.txt: kept, though; check it",)


def test_copies_of_one_text() -> None:
    words = [f"word{number}" for number in range(400)]
    story, other = " ".join(words), " ".join(f"other{number}" for number in range(400))
    reprint = " ".join([*words[:200], "inserted", *words[200:], *other.split()[:100]])
    texts = {"b": reprint, "a": story, "c": other, "d": "Short."}
    records = [Record(article=Article(id=name, text=text)) for name, text in texts.items()]
    quality = KnowledgeGraph.from_records(records).quality()
    assert quality.copies == (("a", "b"),)
    assert "25%    copies of the text of another one (1)" in str(quality)


def test_it_reads_well_as_lines_page_and_data(quality: Quality) -> None:
    lines = str(quality)
    assert re.search(r"^ +2  articles$", lines, re.M)
    assert re.search(r"^ +50%    without any claim \(2\)$", lines, re.M)
    assert "Left out\n  a.docx: is empty; take it out" in lines
    page = quality.to_page("A <title>")
    assert "<h1>A &lt;title&gt;: what was read</h1>" in page and "a.docx: is empty; take it out" in page
    assert not re.search(r"<script|https?://", page)
    assert quality._repr_html_() in page
    assert pretty(quality) == lines
    assert json.loads(json.dumps(quality.to_dict()))["languages"] == {"en": 1, "no": 1}


def report(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newsgraph", "report", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_command(records: list[Record], tmp_path: Path) -> None:
    source = tmp_path / "records.jsonl"
    with source.open("wb") as stream:
        write_records(records, stream)
    page, data = tmp_path / "report.html", tmp_path / "report.json"
    done = report(source, tmp_path / "gone.txt", "-o", page, "-o", data)
    assert (done.returncode, done.stdout) == (1, "")
    assert "gone.txt: there is no such file" in page.read_text() and "gone.txt" in done.stderr
    assert json.loads(data.read_text())["articles"] == 2
    assert json.loads(report("--json", source).stdout)["sentences"] == 4
    assert "2  articles" in report(source).stdout
    wrong = report(source, "-o", tmp_path / "report.pdf")
    assert (wrong.returncode, wrong.stderr.count("\n")) == (2, 1) and "name it .html or .json" in wrong.stderr
