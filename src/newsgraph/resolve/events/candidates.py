"""Which accounts are compared at all: those that share blocks, found without comparing all with all.

No account and no block is left out, no block is wide, and the work grows with the number of accounts. Each account is
compared with the `NEAREST` that it shares most with; what many articles tell is linked through these like a net.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
from scipy import sparse

from newsgraph.resolve.events.blocks import Blocks, Things
from newsgraph.resolve.events.linkage import distinct
from newsgraph.resolve.events.profiles import Profile
from newsgraph.resolve.events.rarity import Vectors, greatest
from newsgraph.resolve.events.wide_blocks import divided
from newsgraph.stored.arrays import Arrays
from newsgraph.stored.groups import SortedParts
from newsgraph.stored.wide_tables import WideTable

NEAREST = 40
_CELLS = 200_000
"""Accounts that others share a block with, when some are matched with all others at a time."""
_ONES = 200_000
"""Accounts of blocks that are looked at at a time."""


def candidate_pairs(profiles: Sequence[Profile], articles: Vectors, sentences: Vectors) -> Iterator[np.ndarray]:
    """Pairs of accounts that may be of one event: arrays of two columns of their numbers."""
    things = Things()
    things.enter(profiles)
    return pairs_of_blocks(things.blocks(articles, sentences), things.days)


def pairs_of_blocks(
    blocks: Iterable[tuple[int, Blocks]], days: np.ndarray, arrays: Arrays | None = None
) -> Iterator[np.ndarray]:
    """Pairs of accounts that share blocks, some accounts at a time; by `days` each account has its place.

    `blocks` come with their sorts, all of a sort together.
    """
    arrays, size = arrays or Arrays(), len(days)
    rows, shift = SortedParts(arrays), 63 - size.bit_length()
    members, sizes, weights = arrays.column(np.int32), arrays.column(np.int32), arrays.column(np.float64)
    width = 0
    for some in divided(blocks, days, arrays):
        once, wide, times = some.once()
        sizes.append(wide)
        weights.append(np.round((np.log(size / wide) + 1) * _EXACT) / _EXACT * times)
        members.append(once.accounts)
        rows.append(once.accounts.astype(np.int64) << shift, np.repeat(np.arange(len(wide)) + width, wide))
        width += len(wide)
    wide, standing, weighed = arrays.lay([sizes, members, weights])
    turned = WideTable(_turned(wide, standing, size, arrays), arrays)
    bits, found = size.bit_length(), SortedParts(arrays)
    narrow = 63 - 2 * bits
    for keys, numbers in rows:
        accounts = keys >> shift
        for low, high in _steps(accounts, wide[numbers]):
            first, last = int(accounts[low]), int(accounts[high - 1])
            cells = weighed[numbers[low:high]], (accounts[low:high] - first, numbers[low:high])
            found_here, others = turned.multiplied(sparse.csr_matrix(cells, shape=(last - first + 1, width)))
            here, there, _ = greatest(found_here, NEAREST + 1)
            pairs = distinct(np.stack([here + first, others[there]], axis=1))
            found.append((pairs[:, 0] << bits | pairs[:, 1]) << narrow, np.zeros(len(pairs), np.int32))
            arrays.release()
    for keys, _ in found:
        once = keys[np.diff(keys, prepend=-1) != 0] >> narrow
        yield np.stack([once >> bits, once & (1 << bits) - 1], axis=1)


def _steps(accounts: np.ndarray, sizes: np.ndarray) -> Iterator[tuple[int, int]]:
    """Rows of accounts in steps, all of an account in one; `sizes` say how many stand in the block of each."""
    starts = np.flatnonzero(np.diff(accounts, prepend=-1))
    cells = np.cumsum(sizes, dtype=np.int64)[starts] // _CELLS
    yield from pairwise([0, *starts[1:][np.diff(cells) > 0].tolist(), len(accounts)])


_EXACT = 1 << 20
"""Weights are multiples of one by this, so that their sums are exact and do not depend on an order."""


def _turned(sizes: np.ndarray, members: np.ndarray, size: int, arrays: Arrays) -> sparse.csr_matrix:
    """A row for each block, with ones for the accounts that stand in it."""
    ones = arrays.column(np.float64)
    for start in range(0, len(members), _ONES):
        ones.append(np.ones(min(_ONES, len(members) - start)))
    (laid,) = arrays.lay([ones])
    if not len(sizes):
        return sparse.csr_matrix((1, size))
    return sparse.csr_matrix((laid, members, arrays.ends(sizes, size=len(members))), shape=(len(sizes), size))
