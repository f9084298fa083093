"""Where the places of an article are when its text has changed: keys stay with the words that they were given for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from difflib import SequenceMatcher

from newsgraph.graph.ledger import Places

_WORD = re.compile(r"\w+|\s+|.", re.DOTALL)
_MOST = 4_000
"""Words between the first and the last change above which what stands between them is not compared."""


class Moved:
    """The parts that two texts share, in order."""

    def __init__(self, before: str, after: str) -> None:
        self._parts = list(_shared(before, after))
        self._starts = [start for start, _, _ in self._parts]

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a span of the first text stands in the second; None if it is not there as it was."""
        number = bisect_right(self._starts, start) - 1
        if number < 0:
            return None
        begin, stop, shift = self._parts[number]
        return (start + shift, end + shift) if begin <= start and end <= stop else None


def moved_places(places: Places, before: str, after: str) -> Places:
    """What is known of an article whose text was changed: the places that it still has.

    Args:
        places: what was known of it, by offsets in the text of `before`.
        before: its text as it was.
        after: its text as it is.
    """
    moved = Moved(before, after)
    found: Places = {}
    for sort, at in places.items():
        kept = found.setdefault(sort, {})
        for slot, key in at.items():
            offsets, sign, number = slot.partition("/")
            if not offsets:
                kept[slot] = key  # the article itself
                continue
            span = moved.span(*map(int, offsets.split("-")))
            if span is not None:
                kept[f"{span[0]}-{span[1]}{sign}{number}"] = key
    return found


def _shared(before: str, after: str) -> Iterator[tuple[int, int, int]]:
    """The parts of a text that another one has, in order: start, end, and by how much they have moved."""
    one, other = _WORD.findall(before), _WORD.findall(after)
    shortest = min(len(one), len(other))
    head = next((n for n in range(shortest) if one[n] != other[n]), shortest)
    left = shortest - head
    tail = next((n for n in range(left) if one[-1 - n] != other[-1 - n]), left)
    middle = one[head : len(one) - tail], other[head : len(other) - tail]
    blocks = [(0, 0, head)]
    if max(map(len, middle)) <= _MOST:
        matcher = SequenceMatcher(None, *middle, autojunk=False)
        blocks += [(head + a, head + b, size) for a, b, size in matcher.get_matching_blocks()]
    blocks.append((len(one) - tail, len(other) - tail, tail))
    ends, new_ends = _ends(one), _ends(other)
    for a, b, size in blocks:
        if size:
            yield ends[a], ends[a + size], new_ends[b] - ends[a]


def _ends(words: list[str]) -> list[int]:
    """Where each word begins, and where the last one ends."""
    found = [0]
    for word in words:
        found.append(found[-1] + len(word))
    return found
