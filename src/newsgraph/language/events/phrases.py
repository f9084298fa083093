"""How an event is told, in the words that its label needs: the verb with its auxiliaries, and what it takes."""

from __future__ import annotations

from newsgraph.language.events.coding import Coded
from newsgraph.language.syntax.parse import Parse
from newsgraph.language.words import words_of

_VERBAL = frozenset(("aux", "auxpass", "neg"))
_BEFORE = frozenset("det amod compound nummod poss nmod case quantmod".split())
_LONGEST = 9
"""Words of what a verb takes; what is longer is cut at a word before."""
_CLAUSES = frozenset(("relcl", "acl", "advcl", "appos", "ccomp", "parataxis", "cc", "conj", "punct"))
_LEADING = frozenset("ADP DET CCONJ PART ADJ NUM SCONJ".split())
"""Words that lead to the next one, with which no phrase ends."""
_TAKEN = frozenset(("dobj", "oprd", "xcomp", "ccomp", "prep", "attr"))
_CONTENT = frozenset(("REQUEST", "AGREE", "REJECT", "THREATEN", "ACCUSE", "SUPPORT", "CONCEDE", "SAY"))
"""Kinds that are about something, which a reader wants to know."""


class Phrases:
    """Words the events of one doc."""

    def __init__(self, syntax: Parse) -> None:
        self.syntax = syntax
        self._words = words_of(syntax.doc)

    def verb(self, coded: Coded) -> str:
        """The verb with its auxiliaries, negation and particle; a noun with what stands before it."""
        syntax, event = self.syntax, coded.event
        if not coded.verb:
            return self._text(event.start, event.end)
        if coded.speaker is not None:
            return self.verb(coded.speaker)
        words = [c for c in syntax.children[event.root] if syntax.dep[c] in _VERBAL and c < event.start]
        verb = " ".join([*(self._words.text[i] for i in words), *self._words.text[event.start : event.end]])
        before = self.verb(coded.occasion) if coded.occasion is not None else self._force(coded)
        return f"{before} {verb}".strip()

    def _force(self, coded: Coded) -> str:
        """What did it where nobody did: "a fire" has destroyed the church."""
        syntax, event = self.syntax, coded.event
        if event.kind != "DISASTER" or event.agents or self.is_undergone(coded):
            return ""
        told = {i for m in (*event.targets, *event.places) for i in range(m.start, m.end)}
        subjects = [i for i in coded.frame.subject if i < event.root and syntax.pos[i] == "NOUN" and i not in told]
        return self._cut(self._phrase(subjects[0])) if subjects else ""

    @staticmethod
    def is_undergone(coded: Coded) -> bool:
        """Whether the target is what the verb's grammar makes its subject: "was arrested", "died"."""
        event = coded.event
        if coded.entry is not None and coded.entry.is_undergone:
            return True
        before = bool(event.targets) and not event.agents and event.targets[0].start < event.start
        return coded.frame.passive or before

    def taken(self, coded: Coded) -> str:
        """What the event is of or about, where that is no participant: "a ceasefire", "to release the men"."""
        syntax, event = self.syntax, coded.event
        if coded.speaker is not None:
            return self.quote(syntax.left[event.root], syntax.right[event.root] + 1)
        spoken_for = {i for m in (*event.agents, *event.targets) for i in range(m.start, m.end)}
        telling = {test.place for test in coded.entry.tests} if coded.entry is not None else set()
        if event.kind in _CONTENT:
            telling |= {"for", "of", "to"}
        for c in syntax.children[event.root]:
            if c < event.end or syntax.dep[c] not in _TAKEN or c in spoken_for or c in syntax.times:
                continue
            if syntax.dep[c] == "prep" and syntax.lower[c] not in telling:
                continue
            if syntax.dep[c] == "prep" and any(i in spoken_for for i in self._phrase(c)):
                continue
            if syntax.dep[c] == "dobj" and syntax.pos[c] not in ("NOUN", "PROPN"):
                continue
            if syntax.dep[c] == "ccomp" and event.kind not in _CONTENT:
                continue
            behind = self._sense(coded, c, telling, spoken_for) if syntax.dep[c] == "dobj" else []
            return self._cut([*self._phrase(c), *behind])
        return self._behind(coded, spoken_for)

    def quote(self, start: int, stop: int) -> str:
        """The beginning of a clause, in quotation marks."""
        words = self.syntax.doc[start:stop].text.strip(" \n\"“”‘’',.;").split()
        words = words[1:] if words and words[0].lower() == "that" else words
        return f"“{' '.join(words[:_LONGEST])}{'…' if len(words) > _LONGEST else ''}”" if words else ""

    def _sense(self, coded: Coded, after: int, telling: set[str], spoken_for: set[int]) -> list[int]:
        """The phrase behind the object without which the verb would mean something else: "set the shacks on fire"."""
        syntax = self.syntax
        for c in syntax.children[coded.event.root]:
            if c > after and syntax.dep[c] == "prep" and syntax.lower[c] in telling:
                phrase = self._phrase(c)
                return [] if spoken_for.intersection(phrase) or syntax.times.intersection(phrase) else phrase
        return []

    def _behind(self, coded: Coded, spoken_for: set[int]) -> str:
        """What stands behind the preposition that belongs to the event's word: "called for" a ceasefire."""
        syntax, event = self.syntax, coded.event
        for i in range(event.start + 1, event.end):
            inner = syntax.child(i, "pobj") if syntax.dep[i] == "prep" else None
            told = inner is None or inner in spoken_for or inner in syntax.times or inner < event.end
            if inner is not None and not told:
                return self._cut(self._phrase(inner))
        return ""

    def _phrase(self, word: int) -> list[int]:
        """A word with what belongs to it, without clauses that only add something."""
        syntax = self.syntax
        found = [word]
        for at in found:
            outer = at == word
            found += [
                c
                for c in syntax.children[at]
                if syntax.dep[c] not in _CLAUSES or (outer and syntax.dep[at] in ("xcomp", "ccomp") and c < at)
            ]
        low, high = min(found), max(found)
        inside = set(found)
        return [i for i in range(low, high + 1) if i in inside]

    def _cut(self, words: list[int]) -> str:
        kept = words[:_LONGEST]
        while len(kept) < len(words) and kept and self.syntax.pos[kept[-1]] in _LEADING:
            kept.pop()
        if not kept:
            return ""
        own, space = self._words.text, self._words.space
        text = ""
        for before, i in zip([kept[0], *kept], kept, strict=False):
            text += (" " if i != before and (space[i - 1] or i != before + 1) else "") + own[i]
        return " ".join(text.split())

    def _text(self, start: int, end: int) -> str:
        """A noun with the words before it that say which: not articles, nor those of participants."""
        syntax = self.syntax
        first = start
        while first - 1 >= 0 and syntax.head[first - 1] == start and syntax.dep[first - 1] in ("amod", "compound"):
            first -= 1
        return self._words.span(first, end)
