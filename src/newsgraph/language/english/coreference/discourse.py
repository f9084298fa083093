"""What an article has spoken of so far: one referent an entity, with what is needed to find it again."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsgraph.language.annotations import Entity, Mention

BODIES = frozenset("Organization Agency Party ArmedGroup InternationalOrganization".split())


@dataclass(slots=True, eq=False)
class Referent:
    """An entity as the reader remembers it."""

    entity: Entity
    plural: bool = False
    gender: str = ""
    """m, f, or empty where nothing says."""
    heads: set[str] = field(default_factory=set)
    """Nouns that have described it, lower case."""
    modifiers: set[str] = field(default_factory=set)
    """Words that stood before these nouns, lower case."""
    at: int = -1
    """The head word of its last mention."""
    sentence: int = -1
    """The number of the sentence of its last mention."""
    subject: bool = False
    """Whether its last mention was a subject."""
    count: int = 0
    former: bool = False
    """Whether it is said to have left an office, or to be in opposition."""
    heading: bool = False
    """Whether only headings have spoken of it."""
    within: dict[int, Entity] = field(default_factory=dict)
    """By id, the entities to which its descriptions tie it: the party of "its chairman", of "the party's chairman"."""

    @property
    def kind(self) -> str:
        """The kind of its entity."""
        return self.entity.kind


class Discourse:
    """The referents of an article in the order of their last mention."""

    def __init__(self) -> None:
        self._of: dict[int, Referent] = {}
        self.recent: list[Referent] = []
        """The latest at the end."""

    def referent(self, entity: Entity) -> Referent:
        """The referent of an entity, made at its first mention."""
        found = self._of.get(id(entity))
        if found is None:
            found = self._of[id(entity)] = Referent(entity, plural=entity.kind == "Group")
            self.recent.append(found)
        return found

    def known(self, entity: Entity) -> Referent | None:
        """The referent of an entity, if it has been spoken of."""
        return self._of.get(id(entity))

    def see(self, mention: Mention, sentence: int, subject: bool) -> Referent:
        """Note that an entity is mentioned here."""
        referent = self.referent(mention.entity)
        if self.recent[-1] is not referent:
            self.recent.remove(referent)
            self.recent.append(referent)
        referent.subject = subject or (referent.sentence == sentence and referent.subject)
        referent.at, referent.sentence = mention.root, sentence
        referent.count += 1
        return referent
