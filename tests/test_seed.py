"""The first real article, where it stands beside the checkout: every fact that its graph must hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import newsgraph as ng


@pytest.fixture(scope="module")
def graph(shared: Path) -> ng.KnowledgeGraph:
    return ng.build(sorted((shared / "seed").glob("*.txt")), progress=False)


def test_facts(graph: ng.KnowledgeGraph, shared: Path, tmp_path: Path) -> None:
    turtle = graph.save(tmp_path / "seed.ttl")
    command = [sys.executable, shared / "score" / "check_seed.py", turtle]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "20 of 20 facts hold", done.stdout


def test_proposals(graph: ng.KnowledgeGraph) -> None:
    proposals = graph.proposals()
    assert set(proposals["proposers"]) == {"Bilawal Bhutto-Zardari"}
    assert set(proposals["act"]) == {"urge", "propose"}
    assert (proposals["addressees"] != "").sum() >= 1
