"""The only army and the only armed group that an article names: "the extremists", "troops", "army personnel"."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Entity
from newsgraph.language.english.coreference.descriptions.description import Description
from newsgraph.language.english.coreference.descriptions.links import may_be_armed
from newsgraph.language.english.lexicon_files import word_class
from newsgraph.language.words import Words

_FIGHTERS = word_class("one who is armed")
_SOLDIERS = frozenset("troops troop soldier soldiers personnel".split())
_OF_FIGHTERS = word_class("armed") | frozenset("islamic muslim sunni shiite shia jihadi radical hardline".split())
_OF_SOLDIERS = frozenset("army military government security armed".split())


class OnlyForces:
    """Whom soldiers and fighters without a name belong to, where an article names one such body alone."""

    def __init__(self, notes: Annotations, words: Words, descriptions: dict[int, Description]) -> None:
        self._words = words
        named = [entity for entity in notes.entities if entity.named]
        group = _only([e for e in named if may_be_armed(e)])
        self._group = group if group is not None and group.kind == "ArmedGroup" else None
        self._army = _only([e for e in named if e.kind == "Agency" and e.sector == "MIL"])
        if self._army is not None:
            country = self._army.country
            others = (d.country for d in descriptions.values() if d.sector == "MIL" and d.country is not None)
            if any(other != country for other in others):
                self._army = None

    def find(self, description: Description) -> Entity | None:
        """The army or the armed group that a plural noun phrase speaks of, if there is no other."""
        words = self._words
        inside = slice(description.start, description.root)
        if not description.plural or description.restricted or "CD" in words.tag[inside]:
            return None
        noun, modifiers = description.noun, description.modifiers
        if noun in _FIGHTERS and description.definite and modifiers <= _OF_FIGHTERS:
            found = self._group
        elif noun in _SOLDIERS and modifiers <= _OF_SOLDIERS and (description.definite or "army" in modifiers):
            found = self._army
        else:
            return None
        if found is None or description.within not in (None, found):
            return None
        if description.country is not None and description.country != found.country:
            return None
        return found if any(m.start < description.start for m in found.mentions) else None


def _only(entities: list[Entity]) -> Entity | None:
    return entities[0] if len(entities) == 1 else None
