"""Datelines and bylines: where a report was written, and who reports."""

from __future__ import annotations

from newsgraph.language.words import Words

_DASHES = frozenset("- -- – —".split())


def silent_sentences(words: Words, headings: set[int]) -> set[int]:
    """The first tokens of datelines and bylines: who they name is spoken of no further."""
    silent = {start for start in headings if words.lower[start] == "by"}
    for start, end in words.sentences[:-1]:
        if words.text[end - 1] in _DASHES and end - start < 16:
            silent.add(start)
    return silent
