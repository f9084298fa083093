"""Occasions: what somebody says in one go has one day, though only one of the sentences tells it.

"X told reporters on Monday that ... She rejected the plan and urged the council to meet." The rejection and the request
are of Monday. An occasion holds for what the same speaker says in the sentences after it, and just before it ("X has
rejected the plan. On Monday, X said"), until the text dates something else that X said.
"""

from __future__ import annotations

from collections import defaultdict

from newsgraph.language.annotations import Annotations, Event
from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.time_values import granularity

_SAID = frozenset("SAY REQUEST ACCUSE AGREE REJECT THREATEN SUPPORT".split())
_AFTER = {"Person": 6}
"""Sentences for which an occasion holds, by the kind of the speaker: states and bodies speak in many places."""
_AFTER_ELSE = 2
_BEFORE = 3
_APART = frozenset("earlier previously before ago once formerly later then separately meanwhile".split())
"""Adverbs that put a saying at another time."""
_MARKS = frozenset(("after", "before", "since", "until", "once"))
"""Words before a clause of another time than that of the one above: "her words came after he had warned them"."""


class Occasions:
    """Dates what is said in one doc by the occasions on which it was said."""

    def __init__(self, notes: Annotations, syntax: Parse, coded: dict[int, Coded]) -> None:
        self._syntax = syntax
        self._sentence = syntax.sentence
        self._quoted = [a.content for a in notes.attributions if a.mode == "direct"]
        self._said: dict[int, list[Event]] = defaultdict(list)
        """What each speaker says, in the order of the text."""
        for c in sorted(coded.values(), key=lambda c: c.event.start):
            told = c.event.kind in _SAID and c.event.factuality in ("actual", "negated")
            if c.verb and told and not self._is_quoted(c.event.root):
                for speaker in {id(m.entity) for m in c.event.agents}:
                    self._said[speaker].append(c.event)

    def _is_quoted(self, word: int) -> bool:
        """Whether a word stands in a quotation, whose "we say no today" is nobody's report."""
        at = self._syntax.begin[word]
        return any(start <= at < end for start, end in self._quoted)

    def date(self) -> None:
        """Give a day to what is said on an occasion that is dated."""
        for events in self._said.values():
            dated = [event for event in events if self._is_occasion(event)]
            for event in events:
                if event.time is None and not self._is_apart(event.root):
                    occasion = self._occasion_of(event, dated)
                    if occasion is not None:
                        event.time, event.time_reason = occasion.time, "said then"

    def _is_occasion(self, event: Event) -> bool:
        return event.time is not None and event.time_reason == "clause" and granularity(event.time) == "day"

    def _occasion_of(self, event: Event, dated: list[Event]) -> Event | None:
        """The last dated saying before an event if it is near enough, else the next after it."""
        here = self._sentence[event.root]
        kinds = {m.kind for m in event.agents}
        reach = max(_AFTER.get(kind, _AFTER_ELSE) for kind in kinds)
        before = [one for one in dated if one.root < event.root]
        if before and here - self._sentence[before[-1].root] <= reach:
            return before[-1]
        after = next((one for one in dated if one.root > event.root), None)
        if not before and after is not None and self._sentence[after.root] - here <= _BEFORE:
            return after
        return None

    def _is_apart(self, verb: int) -> bool:
        """Whether a saying is of another time: a pluperfect, an adverb, a participle or infinitive."""
        syntax = self._syntax
        children = syntax.children[verb]
        if any(syntax.lower[c] in ("had", "'d", "’d") and syntax.dep[c] == "aux" for c in children):
            return True
        if any(syntax.lower[c] in _APART or (syntax.dep[c] == "mark" and syntax.lower[c] in _MARKS) for c in children):
            return True
        return syntax.tag[verb] in ("VB", "VBG") or (
            syntax.tag[verb] == "VBN" and not any(syntax.dep[c] in ("aux", "auxpass") for c in children)
        )
