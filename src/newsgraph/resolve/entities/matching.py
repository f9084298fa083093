"""Entities across articles: linked identity first, then names, with roles and countries as evidence for and against.

The work is in three steps, each near-linear: entities of one identity or written name meet in a bucket; a bucket is
split where countries or places disagree; buckets whose names are spelled differently are compared within small blocks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgraph.records import Record
from newsgraph.resolve.entities.across_classes import join_across_classes
from newsgraph.resolve.entities.alike_persons import compare_persons
from newsgraph.resolve.entities.article_entities import ArticleEntity
from newsgraph.resolve.entities.bare_names import find_bearers, is_bare
from newsgraph.resolve.entities.classes import class_of
from newsgraph.resolve.entities.entity_clusters import EntityClusters
from newsgraph.resolve.entities.fusion import merge_members
from newsgraph.resolve.entities.identity import own_entities
from newsgraph.resolve.entities.known_entities import KnownEntities, Members, is_named
from newsgraph.resolve.entities.resolution import Resolution, ResolvedEntity, resolution_of
from newsgraph.resolve.entities.same_names import join_same_names
from newsgraph.resolve.entities.short_names import find_spelled_out, find_whole_names
from newsgraph.resolve.merges import Merge


def resolve_entities(records: Sequence[Record]) -> Resolution:
    """Find which entities of which articles are one."""
    known: list[ArticleEntity] = []
    resolved: list[ResolvedEntity] = []
    for record in records:
        own, others = own_entities(record)
        known += own
        resolved += others
    merges: list[Merge] = []
    resolved += map(merge_members, joined_entities(KnownEntities(known), merges))
    return resolution_of(resolved, merges)


def joined_entities(known: KnownEntities, merges: list[Merge]) -> Iterator[Members]:
    """The entities of articles that are one, together; decisions on what is alike are added to `merges`."""
    clusters = EntityClusters(known, merges)
    left = bytearray(map(is_bare, known))
    """Which are called by one name only, and are not known by another yet."""
    join_same_names(known, (number for number, bare in enumerate(left) if not bare), clusters)
    groups = clusters.groups().some(lambda group: not left[group.numbers[0]])
    join_across_classes(groups, clusters)
    compare_persons(groups.some(_is_person), clusters)
    groups = clusters.groups().some(lambda group: not left[group.numbers[0]])
    for found in find_bearers([number for number, bare in enumerate(left) if bare], groups.some(_is_person), known):
        clusters.decide(Members(known, [found.bare]), found.person, found.score, found.reason, found.accepted)
        left[found.bare] = not found.accepted
    join_same_names(known, (number for number, bare in enumerate(left) if bare), clusters)
    bodies = groups.some(lambda group: class_of(group) == "organization" and is_named(group))
    for full in (*find_spelled_out(bodies), *find_whole_names(bodies, known)):
        clusters.decide(full.whole, full.short, full.score, full.reason, full.accepted)
    yield from clusters.groups()


def _is_person(group: Sequence[ArticleEntity]) -> bool:
    return group[0].entity.kind == "Person" and is_named(group)
