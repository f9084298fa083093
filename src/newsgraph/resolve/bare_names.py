"""Persons whom an article calls by one name alone: "Marsh" in one article, "Lena Marsh" in the others.

Who is meant is told by the company: the persons and bodies that both speak of, those that few articles name, and a
post in common; where nobody else has that last name, the state of the person tells as well. A bare name that fits
nobody so, or two equally well, stays apart and is listed for review.
"""

from __future__ import annotations

from collections import Counter, defaultdict
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
_RARE, _RAREST, _COMMON = 0.05, 10, 50
"""Whom so great a part of the articles names, or so many of them, tells nothing; of ten and fewer everybody tells."""


class Bearer(NamedTuple):
    """Who a bare name may stand for, and on what grounds."""

    bare: ArticleEntity
    person: Sequence[ArticleEntity]
    score: float
    reason: str
    accepted: bool


class _Person(NamedTuple):
    """A person with a full name, over all articles."""

    members: Sequence[ArticleEntity]
    surnames: frozenset[str]
    articles: frozenset[str]
    countries: frozenset[str | None]
    roles: frozenset[str]
    ties: frozenset[str]
    mentions: int


class _Fit(NamedTuple):
    evidence: int
    person: _Person
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
        everyone: all entities with a name, to know the company of each article.
    """
    waiting: dict[str, list[ArticleEntity]] = defaultdict(list)
    for local in sorted(bare, key=lambda x: x.key):
        waiting[person_tokens(local.entity.name)[0]].append(local)
    bearers = _bearers(persons, waiting)
    entities = list(everyone)
    company, naming = _companies(entities)
    states = _states(entities)
    for name, found in sorted(waiting.items()):
        for local in found:
            bearer = _choose(local, name, bearers.get(name, []), company[local.key[0]], naming, states)
            if bearer is not None:
                yield bearer


def _bearers(
    persons: Iterable[Sequence[ArticleEntity]], waiting: dict[str, list[ArticleEntity]]
) -> dict[str, list[_Person]]:
    """Those who bear a bare name that waits for one, as their first or last name."""
    found: dict[str, list[_Person]] = defaultdict(list)
    for members in persons:
        names = {person_tokens(name) for local in members for name in local.full_names}
        parts = {end for tokens in names if len(tokens) > 1 for end in (tokens[0], tokens[-1])} & waiting.keys()
        if not parts:
            continue
        person = _Person(
            members,
            frozenset(tokens[-1] for tokens in names if tokens),
            frozenset(local.key[0] for local in members),
            frozenset(local.country for local in members) - {None},
            frozenset(role for local in members for role in local.roles),
            frozenset(tie for local in members for tie in local.ties),
            sum(local.count for local in members),
        )
        for part in sorted(parts):
            found[part].append(person)
    return found


def _choose(
    local: ArticleEntity, name: str, bearers: list[_Person], here: dict[str, str], naming: dict[str, list[str]],
    states: dict[str, dict[str, str]],
) -> Bearer | None:
    candidates = [person for person in bearers if _may_be(local, person)]
    if not candidates:
        return None
    met = _met(candidates, [key for key in here if key != name], naming)
    fits = []
    for number, person in enumerate(candidates):
        posts = sorted(person.roles & local.roles) if person.ties & local.ties else []
        shared = sorted(here[key] for key in met.get(number, ()))
        fits.append(_Fit(len(shared) + (_POST if posts else 0), person, shared, posts))
    fits.sort(key=lambda fit: (-fit.evidence, -fit.person.mentions, fit.person.members[0].key))
    if fits[0].evidence == 0:
        return None
    best = max((f for f in fits if 2 * f.evidence >= fits[0].evidence), key=lambda f: f.person.mentions)
    clear = all(_is_clear(best, other) for other in fits if other is not best)
    alone = len(candidates) == 1 and name in best.person.surnames
    least = _LEAST if name in best.person.surnames else _LEAST + 1
    states_here = states.get(local.key[0], {})
    state = next((states_here[c] for c in sorted(map(str, best.person.countries)) if c in states_here), None)
    evidence = best.evidence + (1 if alone and state else 0)
    accepted = clear and evidence >= least and best.person.mentions >= local.count
    grounds = [f"both {' and '.join(best.posts)}"] if best.posts else []
    grounds += [f"in the company of {', '.join(best.shared[:5])}"] if best.shared else []
    grounds += [f"beside {state}"] if evidence > best.evidence else []
    reason = f"called by one name, {', '.join(grounds)}" + ("" if clear else "; others fit as well")
    return Bearer(local, best.person.members, min(0.99, 0.5 + 0.1 * evidence), reason, accepted)


def _met(candidates: list[_Person], keys: list[str], naming: dict[str, list[str]]) -> dict[int, list[str]]:
    """By candidate, the company that one article on them shares with the bare name: that which shares most."""
    of_article: dict[str, list[int]] = defaultdict(list)
    for number, person in enumerate(candidates):
        for article in person.articles:
            of_article[article].append(number)
    shared: dict[tuple[int, str], list[str]] = defaultdict(list)
    for key in keys:
        for article in naming.get(key, ()):
            for number in of_article.get(article, ()):
                shared[number, article].append(key)
    best: dict[int, list[str]] = {}
    for (number, _), found in sorted(shared.items()):
        if len(found) > len(best.get(number, ())):
            best[number] = found
    return best


def _is_clear(best: _Fit, other: _Fit) -> bool:
    """Whether the best fit is so much better than another that nobody would think of that one."""
    if best.posts and not other.posts:
        return True
    return 2 * other.evidence <= best.evidence or other.person.mentions * _FAMOUS <= best.person.mentions


def _may_be(local: ArticleEntity, person: _Person) -> bool:
    if local.key[0] in person.articles:
        return False  # one article tells them apart
    return local.country is None or not person.countries or local.country in person.countries


def _states(everyone: Iterable[ArticleEntity]) -> dict[str, dict[str, str]]:
    """The states that each article names, by their codes."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for local in everyone:
        if local.entity.kind == "Country" and local.names and local.country:
            found[local.key[0]][local.country] = local.entity.name
    return found


def _companies(everyone: Iterable[ArticleEntity]) -> tuple[dict[str, dict[str, str]], dict[str, list[str]]]:
    """Whom each article names, by a key (a person's last name, a body's name), and which articles name whom.

    Whom many articles name is left out of the second.
    """
    company: dict[str, dict[str, str]] = defaultdict(dict)
    for local in everyone:
        here = company[local.key[0]]
        if not local.names:
            continue
        if local.entity.kind == "Person" and (parts := person_tokens(local.entity.name)):
            here[parts[-1]] = local.entity.name
        elif local.entity.kind in _BODIES:
            here[organization_key(local.entity.name)] = local.entity.name
    often = Counter(key for here in company.values() for key in here)
    most = min(_COMMON, max(_RAREST, _RARE * len(company)))
    naming: dict[str, list[str]] = defaultdict(list)
    for article, here in sorted(company.items()):
        for key in here:
            if often[key] <= most:
                naming[key].append(article)
    return company, naming
