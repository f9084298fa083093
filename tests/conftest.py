"""What all tests share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings
from spacy.language import Language

import newsgraph as ng
from newsgraph import KnowledgeGraph
from newsgraph.articles import Article
from newsgraph.language.pipeline import load_pipeline, read_articles
from newsgraph.records import Record

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

# How long an example takes says more about the machine than about the code.
settings.register_profile("newsgraph", deadline=None)
settings.load_profile("newsgraph")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline, loaded once."""
    return load_pipeline()


@pytest.fixture(scope="session")
def extract(nlp: Language) -> Callable[..., Record]:
    """A function from text (and article fields) to its record."""

    def run(text: str, **fields: str) -> Record:
        return next(iter(read_articles([Article(**{"id": "a", "text": text, **fields})], nlp)))

    return run


@pytest.fixture(scope="session")
def sample_graph() -> KnowledgeGraph:
    """The graph of the sample articles, built once."""
    inputs = [ROOT / "examples" / name for name in ("articles", "archive.jsonl", "archive.csv")]
    return ng.build(inputs, progress=False)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold files and scorer that stands beside the checkout; skips where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, which is not beside this checkout")
    return SHARED
