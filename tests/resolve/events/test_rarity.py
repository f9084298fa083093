"""Texts as vectors of their rare words."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.resolve.events.rarity import Vectors

WORDS = st.lists(st.sampled_from("ferry port strike harbour mayor vote".split()), max_size=8)


@given(st.lists(WORDS, min_size=1, max_size=6), st.none() | st.lists(WORDS, max_size=4))
def test_a_word_weighs_by_its_rarity_and_how_often_it_is_there(
    texts: list[list[str]], documents: list[list[str]] | None
) -> None:
    vectors = Vectors(texts, documents)
    for number, text in enumerate(texts):
        weights = {word: (1 + np.log(n)) * vectors.rarity[vectors.column[word]] for word, n in Counter(text).items()}
        length = np.sqrt(sum(weight**2 for weight in weights.values()))
        row = vectors.rows[[number]].toarray()[0]
        assert {word: row[vectors.column[word]] for word in weights} == pytest.approx(
            {word: weight / length for word, weight in weights.items()}
        )
        assert np.count_nonzero(row) == len(weights)


def test_what_few_documents_have_is_rarer() -> None:
    vectors = Vectors([["ferry", "port"]], [["ferry", "port"], ["port"], ["port"]])
    rarity = {word: vectors.rarity[column] for word, column in vectors.column.items()}
    assert rarity["ferry"] > rarity["port"] > 0


def test_texts_are_alike_by_the_words_in_common() -> None:
    vectors = Vectors([["ferry", "port"], ["port", "ferry"], ["vote"]])
    assert vectors.likeness(np.array([0, 0]), np.array([1, 2])) == pytest.approx([1.0, 0.0])
