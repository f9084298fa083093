"""Dates in the names of files and folders: `2024-03-05-talks.txt`, `20240305_talks.pdf`, `2024/03/05/talks.html`.

Also with the month as a word: `talks 5 March 2024.txt`, `talks-Mar-05-2024.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Final

import msgspec

from newsgraph.articles import Article
from newsgraph.sources.dates import is_future, parse_date
from newsgraph.sources.problems import OnProblem, Problem

_DATE: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_WRITTEN: Final = re.compile(
    rf"(?<![^\W_])(?:\d{{1,2}}[ .-]*{_MONTH}|{_MONTH}[ .-]*\d{{1,2}}),?[ -]*(?:19|20)\d\d(?!\d)", re.I
)


def date_in_name(name: str) -> str | None:
    """The day that a path says, ISO 8601; None if it says none, several, or one to come."""
    found = set()
    for year, _, month, day in _DATE.findall(name.replace("\\", "/")):
        try:
            found.add(date(int(year), int(month), int(day)).isoformat())
        except ValueError:
            continue
    for written in _WRITTEN.findall(name.replace("_", " ")):
        if day := parse_date(" ".join(re.findall(r"\w+", written))):
            found.add(day)
    (day, *others) = found or {""}
    return day if day and not others and not is_future(day) else None


def dated_by_name(articles: Iterable[Article], name: str, on_problem: OnProblem) -> Iterator[Article]:
    """The articles of a file; if it is one article without a date, with the day that the file's name says."""
    several = iter(articles)
    first, second = next(several, None), next(several, None)
    if first is not None and second is None and first.published is None and (day := date_in_name(name)) is not None:
        message = f"dated {day} by the name of its file"
        on_problem(Problem(first.origin or first.id, message, "check that it is the day of publication", lost=False))
        first = msgspec.structs.replace(first, published=day)
    yield from chain((article for article in (first, second) if article is not None), several)
