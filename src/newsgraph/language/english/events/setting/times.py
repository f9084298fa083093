"""When an event happened: the time of its clause, or what the discourse licenses, with the reason.

A time belongs to the verb that governs it, and to the nouns between it and that verb. The present tense says that
something holds on the day of writing ("plans to", "is considering"). What is past without a date stays without one, the
present perfect too ("has filed"), and so does the present of headlines and of deeds ("attacks"), which is the recent
past or a habit.
"""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

from newsgraph.language.annotations import Annotations
from newsgraph.language.english.events.coding import DEEDS
from newsgraph.language.english.events.setting.governed_times import ANSWERS, GovernedTimes
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.time_values import day_of, granularity, to_interval

_APART = frozenset(("after", "before", "since", "following"))
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
_PUT_OFF = frozenset("postpone delay cancel reschedule adjourn scrap".split())
"""What keeps something from happening at its time: "the summit was cancelled on Monday" dates no summit."""
_FOR_A_DEED = frozenset(("of", "for", "with", "over"))
_STATES = frozenset("need support back oppose hold govern suggest face own depend belong".split())
_REDUCED = frozenset(("xcomp", "advcl", "acl", "pcomp", "conj"))


class Dated(NamedTuple):
    """When something happened."""

    value: str
    reason: str
    at: tuple[int, int] | None = None
    """The words (start, end) that say so; None where the value follows from something else."""


class EventTimes:
    """Gives events of one doc the time expressions of their clauses."""

    def __init__(self, notes: Annotations, syntax: Parse, events: Container[int]) -> None:
        self.syntax = syntax
        self._headings = notes.headings
        published = notes.article.published
        self._published = published.split("T", 1)[0] if published else None
        self._times = GovernedTimes(notes, syntax, events)

    def since(self, root: int) -> str | None:
        """Since when an event is so, by its own words."""
        return self._times.beginnings.get(root)

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

    def has_passed(self, value: str) -> bool:
        """Whether a time is a year before that of publication."""
        return granularity(value) == "year" and self._published is not None and value < self._published[:4]

    def of(self, root: int, kind: str) -> Dated | None:
        """The time of an event of a kind."""
        syntax = self.syntax
        if self._times.under:
            if times := self._times.under.get(root):
                return None if self._is_of_another(root, times) else self._said(times, root, "clause")
            verb = root
            while syntax.pos[verb] not in ("VERB", "AUX") and syntax.head[verb] != verb:
                if syntax.dep[verb] == "poss" or syntax.lemma[verb] in _SUMS or (verb != root and self._is_apart(verb)):
                    return None
                verb = syntax.head[verb]
            if verb != root and syntax.lemma[verb] in _PUT_OFF:
                return None
            if verb != root and verb in self._times.of_verbs:
                return self._said(self._times.of_verbs[verb], root, "clause")
            if verb == root and (time := self._of_sentence(verb)) is not None:
                return self._said([time], root, "clause above")
            above = verb
            for _ in range(4):
                if syntax.dep[above] not in _REDUCED or self._is_finite(above) or self._is_infinitive(above):
                    break
                above = syntax.head[above]
                if above in self._times.of_verbs:
                    return self._said(self._times.of_verbs[above], root, "clause above")
        if self._published is not None and self._is_present(root, kind):
            return Dated(self._published, "present tense")
        return None

    def _of_sentence(self, verb: int) -> tuple[int, str] | None:
        """The time that opens a sentence is that of its coordinated clauses too: "In May A fell, and B was taken"."""
        syntax = self.syntax
        if syntax.dep[verb] != "conj" or syntax.tag[verb] not in ("VBD", "VBN") or self._is_infinitive(verb):
            return None
        head = syntax.head[verb]
        subject = syntax.child(head, "nsubj", "nsubjpass")
        if subject is None or syntax.pos[head] != "VERB":
            return None
        return next((time for time in self._times.of_verbs.get(head, ()) if time[0] < subject), None)

    def _is_apart(self, word: int) -> bool:
        """Whether what stands under a word has another time than the verb above: "after the raid", "its victims"."""
        syntax = self.syntax
        if syntax.lower[word] in _APART:
            return True
        if syntax.lower[word] in _FOR_A_DEED and syntax.lemma[syntax.head[word]] in _CHARGING:
            return True
        return syntax.pos[word] == "NOUN" and syntax.lemma[word] in _TRACES | ANSWERS

    def _said(self, times: list[tuple[int, str]], root: int, reason: str) -> Dated:
        """The time nearest to a word; a day goes before a part of one: "during the morning commute on Wednesday"."""
        start, value = min(times, key=lambda time: (time[0] in self._times.parts, abs(time[0] - root)))
        return Dated(value, reason, (start, self._times.ends[start]) if start in self._times.ends else None)

    def _is_of_another(self, root: int, times: list[tuple[int, str]]) -> bool:
        """Whether a day without a year stands nearer: "went to Oslo on 4 April and Bergen on 6 April 2016"."""
        nearest = min(abs(start - root) for start, _ in times)
        return any(abs(start - root) < nearest for start in self._times.open.get(root, ()))

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
