"""Lists of nouns of which the parser takes the second for what the first is: "a teacher, two nurses and a driver"."""

from __future__ import annotations

from typing import Protocol

_ARGUMENTS = frozenset(("dobj", "pobj", "nsubj", "nsubjpass"))
_DETERMINED = frozenset(("det", "poss", "nummod"))
_FAR = 16


class Parsed(Protocol):
    """Parallel lists over the tokens of a doc."""

    size: int
    lower: list[str]
    pos: list[str]
    dep: list[str]
    head: list[int]


def listed_nouns(parsed: Parsed) -> dict[int, int]:
    """The second nouns of such lists, each with the first.

    Each noun of the list has an article, an owner or a number of its own; with a comma behind it, the rest of the list
    would say who the first is ("the premier, the head of the party and a former lawyer, said").
    """
    found: dict[int, int] = {}
    for i, relation in enumerate(parsed.dep):
        if relation not in ("appos", "npadvmod") or parsed.pos[i] != "NOUN" or i < 3:
            continue
        first = parsed.head[i] if relation == "appos" else _object_before(parsed, i)
        if first is None or first >= i or parsed.pos[first] != "NOUN" or parsed.dep[first] not in _ARGUMENTS:
            continue
        last, start = _last_of_list(parsed, i), _determiner(parsed, i)
        if last is None or start is None or parsed.lower[start - 1] != "," or parsed.lower[last + 1] == ",":
            continue
        if _determiner(parsed, first) is not None and _determiner(parsed, last) is not None:
            found[i] = first
    return found


def _object_before(parsed: Parsed, word: int) -> int | None:
    """The object of the verb that a word hangs on, which stands before it."""
    verb = parsed.head[word]
    return next(
        (k for k in range(word - 1, verb, -1) if parsed.head[k] == verb and parsed.dep[k] == "dobj"), None
    )


def _last_of_list(parsed: Parsed, word: int) -> int | None:
    """The last noun that "and" joins to a noun, by way of those between."""
    last, joined = None, False
    for k in range(word + 1, min(word + _FAR, parsed.size - 1)):
        if parsed.head[k] in (word, last) and parsed.dep[k] == "cc":
            joined = True
        elif parsed.dep[k] == "conj" and parsed.head[k] in (word, last) and parsed.pos[k] == "NOUN":
            last = k
    return last if joined else None


def _determiner(parsed: Parsed, noun: int) -> int | None:
    """The article, owner or number of a noun."""
    return next(
        (k for k in range(max(0, noun - 5), noun) if parsed.head[k] == noun and parsed.dep[k] in _DETERMINED), None
    )
