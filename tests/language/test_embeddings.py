"""Vectors from the table are those of the model, to the last bit."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

from newsgraph.language.model import embeddings
from newsgraph.language.model.embeddings import remember_vectors
from newsgraph.language.pipeline import _load_model

TEXTS = (
    "Norway's ministers met in Oslo, and didn't agree: Oslo \n said \n\n so.", "", " ", "Oslo",
    "The word “Qwertzuiop” is in no table; neither is 3,141.59 nor the word “Qwertzuiop”,\tisn't it?",
)  # fmt: skip


@pytest.fixture(scope="module")
def model() -> Language:
    return _load_model("en_core_web_md")


@pytest.fixture(scope="module")
def quick() -> Language:
    found = _load_model("en_core_web_md")
    remember_vectors(found)
    return found


def vectors(nlp: Language, docs: list[Doc]) -> list[list[Any]]:
    """What the two models in a pipeline make of docs before they look for anything."""
    shared, own = nlp.get_pipe("tok2vec"), nlp.get_pipe("ner")
    return [shared.model.predict(docs), own.model.get_ref("tok2vec").layers[0].predict(docs)]  # type: ignore[attr-defined]


def same(one: list[list[Any]], other: list[list[Any]]) -> bool:
    return all(np.array_equal(a, b) for x, y in zip(one, other, strict=True) for a, b in zip(x, y, strict=True))


def layers(nlp: Language) -> list[Model[Any, Any]]:
    return [
        layer for _, pipe in nlp.pipeline if isinstance(getattr(pipe, "model", None), Model)
        for layer in pipe.model.walk() if layer.name == "newsgraph_vectors"  # type: ignore[attr-defined]
    ]  # fmt: skip


def test_they_are_the_same_bits_whatever_was_read_before(
    model: Language, quick: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(layers(quick)) == 2, "of what all layers share, and of the entity recogniser"
    for texts in (TEXTS[:1], TEXTS, TEXTS[::-1], TEXTS[1:3]):
        docs, others = ([nlp.make_doc(text) for text in texts] for nlp in (model, quick))
        assert same(vectors(model, docs), vectors(quick, others))
    docs = [quick.make_doc(text) for text in TEXTS]
    for layer in layers(quick):
        monkeypatch.setattr(layer.attrs["vectors"], "_add", None)
    kept = vectors(quick, docs)
    assert same(vectors(model, [model.make_doc(text) for text in TEXTS]), kept), "nothing is computed again"
    monkeypatch.undo()
    monkeypatch.setattr(embeddings, "_MOST", 1)
    assert same(kept, vectors(quick, docs)), "a full table begins anew"
    assert {len(layer.attrs["vectors"]) for layer in layers(quick)} <= set(range(1, 60))


def test_what_is_learnt_from_is_computed_as_ever(model: Language, quick: Language) -> None:
    docs = [quick.make_doc(TEXTS[0])]
    found, back = layers(quick)[0](docs, is_train=True)
    assert len(found[0]) == len(docs[0]) and back(found) is not None


def test_a_pipeline_without_such_layers_stays_as_it_is() -> None:
    bare = spacy.blank("en")
    bare.add_pipe("sentencizer")
    remember_vectors(bare)
    assert bare.pipe_names == ["sentencizer"] and not layers(bare)
