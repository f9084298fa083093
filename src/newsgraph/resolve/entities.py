"""Entities across articles: linked identity first, then names, with roles and countries as evidence for and against.

The work is in three steps, each near-linear: entities of one identity or written name meet in a bucket; a bucket is
split where countries or places disagree; buckets whose names are spelled differently are compared within small blocks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from newsgraph.knowledge import patterns
from newsgraph.records import Record
from newsgraph.resolve.article_entities import ArticleEntity, Key, read_entities
from newsgraph.resolve.bare_names import find_bearers, is_bare
from newsgraph.resolve.general_people import people_in_general
from newsgraph.resolve.known_entities import KnownEntities, Members, Parted, meet, person_names
from newsgraph.resolve.merges import Merge, NumberedClusters
from newsgraph.resolve.names import name_key, organization_key, person_likeness, person_tokens
from newsgraph.resolve.person_blocks import person_pairs
from newsgraph.resolve.short_names import find_spelled_out, find_whole_names
from newsgraph.stored.groups import Groups

CLASSES = {
    "Person": "person", "Group": "group", "Country": "place", "Place": "place", "Agency": "organization",
    "InternationalOrganization": "organization", "Party": "organization", "ArmedGroup": "organization",
    "Organization": "organization", "Event": "event", "Document": "document", "Other": "other",
}
_GENERAL = {"Organization", "Place", "Other"}
_AUTHORITIES = ("wikidata", "geonames", "wikipedia")
_SAME_PERSON = 0.93
_DOUBTFUL_PERSON = 0.86


class ResolvedEntity(msgspec.Struct, frozen=True, gc=False):
    """One entity of the corpus."""

    name: str
    kind: str
    aliases: dict[str, int]
    """Written forms with their counts."""
    links: dict[str, str]
    country: str | None
    sector: str | None
    lat: float | None
    lon: float | None
    roles: tuple[str, ...]
    members: tuple[Key, ...]
    named: bool


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities of a corpus, and where each article's entity went."""

    entities: Sequence[ResolvedEntity]
    of: Mapping[Key, int]
    merges: tuple[Merge, ...]
    """Decisions that rest on more than an equal name; `accepted` ones were made, the others are for review."""

    @property
    def doubtful(self) -> tuple[Merge, ...]:
        """Pairs that look alike and were left apart."""
        return tuple(merge for merge in self.merges if not merge.accepted)


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
    clusters = _Clusters(known)
    left = bytearray(map(is_bare, known))
    """Which are called by one name only, and are not known by another yet."""
    _join_same_names(known, (number for number, bare in enumerate(left) if not bare), clusters, merges)
    groups = clusters.groups().some(lambda group: not left[group.numbers[0]])
    _join_across_classes(groups, clusters, merges)
    _compare_persons(groups.some(_is_person), clusters, merges)
    groups = clusters.groups().some(lambda group: not left[group.numbers[0]])
    for found in find_bearers([number for number, bare in enumerate(left) if bare], groups.some(_is_person), known):
        merges.append(_decision([known[found.bare]], found.person, found.score, found.reason, found.accepted))
        if found.accepted:
            clusters.join(found.bare, found.person.numbers[0])
            left[found.bare] = False
    _join_same_names(known, (number for number, bare in enumerate(left) if bare), clusters, merges)
    bodies = groups.some(lambda group: _class(group) == "organization" and _is_named(group))
    for full in (*find_spelled_out(bodies), *find_whole_names(bodies, known)):
        merges.append(_decision(full.whole, full.short, full.score, full.reason, full.accepted))
        if full.accepted:
            clusters.join(full.whole.numbers[0], full.short.numbers[0])
    yield from clusters.groups()


class _Clusters:
    """Known entities that are one, by their numbers."""

    def __init__(self, known: KnownEntities) -> None:
        self._known = known
        self._together = NumberedClusters(len(known), known.arrays)

    def join(self, one: int, other: int) -> None:
        """Make one of two."""
        self._together.join(one, other)

    def groups(self) -> Parted:
        """Those that are one by now, together, in order."""
        return Parted(self._known, self._together.sets())


