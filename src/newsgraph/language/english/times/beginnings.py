"""Times since when something is so, and the day of nothing that is told after them.

"Since Friday", and "from 1998" with "until now" or "onwards" behind it.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

_ABOUT = frozenset("at least about around roughly the early late mid - ever".split())
"""Words between "since" and a time."""
_MOST = 3
_TO_NOW = frozenset(("until now", "till now", "to date", "to now", "to this day", "until this day", "up to now",
                     "to the present", "until the present", "through the present"))  # fmt: skip
_ONWARDS = frozenset(("onwards", "onward"))


def is_beginning(doc: Doc, lower: Sequence[str], start: int, end: int) -> bool:
    """Whether a time (start, end) stands behind "since", by itself: "since Monday's debate" dates the debate."""
    if any(doc[i].head.i >= end and doc[i].head.pos_ in ("NOUN", "PROPN") for i in range(start, end)):
        return False
    if start and lower[start - 1] == "from" and _goes_on(lower, end):
        return True
    for i in range(start - 1, max(-1, start - 2 - _MOST), -1):
        if lower[i] == "since":
            return True
        if lower[i] not in _ABOUT:
            return False
    return False


def _goes_on(lower: Sequence[str], end: int) -> bool:
    """Whether what stands behind a time says that what began then is still so."""
    behind = lower[end : end + 3]
    return any(word in _ONWARDS for word in behind[:1]) or any(" ".join(behind[:n]) in _TO_NOW for n in (2, 3))
