"""Whom a noun phrase means by the grammar of its sentence: appositions, predicates, and the name right before it.

What Lee et al. (Deterministic Coreference Resolution, Computational Linguistics 39:4, 2013) call precise constructs.
"""

from __future__ import annotations

from collections.abc import Mapping

from newsgraph.language.annotations import Annotations, Entity
from newsgraph.language.english.coreference.descriptions.description import Description
from newsgraph.language.english.listed_nouns import listed_nouns
from newsgraph.language.words import Words

_CALLED_SO = frozenset("party militia movement newspaper airline company firm bank network cartel gang".split())
"""Nouns that stand behind the name of what they are."""
_SINGLE = frozenset("Person Organization Agency Country Place InternationalOrganization".split())
"""Kinds of which a name in the singular names one."""


class PreciseConstructs:
    """The sentences of an article that say of whom they have named what they are."""

    def __init__(self, notes: Annotations, words: Words, subject_of: Mapping[int, int]) -> None:
        self._notes, self._words, self._subject_of = notes, words, subject_of
        self._apposed: dict[int, int] = {}
        """From a noun to a later noun in apposition to it."""
        self._listed = listed_nouns(words)
        for i, dep in enumerate(words.dep):
            if dep == "appos" and i not in self._listed:
                self._apposed.setdefault(words.head[i], i)

    def find(self, i: int, description: Description) -> tuple[Entity, str] | None:
        """Whom the description with the head noun `i` means, with the reason, if its sentence says so."""
        return self._apposition(i, description) or self._predicate(i, description) or self._called(i, description)

    def _apposition(self, i: int, description: Description) -> tuple[Entity, str] | None:
        words = self._words
        others = []
        joined = words.dep[i] == "conj" and words.dep[words.head[i]] == "appos" and not description.plural
        if self._listed.keys().isdisjoint((i, words.head[i])) and (joined or words.dep[i] == "appos"):
            others.append(words.head[i])
        if (later := self._apposed.get(i)) is not None:
            others.append(later)
        for other in others:
            for mention in self._notes.at_root.get(other, ()):
                if self._is_apart(description, mention.entity):
                    continue
                if description.fits(mention.entity.kind) or description.corrects(mention.entity):
                    return mention.entity, "apposition"
        return None

    def _is_apart(self, description: Description, entity: Entity) -> bool:
        """Whether a description is of several, of whom one is named, or says what belongs to the one: "Roe's wife"."""
        if description.plural and entity.kind in _SINGLE:
            return True
        owners = (m for j in range(description.start, description.root) for m in self._notes.at_root.get(j, ()))
        return any(m.entity is entity and self._words.dep[m.root] == "poss" for m in owners)

    def _predicate(self, i: int, description: Description) -> tuple[Entity, str] | None:
        """Who is said to be it: "Jane Doe is the chairwoman", not "is not the chairwoman"."""
        words = self._words
        if words.dep[i] != "attr" or words.lemma[words.head[i]] not in ("be", "become", "remain"):
            return None
        verb = words.head[i]
        subject = self._subject_of.get(verb)
        if subject is None or any(words.dep[j] == "neg" for j in range(subject, i) if words.head[j] == verb):
            return None
        if words.tag[subject] == "WP" and words.dep[verb] == "relcl":
            subject = words.head[verb]
        for mention in self._notes.at_root.get(subject, ()):
            if description.fits(mention.entity.kind):
                return mention.entity, f"{'was' if words.tag[verb] == 'VBD' else 'is'} {description.noun}"
        return None

    def _called(self, i: int, description: Description) -> tuple[Entity, str] | None:
        """The body whose name stands right before the noun for it: "the New Dawn party"."""
        news = description.noun == "agency" and self._words.lower[i - 1] == "news"
        if description.plural or not (news or (description.definite and description.noun in _CALLED_SO)):
            return None
        end = i - 1 if news else i
        name = self._notes.covering.get(end - 1)
        if name is None or name.form != "name" or name.entity.kind == "InternationalOrganization":
            return None
        fits = description.fits(name.entity.kind) or description.corrects(name.entity)
        return (name.entity, f"the {description.noun}") if fits else None
