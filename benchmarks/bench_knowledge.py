"""Time and memory of the knowledge tables and of an index of a million names (CPU time of this process).

Peers hold the same names: a dict of the names themselves, which has no entries and leaves every other spelling out, and
an SQLite table of keys and entries, which is asked with the same normalisation.
"""

from __future__ import annotations

import random
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from newsgraph.knowledge import Entry, Gazetteer, gazetteer, patterns
from newsgraph.knowledge.entries import split_key
from newsgraph.knowledge.user import build_index, open_index

NAMES = 1_000_000
SAMPLE = 100_000


def _each(function: Callable[[str], object], names: list[str]) -> float:
    """Microseconds a call."""
    start = time.process_time()
    for name in names:
        function(name)
    return (time.process_time() - start) / len(names) * 1e6


def _names(count: int) -> Iterator[str]:
    """Invented names of persons, all different, written as names in news are.

    Of some 5,000 in annotated news 88 in 100 are plain words, 2 have an accent, 4 a hyphen, 3 a dot, 2 an apostrophe.
    """
    draw = random.Random(7)
    parts = ["".join(draw.choices("bdfgklmnprstv", k=1) + draw.choices("aeiou", k=1)) for _ in range(65)]
    word = lambda: "".join(draw.choices(parts, k=3)).capitalize()  # noqa: E731
    for number in range(count):
        first, last = word(), f"{number % 97}{word()}"
        rest = number % 50
        if rest == 0:
            yield f"{first[:-1]}é {last}"
        elif rest in (1, 2):
            yield f"{first}-{word()} {last}"
        elif rest in (3, 4):
            yield f"{first} {word()[0]}. {last}"
        elif rest == 5:
            yield f"{first} O'{last}"
        else:
            yield f"{first} {word()} {last}" if number % 2 else f"{first} {last}"


def main() -> None:
    """Print the figures."""
    start = time.process_time()
    known = gazetteer()
    print(f"tables: {len(known):,} names in {time.process_time() - start:.3f} s")
    start = time.process_time()
    patterns()
    print(f"patterns: {time.process_time() - start:.3f} s")
    words = ["officials", "Wambuiko", "Pakistan", "said", "New", "York"] * 2000
    start = time.process_time()
    for place in range(len(words)):
        known.longest(words, place)
    print(f"longest: {(time.process_time() - start) / len(words) * 1e6:.2f} µs a token")
    with tempfile.TemporaryDirectory() as folder:
        _index(Path(folder))


def _index(folder: Path) -> None:
    table, file = folder / "persons.csv", folder / "persons.names"
    draw, drawn = random.Random(3), []
    with table.open("w", encoding="utf-8") as out:
        out.write("name,kind,country,wikidata\n")
        for number, name in enumerate(_names(NAMES)):
            out.write(f"{name},Person,KE,Q{number}\n")
            if draw.random() < 3.2 * SAMPLE / NAMES:
                drawn.append(name)
    draw.shuffle(drawn)
    drawn = "\n".join(drawn).split("\n")  # side by side in memory, as names are that were just read from a text
    samples = [drawn[at : at + SAMPLE] for at in range(0, 3 * SAMPLE, SAMPLE)]  # no name is asked for twice
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    written = build_index([table], file)
    print(f"build: {written:,} names in {time.process_time() - start:.1f} s, {file.stat().st_size / 1e6:.0f} MB")
    index = open_index(file)
    own = Gazetteer()
    own.attach(index)
    times = [_each(own.lookup, sample) for sample in samples]
    assert own.lookup(samples[0][0])[0].name == samples[0][0]
    print(f"lookup: {times[0]:.2f} µs the first 100,000, {min(times[1:]):.2f} µs later ones, no name twice")
    absent = _each(own.lookup, [name + "q" for name in samples[0]])
    print(f"lookup of what is not there: {absent:.2f} µs")
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"memory: {after / 1024:.0f} MB at most, {(after - before) / 1024:.0f} MB of it for the million names")
    ours = min(times[1:])
    index.close()
    _peers(table, samples, ours)


def _peers(table: Path, samples: list[list[str]], ours: float) -> None:
    names = [line.split(",", 1)[0] for line in table.read_text("utf-8").splitlines()[1:]]
    plain = dict.fromkeys(names, 1)
    print(f"a dict of the bare names: {_each(plain.get, samples[1]):.2f} µs")
    encode, decode = msgspec.msgpack.encode, msgspec.msgpack.Decoder(Entry).decode
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE name (key TEXT PRIMARY KEY, entry BLOB) WITHOUT ROWID")
    rows = ((" ".join(split_key(name)).lower(), encode(Entry(name, "Person", "KE", {}))) for name in names)
    database.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", rows)

    def ask(name: str) -> object:
        key = " ".join(split_key(name)).lower()
        found = database.execute("SELECT entry FROM name WHERE key = ?", (key,)).fetchone()
        return decode(found[0])

    peer = _each(ask, samples[1])
    print(f"SQLite in memory: {peer:.2f} µs, {peer / ours:.1f} times ours")
    database.close()


if __name__ == "__main__":
    sys.exit(main())
