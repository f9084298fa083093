"""Whether what a noun tells happened, from its modifiers, its preposition and its verb."""

from __future__ import annotations

from newsgraph.language.english.events.factuality.cues import (
    WordFactuality,
    is_none,
    value_before,
)
from newsgraph.language.english.events.lexicon.word_classes import word_classes

_WORDS = word_classes()


class NounFactuality(WordFactuality):
    """The factuality of nouns in one doc."""

    def of_noun(self, noun: int, depth: int) -> str:
        """The factuality of what a noun tells."""
        syntax = self.syntax
        if any(syntax.lower[c] == "such" for c in syntax.children[noun]) and not is_none(self.syntax, noun):
            return self._of_such(noun)
        for c in syntax.children[noun]:
            if syntax.dep[c] in ("amod", "det", "compound", "nmod") and (
                value := self.cues["modifier"].get(syntax.lower[c])
            ):
                tried = syntax.lower[c] == "failed" and syntax.lemma[noun] in _WORDS["tried"]
                return "actual" if tried else value
            if self._is_to_come(c):
                return "future"
        relation, head = syntax.dep[noun], syntax.head[noun]
        if (value := self._right_behind(noun)) is not None:
            return value
        if relation == "conj":
            return self.of(head, depth + 1) if syntax.pos[head] in ("NOUN", "VERB") else "actual"
        if relation == "acomp" and (above := self.of(head, depth + 1)) != "actual":
            return "negated" if above == "negated" else "possible"  # "no minister was willing", "would be ready"
        if relation in ("pobj", "pcomp"):
            head = syntax.head[head]
            relation = "pobj"
            if (value := self._behind_preposition(noun, head, depth)) is not None:
                return value
        if syntax.pos[head] not in ("VERB", "AUX"):
            return "actual"
        if relation == "pobj" and self._is_paid_for(noun, head):
            relation = "dobj"
        value = self._by_its_verb(noun, relation, head)
        if value is None:
            return self._of_argument(noun, relation, head, depth)
        if value == "negated":
            return self._of_averted(head, depth)
        heard = value == "actual" and syntax.lemma[head] in ("hear", "see", "witness") and not self._is_known(noun)
        above = self.of(head, depth + 1) if value == "future" or heard else value
        return above if above in ("possible", "negated") else value

    def _right_behind(self, noun: int) -> str | None:
        """What the words right before a noun say of it: "not an attack", "instead of an attack"."""
        syntax = self.syntax
        first = min([noun, *(c for c in syntax.children[noun] if syntax.dep[c] in ("det", "amod", "compound"))])
        if first and syntax.lower[first - 1] == "not":
            return "negated"
        return None if self._is_known(noun) else value_before(syntax, first, "before")

    def _of_averted(self, verb: int, depth: int) -> str:
        """Of what a verb says that it did not come, unless that is itself not so: "could have been avoided"."""
        above = self.of(verb, depth + 1)
        if above == "negated":
            return "possible" if self.syntax.lemma[verb] in _WORDS["excluding"] else "actual"
        tried = self.syntax.dep[verb] == "xcomp" and self.syntax.lemma[self.syntax.head[verb]] in _WORDS["trying"]
        return "possible" if tried and above == "possible" else "negated"

    def _is_paid_for(self, noun: int, verb: int) -> bool:
        """Whether a noun says what money is: "pledged ten million dollars in aid"."""
        syntax = self.syntax
        paid = syntax.child(verb, "dobj")
        return syntax.lower[syntax.head[noun]] == "in" and paid is not None and syntax.lemma[paid] in _WORDS["currency"]

    def _is_to_come(self, word: int) -> bool:
        """Whether a word puts the noun above it in the future: "a rally planned for May", "a vote next week"."""
        syntax = self.syntax
        if syntax.dep[word] == "acl":
            planned = syntax.tag[word] == "VBN" and syntax.lemma[word] in _WORDS["planning"]
            what = syntax.child(word, "xcomp")  # "expected to begin", not "expected to focus on arms"
            planned = planned and (what is None or syntax.lemma[what] in _WORDS["coming"])
            return planned and all(syntax.lower[c] != "by" for c in syntax.children[word])
        if syntax.dep[word] == "advmod" and syntax.lower[word] == "ahead":
            return all(syntax.lower[c] != "of" for c in syntax.children[word])
        if syntax.dep[word] == "advmod" and syntax.lower[word] == "away":
            return any(c in syntax.times for c in syntax.children[word])
        if syntax.dep[word] in ("npadvmod", "tmod", "poss") and word in syntax.times:
            return syntax.lower[word] == "tomorrow" or any(syntax.lower[c] == "next" for c in syntax.children[word])
        return False

    def _of_such(self, noun: int) -> str:
        """Of any of a kind: "such an attack", "any such attack"; "such attacks" are told to be there."""
        syntax = self.syntax
        at = next(c for c in syntax.children[noun] if syntax.lower[c] == "such")
        one = syntax.lower[at + 1 : at + 2] in (["a"], ["an"])
        return "possible" if one or syntax.lower[at - 1] == "any" else "actual"

    def _behind_preposition(self, noun: int, head: int, depth: int) -> str | None:
        """What the word before a preposition, or that itself, says of the noun behind it; None if neither does."""
        syntax, preposition = self.syntax, self.syntax.lower[self.syntax.head[noun]]
        if preposition == "without" and not self._is_known(noun):
            return "negated"
        if phrase := self._phrase_before(self.syntax.head[noun]):
            return self.cues["phrase"][phrase]
        counting = (
            syntax.lemma[head] in _WORDS["partitive"]
            or syntax.lower[head] in _WORDS["letting_be"]
            or syntax.lemma[head] in _WORDS["counting_span"]
        )
        whole = self._included_in(head, noun) if preposition == "including" and not self._is_known(noun) else None
        if whole is not None:
            return self.of(whole, depth + 1)
        if (preposition == "of" and counting) or (preposition == "in" and syntax.lemma[head] in _WORDS["currency"]):
            return self.of(head, depth + 1)
        if syntax.pos[head] == "ADJ" and f"{syntax.lemma[head]} {preposition}" in _WORDS["open_to"]:
            return "possible"
        if f"{syntax.lemma[head]} {preposition}" in _WORDS["bringing_into"]:
            return self.of(head, depth + 1)
        bare = preposition == "in" and syntax.lemma[noun] in _WORDS["manners"] and not syntax.lefts(noun)
        if bare and not syntax.is_infinitive(head):
            return self.of(head, depth + 1)  # "proposed a strike in protest"
        if syntax.pos[head] != "NOUN":
            return None
        if syntax.lemma[head] in _WORDS["backing"] and self._is_known(noun):
            return "actual"
        if not self._governs(head, noun):
            return "actual"
        if is_none(self.syntax, head) and not self._is_known(noun):
            return "negated"
        return self.cues["complement"].get(syntax.lemma[head], "actual")

    def _included_in(self, head: int, noun: int) -> int | None:
        """What a noun behind "including" is one of: the noun before, or who is in the clause."""
        syntax = self.syntax
        if syntax.pos[head] == "NOUN":
            return head
        before = [c for c in syntax.children[head] if c < noun and syntax.dep[c] in ("nsubj", "nsubjpass", "dobj")]
        return before[-1] if before else None

    def _phrase_before(self, preposition: int) -> str:
        """The compound preposition that ends in a word ("in case of"), if it tells what is real; else nothing."""
        words = self.syntax.lower[max(0, preposition - 3) : preposition + 1]
        return next((phrase for phrase in self.cues["phrase"] if words[-phrase.count(" ") - 1 :] == phrase.split()), "")

    def _by_its_verb(self, noun: int, relation: str, verb: int) -> str | None:
        """What a verb such as "avert" or "plan" says of its object; None if it says nothing."""
        syntax = self.syntax
        value = self.cues["object"].get(syntax.lemma[verb]) if relation in ("dobj", "nsubjpass", "pobj") else None
        paired = f"{syntax.lemma[verb]} {syntax.lower[syntax.head[noun]]}" if relation == "pobj" else ""
        if paired in self.cues["object"]:
            value = self.cues["object"][paired]
        elif relation == "pobj" and value not in (None, "actual") and not self._governs(verb, noun):
            return None
        if relation == "dobj" and syntax.child(verb, "oprd") is not None:
            return None
        if relation == "dobj" and syntax.lemma[verb] == "call" and self._is_known(noun):
            return None  # "had called the hearing"
        if syntax.lemma[verb] == "announce" and self._is_made_known(noun):
            return None
        if syntax.lemma[verb] == "offer" and syntax.lemma[noun] in _WORDS["given_by_offering"]:
            return None
        return None if syntax.lemma[verb] in _WORDS["backing"] and self._is_known(noun) else value

    def _is_made_known(self, noun: int) -> bool:
        """Whether what is announced has happened, or is done by being announced: an outbreak, an arrest, a curfew."""
        lemma = self.syntax.lemma[noun]
        return lemma in _WORDS["done_by_announcing"] or lemma in _WORDS["disaster"]

    def _of_argument(self, noun: int, relation: str, verb: int, depth: int) -> str:
        """Of a noun of whose reality its verb itself says nothing: as its clause, as far as that tells."""
        lemma = self.syntax.lemma[verb]
        if relation == "nsubj" and lemma == "be" and (value := self._of_predicate(verb)):
            return value
        if relation == "nsubj" and self._is_known(noun) and self.syntax.is_infinitive(verb):
            return "actual"  # "declared the outbreak to be a pandemic"
        if relation in ("nsubj", "attr") and self._is_general(verb):
            return "possible"
        ended = relation in ("dobj", "nsubjpass") or (relation == "nsubj" and self.syntax.child(verb, "dobj") is None)
        if ended and lemma in _WORDS["ending"] and self._is_known(noun):
            return "actual"
        if relation == "pobj" and lemma in _WORDS["judging"] and self._is_charge(noun):
            return "possible"
        carried = relation in ("dobj", "nsubjpass") and lemma in _WORDS["light"]
        if carried or (relation == "nsubj" and lemma in _WORDS["coming_about"]) or relation == "attr":
            return self.of(verb, depth + 1)
        if relation == "nsubj" and lemma == "be" and (above := self.of(verb, depth + 1)) != "negated":
            return above if above != "possible" or self.syntax.child(noun, "poss") is None else "actual"
        return self._as_the_clause(noun, relation, verb, depth)

    def _as_the_clause(self, noun: int, relation: str, verb: int, depth: int) -> str:
        """What a clause says about an event that its reader has not heard of: "could cause floods", "a strike may"."""
        syntax = self.syntax
        if self._is_known(noun) or syntax.child(noun, "nummod") is not None:
            return "actual"
        if relation == "pobj":
            preposition = syntax.lower[syntax.head[noun]]
            if preposition not in ("to", "into", "by", "with") and (
                preposition != "in" or syntax.lemma[verb] not in ("result", "end", "culminate")
            ):
                joint = preposition == "in" and syntax.lemma[noun] in _WORDS["joint"]
                return self.of(verb, depth + 1) if joint and self.of(verb, depth + 1) == "possible" else "actual"
        elif relation not in ("dobj", "nsubjpass", "nsubj") or (relation == "nsubj" and self._is_told(noun)):
            return "actual"
        purpose = syntax.dep[verb] == "advcl" and syntax.is_infinitive(verb)
        if purpose and relation != "nsubj":
            return "actual"  # "to disperse protests": what for, not what may be
        above = self.of(verb, depth + 1)
        by = relation == "pobj" and syntax.dep[syntax.head[noun]] == "agent"
        led = by or (relation == "pobj" and syntax.lemma[verb] in ("lead", "result", "come", "get", "go"))
        return above if above != "negated" or led or relation in ("dobj", "nsubjpass") else "actual"

    def _is_general(self, verb: int) -> bool:
        """Whether a clause speaks of all events of a kind: "attacks on civilians are a crime"."""
        syntax = self.syntax
        subject = syntax.child(verb, "nsubj")
        return (
            subject is not None
            and syntax.lemma[verb] == "be"
            and syntax.tag[verb] in ("VBP", "VBZ")
            and syntax.tag[subject] == "NNS"
            and all(syntax.dep[c] in ("prep", "compound") for c in syntax.children[subject])
            and any(
                syntax.dep[c] in ("attr", "acomp") and syntax.lower[c] not in _WORDS["going_on"]
                for c in syntax.children[verb]
            )
        )

    def _of_predicate(self, verb: int) -> str | None:
        """What is said of an event by an adjective: "a deal is possible", "elections are due"."""
        syntax = self.syntax
        found = (self.cues["predicate"].get(syntax.lower[c]) for c in syntax.children[verb] if syntax.dep[c] == "acomp")
        return next(filter(None, found), None)

    def _is_told(self, noun: int) -> bool:
        """Whether a noun comes with what happened then: "a raid that killed two", "a raid on Monday"."""
        syntax = self.syntax
        return any(
            syntax.dep[c] in ("relcl", "acl", "appos")
            or c in syntax.times
            or (syntax.dep[c] == "prep" and any(below in syntax.times for below in syntax.children[c]))
            for c in syntax.children[noun]
        )

    def _is_charge(self, noun: int) -> bool:
        """Whether a noun is what somebody is accused of ("of murder"), not what is known to have happened."""
        syntax = self.syntax
        preposition = syntax.head[noun]
        wanted = ("for",) if syntax.lemma[syntax.head[preposition]] == "try" else ("of", "with")
        return not self._is_known(noun) and syntax.lower[preposition] in wanted

    def _is_known(self, noun: int) -> bool:
        """Whether a noun stands for something that the reader knows of: "the raid", "its raid", "Operation X"."""
        syntax = self.syntax
        return syntax.pos[noun] == "PROPN" or any(
            syntax.dep[c] == "poss" or syntax.lower[c] in _WORDS["definite"] for c in syntax.children[noun]
        )

    def _governs(self, verb: int, noun: int) -> bool:
        """Whether the noun stands with a preposition that the verb asks for ("called for talks")."""
        return self.syntax.lower[self.syntax.head[noun]] in ("for", "against", "about", "of")
