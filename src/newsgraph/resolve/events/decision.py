"""Events across articles: one node for one event, by a score with its grounds.

Pairs of accounts that share something rare are compared point by point; the weights of what is found add up to the
log-odds that they are of one event; and accounts that are of one event on the whole become one, once more where
articles have met in a first event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from newsgraph.records import Record
from newsgraph.resolve.entities.resolution import Resolution
from newsgraph.resolve.events.accounts import EventAccount
from newsgraph.resolve.events.acquaintance import LEAST, Tellers, link_accounts
from newsgraph.resolve.events.articles import ReadArticles, read_articles
from newsgraph.resolve.events.candidates import candidate_pairs
from newsgraph.resolve.events.columns import Columns
from newsgraph.resolve.events.hanging_together import hanging_together
from newsgraph.resolve.events.joins import Join
from newsgraph.resolve.events.linkage import distinct
from newsgraph.resolve.events.profiles import Profile, read_profiles
from newsgraph.resolve.events.rarity import Vectors
from newsgraph.resolve.events.scoring import Scored, Told, explain, score, score_likely, shares, together, told_points
from newsgraph.resolve.events.uncompared import WIDEST, tell_uncompared
from newsgraph.resolve.merges import Asked, Merge, Pair
from newsgraph.stored.sorted_numbers import each_once

_DOUBTFUL = -0.2
"""The log-odds from which a pair that was left apart is shown to a person."""


def merge_accounts(
    accounts: Sequence[EventAccount], records: Sequence[Record], resolution: Resolution,
    read: ReadArticles | None = None,
) -> tuple[list[list[EventAccount]], Iterable[Merge]]:
    """The accounts that are of one event, together, and why; also the doubtful pairs that were left apart.

    The reasons are put into words whenever they are gone through.
    `read` are the records as articles that have been compared, where that has been done.
    """
    accounts = sorted(accounts, key=lambda account: account.key)
    read = read or read_articles(records)
    profiles = read_profiles(accounts, read, resolution)
    sentences = Vectors(read.vocabulary.number, [p.words for p in profiles], read.texts)
    columns = Columns(profiles, read.vectors, sentences)
    candidates = compared_candidates(profiles, columns)
    told, compared = list(map(Told.of, profiles)), [profile.account for profile in profiles]
    del profiles  # what they say stands in the columns
    scored, tellers = score_candidates(candidates, columns), Tellers.of(columns)
    del candidates, columns, sentences
    groups, joins, odds = link_accounts(scored.pairs, scored.odds, scored.close, tellers)
    scored = replace(scored, odds=odds)
    place = {id(account): number for number, account in enumerate(accounts)}
    merged = [[compared[i] for i in group] for group in groups]
    together = {id(account) for group in merged for account in group}
    merged += [[account] for account in accounts if id(account) not in together]
    merged.sort(key=lambda group: place[id(group[0])])
    return merged, _decisions(told, tellers.is_deed, groups, joins, scored, resolution)


def compared_candidates(profiles: Sequence[Profile], columns: Columns) -> np.ndarray:
    """The pairs of accounts that are compared: two columns of their numbers, of 32 bits, as there are so many."""
    found = [np.empty((0, 2), np.int32)]
    for pairs in candidate_pairs(profiles, columns.articles, columns.sentences):
        found.append(compared_pairs(pairs, columns).astype(np.int32))
    return np.concatenate(found)


def score_candidates(compared: np.ndarray, columns: Columns) -> Scored:
    """The scored pairs: the likely ones of the candidates, and all pairs of those that likely pairs bring together.

    What else was compared neither joins anything nor is shown to anybody.
    """
    first, likely = score_likely(columns, compared, _DOUBTFUL)
    part = hanging_together(len(columns.is_deed), first.pairs[np.maximum(first.odds, first.close) > LEAST])
    inside = compared[~likely & (part[compared[:, 0]] == part[compared[:, 1]])].astype(np.int64)
    tell_uncompared(hanging_together(len(columns.is_deed), first.pairs[first.odds > LEAST]))
    more = completing_pairs(first.pairs, first.odds, columns, (first.pairs, inside))
    return together([first, score(columns, np.concatenate([inside, more]))])


_LEAD = 2
"""Sentences below the heading in which its event is told again."""


def compared_pairs(pairs: np.ndarray, columns: Columns) -> np.ndarray:
    """Those pairs of which one at least is an event of its own.

    Of one article, a heading and what is told below it, and deaths of one and the same.
    """
    one, other = pairs[:, 0], pairs[:, 1]
    deed, sentence = columns.is_deed, columns.sentence
    kept = deed[one] | deed[other]
    rows = np.flatnonzero(columns.article[one] == columns.article[other])
    one, other = one[rows], other[rows]
    first, last = np.minimum(sentence[one], sentence[other]), np.maximum(sentence[one], sentence[other])
    below = (first == 0) & (last > 0) & (last <= _LEAD) & deed[one] & deed[other]
    kept[rows] = below | (columns.dead.shared(columns.dead, one, other) > 0)
    return np.asarray(pairs[kept])


def completing_pairs(
    pairs: np.ndarray, odds: np.ndarray, columns: Columns, known: Iterable[np.ndarray] | None = None
) -> np.ndarray:
    """The pairs that were not compared of accounts that likely pairs bring together, where these are not too many.

    `known` are all pairs that were compared, in parts, if `pairs` are only the likely ones.
    """
    size = len(columns.is_deed)
    likely = pairs[odds > LEAST]
    items = each_once(likely.ravel())
    part = hanging_together(len(items), np.searchsorted(items, likely))
    order = np.argsort(part, kind="stable")
    groups = np.split(items[order], np.flatnonzero(np.diff(part[order])) + 1)
    found = [np.empty((0, 2), np.int64)]
    for group in groups:
        if 2 < len(group) <= WIDEST:
            one, other = np.triu_indices(len(group), 1)
            found.append(np.stack([group[one], group[other]], axis=1))
    more = distinct(np.concatenate(found))
    keys, new = _keys(more, size), np.ones(len(more), bool)
    for some in (pairs,) if known is None else known:
        there = np.sort(_keys(some, size))
        new &= np.append(there, -1)[np.searchsorted(there, keys)] != keys
    more = more[new]
    return np.asarray(more[columns.is_deed[more].any(axis=1)])


def _keys(pairs: np.ndarray, size: int) -> np.ndarray:
    return np.asarray(pairs[:, 0] * size + pairs[:, 1])


@dataclass(frozen=True, slots=True)
class _Compared:
    """Pairs of which a person may want to know why they came together, or were left apart."""

    pairs: np.ndarray
    levels: np.ndarray
    odds: np.ndarray
    accepted: bool

    def decisions(self, told: Mapping[int, Told], entities: Sequence[str]) -> Iterator[Merge]:
        """The decisions, worded."""
        labels: dict[int, str] = {}
        pairs, points = self.pairs.tolist(), told_points(self.levels)
        for (one, other), point, value in zip(pairs, points, shares(self.odds).tolist(), strict=True):
            for number in (one, other):
                if number not in labels:
                    labels[number] = told[number].label
            reason = explain(told[one], told[other], point, entities)
            (first, item), (second, other_item) = sorted((labels[place], told[place].item) for place in (one, other))
            pair = Pair("event", item, other_item)
            yield Merge(first, second, round(value, 3), reason, self.accepted, pair)


def _decisions(
    told: Sequence[Told], deed: np.ndarray, groups: Sequence[Sequence[int]], joins: Sequence[Join], scored: Scored,
    resolution: Resolution,
) -> Asked:
    size = len(told)
    order = np.argsort(keys := _keys(scored.pairs, size))
    cluster = np.arange(size)
    for group in groups:
        if len(group) > 1:
            cluster[group] = group[0]
    best = np.array([(join.one, join.other) for join in joins], np.int64).reshape(-1, 2)
    joined = order[np.searchsorted(keys, _keys(best, size), sorter=order)]
    rows = np.flatnonzero(scored.odds > _DOUBTFUL)
    both = np.sort(cluster[scored.pairs[rows]], axis=1)
    there = (both[:, 0] != both[:, 1]) & deed[scored.pairs[rows]].all(axis=1)
    rows, between = rows[there], _keys(both[there], size)
    clearest = np.lexsort((keys[rows], -scored.odds[rows], between))
    apart = rows[clearest[np.flatnonzero(np.diff(between[clearest], prepend=-1))]]
    found = (
        _Compared(scored.pairs[joined], scored.levels[joined], np.array([join.mean for join in joins], float), True),
        _Compared(scored.pairs[apart], scored.levels[apart], scored.odds[apart], False),
    )
    asked = each_once(np.concatenate([some.pairs.ravel() for some in found]))
    wanted = {number: told[number] for number in asked.tolist()}
    names = [entity.name for entity in resolution.entities]
    return Asked(lambda: sorted({merge for some in found for merge in some.decisions(wanted, names)}))
