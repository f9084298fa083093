"""Credits: who wrote, edited and delivered a report. They belong to the paper, and nothing is told of them.

"dr/hc (AFP, dpa)", "Author: Lena Marsh / Editor: Tom Hale" and "tkw/AP/dpa" at the end of a report or of a paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from newsgraph.language.lexicon_files import word_class
from newsgraph.language.words import Words

_INITIALS = r"[a-z]{2,4}"
_PARTING = r"\s*[,/;]\s*"
_SIGNING = ("Author", "Editor", "Reporter")
_SIGNED = re.compile(rf"(?:(?<=[.!?)”\"'’\w])\s+|^)(?:{'|'.join(_SIGNING)})s?\s?:\s(?=[A-Z])", re.M)
_LONGEST_SIGNATURE = 160
"""In characters, to the end of the line."""


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    agency = "(?:" + "|".join(sorted(map(re.escape, word_class("agency in a credit")), key=len, reverse=True)) + ")"
    one = f"(?:{agency}|{_INITIALS})"
    end = r"(?=\s*(?:$|\n|(?:Author|Editor)s?:))"
    return (
        re.compile(rf"(?:\b{_INITIALS}(?:[/,]\s?{_INITIALS})*\s+)?\((?:{one}{_PARTING})*{agency}(?:{_PARTING}{one})*\)\.?{end}"),
        re.compile(rf"\b{_INITIALS}/(?:{one}/)*{agency}(?:/{one})*{end}"),
        re.compile(rf"(?<=[.!?”\"] ){agency}(?:{_PARTING}{one})+\s*(?:\({_INITIALS}(?:/{_INITIALS})*\))?{end}"),
    )  # fmt: skip


def find_credits(words: Words) -> set[int]:
    """The tokens of the credits of a doc."""
    whole = "".join([f"{text} " if space else text for text, space in zip(words.text, words.space, strict=True)])
    found: set[int] = set()
    for first, last in _spans(whole):
        found.update(range(bisect_left(words.begin, first), bisect_left(words.begin, last)))
    return found


def _spans(text: str) -> Iterator[tuple[int, int]]:
    if any(agency in text for agency in word_class("agency in a credit")):
        for pattern in _patterns():
            yield from (match.span() for match in pattern.finditer(text))
    if not any(role in text for role in _SIGNING):
        return
    for match in _SIGNED.finditer(text):
        line_end = text.find("\n", match.end())
        line_end = len(text) if line_end < 0 else line_end
        if line_end - match.end() < _LONGEST_SIGNATURE:
            yield match.start(), line_end
