"""Sentences by which words are known wherever they have moved."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsgraph.passages import digest, places_of_sentence, sentence_at, sentences

TEXT = 'The port shut. "Why now?" asked Omar Haddad.\nNobody knew (so he said.) It rained'


def test_sentences_end_with_their_signs_and_with_the_line() -> None:
    assert [TEXT[start:end] for start, end in sentences(TEXT)] == [
        "The port shut.", '"Why now?"', "asked Omar Haddad.", "Nobody knew (so he said.)", "It rained",
    ]  # fmt: skip


@given(st.text("aB. \n!”'", max_size=40), st.text("aB. \n!”'", max_size=40))
def test_a_sentence_stays_the_same_whatever_is_put_before_it_in_lines_of_their_own(front: str, text: str) -> None:
    after = f"{front}\n{text}"
    shift = len(front) + 1
    assert [(a + shift, b + shift) for a, b in sentences(text)] == [s for s in sentences(after) if s[0] >= shift]
    for start, end in sentences(text):
        assert text[start:end].strip() == text[start:end]
        assert start + shift in places_of_sentence(after, digest(text[start:end]))
        assert all(sentence_at(text, at) == (start, end) for at in range(start, end))


def test_between_two_sentences_is_none() -> None:
    assert sentence_at("One. Two.", 4) is None and sentence_at("One. \n", 5) is None
