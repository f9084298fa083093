"""Where an event happened: the places of its own clause, not any place of the sentence."""

from __future__ import annotations

from collections.abc import Iterable

from newsgraph.language.annotations import Annotations, Mention
from newsgraph.language.english.actor_nouns import actor_noun
from newsgraph.language.english.coreference.nominals import mentions_of
from newsgraph.language.english.syntax.parse import Frame, Parse

_LOCATIVE = frozenset(
    "in at near inside outside across throughout around along over off above within on onto into through "
    "toward towards beside under opposite".split()
)
_FAR = frozenset(("outside of", "close to", "next to", "north of", "south of", "east of", "west of", "in front of"))
_NOT_WHERE = frozenset(("from", "to", "by", "with", "before", "until", "till", "since", "ahead of"))
_AT = frozenset(("at", "outside", "inside"))
_HOUSES = frozenset(("Agency", "InternationalOrganization"))
"""Kinds of bodies that are also a house, where things happen at it: "met at the White House"."""
_NEARBY = frozenset(("near", "outside", "off"))
"""Prepositions, and those of `_FAR`, whose place is not where it happened, but what that is near to."""
_SPOKEN = frozenset("AGREE CONSULT SUPPORT REQUEST ACCUSE REJECT THREATEN SAY COOPERATE".split())
"""Kinds whose objects and topics have places of their own: "talks on the war in the north"."""
_BORDERS = frozenset(("border", "frontier", "boundary"))
"""Places that are in none of the countries that they have in their name."""
_DURING = frozenset(("in", "at", "during", "on"))
_TRAVEL = frozenset("visit trip tour".split())
_OCCASIONS = _TRAVEL | frozenset(
    "speech interview address lecture talk conference meeting briefing rally summit forum hearing debate ceremony "
    "gathering event".split()
)
"""What people speak at, which has a place."""
_SPEAKING = frozenset(("speak", "talk"))
_ORDINALS = frozenset(("first", "second", "third", "last"))
_NEAR = 6
_NAMED_PLACES = frozenset(("Place", "Country"))


