"""Since when and until when a tie holds, where its own words tell: "from 2010 to 2015", "since May".

Only times that hang on the word that tells the tie, or on the verb of that word, or that stand right behind it, and
only years, months and days: what is vaguer is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from newsgraph.language.english.relations.ties import Ties
from newsgraph.language.english.syntax.parse import Parse

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_SINCE = frozenset(("since", "from"))
_UNTIL = frozenset("until till to through".split())
_LINKING = frozenset(("attr", "oprd", "dobj"))


class Period(NamedTuple):
    """When a tie began and ended, as exact as the text is; None where it does not say."""

    since: str | None = None
    until: str | None = None

    def is_over(self, published: str | None) -> bool:
        """Whether it ended before the article came out."""
        return self.until is not None and published is not None and self.until < published[: len(self.until)]


def find_period(ties: Ties, word: int, ends: Iterable[int] = ()) -> Period:
    """The period that is told of a tie.

    Args:
        ties: the relations of the doc.
        word: the word that tells the tie, a noun for a role or a verb.
        ends: tokens behind which a time of it may stand as well: the ends of the role and of the two names.
    """
    syntax = ties.syntax
    hooks, behind = {word, _governor(syntax, word)}, set(ends)
    since = until = None
    for time in ties.notes.times:
        link = time.start - 1
        if not (syntax.sent_start[word] <= link < syntax.sent_end[word] and time.value and _DATE.fullmatch(time.value)):
            continue
        if link in behind or syntax.head[link] in hooks:
            since = since or (time.value if syntax.lower[link] in _SINCE else None)
            until = until or (time.value if syntax.lower[link] in _UNTIL else None)
            behind.add(time.end)  # "from 2010 | to 2015"
    return Period(since, until) if not (since and until and until < since[: len(until)]) else Period()


def _governor(syntax: Parse, word: int) -> int:
    """The verb that a noun for a role is the predicate of, else the word itself: "served as | mayor"."""
    head = syntax.head[word]
    if syntax.dep[word] in _LINKING and syntax.is_verb(head):
        return head
    above = syntax.head[head]
    as_such = syntax.dep[word] == "pobj" and syntax.lower[head] == "as" and syntax.is_verb(above)
    return above if as_such else word
