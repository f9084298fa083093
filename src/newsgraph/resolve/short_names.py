"""Bodies that one article calls by initials or by a short name alone, and another by the full name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsgraph.resolve.article_entities import ArticleEntity
from newsgraph.resolve.names import is_acronym_of, name_key, organization_key, person_tokens

_COMPANY = frozenset("Person Organization Agency Party ArmedGroup".split())
_LEAST = 2
"""How many persons and bodies the articles must have in common for a short name to be the same body's."""
_ARTICLES = 50
"""Of how many articles on each the company is compared."""

Group = Sequence[ArticleEntity]


class FullName(NamedTuple):
    """A body called by its short name, and the one that may bear it."""

    short: Group
    whole: Group
    score: float
    reason: str
    accepted: bool


def find_spelled_out(bodies: Iterable[Group]) -> Iterator[FullName]:
    """For bodies called by initials alone, those of the other articles whose initials these are."""
    by_alias: dict[str, list[Group]] = defaultdict(list)
    for group in bodies:
        for alias in sorted({name for local in group for name in local.names if name.isupper() and " " not in name}):
            by_alias[alias.replace(".", "")].append(group)
    for acronym, named in sorted(by_alias.items()):
        full = [g for g in named if any(is_acronym_of(acronym, local.entity.name) for local in g)]
        for bare in (g for g in named if all(name_key(local.entity.name) == acronym.casefold() for local in g)):
            fitting = [g for g in full if g is not bare and not _are_abroad(g, bare)]
            reason = f"{acronym} are the initials" + ("" if len(fitting) == 1 else " of several bodies")
            yield from (FullName(bare, whole, 0.9, reason, len(fitting) == 1) for whole in fitting)


def find_whole_names(bodies: Iterable[Group], everyone: Iterable[ArticleEntity]) -> Iterator[FullName]:
    """For bodies called by one word, those that another article calls so beside their full name.

    It is the same body where there is one such only, and the articles share persons or bodies.

    Args:
        bodies: the bodies of the corpus, each with all its articles.
        everyone: all entities with a name, to know the company of each article.
    """
    every = list(bodies)
    short: dict[str, Group] = {}
    for group in every:
        names = {name_key(name) for local in group for name in (local.entity.name, *local.names)}
        if len(names) == 1 and not any(local.entity.links for local in group):
            name = next(iter(names))
            if " " not in name and not group[0].entity.name.isupper():
                short[name] = group
    whole: dict[str, list[Group]] = defaultdict(list)
    for group in every:
        for name in sorted({name_key(n) for local in group if _is_full(local) for n in local.names} & short.keys()):
            whole[name].append(group)
    asked = {local.key[0] for name, groups in whole.items() for g in (short[name], *groups) for local in g}
    company = _companies(everyone, asked) if asked else {}
    for name, groups in sorted(whole.items()):
        bare = short[name]
        fitting = [g for g in groups if g is not bare and not _are_abroad(g, bare) and not _meet(g, bare)]
        for group in fitting:
            shared = sorted(_shared(bare, group, company) - {name})
            grounds = f", in the company of {', '.join(shared[:5])}" if shared else ""
            several = "; others are called so, too" if len(fitting) > 1 else ""
            accepted = len(fitting) == 1 and len(shared) >= _LEAST
            score = min(0.99, 0.6 + 0.1 * len(shared))
            yield FullName(bare, group, score, f"called so elsewhere{grounds}{several}", accepted)


def _is_full(local: ArticleEntity) -> bool:
    """Whether an article has the full name of a body and not only a part of it."""
    return " " in local.entity.name and any(" " in name for name in local.names)


def _meet(one: Group, other: Group) -> bool:
    """Whether one article speaks of both, and so tells them apart."""
    return not {local.key[0] for local in one}.isdisjoint(local.key[0] for local in other)


def _are_abroad(one: Group, other: Group) -> bool:
    first, second = ({local.country for local in group} - {None} for group in (one, other))
    return bool(first and second and not first & second)


def _companies(everyone: Iterable[ArticleEntity], articles: set[str]) -> dict[str, set[str]]:
    """Which persons and bodies some articles name: a person by the last name."""
    found: dict[str, set[str]] = defaultdict(set)
    for local in everyone:
        if local.key[0] in articles and local.names and local.entity.kind in _COMPANY:
            name = local.entity.name
            person = person_tokens(name)[-1:] if local.entity.kind == "Person" else ()
            found[local.key[0]].add(person[0] if person else organization_key(name))
    return found


def _shared(one: Group, other: Group, company: dict[str, set[str]]) -> set[str]:
    """The company that articles on both have in common, where they have most of it; of each the first articles tell."""
    pairs = (
        company.get(a.key[0], set()) & company.get(b.key[0], set()) for a in one[:_ARTICLES] for b in other[:_ARTICLES]
    )
    return max(pairs, key=lambda found: (len(found), sorted(found)), default=set())