def own_entities(record: Record) -> tuple[list[ArticleEntity], list[ResolvedEntity]]:
    """The entities of an article that may be met in another one, and those that may not."""
    known: list[ArticleEntity] = []
    resolved: list[ResolvedEntity] = []
    alike = people_in_general(record)
    general: dict[str, list[ArticleEntity]] = defaultdict(list)
    for local in read_entities(record):
        if _has_identity(local):
            known.append(local)
        elif word := alike.get(local.entity.id):
            general[word].append(local)
        else:
            resolved.append(_alone(local))
    resolved.extend(merge_members(group) for group in general.values())
    return known, resolved


def _has_identity(local: ArticleEntity) -> bool:
    """Whether it may be met in another article: a nominal is alone."""
    entity = local.entity
    return bool(local.names or entity.links) or (entity.kind == "Country" and bool(entity.country))


def resolution_of(resolved: Iterable[ResolvedEntity], merges: Iterable[Merge]) -> Resolution:
    """The entities of a corpus in their order, which does not depend on that of the articles."""
    entities = sorted(resolved, key=lambda e: (e.kind, e.name, e.country or "", e.members))
    of = {key: index for index, entity in enumerate(entities) for key in entity.members}
    return Resolution(tuple(entities), of, tuple(sorted(set(merges))))


def _join_same_names(
    known: KnownEntities, numbers: Iterable[int], clusters: _Clusters, merges: list[Merge]
) -> None:
    buckets = Groups(known.arrays)
    for number in numbers:
        buckets.add(_bucket(known[number]), number)
    for bucket in buckets.several():
        for group in _split(Members(known, bucket)):
            for number in group.numbers[1:]:
                clusters.join(group.numbers[0], number)
            merges.extend(_one_organ(group))


def _one_organ(group: Sequence[ArticleEntity]) -> Iterator[Merge]:
    """Why organs of a state that are written in several ways are one, each way told once."""
    first, seen = group[0], {organization_key(group[0].entity.name)}
    for local in group[1:]:
        if (written := organization_key(local.entity.name)) not in seen and (body := _body(local)) is not None:
            seen.add(written)
            yield _decision([first], [local], 1.0, f"both name the {body}", True)


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
    if len(groups) > 1 and _class(bucket) == "organization" and unknown:
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


_CLEAR = 0.75
"""The share of mentions from which one class is right and the other a slip."""


def _join_across_classes(groups: Parted, clusters: _Clusters, merges: list[Merge]) -> None:
    """The same unlinked name under two classes, in articles that do not tell them apart: most mentions decide.

    A single word is too little to go by, for it may be a surname and a city.
    """
    by_name = Groups(groups.arrays)
    for place, group in enumerate(groups):
        if " " in (name := name_key(group[0].entity.name)) and _is_named(group) and not _is_linked(group):
            by_name.add(name, place)
    for places in by_name.several():
        found = [groups[place] for place in places]
        if len({_class(group) for group in found}) > 1:
            _judge_classes(found, clusters, merges)


def _judge_classes(found: list[Members], clusters: _Clusters, merges: list[Merge]) -> None:
    counts = {group.numbers[0]: sum(local.count for local in group) for group in found}
    found.sort(key=lambda group: (-counts[group.numbers[0]], group.numbers[0]))
    most = sum(counts[group.numbers[0]] for group in found if _class(group) == _class(found[0]))
    accepted = most >= _CLEAR * sum(counts.values())
    for group in found[1:]:
        if _class(group) != _class(found[0]) and not meet(found[0], group) and not _countries_differ(found[0], group):
            share = most / sum(counts.values())
            kinds = f"{found[0][0].entity.kind} here, {group[0].entity.kind} there"
            merges.append(_decision(found[0], group, share, f"same name, {kinds}", accepted))
            if accepted:
                clusters.join(found[0].numbers[0], group.numbers[0])


