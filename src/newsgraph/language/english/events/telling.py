"""Whether a speaker tells of an event, or only names what is known: an attack, not "the war", not "who was jailed".

What a relative clause, a definite noun or a condition holds is presupposed by who speaks (Levinson, Pragmatics, 1983).
"""

from __future__ import annotations

from bisect import bisect_left

from newsgraph.language.annotations import Attribution
from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.english.syntax.speech.cues import attribution_cues

_DEFINITE = frozenset("the this that these those such both".split())
_CONDITIONS = frozenset("if unless whether until till once lest".split())
_BACKGROUND = frozenset("when while after before since because as although though despite following".split())
_HAPPENING = frozenset("happen occur begin start erupt continue resume end stop follow fail break take come go".split())
"""Verbs that say of a noun that it took place: "the attack began at dawn"."""
_WITHIN = frozenset(("prep", "acl", "appos"))
_BEFORE = frozenset(("poss", "compound", "nmod"))
"""What stands before a noun only says which: "the bomb victims"."""
_NOT_CLAIMED = frozenset(("request",))
"""Classes of cues whose content is wanted, not told."""


class Telling:
    """Tells of the speakers of one doc what they report."""

    def __init__(self, syntax: Parse) -> None:
        self.syntax = syntax

    def tells(self, said: Attribution, coded: Coded) -> bool:
        """Whether the speaker of a content claims an event in it."""
        if coded.speaker is not None:
            return not self._is_told_by_paper(said, coded)  # else the demand is in the speaker's words
        if said.polarity not in ("asserted", "denied") or self._is_only_wanted(said):
            return False
        if said.polarity == "denied" and coded.event.factuality != "negated":
            return False
        start, end = said.content
        if said.parts and not any(low <= self.syntax.begin[coded.event.root] < high for low, high in said.parts):
            return False
        return self._is_claimed(coded, start, end, said.type == "thought")

    def _is_told_by_paper(self, said: Attribution, coded: Coded) -> bool:
        """Whether who speaks is who does it by speaking: that "Lund said he must go" is what the paper says."""
        speaker = said.mention
        return speaker is not None and any(m.entity is speaker.entity for m in coded.event.agents)

    def _is_only_wanted(self, said: Attribution) -> bool:
        syntax = self.syntax
        if said.cue is None:
            return False
        i = bisect_left(syntax.begin, said.cue[0])
        cues = attribution_cues({"V": "verb", "N": "noun", "J": "adjective"}.get(syntax.tag[i][:1], ""))
        cue = cues.get(syntax.lemma[i])
        return cue is not None and cue.sort in _NOT_CLAIMED

    def _is_claimed(self, coded: Coded, start: int, end: int, thought: bool) -> bool:
        """Whether nothing between the event's word and the head of the content presupposes it."""
        syntax, at = self.syntax, coded.event.root
        if not coded.verb and coded.carrier is None and self._is_known(coded, at):
            return False
        for _ in range(20):
            relation, head = syntax.dep[at], syntax.head[at]
            if head == at or not start <= syntax.begin[head] < end:
                return True
            if relation == "relcl" or (relation == "acl" and not syntax.is_infinitive(at)):
                return False
            if relation == "advcl" and self._is_aside(at, thought):
                return False
            if syntax.pos[head] == "NOUN" and relation in _WITHIN and self._is_definite(head):
                return False
            if syntax.pos[head] == "NOUN" and relation in _BEFORE:
                return False
            at = head
        return False

    def _is_known(self, coded: Coded, noun: int) -> bool:
        """Whether a noun names what the hearer knows: a name, "the war", "his arrest", "an arrest warrant"."""
        syntax = self.syntax
        if coded.event.name or syntax.pos[noun] == "PROPN" or syntax.dep[noun] in _BEFORE | {"amod"}:
            return True
        if not self._is_definite(noun):
            return False
        verb = syntax.head[noun]
        return not (syntax.dep[noun] in ("nsubj", "nsubjpass") and syntax.lemma[verb] in _HAPPENING)

    def _is_definite(self, noun: int) -> bool:
        syntax = self.syntax
        return any(
            syntax.dep[c] == "poss" or (syntax.dep[c] in ("det", "predet") and syntax.lower[c] in _DEFINITE)
            for c in syntax.children[noun] if c < noun
        )

    def _is_aside(self, clause: int, thought: bool) -> bool:
        """Whether a clause is a condition; what is believed does not hold what the believer only refers to."""
        syntax = self.syntax
        words = {syntax.lower[c] for c in syntax.children[clause] if c < clause}
        return bool(words & _CONDITIONS) or (thought and bool(words & _BACKGROUND))
