"""Titles of works inside of sentences, whose verbs tell of nothing that happened."""

from __future__ import annotations

from newsgraph.language.english.syntax.parse import Parse


def is_in_title(parse: Parse, i: int) -> bool:
    """Whether a verb is a word of a title in the middle of a sentence: "the sequel, Catching Fire"."""
    doc = parse.doc
    start, stop = parse.sent_start[i], parse.sent_end[i]
    if i + 1 >= stop or i - 1 <= start or not (doc[i].is_title and doc[i + 1].is_title):
        return False
    if doc[i - 1].is_quote or doc[i - 1].text in (":", "–", "-", "(") or doc[i - 1].is_space or doc[i - 1].is_title:
        return False
    sentence = doc[start:stop]
    return sum(word.is_lower for word in sentence) > 2 * sum(word.is_title for word in sentence)
