"""Names of events: elections, wars and attacks, by the words they are made of."""

from __future__ import annotations

import re
from collections.abc import Callable

from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.english.names.runs import MONTHS, Candidate, in_name, is_year, run_right
from newsgraph.language.words import Words

ELECTIONS = word_class("election")
_ELECTION_WORDS = word_class("sort of election")
EVENT_NOUNS = word_class("event")
_EVENT_WORDS = word_class("sort of event")
_OF_PLACES = frozenset("invasion occupation annexation liberation partition".split())
_STRIKING = word_class("event of a place")
_ORDINAL = re.compile(
    r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth)$"
).match


def find_election(words: Words, i: int) -> Candidate | None:
    """Find "1998 Moldovan parliamentary election", "Georgia general election, 2011", by their last word."""
    first = words.sentence[i]
    start = i
    year = proper = False
    while start > first:
        j = start - 1
        word = words.text[j]
        if is_year(word):
            year = True
            start = j
            if j > first and words.text[j - 1] in MONTHS:
                start = j - 1
            break
        if in_name(words, j) and word not in MONTHS:
            proper = True
            start = j
        elif words.lower[j] in _ELECTION_WORDS or (word in "-–" and words.joined(j) and words.joined(start)):
            start = j
        elif word == "of" and j > first and words.text[j - 1] in ("House", "Chamber", "Council"):
            start = j - 1
        elif words.tag[j] == "POS" and j > first and is_year(words.text[j - 1]):
            start, year = j - 1, True
            break
        else:
            break
    end = i + 1
    if not year and proper and end + 1 < words.size and words.text[end] == "," and is_year(words.text[end + 1]):
        end, year = end + 2, True
    elif year and proper and end + 1 < words.size and words.lower[end] in ("in", "for") and in_name(words, end + 1):
        stop = run_right(words, end + 1)
        if not is_year(words.text[end + 1]) and words.text[end + 1] not in MONTHS:
            end = stop
    if not year and not (proper and words.capital[i]):
        return None
    if start == i - 1 and is_year(words.text[start]):
        return None
    if start == i and end == i + 1:
        return None
    return Candidate(start, end, "Event", "pattern", None, i)


def find_named_event(words: Words, i: int, named: Callable[[int], str]) -> Candidate | None:
    """Find "2010 Haiti earthquake", "the Springfield terror attack", "the invasion of Poland", "38th G8 summit"."""
    first = words.sentence[i]
    j = i
    while j > first and words.lower[j - 1] in _EVENT_WORDS and not words.capital[j - 1]:
        j -= 1
    start = j
    while start > first:
        if in_name(words, start - 1) and words.text[start - 1] not in MONTHS:
            start -= 1
        elif words.text[start - 1] in "-–" and start - 1 > first and words.joined(start) and in_name(words, start - 2):
            start -= 2
        else:
            break
    if start == j:
        return None
    before = words.lower[start - 1] if start > first else ""
    if words.lower[i] in _OF_PLACES and start == j - 1 and i + 2 < words.size and words.lower[i + 1] == "of":
        place = i + 2 + (words.lower[i + 2] == "the")
        end = run_right(words, place) if place < words.size else place
        return Candidate(start, end, "Event", "pattern", None, i) if end > place else None
    if named(j - 1) == "PERSON":
        return None
    if start > first and is_year(words.text[start - 1]) and words.text[start - 2] != ",":
        return Candidate(start - 1, i + 1, "Event", "pattern", None, i)
    if words.lower[i] in ("summit", "conference") and (before == "annual" or _ORDINAL(before)):
        while start > first and (words.lower[start - 1] == "annual" or _ORDINAL(words.lower[start - 1])):
            start -= 1
        return Candidate(start, i + 1, "Event", "pattern", None, i)
    placed = named(j - 1) in ("GPE", "LOC", "FAC") or (j < i and named(j - 1) in ("", "ORG", "PERSON", "DATE"))
    if (
        words.lower[i] in _STRIKING
        and placed
        and words.tag[j - 1] in ("NNP", "NNPS")
        and (before == "the" or words.tag[start - 1] == "CD")
    ):
        return Candidate(start, i + 1, "Event", "pattern", None, i)
    return None
