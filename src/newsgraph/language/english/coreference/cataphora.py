"""Who is named only later: "An opposition leader urged … | Jane Doe, who leads the Unity Party, said …".

Wire reports say in the headline and in the first sentence what somebody is, and who it is in the next paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsgraph.language.annotations import Annotations, Entity
from newsgraph.language.english.coreference.descriptions.description import Description
from newsgraph.language.english.coreference.pronouns import SUBJECTS
from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.words import Words

_SPEAK = word_class("verb of saying") | word_class("act of a government") | {"describe", "reveal", "speak"}
_ANYBODY = frozenset("man woman boy girl child person teenager source user witness resident victim".split())
_LATEST = 2
"""How many paragraphs after the first one may name who was meant."""
_LONGEST = 4
"""In sentences; a longer paragraph at the head of a report is several."""


class NamesToCome:
    """The person who is introduced after the lead, if there is one and nobody is named before."""

    def __init__(self, notes: Annotations, words: Words, silent: set[int]) -> None:
        self._notes, self._words = notes, words
        paragraphs = list(_paragraphs(words, notes.headings, silent))
        self._lead = paragraphs[0] if paragraphs else (0, 0)
        self._headline = min(notes.headings, default=self._lead[0])
        self._person: Entity | None = None
        self._nouns: set[str] = set()
        self._speaks = False
        self._introduce(paragraphs[: _LATEST + 1])

    def _introduce(self, paragraphs: list[tuple[int, int]]) -> None:
        """Find the first person named after the headline; only the subject of a paragraph's first sentence counts."""
        words = self._words
        for start, end in paragraphs:
            for i in range(start, end):
                for mention in self._notes.at_root.get(i, ()):
                    if mention.form != "name" or mention.kind != "Person":
                        continue
                    opens = words.dep[i] in SUBJECTS and words.sentence[i] == words.sentence[start]
                    if opens and mention.end - mention.start > 1:
                        self._person = mention.entity
                        self._nouns = _said_of(words, mention.start, i, mention.end)
                        self._speaks = start > self._lead[0] and words.lemma[words.head[i]] in _SPEAK
                    return

    def find(self, i: int, description: Description) -> Entity | None:
        """Whom a noun phrase of the headline or of the first sentence stands for, if he or she is named next."""
        person = self._person
        words = self._words
        if person is None or description.kind != "Person" or description.plural or description.noun in _ANYBODY:
            return None
        indefinite = words.lower[description.start] in ("a", "an")
        headline = words.sentence[i] == self._headline and i < self._lead[0]
        lead = words.sentence[i] == words.sentence[self._lead[0]] and indefinite
        opens = words.dep[i] == "ROOT" and description.start == words.sentence[i]
        if not (lead or (headline and not description.definite)) or not (opens or words.dep[i] in SUBJECTS):
            return None
        if description.noun in self._nouns:
            return person
        speaks = words.lemma[words.head[i]] in _SPEAK
        return person if not self._nouns and speaks and self._speaks else None


def _paragraphs(words: Words, headings: set[int], silent: set[int]) -> Iterator[tuple[int, int]]:
    """The paragraphs of running text, first token and end, without headings, bylines and datelines."""
    start = 0
    ends = words.breaks if words.breaks[-1:] == [words.size - 1] else [*words.breaks, words.size - 1]
    for i in ends:
        first = start
        while first < i and (words.text[first].isspace() or words.sentence[first] in silent):
            first += 1
        if first < i and first not in headings and words.sentence[first] not in headings:
            yield from _parted(words, first, i + 1)
        start = i + 1


def _parted(words: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraph, or its sentences where the text has lost its paragraphs."""
    starts = [i for i in range(start, end) if i == start or words.sentence[i] == i]
    if len(starts) <= _LONGEST:
        starts = [start]
    yield from zip(starts, [*starts[1:], end], strict=True)


def _said_of(words: Words, start: int, root: int, end: int) -> set[str]:
    """The nouns that say what a person is, before the name or in apposition."""
    nouns: set[str] = set()
    for j in range(max(words.sentence[start], start - 4), start):
        if words.tag[j] in ("NN", "NNP") and start <= words.head[j] < end:
            nouns.add(words.lemma[j].lower())
    for j in range(end, min(end + 25, words.size)):
        if words.sentence[j] != words.sentence[start]:
            break
        if words.head[j] == root and words.dep[j] == "appos":
            nouns.add(words.lemma[j].lower())
    return nouns
