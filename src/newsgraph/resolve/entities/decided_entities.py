"""Entities as people want them: joined, parted, called and sorted otherwise than the machine has done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from newsgraph.records import ENTITY_KINDS, Record
from newsgraph.resolve.decisions import Decided, Decision, Item
from newsgraph.resolve.entities.article_entities import ArticleEntity, Key, read_entities
from newsgraph.resolve.entities.fusion import merge_members
from newsgraph.resolve.entities.resolution import Resolution, ResolvedEntity, resolution_of
from newsgraph.resolve.merges import Merge


def decided_entities(resolution: Resolution, decided: Decided, records: Sequence[Record]) -> Resolution:
    """The entities of a corpus with the decisions of people on them."""
    if not any(decision.sort == "entity" for decision in decided.decisions):
        return resolution
    groups = [entity.members for entity in resolution.entities]
    made = {entity.members: entity for entity in resolution.entities}
    wanted = [tuple(sorted(group)) for group in decided.regroup(groups, "entity", lambda key: (key,))]
    new = {key for group in wanted if group not in made for key in group}
    articles = {article for article, _ in new}
    locals_ = {x.key: x for r in records if r.article.id in articles for x in read_entities(r) if x.key in new}
    entities = [made[group] if group in made else _merged(group, locals_) for group in wanted]
    at = {key: index for index, entity in enumerate(entities) for key in entity.members}
    _part_what_is_known(entities, decided, at)
    for decision, one, _ in decided.about("rename", "set", sort="entity"):
        index = _commonest(one, at)
        if index is not None:
            entities[index] = _changed(entities[index], decision)
    return resolution_of(entities, [*resolution.merges, *_told(decided)])


def _merged(group: Sequence[Key], locals_: dict[Key, ArticleEntity]) -> ResolvedEntity:
    return merge_members([locals_[key] for key in group])


def _part_what_is_known(entities: list[ResolvedEntity], decided: Decided, at: dict[Key, int]) -> None:
    """Take from what was parted as another the links that it shares with what it was parted from, in place.

    Both were linked by one name. What a person says is another is not what the links lead to, nor where that lies.
    """
    for _, one, other in decided.about("different", sort="entity"):
        first, second = _commonest(one, at), _commonest(other, at)
        if first is None or second is None or first == second:
            continue
        shared = entities[first].links.items() & entities[second].links.items()
        if shared and other.issuperset(entities[second].members):
            entities[second] = replace(entities[second], links={}, country=None, lat=None, lon=None)


def _commonest(items: frozenset[Item], at: dict[Key, int]) -> int | None:
    found = Counter(at[item] for item in items if item in at)
    return min(found, key=lambda index: (-found[index], index)) if found else None


def _changed(entity: ResolvedEntity, decision: Decision) -> ResolvedEntity:
    """Under another name, the old one being an alias; or of another kind."""
    value = decision.value or entity.name
    if decision.verb == "rename":
        aliases = {**entity.aliases, entity.name: entity.aliases.get(entity.name, 0)}
        return replace(entity, name=value, aliases=aliases)
    return replace(entity, kind=value) if value in ENTITY_KINDS else entity


def _told(decided: Decided) -> list[Merge]:
    """The decisions of people, among those of the machine."""
    found = []
    for verb in ("same", "different"):
        for decision, _, _ in decided.about(verb):
            one, other = (f"{side[0].text} ({side[0].article})" for side in (decision.one, decision.other))
            first, last = sorted((one, other))
            found.append(Merge(first, last, 1.0, str(decision), verb == "same"))
    return found
