"""Whether what a verb tells happened, from its auxiliaries and from the clauses above it."""

from __future__ import annotations

from collections.abc import Callable

from newsgraph.language.events.factuality.cues import factuality_cues, is_none
from newsgraph.language.events.factuality.denials import (
    came_after_all,
    is_at_none,
    is_belied,
    is_of_the_verb,
    value_before,
    was_not_averted,
)
from newsgraph.language.events.factuality.scheduled import is_scheduled
from newsgraph.language.events.factuality.words import (
    AHEAD,
    CIRCUMSTANCE,
    EXCLUDING,
    FACTIVE,
    GATHERING,
    GONE_BEFORE,
    HAVING,
    IMPLICATIVE,
    MANDATIVE,
    OPEN,
    SHORT_OF,
    SUPPOSING,
    TERM,
    UNITS,
    UNTIL,
    VOICING,
    WISHING,
)
from newsgraph.language.syntax.parse import Parse


class ClauseFactuality:
    """The factuality of verbs in one doc; `of` is that of any word, for the clauses above."""

    def __init__(self, syntax: Parse, of: Callable[[int, int], str]) -> None:
        self.syntax, self.of = syntax, of
        cues = factuality_cues()
        self._aux, self._adverb = cues["aux"], cues["adverb"]
        self._mark, self._complement = cues["mark"], cues["complement"]

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
                    modal = self._aux.get(lower, "possible")
                elif syntax.tag[c] == "TO":
                    infinitive = True
                elif self._is_inverted(verb, c):
                    own = "possible"
                else:
                    finite_aux = True
            elif relation == "advmod" and lower in self._adverb and is_of_the_verb(syntax, c, verb):
                own = self._adverb[lower]
            elif relation == "auxpass" and syntax.tag[c] in ("VBD", "VBZ", "VBP"):
                finite_aux = True
            elif relation == "mark" and lower in self._mark and not (lower == "until" and self._has_come(verb, depth)):
                own = "possible"
        if own == "actual" and modal is not None:
            own = "future" if modal == "possible" and self._is_said_to_come(verb, depth) else modal
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
        return relation == "neg" or nor or is_at_none(syntax, word)

    def _of_denied(self, verb: int, relation: str) -> str:
        """Of what is denied: not so, but for what a condition leaves open and for what came since one did not hold."""
        if relation in ("neg", "advmod") and self._is_condition(verb):
            return "possible"
        return "actual" if came_after_all(self.syntax, verb) else "negated"

    def _is_said_to_come(self, verb: int, depth: int) -> bool:
        """Whether "would" is what "will" was when it was said: "said that it would send troops"."""
        syntax = self.syntax
        would = any(syntax.lower[c] == "would" for c in syntax.children[verb])
        if not would or self._is_unreal(verb) or not self._is_reported(verb):
            return False
        return syntax.dep[verb] != "ccomp" or self.of(syntax.head[verb], depth + 1) != "negated"

    def _is_condition(self, verb: int) -> bool:
        """Whether a condition holds what is not done: "if they are not arrested"."""
        syntax = self.syntax
        return any(
            syntax.dep[c] == "mark" and syntax.lower[c] in self._mark and syntax.lower[c] != "until"
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
            return self._of_complement(verb, relation, head, infinitive, depth)
        return self._of_adverbial(verb, head, infinitive, depth) if relation == "advcl" else "actual"

    def _of_substitute(self, verb: int, depth: int) -> str | None:
        """Of what was not done but something else: "instead of arresting them", "stopped short of signing it"."""
        syntax, start = self.syntax, verb
        while start and syntax.head[start - 1] == verb and syntax.dep[start - 1] in ("aux", "auxpass", "advmod"):
            if syntax.lower[start - 1] in ("rather", "less", "alone"):
                break
            start -= 1
        value = value_before(syntax, start, SHORT_OF)
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
            voiced = syntax.lemma[head] in GATHERING and syntax.lemma[verb] in VOICING
            done = syntax.lemma[head] == "vote" or voiced or self._goes_on(head)
            return self.of(head, depth + 1) if done else "possible"
        if self._is_awaited(verb, head, depth):
            return "future"
        if syntax.tag[verb] in ("VBG", "VBN") and syntax.child(verb, "mark", "nsubj", "advmod") is None:
            above = self.of(head, depth + 1)
            if above == "possible" and verb < head and syntax.tag[verb] == "VBG":
                return "actual"  # "appearing in court, she could be fined"
            alleged = any(syntax.lower[c] in self._adverb for c in syntax.children[head] if syntax.dep[c] == "advmod")
            return above if above != "negated" and not (alleged and syntax.tag[verb] == "VBG") else "actual"
        return "actual"

    def _is_awaited(self, verb: int, head: int, depth: int) -> bool:
        """Whether the present tells what is still to come: "will stop when a deal is signed", "faces … when he is"."""
        syntax = self.syntax
        below = [c for c in syntax.children[verb] if syntax.dep[c] in ("aux", "auxpass")]
        tags = {syntax.tag[c] for c in (below or [verb])}
        if "VBD" in tags:  # "would be lifted once she resigned"
            term = any(syntax.dep[c] in ("mark", "advmod") and syntax.lower[c] in TERM for c in syntax.children[verb])
            return term and self.of(head, depth + 1) in ("future", "possible")
        if tags.isdisjoint(("VBZ", "VBP")) or any(syntax.lower[c] in ("has", "have") for c in below):
            return False
        if not any(syntax.dep[c] in ("mark", "advmod") and syntax.lower[c] in UNTIL for c in syntax.children[verb]):
            return False
        return syntax.lemma[head] in AHEAD or self.of(head, depth + 1) in ("future", "possible")

    def _is_inverted(self, verb: int, auxiliary: int) -> bool:
        """Whether a condition is told by order alone: "had they kept the promise, there would be peace"."""
        syntax = self.syntax
        subject = syntax.child(verb, "nsubj", "nsubjpass")
        inverted = subject is not None and auxiliary < subject and syntax.lower[auxiliary] in ("had", "were")
        return inverted and syntax.dep[verb] == "advcl"

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

    def _took_time(self, verb: int) -> bool:
        """Whether it took somebody some time to do something, who did it: "it took the jury an hour to convict her"."""
        syntax = self.syntax
        subject = syntax.child(verb, "nsubj")
        return (
            syntax.lemma[verb] == "take"
            and subject is not None
            and syntax.lower[subject] == "it"
            and any(c in syntax.times or syntax.lemma[c] in UNITS for c in syntax.children[verb])
        )

    def _is_let(self, verb: int) -> bool:
        """Whether what is done is as true as the verb above: "tried to have it banned", "wants to see it banned"."""
        syntax = self.syntax
        wished = syntax.lemma[verb] == "see" and syntax.lemma[syntax.head[verb]] in WISHING
        return syntax.lemma[verb] in HAVING or wished

    def _is_told(self, verb: int) -> bool:
        """Whether a clause is a sentence of its own, with an auxiliary that bears the tense."""
        syntax = self.syntax
        return any(syntax.dep[c] in ("aux", "auxpass") for c in syntax.children[verb])

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
        if syntax.dep[head] != "ccomp" or self._complement.get(syntax.lemma[syntax.head[head]]) is None:
            return False
        marked = any(syntax.dep[c] == "mark" and syntax.lower[c] == "that" for c in syntax.children[verb])
        return marked or (syntax.tag[verb] in ("VB", "VBP") and syntax.tag[head] in ("VB", "VBP"))

    def _of_complement(self, verb: int, relation: str, head: int, infinitive: bool, depth: int) -> str:
        syntax = self.syntax
        if relation == "pcomp":
            preposition, head = syntax.lower[head], syntax.head[head]
            if (value := self._of_gerund(verb, preposition, head, depth)) is not None:
                return value
        if self._is_supposed(head) or self._is_to_be(verb, head):
            return "possible"
        if infinitive and self._is_denied(head, relation, depth):
            return "negated"
        cue = self._complement.get(syntax.lemma[head]) or self._judged_by(verb, head)
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
            if (finite and syntax.lemma[head] in FACTIVE) or given:
                return "actual"
            return "actual" if was_not_averted(syntax, head) else self._by_cue(cue, head, depth)
        return self._as_above(verb, relation, head, infinitive, depth)

    def _by_cue(self, cue: str, head: int, depth: int) -> str:
        """What a word says of its complement, which is turned round if it is itself denied."""
        if cue not in ("negated", "future") or self.of(head, depth + 1) != "negated":
            return cue
        if cue == "negated":
            return "possible" if self.syntax.lemma[head] in EXCLUDING else "actual"
        return "negated"

    def _as_above(self, verb: int, relation: str, head: int, infinitive: bool, depth: int) -> str:
        """Of a complement of a word that says nothing itself: as its clause, where it stands or falls with that."""
        syntax = self.syntax
        done = relation == "ccomp" and syntax.tag[verb] == "VBN" and not self._is_told(verb)
        if (infinitive and self._took_time(head)) or (done and self._is_let(head)):
            return self.of(head, depth + 1)
        if infinitive and syntax.lemma[head] == "vote":
            return "future" if syntax.lemma[verb] in ("strike", "walk", "stop") else self.of(head, depth + 1)
        if infinitive and (syntax.lemma[head] == "be" or (syntax.lemma[head] == "go" and syntax.tag[head] == "VBG")):
            return "future"
        due = syntax.lemma[head] == "have" and syntax.tag[head] in ("VBZ", "VBP") and not self._is_of_me(head)
        if infinitive and (relation == "acl" or due or syntax.lemma[head] not in IMPLICATIVE):
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
            asked and (syntax.lemma[head], preposition) in OPEN
        ):
            return "possible"  # "close to signing", "depends on how they agree"
        if preposition not in CIRCUMSTANCE and self._complement.get(syntax.lemma[head]) is not None:
            return None
        above = self.of(head, depth + 1)
        gone_before = above == "possible" and preposition in GONE_BEFORE
        return above if above != "negated" and not gone_before else "actual"

    def _is_of_me(self, verb: int) -> bool:
        """Whether it is said by who does it, and so done: "I have to pay tribute to her"."""
        subject = self.syntax.child(verb, "nsubj")
        return subject is not None and self.syntax.lower[subject] in ("i", "we")

    def _judged_by(self, verb: int, head: int) -> str | None:
        """What the adjective of a clause says of its content: "it is important that the two meet"."""
        that = self.syntax.lemma[head] == "be" and self.syntax.has_child(verb, "that", "mark")
        adjective = self.syntax.child(head, "acomp") if that else None
        return None if adjective is None else self._complement.get(self.syntax.lemma[adjective])

    def _is_to_be(self, verb: int, head: int) -> bool:
        """Whether a clause is in the subjunctive, which tells what ought to be: "insisted that she resign"."""
        syntax = self.syntax
        if syntax.lemma[head] not in MANDATIVE or syntax.tag[verb] not in ("VB", "VBP"):
            return False
        subject = syntax.child(verb, "nsubj", "nsubjpass")
        if subject is None or syntax.child(verb, "aux") is not None or not syntax.has_child(verb, "that", "mark"):
            return False
        return syntax.tag[verb] == "VB" or syntax.tag[subject] in ("NN", "NNP")

    def _is_supposed(self, head: int) -> bool:
        """Whether a clause is what the reader is asked to suppose: "Say the army attacked"."""
        syntax = self.syntax
        bare = syntax.tag[head] in ("VB", "VBP") and syntax.child(head, "nsubj", "aux", "conj", "neg") is None
        return bare and syntax.dep[head] == "ROOT" and syntax.lower[head] in SUPPOSING

    def _is_denied(self, head: int, relation: str, depth: int) -> bool:
        """Whether the word above an infinitive says that it did not come to it: "no plans to", "too weak to"."""
        syntax = self.syntax
        if relation == "acl":
            return is_none(self.syntax, head) or (syntax.pos[head] == "NOUN" and self.of(head, depth + 1) == "negated")
        adverbs = [syntax.lower[c] for c in syntax.children[head] if syntax.dep[c] == "advmod"]
        return "too" in adverbs or ("yet" in adverbs and syntax.lemma[head] in ("have", "be"))
