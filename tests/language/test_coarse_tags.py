"""Coarse tags from the table are those of the model."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler

from newsgraph.language.model.coarse_tags import MODEL_NAME, CoarseTags, remember_coarse_tags
from newsgraph.language.pipeline import _load_model

EXAMPLES = Path(__file__).parents[2] / "examples" / "articles"
TEXTS = (
    "Let's go: we're gonna say it ain't so, and I gotta leave. C'mon, y'all, let's not. There is what there's been.",
    "They do have what that does, if only it had not; you told me that you'd done it. Do that, and that's it.",
    "", " \n\n ", "One  two\n\n\tthree. But but that is all which whatever had, no?",
    *(path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))[:2]),
)  # fmt: skip


@pytest.fixture(scope="module")
def model() -> Language:
    return _load_model("en_core_web_md")


def told(nlp: Language) -> list[list[tuple[str, ...]]]:
    return [
        [(t.text, t.tag_, t.pos_, str(t.morph), t.dep_, t.lemma_, str(t.head.i)) for t in doc]
        for doc in nlp.pipe(TEXTS * 2)
    ]


def test_they_are_the_same_the_first_time_and_again(model: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = _load_model("en_core_web_md")
    remember_coarse_tags(quick)
    assert quick.pipe_names == model.pipe_names and quick.disabled[-1] == MODEL_NAME
    assert told(quick) == told(model)
    asked: list[str] = []
    tags = quick.get_pipe("attribute_ruler")
    assert isinstance(tags, CoarseTags)
    monkeypatch.setattr(tags, "_try", lambda doc, at, key: asked.append(doc[at].text))
    assert told(quick) == told(model) and not asked, "each sort of token was tried once"


@pytest.mark.parametrize(
    ("pattern", "index", "remembered"),
    [
        ([{"LOWER": "port"}], 0, True),
        ([{"LOWER": "port"}, {"TAG": "NN"}], 1, True),
        ([{"LOWER": "port"}, {"TAG": "NN"}], -1, False),
        ([{"LOWER": "port", "OP": "+"}], 0, False),
        ([{"ENT_TYPE": "GPE"}], 0, False),
        ([{"LOWER": {"REGEX": "^por"}}], 0, True),
        ([{"LOWER": {"REGEX": "^por"}}, {"TAG": {"NOT_IN": ["NN"]}}], 0, True),
    ],
)
def test_rules_that_ask_for_more_than_the_word_its_tag_and_relation_stay(
    pattern: list[dict[int | str, object]], index: int, remembered: bool
) -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add([pattern], {"POS": "PROPN"}, index)
    remember_coarse_tags(nlp)
    assert (MODEL_NAME in nlp.disabled) is remembered


def test_later_rules_outrank_earlier_ones_of_several_words() -> None:
    nlp, same = spacy.blank("en"), spacy.blank("en")
    for one in (nlp, same):
        ruler = one.add_pipe("attribute_ruler")
        assert isinstance(ruler, AttributeRuler)
        ruler.add([[{"LOWER": "port"}]], {"POS": "NOUN", "LEMMA": "harbour"})
        ruler.add([[{"LOWER": "the"}, {"LOWER": "port"}], [{"LOWER": "city"}]], {"POS": "PROPN"}, 0)
        ruler.add([[{"LOWER": "the"}, {"LOWER": "port"}]], {"POS": "X"}, 1)
        ruler.add([[{"LOWER": {"REGEX": "^por"}}]], {"LEMMA": "port"})
        ruler.add([[{"LOWER": {"IN": ["a", "of"]}, "IS_SPACE": False}]], {"TAG": "DT", "POS": "DET"})
    remember_coarse_tags(nlp)
    text = "The port, a port, the city of the port."
    assert [(t.pos_, t.lemma_, t.tag_) for t in nlp(text)] == [(t.pos_, t.lemma_, t.tag_) for t in same(text)]


def test_a_pipeline_without_rules_stays_as_it_is() -> None:
    bare = spacy.blank("en")
    remember_coarse_tags(bare)
    assert bare.pipe_names == []


def test_patterns_of_any_word_or_of_words_that_are_not_listed_are_found() -> None:
    nlp, same = spacy.blank("en"), spacy.blank("en")
    for one in (nlp, same):
        ruler = one.add_pipe("attribute_ruler")
        assert isinstance(ruler, AttributeRuler)
        ruler.add([[{"IS_SPACE": False}, {"LOWER": "port"}]], {"LEMMA": "harbour"}, 1)
        ruler.add([[{"LOWER": {"NOT_IN": ["the"]}}, {"LOWER": "city"}]], {"POS": "NOUN"}, 0)
        ruler.add([[{"LOWER": {"REGEX": "^cit"}}, {"LOWER": "of"}, {"LOWER": {"IN": ["the", "a"]}}]], {"POS": "X"}, 2)
    remember_coarse_tags(nlp)
    for text in ("The port of a city, city of the port.", "Cite of a city of the port \n port", "port"):
        assert [(t.pos_, t.lemma_) for t in nlp(text)] == [(t.pos_, t.lemma_) for t in same(text)]
        assert MODEL_NAME in nlp.disabled
