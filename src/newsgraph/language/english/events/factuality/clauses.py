"""Whether what a verb tells happened, from its auxiliaries and from the clauses above it."""

from __future__ import annotations

from newsgraph.language.english.events.factuality.complements import ComplementFactuality
from newsgraph.language.english.events.factuality.cues import (
    is_at_none,
    is_none,
    is_of_the_verb,
    value_before,
)
from newsgraph.language.english.events.factuality.scheduled import is_scheduled
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.syntax.parse import Parse

_WORDS = word_classes()


class ClauseFactuality(ComplementFactuality):
    """The factuality of verbs in one doc."""

    def of_verb(self, verb: int, depth: int) -> str:
        """The factuality of what a verb tells."""
        syntax = self.syntax
        own, modal, infinitive, finite_aux = "actual", None, False, False
        for c in syntax.children[verb]:
            relation, lower = syntax.dep[c], syntax.lower[c]
            if self._is_denial(c):
                return self._of_denied(verb, relation)
            if relation == "aux":
                if syntax.tag[c] == "MD":
                    modal = self.cues["aux"].get(lower, "possible")
                elif syntax.tag[c] == "TO":
                    infinitive = True
                else:
                    finite_aux = True
            elif relation == "advmod" and lower in self.cues["adverb"] and is_of_the_verb(syntax, c, verb):
                own = self.cues["adverb"][lower]
            elif relation == "auxpass" and syntax.tag[c] in ("VBD", "VBZ", "VBP"):
                finite_aux = True
            elif relation == "mark" and lower in self.cues["mark"]:
                own = own if lower == "until" and self._has_come(verb, depth) else "possible"
        if own == "actual" and modal is not None:
            own = "future" if modal == "possible" and self._is_said_to_come(verb, depth) else modal
        if own == "actual" and _is_asked(syntax, verb):
            own = "possible"
        if own == "actual" and is_scheduled(syntax, verb):
            own = "future"
        return self._of_context(verb, infinitive, finite_aux, depth) if own == "actual" else own

    def _is_denial(self, word: int) -> bool:
        """Whether a word under a verb says that it is not so: "not", "never", "at no time", "nobody"."""
        syntax, relation, lower = self.syntax, self.syntax.dep[word], self.syntax.lower[word]
        if relation == "advmod":
            return lower in ("never", "nowhere") or (lower in ("longer", "more") and is_none(syntax, word))
        if relation in ("nsubj", "nsubjpass", "dobj"):
            return is_none(syntax, word)
        nor = relation in ("aux", "auxpass") and word > 0 and syntax.lower[word - 1] == "nor"
        return relation == "neg" or nor or lower == "neither" or is_at_none(syntax, word)

    def _of_denied(self, verb: int, relation: str) -> str:
        """Of what is denied: not so, but for what a condition leaves open and for what came since one did not hold."""
        if relation in ("neg", "advmod") and self._is_condition(verb):
            return "possible"
        return "negated"

    def _is_said_to_come(self, verb: int, depth: int) -> bool:
        """Whether "would" is what "will" was when it was said: "said that it would send troops"."""
        syntax = self.syntax
        would = any(syntax.lower[c] == "would" for c in syntax.children[verb])
        if not would or self._is_unreal(verb) or not self._is_reported(verb) or _is_left_open(syntax, verb):
            return False
        return syntax.dep[verb] != "ccomp" or self.of(syntax.head[verb], depth + 1) != "negated"

    def _is_condition(self, verb: int) -> bool:
        """Whether a condition holds what is not done: "if they are not arrested"."""
        syntax = self.syntax
        return any(
            syntax.dep[c] == "mark" and syntax.lower[c] in self.cues["mark"] and syntax.lower[c] != "until"
            for c in syntax.children[verb]
        )

    def _has_come(self, verb: int, depth: int) -> bool:
        """Whether the past tells until when something was so: "it was in debt until she became mayor"."""
        syntax, head = self.syntax, self.syntax.head[verb]
        below = [c for c in syntax.children[verb] if syntax.dep[c] in ("aux", "auxpass")]
        past = "VBD" in {syntax.tag[c] for c in (below or [verb])}
        return past and head != verb and self.of(head, depth + 1) in ("actual", "negated")

    def _is_unreal(self, verb: int) -> bool:
        """Whether a clause tells what did not come: "the camp would have been flooded"."""
        return self.syntax.has_child(verb, "have", "aux")

    def _is_reported(self, verb: int) -> bool:
        syntax = self.syntax
        while syntax.dep[verb] == "conj":
            verb = syntax.head[verb]
        return syntax.dep[verb] in ("ccomp", "relcl", "acl") or any(
            syntax.dep[c] in ("ccomp", "parataxis") for c in syntax.children[verb]
        )

    def _of_context(self, verb: int, infinitive: bool, finite_aux: bool, depth: int) -> str:
        """What the clause above says about a verb without a sign of its own."""
        syntax = self.syntax
        relation, head = syntax.dep[verb], syntax.head[verb]
        if (value := self._of_substitute(verb, depth)) is not None:
            return value
        if head == verb:
            return "future" if infinitive else "actual"
        if relation == "conj":
            finite = any(syntax.dep[c] in ("nsubj", "nsubjpass") for c in syntax.children[verb]) or (
                syntax.tag[verb] in ("VBD", "VBZ", "VBP")
                and syntax.tag[head] != syntax.tag[verb]
                and not self._shares_have(verb, head)
            )
            if (finite or finite_aux) and not self._is_content_too(verb, head):
                upper = syntax.head[head]  # "whether he chose to go or was told to"
                doubted = syntax.dep[head] == "xcomp" and self._is_asked(upper)
                return "possible" if doubted or self._is_asked(head) else "actual"
            if syntax.pos[head] not in ("VERB", "AUX"):
                return "actual"
            above = self.of(head, depth + 1)
            return "actual" if above == "negated" and self._has_none(head) else above
        if relation in ("xcomp", "ccomp", "acl", "pcomp", "csubj", "csubjpass"):
            return self.of_complement(verb, relation, head, infinitive, depth)
        return self._of_adverbial(verb, head, infinitive, depth) if relation == "advcl" else "actual"

    def _of_substitute(self, verb: int, depth: int) -> str | None:
        """Of what was not done but something else: "instead of arresting them", "stopped short of signing it"."""
        syntax, start = self.syntax, verb
        while start and syntax.head[start - 1] == verb and syntax.dep[start - 1] in ("aux", "auxpass", "advmod"):
            start -= 1
        subject = syntax.child(verb, "nsubj", "nsubjpass")
        if syntax.dep[verb] == "acl" and syntax.head[verb] == start - 1:
            subject = start - 1
        if subject is not None and subject < start and syntax.tag[verb] == "VBG":
            start = syntax.left[subject]  # "instead of | troops searching them"
        value = value_before(syntax, start, "before") or value_before(syntax, start, "before verb")
        if value != "negated":
            return value
        above = syntax.head[verb]
        while syntax.pos[above] not in ("VERB", "AUX") and syntax.head[above] != above:
            above = syntax.head[above]
        open_above = above != verb and self.of(above, depth + 1) in ("possible", "future")
        return "possible" if open_above else value

    def _of_adverbial(self, verb: int, head: int, infinitive: bool, depth: int) -> str:
        """Of a clause beside another: its purpose, or what goes with it."""
        syntax = self.syntax
        if infinitive:
            done = syntax.lemma[head] == "vote" or self._goes_on(head)
            return self.of(head, depth + 1) if done else "possible"
        if self._is_awaited(verb, head, depth):
            return "future"
        if syntax.tag[verb] in ("VBG", "VBN") and syntax.child(verb, "mark", "nsubj", "advmod") is None:
            above = self.of(head, depth + 1)
            alleged = any(
                syntax.lower[c] in self.cues["adverb"] for c in syntax.children[head] if syntax.dep[c] == "advmod"
            )
            return above if above != "negated" and not (alleged and syntax.tag[verb] == "VBG") else "actual"
        return "actual"

    def _is_awaited(self, verb: int, head: int, depth: int) -> bool:
        """Whether the present tells what is still to come: "will stop when a deal is signed", "faces … when he is"."""
        syntax = self.syntax
        below = [c for c in syntax.children[verb] if syntax.dep[c] in ("aux", "auxpass")]
        tags = {syntax.tag[c] for c in (below or [verb])}
        if "VBD" in tags:  # "would be lifted once she resigned"
            term = any(
                syntax.dep[c] in ("mark", "advmod") and syntax.lower[c] in ("once", "until", "till")
                for c in syntax.children[verb]
            )
            return term and self.of(head, depth + 1) in ("future", "possible")
        if tags.isdisjoint(("VBZ", "VBP")) or any(syntax.lower[c] in ("has", "have") for c in below):
            return False
        if not any(
            syntax.dep[c] in ("mark", "advmod") and syntax.lower[c] in _WORDS["until"] for c in syntax.children[verb]
        ):
            return False
        return syntax.lemma[head] in _WORDS["end_ahead"] or self.of(head, depth + 1) in ("future", "possible")

    def _has_none(self, verb: int) -> bool:
        """Whether a verb is negated by its object alone: "had no quarrel with her and told her to stay"."""
        syntax = self.syntax
        others = ("nsubj", "nsubjpass", "neg", "aux", "advmod")
        return any(syntax.dep[c] == "dobj" and is_none(syntax, c) for c in syntax.children[verb]) and not any(
            syntax.dep[c] in others and (is_none(syntax, c) or syntax.dep[c] == "neg" or syntax.tag[c] in ("MD", "RB"))
            for c in syntax.children[verb]
        )

    def _goes_on(self, verb: int) -> bool:
        """Whether what stands behind a verb was done in the end: "went on to win"."""
        return self.syntax.lemma[verb] == "go" and self.syntax.has_child(verb, "on", "prt", "advmod", "prep")

    def _is_asked(self, verb: int) -> bool:
        """Whether a clause is one of two that a text leaves open: "whether A or B"."""
        syntax = self.syntax
        return any(syntax.dep[c] == "mark" and syntax.lower[c] == "whether" for c in syntax.children[verb])

    def _shares_have(self, verb: int, head: int) -> bool:
        """Whether a verb has its auxiliary from the one before it: "had dropped its claim or altered it"."""
        syntax = self.syntax
        return syntax.tag[head] == "VBN" and syntax.tag[verb] == "VBD" and syntax.has_child(head, "had", "aux")

    def _is_content_too(self, verb: int, head: int) -> bool:
        """Whether a clause is content like the one before it: "proposed that A stop and that B go"."""
        syntax = self.syntax
        while syntax.dep[head] == "conj":
            head = syntax.head[head]
        if syntax.dep[head] != "ccomp" or self.cues["complement"].get(syntax.lemma[syntax.head[head]]) is None:
            return False
        marked = any(syntax.dep[c] == "mark" and syntax.lower[c] == "that" for c in syntax.children[verb])
        return marked or (syntax.tag[verb] in ("VB", "VBP") and syntax.tag[head] in ("VB", "VBP"))


