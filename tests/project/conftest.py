"""Projects for tests: small, and read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsgraph.record_lines import write_records
from tests.graph.test_knowledge_graph import records

STORY = "Harbour talks\nOSLO, May 6 2026 - Norway and Sweden held talks. Ana Torv urged Norway to open {} port.\n"


@pytest.fixture
def record_file(tmp_path: Path) -> Path:
    """Two records, which contradict each other."""
    path = tmp_path / "records.jsonl"
    with path.open("wb") as stream:
        write_records(records(), stream)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three articles, and one file that is empty."""
    top = tmp_path / "articles"
    top.mkdir()
    for name in ("north", "south", "west"):
        (top / f"{name}.txt").write_text(STORY.format(name), encoding="utf-8")
    (top / "void.txt").write_text("")
    return top
