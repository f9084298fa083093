"""How clusters come about: what is asked of the links between them, and what is told of two that became one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

Near = tuple[float, int, int]
"""Two clusters that may be joined, with their mean, negative: of several the least is the best."""


@dataclass(frozen=True, slots=True)
class Join:
    """Two clusters became one: the pair that speaks most for it, and the mean over all pairs."""

    one: int
    other: int
    best: float
    mean: float


class Changed(Protocol):
    """For each cluster the number of the join that made it."""

    def __getitem__(self, cluster: int, /) -> int: ...
    def __setitem__(self, cluster: int, number: int, /) -> None: ...


class Candidates(Protocol):
    """Clusters that may be joined."""

    @property
    def best(self) -> Near:
        """The first of all."""

    def following(self, number: int, changed: Changed, /) -> Near | None:
        """The best of those that are as they were at a join; those before it are let go."""


class Links(Protocol):
    """What is known between clusters, each named by one of its items."""

    @property
    def changed(self) -> Changed:
        """For each cluster the number of the join that made it."""

    def likely(self) -> Candidates:
        """Which items may be joined at first."""

    def degree(self, cluster: int, /) -> int:
        """How many others a cluster is linked to."""

    def join(self, keep: int, gone: int, /) -> Candidates | None:
        """Let the items and links of one cluster be those of another; what may be joined with it then."""
