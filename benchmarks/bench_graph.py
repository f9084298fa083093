"""Records to graph: seconds and memory for a corpus and for one twice as large, each in a process of its own.

    python benchmarks/bench_graph.py [RECORDS.jsonl] [COUNT]

Once from records that Python holds in a list, and once as `newsgraph build` has them: in a temporary file.

The records are copied under other ids, with the names of most people and bodies changed in the text and dates moved, so
that a corpus grows as a real one does: with new names beside those that everybody knows. All of them pass the checks of
records.
"""

from __future__ import annotations

import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec

import newsgraph as ng
from newsgraph.record_checks import check
from newsgraph.record_lines import read_records
from newsgraph.records import Record
from newsgraph.stored.records import stored

ROOT = Path(__file__).parents[1]
SYLLABLES = "ka mar dor vel tin os rho bel nim sar gul pet ani zor lem hak fi ro mun tes".split()
CHANGED = ("Person", "Organization", "Party", "Group", "Other", "Event", "Document")
_CHANCE = 0.75
"""The share of the names that are changed, of those in which nothing else begins or ends."""
_SECONDS, _GIGABYTES, _RATIO = 60, 3, 2.2
"""What is asked of 10,000 records, and of twice as many."""
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


class Rewritten:
    """A text with other words in some of its spans, and where its offsets are in it."""

    def __init__(self, text: str, words: Mapping[tuple[int, int], str]) -> None:
        """`words` are those that come in place of spans; these do not overlap."""
        self.text, at = "", 0
        self._spans: list[tuple[int, int]] = []
        self._new: list[tuple[int, int]] = []
        for (start, end), new in sorted(words.items()):
            self.text += text[at:start] + new
            self._spans.append((start, end))
            self._new.append((len(self.text) - len(new), len(self.text)))
            at = end
        self.text += text[at:]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span is in it; one that begins or ends in changed words has all of them."""
        return self._at(start, end=False), self._at(end, end=True)

    def _at(self, offset: int, *, end: bool) -> int:
        before = bisect_right(self._spans, (offset - end, sys.maxsize)) - 1
        if before < 0:
            return offset
        (_, high), new = self._spans[before], self._new[before]
        if offset >= high:
            return offset - high + new[1]
        return new[1] if end else new[0]

    def moved(self, value: Any) -> Any:
        """An item of a record, with all its spans where they are in the text."""
        if isinstance(value, tuple):
            return tuple(map(self.moved, value))
        if isinstance(value, dict):  # the words that give a number or the day
            return {name: self.span(*inner) if isinstance(inner, tuple) else inner for name, inner in value.items()}
        if not isinstance(value, msgspec.Struct):
            return value
        fields = {name: self.moved(getattr(value, name)) for name in value.__struct_fields__}
        if "start" in fields:
            fields["start"], fields["end"] = self.span(fields["start"], fields["end"])
            if fields.get("text") is not None:
                fields["text"] = self.text[fields["start"] : fields["end"]]
        return type(value)(**fields)


def divided(record: Record) -> set[str]:
    """The entities with a name in which something else begins or ends: another name, a sentence."""
    spans = [(mention.start, mention.end) for mention in record.mentions]
    bounds = sorted({bound for span in (*spans, *record.sentences) for bound in span})
    several = {span for span, number in Counter(spans).items() if number > 1}
    return {
        mention.entity
        for mention, (start, end) in zip(record.mentions, spans, strict=True)
        if mention.form == "name"
        and ((start, end) in several or bisect_right(bounds, start) < bisect_left(bounds, end))
    }


def varied(record: Record, number: int) -> Record:
    """A record of another article that is like one."""
    chance = random.Random(number)
    days = chance.randrange(3650)
    names: dict[str, str] = {}
    kept = divided(record)
    for entity in record.entities:
        if entity.kind in CHANGED and not entity.links and entity.id not in kept and chance.random() < _CHANCE:
            known = random.Random(chance.randrange(40_000 if entity.kind == "Person" else 8_000))
            names[entity.id] = renamed(entity.name, known)
    change, article = msgspec.structs.replace, record.article
    new = Rewritten(article.text, {
        (m.start, m.end): names[m.entity] if " " in m.text else names[m.entity].split()[-1]
        for m in record.mentions if m.entity in names and m.form == "name"
    })  # fmt: skip
    return change(
        record,
        article=change(article, id=f"{article.id}-{number}", published=moved(article.published, days), text=new.text,
                       origin=None),
        entities=tuple(change(e, name=names[e.id], aliases=()) if e.id in names else e for e in record.entities),
        events=tuple(new.moved(change(e, time=moved(e.time, days), name=None)) for e in record.events),
        sentences=tuple(new.span(start, end) for start, end in record.sentences),
        **{layer: new.moved(getattr(record, layer)) for layer in _LAYERS},
    )


_LAYERS = ("mentions", "times", "proposals", "attributions", "relations")


def corpus(records: Sequence[Record], count: int) -> Iterator[Record]:
    """So many records."""
    return (varied(records[number % len(records)], number) for number in range(count))


def read(path: str) -> list[Record]:
    """The records of a file, or of articles; these are read in another process, whose model is not in this one."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(path)
        if file.suffix != ".jsonl":
            file = Path(folder) / "records.jsonl"
            subprocess.run([sys.executable, "-m", "newsgraph", "extract", path, "-q", "-o", str(file)], check=True)
        with file.open("rb") as lines:
            return list(read_records(lines))


def build(path: str, count: int, *, on_disk: bool = False) -> None:
    """Build one graph, and print what it took."""
    made = corpus(read(path), count)
    records = stored(made, 0) if on_disk else list(made)
    for record in records[: len(records) // 10]:
        check(record)
    began, cpu = time.perf_counter(), time.process_time()
    graph = ng.KnowledgeGraph.from_records(records)
    found = {
        "cpu": time.process_time() - cpu, "wall": time.perf_counter() - began,
        "gigabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6, "nodes": len(graph),
    }
    print(json.dumps(found))


def main(path: str, count: int) -> None:
    """Build both, and print the ratio."""
    for option, where in (("--build", "in a list"), ("--build-stored", "in a file")):
        found = []
        for number in (count, 2 * count):
            command = [sys.executable, __file__, option, path, str(number)]
            one = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
            found.append(one)
            seconds = f"{one['cpu']:.1f} CPU s, {one['wall']:.1f} s"
            print(f"{number} records {where}: {seconds}, {one['gigabytes']:.2f} GB at most, {one['nodes']} nodes")
        ratio = found[1]["cpu"] / found[0]["cpu"]
        print(f"twice the records take {ratio:.2f} times as long (at most {_RATIO} is asked)")
    print(f"of 10,000 are asked {_SECONDS} s and {_GIGABYTES} GB")


if __name__ == "__main__":
    if sys.argv[1:2] in (["--build"], ["--build-stored"]):
        build(sys.argv[2], int(sys.argv[3]), on_disk=sys.argv[1] == "--build-stored")
    else:
        words = sys.argv[1:]
        main(words[0] if words else str(ROOT / "examples" / "articles"), int(words[1]) if len(words) > 1 else 10_000)
