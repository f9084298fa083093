"""Definite descriptions: "the former minister", "the agency", "the two countries", and what they stand for."""

from __future__ import annotations

from dataclasses import dataclass

from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.discourse import BODIES, Discourse, Referent
from newsgraph.language.known_names import demonym_country
from newsgraph.language.nominals import PEOPLE, ActorNoun, sector_words
from newsgraph.language.words import Words

_INSIDE = frozenset("det amod nummod compound poss nmod advmod quantmod predet case punct npadvmod nounmod".split())
_DEFINITE = frozenset("the this that these those both its their his her our my".split())
# Nouns that may stand for any body or state of a kind, whatever it was called before.
_GENERIC: dict[str, frozenset[str]] = {
    **dict.fromkeys("country nation state republic kingdom".split(), frozenset(["Country"])),
    **dict.fromkeys("city town village capital province region island area district".split(), frozenset(["Place"])),
    **dict.fromkeys(
        "company firm corporation manufacturer maker carmaker automaker airline retailer bank giant newspaper channel "
        "broadcaster magazine publisher conglomerate operator".split(),
        frozenset(["Organization"]),
    ),
    **dict.fromkeys("university school college institute foundation charity club".split(), frozenset(["Organization"])),
    **dict.fromkeys("organisation organization body bloc alliance".split(), BODIES - {"Agency", "Party"}),
    **dict.fromkeys("group".split(), frozenset(["ArmedGroup", "Organization", "Party"])),
    **dict.fromkeys("party".split(), frozenset(["Party"])),
    **dict.fromkeys("militia outfit".split(), frozenset(["ArmedGroup"])),
    **dict.fromkeys(
        "agency ministry department court parliament army commission committee council bureau police authority".split(),
        frozenset(["Agency"]),
    ),
    **dict.fromkeys("movement union federation association network".split(), BODIES),
}
_COMPANIES = frozenset(
    "company firm corporation manufacturer maker carmaker automaker airline retailer giant conglomerate".split()
)
_OF_ITSELF = frozenset("city town village province district region island port county state municipality capital".split())
_ARMED = frozenset(
    "militia armed rebel militant insurgent guerrilla terrorist jihadist separatist paramilitary extremist islamist".split()
)
_LOOSE = frozenset("former new current late then own whole entire same other so-called self-proclaimed".split())
_PERSONS = {"man": "m", "woman": "f", "boy": "m", "girl": "f"}
_PAIRS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        "country nation state neighbour neighbor power government side rival ally".split(), frozenset(["Country"])
    ),
    **dict.fromkeys("man woman leader president minister brother".split(), frozenset(["Person"])),
    **dict.fromkeys("company firm".split(), frozenset(["Organization"])),
    **dict.fromkeys("party".split(), frozenset(["Party"])),
}


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
    owner: Entity | None
    named: Mention | None
    """The name in the "of" phrase after the noun: "the town of X"."""
    modifiers: frozenset[str]
    """Words before the noun that tell it from others of its sort, lower case."""

    def fits(self, kind: str) -> bool:
        """Whether an entity of this kind may be so described."""
        if self.plural:
            return kind == "Group" if self.kind in ("Group", "Person") else kind not in ("Person", "Country")
        if self.kind == "Person":
            return kind == "Person"
        if self.kind == "Place":
            return kind in ("Place", "Country") or (kind in BODIES and self.noun not in _GENERIC)
        if self.kind == "Country":
            return kind in ("Country", "Place")
        return kind in BODIES or kind == "Group"

    def corrects(self, entity: Entity) -> bool:
        """Whether the noun says surely that an entity, about which only the model spoke, is of another kind."""
        unsure = entity.named and not entity.links and entity.country is None and entity.sector is None
        if not unsure or self.plural or self.start == self.root:
            return False
        if entity.kind in ("Person", "Organization", "Other") and self.noun in _OF_ITSELF:
            return True
        return entity.kind in ("Place", "Organization", "Other") and self.kind == "Person" and len(entity.name.split()) < 4

    def inform(self, entity: Entity) -> None:
        """Let an entity's kind and sector be what the noun says, where that is more exact."""
        kind = entity.kind
        if self.corrects(entity):
            kind = self.kind
        elif entity.kind in BODIES and not entity.links and not self.plural:
            if self.noun in _ARMED or (self.modifiers & _ARMED and self.noun in _GENERIC):
                kind, entity.sector = "ArmedGroup", "REB"
            elif self.noun == "party":
                kind, entity.sector = "Party", "PTY"
            elif entity.sector is None and self.kind in BODIES:
                kind, entity.sector = self.kind, self.sector
        if kind != entity.kind:
            entity.kind = kind
            for mention in entity.mentions:
                mention.kind = kind

    def mention(self, entity: Entity, reason: str) -> Mention:
        """A mention of an entity by this description."""
        return Mention(self.start, self.end, self.root, "nominal", entity.kind, entity, reason)

    def entity(self, words: Words) -> Entity:
        """An entity that is known by this description only."""
        name = words.span(self.start, self.end)
        entity = Entity(
            name=name, kind="Place" if self.kind == "Country" else self.kind, country=self.country, sector=self.sector
        )
        entity.aliases[name] += 1
        return entity


