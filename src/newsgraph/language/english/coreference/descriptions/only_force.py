"""The only army and the only armed group that an article names: "the extremists", "troops", "army personnel"."""

from __future__ import annotations

from newsgraph.language.annotations import Entity
from newsgraph.language.english.coreference.descriptions.described import Described
from newsgraph.language.english.coreference.descriptions.description import Description
from newsgraph.language.english.lexicon_files import word_class

_FIGHTERS = word_class("one who is armed")
_SOLDIERS = frozenset("troops troop soldier soldiers personnel".split())
_OF_FIGHTERS = word_class("armed") | frozenset("islamic muslim sunni shiite shia jihadi radical hardline".split())
_OF_SOLDIERS = frozenset("army military government security armed".split())


def find_only_force(seen: Described, description: Description) -> Entity | None:
    """The army or the armed group that a plural noun phrase speaks of, if there is no other."""
    noun, modifiers, words = description.noun, description.modifiers, seen.words
    if not description.plural or description.restricted or "CD" in words.tag[description.start : description.root]:
        return None
    if noun in _FIGHTERS and description.definite and modifiers <= _OF_FIGHTERS:
        forces = [n for n in seen.named if n.entity.kind == "ArmedGroup"]
    elif noun in _SOLDIERS and modifiers <= _OF_SOLDIERS and (description.definite or "army" in modifiers):
        forces = [n for n in seen.named if n.entity.kind == "Agency" and n.entity.sector == "MIL"]
        armies = {d.country for d in seen.descriptions if d.sector == "MIL"} - {None}
        forces = forces if armies <= {n.entity.country for n in forces} else []
    else:
        return None
    if len(forces) != 1 or forces[0].names[0].start > description.start:
        return None
    force = forces[0].entity
    fits = description.within in (None, force) and description.country in (None, force.country)
    return force if fits else None
