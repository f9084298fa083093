"""Persons whom an article calls by one name alone: "Marsh" in one article, "Lena Marsh" in the others.

Who is meant is told by the company: the persons and bodies that both speak of, and a post in common. A bare name that
fits nobody so, or two equally well, stays apart and is listed for review.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsgraph.resolve.article_entities import ArticleEntity
from newsgraph.resolve.names import organization_key, person_tokens

_BODIES = frozenset(("Agency", "InternationalOrganization", "Organization", "Party", "ArmedGroup"))
_LEAST = 2
"""How many persons and bodies two articles must share."""
_POST = 3
"""What a post in common is worth, in persons and bodies shared."""
_FAMOUS = 2
"""How many times as often one bearer of a name must be named as the next, where both fit."""


class Bearer(NamedTuple):
    """Who a bare name may stand for, and on what grounds."""

    bare: ArticleEntity
    person: Sequence[ArticleEntity]
    score: float
    reason: str
    accepted: bool


class _Fit(NamedTuple):
    evidence: int
    mentions: int
    person: Sequence[ArticleEntity]
    shared: list[str]
    posts: list[str]


def is_bare(local: ArticleEntity) -> bool:
    """Whether an article calls a person by one name only."""
    if local.entity.kind != "Person" or local.entity.links or not local.names:
        return False
    return all(len(person_tokens(name)) == 1 for name in (local.entity.name, *local.names))


def find_bearers(
    bare: Iterable[ArticleEntity], persons: Iterable[Sequence[ArticleEntity]], everyone: Iterable[ArticleEntity]
) -> Iterator[Bearer]:
    """For each bare name that somebody in the other articles bears, the likeliest bearer.

    Args:
        bare: persons called by one name.
        persons: the persons of the corpus who have a full name, each with all their articles.
        everyone: all entities, to know the company of each article.
    """
    bearers: dict[str, list[Sequence[ArticleEntity]]] = defaultdict(list)
    for person in persons:
        names = {person_tokens(name) for local in person for name in local.full_names}
        for part in sorted({end for parts in names if len(parts) > 1 for end in (parts[0], parts[-1])}):
            bearers[part].append(person)
    company = _companies(everyone)
    around: dict[int, set[str]] = {}
    for local in sorted(bare, key=lambda x: x.key):
        (name,) = person_tokens(local.entity.name)
        fits = sorted(
            (_fit(local, name, person, company, around) for person in bearers.get(name, ()) if _may_be(local, person)),
            key=lambda fit: (-fit.evidence, -fit.mentions, fit.person[0].key),
        )
        if not fits or fits[0].evidence == 0:
            continue
        best = max((f for f in fits if 2 * f.evidence >= fits[0].evidence), key=lambda f: f.mentions)
        clear = all(_is_clear(best, other) for other in fits if other is not best)
        last = any(person_tokens(full)[-1] == name for one in best.person for full in one.full_names if full)
        accepted = clear and best.evidence >= (_LEAST if last else _LEAST + 1) and best.mentions >= local.count
        grounds = [f"both {' and '.join(best.posts)}"] if best.posts else []
        grounds += [f"in the company of {', '.join(best.shared[:5])}"] if best.shared else []
        reason = f"called by one name, {', '.join(grounds)}" + ("" if clear else "; others fit as well")
        yield Bearer(local, best.person, min(0.99, 0.5 + 0.1 * best.evidence), reason, accepted)


def _is_clear(best: _Fit, other: _Fit) -> bool:
    """Whether the best fit is so much better than another that nobody would think of that one."""
    if best.posts and not other.posts:
        return True
    return 2 * other.evidence <= best.evidence or other.mentions * _FAMOUS <= best.mentions


def _may_be(local: ArticleEntity, person: Sequence[ArticleEntity]) -> bool:
    if any(other.key[0] == local.key[0] for other in person):
        return False  # one article tells them apart
    countries = {other.entity.country for other in person} - {None}
    return local.entity.country is None or not countries or local.entity.country in countries


def _fit(
    local: ArticleEntity, name: str, person: Sequence[ArticleEntity], company: dict[str, dict[str, str]],
    around: dict[int, set[str]],
) -> _Fit:  # fmt: skip
    known = around.get(id(person))
    if known is None:
        known = around[id(person)] = {key for other in person for key in company[other.key[0]]}
    here = company[local.key[0]]
    shared = sorted(here[key] for key in here.keys() & known if key != name)
    posts = sorted(set().union(*(other.roles for other in person)) & local.roles)
    if not set().union(*(other.ties for other in person)) & local.ties:
        posts = []
    mentions = sum(other.count for other in person)
    return _Fit(len(shared) + (_POST if posts else 0), mentions, person, shared, posts)


def _companies(everyone: Iterable[ArticleEntity]) -> dict[str, dict[str, str]]:
    """By article, the persons and bodies it names: a key (a person's last name, a body's name) and how it writes it."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for local in everyone:
        here = found[local.key[0]]
        if not local.names:
            continue
        if local.entity.kind == "Person" and (parts := person_tokens(local.entity.name)):
            here[parts[-1]] = local.entity.name
        elif local.entity.kind in _BODIES:
            here[organization_key(local.entity.name)] = local.entity.name
    return found
