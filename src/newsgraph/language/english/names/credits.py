"""Credits: who wrote, edited and delivered a report. They belong to the paper, and nothing is told of them.

"dr/hc (AFP, dpa)", "Author: Lena Marsh / Editor: Tom Hale" and "tkw/AP/dpa" at the end of a report or of a paragraph,
and "Lena Marsh contributed to this report".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.words import Words

_INITIALS = r"[a-z]{2,4}"
_PARTING = r"\s*[,/;]\s*"
_SIGNING = re.compile(r"(?:(?:Author|Editor|Reporter)s?|Contributing)\s?:\s(?=[A-Z])")
_SIGNED = re.compile(rf"(?:(?<=[.!?)”\"'’\w])\s+|^){_SIGNING.pattern}", re.M)
_HELPED = re.compile(
    r"(?:(?<=[.!?…”\"’—_-])\s+|^)(?:[^.!?\n]|\b[A-Z]\.){3,200}?\bcontributed (?:reporting )?to"
    r" this (?:report|story|article)\b",
    re.M,
)
_LONGEST_SIGNATURE = 160
"""In characters, to the end of the line."""


class _Form(NamedTuple):
    """A form of credits; to look for its core first takes a tenth of the time, and most texts have none."""

    core: re.Pattern[str]
    whole: re.Pattern[str]


@cache
def _forms() -> tuple[_Form, ...]:
    agency = "(?:" + "|".join(sorted(map(re.escape, word_class("agency in a credit")), key=len, reverse=True)) + ")"
    one = f"(?:{agency}|{_INITIALS})"
    end = r"(?=\s*(?:$|\n|(?:Author|Editor)s?:))"
    in_brackets = rf"\((?:{one}{_PARTING})*{agency}(?:{_PARTING}{one})*\)"
    behind_initials = rf"/(?:{one}/)*{agency}"
    several, before = rf"{agency}(?:{_PARTING}{one})+", r"[.!?”\"] "
    wholes = (
        rf"(?:\b{_INITIALS}(?:[/,]\s?{_INITIALS})*\s+)?{in_brackets}\.?{end}",
        rf"\b{_INITIALS}{behind_initials}(?:/{one})*{end}",
        rf"(?<={before}){several}\s*(?:\({_INITIALS}(?:/{_INITIALS})*\))?{end}",
    )
    cores = (in_brackets, behind_initials, before + several)
    return tuple(_Form(re.compile(core), re.compile(whole)) for core, whole in zip(cores, wholes, strict=True))


def find_credits(words: Words) -> set[int]:
    """The tokens of the credits of a doc."""
    found: set[int] = set()
    for first, last in _spans(words.whole):
        found.update(range(bisect_left(words.begin, first), bisect_left(words.begin, last)))
    return found


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for form in _forms():
        if form.core.search(text) is not None:
            yield from (match.span() for match in form.whole.finditer(text))
    if " to this " in text:
        yield from ((match.start(), match.end()) for match in _HELPED.finditer(text))
    if _SIGNING.search(text) is None:
        return
    for match in _SIGNED.finditer(text):
        line_end = text.find("\n", match.end())
        line_end = len(text) if line_end < 0 else line_end
        if line_end - match.end() < _LONGEST_SIGNATURE:
            yield match.start(), line_end
