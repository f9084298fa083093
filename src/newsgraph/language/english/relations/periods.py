"""Since when and until when a tie holds, where its own words tell: "from 2010 to 2015", "since May", "(2004–2008)".

Only times that hang on the word that tells the tie, or on the verb of that word, or that stand right behind it, and
only years, months and days: what is vaguer is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsgraph.language.annotations import TimeExpression
from newsgraph.language.english.relations.ties import Ties
from newsgraph.language.english.syntax.parse import Parse

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_SINCE = frozenset("since from between".split())
_UNTIL = frozenset("until till through".split())
_TO = frozenset("to until till through and - – —".split())
"""What stands between the first time and the last."""
_ON = frozenset("in on".split())
_BEGINNING = frozenset("become appoint name install instal inaugurate join rejoin".split())
_ENDING = frozenset("resign quit retire oust remove dismiss fire sack depose leave defect step".split())
_LINKING = frozenset(["attr", "oprd", "dobj"])
_BARE = re.compile(r"[A-Z][a-z]+\.?(?: \d{1,2})?")
"""A month or a day of the week without a year: which one is meant is not sure."""
_TERM = 25
"""Years of a term in brackets; a longer one may be a life."""


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
    governor = _governor(syntax, word)
    hooks, behind = {word, governor}, set(ends)
    since = until = None
    for time in _times(ties, word):
        link = time.start - 1
        said = syntax.lower[link]
        if link in behind or syntax.head[link] in hooks:
            last = _last(ties, time)
            if said in _SINCE and (said != "between" or last is not None):
                since = since or time.value
                until = until or (None if last is None else last.value)
            elif said in _UNTIL and not _is_unsure(ties, time, governor):
                until = until or time.value
        if (said in _ON and syntax.head[link] in hooks) or _is_adverb(ties, time, hooks):
            if syntax.lemma[governor] in _BEGINNING:
                since = since or time.value
            elif syntax.lemma[governor] in _ENDING:
                until = until or time.value
    return Period(since, until) if not (since and until and until < since[: len(until)]) else Period()


def term_in_brackets(ties: Ties, at: int) -> Period:
    """The term that stands in brackets at a token: "(2004–2008)"."""
    syntax = ties.syntax
    text = ties.words.text
    if at + 4 >= len(text) or text[at] != "(" or syntax.lower[at + 2] not in _TO or text[at + 4] != ")":
        return Period()
    one, other = text[at + 1], text[at + 3]
    if not (len(one) == len(other) == 4 and one.isdigit() and other.isdigit()):
        return Period()
    return Period(one, other) if 0 <= int(other) - int(one) <= _TERM else Period()


def _governor(syntax: Parse, word: int) -> int:
    """The verb that a noun for a role is the predicate of, else the word itself: "served as | mayor"."""
    if syntax.pos[word] in ("NOUN", "PROPN"):
        head = syntax.head[word]
        if syntax.dep[word] in _LINKING and syntax.is_verb(head):
            return head
        above = syntax.head[head]
        if syntax.dep[word] == "pobj" and syntax.lower[head] == "as" and syntax.is_verb(above):
            return above
    return word


def _times(ties: Ties, word: int) -> Iterator[TimeExpression]:
    """The times of the sentence that are a year, a month or a day, and have a word before them."""
    start, end = ties.syntax.sent_start[word], ties.syntax.sent_end[word]
    for time in ties.notes.times:
        if start < time.start < end and time.value and _DATE.fullmatch(time.value):
            yield time


def _last(ties: Ties, first: TimeExpression) -> TimeExpression | None:
    """The time that stands behind the first one and "to" or "and"."""
    syntax = ties.syntax
    if first.end >= syntax.size or syntax.lower[first.end] not in _TO:
        return None
    at = first.end + 1
    return next((t for t in ties.notes.times if t.start == at and t.value and _DATE.fullmatch(t.value)), None)


def _is_adverb(ties: Ties, time: TimeExpression, hooks: set[int]) -> bool:
    """Whether a time hangs on the word itself: "resigned last month"."""
    syntax = ties.syntax
    return any(syntax.dep[t] == "npadvmod" and syntax.head[t] in hooks for t in range(time.start, time.end))


def _is_unsure(ties: Ties, time: TimeExpression, governor: int) -> bool:
    """Whether a month without a year may be the last or the next one: only what is past tells which."""
    past = ties.syntax.tag[governor] in ("VBD", "VBN")
    return not past and _BARE.fullmatch(ties.words.span(time.start, time.end)) is not None
