"""Definite descriptions: "the former minister", "the agency", "the two countries", and what they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.coreference.discourse import BODIES, Referent
from newsgraph.language.coreference.governments import government_start
from newsgraph.language.coreference.nominals import (
    NOBODY,
    PEOPLE,
    ActorNoun,
    end_of_office,
    sector_words,
    without_article,
)
from newsgraph.language.lexicon_files import read_lexicon, word_class
from newsgraph.language.names.known_names import demonym_country
from newsgraph.language.names.runs import MONTHS
from newsgraph.language.words import Words

_INSIDE = frozenset("det amod nummod compound poss nmod advmod quantmod predet case punct npadvmod nounmod".split())
_DEFINITE = frozenset("the this that these those both its their his her our my".split())
_ARMED = word_class("armed")
_EACH_ONE = (word_class("any office") | word_class("office")) - {"official", "politician"}
"""Offices of which each country has one holder."""
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_ADJECTIVES = frozenset(["NN", "NNP", "JJ"])
_LOOSE = frozenset("former new current late then own whole entire same other so-called self-proclaimed".split())


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
        if self.kind != "Person" or self.sector in (None, "BUS", "CVL", "REB"):
            return False
        return entity.kind in ("Place", "Organization", "Other") and len(entity.name.split()) < 5

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
            if kind == "Party":
                entity.sector = "PTY"
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


def _ends_phrase(words: Words, i: int, plural: bool) -> bool:
    """Whether a word before a noun is outside of its phrase."""
    lower = words.lower[i]
    if words.dep[i] not in _INSIDE or (words.dep[i] == "punct" and lower not in ("-", "–", '"', "“", "”", "'")):
        return True
    return (plural and lower == "that") or _is_date(words, i)


def _country_of(near: Mention) -> str | None:
    """The country that a name in a description gives it: those of companies and alliances say nothing."""
    return None if near.entity.kind in ("Organization", "InternationalOrganization") else near.entity.country


def _of_news(words: Words, root: int) -> ActorNoun | None:
    """What a news agency is: no agency of a state."""
    news = root > 0 and words.lower[root] in ("agency", "agencies") and words.lower[root - 1] == "news"
    return ActorNoun("Organization", "MED") if news else None


def describe(notes: Annotations, words: Words, root: int, noun: ActorNoun) -> Description:
    """The noun phrase around a head noun."""
    tag = words.tag[root]
    plural = tag in ("NNS", "NNPS") or words.lower[root] in PEOPLE
    noun = _of_news(words, root) or noun
    kind = "Group" if plural and noun.kind in ("Person", "Country") else noun.kind
    start, end = root, end_of_office(words.lower, root)
    first = words.sentence[root]
    definite = two = empty = False
    modifiers: set[str] = set()
    country, sector = None, noun.sector
    within: Entity | None = None
    inner: Mention | None = None
    i = root - 1
    while i >= first and start - 1 <= i:
        if words.tag[i] == "POS" and i > first and words.head[i] < i and start <= words.head[words.head[i]] <= root:
            start, i = i, i - 1
            continue
        if not start <= words.head[i] < end or _ends_phrase(words, i, plural):
            break
        lower = words.lower[i]
        start = i
        near = notes.covering.get(i)
        if lower in NOBODY:
            empty = True
        elif lower in _DEFINITE or lower in ("two", "three"):
            definite = definite or lower in _DEFINITE
            two = two or lower in ("two", "both")
        elif near is None and words.tag[i] not in ("POS", "DT", "CD") and lower not in _LOOSE:
            modifiers.add(lower)
        sector = sector_words().get(lower, sector)
        if near is not None:
            if not words.prefixed(near.end - 1):
                country = country or _country_of(near)
            if words.dep[i] == "poss":
                definite = True
            within = within or near.entity
            start = min(start, near.start)
            i = near.start
        elif country is None and words.capital[i] and not words.prefixed(i):
            country = demonym_country(words.text[i])
        i -= 1
    while start < root and words.text[start] in ('"', "“", "”", "'", "-", "–"):
        start += 1
    if start == root and (tag in ("NNP", "NNPS") or words.lower[root] in word_class("definite by itself")):
        definite = True
    told = words.dep[root] == "dobj" and words.lemma[words.head[root]] in _WHOM_OF_WHAT
    if end < words.size - 1 and words.lower[end] == "of" and words.head[end] == root and not told:
        end, near = _of_phrase(notes, words, end)
        if near is not None:
            country = country or _country_of(near)
            inner = near
            within = within or near.entity
    return Description(
        start,
        end,
        root,
        words.lemma[root].lower(),
        kind,
        plural,
        definite,
        two,
        noun.gender,
        country,
        sector,
        within,
        inner,
        _is_restricted(words, root),
        empty,
        frozenset(modifiers),
    )


_WHOM_OF_WHAT = frozenset(
    "accuse warn inform notify remind convince persuade assure suspect convict acquit clear rob strip deprive".split()
)
"""Verbs whose "of" is no part of their object: "warned the authorities of attacks"."""


def mention_of(notes: Annotations, words: Words, description: Description, entity: Entity, reason: str) -> Mention:
    """The mention of an entity by a description; a name where it names a government."""
    found = description.mention(entity, reason)
    start = government_start(notes, words, description.start, description.root)
    if start is not None:
        found.start, found.form = start, "name"
    return found


def split_nationalities(words: Words, description: Description) -> list[Entity]:
    """The officials of each country for "Hungarian and Romanian officials", empty where one country is named."""
    for i in range(description.root - 1, max(words.sentence[description.root], description.root - 6), -1):
        if words.lower[i] != "and" or not words.capital[i - 1] or not words.capital[i + 1]:
            continue
        codes = [demonym_country(words.text[j]) for j in (i - 1, i + 1)]
        between = words.tag[i + 2 : description.root]
        if None in codes or codes[0] == codes[1] or i + 1 >= description.root or not _ADJECTIVES.issuperset(between):
            return []
        description.start = min(description.start, i - 1)
        rest = words.span(i + 2, description.root + 1)
        found = []
        for j, code in zip((i - 1, i + 1), codes, strict=True):
            entity = Entity(f"{words.text[j]} {rest}", description.kind, country=code, sector=description.sector)
            entity.aliases[entity.name] += 1
            found.append(entity)
        return found
    return []


def split_owners(notes: Annotations, words: Words, description: Description) -> list[Entity]:
    """The holder of the office in each country for "the presidents of Chile and Peru", empty where one is named."""
    first = description.named
    after = description.root + 1
    if first is None and after < words.size and words.lower[after] == "from" and words.head[after] == description.root:
        from_whom = (i for i in range(after + 1, min(after + 6, words.size)) if words.head[i] == after)
        first = next((m for i in from_whom for m in notes.at_root.get(i, ()) if m.form == "name"), None)
    if first is None or not description.plural or first.root >= words.size or words.dep[first.root] != "pobj":
        return []
    owners, last = [first], first.root
    for i in range(first.end, min(first.end + 12, words.size)):
        found = notes.at_root.get(i)
        if words.dep[i] == "conj" and words.head[i] == last and found and found[0].entity.kind == first.entity.kind:
            owners.append(found[0])
            last = i
    if len(owners) < 2 or first.entity.kind != "Country" or description.kind not in ("Person", "Group"):
        return []
    description.end = owners[-1].end
    office = description.noun in _EACH_ONE
    before = words.span(description.start, description.root + 1)
    title = without_article(before.removesuffix(words.text[description.root]) + description.noun if office else before)
    found_entities = []
    for owner in owners:
        entity = Entity(
            f"{title} of {owner.entity.name}", "Person" if office else description.kind,
            country=owner.entity.country, sector=description.sector,
        )  # fmt: skip
        entity.aliases[entity.name] += 1
        found_entities.append(entity)
    return found_entities


def _is_date(words: Words, i: int) -> bool:
    """Whether a word before a noun is a month or day or follows one: "May 5 gunmen", "Friday worshippers"."""
    before = words.text[i - 1] if i else ""
    return (
        words.text[i] in _DAYS
        or (words.text[i] in MONTHS and words.capital[i])
        or (words.text[i].isdigit() and before in MONTHS)
    )


def _is_restricted(words: Words, root: int) -> bool:
    for j in range(root + 1, min(root + 12, words.size)):
        if words.sentence[j] != words.sentence[root]:
            return False
        if words.head[j] == root and words.dep[j] in ("relcl", "acl"):
            return words.text[root + 1] != ","
    return False


def _of_phrase(notes: Annotations, words: Words, i: int) -> tuple[int, Mention | None]:
    """The end of the phrase that "of" at `i` begins, if its noun is near, and the name that it holds."""
    for j in range(i + 1, min(i + 9, words.size)):
        if words.head[j] == i and words.dep[j] == "pobj":
            name = notes.covering.get(j)
            return (name.end, name) if name is not None else (j + 1, None)
        if words.sentence[j] != words.sentence[i]:
            break
    return i, None
