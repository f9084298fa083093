"""Titles of works inside of sentences, whose verbs tell of nothing that happened."""

from __future__ import annotations

from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.words import words_of


def is_in_title(parse: Parse, i: int) -> bool:
    """Whether a verb is a word of a title in the middle of a sentence: "the sequel, Catching Fire"."""
    text = words_of(parse.doc).text
    start, stop = parse.sent_start[i], parse.sent_end[i]
    if not text[i].istitle() or i + 1 >= stop or i - 1 <= start or not text[i + 1].istitle():
        return False
    before = text[i - 1]
    if parse.doc[i - 1].is_quote or before in (":", "–", "-", "(") or before.isspace() or before.istitle():
        return False
    sentence = text[start:stop]
    return sum(map(str.islower, sentence)) > 2 * sum(map(str.istitle, sentence))
