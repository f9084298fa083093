"""Persons whom an article calls by one name alone: "Marsh" in one article, "Lena Marsh" in the others.

Who is meant is told by the company: the persons and bodies that both speak of, those that few articles name, and a
post in common; where nobody else has that last name, the state of the person tells as well. A bare name that fits
nobody so, or two equally well, stays apart and is listed for review.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsgraph.resolve.entities.article_entities import ArticleEntity
from newsgraph.resolve.entities.known_entities import KnownEntities, Members, Parted
from newsgraph.resolve.entities.names import organization_key, person_tokens
from newsgraph.stored.groups import Groups

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

    bare: int
    """The number of the entity."""
    person: Members
    score: float
    reason: str
    accepted: bool


class _Person(NamedTuple):
    """A person with a full name, over all articles."""

    members: Members
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


def find_bearers(bare: Iterable[int], persons: Parted, known: KnownEntities) -> Iterator[Bearer]:
    """For each bare name that somebody in the other articles bears, the likeliest bearer.

    Args:
        bare: the numbers of persons called by one name.
        persons: the persons of the corpus who have a full name, each with all their articles.
        known: all entities with a name, to know the company of each article.
    """
    waiting = Groups(known.arrays)
    for number in bare:
        waiting.add(_only_name(known[number]), number)
    bearers = _bearers(persons, waiting)
    company = _Company(known)
    for found in waiting:
        name = _only_name(known[found[0]])
        candidates = [_person(persons[place]) for place in bearers.of(name)]
        on_them = _articles_on(candidates)
        for number in found if candidates else ():
            bearer = _choose(known[number], name, candidates, on_them, company)
            if bearer is not None:
                yield Bearer(number, *bearer)


def _only_name(local: ArticleEntity) -> str:
    return person_tokens(local.entity.name)[0]


def _bearers(persons: Parted, waiting: Groups) -> Groups:
    """Those who bear a bare name that waits for one, as their first or last name, under that name."""
    found = Groups(persons.arrays)
    for place, members in enumerate(persons):
        names = {person_tokens(name) for local in members for name in local.full_names}
        for part in {end for tokens in names if len(tokens) > 1 for end in (tokens[0], tokens[-1])}:
            if part in waiting:
                found.add(part, place)
    return found


def _person(members: Members) -> _Person:
    names = {person_tokens(name) for local in members for name in local.full_names}
    return _Person(
        members,
        frozenset(tokens[-1] for tokens in names if tokens),
        frozenset(local.key[0] for local in members),
        frozenset(local.country for local in members) - {None},
        frozenset(role for local in members for role in local.roles),
        frozenset(tie for local in members for tie in local.ties),
        sum(local.count for local in members),
    )


def _articles_on(persons: Sequence[_Person]) -> dict[str, list[int]]:
    """The articles on persons, each with the numbers of those whom it is on."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, person in enumerate(persons):
        for article in person.articles:
            found[article].append(number)
    return found


def _choose(
    local: ArticleEntity, name: str, bearers: list[_Person], on_them: Mapping[str, list[int]], company: _Company
) -> tuple[Members, float, str, bool] | None:
    """Which of the bearers of a name is meant, and on what grounds; `on_them` are the articles on these."""
    candidates = [(number, person) for number, person in enumerate(bearers) if _may_be(local, person)]
    if not candidates:
        return None
    here = company.of(local.key[0])
    met = _met(on_them, [key for key in here if key != name], company.naming)
    fits = []
    for number, person in candidates:
        posts = [] if person.ties.isdisjoint(local.ties) else sorted(person.roles & local.roles)
        if posts or number in met:
            shared = sorted(here[key] for key in met.get(number, ()))
            fits.append(_Fit(len(shared) + (_POST if posts else 0), person, shared, posts))
    if not fits:
        return None
    fits.sort(key=lambda fit: (-fit.evidence, -fit.person.mentions, fit.person.members[0].key))
    best = max((f for f in fits if 2 * f.evidence >= fits[0].evidence), key=lambda f: f.person.mentions)
    clear = all(_is_clear(best, other) for other in fits if other is not best)
    alone = len(candidates) == 1 and name in best.person.surnames
    least = _LEAST if name in best.person.surnames else _LEAST + 1
    states_here = company.states(local.key[0])
    state = next((states_here[c] for c in sorted(map(str, best.person.countries)) if c in states_here), None)
    evidence = best.evidence + (1 if alone and state else 0)
    accepted = clear and evidence >= least and best.person.mentions >= local.count
    grounds = [f"both {' and '.join(best.posts)}"] if best.posts else []
    grounds += [f"in the company of {', '.join(best.shared[:5])}"] if best.shared else []
    grounds += [f"beside {state}"] if evidence > best.evidence else []
    reason = f"called by one name, {', '.join(grounds)}" + ("" if clear else "; others fit as well")
    return best.person.members, min(0.99, 0.5 + 0.1 * evidence), reason, accepted


def _met(
    on_them: Mapping[str, list[int]], keys: list[str], naming: Callable[[str], Sequence[str]]
) -> dict[int, list[str]]:
    """By bearer, the company that one article on them shares with the bare name: that which shares most."""
    shared: dict[tuple[int, str], list[str]] = defaultdict(list)
    for key in keys:
        for article in naming(key):
            for number in on_them.get(article, ()):
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


class _Company:
    """Whom and which states articles name."""

    def __init__(self, known: KnownEntities) -> None:
        self.of = lru_cache(_NEAR)(lambda article: _company(known.of_article(article)))
        """Whom an article names, by a key: a person's last name, a body's name."""
        self.states = lru_cache(_NEAR)(lambda article: _states(known.of_article(article)))
        """The states that an article names, by their codes."""
        self._articles = known.articles
        self._naming = Groups(known.arrays)
        count = 0
        for number, article in enumerate(self._articles):
            entities = known.of_article(article)
            count += bool(entities)
            for key in _company(entities):
                self._naming.add(key, number)
        self._most = min(_COMMON, max(_RAREST, _RARE * count))

    def naming(self, key: str) -> Sequence[str]:
        """Which articles name somebody; none, where many do."""
        found = self._naming.of(key)
        return [self._articles[number] for number in found] if len(found) <= self._most else ()


def _company(entities: Iterable[ArticleEntity]) -> dict[str, str]:
    here: dict[str, str] = {}
    for local in entities:
        if not local.names:
            continue
        if local.entity.kind == "Person" and (parts := person_tokens(local.entity.name)):
            here[parts[-1]] = local.entity.name
        elif local.entity.kind in _BODIES:
            here[organization_key(local.entity.name)] = local.entity.name
    return here


def _states(entities: Iterable[ArticleEntity]) -> dict[str, str]:
    return {
        local.country: local.entity.name
        for local in entities if local.entity.kind == "Country" and local.names and local.country
    }  # fmt: skip


_NEAR = 200
"""Articles whose company is kept in memory."""
