"""What reads articles leaves the process as it found it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsgraph import reader
from newsgraph.articles import Article
from newsgraph.language.pipeline import load_pipeline
from newsgraph.reader import read_batch
from newsgraph.record_lines import from_own_json


@pytest.fixture(params=[True, False])
def is_on(request: pytest.FixtureRequest) -> Iterator[bool]:
    (gc.enable if request.param else gc.disable)()
    yield request.param
    gc.enable()


def test_the_garbage_collector_is_as_it_was_after_a_batch_also_one_that_fails(is_on: bool) -> None:
    article = Article(text="Norway met Sweden in Oslo.")
    assert read_batch([article], load_pipeline())[0].line is not None and gc.isenabled() == is_on
    assert read_batch([article], None)[0].problem is not None and gc.isenabled() == is_on  # type: ignore[arg-type]


def test_the_record_of_an_outcome_is_what_its_line_says() -> None:
    text = "\"We won't yield,\" President Jo Brown of Norway said on Monday. Her troops had killed two men in Oslo."
    (outcome,) = read_batch([Article(text=text, published="2024-05-07")], load_pipeline())
    assert outcome.line is not None and outcome.record is not None and outcome.record.events
    assert repr(from_own_json(outcome.line)) == repr(outcome.record)


def test_packed_tables_are_part_of_the_version() -> None:
    top = Path(reader.__file__).parent
    endings = {path.suffix for part in reader._PARTS for path in (top / part).rglob("*") if path.is_file()}
    assert ".packed" in endings and endings - {".pyc", ".md"} <= set(reader._OF_VERSION)


def test_new_words_pass_once_a_vocabulary_has_many(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = load_pipeline()
    texts = [
        "Prime Minister Ostrava Quillemont accused the Zembrovian militia of bombing the port of Tarquesh on Monday.",
        "\"We won't yield,\" Quillemont's spokesman Dr. Varnholt said. The Zembrovians' leaders were leaving Tarquesh.",
    ]
    articles = [Article(id=str(n), text=text) for n, text in enumerate(texts)]
    monkeypatch.setattr(reader, "_WORDS", 0)
    passing = [outcome.line for _ in range(2) for outcome in read_batch(articles, nlp)]
    assert "Quillemont" not in nlp.vocab.strings and "Tarquesh" not in nlp.vocab
    strings = len(nlp.vocab.strings)
    assert read_batch([Article(text="Zorvanthia met Plimbrosk.")], nlp)[0].line is not None
    assert len(nlp.vocab.strings) == strings and not nlp.vocab.in_memory_zone
    assert read_batch(articles, None)[0].problem is not None  # type: ignore[arg-type]
    monkeypatch.setattr(reader, "_WORDS", 10**9)
    kept = [outcome.line for _ in range(2) for outcome in read_batch(articles, nlp)]
    assert kept == passing and None not in kept and "Quillemont" in nlp.vocab.strings


def test_an_article_that_breaks_the_pipeline_ends_the_passing_of_words(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = load_pipeline()
    monkeypatch.setattr(reader, "_WORDS", 0)
    long = Article(text="word " * 10)
    monkeypatch.setattr(nlp, "max_length", 20)
    outcomes = read_batch([long, Article(text="Norway met.")], nlp)
    assert [outcome.problem is None for outcome in outcomes] == [False, True] and not nlp.vocab.in_memory_zone
