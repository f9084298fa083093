"""Texts as vectors of their rare words."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgraph.resolve.events.rarity import Vectors
from newsgraph.resolve.events.wording import Vocabulary

WORDS = st.lists(st.sampled_from("ferry port strik harbour mayor vot".split()), max_size=8)


def vectors_of(texts: list[list[str]], documents: list[list[str]] | None = None) -> Vectors:
    vocabulary = Vocabulary()

    def numbers(some: list[list[str]]) -> list[np.ndarray]:
        return [np.array(vocabulary.of(" ".join(words)), np.int32) for words in some]

    counted_in = None if documents is None else numbers(documents)
    return Vectors(vocabulary.number, numbers(texts), counted_in)


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=6), st.none() | st.lists(WORDS, max_size=4))
def test_a_word_weighs_by_its_rarity_and_how_often_it_is_there(
    texts: list[list[str]], documents: list[list[str]] | None
) -> None:
    vectors = vectors_of(texts, documents)
    for number, text in enumerate(texts):
        weights = {word: (1 + np.log(n)) * vectors.rarity[vectors.column[word]] for word, n in Counter(text).items()}
        length = np.sqrt(sum(weight**2 for weight in weights.values()))
        row = vectors.rows[[number]].toarray()[0]
        assert {word: row[vectors.column[word]] for word in weights} == pytest.approx(
            {word: weight / length for word, weight in weights.items()}
        )
        assert np.count_nonzero(row) == len(weights)


def test_what_few_documents_have_is_rarer() -> None:
    vectors = vectors_of([["ferry", "port"]], [["ferry", "port"], ["port"], ["port"]])
    rarity = {word: vectors.rarity[column] for word, column in vectors.column.items()}
    assert rarity["ferry"] > rarity["port"] > 0


def test_texts_are_alike_by_the_words_in_common() -> None:
    vectors = vectors_of([["ferry", "port"], ["port", "ferry"], ["vot"]])
    assert vectors.likeness(np.array([0, 0]), np.array([1, 2])) == pytest.approx([1.0, 0.0])
