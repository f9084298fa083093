"""Bodies that one article calls by initials or by a short name alone, and another by the full name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from newsgraph.resolve.entities.article_entities import ArticleEntity
from newsgraph.resolve.entities.known_entities import KnownEntities, Members, Parted, are_abroad, meet
from newsgraph.resolve.entities.names import name_key, organization_key, person_tokens
from newsgraph.stored.groups import Groups

_COMPANY = frozenset("Person Organization Agency Party ArmedGroup".split())
_LEAST = 2
"""How many persons and bodies the articles must have in common for a short name to be the same body's."""
_ARTICLES = 50
"""Of how many articles on each the company is compared."""

class FullName(NamedTuple):
    """A body called by its short name, and the one that may bear it."""

    short: Members
    whole: Members
    score: float
    reason: str
    accepted: bool


def find_spelled_out(bodies: Parted) -> Iterator[FullName]:
    """For bodies called by initials alone, those of the other articles whose initials these are."""
    by_alias = Groups(bodies.arrays)
    for place, group in enumerate(bodies):
        for acronym in _acronyms(group):
            by_alias.add(acronym, place)
    for hashed, places in by_alias.items():
        named = [(place, bodies[place]) for place in places]
        acronym = next(own for own in _acronyms(named[0][1]) if hash(own) == hashed)
        full = [(at, g) for at, g in named if any(is_acronym_of(acronym, local.entity.name) for local in g)]
        for place, bare in named:
            if all(name_key(local.entity.name) == acronym.casefold() for local in bare):
                fitting = [g for at, g in full if at != place and not are_abroad(g, bare)]
                reason = f"{acronym} are the initials" + ("" if len(fitting) == 1 else " of several bodies")
                yield from (FullName(bare, whole, 0.9, reason, len(fitting) == 1) for whole in fitting)


def _acronyms(group: Members) -> list[str]:
    """The initials that a body is called by, without full stops: those of "UN" and "U.N." twice."""
    names = {name for local in group for name in local.names if name.isupper() and " " not in name}
    return [name.replace(".", "") for name in names]


def is_acronym_of(acronym: str, name: str) -> bool:
    """Whether the letters are the initials of the name, small words counted or not."""
    letters = acronym.replace(".", "").casefold()
    words = re.findall(r"\w+", name.casefold())
    if not 2 <= len(letters) <= 8 or len(words) < 2:
        return False
    small = {"of", "the", "and", "for", "on", "in", "to", "a", "de", "des", "du", "la", "y", "e"}
    initials = "".join(w[0] for w in words), "".join(w[0] for w in words if w not in small)
    return letters in initials


def find_whole_names(bodies: Parted, known: KnownEntities) -> Iterator[FullName]:
    """For bodies called by one word, those that another article calls so beside their full name.

    It is the same body where there is one such only, and the articles share persons or bodies.

    Args:
        bodies: the bodies of the corpus, each with all its articles.
        known: all entities with a name, to know the company of each article.
    """
    short, whole = Groups(bodies.arrays), Groups(bodies.arrays)
    for place, group in enumerate(bodies):
        names = {name_key(name) for local in group for name in (local.entity.name, *local.names)}
        if len(names) == 1 and not any(local.entity.links for local in group):
            name = next(iter(names))
            if " " not in name and not group[0].entity.name.isupper():
                short.add(name, place)
    for place, group in enumerate(bodies):
        for name in _beside_full(group):
            if name in short:
                whole.add(name, place)
    company = lru_cache(_NEAR)(lambda article: _company(known.of_article(article)))
    for hashed, places in whole.items():
        name = next(own for own in _beside_full(bodies[places[0]]) if hash(own) == hashed)
        at = short.of(name)[-1]
        bare = bodies[at]
        groups = [bodies[place] for place in places if place != at]
        fitting = [g for g in groups if not are_abroad(g, bare) and not meet(g, bare)]
        for group in fitting:
            shared = sorted(_shared(bare, group, company) - {name})
            grounds = f", in the company of {', '.join(shared[:5])}" if shared else ""
            several = "; others are called so, too" if len(fitting) > 1 else ""
            accepted = len(fitting) == 1 and len(shared) >= _LEAST
            score = min(0.99, 0.6 + 0.1 * len(shared))
            yield FullName(bare, group, score, f"called so elsewhere{grounds}{several}", accepted)


def _beside_full(group: Members) -> set[str]:
    """What articles call a body that have its full name."""
    return {name_key(name) for local in group if _is_full(local) for name in local.names}


def _is_full(local: ArticleEntity) -> bool:
    """Whether an article has the full name of a body and not only a part of it."""
    return " " in local.entity.name and any(" " in name for name in local.names)


def _company(entities: Iterable[ArticleEntity]) -> set[str]:
    """Which persons and bodies an article names: a person by the last name."""
    found: set[str] = set()
    for local in entities:
        if local.names and local.entity.kind in _COMPANY:
            name = local.entity.name
            person = person_tokens(name)[-1:] if local.entity.kind == "Person" else ()
            found.add(person[0] if person else organization_key(name))
    return found


def _shared(one: Members, other: Members, company: Callable[[str], set[str]]) -> set[str]:
    """The company that articles on both have in common, where they have most of it; of each the first articles tell."""
    pairs = (company(a.key[0]) & company(b.key[0]) for a in one[:_ARTICLES] for b in other[:_ARTICLES])
    return max(pairs, key=lambda found: (len(found), sorted(found)), default=set())


_NEAR = 200
"""Articles whose company is kept in memory."""
