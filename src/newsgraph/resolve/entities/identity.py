"""Which entities of an article may be met in another one, and which it alone speaks of."""

from __future__ import annotations

from collections import defaultdict

from newsgraph.records import Entity, Record
from newsgraph.resolve.entities.article_entities import ArticleEntity, read_entities
from newsgraph.resolve.entities.fusion import alone_entity, merge_members
from newsgraph.resolve.entities.resolution import ResolvedEntity


def own_entities(record: Record) -> tuple[list[ArticleEntity], list[ResolvedEntity]]:
    """The entities of an article that may be met in another one, and those that may not."""
    known: list[ArticleEntity] = []
    resolved: list[ResolvedEntity] = []
    alike = _people_in_general(record)
    general: dict[str, list[ArticleEntity]] = defaultdict(list)
    for local in read_entities(record):
        if _has_identity(local):
            known.append(local)
        elif word := alike.get(local.entity.id):
            general[word].append(local)
        else:
            resolved.append(alone_entity(local))
    resolved.extend(merge_members(group) for group in general.values())
    return known, resolved


def _has_identity(local: ArticleEntity) -> bool:
    """Whether it may be met in another article: a nominal is alone."""
    entity = local.entity
    return bool(local.names or entity.links) or (entity.kind == "Country" and bool(entity.country))


def _people_in_general(record: Record) -> dict[str, str]:
    """The word for people in general that an article uses several times, by the entities that it stands for.

    "Citizens", "experts" and "women" are the same wherever an article speaks of them so. Only a bare plural is one, and
    only where those people take part in no event: the gunmen of two attacks are two.
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
