"""Strings split by the table as spaCy's tokenizer splits them."""

from __future__ import annotations

import pickle
from importlib.resources import files

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from newsgraph.language.model.splits import QuickTokenizer, remember_splits

TEXTS = (
    "Mr. Brown didn't say (he couldn't) that it's \"a well-known fact\": the U.S.-led force, 5km off, left at 9a.m.",
    "It's so: Brown's, don't, 'tis, cannot, gonna, $5bn, 20%, a/b, news@example.org, https://example.org/a?b=c, x.Y",
    "", " ", " \n\n ", "Two  blanks,\n\n\ta tab and one more ",
    "Zürich’s naïve café’s «été» — 5€ и Москва. 10°C. :) ...",
)  # fmt: skip


def told(nlp: Language, text: str) -> list[tuple[str, str, str, int]]:
    return [(token.text, token.norm_, token.whitespace_, token.idx) for token in nlp.make_doc(text)]


@pytest.fixture(scope="module")
def model() -> Language:
    return spacy.blank("en")


@pytest.fixture(scope="module")
def quick() -> Language:
    nlp = spacy.blank("en")
    remember_splits(nlp)
    assert isinstance(nlp.tokenizer, QuickTokenizer)
    return nlp


def test_they_are_the_same_the_first_time_and_again(model: Language, quick: Language) -> None:
    for text in TEXTS * 2:
        assert told(quick, text) == told(model, text)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="aBs5 .,'’\"()-–/:$%€°éк\n", max_size=40))
def test_they_are_the_same_for_any_text(model: Language, quick: Language, text: str) -> None:
    assert told(quick, text) == told(model, text)


def test_words_of_plain_letters_have_nothing_in_them_that_splits(model: Language) -> None:
    tokenizer = model.tokenizer
    known = files("newsgraph.language.english").joinpath("lexicons", "common_words.txt").read_text(encoding="utf-8")
    words = [*known.split(), "km", "US", "s", "S", "cm", "GB", "am"]
    plain = {word for form in words for word in (form, form.upper(), form.title()) if word.isalpha() and word.isascii()}
    assert len(plain) > 20_000
    for word in plain:
        assert not tokenizer.prefix_search(word) and not tokenizer.suffix_search(word)  # type: ignore[attr-defined]
        assert not [*tokenizer.infix_finditer(word)] and not tokenizer.url_match(word)  # type: ignore[attr-defined]


def test_a_string_is_searched_once_whatever_stands_before_it(quick: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    quick.make_doc("It's late, said Brown.")
    searched: list[str] = []
    tokenizer = quick.tokenizer
    monkeypatch.setattr(tokenizer, "suffix_search", lambda string: searched.append(string))
    quick.make_doc("late, said Brown.")
    assert searched, "with another search all is searched anew"
    searched.clear()
    quick.make_doc("Don't say late, said Brown.")
    assert searched == ["say"]


def test_it_can_be_kept_and_sent(quick: Language, model: Language) -> None:
    sent = pickle.loads(pickle.dumps(quick.tokenizer))
    assert isinstance(sent, QuickTokenizer)
    assert [token.text for token in sent(TEXTS[0])] == [token.text for token in model.make_doc(TEXTS[0])]
    written = [nlp.tokenizer.to_bytes(exclude=["vocab"]) for nlp in (quick, model)]  # type: ignore[attr-defined]
    assert written[0] == written[1]


@pytest.mark.parametrize("lang", ["de", "fr"])
def test_the_tokenizer_of_another_language_stays(lang: str) -> None:
    nlp = spacy.blank(lang)
    remember_splits(nlp)
    assert not isinstance(nlp.tokenizer, QuickTokenizer)


def test_a_tokenizer_with_searches_of_its_own_stays() -> None:
    nlp = spacy.blank("en")
    nlp.tokenizer.suffix_search = spacy.util.compile_suffix_regex(["mg", "ml"]).search  # type: ignore[attr-defined]
    remember_splits(nlp)
    assert not isinstance(nlp.tokenizer, QuickTokenizer)
