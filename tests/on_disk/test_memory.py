"""The memory that a graph on the disk takes hardly grows with the articles."""

from __future__ import annotations

import gc
import random
import tracemalloc
from collections.abc import Iterable

import pytest

from newsgraph.articles import Article
from newsgraph.graph.collector import collector_paused
from newsgraph.graph.ledger import Places
from newsgraph.on_disk import articles, entities, ledger, nodes, renaming, scratch
from newsgraph.on_disk.ledger import KnownKeys, keep_on_disk
from newsgraph.on_disk.saving import claims_of, laid_down
from newsgraph.records import Entity, Event, Mention, Record
from newsgraph.resolve import clusters
from newsgraph.resolve.entities import known_entities, person_blocks
from newsgraph.stored import arrays, groups, records
from newsgraph.stored.records import stored
from newsgraph.stored.remembered import forget

FEW, MANY = 100, 400
GROWTH = 300
"""Bytes an article: where the entities of each are; all else is in files, or in parts of a fixed size."""


def word(number: int) -> str:
    """A name of its own."""
    chance = random.Random(number)
    return "".join(chance.choice(letters) for letters in ("bdgklmnprst", "aeiou") * 4).capitalize()


def record(number: int) -> Record:
    """Two people, a town and a body that hardly another article names; a deed and a meeting."""
    first, second, town, body = (word(number * 4 + place) for place in range(4))
    names = {f"Anna {first}": "Person", f"Omar {second}": "Person", town: "Place", f"{body} Council": "Organization"}
    person, other, _, council = names
    text = (
        f"{person} attacked {other} in {town} yesterday. The {council} met {other} in {town}. "
        f"{' '.join(map(word, range(9_000 + number * 20, 9_020 + number * 20)))} were there."
    )
    mentions, ids = [], {name: f"e{at}" for at, name in enumerate(names)}
    for name, kind in names.items():
        start = text.index(name)
        mentions.append(Mention(id=f"m{ids[name]}", entity=ids[name], start=start, end=start + len(name), text=name,
                                kind=kind, form="name"))  # fmt: skip
    attack, meeting = text.index("attacked"), text.index("met")
    ends = [at + 1 for at, letter in enumerate(text) if letter == "."]
    day = f"2025-{1 + number % 12:02}-{1 + number % 28:02}"
    return Record(
        article=Article(id=f"a{number:05}", text=text, published=day),
        entities=tuple(Entity(id=ids[name], kind=kind, name=name) for name, kind in names.items()),
        mentions=tuple(mentions),
        events=(
            Event(id="v1", start=attack, end=attack + 8, text="attacked", kind="ASSAULT", agents=("me0",),
                  targets=("me1",), places=("me2",), time=day, factuality="actual", confidence=0.9),
            Event(id="v2", start=meeting, end=meeting + 3, text="met", kind="CONSULT", agents=("me3",),
                  targets=("me1",), factuality="actual", confidence=0.9),
        ),
        sentences=tuple(zip([0, *(end + 1 for end in ends[:-1])], ends, strict=True)),
    )  # fmt: skip


def test_who_is_who_takes_hardly_more_memory_for_more_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name, size in (
        (entities, "_NEAR", 50), (entities, "_ARTICLES", 10), (groups, "_WAITING", 100),
        (groups, "_TEXTS", 20), (groups, "_READ", 100), (groups, "_LARGEST", 400), (groups, "_DEALT", 100),
        (arrays, "_WAITING", 250), (arrays, "_NUMBERS", 100), (clusters, "_AT_ONCE", 100),
        (known_entities, "_AT_ONCE", 20), (records, "_KNOWN", 10), (scratch, "_ROWS", 20),
        (person_blocks, "_WAITING", 100),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, size)

    def peak(count: int) -> int:
        """The most bytes that are held at a time."""
        kept = stored(map(record, range(count)), held=10)
        with scratch.scratch() as connection:
            gc.collect()
            tracemalloc.reset_peak()
            before = tracemalloc.get_traced_memory()[0]
            assert len(entities.resolve_on_disk(kept, connection).entities) > count
            return tracemalloc.get_traced_memory()[1] - before

    forget()  # what is let go from now on counts as what is remembered in its place
    tracemalloc.start()
    try:
        with collector_paused():
            peak(MANY)  # names that were looked at are known from now on
            few, many = peak(FEW), peak(MANY)
    finally:
        tracemalloc.stop()
    assert many - few < GROWTH * (MANY - FEW), f"{few / 1e6:.2f} MB, {many / 1e6:.2f} MB"


def exchanged(number: int) -> tuple[str, Places]:
    """What is known of an article in which two people go by each other's keys."""
    whole = record(number)
    first, second = (mention for mention in whole.mentions if mention.kind == "Person")
    return whole.article.id, {"entity": {
        f"{one.start}-{one.end}": f"person/{other.text.casefold().replace(' ', '-')}"
        for one, other in ((first, second), (second, first))
    }}  # fmt: skip


class Exchanged:
    """The keys of a project in which that is so of all articles."""

    def __init__(self, count: int) -> None:
        self.count = count

    def given(self) -> Iterable[tuple[str, str | None]]:
        """None was given."""
        return ()

    def of_stories(self) -> Iterable[str]:
        """There was none."""
        return ()

    def of_articles(self) -> Iterable[tuple[str, Places]]:
        """What is known of them."""
        return map(exchanged, range(self.count))


def test_keys_that_stay_take_hardly_more_memory_for_more_articles(monkeypatch: pytest.MonkeyPatch) -> None:
    for module, name, size in (
        (nodes, "_NEAR", 50), (ledger, "_COUNTED", 50), (renaming, "_NEAR", 50), (scratch, "_ROWS", 20),
        (records, "_KNOWN", 10), (arrays, "_WAITING", 250), (arrays, "_NUMBERS", 100), (groups, "_WAITING", 100),
        (articles, "_KNOWN", 10),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, size)

    def peak(count: int) -> int:
        """The most bytes that are held at a time."""
        claims = claims_of(stored(map(record, range(count)), held=10), (), 0.5)
        with scratch.scratch() as connection, collector_paused():
            network, _ = laid_down(connection, claims, 0.5)
            known = KnownKeys(connection, Exchanged(count))
            gc.collect()
            tracemalloc.start()
            try:
                new = keep_on_disk(network, known)
                assert sum(1 for _ in new.places()) == count and sum(1 for _ in network.graph.nodes.articles()) == count
                return tracemalloc.get_traced_memory()[1]
            finally:
                tracemalloc.stop()

    peak(FEW // 4)
    few, many = peak(FEW // 2), peak(MANY // 2)
    assert many - few < GROWTH * (MANY - FEW) // 2, f"{few / 1e6:.2f} MB, {many / 1e6:.2f} MB"
