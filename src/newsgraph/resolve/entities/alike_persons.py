"""Persons whose names are spelled differently."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import overload

from newsgraph.resolve.entities.entity_clusters import EntityClusters
from newsgraph.resolve.entities.known_entities import Members, Parted, meet
from newsgraph.resolve.entities.names import person_tokens
from newsgraph.resolve.entities.person_blocks import person_pairs
from newsgraph.resolve.entities.spellings import person_likeness
from newsgraph.stored.arrays import Arrays, StoredArrays
from newsgraph.stored.groups import Texts

_SAME_PERSON = 0.93
_DOUBTFUL_PERSON = 0.86


def compare_persons(persons: Parted, clusters: EntityClusters) -> None:
    """Join persons whose names are alike in every part, where nothing speaks against it."""
    tokens = _person_names(
        ({person_tokens(name) for local in group for name in local.full_names} for group in persons), persons.arrays
    )
    for first, second in person_pairs(tokens, persons.arrays):
        score = max([person_likeness(a, b) for a in tokens[first] for b in tokens[second]], default=0.0)
        if score >= _DOUBTFUL_PERSON and not meet(persons[first], persons[second]):
            _judge_persons(persons[first], persons[second], score, clusters)


def _judge_persons(one: Members, other: Members, score: float, clusters: EntityClusters) -> None:
    countries = [{local.country for local in group} - {None} for group in (one, other)]
    ties = [{tie for local in group for tie in local.ties} for group in (one, other)]
    roles = [{role for local in group for role in local.roles} for group in (one, other)]
    posts, bodies = sorted(roles[0] & roles[1]), sorted(ties[0] & ties[1])
    against = bool(countries[0] and countries[1] and not countries[0] & countries[1])
    accepted = not against and (score >= _SAME_PERSON or bool(posts and bodies))
    reason = "names alike" + (f", both {posts[0]} of {', '.join(bodies)}" if posts and bodies else "")
    reason += ", of different countries" if against else ""
    clusters.decide(one, other, score, reason, accepted)


def _person_names(names: Iterable[set[tuple[str, ...]]], arrays: Arrays) -> Sequence[list[tuple[str, ...]]]:
    """The names of persons, each in its parts, in order: as they are, or where `arrays` are in files, there."""
    return _PersonNames(names, arrays) if isinstance(arrays, StoredArrays) else [sorted(own) for own in names]


class _PersonNames(Sequence[list[tuple[str, ...]]]):
    """The names of persons, each in its parts, in order."""

    def __init__(self, names: Iterable[set[tuple[str, ...]]], arrays: Arrays) -> None:
        """They lie where `arrays` are."""
        self._texts = Texts(("\n".join(map(" ".join, sorted(own))) for own in names), arrays)

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, place: int) -> list[tuple[str, ...]]: ...
    @overload
    def __getitem__(self, place: slice) -> list[list[tuple[str, ...]]]: ...
    def __getitem__(self, place: int | slice) -> list[tuple[str, ...]] | list[list[tuple[str, ...]]]:
        if isinstance(place, slice):
            return [self[number] for number in range(*place.indices(len(self)))]
        return [tuple(name.split(" ")) for name in self._texts[place].split("\n") if name]
