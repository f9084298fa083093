"""Which time expressions of a doc belong to which words: each to the verb that governs it, and to what lies between."""

from __future__ import annotations

from collections.abc import Container
from datetime import timedelta
from functools import cache

from newsgraph.language.annotations import Annotations, TimeExpression, TimeSpan
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.times.lexicon import time_words
from newsgraph.language.english.times.tense import is_beginning
from newsgraph.language.time_values import granularity, to_interval

_UNUSABLE = frozenset((None, "duration", "reference"))
_LIMITS = frozenset(("by", "until", "till", "before"))
_LAWS = frozenset("act law code convention regulations order rules bill ordinance decree".split())
"""Texts that have their year in their name."""
_OUTSIDE = frozenset(("before", "until", "till"))
_ARTICLES = frozenset(("the", "early", "late", "mid", "-"))
_MEASURED = frozenset(("day", "days", "week", "weeks", "hour", "hours", "minutes"))
"""What before "before" says when: "the day before Christmas"."""
_RECENT = 7
"""Days before that of the paper that a careless writer gives in the present perfect: "has resigned on Monday"."""
_RANKS = frozenset(("first", "only", "most"))
ANSWERS = frozenset("response revenge retaliation reprisal reaction answer reply retribution riposte".split())
"""What an act is called by another that it follows: "was revenge for"."""


@cache
def _day_words() -> frozenset[str]:
    sorts = ("weekday", "weekday_short", "month", "month_short", "deictic")
    return frozenset(word for sort in sorts for word in time_words().numbers(sort)) | {"this", "last"}


