"""Where the words of an article are when its text has changed: keys and decisions stay with the words that they are on.

The sentences that both texts have are found first, then the words of those that were edited: a word stays with its
sentence, and never goes to the next one where the same word stands. A text that shares hardly a sentence with the one
before is another article, in whatever file it is. In one article a full name is of the same, in whatever sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from newsgraph.graph.ledger import Places, enter_place
from newsgraph.passages import sentences

_WORD = re.compile(r"\w+|\s+|.", re.DOTALL)
_MOST = 4_000
"""Words, or sentences, between the first and the last change above which what stands between them is not compared."""
_ALIKE = 0.5
"""Share of their words that two sentences have in common if one is the other as it was edited; it is more."""
_NEAR = 60
"""By how many sentences those that were edited may have moved among each other."""
_SAME = 3
"""One sentence in so many is in both texts if they are one article."""

Part = tuple[int, int, int]
"""A part of a text that another one has: start, end, and by how much it has moved."""
Block = tuple[int, int, int]
"""What two sequences share: where it begins in each, and how long it is."""


class Moved:
    """The parts that two texts share, in order; none if they are two articles."""

    def __init__(self, before: str, after: str) -> None:
        self.before, self.after = before, after
        one, other = sentences(before), sentences(after)
        shared = list(_sentences_alike([before[a:b] for a, b in one], [after[a:b] for a, b in other]))
        self.is_same = bool(shared) and _SAME * len(shared) >= min(len(one), len(other))
        """Whether both texts are of one article."""
        parts = (part for a, b in shared for part in _words_shared(before, one[a], after, other[b]))
        self._parts = list(_joined(parts, before, after)) if self.is_same else []
        self._starts = [start for start, _, _ in self._parts]
        self.shared = sum(end - start for start, end, _ in self._parts)
        """How many characters of the first text the second has."""

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a span of the first text stands in the second; None if it is not there as it was."""
        number = bisect_right(self._starts, start) - 1
        if number < 0:
            return None
        begin, stop, shift = self._parts[number]
        return (start + shift, end + shift) if begin <= start and end <= stop else None


def moved_places(places: Places, moved: Moved) -> tuple[Places, Places]:
    """What is known of an article whose text was changed: at the places that it still has, and at those that are gone.

    Places are told by offsets, the first in the text as it is, the second in the text as it was.
    """
    found: Places = {}
    gone: Places = {}
    for sort, at in places.items():
        for slot, key in at.items():
            offsets, sign, number = slot.partition("/")
            if not offsets:
                # the article itself has its key by its name, the key of its story is with its words
                where = found if sort == "article" or moved.is_same else gone
                where.setdefault(sort, {})[slot] = key
                continue
            span = moved.span(*map(int, offsets.split("-")))
            if span is None:
                gone.setdefault(sort, {})[slot] = key
            else:
                found.setdefault(sort, {})[f"{span[0]}-{span[1]}{sign}{number}"] = key
    for offsets, key in list(_full_names(gone.get("entity", {}), found.get("entity", {}), moved)):
        enter_place(found, "entity", offsets, key)
    return found, gone


def _full_names(gone: dict[str, str], found: dict[str, str], moved: Moved) -> Iterator[tuple[str, str]]:
    """Where the full names from sentences that are gone stand now, of keys that have no other place."""
    held = set(found.values())
    names = {(moved.before[slice(*map(int, slot.partition("/")[0].split("-")))], key) for slot, key in gone.items()}
    for name, key in sorted(names) if moved.is_same else ():
        words = name.split()
        if key not in held and len(words) > 1 and all(word[0].isupper() for word in words):
            for place in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", moved.after):
                if (offsets := f"{place.start()}-{place.end()}") not in found:
                    yield offsets, key


def _sentences_alike(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The sentences of a text, by their numbers, with what each is in another: the same, or as it was edited."""
    last = (0, 0)
    for a, b, size in [*_blocks(one, other), (len(one), len(other), 0)]:
        yield from _edited(one, range(last[0], a), other, range(last[1], b))
        yield from ((a + step, b + step) for step in range(size))
        last = a + size, b + size


def _edited(one: Sequence[str], old: range, other: Sequence[str], new: range) -> Iterator[tuple[int, int]]:
    """Of sentences that stand between the same ones, those that have most of their words in common, in order."""
    if not (old and new):
        return
    numbers: dict[tuple[str, int], int] = {}
    words, new_words = (
        {number: _numbered(text[number], numbers) for number in some} for text, some in ((one, old), (other, new))
    )
    found = []
    for a in old:
        for b in new[max(0, a - old.start - _NEAR) : a - old.start + _NEAR]:
            common = 2 * len(words[a] & new_words[b]) / max(1, len(words[a]) + len(new_words[b]))
            if common > _ALIKE:
                found.append((-common, abs((a - old.start) - (b - new.start)), a, b))
    taken = [(old.start - 1, new.start - 1), (old.stop, new.stop)]
    for _, _, a, b in sorted(found):
        at = bisect_right(taken, (a, b))
        if taken[at - 1][0] < a < taken[at][0] and taken[at - 1][1] < b < taken[at][1]:
            taken.insert(at, (a, b))
    yield from taken[1:-1]


def _numbered(sentence: str, numbers: dict[tuple[str, int], int]) -> set[int]:
    """The words of a sentence, each as a number; the second of those that are spelled alike is another word."""
    met: Counter[str] = Counter()
    found = set()
    for word in re.findall(r"\w+", sentence):
        found.add(numbers.setdefault((word, met[word]), len(numbers)))
        met[word] += 1
    return found


def _words_shared(before: str, here: tuple[int, int], after: str, there: tuple[int, int]) -> Iterator[Part]:
    """The parts of a sentence that it still has."""
    one, other = before[slice(*here)], after[slice(*there)]
    if one == other:
        yield *here, there[0] - here[0]
        return
    words, new_words = _WORD.findall(one), _WORD.findall(other)
    ends, new_ends = _ends(words), _ends(new_words)
    for a, b, size in _blocks(words, new_words):
        yield here[0] + ends[a], here[0] + ends[a + size], there[0] + new_ends[b] - here[0] - ends[a]


def _joined(parts: Iterator[Part], before: str, after: str) -> Iterator[Part]:
    """Parts, with what stands between two of them that have moved alike."""
    last: Part | None = None
    for start, end, shift in parts:
        if last is not None and last[2] == shift and before[last[1] : start] == after[last[1] + shift : start + shift]:
            last = last[0], end, shift
            continue
        if last is not None:
            yield last
        last = start, end, shift
    if last is not None:
        yield last


def _blocks(one: Sequence[str], other: Sequence[str]) -> list[Block]:
    """What two sequences share, in order."""
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
    return [block for block in blocks if block[2]]


def _ends(words: Sequence[str]) -> list[int]:
    """Where each word begins, and where the last one ends."""
    found = [0]
    for word in words:
        found.append(found[-1] + len(word))
    return found
