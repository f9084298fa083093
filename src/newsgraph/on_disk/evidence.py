"""Evidence on the disk, without the words that are in the articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, groupby, islice
from operator import attrgetter

import msgspec
from msgspec.structs import replace

from newsgraph.graph.evidence import Evidence, evidence_order, merge_evidence
from newsgraph.on_disk.scratch import Rows
from newsgraph.stored.lists import StoredList, ordered

MUCH = 500
"""Pieces of evidence of a node above which they are not held at once."""

_pack = msgspec.msgpack.Encoder().encode


class Place(msgspec.Struct, frozen=True, array_like=True, gc=False, omit_defaults=True):
    """A piece of evidence without its sentence, which is in the article."""

    article: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    by: str | None = None
    text: str = ""
    """What tells an event, which is asked for again."""


_unpack_places = msgspec.msgpack.Decoder(list[Place]).decode


def packed_evidence(found: Iterable[Evidence], *, text: bool = False) -> bytes:
    """Evidence as its places; with `text` also what it quotes, but not the sentence."""
    return _pack([
        Place(e.article, e.start, e.end, e.sentence_start, e.sentence_end, e.by, e.text if text else "") for e in found
    ])


def unpacked_evidence(packed: bytes) -> list[Evidence]:
    """Evidence without its words, unless they were packed; it takes no more to name it."""
    return [
        Evidence(p.article, p.start, p.end, p.text, "", p.sentence_start, p.sentence_end, p.by)
        for p in _unpack_places(packed)
    ]


def without_words(quoted: Evidence) -> Evidence:
    """Evidence as its place."""
    return replace(quoted, text="", sentence="")


class WrittenEvidence(Collection[Evidence]):
    """Where an entity with a name is written, in order: read whenever it is gone through, for some are everywhere."""

    def __init__(self, connection: sqlite3.Connection, entity: int) -> None:
        self._connection, self.entity = connection, entity

    def __iter__(self) -> Iterator[Evidence]:
        found = "SELECT places FROM written WHERE entity = ? ORDER BY article"
        for (places,) in self._connection.execute(found, (self.entity,)):
            yield from unpacked_evidence(places)

    def __len__(self) -> int:
        found = "SELECT total(count) FROM written WHERE entity = ?"
        return int(self._connection.execute(found, (self.entity,)).fetchone()[0])

    def __contains__(self, quoted: object) -> bool:
        return any(quoted == own for own in self)


def merged_on_disk(found: Iterable[Evidence]) -> Collection[Evidence]:
    """The same as `merge_evidence`; in a file where it is much."""
    left = iter(found)
    first = list(islice(left, MUCH + 1))
    if len(first) <= MUCH:
        return merge_evidence(first)
    return StoredList(_each_once(chain(first, left)), Evidence)


def _each_once(found: Iterable[Evidence]) -> Iterator[Evidence]:
    """Evidence in order, each piece once."""
    for _, same in groupby(ordered(found, evidence_order, Evidence, MUCH), evidence_order):
        yield from merge_evidence(same)


class GatheredEvidence:
    """Evidence of events, told by any number of articles, in order: of what many tell it lies with that of names."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._last = 0
        """The last number below those of entities under which some lies."""

    def merged(self, found: Iterable[Evidence]) -> Collection[Evidence]:
        """The evidence of an event in order, each piece once."""
        left = iter(found)
        first = list(islice(left, MUCH + 1))
        if len(first) <= MUCH:
            return merge_evidence(first)
        self._last -= 1
        rows = Rows(self._connection, "INSERT INTO written VALUES (?, ?, ?, ?)")
        for article, some in groupby(_each_once(chain(first, left)), attrgetter("article")):
            own = list(some)
            rows.add(self._last, article, len(own), packed_evidence(own, text=True))
        rows.flush()
        return WrittenEvidence(self._connection, self._last)
