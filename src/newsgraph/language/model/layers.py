"""Layers of the models of a pipeline, replaced by others that compute the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from spacy.language import Language
from thinc.api import Model

Layer = Model[Any, Any]


def replace_layers(
    nlp: Language, find: Callable[[Layer], Iterable[tuple[Layer, int]]], other: Callable[[Layer], Layer]
) -> None:
    """Put other layers in the place of some.

    Args:
        nlp: the pipeline.
        find: where in a model they are: the layer above each, and its number there.
        other: the layer in the place of one.
    """
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if isinstance(model, Model):
            for above, number in list(find(model)):
                above.layers[number] = other(above.layers[number])
