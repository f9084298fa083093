"""What no repair may leave behind: words that hang on one another in a circle, in which others would turn for ever."""

from __future__ import annotations

from newsgraph.language.english.syntax.tokens import Tokens
from newsgraph.language.words import words_of

_ROUNDS = 4


def open_circles(parse: Tokens) -> None:
    """Let the words of a circle hang where the parser hung them; in doubt all words."""
    words = words_of(parse.doc)
    for _ in range(_ROUNDS):
        circle = _circle(parse.head)
        if not circle:
            return
        for i in circle:
            parse.head[i], parse.dep[i] = words.head[i], words.dep[i]
    parse.head[:], parse.dep[:] = words.head, words.dep


def _circle(head: list[int]) -> list[int]:
    """The words of one circle; none if there is none."""
    seen = [0] * len(head)
    for first in range(len(head)):
        i = first
        while not seen[i]:
            seen[i] = first + 1
            i = head[i]
        if seen[i] == first + 1 and head[i] != i:
            found = [i]
            while head[found[-1]] != i:
                found.append(head[found[-1]])
            return found
    return []
