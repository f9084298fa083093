"""Whether what a clause tells happened that is the content of another word, by what that word says of it."""

from __future__ import annotations

from newsgraph.language.english.events.factuality.cues import (
    WordFactuality,
    is_belied,
    is_none,
)
from newsgraph.language.english.events.lexicon.word_classes import word_classes

_WORDS = word_classes()


class ComplementFactuality(WordFactuality):
    """The factuality of complements in one doc."""

    def of_complement(self, verb: int, relation: str, head: int, infinitive: bool, depth: int) -> str:
        """The factuality of a verb that hangs on a word in a relation, by what that word says of it."""
        syntax = self.syntax
        if relation == "pcomp":
            preposition, head = syntax.lower[head], syntax.head[head]
            if syntax.pos[head] == "ADV":
                head = syntax.head[head]  # "should steer away from"
            if (value := self._of_gerund(verb, preposition, head, depth)) is not None:
                return value
        if infinitive and self._is_denied(head, relation, depth):
            return "negated"
        if infinitive and self._is_judged(head):
            return "actual"
        cue = self.cues["complement"].get(syntax.lemma[head]) or self._judged_by(verb, head)
        said = not infinitive or cue != "future"
        if said and is_belied(syntax, verb, head):
            return "possible" if self.of(head, depth + 1) == "possible" else "negated"
        finite = not infinitive and syntax.tag[verb] in ("VBD", "VBZ", "VBP")
        if relation == "acl" and not infinitive:
            if is_none(self.syntax, head):
                return "negated"
            letting = syntax.head[head]
            if syntax.tag[verb] == "VBN" and syntax.dep[head] == "dobj" and self._is_let(letting):
                return self.of(letting, depth + 1)
            said = any(syntax.dep[c] == "mark" and syntax.lower[c] == "that" for c in syntax.children[verb])
            return "possible" if said and cue == "possible" else "actual"
        if cue is not None and not (finite and cue == "future"):
            given = syntax.lower[head] == "considering" and syntax.child(head, "nsubj", "aux") is None
            if (finite and syntax.lemma[head] in _WORDS["factive"]) or given:
                return "actual"
            return self._by_cue(cue, head, depth)
        return self._as_above(verb, relation, head, infinitive, depth)

    def _by_cue(self, cue: str, head: int, depth: int) -> str:
        """What a word says of its complement, which is turned round if it is itself denied."""
        if cue not in ("negated", "future") or self.of(head, depth + 1) != "negated":
            return cue
        if cue == "negated":
            return "possible" if self.syntax.lemma[head] in _WORDS["excluding"] else "actual"
        return "negated"

    def _as_above(self, verb: int, relation: str, head: int, infinitive: bool, depth: int) -> str:
        """Of a complement of a word that says nothing itself: as its clause, where it stands or falls with that."""
        syntax = self.syntax
        done = relation == "ccomp" and syntax.tag[verb] == "VBN" and not self._has_auxiliary(verb)
        if done and self._is_let(head):
            return self.of(head, depth + 1)
        if infinitive and syntax.lemma[head] == "vote":
            return "future" if syntax.lemma[verb] in ("strike", "walk", "stop") else self.of(head, depth + 1)
        if infinitive and (
            (syntax.lemma[head] == "be" and syntax.child(head, "acomp") is None)
            or (syntax.lemma[head] == "go" and syntax.tag[head] == "VBG")
        ):
            return "future"
        due = syntax.lemma[head] == "have" and self._is_due(head)
        if infinitive and (relation == "acl" or due or syntax.lemma[head] not in _WORDS["implicative"]):
            return "possible"
        if relation in ("csubj", "csubjpass") and syntax.tag[verb] == "VBG":
            above = self.of(head, depth + 1)
            return above if above in ("possible", "future") else "actual"
        if (relation == "xcomp" or (relation == "ccomp" and infinitive)) and syntax.pos[head] in ("VERB", "AUX"):
            return self.of(head, depth + 1)
        return "actual"

    def _of_gerund(self, verb: int, preposition: str, head: int, depth: int) -> str | None:
        """Of a clause behind a preposition; None if it is the content of the word before that."""
        syntax = self.syntax
        if preposition == "without" or (preposition == "from" and syntax.lemma[head] == "keep"):
            return "negated"
        asked = any(syntax.tag[c] == "WRB" for c in syntax.children[verb])
        if (syntax.lemma[head], preposition) == ("close", "to") or (
            asked and f"{syntax.lemma[head]} {preposition}" in _WORDS["open_to"]
        ):
            return "possible"  # "close to signing", "depends on how they agree"
        if (
            preposition not in _WORDS["before_circumstance"]
            and self.cues["complement"].get(syntax.lemma[head]) is not None
        ):
            return None
        above = self.of(head, depth + 1)
        gone_before = above == "possible" and preposition in ("after", "since", "despite", "following")
        return above if above != "negated" and not gone_before else "actual"

    def _is_due(self, have: int) -> bool:
        """Whether somebody has, or would have, to do something, which they may not do."""
        syntax = self.syntax
        if syntax.tag[have] in ("VBZ", "VBP"):
            return not self._is_of_me(have)
        return any(syntax.lower[c] in ("would", "'d", "’d") for c in syntax.children[have])

    def _is_of_me(self, verb: int) -> bool:
        """Whether it is said by who does it, and so done: "I have to pay tribute to her"."""
        subject = self.syntax.child(verb, "nsubj")
        return subject is not None and self.syntax.lower[subject] in ("i", "we")

    def _judged_by(self, verb: int, head: int) -> str | None:
        """What the adjective of a clause says of its content: "it is important that the two meet"."""
        that = self.syntax.lemma[head] == "be" and self.syntax.has_child(verb, "that", "mark")
        adjective = self.syntax.child(head, "acomp") if that else None
        return None if adjective is None else self.cues["complement"].get(self.syntax.lemma[adjective])

    def _is_denied(self, head: int, relation: str, depth: int) -> bool:
        """Whether the word above an infinitive says that it did not come to it: "no plans to", "too weak to"."""
        syntax = self.syntax
        if relation == "acl":
            return is_none(self.syntax, head) or (syntax.pos[head] == "NOUN" and self.of(head, depth + 1) == "negated")
        adverbs = [syntax.lower[c] for c in syntax.children[head] if syntax.dep[c] == "advmod"]
        return "too" in adverbs or ("yet" in adverbs and syntax.lemma[head] in ("have", "be"))

    def _is_judged(self, head: int) -> bool:
        """Whether an adjective judges what was done: "the ministry had been wrong to dismiss them"."""
        syntax = self.syntax
        adjective = syntax.child(head, "acomp") if syntax.lemma[head] == "be" else head
        if (
            adjective is None
            or syntax.lemma[adjective] not in _WORDS["judged_deed"]
            or syntax.dep[adjective] != "acomp"
        ):
            return False
        above = syntax.head[adjective]
        forms = [above, *(c for c in syntax.children[above] if syntax.dep[c] == "aux")]
        return any(syntax.tag[c] == "VBD" for c in forms) and all(syntax.tag[c] != "MD" for c in forms)

    def _is_let(self, verb: int) -> bool:
        """Whether what is done is as true as the verb above: "tried to have it banned", "wants to see it banned"."""
        syntax = self.syntax
        wished = syntax.lemma[verb] == "see" and syntax.lemma[syntax.head[verb]] in _WORDS["wishing"]
        return syntax.lemma[verb] in ("have", "get") or wished

    def _has_auxiliary(self, verb: int) -> bool:
        """Whether a clause is a sentence of its own, with an auxiliary that bears the tense."""
        syntax = self.syntax
        return any(syntax.dep[c] in ("aux", "auxpass") for c in syntax.children[verb])
