"""Which persons are compared: those whose last names sound alike, in blocks that stay small.

Last names must be alike by four fifths (`person_likeness`), so two of up to nine letters differ in one at most, and
two of up to fourteen in two. Names that differ so share a form with as many letters left out, and these forms are the
blocks. A block of a common last name is parted by the first letters of the other names. No block is passed over; of a
part that is still too large each is compared with its neighbours in the order of names alone, and a warning says so.
"""

from __future__ import annotations

import warnings
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from newsgraph.resolve.entities.spellings import transliterated
from newsgraph.stored.arrays import Arrays
from newsgraph.stored.groups import Groups, SortedParts
from newsgraph.stored.remembered import remembered

_LARGE = 40
_LARGEST = 400
"""Persons of one part of a block from which on not all of its pairs are compared."""
_NEIGHBOURS = 200
_SHORT, _MIDDLE = 5, 10
"""From how many letters on two alike names may differ in one, and in two."""

Names = Sequence[tuple[str, ...]]
"""The names of one person, each in its parts."""


def person_pairs(persons: Sequence[Names], arrays: Arrays | None = None) -> Iterator[tuple[int, int]]:
    """The pairs of persons to compare, by their indices, each once; what grows is kept in `arrays`."""
    found, size = SortedParts(arrays := arrays or Arrays()), max(1, len(persons))
    shift = 62 - (size * size).bit_length()
    """Pairs as keys that have other highest bits."""

    def put_away(pairs: array[int]) -> None:
        found.append(np.array(pairs, np.int64) << shift, np.zeros(len(pairs), np.int32))

    waiting = array("q")
    for block in _blocks(persons, arrays):
        for part in [block] if len(block) <= _LARGE else _parted(block, persons):
            waiting.extend([one * size + other for one, other in _pairs_of(part, persons)])
        if len(waiting) >= _WAITING:
            put_away(waiting)
            waiting = array("q")
    put_away(waiting)
    for keys, _ in found:
        once = keys[np.diff(keys, prepend=-1) != 0] >> shift
        yield from zip((once // size).tolist(), (once % size).tolist(), strict=True)


_WAITING = 50_000
"""Pairs that are put away at once."""


def _blocks(persons: Sequence[Names], arrays: Arrays) -> Iterator[list[int]]:
    """Those who share a form of a last name."""
    forms = Groups(arrays)
    for index, names in enumerate(persons):
        lasts = {parts[-1] for parts in names if len(parts) > 1}
        for form in {form for last in lasts for form in last_name_keys(last)}:
            forms.add(form, index)
    return forms.several()


def _pairs_of(part: Sequence[int], persons: Sequence[Names]) -> Iterator[tuple[int, int]]:
    """All pairs of a part, or those near each other by name in one that is too large."""
    if len(part) <= _LARGEST:
        yield from combinations(part, 2)
        return
    last = persons[part[0]][0][-1]
    warnings.warn_explicit(
        f"{len(part)} persons are called like {last!r}: each was compared with the {_NEIGHBOURS} nearest by name only; "
        "join the others by decisions",
        UserWarning, "newsgraph", 1,
    )  # fmt: skip
    ordered = sorted(part, key=lambda index: (min(persons[index]), index))
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 : at + 1 + _NEIGHBOURS]:
            yield min(one, other), max(one, other)


@remembered(4_000)
def last_name_keys(last: str) -> frozenset[str]:
    """The forms of a last name of which two that are alike share one."""
    sound = transliterated(last)
    # A name of one letter more than another may differ from it, which alone would be too short.
    left_out = 0 if len(sound) < _SHORT - 1 else 1 if len(sound) < _MIDDLE - 1 else 2
    forms = {sound}
    for count in range(1, left_out + 1):
        for places in combinations(range(len(sound)), count):
            forms.add("".join(letter for place, letter in enumerate(sound) if place not in places))
    return frozenset(forms)


def _parted(block: Sequence[int], persons: Sequence[Names]) -> Iterator[list[int]]:
    """A block by the first letters of the names before the last."""
    parts: dict[str, list[int]] = defaultdict(list)
    for index in block:
        letters = {transliterated(part)[:1] for names in persons[index] for part in names[:-1]}
        for letter in sorted(letters):
            parts[letter].append(index)
    yield from (part for _, part in sorted(parts.items()))
