"""Vectors of words by a table that fills itself: the model's own, but computed once for each word.

The first layers of a model turn each token into a vector, by its word, shape, prefix and suffix alone; only later
layers look at its neighbours. That is two fifths of the work of those layers, for the same few thousand words again
and again. Each row is computed apart from the others, so what is remembered is the same to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from spacy.attrs import IDS, ORTH  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model

from newsgraph.language.model.layers import replace_layers

_BY_TOKEN = frozenset(
    ("extract_features", "list2ragged", "ints-getitem", "hashembed", "static_vectors", "maxout", "layernorm", "dropout",
     "ragged2list")
)  # fmt: skip
"""Layers that look at no other token."""
_FEATURES = "extract_features"
"""The layer that reads tokens."""
_MOST = 20_000
"""Words that are kept, some 12 MB a table; beyond, the table begins anew."""

Embedding = Model[list[Doc], list[Any]]


class _Words:
    """Words that are given as a table of their attributes, in the place of a doc."""

    def __init__(self, vocab: Vocab, columns: Sequence[int], rows: np.ndarray) -> None:
        self.vocab = vocab
        self._columns, self._rows = {attr: column for column, attr in enumerate(columns)}, rows

    def __len__(self) -> int:
        return len(self._rows)

    def to_array(self, attrs: Any) -> np.ndarray:
        """What `Doc.to_array` gives: a column for an attribute, a table for a list of them."""
        if isinstance(attrs, (list, tuple)):
            return np.ascontiguousarray(self._rows[:, [self._columns[_number(attr)] for attr in attrs]])
        return np.ascontiguousarray(self._rows[:, self._columns[_number(attrs)]])


class WordVectors:
    """The first layers of a model with a memory."""

    def __init__(self, embedding: Embedding) -> None:
        self.embedding = embedding
        asked = [attr for layer in embedding.walk() for attr in layer.attrs.get("columns", ())]
        self._columns = sorted({ORTH, *map(_number, asked)})
        self._key = np.dtype((np.void, 8 * len(self._columns)))
        self._place: dict[bytes, int] = {}
        self._vectors = np.empty((0, embedding.get_dim("nO")), np.float32)

    def __call__(self, docs: Sequence[Doc]) -> list[np.ndarray]:
        """For each doc a vector for each token."""
        sizes = [len(doc) for doc in docs]
        if not sum(sizes):
            return self.embedding.predict(list(docs))
        told = np.concatenate([doc.to_array(self._columns) for doc in docs if len(doc)])
        keys: list[Any] = np.ascontiguousarray(told).view(self._key).ravel().tolist()  # as bytes
        if len(self._place) > _MOST:
            self._place.clear()
        if new := [key for key in dict.fromkeys(keys) if key not in self._place]:
            self._add(new, docs[0].vocab)
        found = self._vectors[np.fromiter(map(self._place.__getitem__, keys), np.int64, len(keys))]
        return np.split(found, np.cumsum(sizes[:-1]))

    def __len__(self) -> int:
        """The number of words that are known."""
        return len(self._place)

    def _add(self, keys: Sequence[bytes], vocab: Vocab) -> None:
        """Compute the vectors of words that are not known yet."""
        rows = np.frombuffer(b"".join(keys), np.uint64).reshape(len(keys), -1)
        made = self.embedding.predict([_Words(vocab, self._columns, rows)])[0]  # type: ignore[list-item]
        start = len(self._place)
        if start + len(keys) > len(self._vectors):
            grown = np.empty((2 * (start + len(keys)), made.shape[1]), np.float32)
            grown[:start] = self._vectors[:start]
            self._vectors = grown
        self._vectors[start : start + len(keys)] = made
        self._place.update(zip(keys, range(start, start + len(keys)), strict=True))


def _number(attr: int | str) -> int:
    return int(IDS[attr]) if isinstance(attr, str) else attr


def _forward(model: Embedding, docs: list[Doc], is_train: bool) -> tuple[list[Any], Callable[[Any], Any]]:
    """The layer in the place of the first ones: it trains like them, and remembers otherwise."""
    if is_train:
        return model.layers[0](docs, is_train)
    return model.attrs["vectors"](docs), lambda gradient: []


def remember_vectors(nlp: Language) -> None:
    """Let the models of a pipeline remember what they make of each word, where that goes by the word alone."""
    replace_layers(nlp, _embeddings, _remembering)


def _remembering(first: Model[Any, Any]) -> Model[Any, Any]:
    attributes = {"vectors": WordVectors(first)}
    return Model("newsgraph_vectors", _forward, layers=[first], dims={"nO": first.get_dim("nO")}, attrs=attributes)


def _embeddings(model: Model[Any, Any]) -> Iterator[tuple[Model[Any, Any], int]]:
    """Where in a model the layers are that make vectors of single tokens: the layer above them, and their number."""
    for number, layer in enumerate(model.layers):
        leaves = [one.name for one in layer.walk() if not one.layers]
        is_whole = bool(layer.layers) and layer.layers[-1].name == "ragged2list"
        if is_whole and _FEATURES in leaves and _BY_TOKEN.issuperset(leaves):
            yield model, number
        else:
            yield from _embeddings(layer)