class GovernedTimes:
    """The times of one doc by the words that have them under them."""

    def __init__(self, notes: Annotations, syntax: Parse, events: Container[int]) -> None:
        self.syntax = syntax
        self._events = events
        published = notes.article.published
        self._published = published.split("T", 1)[0] if published else None
        self.under: dict[int, list[tuple[int, str]]] = {}
        """Times (where and what) by each word that has them under it, up to the verb that governs them."""
        self.of_verbs: dict[int, list[tuple[int, str]]] = {}
        self.open: dict[int, list[int]] = {}
        """Where days stand of which nobody knows the year, by each word that has them under it."""
        self.ends: dict[int, int] = {}
        """Where the words for a day end, by where they start; not those that say a part of a day told before."""
        self.parts: set[int] = set()
        """Where times stand that are parts of a day, of whichever day."""
        self.beginnings: dict[int, str] = {}
        """Since when something is so, by each word that has the time under it."""
        told: str | None = None
        for time in sorted(notes.times, key=lambda t: t.start):
            if time.span is not None:
                self._enter_span(time, time.span)
            else:
                told = self._take(time, told)

    def _enter_span(self, time: TimeExpression, span: TimeSpan) -> None:
        """Enter what several times say as one, once."""
        if time.start != span.start or span.value is None:
            return
        self.ends[time.start] = span.end
        self._enter(time.start, time.end, span.value)

    def _take(self, time: TimeExpression, told: str | None) -> str | None:
        """Enter a time, and return the last day that is told: of it are those of which only the hour is told."""
        value = time.value
        if value is None:
            self._leave_open(time.start, time.end)
            return told
        if value.startswith("T"):
            if told is None:
                return None  # a time of day, and of no day that is told
            value = told
        elif granularity(value) in _UNUSABLE:
            return told
        value, within, part = value.partition("T")
        if granularity(value) == "decade":
            value = f"{value}0/{value}9"
        if not (time.value or "").startswith("T") and (not within or self._says_day(time)):
            self.ends[time.start] = time.end
        if part.isalpha():
            self.parts.add(time.start)
        if is_beginning(self.syntax.doc, self.syntax.lower, time.start, time.end):
            self._begin(time.start, time.end, value)
            return told
        if not self._is_limit(time.start):
            self._enter(time.start, time.end, value)
            self._enter_clause(time.start, time.end, value)
        return value if len(value) == 10 else told

    def _says_day(self, time: TimeExpression) -> bool:
        """Whether a part of a day is said to be of some day, not of the one last told: "on Monday at 10"."""
        return any(word in _day_words() for word in self.syntax.lower[time.start : time.end])

    def _enter(self, start: int, end: int, value: str) -> None:
        syntax = self.syntax
        if start and syntax.lower[start - 1] in _LAWS and syntax.doc[start - 1].is_title:
            return  # "the Firearms Act 1996"
        at = self._top(start, end)
        for _ in range(12):
            self.under.setdefault(at, []).append((start, value))
            if syntax.pos[at] in ("VERB", "AUX"):
                if start and syntax.lower[start - 1] in ("until", "till"):
                    self.under[at].pop()  # how long, not when
                    return
                if (answered := self._answered(start, at)) is not None:
                    self.under[at].pop()
                    self.under.setdefault(answered, []).append((start, value))
                    return
                if self._is_deadline(start, value, at) or self._is_stale(at, start, value):
                    self.under[at].pop()
                    return
                self.of_verbs.setdefault(at, []).append((start, value))
                return
            if syntax.head[at] == at or (at in self._events and not self._shares(at)):
                return
            if self._names_a_thing(at, value) or self._is_owner(at):
                return
            at = syntax.head[at]

    def _is_limit(self, start: int) -> bool:
        """Whether something is only said to be before or after a time: "must vote before June 1988", "until May"."""
        lower = self.syntax.lower
        at = start - 1
        while at >= 0 and start - at < 3 and lower[at] in _ARTICLES:
            at -= 1
        return at >= 0 and lower[at] in _OUTSIDE and (not at or lower[at - 1] not in _MEASURED)

    def _is_stale(self, verb: int, start: int, value: str) -> bool:
        """Whether a verb has no such time: what "has been" done was not "in 2000", which belongs to something else."""
        syntax = self.syntax
        have = syntax.child(verb, "aux")
        if have is None or syntax.lower[have] not in ("has", "have", "'ve", "’ve") or syntax.tag[verb] != "VBN":
            return False
        subject = syntax.child(verb, "nsubj", "nsubjpass")
        if subject is not None and start < subject:
            return False  # "In 2014 the town has changed its name"
        if not any(word[:1].isdigit() for word in syntax.lower[start : start + 4]):
            return False
        span, day = to_interval(value), to_interval(self._published)
        return span is not None and (day is None or span[1] < day[0] - timedelta(_RECENT))

    def _enter_clause(self, start: int, end: int, value: str) -> None:
        """Enter a time for the clause that tells what was then: "in January, when Denmark attacked its ships"."""
        syntax = self.syntax
        when = end + 1 if syntax.lower[end : end + 1] == [","] else end
        if syntax.lower[when : when + 1] != ["when"]:
            return
        verb = syntax.head[when]
        if verb > when and syntax.pos[verb] == "VERB" and syntax.tag[verb] in ("VBD", "VBN") and verb not in self.under:
            self.under[verb] = [(start, value)]
            self.of_verbs.setdefault(verb, []).append((start, value))

    def _leave_open(self, start: int, end: int) -> None:
        """Note a day without a year, up to the verb that governs it: "4 April", not "the morning"."""
        syntax, at = self.syntax, self._top(start, end)
        if not any(word[0].isdigit() for word in syntax.lower[start:end]):
            return
        for _ in range(12):
            self.open.setdefault(at, []).append(start)
            if syntax.is_verb(at) or syntax.head[at] == at:
                return
            at = syntax.head[at]

    def _top(self, start: int, end: int) -> int:
        """The word of a time that has the others under it."""
        return next((i for i in range(start, end) if not start <= self.syntax.head[i] < end), start)

    def _begin(self, start: int, end: int, value: str) -> None:
        """Enter a time since when something is so, up to what it is that is so."""
        syntax, at = self.syntax, self._top(start, end)
        if self._is_record(start):
            return
        for _ in range(12):
            if at in self._events or syntax.pos[at] in ("VERB", "AUX"):
                self.beginnings.setdefault(at, value)
                return
            if syntax.head[at] == at:
                return
            at = syntax.head[at]

    def _is_record(self, start: int) -> bool:
        """Whether a time only says since when nothing like it was: "the worst crash since 1959"."""
        syntax = self.syntax
        return any(syntax.tag[j] == "JJS" or syntax.lower[j] in _RANKS for j in range(max(0, start - 12), start))

    def _names_a_thing(self, at: int, value: str) -> bool:
        """Whether a year or a day known by its date is part of what something is called: "9/11 families"."""
        syntax = self.syntax
        head = syntax.head[at]
        dated = value[:4].isdigit() and any(character.isdigit() for character in syntax.lower[at])
        return (
            dated
            and syntax.dep[at] in ("compound", "nmod", "nummod", "amod")
            and syntax.pos[head] in ("NOUN", "PROPN")
            and head not in self._events
            and head not in syntax.times
        )

    def _is_owner(self, at: int) -> bool:
        """Whether a time says which thing is meant, not when it is told of: "this year's winner".

        What is said "in Monday's ruling" is said then.
        """
        syntax, noun = self.syntax, self.syntax.head[at]
        if syntax.dep[at] != "poss" or noun in self._events:
            return False
        return syntax.dep[noun] != "pobj" or syntax.lower[syntax.head[noun]] not in ("in", "at", "during")

    def _is_deadline(self, start: int, value: str, verb: int) -> bool:
        """Whether a time to come is the limit set by something said now: "demands a vote by the end of May"."""
        syntax = self.syntax
        if self._published is None or value <= self._published or start == 0:
            return False
        ahead = any(syntax.tag[c] in ("MD", "TO") for c in syntax.children[verb])
        return not ahead and any(syntax.lower[j] in _LIMITS for j in range(max(0, start - 4), start))

    def _answered(self, start: int, verb: int) -> int | None:
        """The deed that "was revenge for" another has not the time that stands behind that other."""
        syntax = self.syntax
        answer = next((c for c in syntax.children[verb] if syntax.lemma[c] in ANSWERS and c < start), None)
        if answer is None or syntax.dep[answer] != "attr":
            return None
        return next((i for i in range(answer + 1, start) if i in self._events), None)

    def _shares(self, noun: int) -> bool:
        """Whether what has the time of a noun is so for the verb above: "held in Monday's raid", not "after" it."""
        syntax = self.syntax
        relation = syntax.dep[noun]
        return relation in ("dobj", "nsubj", "nsubjpass", "attr") or (
            relation == "pobj" and syntax.lower[syntax.head[noun]] in ("in", "at", "during", "on")
        )
