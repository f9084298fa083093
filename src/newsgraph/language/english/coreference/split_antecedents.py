"""Those whom "they" takes up together though they are named apart: "A and B", "A met B"."""

from __future__ import annotations

from collections.abc import Mapping

from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.english.coreference.discourse import BODIES, Referent
from newsgraph.language.english.coreference.pronouns import SUBJECTS
from newsgraph.language.words import Words

_SPEAKING_WITH = frozenset("meet talk speak negotiate confer".split())


class SplitAntecedents:
    """The last of an article that "and" or a meeting has joined."""

    def __init__(self, notes: Annotations, words: Words, subject_of: Mapping[int, int]) -> None:
        self._notes, self._words, self._subject_of = notes, words, subject_of
        self.joined: list[Mention] = []

    def join(self, mention: Mention) -> None:
        """Keep the names of a list together: "A and B"."""
        words = self._words
        if words.dep[mention.root] != "conj":
            return
        before = self._notes.at_root.get(words.head[mention.root], ())
        if before and before[0].form == "name" and _alike(before[0].kind, mention.kind):
            if not self.joined or self.joined[-1].root != before[0].root:
                self.joined = [before[0]]
            self.joined.append(mention)

    def join_met(self, mention: Mention) -> None:
        """Keep together who met whom: "A met B. They agreed ..."."""
        words, at = self._words, mention.root
        preposition = words.head[at] if words.dep[at] == "pobj" else at
        verb = words.head[preposition]
        met = words.lemma[verb] == "meet" and words.dep[at] == "dobj"
        spoke = words.dep[at] == "pobj" and words.lower[preposition] == "with" and words.lemma[verb] in _SPEAKING_WITH
        if mention.form == "pronoun" or not (met or spoke):
            return
        subjects = self._notes.at_root.get(self._subject_of.get(verb, -1), ())
        if len(subjects) == 1 and subjects[0].entity is not mention.entity and _alike(subjects[0].kind, mention.kind):
            self.joined = [subjects[0], mention]

    def of(self, i: int, other: Referent | None) -> list[Entity]:
        """Whom the plural pronoun at `i` takes up, if they are subjects in its sentence or the one before.

        Args:
            i: the pronoun.
            other: whom it takes up else; a group that stands behind those joined goes before them.
        """
        number = self._words.number
        if not self.joined or number[i] - number[self.joined[-1].root] > 1:
            return []
        if other is not None and other.plural and other.at > self.joined[-1].root:
            return []
        first = self.joined[0].root
        if self._words.dep[first] not in SUBJECTS or self._words.head[first] == self._words.head[i]:
            return []
        return list(dict.fromkeys(mention.entity for mention in self.joined))


def _alike(one: str, other: str) -> bool:
    """Whether "they" may take up names of these two kinds together."""
    return one == other or {one, other} <= BODIES | {"Country"}
