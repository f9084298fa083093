"""The records that the graph's benchmark is made of, the parts that that of reading times, and what it reads."""

from __future__ import annotations

import importlib
import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from spacy.language import Language

from newsgraph.articles import Article
from newsgraph.language.pipeline import COMPONENTS
from newsgraph.record_checks import problems_of
from newsgraph.record_lines import read_records
from newsgraph.records import Record
from tests.conftest import ROOT

TEXT = (
    "Mayor Ilse Brandt opened a hospital in Dakar on Tuesday. Brandt said that the Kestrel Foundation had paid for it. "
    "Protesters who came with Omar Lund's lawyer demanded that the mayor resign, and police arrested Lund."
)


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bench_graph", ROOT / "benchmarks" / "bench_graph.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_varied_records_tell_the_same_of_others_in_texts_that_fit(
    bench: ModuleType, extract: Callable[..., Record]
) -> None:
    record = extract(TEXT, published="2024-03-05")
    assert any(event.said_at for event in record.events)
    found: list[Record] = list(bench.corpus([record], 6))
    assert [problem for own in found for problem in problems_of(own)] == []
    assert len({own.article.id for own in found}) == len({own.article.text for own in found}) == 6
    for own in found:
        assert len(own.mentions) == len(record.mentions) and len(own.events) == len(record.events)
        assert "Dakar" in own.article.text
        for event, other_event in zip(own.events, record.events, strict=True):
            words = {what: own.article.text[slice(*span)] for what, span in event.said_at.items()}
            assert words == {what: TEXT[slice(*span)] for what, span in other_event.said_at.items()}
        for mention, other in zip(own.mentions, record.mentions, strict=True):
            entity = next(entity for entity in own.entities if entity.id == mention.entity)
            assert mention.text == own.article.text[mention.start : mention.end]
            assert (mention.text == other.text) or mention.text.split()[-1] in entity.name
    assert sum("Brandt" in own.article.text for own in found) < 6


def test_each_part_of_reading_is_timed_by_itself(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    layers = importlib.import_module("bench_layers")
    spent: dict[str, float] = layers.seconds_of_parts([Article(text=TEXT)] * 2, nlp)
    assert list(spent) == ["tokenizer", *nlp.pipe_names, "record", "JSON"] and min(spent.values()) >= 0.0
    assert {part for part in spent if layers.is_own(part)} == {"newsgraph_layout", *COMPONENTS, "record", "JSON"}
    assert [line.split()[-2] for line in layers.table({"ner": 3.0, "JSON": 1.0}, 2)[2:]] == ["75.0", "25.0", "100.0"]


def test_newsgraph_reads_a_file_and_writes_one_as_the_bare_model_has_the_texts(
    nlp: Language, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    pipeline = importlib.import_module("bench_pipeline")
    texts = [TEXT, "Mayor Ilse Brandt left\u2028Dakar on Friday.", TEXT]
    gold = tmp_path / "gold.jsonl"
    rows = [json.dumps({"article": {"text": text}, "events": []}, ensure_ascii=False) for text in texts]
    gold.write_text("\n".join(rows), "utf-8")
    assert pipeline.texts_of([gold], 9) == texts[:2] and pipeline.texts_of([gold], 1) == texts[:1]
    file = pipeline.lines_of([gold], 9, tmp_path)
    pipeline.extracted([file], tmp_path / "records.jsonl", 1)
    with (tmp_path / "records.jsonl").open("rb") as lines:
        found = [record.article.text for record in read_records(lines)]
    assert [" ".join(text.split()) for text in found] == [" ".join(text.split()) for text in texts[:2]]
