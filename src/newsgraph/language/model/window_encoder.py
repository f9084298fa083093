"""The layers of a model that look at a token's neighbours, in blocks that fit in the cache of a processor.

Each of these layers puts together the vectors of a token and of those beside it, multiplies them, takes the largest of
a few pieces, normalizes that and adds it to the vector. thinc does each step for all tokens of a batch at once, in
tables of megabytes that are made anew each time. Here a block of tokens goes through all steps of a layer, in the same
tables, and windows are read where the vectors lie. The numbers are the same to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from spacy.language import Language
from thinc.api import Model

from newsgraph.language.model.layers import replace_layers
from newsgraph.language.model.matrix_products import FastCode, FastOps, fast_code

_LEAVES = ["expand_window", "maxout", "layernorm", "dropout"]
"""A layer that looks at neighbours, in its parts."""
_BLOCK = 720
"""Tokens of a block: their tables take some 1.5 MB."""
_LEAST_VARIANCE = 1e-08
"""What thinc adds to a variance."""

Encoder = Model[list[Any], list[Any]]


class _Step(NamedTuple):
    """A layer that looks at neighbours."""

    weights: np.ndarray
    """A row for each number of the result, those of the first piece before those of the second."""
    bias: np.ndarray
    scale: np.ndarray
    shift: np.ndarray
    window: int
    """How many tokens it looks to each side."""


def _forward(model: Encoder, vectors: list[Any], is_train: bool) -> tuple[list[Any], Callable[[Any], Any]]:
    """The layer in the place of the model's: it trains like that, and computes by blocks otherwise."""
    whole: Encoder = model.layers[0]
    code = fast_code()
    if is_train or code is None or not any(map(len, vectors)):
        return whole(vectors, is_train)
    flat = whole.ops.flatten(vectors, pad=whole.attrs["pad"])
    for layer in _layers(whole):
        flat = _encoded(flat, _step(layer), code)
    sizes: Any = np.array([len(one) for one in vectors], np.int32)
    found: list[Any] = whole.ops.unflatten(flat, sizes, pad=whole.attrs["pad"])
    return found, lambda gradient: []


def _encoded(vectors: np.ndarray, step: _Step, code: FastCode) -> np.ndarray:
    """The vectors after a layer."""
    (rows, width), side = vectors.shape, step.window
    edge = np.zeros((side, width), np.float32)
    framed = np.concatenate((edge, vectors, edge))
    found = np.empty_like(vectors)
    products = np.empty((min(rows, _BLOCK), len(step.weights)), np.float32)
    largest = np.empty((len(products), width), np.float32)
    squares = np.empty_like(largest)
    for start in range(0, rows, _BLOCK):
        size = min(_BLOCK, rows - start)
        some, most = products[:size], largest[:size]
        code.multiply_windows(framed[start:], step.weights, some)
        some += step.bias
        np.maximum(some[:, :width], some[:, width : 2 * width], out=most)
        for piece in range(2 * width, len(step.weights), width):
            np.maximum(most, some[:, piece : piece + width], out=most)
        most -= _means(most)
        variance = _means(np.multiply(most, most, out=squares[:size])) + _LEAST_VARIANCE
        most *= variance ** (-1.0 / 2.0)
        most *= step.scale
        most += step.shift
        np.add(vectors[start : start + size], most, out=found[start : start + size])
    return found


def _means(rows: np.ndarray) -> np.ndarray:
    found: np.ndarray = np.add.reduce(rows, axis=1, keepdims=True)
    found /= np.float32(rows.shape[1])
    return found


def _step(layer: Model[Any, Any]) -> _Step:
    window, maxout, norm, _ = _leaves(layer)
    weights: Any = maxout.get_param("W")
    bias: Any = maxout.get_param("b")
    scale: Any = norm.get_param("G")
    shift: Any = norm.get_param("b")
    by_piece = np.ascontiguousarray(weights.transpose(1, 0, 2)).reshape(-1, weights.shape[2])
    return _Step(by_piece, bias.T.ravel(), scale, shift, window.attrs["window_size"])


def encode_by_blocks(nlp: Language) -> None:
    """Let the models of a pipeline compute by blocks what is around each token, where they multiply with fast code."""
    replace_layers(nlp, _encoders, _by_blocks)


def _by_blocks(whole: Model[Any, Any]) -> Model[Any, Any]:
    return Model("newsgraph_encoder", _forward, layers=[whole], dims={"nO": whole.get_dim("nO")})


def _encoders(model: Model[Any, Any]) -> Iterator[tuple[Model[Any, Any], int]]:
    """Where in a model the layers are that are made of nothing else: the layer above them, and their number."""
    for number, layer in enumerate(model.layers):
        if isinstance(layer.ops, FastOps) and _is_encoder(layer):
            yield model, number
        else:
            yield from _encoders(layer)


def _is_encoder(layer: Model[Any, Any]) -> bool:
    return _wraps(layer, "with_array") and bool(steps := _layers(layer)) and all(map(_is_step, steps))


def _layers(encoder: Model[Any, Any]) -> Sequence[Model[Any, Any]]:
    """The layers of an encoder, one behind the other."""
    inner = encoder.layers[0]
    return [inner] if _wraps(inner, "residual") else inner.layers


def _is_step(layer: Model[Any, Any]) -> bool:
    """Whether a layer looks at neighbours, takes the largest of a few pieces, and does nothing else."""
    leaves = _leaves(layer)
    named = _wraps(layer, "residual") and [leaf.name for leaf in leaves] == _LEAVES
    return named and leaves[1].get_dim("nP") > 1


def _wraps(layer: Model[Any, Any], name: str) -> bool:
    """Whether a layer is a single other one in a frame of that name."""
    return len(layer.layers) == 1 and layer.name == f"{name}({layer.layers[0].name})"


def _leaves(layer: Model[Any, Any]) -> list[Model[Any, Any]]:
    return [leaf for one in layer.layers for leaf in _leaves(one)] if layer.layers else [layer]
