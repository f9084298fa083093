"""Free places near neighbours, for the nodes that a page does not open with.

The plane is a grid of cells, and a node with its label takes a small rectangle of them. Nodes take turns in order of
importance, and each takes the free rectangle nearest to the middle of its placed neighbours, so that no two overlap.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import numpy as np
from numpy.typing import NDArray

CELL_X, CELL_Y = 42.0, 26.0
"""Size of a cell in pixels."""


def take_places(
    positions: NDArray[np.float64],
    sizes: NDArray[np.float64],
    neighbours: Sequence[Sequence[int]],
    placed: int,
) -> None:
    """Fill in the rows of `positions` from `placed` on."""
    count = len(positions)
    wide = [max(1, ceil(w / CELL_X)) for w in sizes[:, 0]]
    high = [max(1, ceil(h / CELL_Y)) for h in sizes[:, 1]]
    area = sum(w * h for w, h in zip(wide, high, strict=True))
    known = positions[:placed]
    half = (known.max(axis=0) - known.min(axis=0)) / 2
    radius = int(max(half[0] / CELL_X, half[1] / CELL_Y) + 1.6 * area**0.5) + 60
    taken = bytearray((2 * radius) * (2 * radius))
    side = 2 * radius

    def mark(left: int, top: int, w: int, h: int) -> None:
        for row in range(top, top + h):
            start = row * side + left
            taken[start : start + w] = b"\x01" * w

    def free(left: int, top: int, w: int, h: int) -> bool:
        if left < 0 or top < 0 or left + w > side or top + h > side:
            return False
        return all(not any(taken[row * side + left : row * side + left + w]) for row in range(top, top + h))

    for i in range(placed):
        left = int((positions[i, 0] - sizes[i, 0] / 2) // CELL_X) + radius
        right = int((positions[i, 0] + sizes[i, 0] / 2) // CELL_X) + radius
        top = int((positions[i, 1] - sizes[i, 1] / 2) // CELL_Y) + radius
        bottom = int((positions[i, 1] + sizes[i, 1] / 2) // CELL_Y) + radius
        mark(left, top, right - left + 1, bottom - top + 1)
    spiral = _spiral(radius)
    reached: dict[tuple[int, int, int, int], int] = {}
    done = placed
    for i in range(placed, count):
        near = [n for n in neighbours[i] if n < done]
        if near:
            weights = np.array([1.0 / (1 + len(neighbours[n])) for n in near])
            middle = (positions[near] * weights[:, None]).sum(axis=0) / weights.sum()
        else:
            middle = np.array([0.0, half[1] + CELL_Y * 4])
        # Anchors are coarse, so that the search goes on where the last one near here ended.
        ax, ay = round(middle[0] / CELL_X / 3) * 3, round(middle[1] / CELL_Y / 3) * 3
        w, h = wide[i], high[i]
        step = reached.get((ax, ay, w, h), 0)
        while step < len(spiral):
            dx, dy = spiral[step]
            left, top = ax + dx - w // 2 + radius, ay + dy - h // 2 + radius
            step += 1
            if free(left, top, w, h):
                break
        else:
            raise AssertionError("the grid has room for every node")
        reached[ax, ay, w, h] = step
        mark(left, top, w, h)
        positions[i] = ((left - radius + w / 2) * CELL_X, (top - radius + h / 2) * CELL_Y)
        done = i + 1


def _spiral(radius: int) -> list[tuple[int, int]]:
    """Steps from the middle outwards, by true distance."""
    reach = np.arange(-radius, radius + 1)
    dx, dy = np.meshgrid(reach, reach)
    dx, dy = dx.ravel(), dy.ravel()
    far = (dx * CELL_X) ** 2 + (dy * CELL_Y * 1.4) ** 2
    order = np.lexsort((dx, dy, far))
    return list(zip(dx[order].tolist(), dy[order].tolist(), strict=True))
