"""Entities of one identity or of one written name, unless countries or places part them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from newsgraph.knowledge import patterns
from newsgraph.resolve.entities.article_entities import ArticleEntity
from newsgraph.resolve.entities.classes import CLASSES, class_of
from newsgraph.resolve.entities.entity_clusters import EntityClusters
from newsgraph.resolve.entities.known_entities import KnownEntities, Members
from newsgraph.resolve.entities.names import name_key, organization_key
from newsgraph.stored.groups import Groups

_AUTHORITIES = ("wikidata", "geonames", "wikipedia")


def join_same_names(known: KnownEntities, numbers: Iterable[int], clusters: EntityClusters) -> None:
    """Join those of some known entities that are of one identity or name."""
    buckets = Groups(known.arrays)
    for number in numbers:
        buckets.add(_bucket(known[number]), number)
    for bucket in buckets.several():
        for group in _split(Members(known, bucket)):
            for number in group.numbers[1:]:
                clusters.join(group.numbers[0], number)
            _tell_organs(group, clusters)


def _tell_organs(group: Members, clusters: EntityClusters) -> None:
    """Decide, once for each way, that organs of a state that are written in several ways are one."""
    seen = {organization_key(group[0].entity.name)}
    for number, local in zip(group.numbers[1:], group[1:], strict=True):
        if (written := organization_key(local.entity.name)) not in seen and (body := _body(local)) is not None:
            seen.add(written)
            clusters.decide(group, group.some([number]), 1.0, f"both name the {body}", True)


def _bucket(local: ArticleEntity) -> tuple[str, ...]:
    """What entities share that may be one: an identity, or a written name and class."""
    entity = local.entity
    identity = next(((a, entity.links[a]) for a in _AUTHORITIES if a in entity.links), None)
    if identity is not None:
        return identity
    if entity.kind == "Country" and entity.country:
        return "country", entity.country
    if not local.names:
        return "alone", *local.key
    kind = CLASSES.get(entity.kind, "other")
    return "name", kind, _key(local, kind)


def _split(bucket: Members) -> list[Members]:
    """A bucket by country, where its members are of several.

    Those without go to the commonest; but bodies without stay apart, for whose "the Supreme Court" is is not known.
    """
    if bucket[0].entity.links or len(bucket) == 1:
        return [bucket]
    by_country: dict[str | None, list[int]] = defaultdict(list)
    for number, local in zip(bucket.numbers, bucket, strict=True):
        by_country[local.country].append(number)
    unknown = by_country.pop(None, [])
    if not by_country:
        return [bucket]
    groups = sorted(by_country.values(), key=lambda group: (-len(group), group[0]))
    if len(groups) > 1 and class_of(bucket) == "organization" and unknown:
        groups.append(unknown)  # "the Supreme Court", of which country is not said
    else:
        groups[0].extend(unknown)
    return [bucket.some(sorted(group)) for group in groups]


def _key(local: ArticleEntity, kind: str) -> str:
    """The written name by which entities meet; of organs that papers call in several ways, that of the body."""
    name = _body(local) or local.entity.name
    return organization_key(name) if kind == "organization" else name_key(name)


def _body(local: ArticleEntity) -> str | None:
    """The name of the organ of a state that papers call in several ways."""
    if local.entity.kind != "Agency" or local.country is None:
        return None
    return patterns().body_of(local.entity.name, local.country)
