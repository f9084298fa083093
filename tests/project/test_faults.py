"""A few of the points at which `scripts/kill_points.py` kills; the script does it at two hundred."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest
from scripts.kill_points import Disturbed, add_disturbed, build_disturbed, fill_up, write_corpus

from tests.graph.test_knowledge_graph import records

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")


@pytest.fixture
def at(tmp_path: Path) -> Disturbed:
    write_corpus(tmp_path, records(), 300)
    return Disturbed(tmp_path, random.Random(11))


@pytest.mark.filterwarnings("ignore:.*are too much alike to compare")  # the articles are copies of one another
def test_killed_at_any_point_a_project_goes_on(at: Disturbed) -> None:
    add_disturbed(at, 4, "records.jsonl")
    fill_up(at, "records.jsonl")
    build_disturbed(at, 2)
