"""Records to graph: seconds and memory for a corpus and for one twice as large, each in a process of its own.

    python benchmarks/bench_graph.py [RECORDS.jsonl] [COUNT]

The records are copied under other ids, with the names of three persons and bodies of four changed and dates moved, so
that a corpus grows as a real one does: with new names beside those that everybody knows.
"""

from __future__ import annotations

import json
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import msgspec

import newsgraph as ng
from newsgraph.records import Record

ROOT = Path(__file__).parents[1]
SYLLABLES = "ka mar dor vel tin os rho bel nim sar gul pet ani zor lem hak fi ro mun tes".split()
CHANGED = ("Person", "Organization", "Party", "Group", "Other", "Event", "Document")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def moved(value: str | None, days: int) -> str | None:
    """A time some days later."""
    if value is None:
        return None

    def later(match: re.Match[str]) -> str:
        try:
            return (date.fromisoformat(match[0]) + timedelta(days)).isoformat()
        except ValueError:
            return match[0]

    return _DAY.sub(later, value)


def renamed(name: str, chance: random.Random) -> str:
    """Another name of as many words."""
    return " ".join(
        "".join(chance.choices(SYLLABLES, k=chance.choice((2, 3)))).capitalize() if word[:1].isupper() else word
        for word in name.split()
    )


def varied(record: Record, number: int) -> Record:
    """A record of another article that is like one."""
    chance = random.Random(number)
    days = chance.randrange(3650)
    names: dict[str, str] = {}
    for entity in record.entities:
        if entity.kind in CHANGED and not entity.links and chance.random() < 0.75:
            known = random.Random(chance.randrange(40_000 if entity.kind == "Person" else 8_000))
            names[entity.id] = renamed(entity.name, known)
    change, article = msgspec.structs.replace, record.article
    return change(
        record,
        article=change(article, id=f"{article.id}-{number}", published=moved(article.published, days)),
        entities=tuple(change(e, name=names[e.id], aliases=()) if e.id in names else e for e in record.entities),
        mentions=tuple(
            change(m, text=names[m.entity] if " " in m.text else names[m.entity].split()[-1])
            if m.entity in names and m.form == "name" else m
            for m in record.mentions
        ),
        events=tuple(change(e, time=moved(e.time, days), name=None) for e in record.events),
    )  # fmt: skip


def corpus(records: Sequence[Record], count: int) -> Iterator[Record]:
    """So many records."""
    return (varied(records[number % len(records)], number) for number in range(count))


def build(path: str, count: int) -> None:
    """Build one graph, and print what it took."""
    records = list(corpus(list(ng.extract(path, on_problem=lambda problem: None)), count))
    began, cpu = time.perf_counter(), time.process_time()
    graph = ng.KnowledgeGraph.from_records(records)
    found = {
        "cpu": time.process_time() - cpu, "wall": time.perf_counter() - began,
        "gigabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6, "nodes": len(graph),
    }
    print(json.dumps(found))


def main(path: str, count: int) -> None:
    """Build both, and print the ratio."""
    found = []
    for number in (count, 2 * count):
        command = [sys.executable, __file__, "--build", path, str(number)]
        one = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
        found.append(one)
        seconds = f"{one['cpu']:.1f} CPU s, {one['wall']:.1f} s"
        print(f"{number} records: {seconds}, {one['gigabytes']:.2f} GB with the records, {one['nodes']} nodes")
    print(f"twice the records take {found[1]['cpu'] / found[0]['cpu']:.2f} times as long")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--build"]:
        build(sys.argv[2], int(sys.argv[3]))
    else:
        words = sys.argv[1:]
        main(words[0] if words else str(ROOT / "examples" / "articles"), int(words[1]) if len(words) > 1 else 500)