def describe(notes: Annotations, words: Words, root: int, noun: ActorNoun) -> Description:
    """The noun phrase around a head noun."""
    tag = words.tag[root]
    plural = tag in ("NNS", "NNPS") or words.lower[root] in PEOPLE
    kind = "Group" if plural and noun.kind in ("Person", "Country") else noun.kind
    start = root
    first = words.sentence[root]
    definite = two = False
    modifiers: set[str] = set()
    country, sector = None, noun.sector
    owner: Entity | None = None
    inner: Mention | None = None
    i = root - 1
    while i >= first and start - 1 <= i and start <= words.head[i] <= root and words.dep[i] in _INSIDE:
        lower = words.lower[i]
        if words.dep[i] == "punct" and lower not in ("-", "–", '"', "“", "”", "'"):
            break
        start = i
        if lower in _DEFINITE:
            definite = True
            two = two or lower == "both"
        elif lower in ("two", "three"):
            two = two or lower == "two"
        elif words.tag[i] not in ("POS", "DT", "CD") and words.dep[i] != "poss" and lower not in _LOOSE:
            modifiers.add(lower)
        sector = sector_words().get(lower, sector)
        near = notes.covering.get(i)
        if near is not None:
            country = country or near.entity.country
            if words.dep[i] == "poss":
                owner, definite = near.entity, True
            else:
                modifiers.update(words.lower[near.start : near.end])
            start = min(start, near.start)
            i = near.start
        elif country is None and words.capital[i]:
            country = demonym_country(words.text[i])
        i -= 1
    while start < root and words.text[start] in ('"', "“", "”", "'", "-", "–"):
        start += 1
    if start == root and tag in ("NNP", "NNPS"):
        definite = True
    end = root + 1
    if end < words.size - 1 and words.lower[end] == "of" and words.head[end] == root:
        end, near = _of_phrase(notes, words, end)
        if near is not None:
            country = country or near.entity.country
            inner = near
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
        owner,
        inner,
        frozenset(modifiers),
    )


def _of_phrase(notes: Annotations, words: Words, i: int) -> tuple[int, Mention | None]:
    """The end of the phrase that "of" at `i` begins, if its noun is near, and the name that it holds."""
    for j in range(i + 1, min(i + 9, words.size)):
        if words.head[j] == i and words.dep[j] == "pobj":
            name = notes.covering.get(j)
            return (name.end, name) if name is not None else (j + 1, None)
        if words.sentence[j] != words.sentence[i]:
            break
    return i, None


def find_both(discourse: Discourse, description: Description, sentence: int) -> list[Referent]:
    """For "both countries" and "the two leaders": the two of that kind that were spoken of last."""
    if not (description.two and description.plural):
        return []
    kinds = _PAIRS.get(description.noun)
    if kinds is None:
        return []
    fitting = [r for r in reversed(discourse.recent) if r.kind in kinds and not r.plural and r.entity.named]
    near = [r for r in fitting if r.sentence >= sentence - 4]
    if "Person" in kinds:
        return near[1::-1] if len(near) > 1 and near[0].sentence == near[1].sentence else []
    if len(near) < 2:
        near = [r for r in sorted(fitting, key=lambda r: -r.count) if r.count > 1]
    return near[1::-1] if len(near) > 1 else []


def find_described(discourse: Discourse, description: Description, sentence: int) -> tuple[Referent, str] | None:
    """What a definite noun phrase stands for, with the reason, or None if it is new."""
    if not description.definite:
        return None
    noun = description.noun
    if description.named is not None and noun in _OF_ITSELF and description.named.kind in ("Place", "Country"):
        if not description.plural:
            return discourse.referent(description.named.entity), f"the {noun} of that name"
    generic = _GENERIC.get(noun, frozenset()) if not description.plural and not description.named else frozenset()
    gender = _PERSONS.get(noun)
    best: tuple[float, Referent] | None = None
    for steps, referent in enumerate(reversed(discourse.recent)):
        if referent.plural != description.plural or not description.fits(referent.kind):
            continue
        if description.owner is not None and referent.owner is not description.owner:
            continue
        if noun in referent.heads:
            if not _conflict(description, referent):
                return referent, "same description"
            continue
        if description.owner is not None or description.modifiers or not referent.entity.named:
            continue
        distance = sentence - referent.sentence
        if gender and referent.kind == "Person" and referent.gender in ("", gender) and distance <= 2:
            return referent, f"the {noun}"
        if referent.kind in generic and distance <= 3 and not (
            noun in _COMPANIES and referent.entity.sector not in (None, "BUS", "MED")
        ):
            score = 2.0 * referent.subject + min(referent.count, 4) - 1.5 * distance - 0.2 * steps
            if best is None or score > best[0]:
                best = score, referent
    return (best[1], f"the {noun}") if best is not None else None


def _conflict(description: Description, referent: Referent) -> bool:
    if not description.modifiers <= referent.modifiers:
        return True
    mine, other = description.country, referent.entity.country
    return mine is not None and other is not None and mine != other
