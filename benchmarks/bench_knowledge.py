"""Time and memory of the knowledge tables and of an index of a million names (CPU time of this process)."""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from newsgraph.knowledge import Gazetteer, gazetteer, patterns, roles
from newsgraph.knowledge.user import build_index, open_index

NAMES = 1_000_000


def _each(function: Callable[[str], object], names: list[str]) -> float:
    """Microseconds a call."""
    start = time.process_time()
    for name in names:
        function(name)
    return (time.process_time() - start) / len(names) * 1e6


def _names(count: int) -> list[str]:
    """Invented names of persons, all different."""
    draw = random.Random(7)
    parts = ["".join(draw.choices("bdfgklmnprstv", k=1) + draw.choices("aeiou", k=1)) for _ in range(65)]
    word = lambda: "".join(draw.choices(parts, k=3)).capitalize()  # noqa: E731
    return [f"{word()} {word()} {number % 97}{word()}" for number in range(count)]


def main() -> None:
    """Print the figures."""
    start = time.process_time()
    known = gazetteer()
    print(f"tables: {len(known):,} names in {time.process_time() - start:.3f} s")
    start = time.process_time()
    roles()
    patterns()
    print(f"roles and patterns: {time.process_time() - start:.3f} s")
    words = ["officials", "Wambuiko", "Pakistan", "said", "New", "York"] * 2000
    start = time.process_time()
    for place in range(len(words)):
        known.longest(words, place)
    print(f"longest: {(time.process_time() - start) / len(words) * 1e6:.2f} µs a token")

    names = _names(NAMES)
    with tempfile.TemporaryDirectory() as folder:
        table, index = Path(folder) / "persons.csv", Path(folder) / "persons.names"
        with table.open("w", encoding="utf-8") as out:
            out.write("name,kind,country,wikidata\n")
            out.writelines(f"{name},Person,KE,Q{number}\n" for number, name in enumerate(names))
        drawn = random.Random(3).sample(names, 200_000)
        sample, fresh = drawn[:100_000], drawn[100_000:]
        del names
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.process_time()
        written = build_index([table], index)
        print(f"build: {written:,} names in {time.process_time() - start:.1f} s, {index.stat().st_size / 1e6:.0f} MB")
        found = open_index(index)
        keys = [name.lower() for name in sample]
        print(f"find: {_each(found.find, keys):.2f} µs the first time, {_each(found.find, keys):.2f} µs again")
        print(f"find what is not there: {_each(found.find, [key + 'x' for key in keys]):.2f} µs")
        own = Gazetteer()
        own.attach(found)
        # Other names than those before: neither key nor entry is remembered.
        first, again = _each(own.lookup, fresh), _each(own.lookup, fresh)
        print(f"lookup with normalisation: {first:.2f} µs the first time, {again:.2f} µs again")
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"memory: {after / 1024:.0f} MB at most, {(after - before) / 1024:.0f} MB of it for the million names")
        found.close()


if __name__ == "__main__":
    sys.exit(main())
