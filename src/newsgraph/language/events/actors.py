"""Which words stand for somebody who can act, and the actors that a noun phrase holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from newsgraph.language.annotations import Annotations, Mention
from newsgraph.language.coreference.nominals import actor_noun, mentions_of
from newsgraph.language.events.coding import Coded
from newsgraph.language.events.lexicon.word_classes import word_classes
from newsgraph.language.nationalities import nationality_mention
from newsgraph.language.syntax.parse import Frame, Parse

ACTOR_KINDS = frozenset(
    ("Person", "Group", "Country", "Agency", "InternationalOrganization", "Party", "ArmedGroup", "Organization")
)
_BEFORE = frozenset("det amod compound nummod poss nmod case quantmod".split())
DESCENT = frozenset("of by from against on in to with between for at among inside near".split())
AGENT_DESCENT = frozenset(("of", "by", "from", "between", "among"))


_OF_DEEDS = frozenset("lethal deadly excessive brute physical".split())
_STANCES = frozenset(("opposition", "resistance"))
"""Nouns for people, or for what these have against something."""
_STOCK = frozenset("horse donkey mule dog livestock poultry animal cattle bird pig sheep good vehicle money".split())
_PERHAPS_THINGS = _STANCES | {"force", "movement", "movements", "funds"}
_HAVING = frozenset(("ArmedGroup", "Agency", "Party", "Organization"))
"""Kinds whose name before a thing says whose it is."""
Places = Literal["none", "named", "all", "things"]


class Actors:
    """The actors of one doc, and its coded events."""

    def __init__(self, notes: Annotations, syntax: Parse) -> None:
        self.notes = notes
        self.syntax = syntax
        self.coded: dict[int, Coded] = {}
        self._brackets = _brackets(syntax.lower)
        classes = word_classes()
        self._acting = classes["actor"]
        self._light = classes["light"]
        self._partitives = classes["partitive"]
        self._territory = classes["territory"]
        self._machines = classes["machine"]
        self.weapons = classes["weapon"] | classes["projectile"] | classes["explosive"] | classes["fire"]

    def is_actor(self, i: int) -> bool:
        """Whether a word stands for somebody who can act."""
        if found := self.notes.at_root.get(i):
            return found[0].kind in ACTOR_KINDS and (found[0].form == "name" or not self.is_thing(i))
        syntax = self.syntax
        if syntax.pos[i] in ("NOUN", "PROPN", "PRON", "NUM") and not self.is_thing(i):
            lemma = syntax.lemma[i]
            if lemma in self._acting:
                return True
            noun = actor_noun(syntax.lower[i], lemma) if syntax.pos[i] == "NOUN" else None
            if noun is not None and noun.kind in ACTOR_KINDS:
                return True
            inner = self.notes.covering.get(i)
            return inner is not None and inner.form == "name" and inner.kind in ACTOR_KINDS
        return False

    def is_thing(self, i: int) -> bool:
        """Whether a noun of actors means a thing here: "funds", "lethal force", "opposition to it"."""
        syntax, lower = self.syntax, self.syntax.lower[i]
        if lower not in _PERHAPS_THINGS:
            return False
        if lower in _STANCES:
            return syntax.lower[i + 1 : i + 2] == ["to"] and syntax.dep[i + 1] == "prep"
        if lower == "force":
            return any(syntax.lower[c] in _OF_DEEDS for c in syntax.children[i])
        of = [w for name, w in syntax.prepositions(i) if name == "of"] if lower in ("movement", "movements") else []
        money = lower == "funds" and all(syntax.dep[c] != "compound" for c in syntax.children[i])  # not "hedge funds"
        return money or any(syntax.lemma[w] in _STOCK for w in of)

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

    def actors_under(self, i: int, depth: int = 0, prepositions: frozenset[str] = DESCENT) -> list[int]:
        """A word if it is an actor or a named place, else the nearest actors in its noun phrase."""
        if self.syntax.lemma[i] in self._partitives and i not in self.notes.at_root:
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
        found = nationality_mention(self.notes, self.syntax.doc[i])
        if found is not None:
            self.notes.add(found[0])
        return found is not None

    def participants(self, words: Iterable[int], places: Places = "none") -> list[Mention]:
        """The mentions of those who can act that words stand for, each once.

        Args:
            words: the words that stand where participants do.
            places: which places may take part: none; named ones, which stand for who lives or rules there; all,
                and those whose things are struck, too; or whatever stands there, places and things alike.
        """
        found: list[Mention] = []
        for word in [one for whole in words for one in (whole, *self._included(whole))]:
            for one in self._examples(word) or (self._owner_of(word) if places == "all" else (word,)):
                if places != "things" and not self._can_act(one, places):
                    continue
                for mention in self.notes.at_root.get(one) or mentions_of(self.notes, self.syntax.doc[one]):
                    if mention not in found:
                        found.append(mention)
        return found

    def _can_act(self, word: int, places: Places) -> bool:
        """Whether a word stands for somebody, by what it was found to be or else by the noun that it is."""
        syntax = self.syntax
        known = self.notes.at_root.get(word)
        if self.is_thing(word) and (known is None or known[0].form != "name"):
            return False
        if known is None and (inner := self.notes.covering.get(word)) is not None and inner.form == "name":
            known = [inner]
        if known is not None:
            named = known[0].kind == "Place" and known[0].form == "name"
            return known[0].kind in ACTOR_KINDS or (
                known[0].kind == "Place" and (places == "all" or (places == "named" and named))
            )
        if syntax.tag[word] in ("WP", "WDT") or syntax.lower[word] == "that":
            return True  # its antecedent is looked at by `mentions_of`
        noun = actor_noun(syntax.lower[word], syntax.lemma[word])
        if noun is None:
            return False
        return noun.kind in ACTOR_KINDS or (places == "all" and syntax.lemma[word] in self._territory)

    def _owner_of(self, word: int) -> list[int]:
        """A word if it stands for somebody, else whose it is: who attacks his car attacks him."""
        syntax = self.syntax
        if self._can_act(word, "none"):
            return [word]
        if (owner := syntax.child(word, "poss")) is not None:
            return syntax.conjuncts(owner)
        belonging = [c for c in syntax.children[word] if syntax.dep[c] == "acl" and syntax.lemma[c] == "belong"]
        having = [("of", syntax.prepositions(word)), *(("to", syntax.prepositions(c)) for c in belonging)]
        owners = [w for name, found in having for other, w in found if name == other and self.is_actor(w)]
        return [*(owners or self._bearers(word)), word]

    def _bearers(self, word: int) -> list[int]:
        """The bodies whose name stands before a thing of theirs: "Hezbollah" of "Hezbollah positions"."""
        syntax, found = self.syntax, self.notes.at_root
        if syntax.dep[word] == "pobj" and syntax.lower[syntax.head[word]] not in ("on", "against", "of", "into"):
            return []  # "a shooting at the Ormont plant"
        before = [c for c in syntax.children[word] if syntax.dep[c] in ("compound", "nmod") and c in found]
        return [c for c in before if found[c][0].form == "name" and found[c][0].kind in _HAVING]

    def _examples(self, word: int) -> list[int]:
        """Those by whom an indefinite plural is explained: "countries like A and B"."""
        syntax = self.syntax
        if syntax.tag[word] != "NNS" or any(syntax.dep[c] in ("det", "poss", "nummod") for c in syntax.children[word]):
            return []
        found = [w for name, w in syntax.prepositions(word) if name in ("like", "as", "such as")]
        return found if found and all(map(self.is_named, found)) else []

    def _included(self, word: int) -> list[int]:
        """Those of a plural that are named behind it: "organisations, including A and B"."""
        if self.syntax.tag[word] != "NNS":
            return []
        return [w for name, w in self.syntax.prepositions(word) if name == "including" and self.is_named(w)]

    def is_aside(self, word: int, root: int) -> bool:
        """Whether a word stands in brackets that the event's own word is outside of: "(Wire photo) X met Y"."""
        bracket = self._brackets.get(word)
        return bracket is not None and bracket != self._brackets.get(root)

    def is_nobody(self, word: int) -> bool:
        """Whether a word says that there is no such participant."""
        syntax = self.syntax
        return syntax.lower[word] in ("nobody", "nothing", "none") or any(
            syntax.lower[c] == "no" and syntax.dep[c] == "det" for c in syntax.children[word]
        )

    def parts(self, i: int) -> list[int]:
        """What a word of quantity counts: "a series of bombs", "thousands of refugees"."""
        if self.syntax.lemma[i] in self._partitives and i not in self.notes.at_root:
            found = [word for name, word in self.syntax.prepositions(i) if name == "of"]
            return found or [i]
        return [i]

    def phrase(self, i: int) -> str:
        """A noun with what stands before it, as text."""
        syntax = self.syntax
        start = i
        while start - 1 >= 0 and syntax.head[start - 1] == i and syntax.dep[start - 1] in _BEFORE:
            start -= 1
        return " ".join(syntax.doc[start : i + 1].text.split())

    def actors_at(self, word: int) -> list[int]:
        """The actors that a word in an argument's place stands for: itself, what it counts, or who owns it."""
        syntax = self.syntax
        if self.is_actor(word) or self.is_named(word):
            return [word]
        if syntax.lemma[word] in self._partitives:
            return [w for name, w in syntax.prepositions(word) if name == "of" and self.is_actor(w)]
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

    def after(self, frame: Frame, prepositions: tuple[str, ...], anything: bool = False) -> list[int]:
        """The actors behind the first of these prepositions that has any; with `anything`, whatever stands there."""
        for name in prepositions:
            found = [
                actor
                for preposition, word in frame.preps
                if preposition == name
                for actor in (self.parts(word) if anything else self.actors_at(word))
            ]
            if found:
                return found
        return []


def _brackets(lower: list[str]) -> dict[int, int]:
    """Where the bracket opens for each word in brackets."""
    found: dict[int, int] = {}
    opened = -1
    for i, word in enumerate(lower):
        if word == "(":
            opened = i
        elif word == ")" and opened >= 0 and i - opened <= _LONGEST_ASIDE:
            found.update(dict.fromkeys(range(opened + 1, i), opened))
            opened = -1
    return found


_LONGEST_ASIDE = 40
"""Words of an aside; what is longer is a bracket that nobody closed."""
