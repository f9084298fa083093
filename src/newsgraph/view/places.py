"""Free places near neighbours, for the nodes that a page does not open with.

The plane is a wall of places, each with room for a node and its label. Nodes take turns in order of importance, and
each takes the free place nearest to the middle of its neighbours that stand already, so that no two overlap.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import floor

import numpy as np
from numpy.typing import NDArray

WIDE, HIGH = 158.0, 62.0
"""Size of a place in pixels."""


def take_places(
    positions: NDArray[np.float64],
    sizes: NDArray[np.float64],
    neighbours: Sequence[Sequence[int]],
    placed: int,
) -> None:
    """Fill in the rows of `positions` from `placed` on; `neighbours` are ascending rows."""
    count = len(positions)
    cell = np.array([WIDE, HIGH])
    low = (positions[:placed] - sizes[:placed] / 2) / cell
    high = (positions[:placed] + sizes[:placed] / 2) / cell
    reach = int(np.abs(np.concatenate([low, high])).max()) + int(1.5 * count**0.5) + 8
    taken = np.zeros((2 * reach + 1, 2 * reach + 1), dtype=bool)
    for (left, top), (right, bottom) in zip(low, high, strict=True):
        for row in range(floor(top), floor(bottom) + 1):
            shift = row % 2 / 2
            taken[row + reach, floor(left - shift) + reach : floor(right - shift) + reach + 1] = True
    anchors = positions / cell
    degree = np.array([1 + len(near) for near in neighbours], dtype=float)
    reached: dict[tuple[int, int], int] = {}
    for i in range(placed, count):
        near = [n for n in neighbours[i] if n < i][:12]
        if near:
            weights = 1.0 / degree[near]
            middle = weights @ anchors[near] / weights.sum()
        else:
            middle = np.array([0.0, float(high[:, 1].max()) + 2.0])
        x, y = int(np.floor(middle[0])) + reach, int(np.floor(middle[1])) + reach
        region = (x // 4, y // 4)
        radius = reached.get(region, 2)
        while True:
            left, top = max(0, x - radius), max(0, y - radius)
            window = taken[top : y + radius + 1, left : x + radius + 1]
            free = np.flatnonzero(~window)
            if len(free):
                break
            radius *= 2
        reached[region] = radius
        rows, columns = np.divmod(free, window.shape[1])
        far = _distances(radius)[rows + top - y + radius, columns + left - x + radius]
        best = int(far.argmin())
        row, column = int(rows[best]) + top, int(columns[best]) + left
        taken[row, column] = True
        # Rows are shifted like bricks, and what is small stands off the middle of its place, lest it look like a table.
        spare = np.maximum(0.0, 1 - sizes[i] / cell) * 0.9
        off = np.array([(i * 0.618034) % 1 - 0.5, (i * 0.754878) % 1 - 0.5]) * spare
        anchors[i] = np.array([column - reach + 0.5 + (row - reach) % 2 / 2, row - reach + 0.5]) + off
    positions[placed:] = anchors[placed:] * cell


@cache
def _distances(radius: int) -> NDArray[np.float64]:
    """Squared pixels from the middle of a window of places to each of them."""
    steps = np.arange(-radius, radius + 1)
    return np.asarray((steps[None, :] * WIDE) ** 2 + (steps[:, None] * HIGH * 1.5) ** 2)
