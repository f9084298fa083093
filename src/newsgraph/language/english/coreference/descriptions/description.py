"""A noun phrase for an actor or a place, and what it says of whom it means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.english.coreference.discourse import BODIES, Referent
from newsgraph.language.english.coreference.governments import government_start
from newsgraph.language.english.coreference.nominals import without_article
from newsgraph.language.english.lexicon_files import read_lexicon, word_class
from newsgraph.language.words import Words

_ARMED = word_class("armed")
RANKS = frozenset("vice deputy assistant associate shadow acting junior".split())
"""Words that make an office another one: the deputy minister is not the minister."""


class GenericNoun(NamedTuple):
    """A noun that takes up what was named before: see `lexicons/generic_nouns.csv`."""

    kinds: frozenset[str] = frozenset()
    two: frozenset[str] = frozenset()
    of_itself: bool = False
    business: bool = False


@cache
def generic_nouns() -> dict[str, GenericNoun]:
    """The generic nouns by lemma."""
    return {
        row["noun"]: GenericNoun(
            frozenset(filter(None, row["kinds"].split("|"))),
            frozenset(filter(None, row["two"].split("|"))),
            row["of_itself"] == "yes",
            row["business"] == "yes",
        )
        for row in read_lexicon("generic_nouns")
    }


_NOT_GENERIC = GenericNoun()


@dataclass(slots=True)
class Description:
    """A noun phrase headed by a noun for an actor or a place."""

    start: int
    end: int
    root: int
    noun: str
    """The head noun's lemma, lower case."""
    kind: str
    plural: bool
    definite: bool
    two: bool
    gender: str
    country: str | None
    sector: str | None
    within: Entity | None
    """To whom the noun phrase ties it: "the party's chairman", "the ISI chief", "the mayor of Porto"."""
    named: Mention | None
    """The name in the "of" phrase after the noun: "the town of X"."""
    restricted: bool
    """Whether a clause after the noun says which one: "the man who fired"."""
    empty: bool
    """Whether it stands for nobody: "no country", "any minister"."""
    modifiers: frozenset[str]
    """Words before the noun that tell it from others of its sort, lower case."""
    former: bool
    """Whether the office is said to be left, or sought: "the former minister", "the opposition leader"."""

    @property
    def generic(self) -> GenericNoun:
        """What the noun may take up."""
        return generic_nouns().get(self.noun, _NOT_GENERIC)

    def fits(self, kind: str) -> bool:
        """Whether an entity of this kind may be so described."""
        if self.plural:
            return kind == "Group" if self.kind in ("Group", "Person") else kind not in ("Person", "Country")
        if self.kind == "Person":
            return kind == "Person"
        if self.kind == "Place":
            return kind in ("Place", "Country") or (kind in BODIES and not self.generic.kinds)
        if self.kind == "Country":
            return kind in ("Country", "Place")
        return kind in BODIES or kind == "Group"

    def corrects(self, entity: Entity) -> bool:
        """Whether the noun says surely that an entity, about which only the model spoke, is of another kind."""
        unsure = entity.named and not entity.links and entity.country is None and entity.sector is None
        if not unsure or self.plural or self.start == self.root:
            return False
        if self.generic.of_itself:
            return entity.kind in ("Person", "Organization", "Other")
        if self.kind in BODIES and self.generic.kinds:
            return entity.kind in ("Place", "Person", "Other", "Event")
        # An owner, a supplier, a victim may be a body; a minister, a colonel, a judge is a person.
        person = self.kind == "Person" and self.sector not in (None, "BUS", "CVL", "REB")
        return person and entity.kind in ("Place", "Organization", "Other") and len(entity.name.split()) < 5

    def inform(self, entity: Entity) -> None:
        """Let an entity's kind and sector be what the noun says, where that is more exact."""
        kind = entity.kind
        if self.corrects(entity):
            kind = self.kind
        elif entity.kind in BODIES and not entity.links and not self.plural:
            if self.noun in _ARMED or (self.modifiers & _ARMED and self.generic.kinds):
                kind, entity.sector = "ArmedGroup", "REB"
            elif self.noun == "party":
                kind, entity.sector = "Party", "PTY"
            elif entity.sector is None and self.kind in BODIES:
                kind, entity.sector = self.kind, self.sector
            if entity.country is None:
                entity.country = self.country
        if kind != entity.kind:
            entity.kind = kind
            for mention in entity.mentions:
                mention.kind = kind

    def tie(self, referent: Referent) -> None:
        """Let a referent keep what this says of it."""
        referent.modifiers |= self.modifiers
        if self.within is not None:
            referent.within[id(self.within)] = self.within

    def mention(self, entity: Entity, reason: str) -> Mention:
        """A mention of an entity by this description."""
        return Mention(self.start, self.end, self.root, "nominal", entity.kind, entity, reason)

    def entity(self, words: Words) -> Entity:
        """An entity that is known by this description only."""
        name = without_article(words.span(self.start, self.end))
        entity = Entity(
            name=name, kind="Place" if self.kind == "Country" else self.kind, country=self.country, sector=self.sector
        )
        entity.aliases[name] += 1
        return entity


def mention_of(notes: Annotations, words: Words, description: Description, entity: Entity, reason: str) -> Mention:
    """The mention of an entity by a description; a name where it names a government."""
    found = description.mention(entity, reason)
    start = government_start(notes, words, description.start, description.root)
    if start is not None:
        found.start, found.form = start, "name"
    return found
