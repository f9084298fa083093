"""Datelines and bylines: where a report was written, and who reports."""

from __future__ import annotations

from newsgraph.language.english.names.runs import MONTHS
from newsgraph.language.words import Words

_DASHES = frozenset("- -- – —".split())
_AFTER_DATELINE = frozenset("( - -- – — :".split())


def is_dateline(words: Words, start: int, end: int) -> bool:
    """Whether a name stands at the head of a report to say where it was written: "LIMA, 3 May (AFP) - "."""
    if words.sentence[start] != start or end + 1 >= words.size:
        return False
    after = words.text[end + 1]
    if words.text[end] == "-" and words.joined(end) and words.joined(end + 1) and after.islower():
        return False  # "To-date", "Lima-based"
    return words.text[end] in _AFTER_DATELINE or (words.text[end] == "," and (after[0].isdigit() or after in MONTHS))


def silent_sentences(words: Words, headings: set[int]) -> set[int]:
    """The first tokens of datelines and bylines: who they name is spoken of no further."""
    silent = {start for start in headings if words.lower[start] == "by"}
    for start, end in words.sentences[:-1]:
        if words.text[end - 1] in _DASHES and end - start < 16:
            silent.add(start)
    return silent
