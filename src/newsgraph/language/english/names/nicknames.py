"""Persons with a nickname in quotation marks inside of their name: Lena "the Fox" Marsh, 'Papa Doc' Hale."""

from __future__ import annotations

from collections.abc import Iterable

from newsgraph.language.english.names.runs import Candidate
from newsgraph.language.english.names.titles import given_names, title_words
from newsgraph.language.words import Words

_OPEN = frozenset(('"', "“", "'", "‘", "``", "`"))
_CLOSE = frozenset(('"', "”", "'", "’", "''"))
_LONGEST = 3
"""Words of a nickname, "the" not counted."""


def find_nicknamed(words: Words, chosen: Iterable[Candidate]) -> list[Candidate]:
    """Persons with a nickname between forename and last name, or before a last name that the article has elsewhere.

    What they are called is the name without the nickname; a nickname that stands alone elsewhere is theirs, too.
    """
    lasts = {words.text[one.end - 1] for one in chosen if one.kind == "Person" and one.end - one.start > 1}
    found: list[Candidate] = []
    for i in words.at(*_OPEN):
        if i > words.size - 4 or (close := _closing(words, i)) is None:
            continue
        end = close + 1
        while end < min(close + 3, words.size) and _is_name(words, end) and words.sentence[end] == words.sentence[i]:
            end += 1
        start = i - 1 if i and _is_name(words, i - 1) and words.lower[i - 1] not in title_words() else i
        forename = start < i and words.text[start] in given_names()
        if end == close + 1 or not (forename or words.text[end - 1] in lasts):
            continue
        name = words.span(close + 1, end)
        if start < i:
            name = f"{words.text[start]} {name}"
        found.extend(_alone(words, i + 1, close, name))
        found.append(Candidate(start, end, "Person", "pattern", None, -1, (), "PERSON", name))
    return found


def _closing(words: Words, i: int) -> int | None:
    """The mark that closes a nickname which begins behind token `i`."""
    first = i + 2 if words.lower[i + 1] == "the" else i + 1
    close = first
    while close < words.size and close - first < _LONGEST and words.capital[close] and words.text[close].isalpha():
        close += 1
    return close if close > first and close < words.size - 1 and words.text[close] in _CLOSE else None


def _is_name(words: Words, i: int) -> bool:
    return words.capital[i] and words.tag[i] in ("NNP", "NNPS") and words.text[i][0].isalpha()


def _alone(words: Words, first: int, close: int, name: str) -> list[Candidate]:
    """Where else the words of a nickname stand."""
    nick = words.text[first:close]
    return [
        Candidate(i, i + len(nick), "Person", "pattern", None, -1, (), "PERSON", name)
        for i in range(words.size - len(nick))
        if i != first and words.text[i] == nick[0] and len(nick) > 1 and words.text[i : i + len(nick)] == nick
    ]
