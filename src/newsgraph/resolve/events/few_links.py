"""What is known between the clusters of a set that few pairs bring together, in dictionaries: they are the fastest."""

from __future__ import annotations

from collections import defaultdict

from newsgraph.resolve.events.joins import Changed, Near


class FewLinks:
    """Between clusters, each named by one of its items: the sum over their pairs, how many were given, the best."""

    def __init__(self, pairs: list[list[int]], values: list[float], least: float, unknown: float) -> None:
        """Pairs are in the order of their values, the greatest first."""
        self._pairs, self._values, self._least, self._unknown = pairs, values, least, unknown
        self._links: dict[int, dict[int, int]] = defaultdict(dict)
        """For each cluster those that it is linked to, with the number of the link that both have."""
        for rank, (one, other) in enumerate(pairs):
            self._links[one][other] = self._links[other][one] = rank
        self._totals, self._counts, self._best = values.copy(), [1] * len(pairs), list(range(len(pairs)))
        self._members = {item: [item] for item in self._links}
        self.changed = dict.fromkeys(self._links, 0)
        """For each cluster the number of the join that made it."""

    def likely(self) -> _Few:
        """The pairs over the least mean."""
        found = [(-v, one, other) for (one, other), v in zip(self._pairs, self._values, strict=True) if v > self._least]
        return _Few(found[::-1], found[0], is_ordered=True)

    def degree(self, cluster: int) -> int:
        """How many others a cluster is linked to."""
        return len(self._links[cluster])

    def between(self, one: int, other: int) -> int:
        """The rank of the best pair of two clusters that are linked."""
        return self._best[self._links[one][other]]

    def join(self, keep: int, gone: int) -> _Few | None:
        """Let the items and links of one cluster be those of another; what may be joined with it then."""
        self._absorb(keep, gone)
        self._members[keep] += self._members.pop(gone)
        found, size, least, unknown = list[Near](), len(self._members[keep]), self._least, self._unknown
        totals, counts, members = self._totals, self._counts, self._members
        for near, link in self._links[keep].items():
            every = size * len(members[near])
            mean = (totals[link] + unknown * (every - counts[link])) / every
            if mean > least:
                found.append((-mean, keep, near) if keep < near else (-mean, near, keep))
        return _Few(found, min(found)) if found else None

    def groups(self) -> list[list[int]]:
        """The clusters of more than one item."""
        return sorted(sorted(group) for group in self._members.values() if len(group) > 1)

    def _absorb(self, keep: int, gone: int) -> None:
        links, totals, counts, best = self._links, self._totals, self._counts, self._best
        kept = links[keep]
        del kept[gone]
        absorbed = links.pop(gone)
        del absorbed[keep]
        for near, link in absorbed.items():
            others, own = links[near], kept.get(near)
            del others[gone]
            if own is None:
                kept[near] = others[keep] = link
            else:
                totals[own] += totals[link]
                counts[own] += counts[link]
                if best[link] < best[own]:
                    best[own] = best[link]


class _Few:
    """Clusters that may be joined; they are put in order when the first of them are no more what they were."""

    __slots__ = ("_found", "_is_ordered", "best")

    def __init__(self, found: list[Near], best: Near, *, is_ordered: bool = False) -> None:
        """In order the best is the last."""
        self._found, self.best, self._is_ordered = found, best, is_ordered

    def following(self, number: int, changed: Changed) -> Near | None:
        """The best of those that are as they were at a join; those before it are let go."""
        found = self._found
        if not self._is_ordered:
            found.sort(reverse=True)
            self._is_ordered = True
        while found and (changed[found[-1][1]] > number or changed[found[-1][2]] > number):
            found.pop()
        return found[-1] if found else None
