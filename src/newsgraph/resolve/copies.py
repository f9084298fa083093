"""Which articles are copies of one text: agency copy that several papers print counts as one independent source.

Texts are compared as sets of runs of five words. Candidates are found by MinHash with locality-sensitive hashing
(Broder 1997; Leskovec, Rajaraman and Ullman, *Mining of Massive Datasets*, chapter 3), and then compared exactly: an
article that has most of the shorter one's runs is its copy, so that a cut or a lengthened text is one as well.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

import numpy as np

from newsgraph.records import Record
from newsgraph.resolve.merges import Clusters

COPIED = 0.5
"""The share of the shorter text's runs from which two articles are copies of one text."""
_RUN = 5
_BANDS, _ROWS = 42, 3
"""Texts of which a third is alike are candidates with a likelihood of 4 in 5, of which half is alike, nearly always."""
_PRIME = (1 << 31) - 1
_WORD = re.compile(r"\w+")


def copy_groups(records: Sequence[Record]) -> dict[str, int]:
    """For each article the number of the text that it is a copy of; what is no copy has a number of its own."""
    runs = [_runs(record.article.text) for record in records]
    together: Clusters[int] = Clusters(range(len(records)))
    buckets: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    for number, own in enumerate(runs):
        if len(own):
            signature = _signature(own)
            for band in range(_BANDS):
                buckets[band, signature[band * _ROWS : (band + 1) * _ROWS].tobytes()].append(number)
    for members in buckets.values():
        for other in members[1:]:
            if together.find(members[0]) != together.find(other) and _are_copies(runs[members[0]], runs[other]):
                together.join(members[0], other)
    return {
        records[article].article.id: number for number, group in enumerate(together.groups()) for article in group
    }


def _runs(text: str) -> np.ndarray:
    """The runs of five words of a text, each as a number, sorted."""
    words = _WORD.findall(text.casefold())
    whole = [" ".join(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1))] if words else []
    hashes = (zlib.crc32(run.encode("utf-8", "surrogatepass")) for run in whole)
    return np.unique(np.fromiter(hashes, np.int64, len(whole)))


@cache
def _functions() -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(5)
    return random.integers(1, _PRIME, (_BANDS * _ROWS, 1)), random.integers(0, _PRIME, (_BANDS * _ROWS, 1))


def _signature(runs: np.ndarray) -> np.ndarray:
    """For each of the hash functions, the least value over the runs."""
    factor, offset = _functions()
    return np.asarray(((factor * (runs % _PRIME) + offset) % _PRIME).min(axis=1))


def _are_copies(one: np.ndarray, other: np.ndarray) -> bool:
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared >= COPIED * min(len(one), len(other))
