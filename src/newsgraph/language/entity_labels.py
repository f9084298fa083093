"""What an entity is called in a record: with the owner that a pronoun stands for, and by no title of a person."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Entity
from newsgraph.language.names.titles import offices
from newsgraph.language.words import Words

_OWNERS = frozenset("my your his her its our their whose".split())


def label_of(notes: Annotations, words: Words, entity: Entity) -> str:
    """The name of an entity; one that is described by its owner has the owner's name: "Kenya's police", not "its"."""
    if entity.name.split(" ", 1)[0].lower() not in _OWNERS or entity.named:
        return entity.name
    for mention in entity.mentions:
        if mention.form == "nominal" and words.span(mention.start, mention.end) == entity.name:
            owner = notes.covering.get(mention.start)
            if owner is None or owner.entity is entity or not owner.entity.named:
                return entity.name
            name, what = owner.entity.name, entity.name.split(" ", 1)[1]
            return f"{name}' {what}" if name.endswith("s") else f"{name}'s {what}"
    return entity.name


def aliases_of(entity: Entity, label: str) -> tuple[str, ...]:
    """What else an entity is called, the commonest first; "his police" is no name, nor a person's title an office's."""
    others = [
        alias
        for alias in entity.aliases
        if alias != label
        and alias.split(" ", 1)[0].lower() not in _OWNERS
        and not (entity.kind == "Agency" and " " in alias and alias.split()[-1].lower() in offices())
    ]
    return tuple(sorted(others, key=lambda alias: (-entity.aliases[alias], alias)))
