"""Persons' names: full names that differ in middle names, surnames and forenames alone."""

from __future__ import annotations

from collections import defaultdict

from newsgraph.language.name_clusters import Cluster, merge
from newsgraph.language.words import Words

_SUFFIXES = frozenset("jr sr ii iii iv phd md".split())


def join_persons(clusters: list[Cluster]) -> None:
    """Full names of one person that differ in middle names and initials."""
    by_surname: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.top().kind == "Person" and len(cluster.key) > 1:
            by_surname[_surname(cluster.key)].append(cluster)
    for same in by_surname.values():
        same.sort(key=lambda c: -len(c.key))
        for i, short in enumerate(same):
            fits = [long for long in same[:i] if long.into is None and _same_person(_bare(short.key), _bare(long.key))]
            if len(fits) == 1:
                low, bare = [[w.casefold() for w in _bare(key)] for key in (short.key, fits[0].key)]
                merge(short, fits[0], "surname" if bare[-len(low) :] == low else "same person")


def _bare(key: tuple[str, ...]) -> list[str]:
    return [w for w in key if w.casefold() not in _SUFFIXES] or list(key)


def _surname(key: tuple[str, ...]) -> str:
    return _bare(key)[-1].casefold()


def _same_person(short: list[str], long: list[str]) -> bool:
    """Whether each forename of the shorter name is, or begins, one of the longer name's, in their order."""
    rest = iter(long[:-1])
    for word in short[:-1]:
        for other in rest:
            a, b = word.casefold(), other.casefold()
            if a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b)):
                break
        else:
            return False
    return True


def _may_be_surname(words: Words, cluster: Cluster) -> bool:
    """Whether one word that is not taken for a person may be one's surname all the same."""
    entry = cluster.entry
    if entry is None:
        return True
    if entry.kind != "Place" or entry.feature == "capital" or entry.population > 2_000_000:
        return False
    placed = sum(
        1
        for span in cluster.spans
        if span.start > 0 and words.lower[span.start - 1] in ("in", "at", "near", "from", "to")
    )
    return 2 * placed < len(cluster.spans)


def find_surnames(words: Words, clusters: list[Cluster]) -> dict[int, list[Cluster]]:
    """For each cluster of a bare surname or forename: the persons whose full name has it."""
    persons = [c for c in clusters if len(c.key) > 1 and c.top().kind == "Person"]
    by_part: dict[str, list[tuple[Cluster, int]]] = defaultdict(list)
    for person in persons:
        bare = [w.casefold() for w in _bare(person.key)]
        for i, word in enumerate(bare):
            by_part[word].append((person, len(bare) - i))
    found: dict[int, list[Cluster]] = {}
    for cluster in clusters:
        low = [w.casefold() for w in cluster.key]
        if cluster.into is not None or cluster.kind not in ("Person", "Other", "Organization", "Place", "Group"):
            continue
        if cluster.kind != "Person" and (len(low) > 1 or not _may_be_surname(words, cluster)):
            continue
        size = len(low)
        fits: dict[int, tuple[int, Cluster]] = {}
        for person, from_end in by_part.get(low[0], ()):
            bare = [w.casefold() for w in _bare(person.key)]
            at = len(bare) - from_end
            if size >= len(bare) or bare[at : at + size] != low or person.top() is cluster:
                continue
            last = from_end == size
            fits[id(person.top())] = (0 if last else 1 if at == 0 else 2, person.top())
        if fits:
            best = min(rank for rank, _ in fits.values())
            found[id(cluster)] = [p for rank, p in fits.values() if rank == best]
            cluster.reason = "surname" if best == 0 else "forename" if best == 1 else "part of name"
    return found
