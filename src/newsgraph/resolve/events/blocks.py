"""Which accounts are compared at all: those that share something rare, found without comparing all with all.

An account stands in a block for each rare thing that it has: a name, a place, a day, a rare word of its sentence or of
its article, each with the sort of deed. A block of more than `WIDEST` is divided by what else its members have, and
what no second thing divides is laid out by day and cut into overlapping runs. So no account and no block is left out,
no block is wide, and the work grows with the number of accounts. Each account is then compared with the `NEAREST`
that it shares most with; what many articles tell is linked through these like a net.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations

import numpy as np
from scipy import sparse

from newsgraph.resolve.events.linkage import distinct
from newsgraph.resolve.events.profiles import Profile
from newsgraph.resolve.events.rarity import Vectors, greatest

WIDEST = 60
NEAREST = 40
_SENTENCE_WORDS = 6
_ARTICLE_WORDS = 8
_ROWS = 4000
"""Accounts that are matched with all others at a time."""

Block = tuple[Hashable, ...]


def candidate_pairs(profiles: Sequence[Profile], articles: Vectors, sentences: Vectors) -> np.ndarray:
    """Pairs of accounts that may be of one event: an array of two columns of their numbers."""
    blocks = _divide(_blocks(profiles, articles, sentences), profiles)
    sizes = np.array([len(block) for block in blocks])
    if not len(sizes):
        return np.empty((0, 2), np.int64)
    columns = np.repeat(np.arange(len(blocks)), sizes)
    rows = np.fromiter((i for block in blocks for i in block), np.int64, int(sizes.sum()))
    weight = np.log(len(profiles) / sizes[columns]) + 1
    table = sparse.csr_matrix((weight, (rows, columns)), shape=(len(profiles), len(blocks)))
    plain = table.copy()
    plain.data[:] = 1.0
    turned = plain.T.tocsr()
    found = [np.empty((0, 2), np.int64)]
    for start in range(0, len(profiles), _ROWS):
        here, there, _ = greatest((table[start : start + _ROWS] @ turned).tocsr(), NEAREST + 1)
        found.append(np.stack([here + start, there], axis=1))
    return distinct(np.concatenate(found))


def _blocks(profiles: Sequence[Profile], articles: Vectors, sentences: Vectors) -> dict[Block, list[int]]:
    article_words = _rarest(articles, _ARTICLE_WORDS)
    sentence_words = _rarest(sentences, _SENTENCE_WORDS)
    found: dict[Block, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        if profile.name:
            found["name", profile.name].append(number)
        things: set[Hashable] = {*profile.agent.named, *profile.target.named, *profile.place.named}
        things |= {("sentence", w) for w in sentence_words[number]}
        things |= {("article", w) for w in article_words[profile.article]}
        if profile.days:
            things |= {day.isoformat() for day in profile.days}
        for sort in profile.happenings | ({profile.account.kind} - {"OTHER"}):
            for thing in things:
                found[sort, thing].append(number)
    return {block: members for block, members in found.items() if len(members) > 1}


def _rarest(vectors: Vectors, most: int) -> list[list[int]]:
    """For each text, the columns of the words that weigh most in it."""
    rows = vectors.keywords(most)
    return [rows.indices[rows.indptr[i] : rows.indptr[i + 1]].tolist() for i in range(rows.shape[0])]


def _divide(blocks: dict[Block, list[int]], profiles: Sequence[Profile]) -> list[list[int]]:
    """The blocks, those that are too wide divided."""
    ordered = sorted(blocks.items(), key=lambda item: repr(item[0]))
    fine = [members for _, members in ordered if len(members) <= WIDEST]
    wide: dict[int, list[tuple[Hashable, int]]] = defaultdict(list)
    for place, (block, members) in enumerate(ordered):
        for number in members if len(members) > WIDEST else ():
            wide[number].append((block[0], place))
    twice: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, some in sorted(wide.items()):
        for (sort, one), (another, other) in combinations(some, 2):
            if sort == another:
                twice[one, other].append(number)
    for members in twice.values():
        fine.extend(_runs(members, profiles))
    return fine


def _runs(members: list[int], profiles: Sequence[Profile]) -> Iterable[list[int]]:
    """Members by day, in runs that overlap by half."""
    if len(members) < 2:
        return
    if len(members) <= WIDEST:
        yield members
        return
    order = sorted(members, key=lambda i: (str(profiles[i].days or profiles[i].published or ""), i))
    for start in range(0, len(order) - WIDEST // 2, WIDEST // 2):
        yield order[start : start + WIDEST]
