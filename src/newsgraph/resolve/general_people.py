"""People in general: "citizens", "experts" and "women" are the same wherever an article speaks of them so."""

from __future__ import annotations

from newsgraph.records import Entity, Record


def people_in_general(record: Record) -> dict[str, str]:
    """The word for people in general that an article uses several times, by the entities that it stands for.

    Only a bare plural is one, and only where those people take part in no event: the gunmen of two attacks are two.
    """
    words: dict[str, list[str]] = {}
    for entity in record.entities:
        if _is_bare(entity):
            words.setdefault(entity.name.casefold(), []).append(entity.id)
    several = {word: ids for word, ids in words.items() if len(ids) > 1}
    if not several:
        return {}
    ids = {entity for found in several.values() for entity in found}
    of = {mention.id: mention.entity for mention in record.mentions if mention.entity in ids}
    named = {mention.entity for mention in record.mentions if mention.form == "name" and mention.entity in ids}
    taking_part = {of[m] for event in record.events for m in (*event.agents, *event.targets) if m in of}
    return {entity: word for word, found in several.items() for entity in found if entity not in taking_part | named}


def _is_bare(entity: Entity) -> bool:
    return entity.kind == "Group" and not entity.links and entity.name.isalpha() and entity.name.endswith(("s", "en"))
