"""One article into a large project: what `newsgraph add` takes beyond adding it to an empty one, side by side.

    python benchmarks/bench_project.py [RECORDS.jsonl] [COUNT]

The large project holds the records of `bench_graph.py`. What both take is start-up, the model, and reading the article.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench_graph import ROOT, corpus

import newsgraph as ng

_TURNS = 3
_ASKED = 2.0
"""Seconds that are asked of one article into 10,000, beyond start-up."""
TEXT = "The harbour master of Port Aldo closed two piers on Monday. She said that divers had found cracks in both.\n"


def seconds(project: Path, article: Path) -> tuple[float, float]:
    """CPU and wall seconds of a process that adds the article to a copy of the project."""
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copy(project, Path(folder) / project.name)
        used, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run([sys.executable, "-m", "newsgraph", "add", os.fspath(copy), os.fspath(article)], check=True,
                       capture_output=True)  # fmt: skip
        wall, now = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
        return now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime, wall


def main(path: str, count: int) -> None:
    """Fill a project, and print what one more article takes in it and in an empty one."""
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "one.txt"
        article.write_text(TEXT)
        empty, full = Path(folder) / "empty.newsgraph", Path(folder) / "full.newsgraph"
        for project, number in ((empty, 0), (full, count)):
            with ng.open_project(project) as opened:
                opened.add(corpus(list(ng.extract(path, on_problem=lambda problem: None)), number))
                print(f"{project.name}: {len(opened)} articles, {project.stat().st_size / 1e6:.0f} MB")
        found = [[seconds(project, article) for project in (empty, full)] for _ in range(_TURNS)]
    for name, column in (("CPU", 0), ("wall", 1)):
        least = [min(turn[project][column] for turn in found) for project in (0, 1)]
        print(f"{name}: {least[0]:.2f} s into an empty project, {least[1]:.2f} s into one of {count}: "
              f"{least[1] - least[0]:+.2f} s (under {_ASKED:.0f} s is asked)")  # fmt: skip


if __name__ == "__main__":
    words = sys.argv[1:]
    main(words[0] if words else str(ROOT / "examples" / "articles"), int(words[1]) if len(words) > 1 else 10_000)
