"""What a record says of entities and mentions in English words: labels, aliases, sectors, forms."""

from __future__ import annotations

from newsgraph.language.annotations import Annotations, Entity, Mention
from newsgraph.language.english.names.titles import offices
from newsgraph.language.english.sectors import sector_of
from newsgraph.language.words import Words

__all__ = ["aliases_of", "form_of", "label_of", "sector_of"]

_DESCRIBED = frozenset("government administration regime authorities forces troops".split())
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


def form_of(words: Words, mention: Mention) -> str:
    """The form of a mention: "the Danish government" describes a body by its country, and does not name it.

    The layers take it for a name all the same, since there is one such body.
    """
    described = mention.form == "name" and mention.kind == "Agency" and mention.end - mention.start > 1
    return "nominal" if described and words.text[mention.end - 1] in _DESCRIBED else mention.form
