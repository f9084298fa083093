"""Times since when something is so: "since Friday" is a beginning, and the day of nothing that is told after it."""

from __future__ import annotations

from collections.abc import Sequence

_ABOUT = frozenset("at least about around roughly the early late mid - ever".split())
"""Words between "since" and a time."""
_MOST = 3


def is_beginning(lower: Sequence[str], start: int) -> bool:
    """Whether the time that starts at a word stands behind "since"."""
    for i in range(start - 1, max(-1, start - 2 - _MOST), -1):
        if lower[i] == "since":
            return True
        if lower[i] not in _ABOUT:
            return False
    return False
