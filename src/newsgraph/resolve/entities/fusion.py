"""One entity of the corpus out of those of its articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from newsgraph.records import is_past
from newsgraph.resolve.entities.article_entities import ArticleEntity, Key
from newsgraph.resolve.entities.classes import CLASSES
from newsgraph.resolve.entities.resolution import ResolvedEntity

_GENERAL = {"Organization", "Place", "Other"}


def merge_members(group: Sequence[ArticleEntity]) -> ResolvedEntity:
    """One entity of the corpus out of those of its articles."""
    if len(group) == 1:
        return alone_entity(group[0])
    full, names, kinds = defaultdict[str, int](int), defaultdict[str, int](int), defaultdict[str, int](int)
    members, links, posts = list[Key](), dict[str, str](), dict[str, Counter[str]]()
    countries, sectors = list[tuple[str | None, bool]](), list[tuple[str, str | None]]()
    placed = None
    for local in group:
        entity, count = local.entity, 0
        for written, times in local.names.items():
            names[written] += times
            count += times
        kinds[entity.kind] += count or 1
        full[entity.name] += count or 1
        members.append(local.key)
        countries.append((entity.country, entity.country_guessed))
        sectors.append((entity.kind, entity.sector))
        for post in local.posts:
            posts.setdefault(post.casefold(), Counter())[post] += 1
        placed = entity if placed is None and entity.lat is not None else placed
        for authority, identifier in entity.links.items():
            links.setdefault(authority, identifier)
    kind = _kind(kinds)
    return ResolvedEntity(
        name=min(full, key=lambda n: (-full[n], -len(n), n)),
        kind=kind,
        aliases=_by_count(names),
        links=dict(sorted(links.items())),
        country=_commonest(c for c, guessed in countries if not guessed) or _commonest(c for c, _ in countries),
        sector=_commonest(sector for of, sector in sectors if of == kind),
        lat=None if placed is None else placed.lat,
        lon=None if placed is None else placed.lon,
        roles=_posts(posts.values()),
        members=tuple(members),
        named=bool(names),
    )


def _posts(spelled: Iterable[Counter[str]]) -> tuple[str, ...]:
    """Posts by their commonest spelling: those that are not over first, then those that are told most."""
    counted = [(min(own, key=lambda post: (-own[post], post)), own.total()) for own in spelled]
    return tuple(post for post, _ in sorted(counted, key=lambda one: (is_past(one[0]), -one[1], one[0])))


def _by_count(names: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(names.items(), key=lambda item: (-item[1], item[0])))


_NONE: dict[str, str] = {}
"""The links of what has none, as most have not."""


def alone_entity(local: ArticleEntity) -> ResolvedEntity:
    """An entity that one article alone speaks of, as most do."""
    entity = local.entity
    return ResolvedEntity(
        name=entity.name, kind=entity.kind,
        aliases=local.names if len(local.names) < 2 else _by_count(local.names),
        links=dict(sorted(entity.links.items())) if entity.links else _NONE,
        country=entity.country or None, sector=entity.sector or None,
        lat=entity.lat, lon=None if entity.lat is None else entity.lon,
        roles=local.posts,
        members=(local.key,), named=bool(local.names),
    )  # fmt: skip


def _kind(kinds: Mapping[str, int]) -> str:
    """The most specific kind of the class that most mentions are of."""
    classes: Counter[str] = Counter()
    for kind, number in kinds.items():
        classes[CLASSES.get(kind, "other")] += number
    best = min(classes, key=lambda c: (-classes[c], c))
    within = {kind: n for kind, n in kinds.items() if CLASSES.get(kind, "other") == best}
    specific = {kind: n for kind, n in within.items() if kind not in _GENERAL} or within
    return min(specific, key=lambda k: (-specific[k], k))


def _commonest(values: Iterable[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda v: (-counted[v], v)) if counted else None
