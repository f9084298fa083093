"""Datelines and bylines: where a report was written, and who reports."""

from __future__ import annotations

from newsgraph.language.english.names.runs import MONTHS, Candidate
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


def find_dateline_places(words: Words) -> list[Candidate]:
    """The places in capitals at the head of datelines: "PORT ELLA, Kenya (Wire) -"."""
    found: list[Candidate] = []
    for start in silent_sentences(words, set()):
        end = start
        while end < words.size and words.text[end].isupper() and words.text[end].isalpha() and len(words.text[end]) > 1:
            end += 1
        if end > start and end < words.size and (words.text[end] == "," or words.text[end] in _AFTER_DATELINE):
            found.append(Candidate(start, end, "Place", "pattern", label="GPE"))
            if words.text[end] == "," and (last := _region_end(words, end + 1)) > end + 1:
                found.append(Candidate(end + 1, last, "Place", "pattern", label="GPE"))
    return found


def _region_end(words: Words, i: int) -> int:
    """The end of the country or region after the place of a dateline: "PORT ELLA, Northern Kenya, May 6"."""
    while (
        i < words.size
        and words.text[i].isalpha()
        and words.text[i][0].isupper()
        and not words.text[i].isupper()
        and words.text[i] not in MONTHS
        and words.tag[i] in ("NNP", "NNPS", "JJ", "NN")
    ):
        i += 1
    return i