class PlaceFinder:
    """Finds the places of events of one doc."""

    def __init__(self, notes: Annotations, syntax: Parse) -> None:
        self.notes = notes
        self.syntax = syntax

    def of(self, root: int, frame: Frame, verb: bool, kind: str, context: Iterable[tuple[str, int]]) -> list[Mention]:
        """The places in locative phrases of a trigger and of its arguments; the modifier of a noun ("Ardal attack").

        A place without a name is left out where the name of the place that it is in stands behind it.
        """
        found = self._all(root, frame, verb, kind, context)
        if not found:
            return found
        named = [m for m in found if m.entity.named]
        if not all(map(self._is_nearby, named)):
            found = [m for m in found if m.kind not in _NAMED_PLACES or not self._is_nearby(m)]
        return [m for m in found if m.entity.named or not any(m.start <= n.start < m.end + _NEAR for n in named)]

    def are_nearby(self, places: Iterable[Mention]) -> bool:
        """Whether the text says of no place that it was there, but of some that it was near: "outside Kalvar"."""
        found = list(places)
        return bool(found) and all(map(self._is_nearby, [m for m in found if m.entity.named] or found))

    def _is_nearby(self, place: Mention) -> bool:
        """Whether a place is only near where it happened: "in Ardal, north of Kalvar", "near the town of Kalvar"."""
        syntax, first = self.syntax, place.start
        for _ in range(3):
            while first and syntax.pos[first - 1] in ("DET", "ADJ") and syntax.lower[first - 1] not in _NEARBY:
                first -= 1
            before = syntax.lower[max(0, first - 2) : first]
            if before and (before[-1] in _NEARBY or " ".join(before) in _FAR):
                part = syntax.lower[max(0, first - 4) : first - 2]  # "in the north of Kalvar" is in it
                return part[-1:] != ["the"] or part[0] == "to"
            if not before or before[-1] != "of" or syntax.head[first - 1] >= first - 1:
                return False
            first = syntax.head[first - 1]
        return False

    def clause_above(self, root: int) -> int:
        """The verb whose clause a participle goes on to tell: "rammed the gate of the base, killing two"; else -1."""
        syntax = self.syntax
        participle = syntax.tag[root] == "VBG" and syntax.dep[root] == "advcl" and syntax.head[root] < root
        if not participle or any(syntax.dep[c] in ("mark", "nsubj", "prep") for c in syntax.children[root] if c < root):
            return -1
        return syntax.head[root]

    def _all(self, root: int, frame: Frame, verb: bool, kind: str, context: Iterable[tuple[str, int]]) -> list[Mention]:
        found: list[Mention] = []
        for name, word in (*frame.preps, *context):
            if (name in _LOCATIVE and not (name == "on" and kind in _SPOKEN)) or name in _FAR:
                self._take(word, found)
            if name in _AT or name in _FAR:
                found += [m for m in self.notes.at_root.get(word, ()) if m.kind in _HOUSES and m.form == "name"]
        if kind in _SPOKEN:
            if verb:
                self._where_spoken(root, frame, found)
            return found
        for word in (*frame.object, *frame.by, *(w for name, w in frame.preps if name not in _NOT_WHERE)):
            self._inside(word, found, 0)
        if not verb:
            for c in self.syntax.children[root]:
                if self.syntax.dep[c] in ("compound", "nmod", "amod", "poss"):
                    self._take(c, found, only="Place")
        return found

    def _where_spoken(self, root: int, frame: Frame, found: list[Mention]) -> None:
        """Where somebody spoke: "in a speech in Oslo, she urged", "speaking in Oslo, she urged"."""
        syntax = self.syntax
        heard = [word for name, word in frame.preps if name in _DURING and syntax.lemma[word] in _OCCASIONS]
        heard += [
            c for c in syntax.children[root]
            if c < root and syntax.dep[c] == "advcl" and syntax.tag[c] == "VBG" and syntax.lemma[c] in _SPEAKING
        ]  # fmt: skip
        for word in heard:
            for name, inner in syntax.prepositions(word):
                if name in ("in", "outside") or (name == "to" and syntax.lemma[word] in _TRAVEL):
                    self._take(inner, found)

    def _take(self, word: int, found: list[Mention], only: str = "") -> None:
        """The place that a word names, and those that its modifiers and appositions name."""
        syntax = self.syntax
        if syntax.lower[word] == "place" and syntax.lower[word - 1] in _ORDINALS:
            return  # "in the first place"
        if word not in self.notes.at_root and syntax.pos[word] == "NOUN":
            noun = actor_noun(syntax.lower[word], syntax.lemma[word])
            if not only and noun is not None and noun.kind == "Place":
                found += [m for m in mentions_of(self.notes, syntax, word) if m not in found]
        for mention in self.notes.at_root.get(word, ()):
            if mention.kind in _NAMED_PLACES and (not only or mention.kind == only) and mention not in found:
                found.append(mention)
        noun = actor_noun(syntax.lower[word], syntax.lemma[word]) if syntax.pos[word] in ("NOUN", "PROPN") else None
        is_place = noun is not None and noun.kind == "Place" and syntax.lemma[word] not in _BORDERS
        for c in syntax.children[word]:
            if not only and (syntax.dep[c] == "appos" or (is_place and syntax.dep[c] in ("poss", "compound", "nmod"))):
                for mention in self.notes.at_root.get(c, ()):
                    if mention.kind in _NAMED_PLACES and mention.form == "name" and mention not in found:
                        found.append(mention)

    def _inside(self, word: int, found: list[Mention], depth: int) -> None:
        """Places in the phrases that hang on an argument: "a market in the town of X"."""
        if depth > 3:
            return
        noun = actor_noun(self.syntax.lower[word], self.syntax.lemma[word])
        owned = noun is not None and noun.kind != "Place"  # an ambassador of X need not be there
        for name, inner in self.syntax.prepositions(word):
            if name in _LOCATIVE or name in _FAR or (name == "of" and not owned):
                self._take(inner, found)
                self._inside(inner, found, depth + 1)
