"""When an event happened: the time of its clause, or what the discourse licenses, with the reason.

A time belongs to the verb that governs it, and to the nouns between it and that verb. The present tense says that
something holds on the day of writing ("plans to", "is considering"). What is past without a date stays without one, the
present perfect too ("has filed"), and so does the present of headlines and of deeds ("attacks"), which is the recent
past or a habit.
"""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import timedelta
from functools import cache
from typing import NamedTuple

from newsgraph.language.annotations import Annotations, TimeExpression
from newsgraph.language.events.coding import DEEDS
from newsgraph.language.syntax.parse import Parse
from newsgraph.language.times.beginnings import is_beginning
from newsgraph.language.times.lexicon import time_words
from newsgraph.language.times.values import day_of, granularity, to_interval

_UNUSABLE = frozenset((None, "duration", "reference"))
_DAYS = re.compile(r"P(\d{1,3})([DW])")
_SIGNS = {"after": -1, "before": 1}
_LIMITS = frozenset(("by", "until", "till", "before"))
_APART = frozenset(("after", "before", "since", "following"))
_ANSWERS = frozenset("response revenge retaliation reprisal reaction answer reply retribution riposte".split())
_TRACES = frozenset(
    "victim survivor suspect witness site scene memory footage photo picture investigation inquiry probe news "
    "aftermath anniversary commemoration".split()
)
"""What is left of an event and has times of its own: "the victims were named on Friday"."""
_SUMS = frozenset(("toll",))
"""What adds up events, and changes when they are over: "the toll of the blast rose on Friday"."""
_CHARGING = frozenset(
    "accuse acquit arrest charge convict indict try sentence jail imprison trial conviction charge arrest indictment "
    "sentence jury suspect suspicion guilty".split()
)
"""What is done to somebody for a deed, which was before: "convicted in May of robbery"."""
_LAWS = frozenset("act law code convention regulations order rules bill ordinance decree".split())
"""Texts that have their year in their name."""
_RANKS = frozenset(("first", "only", "most"))
_PUT_OFF = frozenset("postpone delay cancel reschedule adjourn scrap".split())
"""What keeps something from happening at its time: "the summit was cancelled on Monday" dates no summit."""
_CALLING = frozenset("call appeal demand urge seek request propose".split())
"""What is said of deeds that are to come."""
_FOR_A_DEED = frozenset(("of", "for", "with", "over"))
_STATES = frozenset("need support back oppose hold govern suggest face own depend belong".split())
_REDUCED = frozenset(("xcomp", "advcl", "acl", "pcomp", "conj"))


class Dated(NamedTuple):
    """When something happened."""

    value: str
    reason: str
    at: tuple[int, int] | None = None
    """The words (start, end) that say so; None where the value follows from something else."""


@cache
def _day_words() -> frozenset[str]:
    sorts = ("weekday", "weekday_short", "month", "month_short", "deictic")
    return frozenset(word for sort in sorts for word in time_words().numbers(sort)) | {"this", "last"}


