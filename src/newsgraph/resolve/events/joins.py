"""What a cluster came about by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Join:
    """Two clusters became one: the pair that speaks most for it, and the mean over all pairs."""

    one: int
    other: int
    best: float
    mean: float
