"""Lemmas from the table are those of the model."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from newsgraph.language.model import lemmas
from newsgraph.language.model.lemmas import MODEL_NAME, remember_lemmas
from newsgraph.language.pipeline import _load_model

TEXTS = (
    "She got three apples, and the ministers' leaders have seen better days - didn't you see the leaves?",
    "The leaders leave. The leaves fell; he's left, he'd leave. Talks, talked, talking: TALKS by US forces.",
    "", " \n\n ", "The mice were running  faster than they’d thought. Worse, data were lost.",
)  # fmt: skip


@pytest.fixture(scope="module")
def model() -> Language:
    return _load_model("en_core_web_md")


def told(nlp: Language) -> list[list[tuple[str, ...]]]:
    return [[(t.text, t.pos_, str(t.morph), t.lemma_, t.ent_type_) for t in doc] for doc in nlp.pipe(TEXTS * 2)]


def test_they_are_the_same_the_first_time_and_again(model: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = _load_model("en_core_web_md")
    remember_lemmas(quick)
    assert "lemmatizer" in quick.pipe_names and quick.disabled[-1] == MODEL_NAME
    assert told(quick) == told(model)
    asked: list[str] = []
    lemmatizer = quick.get_pipe(MODEL_NAME)
    monkeypatch.setattr(lemmatizer, "lemmatize", lambda token: asked.append(token.text) or ["?"])
    assert told(quick) == told(model) and not asked, "each word was asked for once"
    monkeypatch.setattr(lemmas, "_MOST", 0)
    quick(TEXTS[0])
    assert asked, "a full table begins anew"


def test_known_base_forms_are_a_table_and_no_list() -> None:
    quick = _load_model("en_core_web_md")
    remember_lemmas(quick)
    index = quick.get_pipe(MODEL_NAME).lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    assert index and all(isinstance(words, dict) for words in index.values())


def test_a_pipeline_without_a_lemmatizer_of_that_sort_stays_as_it_is() -> None:
    bare = spacy.blank("en")
    remember_lemmas(bare)
    assert bare.pipe_names == []
    bare.add_pipe("lemmatizer", config={"mode": "rule", "overwrite": True})
    remember_lemmas(bare)
    assert bare.pipe_names == ["lemmatizer"], "it may go by more than the token"
