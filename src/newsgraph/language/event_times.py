"""When an event happened: the time of its clause, or what the discourse licenses, with the reason.

A time belongs to the verb that governs it, and to the nouns between it and that verb. A main clause in the present or
the present perfect is true on the day of publication ("has filed", "plans"); the past tense without a date stays
without one.
"""

from __future__ import annotations

from collections.abc import Container

from newsgraph.language.annotations import Annotations
from newsgraph.language.event_syntax import Syntax
from newsgraph.language.time_values import granularity

_UNUSABLE = frozenset((None, "duration", "reference"))
_REDUCED = frozenset(("xcomp", "advcl", "acl", "pcomp", "conj"))


class EventTimes:
    """Gives events of one doc the time expressions of their clauses."""

    def __init__(self, notes: Annotations, syntax: Syntax, events: Container[int]) -> None:
        self.syntax = syntax
        self._events = events
        published = notes.article.published
        self._published = published.split("T", 1)[0] if published else None
        self._under: dict[int, list[tuple[int, str]]] = {}
        """Times (where and what) by each word that has them under it, up to the verb that governs them."""
        self._verb_times: dict[int, list[tuple[int, str]]] = {}
        told = self._published
        for time in sorted(notes.times, key=lambda t: t.start):
            value = time.value
            if value is None:
                continue
            if value.startswith("T") and told is not None:
                value = told
            elif granularity(value) in _UNUSABLE:
                continue
            value = value.split("T", 1)[0]
            if len(value) == 10:
                told = value
            self._enter(time.start, time.end, value)

    def _enter(self, start: int, end: int, value: str) -> None:
        syntax = self.syntax
        at = next((i for i in range(start, end) if not start <= syntax.head[i] < end), start)
        for _ in range(12):
            self._under.setdefault(at, []).append((start, value))
            if syntax.pos[at] in ("VERB", "AUX"):
                self._verb_times.setdefault(at, []).append((start, value))
                return
            if syntax.head[at] == at or (at in self._events and not self._shares(at)):
                return
            at = syntax.head[at]

    def _shares(self, noun: int) -> bool:
        """Whether what has the time of a noun is so for the verb above: "held in Monday's raid", not "after" it."""
        syntax = self.syntax
        relation = syntax.dep[noun]
        return relation in ("dobj", "nsubj", "nsubjpass", "attr") or (
            relation == "pobj" and syntax.lower[syntax.head[noun]] in ("in", "at", "during", "on")
        )

    def of(self, root: int) -> tuple[str, str] | None:
        """The value and the reason of an event's time."""
        syntax = self.syntax
        if self._under:
            if root in self._under:
                return self._nearest(self._under[root], root), "clause"
            verb = root
            while syntax.pos[verb] not in ("VERB", "AUX") and syntax.head[verb] != verb:
                if syntax.dep[verb] == "poss":
                    break
                verb = syntax.head[verb]
            if verb != root and verb in self._verb_times:
                return self._nearest(self._verb_times[verb], root), "clause"
            above = verb
            for _ in range(4):
                if syntax.dep[above] not in _REDUCED or self._is_finite(above) or self._is_infinitive(above):
                    break
                above = syntax.head[above]
                if above in self._verb_times:
                    return self._nearest(self._verb_times[above], root), "clause above"
        if self._published is not None and syntax.pos[root] in ("VERB", "AUX") and self._is_present(root):
            return self._published, "present tense"
        return None

    @staticmethod
    def _nearest(times: list[tuple[int, str]], root: int) -> str:
        return min(times, key=lambda time: abs(time[0] - root))[1]

    def _is_finite(self, verb: int) -> bool:
        syntax = self.syntax
        return syntax.tag[verb] in ("VBD", "VBZ", "VBP") or any(
            syntax.dep[c] in ("aux", "auxpass") and syntax.tag[c] in ("VBD", "VBZ", "VBP", "MD")
            for c in syntax.children[verb]
        )

    def _is_infinitive(self, verb: int) -> bool:
        return self.syntax.tag[verb] == "VB"

    def _is_present(self, verb: int) -> bool:
        """Whether a verb is in the present or the present perfect, by its own form or its auxiliaries'."""
        syntax = self.syntax
        tags = [syntax.tag[c] for c in syntax.children[verb] if syntax.dep[c] in ("aux", "auxpass")]
        if tags:
            return tags[0] in ("VBZ", "VBP")
        return syntax.tag[verb] in ("VBZ", "VBP")
