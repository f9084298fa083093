"""Persons whose names are spelled differently."""

from __future__ import annotations

from newsgraph.resolve.entity_clusters import EntityClusters, decision
from newsgraph.resolve.known_entities import Members, Parted, meet, person_names
from newsgraph.resolve.merges import Merge
from newsgraph.resolve.names import person_likeness, person_tokens
from newsgraph.resolve.person_blocks import person_pairs

_SAME_PERSON = 0.93
_DOUBTFUL_PERSON = 0.86


def compare_persons(persons: Parted, clusters: EntityClusters, merges: list[Merge]) -> None:
    """Join persons whose names are alike in every part, where nothing speaks against it."""
    tokens = person_names(
        ({person_tokens(name) for local in group for name in local.full_names} for group in persons), persons.arrays
    )
    for first, second in person_pairs(tokens, persons.arrays):
        score = max([person_likeness(a, b) for a in tokens[first] for b in tokens[second]], default=0.0)
        if score >= _DOUBTFUL_PERSON and not meet(persons[first], persons[second]):
            _judge_persons(persons[first], persons[second], score, clusters, merges)


def _judge_persons(one: Members, other: Members, score: float, clusters: EntityClusters, merges: list[Merge]) -> None:
    countries = [{local.country for local in group} - {None} for group in (one, other)]
    ties = [{tie for local in group for tie in local.ties} for group in (one, other)]
    roles = [{role for local in group for role in local.roles} for group in (one, other)]
    posts, bodies = sorted(roles[0] & roles[1]), sorted(ties[0] & ties[1])
    against = bool(countries[0] and countries[1] and not countries[0] & countries[1])
    accepted = not against and (score >= _SAME_PERSON or bool(posts and bodies))
    reason = "names alike" + (f", both {posts[0]} of {', '.join(bodies)}" if posts and bodies else "")
    reason += ", of different countries" if against else ""
    merges.append(decision(one, other, score, reason, accepted))
    if accepted:
        clusters.join(one.numbers[0], other.numbers[0])
