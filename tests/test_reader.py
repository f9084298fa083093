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


@pytest.fixture(params=[True, False])
def is_on(request: pytest.FixtureRequest) -> Iterator[bool]:
    (gc.enable if request.param else gc.disable)()
    yield request.param
    gc.enable()


def test_the_garbage_collector_is_as_it_was_after_a_batch_also_one_that_fails(is_on: bool) -> None:
    article = Article(text="Norway met Sweden in Oslo.")
    assert read_batch([article], load_pipeline())[0].line is not None and gc.isenabled() == is_on
    assert read_batch([article], None)[0].problem is not None and gc.isenabled() == is_on  # type: ignore[arg-type]


def test_packed_tables_are_part_of_the_version() -> None:
    top = Path(reader.__file__).parent
    endings = {path.suffix for part in reader._PARTS for path in (top / part).rglob("*") if path.is_file()}
    assert ".packed" in endings and endings - {".pyc", ".md"} <= set(reader._OF_VERSION)
