"""Accounts of which not all pairs are compared, as too many hang together: how many, which a warning tells.

Of accounts that likely pairs bring together all pairs are compared, even those that share nothing rare, for events are
joined by the mean of their pairs, and one that was not compared counts as nearly even. Where more hang together than
`WIDEST`, each is compared with those alone that it shares most with, so a join there rests on fewer pairs. Of 3,071
real articles no more than 89 hang together; a thousand copies of one report would ask for half a million pairs.
"""

from __future__ import annotations

import warnings

import numpy as np

from newsgraph.stored.arrays import Arrays

WIDEST = 100
"""Accounts that may hang together by likely pairs and are still all compared with each other."""
_ACCOUNTS = 100_000
"""Accounts that are looked at at a time."""


def tell_uncompared(part: np.ndarray, arrays: Arrays | None = None) -> None:
    """Warn of sets that are too wide; `part` has the number of the set of each account."""
    sizes = (arrays or Arrays()).room(np.int32, len(part))
    for start in range(0, len(part), _ACCOUNTS):
        np.add.at(sizes, part[start : start + _ACCOUNTS], 1)
    wide = most = 0
    for start in range(0, len(sizes), _ACCOUNTS):
        some = sizes[start : start + _ACCOUNTS]
        wide += int(np.count_nonzero(some > WIDEST))
        most = max(most, int(some.max()))
    if wide:
        warnings.warn_explicit(
            f"{wide} {"sets" if wide > 1 else "set"} of more than {WIDEST} accounts of events are too much alike to "
            f"compare all with each other (the most: {most}): each was compared with the nearest only; join or part "
            "them by decisions",
            UserWarning, "newsgraph", 1,
        )  # fmt: skip
