#!/usr/bin/env python3
"""Learn how much each finding of a comparison of two accounts of an event weighs, from clusters that people made.

    learn_event_weights.py GOLD.jsonl RECORDS.jsonl [--strangers RECORDS.jsonl]... [--judged JOINS.jsonl] [--check]

GOLD has a `cluster` for events that several mentions tell and a `topic`, RECORDS are what `newsgraph extract` wrote of
the same articles. STRANGERS are records of collections in which hardly any two articles tell of one event, such as a
paper's articles of many years: they show what long wars and standing disputes have in common. JOINS
(`annotations/joins.jsonl`) says of accounts in these, by article and offset, which event they are of: pairs of which
both are judged take this as the truth.

Writes `src/newsgraph/resolve/events/weights.csv`: its column `prior` is set by hand and read from there, `weight` is
what the data make of it, the less the rarer a finding is. Prints what the weights are worth on topics that they were
not learnt from (five parts by topic); with `--check` nothing is written. Needs no more than newsgraph does.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from newsgraph.record_lines import read_records
from newsgraph.records import Record
from newsgraph.resolve import resolve_entities
from newsgraph.resolve.events.accounts import event_accounts
from newsgraph.resolve.events.acquaintance import Tellers, link_accounts
from newsgraph.resolve.events.articles import read_articles
from newsgraph.resolve.events.columns import Columns
from newsgraph.resolve.events.comparisons import COMPARISONS
from newsgraph.resolve.events.decision import compared_candidates, score_candidates
from newsgraph.resolve.events.grounds import grounded
from newsgraph.resolve.events.profiles import Profile, read_profiles
from newsgraph.resolve.events.rarity import Vectors
from newsgraph.resolve.events.scoring import Scored
from newsgraph.resolve.events.tables import read_table

TABLE = Path(__file__).parents[1] / "src/newsgraph/resolve/events/weights.csv"
START = -3.0
LIFT = 0.4
"""Added to all: the mean over the pairs of two clusters is lower than what it is worth, as some pair is always poor."""
FOLDS = 5
Span = tuple[int, int]


def prepare(records: Sequence[Record]) -> tuple[list[Profile], Columns, Scored]:
    """The profiles of a collection, as columns too, and its candidate pairs with their levels."""
    resolution = resolve_entities(records)
    accounts = [account for record in records for account in event_accounts(record, resolution)]
    read = read_articles(records)
    profiles = read_profiles(accounts, read, resolution)
    sentences = Vectors(read.vocabulary.number, [p.words for p in profiles], read.texts)
    columns = Columns(profiles, read.vectors, sentences)
    return profiles, columns, score_candidates(compared_candidates(profiles, columns), columns)


def load(path: Path) -> list[Record]:
    """The records of a file, in the order of their articles."""
    with path.open("rb") as lines:
        return sorted(read_records(lines), key=lambda record: record.article.id)


def strangers(path: Path, event_of: dict[tuple[str, int], str]) -> tuple[np.ndarray, np.ndarray]:
    """The levels of pairs of accounts of different articles of a collection, and whether they are judged to be one.

    Those that both have a name are left out, and of articles of one story those that nobody has judged.
    """
    profiles, _, scored = prepare(load(path))
    events = [event_of.get(profile.account.key) for profile in profiles]
    kept, same = [], []
    for i, j in scored.pairs.tolist():
        one, other = profiles[i], profiles[j]
        judged = events[i] is not None and events[j] is not None
        named = one.name is not None and other.name is not None
        told_apart = judged or not event_of or one.story != other.story
        kept.append(one.article != other.article and not named and told_apart)
        same.append(judged and events[i] == events[j])
    chosen = np.array(kept, bool)
    return np.asarray(scored.levels[chosen]), np.array(same, float)[chosen]


def match(wanted: Iterable[Span], given: Iterable[Span]) -> dict[Span, Span]:
    """For each span the one that shares most with it; a given span serves one span only."""
    def shared(one: Span, other: Span) -> float:
        return (min(one[1], other[1]) - max(one[0], other[0])) / (max(one[1], other[1]) - min(one[0], other[0]))

    near = [(-shared(w, g), w, g) for w in set(wanted) for g in set(given) if w[0] < g[1] and g[0] < w[1]]
    found: dict[Span, Span] = {}
    for _, want, give in sorted(near):
        if want not in found and give not in found.values():
            found[want] = give
    return found


def mentions(gold: Sequence[dict[str, Any]], profiles: Sequence[Profile]) -> list[tuple[str, Hashable, int]]:
    """Gold mentions that an account tells: the article, the cluster, the number of the account."""
    at: dict[str, dict[Span, int]] = defaultdict(dict)
    for number, profile in enumerate(profiles):
        for event in profile.account.events:
            at[profile.account.article].setdefault((event.start, event.end), number)
    found = []
    for record in gold:
        article = record["article"]["id"]
        spans = match([(e["start"], e["end"]) for e in record["events"]], at[article])
        for event in record["events"]:
            if (span := spans.get((event["start"], event["end"]))) is not None:
                found.append((article, event.get("cluster", (article, event["id"])), at[article][span]))
    return found


def one_hot(levels: np.ndarray) -> np.ndarray:
    """Levels as columns of zeros and ones."""
    return np.concatenate([np.eye(len(c.levels))[levels[:, k]] for k, c in enumerate(COMPARISONS)], axis=1)


def fit(table: np.ndarray, same: np.ndarray, much: np.ndarray, priors: np.ndarray, strength: float) -> np.ndarray:
    """Weights by logistic regression that is drawn to the priors; the last one is what the others are added to."""
    sign = 2 * same - 1
    drawn = np.append(np.ones(len(priors) - 1), 0.01) * strength

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (table @ weights[:-1] + weights[-1])
        slope = -sign * much / (1 + np.exp(margin))
        off = weights - priors
        value = (much * np.logaddexp(0, -margin)).sum() + (drawn * off * off).sum() / 2
        return float(value), np.append(table.T @ slope, slope.sum()) + drawn * off

    return np.asarray(minimize(loss, priors, jac=True, method="L-BFGS-B").x)


def b_cubed(truth: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[float, float, float]:
    """Precision, recall and their mean (Bagga and Baldwin 1998)."""
    both, gold, own = Counter(zip(truth, found, strict=True)), Counter(truth), Counter(found)
    precision = sum(n * n / own[f] for (_, f), n in both.items()) / len(truth)
    recall = sum(n * n / gold[t] for (t, _), n in both.items()) / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def accounts_across(told: Sequence[tuple[str, Hashable, int]]) -> tuple[float, float]:
    """Precision and recall of pairs of accounts of two articles; `told` has the number of the node."""
    events: dict[tuple[int, str], set[Hashable]] = defaultdict(set)
    for article, cluster, node in told:
        events[node, article].add(cluster)
    joined = due = right = 0
    for one, other in combinations(events, 2):
        if one[1] != other[1]:
            same, shared = one[0] == other[0], not events[one].isdisjoint(events[other])
            joined, due, right = joined + same, due + shared, right + (same and shared)
    return right / max(1, joined), right / max(1, due)


def judge(
    profiles: Sequence[Profile], groups: Sequence[Sequence[int]], told: Sequence[tuple[str, Hashable, int]],
    dated: set[str],
) -> str:
    """What the clusters are worth, over all mentions in a node and over those of dated articles."""
    node = {i: n for n, group in enumerate(groups) for i in group if any(profiles[j].is_deed for j in group)}
    lines = []
    for name, only in (("all", None), ("dated", dated)):
        some = [(a, c, node[i]) for a, c, i in told if i in node and (only is None or a in only)]
        precision, recall = accounts_across(some)
        cubed = b_cubed([c for _, c, _ in some], [n for _, _, n in some])
        lines.append(f"{name}: {len(some)} mentions, accounts across P {precision:.3f} R {recall:.3f}, "
                     f"B-cubed {cubed[0]:.3f} {cubed[1]:.3f} {cubed[2]:.3f}")
    return "\n".join(lines)


def write(priors: np.ndarray, weights: np.ndarray) -> None:
    """The table of weights."""
    names = [(c.name, level) for c in COMPARISONS for level in c.levels] + [("start", "")]
    head = TABLE.read_text(encoding="utf-8").split("comparison,", 1)[0]
    rows = [f'{c},"{level}",{p:g},{w:.2f}' for (c, level), p, w in zip(names, priors, weights, strict=True)]
    TABLE.write_text(head + "\n".join(["comparison,level,prior,weight", *rows]) + "\n", encoding="utf-8")


def main() -> None:
    """Learn, judge, write."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gold", type=Path)
    ap.add_argument("records", type=Path)
    ap.add_argument("--strangers", type=Path, action="append", default=[])
    ap.add_argument("--judged", type=Path, help="which accounts of the strangers are of one event")
    ap.add_argument("--strange", type=float, default=2.0, help="how much a pair of strangers counts")
    ap.add_argument("--strength", type=float, default=10.0, help="how much data it takes to move a weight")
    ap.add_argument("--check", action="store_true")
    args = ap.parse_args()
    gold = [json.loads(line) for line in args.gold.read_text(encoding="utf-8").splitlines()]
    profiles, columns, scored = prepare(load(args.records))
    told = mentions(gold, profiles)
    events: dict[int, set[Hashable]] = defaultdict(set)
    for _, cluster, number in told:
        events[number].add(cluster)
    topic = {g["article"]["id"]: g["topic"] for g in gold}
    fold_of = {name: n % FOLDS for n, name in enumerate(sorted(set(topic.values())))}
    fold = np.array([fold_of[topic[p.account.article]] for p in profiles])
    topics = np.array([topic[p.account.article] for p in profiles])
    one, other = scored.pairs[:, 0], scored.pairs[:, 1]
    same = np.array([bool(events.get(i, set()) & events.get(j, set())) for i, j in scored.pairs.tolist()], float)
    known = np.array([i in events and j in events for i, j in scored.pairs.tolist()]) | (topics[one] != topics[other])
    prior_of = {(row["comparison"], row["level"]): float(row["prior"]) for row in read_table("weights")}
    priors = np.array([prior_of.get((c.name, level), 0.0) for c in COMPARISONS for level in c.levels] + [START])
    table = one_hot(scored.levels)
    print(f"{len(profiles)} accounts, {len(table)} pairs, {known.sum()} judged, {int(same.sum())} of one event")
    rows = [json.loads(line) for line in args.judged.read_text(encoding="utf-8").splitlines()] if args.judged else []
    event_of = {(row["article"], row["start"]): row["event"] for row in rows}
    strange = [strangers(path, event_of) for path in args.strangers]
    apart = one_hot(np.concatenate([levels for levels, _ in strange])) if strange else table[:0]
    joined = np.concatenate([one for _, one in strange]) if strange else np.zeros(0)
    print(f"{len(apart)} pairs of strangers, {int(joined.sum())} of them judged to be one")

    def learnt(chosen: np.ndarray) -> np.ndarray:
        both = np.concatenate([table[chosen], apart])
        much = np.append(np.ones(chosen.sum()), np.full(len(apart), args.strange))
        return fit(both, np.append(same[chosen], joined), much, priors, args.strength)

    odds = np.zeros(len(table))
    for part in range(FOLDS):
        weights = learnt(known & (fold[one] != part) & (fold[other] != part))
        value = table @ weights[:-1] + weights[-1] + LIFT
        odds += value * ((fold[one] == part).astype(float) + (fold[other] == part)) / 2
    likely, close = (grounded(scored.levels, odds, close=close) for close in (False, True))
    groups, _, _ = link_accounts(scored.pairs, likely, close, Tellers.of(columns))
    dated = {g["article"]["id"] for g in gold if g["article"].get("published")}
    print(judge(profiles, groups, told, dated))
    if not args.check:
        weights = learnt(known)
        weights[-1] += LIFT
        write(priors, weights)


if __name__ == "__main__":
    main()
