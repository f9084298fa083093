"""What the model makes of a token and its neighbours is the same by blocks, to the last bit."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language
from thinc.api import Model

from newsgraph.language.model import window_encoder
from newsgraph.language.model.matrix_products import fast_code, fast_products
from newsgraph.language.model.window_encoder import encode_by_blocks
from newsgraph.language.pipeline import _load_model

pytestmark = pytest.mark.skipif(fast_code() is None, reason="BLIS has no fast code for this processor")
TEXTS = (
    "Norway's ministers met in Oslo, and didn't agree: Oslo \n said \n\n so.", "", "Oslo", " ",
    "The talks had been called off twice; nobody, the envoy said, could tell why they went on. " * 9,
)  # fmt: skip


def loaded() -> Language:
    with fast_products():
        return _load_model("en_core_web_md")


@pytest.fixture(scope="module")
def model() -> Language:
    return loaded()


@pytest.fixture(scope="module")
def quick() -> Language:
    found = loaded()
    encode_by_blocks(found)
    return found


def tok2vecs(nlp: Language) -> list[Model[Any, Any]]:
    """What is shared, and what the entity recogniser has of its own."""
    return [nlp.get_pipe("tok2vec").model, nlp.get_pipe("ner").model.get_ref("tok2vec").layers[0]]  # type: ignore[attr-defined]


def vectors(nlp: Language, texts: tuple[str, ...]) -> list[Any]:
    docs = [nlp.make_doc(text) for text in texts]
    first = tok2vecs(nlp)[0].predict(docs)
    return [*first, *nlp.get_pipe("ner").model.get_ref("tok2vec").predict(docs)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("block", [1, 7, 100, window_encoder._BLOCK])
def test_they_are_the_same_bits_whatever_the_block(
    model: Language, quick: Language, block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window_encoder, "_BLOCK", block)
    for texts in (TEXTS, TEXTS[::-1], TEXTS[:1], TEXTS[1:3]):
        for one, other in zip(vectors(model, texts), vectors(quick, texts), strict=True):
            assert one.shape == other.shape and np.array_equal(one, other)


def encoders(nlp: Language) -> list[Model[Any, Any]]:
    return [layer for top in tok2vecs(nlp) for layer in top.walk() if layer.name == "newsgraph_encoder"]


def test_what_is_learnt_from_is_computed_as_ever(quick: Language) -> None:
    assert len(encoders(quick)) == 2
    found, back = encoders(quick)[0]([np.ones((5, 96), np.float32)], is_train=True)
    assert found[0].shape == (5, 96) and back(found)[0].shape == (5, 96)


def test_models_without_such_layers_or_without_fast_code_stay_as_they_are() -> None:
    bare = spacy.blank("en")
    bare.add_pipe("sentencizer")
    encode_by_blocks(bare)
    assert bare.pipe_names == ["sentencizer"]
    slow = _load_model("en_core_web_md")
    encode_by_blocks(slow)
    assert not encoders(slow)
