"""Where the nodes stand: computed here, once, so that the page neither shakes nor differs from run to run.

The nodes that the page opens with are laid out by stress majorisation on graph distances (Gansner, Koren and North
2004), in which a step between two communities counts as longer, so that communities stand apart; components are then
packed, and boxes of node and label moved until none overlaps another. Every other node takes the free place that is
nearest to its neighbours (`places.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import shortest_path

from newsgraph.view.places import take_places

Array = NDArray[np.float64]
ROOM = 1.8
"""How much larger a picture is than the boxes of nodes and labels in it."""
APART = 2.1
"""How much longer a tie between communities is."""
ASPECT = 1.0
"""A screen is wider than high, and so are labels."""


def layout(
    simple: nx.Graph[str], order: Sequence[str], boxes: Mapping[str, tuple[float, float]], opening: int
) -> Array:
    """Positions, a row for each node of `order`, in pixels; the first `opening` are those that the page opens with."""
    if not order:
        return np.zeros((0, 2))
    first = list(order[:opening])
    sizes = np.array([boxes[node] for node in order])
    backbone = simple.subgraph(first)
    parts = sorted(nx.connected_components(backbone), key=lambda part: (-len(part), min(part)))
    blocks: list[tuple[list[int], Array]] = []
    index = {node: i for i, node in enumerate(order)}
    for part in parts:
        members = sorted(part, key=index.__getitem__)
        rows = [index[node] for node in members]
        points = _stress(backbone.subgraph(part), members)
        blocks.append((rows, separate(_spread(points, sizes[rows]), sizes[rows])))
    positions = np.full((len(order), 2), np.nan)
    _pack(blocks, sizes, positions)
    if len(order) > len(first):
        neighbours = [sorted(index[n] for n in simple[node]) for node in order]
        take_places(positions, sizes, neighbours, len(first))
    return np.round(positions, 1)


def communities(graph: nx.Graph[str]) -> list[set[str]]:
    """Louvain communities (Blondel and others 2008), the same for the same graph."""
    canonical: nx.Graph[str] = nx.Graph()
    canonical.add_nodes_from(sorted(graph))
    canonical.add_weighted_edges_from(
        sorted((min(a, b), max(a, b), graph[a][b].get("weight", 1)) for a, b in graph.edges)
    )
    found: list[set[str]] = nx.community.louvain_communities(canonical, weight="weight", seed=1)
    return found


def _stress(graph: nx.Graph[str], members: list[str]) -> Array:
    """Positions by stress majorisation (SMACOF), started from classical scaling."""
    count = len(members)
    if count == 1:
        return np.zeros((1, 2))
    index = {node: i for i, node in enumerate(members)}
    group = np.zeros(count, dtype=int)
    if count > 8:
        for number, community in enumerate(communities(graph)):
            for node in community:
                group[index[node]] = number
    lengths = np.zeros((count, count))
    for a, b in graph.edges:
        i, j = index[a], index[b]
        # A hub needs room around it: the length of a tie grows with the degrees of its ends.
        crowd = 1 + 0.28 * np.log2(1 + min(graph.degree(a), graph.degree(b)))
        lengths[i, j] = lengths[j, i] = crowd * (APART if group[i] != group[j] else 1.0)
    distances = shortest_path(lengths, directed=False)
    points = _classical_scaling(distances)
    weights = 1.0 / np.maximum(distances, 1e-9) ** 2
    np.fill_diagonal(weights, 0.0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.pinv(laplacian)
    target = weights * distances
    for _ in range(60 if count <= 200 else 30):
        delta = points[:, None, :] - points[None, :, :]
        norm = np.sqrt((delta**2).sum(axis=2))
        ratio = target / np.maximum(norm, 1e-9)
        np.fill_diagonal(ratio, 0.0)
        points = inverse @ (ratio.sum(axis=1)[:, None] * points - ratio @ points)
    return _upright(points)


def _classical_scaling(distances: Array) -> Array:
    """Two coordinates from a matrix of distances; ties broken by a fixed, tiny spiral so that twins part."""
    count = len(distances)
    centred = distances**2
    centred = centred - centred.mean(axis=0) - centred.mean(axis=1)[:, None] + centred.mean()
    values, vectors = np.linalg.eigh(-0.5 * centred)
    top = vectors[:, -2:][:, ::-1] * np.sqrt(np.maximum(values[-2:][::-1], 1e-6))
    # The sign of an eigenvector is arbitrary.
    top = top * np.where(top[np.abs(top).argmax(axis=0), np.arange(2)] < 0, -1.0, 1.0)
    turn = np.arange(count) * 2.399963
    spiral = 0.25 * np.sqrt(1 + np.arange(count))[:, None] / np.sqrt(count)
    return np.asarray(top + spiral * np.column_stack([np.cos(turn), np.sin(turn)]))


def _upright(points: Array) -> Array:
    """Turned so that the longest direction lies level, centred on the origin."""
    points = points - points.mean(axis=0)
    if len(points) < 3:
        return np.column_stack([np.linspace(-0.5, 0.5, len(points)), np.zeros(len(points))])
    _, vectors = np.linalg.eigh(points.T @ points)
    axes = vectors[:, ::-1]
    axes = axes * np.where(axes[np.abs(axes).argmax(axis=0), np.arange(2)] < 0, -1.0, 1.0)
    return np.asarray(points @ axes)


def _spread(points: Array, sizes: Array) -> Array:
    """Scaled to the room that the boxes need, and to the proportions of a screen."""
    if len(points) < 3:
        return np.asarray(points * (sizes.max(axis=0) + 60))
    extent = np.maximum(np.ptp(points, axis=0), 1e-6)
    area = ROOM * float((sizes[:, 0] * sizes[:, 1]).sum())
    # Halfway between the proportions that it has and those of the screen.
    ratio = float(np.sqrt(extent[0] / extent[1] * ASPECT))
    return np.asarray(points / extent * np.array([np.sqrt(area * ratio), np.sqrt(area / ratio)]))


def separate(points: Array, sizes: Array, rounds: int = 300) -> Array:
    """Move centres until no two boxes of these sizes overlap, each pair along the axis where it overlaps least."""
    points = points.copy()
    need = (sizes[:, None, :] + sizes[None, :, :]) / 2
    upper = np.triu(np.ones((len(points), len(points)), dtype=bool), 1)
    for turn in range(rounds):
        delta = points[:, None, :] - points[None, :, :]
        overlap = need - np.abs(delta)
        rows, columns = np.nonzero((overlap > 0.01).all(axis=2) & upper)
        if not len(rows):
            break
        by = overlap[rows, columns]
        axis = np.where(by[:, 0] * 0.7 < by[:, 1], 0, 1)
        picked = np.arange(len(rows))
        sign = np.where(delta[rows, columns][picked, axis] >= 0, 1.0, -1.0)
        push = sign * (by[picked, axis] / 2 + 0.1) * (0.7 if turn < rounds // 2 else 1.0)
        np.add.at(points, (rows, axis), push)
        np.add.at(points, (columns, axis), -push)
        if turn % 12 == 11:
            points *= 1.04
    return points


def _pack(blocks: list[tuple[list[int], Array]], sizes: Array, positions: Array) -> None:
    """Set components beside and under each other without overlap, the largest first."""
    boxes = []
    for rows, points in blocks:
        half = sizes[rows] / 2
        low, high = (points - half).min(axis=0), (points + half).max(axis=0)
        boxes.append((low, high - low))
    widest = max(extent[0] for _, extent in boxes)
    area = sum((extent[0] + 30) * (extent[1] + 30) for _, extent in boxes)
    limit = max(widest, np.sqrt(area * ASPECT))
    x = y = shelf = 0.0
    for (rows, points), (low, extent) in zip(blocks, boxes, strict=True):
        if x and x + extent[0] > limit:
            x, y, shelf = 0.0, y + shelf + 30, 0.0
        positions[rows] = points - low + np.array([x, y])
        x += extent[0] + 30
        shelf = max(shelf, extent[1])
    placed = np.concatenate([rows for rows, _ in blocks])
    centre = (positions[placed].min(axis=0) + positions[placed].max(axis=0)) / 2
    positions[placed] -= centre
