"""Events across articles: one node for one event, by a score with its grounds.

Pairs of accounts that share something rare are compared point by point; the weights of what is found add up to the
log-odds that they are of one event; and accounts that are of one event on the whole become one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from newsgraph.records import Record
from newsgraph.resolve.entities import Resolution
from newsgraph.resolve.events.accounts import EventAccount
from newsgraph.resolve.events.articles import article_vectors, find_stories
from newsgraph.resolve.events.blocks import candidate_pairs
from newsgraph.resolve.events.linkage import Join, average_linkage
from newsgraph.resolve.events.profiles import Profile, read_profiles
from newsgraph.resolve.events.rarity import Vectors
from newsgraph.resolve.events.scoring import Scored, explain, score, share
from newsgraph.resolve.events.wording import words_of
from newsgraph.resolve.merges import Clusters, Merge

LEAST = 0.0
"""The mean log-odds over which accounts are one event."""
UNKNOWN = -0.5
"""The log-odds of a pair that was not compared."""
_DOUBTFUL = -0.6
"""The log-odds from which a pair that was left apart is shown to a person."""
_WIDEST = 100
"""Accounts that may hang together by likely pairs and are still all compared with each other."""


def merge_accounts(
    accounts: Sequence[EventAccount], records: Sequence[Record], resolution: Resolution
) -> tuple[list[list[EventAccount]], list[Merge]]:
    """The accounts that are of one event, together, and why; also the doubtful pairs that were left apart."""
    accounts = sorted(accounts, key=lambda account: account.key)
    records = sorted(records, key=lambda record: record.article.id)
    articles = article_vectors(records)
    profiles = read_profiles(accounts, records, resolution, find_stories(articles))
    sentences = Vectors([p.words for p in profiles], [words_of(record.article.text) for record in records])
    scored = score_candidates(profiles, articles, sentences)
    known = ((i, j, odds) for (i, j), odds in zip(scored.pairs.tolist(), scored.odds.tolist(), strict=True))
    groups, joins = average_linkage(len(profiles), known, LEAST, UNKNOWN)
    merged = [[profiles[i].account for i in group] for group in groups]
    compared = {account.key for group in merged for account in group}
    merged += [[account] for account in accounts if account.key not in compared]
    for group in merged:
        group.sort(key=lambda account: account.key)
    return sorted(merged, key=lambda group: group[0].key), _decisions(profiles, groups, joins, scored, resolution)


def score_candidates(profiles: Sequence[Profile], articles: Vectors, sentences: Vectors) -> Scored:
    """The scored pairs: the candidates, and all pairs of those that likely pairs bring together."""
    first = score(profiles, _compared(candidate_pairs(profiles, articles, sentences), profiles), articles, sentences)
    more = _compared(_completing(first, len(profiles)), profiles)
    if not len(more):
        return first
    second = score(profiles, more, articles, sentences)
    return Scored(
        np.concatenate([first.pairs, second.pairs]), np.concatenate([first.levels, second.levels]),
        np.concatenate([first.odds, second.odds]),
    )


_LEAD = 2
"""Sentences below the heading in which its event is told again."""


def _compared(pairs: np.ndarray, profiles: Sequence[Profile]) -> np.ndarray:
    """Those pairs of which one at least is an event of its own; of one article, a heading and what is told below it."""
    def is_due(one: Profile, other: Profile) -> bool:
        if one.article == other.article:
            first, last = sorted((one.sentence, other.sentence))
            return first == 0 < last <= _LEAD and one.is_deed and other.is_deed
        return one.is_deed or other.is_deed

    due = np.fromiter((is_due(profiles[i], profiles[j]) for i, j in pairs.tolist()), bool, len(pairs))
    return pairs[due]


def _completing(scored: Scored, size: int) -> np.ndarray:
    together: Clusters[int] = Clusters(range(size))
    for (one, other), odds in zip(scored.pairs.tolist(), scored.odds.tolist(), strict=True):
        if odds > LEAST:
            together.join(one, other)
    known = set(map(tuple, scored.pairs.tolist()))
    found = [
        (one, other)
        for group in together.groups() if len(group) <= _WIDEST
        for position, one in enumerate(group) for other in group[position + 1 :]
        if (one, other) not in known
    ]
    return np.array(found, np.int64).reshape(-1, 2)


def _decisions(
    profiles: Sequence[Profile], groups: Sequence[Sequence[int]], joins: Sequence[Join], scored: Scored,
    resolution: Resolution,
) -> list[Merge]:
    cluster = {account: number for number, group in enumerate(groups) for account in group}
    row_of = {pair: row for row, pair in enumerate(map(tuple, scored.pairs.tolist()))}

    def decide(one: int, other: int, odds: float, accepted: bool) -> Merge:
        levels = scored.levels[row_of[one, other]].tolist()
        first, second = sorted((profiles[one].account.label, profiles[other].account.label))
        reason = explain(profiles[one], profiles[other], levels, resolution)
        return Merge(first, second, round(share(odds), 3), reason, accepted)

    found = [decide(join.one, join.other, join.mean, True) for join in joins]
    best: dict[tuple[int, int], tuple[float, int, int]] = defaultdict(lambda: (_DOUBTFUL, -1, -1))
    for (one, other), odds in zip(scored.pairs.tolist(), scored.odds.tolist(), strict=True):
        both = (min(cluster[one], cluster[other]), max(cluster[one], cluster[other]))
        if both[0] != both[1] and odds > best[both][0] and profiles[one].is_deed and profiles[other].is_deed:
            best[both] = (odds, one, other)
    found += [decide(one, other, odds, False) for _, (odds, one, other) in sorted(best.items())  if one >= 0]
    return sorted(set(found))
