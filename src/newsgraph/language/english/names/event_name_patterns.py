"""Names of events: elections, wars and attacks, by the words they are made of."""

from __future__ import annotations

from collections.abc import Callable

from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.english.names.runs import MONTHS, Candidate, in_name, is_year
from newsgraph.language.words import Words

ELECTIONS = word_class("election")
_ELECTION_WORDS = word_class("sort of election")
EVENT_NOUNS = word_class("event")
_EVENT_WORDS = word_class("sort of event")
_STRIKING = word_class("event of a place")


def find_election(words: Words, i: int) -> Candidate | None:
    """Find "1998 Moldovan parliamentary election" by its last word."""
    start = i
    year = proper = False
    while start > words.sentence[i]:
        j = start - 1
        if is_year(words.text[j]):
            year, start = True, j
            break
        if in_name(words, j) and words.text[j] not in MONTHS:
            proper = True
        elif words.lower[j] not in _ELECTION_WORDS:
            break
        start = j
    if not (year and start < i - 1) and not (proper and words.capital[i]):
        return None
    return Candidate(start, i + 1, "Event", "pattern", None, i)


def find_named_event(words: Words, i: int, named: Callable[[int], str]) -> Candidate | None:
    """Find "2010 Haiti earthquake", "the Springfield terror attack", "the Brezan invasion"."""
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
    if named(j - 1) == "PERSON":
        return None
    if start > first and is_year(words.text[start - 1]) and words.text[start - 2] != ",":
        return Candidate(start - 1, i + 1, "Event", "pattern", None, i)
    placed = named(j - 1) in ("GPE", "LOC", "FAC") or (j < i and named(j - 1) in ("", "ORG", "PERSON", "DATE"))
    if (
        words.lower[i] in _STRIKING
        and placed
        and words.tag[j - 1] in ("NNP", "NNPS")
        and (before == "the" or words.tag[start - 1] == "CD")
    ):
        return Candidate(start, i + 1, "Event", "pattern", None, i)
    return None