def _is_asked(syntax: Parse, verb: int) -> bool:
    """Whether a question asks whether it is so: "Has the council banned it?", not "Why has the council banned it?"."""
    if syntax.dep[verb] == "acl" and syntax.dep[syntax.head[verb]] == "nsubj":
        verb = syntax.head[syntax.head[verb]]  # "were the men | arrested?"
    helper = verb if syntax.lemma[verb] == "be" else syntax.child(verb, "aux", "auxpass")
    subject = syntax.child(verb, "nsubj", "nsubjpass", "attr" if helper == verb else "nsubj")
    if helper is None or subject is None or not helper < subject or syntax.lemma[helper] not in ("be", "have", "do"):
        return False
    end = syntax.sent_end[verb]
    mark = next((i for i in range(verb + 1, end) if syntax.lower[i] in ("?", ".", "!", ";")), end)
    if mark >= end or syntax.lower[mark] != "?":
        return False
    return not any(syntax.tag[i][:1] == "W" for i in range(syntax.left[verb], helper))


def _is_left_open(syntax: Parse, verb: int) -> bool:
    """Whether what would come is only hoped or feared: "hopes that they would agree"."""
    return syntax.dep[verb] in ("acl", "ccomp") and syntax.lemma[syntax.head[verb]] in _WORDS["unsure"]
