"""Songs, films, books and ships that the noun before them names: "the film X", "a song called X", "her album, X"."""

from __future__ import annotations

from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.english.names.person_names import HONORIFICS
from newsgraph.language.english.names.runs import MONTHS, Candidate, in_name
from newsgraph.language.english.names.titles import given_names
from newsgraph.language.words import Words

_CALLED = frozenset("called titled entitled named dubbed".split())
_OPEN = frozenset(('"', "“", "'", "‘", "``", "`"))
_INSIDE = frozenset("a an and at by for from in into of on or the to with".split())
_CLOSING = frozenset(", . ; ) ( : \" ” ' ’ ''".split())
_LOOSE = frozenset(("compound", "nmod"))


def find_works(words: Words, label: list[str]) -> list[Candidate]:
    """The works and ships whose name stands right behind their noun, behind "called", or in apposition to it."""
    found: list[Candidate] = []
    for i in words.at(*word_class("thing with a name")):
        first = i + 1
        if words.tag[i] != "NN" or first >= words.size - 1:
            continue
        called = words.lower[first] in _CALLED
        comma = words.text[first] == ","
        first += called or comma
        first += words.text[first] in _OPEN
        end = _title_end(words, first)
        if end > first and (called or _is_title(words, i, first, end, label, comma=comma)):
            found.append(Candidate(first, end, "Other", "pattern", None, i))
    for i in words.at(*_CALLED):
        noun = words.head[i]
        if words.lower[noun] in word_class("thing with a name") and noun < i - 1:
            first = i + 1 + (words.text[i + 1 : i + 2] != [] and words.text[i + 1] in _OPEN)
            if (end := _title_end(words, first)) > first:
                found.append(Candidate(first, end, "Other", "pattern", None, noun))
    return found


def is_thing(words: Words, span: Candidate) -> bool:
    """Whether an apposition says that a name is that of a work or ship: "Harbour Lights, a book on trade"."""
    root = next((i for i in range(span.end - 1, span.start - 1, -1) if not span.start <= words.head[i] < span.end), -1)
    behind = range(span.end + 2, min(span.end + _APPOSED, words.size))
    return any(
        words.head[j] == root and words.dep[j] == "appos" and words.lower[j] in word_class("thing with a name")
        for j in behind
    )


_APPOSED = 8
"""Words in which the noun of an apposition has to come."""


def _title_end(words: Words, first: int) -> int:
    """The end of the words with capitals from a token on, small words between them as well."""
    end = i = first
    while i < words.size and words.sentence[i] == words.sentence[first]:
        if words.text[i] in MONTHS:
            break
        if in_name(words, i) or (i == first and words.text[i][0].isupper() and words.lower[i] in _INSIDE):
            end = i = i + 1
        elif i > first and words.lower[i] in _INSIDE:
            i += 1
        else:
            break
    return end if end > first + (words.lower[first] in _INSIDE) else first


def _is_title(words: Words, noun: int, first: int, end: int, label: list[str], *, comma: bool) -> bool:
    """Whether what follows a noun for works is the title, and nobody who made it: "the album Marsh recorded"."""
    last = end - 1
    if (words.text[first] in given_names() and label[first] == "PERSON") or words.lower[first] in HONORIFICS:
        return False
    if words.dep[last] == "appos" and words.head[last] == noun:
        return not comma or (end < words.size and words.text[end] in _CLOSING and not _is_age(words, end + 1))
    return not comma and words.head[noun] == last and words.dep[noun] in _LOOSE


def _is_age(words: Words, i: int) -> bool:
    return i < words.size and words.text[i].isdecimal()
