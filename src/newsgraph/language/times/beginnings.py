"""Times since when something is so: "since Friday" is a beginning, and the day of nothing that is told after it."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

_ABOUT = frozenset("at least about around roughly the early late mid - ever".split())
"""Words between "since" and a time."""
_MOST = 3


def is_beginning(doc: Doc, lower: Sequence[str], start: int, end: int) -> bool:
    """Whether a time (start, end) stands behind "since", by itself: "since Monday's debate" dates the debate."""
    if any(doc[i].head.i >= end and doc[i].head.pos_ in ("NOUN", "PROPN") for i in range(start, end)):
        return False
    for i in range(start - 1, max(-1, start - 2 - _MOST), -1):
        if lower[i] == "since":
            return True
        if lower[i] not in _ABOUT:
            return False
    return False
