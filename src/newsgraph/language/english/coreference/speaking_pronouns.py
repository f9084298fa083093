"""Whom a pronoun means that speaks: "he said", "they added".

Who goes on speaking is the one whom the paper told of last, as the subject of a main clause, and seldom one who only
occurs in what is said: "Lee said that Kim had to go. He added …" is Lee (on how speech keeps its topic: Fox, Discourse
Structure and Anaphora, 1987). Where that one is known by no mention ("a statement said … It added …"), the pronoun is
nobody, also where it wants or asks ("the resolution calls on them … It asks …").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from newsgraph.language.annotations import Annotations
from newsgraph.language.english.coreference.discourse import BODIES, Discourse, Referent
from newsgraph.language.english.coreference.pronouns import SUBJECTS, Pronoun, agrees, pronouns
from newsgraph.language.english.lexicon_files import read_lexicon
from newsgraph.language.words import Words

_FAR = 5
"""Sentences between a speaker and the pronoun, at most."""
_ON = frozenset(("conj", "parataxis"))
_SAYS = frozenset(("speech", "writing"))
_SINGULAR = frozenset(("NN", "NNP"))


@cache
def speech_verbs() -> frozenset[str]:
    """The verbs of saying and writing, by lemma."""
    return frozenset(
        row["lemma"] for row in read_lexicon("attribution_cues") if row["pos"] == "verb" and row["class"] in _SAYS
    )


@cache
def telling_verbs() -> frozenset[str]:
    """The verbs of saying, thinking, wanting and judging, by lemma."""
    return frozenset(row["lemma"] for row in read_lexicon("attribution_cues") if row["pos"] == "verb")


class Telling:
    """Of whom the main clauses of an article tell, outside of quotations."""

    def __init__(self, notes: Annotations, words: Words) -> None:
        self._notes, self._words = notes, words
        sources = [i for i in map(self._named_as_source, words.at("according")) if i is not None]
        told = {words.number[i] for i in sources}
        self._subjects = sorted(sources + [
            i for i, dep in enumerate(words.dep)
            if dep in SUBJECTS and not words.quoted[i] and words.number[i] not in told and self._is_main(i)
        ])  # fmt: skip

    def _is_main(self, subject: int) -> bool:
        words = self._words
        verb = words.head[subject]
        while words.dep[verb] in _ON and words.head[verb] != verb:
            verb = words.head[verb]
        return words.dep[verb] == "ROOT"

    def _named_as_source(self, according: int) -> int | None:
        """Whom "according to" names."""
        words = self._words
        near = range(according + 2, min(according + 12, words.size))
        return next((i for i in near if words.dep[i] == "pobj" and words.head[i] == according + 1), None)

    def _says(self, subject: int) -> bool:
        words = self._words
        return words.dep[subject] == "pobj" or words.lemma[words.head[subject]] in speech_verbs()

    def _tells(self, subject: int) -> bool:
        return self._words.lemma[self._words.head[subject]] in telling_verbs()

    def _referent(self, discourse: Discourse, subject: int) -> Referent | None:
        here = self._notes.at_root.get(subject)
        mention = here[0] if here else self._notes.covering.get(subject)
        return None if mention is None else discourse.known(mention.entity)

    def speaks(self, i: int) -> bool:
        """Whether a pronoun is the subject of a verb of saying in a main clause, outside of quotations."""
        words = self._words
        if words.dep[i] != "nsubj" or words.quoted[i] or words.lemma[words.head[i]] not in telling_verbs():
            return False
        return self._is_main(i)

    def before(self, i: int) -> Iterator[int]:
        """The subjects before a pronoun, the nearest first; of its own sentence only that of a clause it goes on."""
        words = self._words
        for subject in reversed(self._subjects[: bisect_left(self._subjects, i)]):
            apart = words.number[i] - words.number[subject]
            if apart > _FAR:
                return
            if apart or self._goes_on(words.head[i], words.head[subject]):
                yield subject

    def _goes_on(self, verb: int, before: int) -> bool:
        words = self._words
        while words.dep[verb] == "conj" and words.head[verb] < verb:
            verb = words.head[verb]
            if verb == before:
                return True
        return False

    def _is_joined(self, subject: int) -> bool:
        """Whether others speak together with it."""
        words = self._words
        return any(words.head[j] == subject and words.dep[j] == "conj" for j in range(subject, words.size)[:30])

    def goes_on_speaking(self, discourse: Discourse, i: int, pronoun: Pronoun) -> tuple[bool, Referent | None]:
        """Whether it can be told whom a pronoun that speaks means, and who it is, if an entity."""
        words = self._words
        for subject in self.before(i):
            says = self._says(subject)
            referent = self._referent(discourse, subject)
            if pronoun.plural and says and self._is_joined(subject):
                return True, None
            if referent is not None:
                if _fits(referent, pronoun, says):
                    return True, referent
            elif (says or (pronoun.gender == "n" and self._tells(subject))) and _may_be(words, subject, pronoun):
                return True, None
        return False, None


def _fits(referent: Referent, pronoun: Pronoun, says: bool) -> bool:
    if not agrees(referent, pronoun):
        return False
    return says or referent.kind in BODIES | {"Country", "Person", "Group"}


def _may_be(words: Words, subject: int, pronoun: Pronoun) -> bool:
    """Whether a subject that is no mention may be whom a pronoun means, by number and gender."""
    other = pronouns().get(words.lower[subject])
    if other is not None:
        return other == pronoun
    tag = words.tag[subject]
    if pronoun.plural:
        return tag in ("NNS", "NNPS")
    return tag in _SINGULAR if pronoun.gender == "n" else tag == "NNP"