def _compare_persons(persons: Parted, clusters: _Clusters, merges: list[Merge]) -> None:
    """Persons whose names are spelled differently: alike in every part, and nothing that speaks against it."""
    tokens = person_names(
        ({person_tokens(name) for local in group for name in local.full_names} for group in persons), persons.arrays
    )
    for first, second in person_pairs(tokens, persons.arrays):
        score = max([person_likeness(a, b) for a in tokens[first] for b in tokens[second]], default=0.0)
        if score >= _DOUBTFUL_PERSON and not meet(persons[first], persons[second]):
            _judge_persons(persons[first], persons[second], score, clusters, merges)


def _judge_persons(one: Members, other: Members, score: float, clusters: _Clusters, merges: list[Merge]) -> None:
    countries = [{local.country for local in group} - {None} for group in (one, other)]
    ties = [{tie for local in group for tie in local.ties} for group in (one, other)]
    roles = [{role for local in group for role in local.roles} for group in (one, other)]
    posts, bodies = sorted(roles[0] & roles[1]), sorted(ties[0] & ties[1])
    against = bool(countries[0] and countries[1] and not countries[0] & countries[1])
    accepted = not against and (score >= _SAME_PERSON or bool(posts and bodies))
    reason = "names alike" + (f", both {posts[0]} of {', '.join(bodies)}" if posts and bodies else "")
    reason += ", of different countries" if against else ""
    merges.append(_decision(one, other, score, reason, accepted))
    if accepted:
        clusters.join(one.numbers[0], other.numbers[0])


def _decision(
    one: Sequence[ArticleEntity], other: Sequence[ArticleEntity], score: float, reason: str, accepted: bool
) -> Merge:
    first, second = sorted((_label(one), _label(other)))
    return Merge(first, second, round(score, 3), reason, accepted)


def _countries_differ(one: Members, other: Members) -> bool:
    first, second = ({local.country for local in group} - {None} for group in (one, other))
    return bool(first and second and not first & second)


def merge_members(group: Sequence[ArticleEntity]) -> ResolvedEntity:
    """One entity of the corpus out of those of its articles."""
    if len(group) == 1:
        return _alone(group[0])
    full, names, kinds = defaultdict[str, int](int), defaultdict[str, int](int), defaultdict[str, int](int)
    members, links, roles = list[Key](), dict[str, str](), set[str]()
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
        roles |= local.roles
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
        roles=tuple(sorted(roles)),
        members=tuple(members),
        named=bool(names),
    )


def _by_count(names: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(names.items(), key=lambda item: (-item[1], item[0])))


_NONE: dict[str, str] = {}
"""The links of what has none, as most have not."""


def _alone(local: ArticleEntity) -> ResolvedEntity:
    """An entity that one article alone speaks of, as most do."""
    entity = local.entity
    return ResolvedEntity(
        name=entity.name, kind=entity.kind,
        aliases=local.names if len(local.names) < 2 else _by_count(local.names),
        links=dict(sorted(entity.links.items())) if entity.links else _NONE,
        country=entity.country or None, sector=entity.sector or None,
        lat=entity.lat, lon=None if entity.lat is None else entity.lon,
        roles=tuple(sorted(local.roles)) if local.roles else (),
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


def _is_named(group: Sequence[ArticleEntity]) -> bool:
    return any(local.names for local in group)


def _is_linked(group: Sequence[ArticleEntity]) -> bool:
    return any(local.entity.links for local in group)


def _is_person(group: Sequence[ArticleEntity]) -> bool:
    return group[0].entity.kind == "Person" and _is_named(group)


def _class(group: Sequence[ArticleEntity]) -> str:
    return CLASSES.get(group[0].entity.kind, "other")


def _label(group: Sequence[ArticleEntity]) -> str:
    return f"{group[0].entity.name} ({group[0].key[0]})"
