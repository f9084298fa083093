"""What no repair may leave behind: words that hang on one another in a circle, in which others would turn for ever."""

from __future__ import annotations

from newsgraph.language.english.syntax.tokens import Tokens
from newsgraph.language.words import words_of


def open_circles(parse: Tokens) -> None:
    """Let the sentences with such a circle hang as the parser hung them."""
    words = words_of(parse.doc)
    for i in _in_circles(parse.head):
        for k in range(parse.sent_start[i], parse.sent_end[i]):
            parse.head[k], parse.dep[k] = words.head[k], words.dep[k]


def _in_circles(head: list[int]) -> list[int]:
    """A word of each circle."""
    seen, found = [0] * len(head), []
    for first in range(len(head)):
        i = first
        while not seen[i]:
            seen[i] = first + 1
            i = head[i]
        if seen[i] == first + 1 and head[i] != i:
            found.append(i)
    return found