class EventTimes:
    """Gives events of one doc the time expressions of their clauses."""

    def __init__(self, notes: Annotations, syntax: Parse, events: Container[int]) -> None:
        self.syntax = syntax
        self._events = events
        self._headings = notes.headings
        published = notes.article.published
        self._published = published.split("T", 1)[0] if published else None
        self._under: dict[int, list[tuple[int, str]]] = {}
        """Times (where and what) by each word that has them under it, up to the verb that governs them."""
        self._verb_times: dict[int, list[tuple[int, str]]] = {}
        self._days: dict[int, int] = {}
        """How many days a duration is, by its words."""
        self._ends: dict[int, int] = {}
        """Where the words for a day end, by where they start; not those that say a part of a day told before."""
        self._parts: set[int] = set()
        """Where times stand that are parts of a day, of whichever day."""
        self._beginnings: dict[int, str] = {}
        """Since when something is so, by each word that has the time under it."""
        told: str | None = None
        for time in sorted(notes.times, key=lambda t: t.start):
            if time.span is not None:
                if time.start == time.span.start and time.span.value is not None:
                    self._ends[time.start] = time.span.end
                    if not self._is_life(time.start, time.span.end):
                        self._enter(time.start, time.end, time.span.value)
                continue
            if time.value is None:
                continue
            value = time.value
            if value.startswith("T") and told is not None:
                value = told
            elif value.startswith("T"):
                continue  # a time of day, and of no day that is told
            elif granularity(value) in _UNUSABLE:
                if (length := _DAYS.fullmatch(value)) is not None:
                    number = int(length[1]) * (7 if length[2] == "W" else 1)
                    self._days.update(dict.fromkeys(range(time.start, time.end), number))
                continue
            value, within, part = value.partition("T")
            if not time.value.startswith("T") and (not within or self._says_day(time)):
                self._ends[time.start] = time.end
            if part.isalpha():
                self._parts.add(time.start)
            if is_beginning(syntax.doc, syntax.lower, time.start, time.end):
                self._begin(time.start, time.end, value)
                continue
            if len(value) == 10:
                told = value
            if "/" in value and self._is_life(time.start, time.end):
                continue
            self._enter(time.start, time.end, value)

    def _says_day(self, time: TimeExpression) -> bool:
        """Whether a part of a day is said to be of some day, not of the one last told: "on Monday at 10"."""
        return any(word in _day_words() for word in self.syntax.lower[time.start : time.end])

    def _is_life(self, start: int, end: int) -> bool:
        """Whether a range stands in brackets behind who or what had that time: "Ada Lund (1912-1992)", no deed."""
        syntax = self.syntax
        if not 1 < start < end < len(syntax.lower) or (syntax.lower[start - 1], syntax.lower[end]) != ("(", ")"):
            return False
        return start - 2 not in self._events

    def _enter(self, start: int, end: int, value: str) -> None:
        syntax = self.syntax
        if start and syntax.lower[start - 1] in _LAWS and syntax.doc[start - 1].is_title:
            return  # "the Firearms Act 1996"
        at = self._top(start, end)
        for _ in range(12):
            self._under.setdefault(at, []).append((start, value))
            if syntax.pos[at] in ("VERB", "AUX"):
                if start and syntax.lower[start - 1] in ("until", "till"):
                    self._under[at].pop()  # how long, not when
                    return
                if self._is_deadline(start, value, at):
                    self._under[at].pop()
                    return
                if (answered := self._answered(start, at)) is not None:
                    self._under[at].pop()
                    self._under.setdefault(answered, []).append((start, value))
                    return
                self._verb_times.setdefault(at, []).append((start, value))
                return
            if syntax.head[at] == at or (at in self._events and not self._shares(at)):
                return
            if self._names_a_thing(at, value):
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
                self._beginnings.setdefault(at, value)
                return
            if syntax.head[at] == at:
                return
            at = syntax.head[at]

    def since(self, root: int) -> str | None:
        """Since when an event is so, by its own words."""
        return self._beginnings.get(root)

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
        answer = next((c for c in syntax.children[verb] if syntax.lemma[c] in _ANSWERS and c < start), None)
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

    def is_to_come(self, root: int, kind: str, value: str) -> bool:
        """Whether a deed told in the past is given a time that begins, or a range that ends, after publication."""
        syntax = self.syntax
        if syntax.pos[root] not in ("VERB", "AUX"):
            if kind == "OTHER":
                return False
        elif syntax.tag[root] not in ("VBD", "VBN") or {syntax.tag[c] for c in syntax.children[root]} & {"TO", "MD"}:
            return False
        last = to_interval(value.rpartition("/")[2] if granularity(value) == "interval" else value)
        published = day_of(self._published) if self._published else None
        return last is not None and published is not None and last[0] > published

    def of(self, root: int, kind: str) -> Dated | None:
        """The time of an event of a kind."""
        syntax = self.syntax
        if self._days and (day := self._days_after(root) or self._days_from(root)) is not None:
            return Dated(day, "days after")
        if self._under:
            if self._under.get(root):
                return self._said(self._under[root], root, "clause")
            verb = root
            while syntax.pos[verb] not in ("VERB", "AUX") and syntax.head[verb] != verb:
                if syntax.dep[verb] == "poss" or syntax.lemma[verb] in _SUMS or (verb != root and self._is_apart(verb)):
                    return None
                verb = syntax.head[verb]
            if verb != root and syntax.lemma[verb] in _PUT_OFF:
                return None
            if verb != root and verb in self._verb_times:
                times = self._verb_times[verb]
                if self._is_called_for(root, verb):
                    times = [time for time in times if self._is_ahead(time[1])]
                return self._said(times, root, "clause") if times else None
            if verb == root and (time := self._of_sentence(verb)) is not None:
                return self._said([time], root, "clause above")
            above = verb
            for _ in range(4):
                if syntax.dep[above] not in _REDUCED or self._is_finite(above) or self._is_infinitive(above):
                    break
                above = syntax.head[above]
                if above in self._verb_times:
                    return self._said(self._verb_times[above], root, "clause above")
        if self._published is not None and self._is_present(root, kind):
            return Dated(self._published, "present tense")
        return None

    def _is_called_for(self, noun: int, verb: int) -> bool:
        """Whether a noun is what somebody calls for or demands, which is to come: "demanded on Friday a vote"."""
        syntax = self.syntax
        if syntax.lemma[verb] not in _CALLING:
            return False
        at = noun
        while syntax.head[at] != verb:
            at = syntax.head[at]
        return syntax.dep[at] in ("dobj", "nsubjpass") or syntax.lower[at] == "for"

    def _is_ahead(self, value: str) -> bool:
        """Whether a time ends after the day of publication."""
        span, published = to_interval(value), day_of(self._published) if self._published else None
        return span is not None and published is not None and span[1] > published

    def _of_sentence(self, verb: int) -> tuple[int, str] | None:
        """The time that opens a sentence is that of its coordinated clauses too: "In May A fell, and B was taken"."""
        syntax = self.syntax
        if syntax.dep[verb] != "conj" or syntax.tag[verb] not in ("VBD", "VBN") or self._is_infinitive(verb):
            return None
        head = syntax.head[verb]
        subject = syntax.child(head, "nsubj", "nsubjpass")
        if subject is None or syntax.pos[head] != "VERB":
            return None
        return next((time for time in self._verb_times.get(head, ()) if time[0] < subject), None)

    def _is_apart(self, word: int) -> bool:
        """Whether what stands under a word has another time than the verb above: "after the raid", "its victims"."""
        syntax = self.syntax
        if syntax.lower[word] in _APART:
            return True
        if syntax.lower[word] in _FOR_A_DEED and syntax.lemma[syntax.head[word]] in _CHARGING:
            return True
        return syntax.pos[word] == "NOUN" and (syntax.lemma[word] in _ANSWERS or syntax.lemma[word] in _TRACES)

    def _days_after(self, root: int) -> str | None:
        """The day of a clause that the one above is some days after: "four days after rebels took the town"."""
        syntax = self.syntax
        if syntax.dep[root] != "advcl":
            return None
        days = next((self._days[c] for c in syntax.children[root] if c in self._days), None)
        sign = self._sign(root)
        if days is None or not sign:
            return None
        return self._shifted(self.of(syntax.head[root], ""), sign * days)

    def _days_from(self, root: int) -> str | None:
        """The day of what happened "two days after rebels took the town on Monday"."""
        syntax = self.syntax
        for c in syntax.children[root]:
            if syntax.dep[c] == "advcl" and c > root and (sign := self._sign(c)):
                mark = next(m for m in syntax.children[c] if syntax.lower[m] in _SIGNS)
                if mark - 1 in self._days and self._under.get(c):
                    return self._shifted(self._said(self._under[c], c, ""), -sign * self._days[mark - 1])
        return None

    def _sign(self, clause: int) -> int:
        """-1 for a clause with "after", 1 for one with "before", else 0."""
        before = (self.syntax.lower[c] for c in self.syntax.children[clause] if c < clause)
        return next((_SIGNS[word] for word in before if word in _SIGNS), 0)

    @staticmethod
    def _shifted(time: Dated | None, days: int) -> str | None:
        base = day_of(time.value) if time is not None and len(time.value) == 10 else None
        return None if base is None else (base + timedelta(days=days)).isoformat()

    def _said(self, times: list[tuple[int, str]], root: int, reason: str) -> Dated:
        """The time nearest to a word; a day goes before a part of one: "during the morning commute on Wednesday"."""
        start, value = min(times, key=lambda time: (time[0] in self._parts, abs(time[0] - root)))
        return Dated(value, reason, (start, self._ends[start]) if start in self._ends else None)

    def _is_finite(self, verb: int) -> bool:
        syntax = self.syntax
        return syntax.tag[verb] in ("VBD", "VBZ", "VBP") or any(
            syntax.dep[c] in ("aux", "auxpass") and syntax.tag[c] in ("VBD", "VBZ", "VBP", "MD")
            for c in syntax.children[verb]
        )

    def _is_infinitive(self, verb: int) -> bool:
        return self.syntax.tag[verb] == "VB"

    def _is_present(self, verb: int, kind: str) -> bool:
        """Whether a verb says what holds at the time of writing, by its own form or an auxiliary's."""
        syntax = self.syntax
        if syntax.pos[verb] not in ("VERB", "AUX") or syntax.lemma[verb] in _STATES:
            return False
        if syntax.sent_start[verb] in self._headings:
            return False
        auxiliaries = [c for c in syntax.children[verb] if syntax.dep[c] in ("aux", "auxpass")]
        if auxiliaries:
            return syntax.tag[auxiliaries[0]] in ("VBZ", "VBP") and syntax.lemma[auxiliaries[0]] != "have"
        return kind not in DEEDS and syntax.tag[verb] in ("VBZ", "VBP")
