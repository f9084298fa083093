"""One name under two classes."""

from __future__ import annotations

from newsgraph.resolve.entities.classes import class_of
from newsgraph.resolve.entities.entity_clusters import EntityClusters
from newsgraph.resolve.entities.known_entities import Members, Parted, are_abroad, is_linked, is_named, meet
from newsgraph.resolve.entities.names import name_key
from newsgraph.stored.groups import Groups

_CLEAR = 0.75
"""The share of mentions from which one class is right and the other a slip."""


def join_across_classes(groups: Parted, clusters: EntityClusters) -> None:
    """Join the same unlinked name under two classes, in articles that do not tell them apart: most mentions decide.

    A single word is too little to go by, for it may be a surname and a city.
    """
    by_name = Groups(groups.arrays)
    for place, group in enumerate(groups):
        if " " in (name := name_key(group[0].entity.name)) and is_named(group) and not is_linked(group):
            by_name.add(name, place)
    for places in by_name.several():
        found = [groups[place] for place in places]
        if len({class_of(group) for group in found}) > 1:
            _judge_classes(found, clusters)


def _judge_classes(found: list[Members], clusters: EntityClusters) -> None:
    counts = {group.numbers[0]: sum(local.count for local in group) for group in found}
    found.sort(key=lambda group: (-counts[group.numbers[0]], group.numbers[0]))
    most = sum(counts[group.numbers[0]] for group in found if class_of(group) == class_of(found[0]))
    accepted = most >= _CLEAR * sum(counts.values())
    for group in found[1:]:
        if class_of(group) != class_of(found[0]) and not meet(found[0], group) and not are_abroad(found[0], group):
            share = most / sum(counts.values())
            kinds = f"{found[0][0].entity.kind} here, {group[0].entity.kind} there"
            clusters.decide(found[0], group, share, f"same name, {kinds}", accepted)
