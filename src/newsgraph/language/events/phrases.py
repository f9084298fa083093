"""How an event is told, in the words that its label needs: the verb with its auxiliaries, and what it takes."""

from __future__ import annotations

import re

from newsgraph.language.events.coding import Coded
from newsgraph.language.syntax.parse import Parse
from newsgraph.language.words import words_of

_VERBAL = frozenset(("aux", "auxpass", "neg"))
_BEFORE = frozenset("det amod compound nummod poss nmod case quantmod".split())
_LONGEST = 9
"""Words of what a verb takes; what is longer is cut at a word before."""
_CLAUSES = frozenset(("relcl", "acl", "advcl", "appos", "ccomp", "parataxis", "cc", "conj", "punct"))
_CONTENTS = frozenset(("xcomp", "ccomp", "acl", "advcl"))
"""What a clause may be that says what somebody says, wants or does."""
_POINTING = frozenset(("this", "that", "these", "those"))
_LEADING = frozenset("ADP DET CCONJ PART ADJ NUM SCONJ".split())
"""Words that lead to the next one, with which no phrase ends."""
_TAKEN = frozenset(("dobj", "oprd", "xcomp", "ccomp", "prep", "attr"))
_ABOUT = frozenset("about against for into of on over to".split())
"""Prepositions behind an event's noun that lead to what it is about: "inquiry into the leak"."""
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
        text = self._words.text
        verb = " ".join([*(text[i] for i in words), *text[event.start : event.end]])
        before = self.verb(coded.occasion) if coded.occasion is not None else self._thing(coded)
        towards = self._towards(coded)
        behind = "" if towards is None else text[towards]
        return f"{before} {verb} {behind}".strip()

    def _thing(self, coded: Coded) -> str:
        """What does it, or has it done to it, where nobody does: "a fire" has destroyed the church, "plans" unveiled.

        Who is named with it stands before it in the label: Iran and France "talks on oil" collapsed.
        """
        syntax, event, frame = self.syntax, coded.event, coded.frame
        if event.targets and self.is_undergone(coded):
            return ""
        agents = {i for m in event.agents for i in range(m.start, m.end)}
        told = {i for m in (*event.targets, *event.places) for i in range(m.start, m.end)}
        for i in sorted(frame.object if frame.passive else frame.subject, reverse=True):
            if not self._is_beside(i, event.root) or i in agents or i in told or i in syntax.times:
                continue
            words = [w for w in self._phrase(i) if w < event.start]
            named = agents.intersection(words)
            if told.intersection(words) and not agents:
                return self._cut(self._bare(i, told))  # the place stands behind: "flooding | in Pakistan | has spread"
            if not told.intersection(words) and (named or frame.passive or not agents):
                if not agents or (frame.by and not named and not (frame.passive and self._towards(coded) is not None)):
                    return self._cut(self._short(i))
                bare = self._cut(self._bare(i, agents))
                return bare if words[0] != i else bare[:1].lower() + bare[1:]
        return ""

    def _is_beside(self, noun: int, verb: int) -> bool:
        """Whether a verb's subject is surely this noun: its own, or "plans unveiled", without words that ask which."""
        syntax = self.syntax
        own = syntax.head[noun] == verb or (syntax.head[verb] == noun and syntax.dep[verb] == "acl" and verb - noun < 3)
        asking = any(syntax.tag[i].startswith("W") for i in range(syntax.left[noun], noun))
        return own and noun < verb and syntax.pos[noun] == "NOUN" and not asking

    def _short(self, noun: int) -> list[int]:
        """A noun with what stands before it, and what it is of."""
        syntax = self.syntax
        inner = [c for c in syntax.children[noun] if c < noun or syntax.lower[c] == "of"]
        parts = [self._phrase(c) for c in inner if syntax.dep[c] not in _CLAUSES]
        words = sorted({noun, *(i for part in parts for i in part)})
        before = words[0] - 1
        if before >= 0 and syntax.dep[before] == syntax.dep[noun] and syntax.head[before] == syntax.head[noun]:
            return [*self._short(before), *words]  # "a magnitude 7.4 earthquake", in two parts
        return words

    def _bare(self, noun: int, told: set[int]) -> list[int]:
        """A noun with what belongs to it, without article and participants."""
        syntax = self.syntax
        inner = [c for c in syntax.children[noun] if syntax.dep[c] not in ("det", "poss", *_CLAUSES)]
        parts = [self._phrase(c) for c in inner]
        return sorted({noun, *(i for part in parts if not told.intersection(part) for i in part)})

    def _towards(self, coded: Coded) -> int | None:
        """The preposition before a target that is no object: "spoke with" them, "sanctions were imposed on" them."""
        syntax, event = self.syntax, coded.event
        roots = {m.root for m in event.targets}
        if not roots or not coded.verb or roots.intersection(coded.frame.object):
            return None
        if coded.frame.object and not coded.frame.passive:
            return None  # "fired shots at" them
        preps = (c for c in syntax.children[event.root] if c >= event.end and syntax.dep[c] == "prep")
        return next((c for c in preps if syntax.child(c, "pobj") in roots), None)

    def is_undergone(self, coded: Coded) -> bool:
        """Whether the target is what the verb's grammar makes its subject: "was arrested", "died"."""
        event = coded.event
        if self._towards(coded) is not None:
            return False
        if coded.entry is not None and coded.entry.is_undergone:
            return True
        if coded.frame.passive or event.agents or not event.targets or event.targets[0].start > event.start:
            return coded.frame.passive
        subjects = (i for i in coded.frame.subject if i != event.targets[0].root)
        return not any(self._is_beside(i, event.root) for i in subjects)

    def taken(self, coded: Coded) -> str:
        """What the event is of or about, where that is no participant: "a ceasefire", "to release the men"."""
        syntax, event = self.syntax, coded.event
        if coded.speaker is not None:
            return self.quote(syntax.left[event.root], syntax.right[event.root] + 1)
        spoken_for = {i for m in (*event.agents, *event.targets) for i in range(m.start, m.end)}
        telling = {test.place for test in coded.entry.tests} if coded.entry is not None else set()
        if not coded.verb:
            telling |= _ABOUT
        elif event.kind in _CONTENT:
            telling |= {"for", "of", "to"}
        for c in syntax.children[event.root]:
            if self._is_wanted(coded, c):
                return self._cut([i for i in self._phrase(c) if i >= event.end])
            if c < event.end or syntax.dep[c] not in _TAKEN or c in spoken_for or c in syntax.times:
                continue
            if syntax.dep[c] == "prep" and syntax.lower[c] not in telling:
                continue
            if syntax.dep[c] == "prep" and not (spoken_for | syntax.times).isdisjoint(self._phrase(c)):
                continue
            if syntax.dep[c] == "dobj" and syntax.pos[c] not in ("NOUN", "PROPN"):
                continue
            if syntax.dep[c] == "ccomp" and event.kind not in _CONTENT:
                continue
            behind = self._sense(coded, c, telling, spoken_for) if syntax.dep[c] == "dobj" else []
            return self._cut([*self._phrase(c), *behind])
        return self._behind(coded, spoken_for) or self._shared(coded, spoken_for) or self._rest(coded, spoken_for)

    def _rest(self, coded: Coded, spoken_for: set[int]) -> str:
        """What follows right behind a preposition that ends the verb, however it is parsed: "called for | calm"."""
        syntax, end = self.syntax, coded.event.end
        if not coded.verb or syntax.tag[end - 1] != "IN":
            return ""
        words = range(end, syntax.right[coded.event.root] + 1)
        stop = next((i for i in words if syntax.pos[i] in ("PUNCT", "SPACE", "CCONJ")), words.stop)
        phrase = list(range(end, stop))
        return "" if (spoken_for | syntax.times).intersection(phrase) else self._cut(phrase)

    def _shared(self, coded: Coded, spoken_for: set[int]) -> str:
        """The thing that a verb shares as its object with another clause: "a text that they had drafted"."""
        syntax, event, frame = self.syntax, coded.event, coded.frame
        if not coded.verb or frame.passive or any(m.root in frame.object for m in event.targets):
            return ""
        for i in frame.object:
            if syntax.pos[i] == "NOUN" and syntax.head[i] != event.root and i not in syntax.times:
                while syntax.dep[i] == "pobj" and syntax.pos[syntax.head[syntax.head[i]]] == "NOUN":
                    i = syntax.head[syntax.head[i]]  # "a ban on gatherings that they imposed" may be either
                words = self._short(i) if i in frame.object else self._phrase(i)
                text = "" if spoken_for.intersection(words) else self._cut(words)
                return text if words[0] == i else text[:1].lower() + text[1:]
        return ""

    def _is_wanted(self, coded: Coded, clause: int) -> bool:
        """Whether a clause says what: "called for a body to be set up", "their promise to resign", "denials that"."""
        syntax, event = self.syntax, coded.event
        if event.kind not in _CONTENT or clause < event.end or syntax.dep[clause] not in ("acl", "advcl"):
            return False
        marks = {syntax.lower[c] for c in syntax.children[clause] if syntax.dep[c] in ("mark", "aux") and c < clause}
        wanted = marks & {"to", "that"} if not coded.verb else "for" in marks and syntax.lower[event.end - 1] == "for"
        return bool(wanted)

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
                if syntax.dep[c] not in _CLAUSES
                or (outer and syntax.dep[at] in _CONTENTS and c < at)
                or self._is_hyphen(c)
            ]
        low, high = min(found), max(found)
        inside = set(found)
        return [i for i in range(low, high + 1) if i in inside]

    def _is_hyphen(self, i: int) -> bool:
        """Whether a mark joins two parts of a word: "four-day"."""
        words = self._words
        return words.lower[i] in ("-", "–") and words.joined(i) and i + 1 < words.size and words.joined(i + 1)

    def _cut(self, words: list[int]) -> str:
        kept = words[:_LONGEST]
        while len(kept) < len(words) and kept and self.syntax.pos[kept[-1]] in _LEADING:
            kept.pop()
        if not kept:
            return ""
        own, space = self._words.text, self._words.space
        pointing = self.syntax.tag[kept[0]] == "DT" and own[kept[0]].lower() in _POINTING and len(kept) > 1
        text = "the " if pointing else ""  # who reads the label alone does not see what it points to
        for before, i in zip([kept[0], *kept], kept, strict=False):
            if pointing and i == kept[0]:
                continue
            text += (" " if i != before and (space[i - 1] or i != before + 1) else "") + own[i]
        text = " ".join(text.split())
        return text if _is_closed(text) else re.sub(r"[\"“”„‟]", "", text)

    def _text(self, start: int, end: int) -> str:
        """A noun with the words before it that say which: not articles, nor those of participants."""
        syntax = self.syntax
        first = start
        for c in reversed([c for c in syntax.children[start] if c < start]):
            if syntax.dep[c] not in ("amod", "compound") or syntax.right[c] + 1 != first:
                break
            first = syntax.left[c]
        return self._words.span(first, end)


def _is_closed(text: str) -> bool:
    """Whether each quotation mark has its other half."""
    return text.count('"') % 2 == 0 and text.count("“") == text.count("”")
