"""The names of one article and the descriptions that have none, with what the article says of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.english.coreference.descriptions.description import Description
from newsgraph.language.english.coreference.discourse import Discourse, Referent
from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.english.names.datelines import silent_sentences
from newsgraph.language.words import Words

SMALL_WORDS = frozenset("the a an of in for to 's and his her its their this that by on at from with".split())
_TITLES = {
    "sen.": ("senator", "lawmaker"), "rep.": ("congressman", "congresswoman", "representative", "lawmaker"),
    "gov.": ("governor",), "gen.": ("general",), "lt.": ("lieutenant",), "col.": ("colonel",), "dr.": ("doctor",),
    "prof.": ("professor",), "pres.": ("president",), "mp": ("lawmaker", "politician"),
}  # fmt: skip
"""The nouns that a title before a name stands for."""
_PARTS = frozenset("dobj nsubj nsubjpass".split())
_SAYS_LITTLE = word_class("verb of saying") | {"be", "have", "do", "make", "take", "get"}


@dataclass(slots=True)
class Unnamed:
    """An entity that only descriptions and pronouns stand for, with its first description."""

    entity: Entity
    description: Description
    referent: Referent
    sentence: int
    described: list[tuple[Mention, Description]]
    words: frozenset[str]
    """The words of its descriptions, lower case, without small ones."""


@dataclass(slots=True)
class Named:
    """An entity with a name."""

    entity: Entity
    referent: Referent
    names: list[Mention]
    sentences: list[int]
    """The numbers of the sentences that name it."""
    words: set[str] = field(default_factory=set)
    """The words of its name."""
    said: set[str] = field(default_factory=set)
    """The words of its descriptions, and those right before its name."""


class Described:
    """What one article names and describes."""

    def __init__(
        self, notes: Annotations, words: Words, discourse: Discourse, descriptions: dict[int, Description]
    ) -> None:
        self.notes, self.words = notes, words
        self.descriptions = descriptions.values()
        number = words.number
        self.headings = {number[i] for i in notes.headings}
        self._heading_starts = {words.sentence[i] for i in notes.headings}
        unspoken = self.headings | {words.number[i] for i in silent_sentences(words, notes.headings)}
        self.lead = next((n for n in number if n not in unspoken), 0)
        """The number of the first sentence of running text."""
        self.named = [self._named(e, discourse.referent(e)) for e in list(notes.entities) if e.named]
        self.unnamed = list(self._find_unnamed(discourse, descriptions))
        self.clauses: dict[int, set[int]] = defaultdict(set)
        """By the id of an entity, the words on which it hangs in its clauses."""
        self.parts: dict[int, set[tuple[str, bool]]] = defaultdict(set)
        """By the id of an entity, the verbs in which it has a part, and whether they are done to it."""
        for mention in notes.mentions:
            self.clauses[id(mention.entity)].add(self._clause(mention.root))
            part = self._part(mention.root)
            if part is not None:
                self.parts[id(mention.entity)].add(part)

    def is_at_start(self, sentence: int) -> bool:
        """Whether a sentence is a heading or the lead, which speak of who is named below."""
        return sentence in self.headings or sentence <= self.lead

    def is_accused(self, named: Named) -> bool:
        """Whether somebody is said to be charged, arrested, sentenced."""
        accuse = word_class("what is done to a culprit")
        return any(done and verb in accuse for verb, done in self.parts[id(named.entity)])

    def _named(self, entity: Entity, referent: Referent) -> Named:
        words, number = self.words, self.words.number
        names = sorted((m for m in entity.mentions if m.form == "name"), key=lambda m: m.start)
        found = Named(entity, referent, names, sorted({number[m.root] for m in names}))
        for m in entity.mentions:
            if m.form == "name":
                found.words.update(words.lower[m.start : m.end])
                before = range(max(words.sentence[m.start], m.start - 4), m.start)
                found.said.update(words.lower[j] for j in before if m.start <= words.head[j] < m.end)
            elif m.form == "nominal":
                found.said.update(words.lower[m.start : m.end])
        found.said -= SMALL_WORDS
        found.said |= {noun for title in found.said for noun in _TITLES.get(title, ())}
        found.words -= SMALL_WORDS
        return found

    def _find_unnamed(self, discourse: Discourse, descriptions: dict[int, Description]) -> Iterator[Unnamed]:
        for entity in self.notes.entities:
            described = [(m, descriptions[m.root]) for m in entity.mentions if m.root in descriptions]
            if described and not entity.named:
                first = described[0][1]
                told = {w for m, _ in described for w in self.words.lower[m.start : m.end]} - SMALL_WORDS
                yield Unnamed(
                    entity, first, discourse.referent(entity), self.words.number[first.root], described, frozenset(told)
                )

    def _clause(self, i: int) -> int:
        """The word on which a noun phrase hangs in its clause, over prepositions and lists."""
        words = self.words
        while words.dep[i] == "conj" and words.head[i] < i:
            i = words.head[i]
        head = words.head[i]
        return words.head[head] if words.dep[i] == "pobj" else head

    def _part(self, i: int) -> tuple[str, bool] | None:
        """The verb of a noun phrase, and whether it is done to it."""
        words = self.words
        verb, dep = words.head[i], words.dep[i]
        if words.pos[verb] != "VERB" or words.lemma[verb] in _SAYS_LITTLE or dep not in _PARTS:
            return None
        bare = dep == "nsubj" and words.tag[verb] == "VBN" and words.sentence[i] in self._heading_starts
        return words.lemma[verb], dep in ("dobj", "nsubjpass") or bare
