"""Which words stand for somebody who can act, and the actors that a noun phrase holds."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations
from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.events.coding import Coded
from newsgraph.language.english.events.lexicon.lexicon import Lexicon, event_lexicon
from newsgraph.language.english.events.lexicon.word_classes import word_classes
from newsgraph.language.english.nationalities import nationality_mention
from newsgraph.language.english.syntax.parse import Parse
from newsgraph.language.words import words_of

_WORDS = word_classes()
ACTOR_KINDS = frozenset(
    ("Person", "Group", "Country", "Agency", "InternationalOrganization", "Party", "ArmedGroup", "Organization")
)
_DESCENT = frozenset("of by from against on in to with between for at among inside near".split())
AGENT_DESCENT = frozenset(("of", "by", "from", "between", "among"))


class Actors:
    """The actors of one doc, and its coded events."""

    def __init__(self, notes: Annotations, syntax: Parse, lexicon: Lexicon | None = None) -> None:
        self.notes = notes
        self.lexicon = event_lexicon() if lexicon is None else lexicon
        self.syntax = syntax
        self.coded: dict[int, Coded] = {}
        classes = word_classes()
        self._acting = classes["actor"]
        self.partitives = classes["partitive"]
        self.weapons = classes["weapon"] | classes["projectile"] | classes["explosive"] | classes["fire"]

    def fill(self, coded: Coded) -> None:
        """Find the agents and targets of an event, once, where these are looked for (`Roles`)."""

    def is_actor(self, i: int) -> bool:
        """Whether a word stands for somebody who can act."""
        if found := self.notes.at_root.get(i):
            return found[0].kind in ACTOR_KINDS and (found[0].form == "name" or not self.is_thing(i))
        syntax = self.syntax
        if syntax.pos[i] in ("NOUN", "PROPN", "PRON", "NUM") and not self.is_thing(i):
            lemma = syntax.lemma[i]
            if lemma in self._acting:
                return True
            before = syntax.lower[max(0, i - 3) : i]
            noun = actor_noun(syntax.lower[i], lemma, before) if syntax.pos[i] == "NOUN" else None
            if noun is not None and noun.kind in ACTOR_KINDS:
                return True
            inner = self.notes.covering.get(i)
            return inner is not None and inner.form == "name" and inner.kind in ACTOR_KINDS
        return False

    def is_thing(self, i: int) -> bool:
        """Whether a noun of actors means a thing here: "funds", "lethal force", "opposition to it"."""
        syntax, lower = self.syntax, self.syntax.lower[i]
        if lower not in _WORDS["perhaps_thing"]:
            return False
        if lower in _WORDS["stance"]:
            return syntax.lower[i + 1 : i + 2] == ["to"] and syntax.dep[i + 1] == "prep"
        if lower == "force":
            return any(syntax.lower[c] in _WORDS["force_of_deeds"] for c in syntax.children[i])
        of = [w for name, w in syntax.prepositions(i) if name == "of"] if lower in ("movement", "movements") else []
        money = lower == "funds" and all(syntax.dep[c] != "compound" for c in syntax.children[i])  # not "hedge funds"
        return money or any(syntax.lemma[w] in _WORDS["stock_moved"] for w in of)

    def is_person(self, i: int) -> bool:
        """Whether a word stands for one human being."""
        if found := self.notes.at_root.get(i):
            return len(found) == 1 and found[0].kind == "Person" and found[0].form != "pronoun"
        noun = actor_noun(self.syntax.lower[i], self.syntax.lemma[i]) if self.syntax.tag[i] == "NN" else None
        return noun is not None and noun.kind == "Person"

    def is_named(self, i: int) -> bool:
        """Whether a word is the head of a name of an actor or a place."""
        found = self.notes.at_root.get(i)
        if found is None or found[0].form != "name":
            return False
        return found[0].kind in ACTOR_KINDS or found[0].kind == "Place"

    def is_place(self, i: int) -> bool:
        """Whether a word is the head of a name of a place that is no state."""
        found = self.notes.at_root.get(i)
        return found is not None and found[0].kind == "Place" and found[0].form == "name"

    def actors_under(self, i: int, depth: int = 0, prepositions: frozenset[str] = _DESCENT) -> list[int]:
        """A word if it is an actor or a named place, else the nearest actors in its noun phrase."""
        if self.syntax.lemma[i] in self.partitives and i not in self.notes.at_root:
            if named := self._named_beside(i):
                return named
            for name, word in self.syntax.prepositions(i):
                if name == "of" and (found := self.actors_under(word, depth + 1)):
                    return found
        if self.is_actor(i) or self.is_named(i):
            return [i]
        if depth > 2 or self.syntax.pos[i] not in ("NOUN", "PROPN", "NUM", "ADJ"):
            return []
        syntax = self.syntax
        for relations in (("poss",), ("amod", "compound", "nmod")):
            found = [
                actor
                for c in syntax.children[i]
                if syntax.dep[c] in relations
                for actor in syntax.conjuncts(c)
                if self.is_actor(actor) or self.is_named(actor)
            ]
            if found:
                return found
        nearest = ""
        found = []
        for name, word in syntax.prepositions(i):
            if name in prepositions and nearest in ("", name) and (deeper := self.actors_under(word, depth + 1)):
                found += deeper
                nearest = name
        return found

    def nation(self, i: int) -> bool:
        """Whether a word is an adjective of nationality; its country is then entered as a mention there."""
        if i in self.notes.at_root or i in self.notes.covering:
            return False
        found = nationality_mention(self.notes, words_of(self.syntax.doc), i)
        if found is not None:
            self.notes.add(found[0])
        return found is not None

    def is_nobody(self, word: int) -> bool:
        """Whether a word says that there is no such participant."""
        syntax = self.syntax
        return syntax.lower[word] in ("nobody", "nothing", "none") or any(
            syntax.lower[c] == "no" and syntax.dep[c] == "det" for c in syntax.children[word]
        )

    def parts(self, i: int) -> list[int]:
        """What a word of quantity counts: "a series of bombs", "thousands of refugees"."""
        if self.syntax.lemma[i] in self.partitives and i not in self.notes.at_root:
            found = [word for name, word in self.syntax.prepositions(i) if name == "of"]
            return self._named_beside(i) or found or [i]
        return [i]

    def _named_beside(self, quantity: int) -> list[int]:
        """Those who are named beside how many of a group they are: "one of the men, Jo Aldo", which is not the men."""
        syntax = self.syntax
        beside = [c for c in syntax.children[quantity] if syntax.dep[c] == "appos"]
        return [word for c in beside for word in syntax.conjuncts(c) if self.is_named(word)]

    def actors_at(self, word: int) -> list[int]:
        """The actors that a word in an argument's place stands for: itself, what it counts, or who owns it."""
        syntax = self.syntax
        if self.is_actor(word) or self.is_named(word):
            return [word]
        if syntax.lemma[word] in self.partitives:
            counted = [w for name, w in syntax.prepositions(word) if name == "of" and self.is_actor(w)]
            return self._named_beside(word) or counted
        return []

    def owners_at(self, word: int) -> list[int]:
        """The actors whose a thing is: "the minister's plan", "Ardalian troops"."""
        syntax = self.syntax
        return [
            actor
            for c in syntax.children[word]
            if syntax.dep[c] == "poss" or (syntax.dep[c] == "amod" and c in self.notes.at_root)
            for actor in syntax.conjuncts(c)
            if self.is_actor(actor)
        ]

    def after(self, preps: list[tuple[str, int]], prepositions: tuple[str, ...], anything: bool = False) -> list[int]:
        """The actors behind the first of these prepositions that has any; with `anything`, whatever stands there."""
        for name in prepositions:
            found = [
                actor
                for preposition, word in preps
                if preposition == name
                for actor in (self.parts(word) if anything else self.actors_at(word))
            ]
            if found:
                return found
        return []
