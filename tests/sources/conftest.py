"""What the tests of sources share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsgraph.articles import Article
from newsgraph.sources import Problem, open_articles

Read = Callable[..., tuple[list[Article], list[Problem]]]


@pytest.fixture(scope="session")
def read() -> Read:
    """A function from paths (and options of `open_articles`) to the articles and the problems."""

    def run(*paths: str | Path, **options: Any) -> tuple[list[Article], list[Problem]]:
        problems: list[Problem] = []
        articles = list(open_articles(paths, on_problem=problems.append, **options))
        return articles, problems

    return run


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str | bytes], Path]:
    """A function from a file name and its content to the path of the file, newly written."""

    def run(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return run
