"""The words of a doc as lists agree with its tokens."""

from __future__ import annotations

import pytest
from spacy.language import Language

from newsgraph.language import words as words_module
from newsgraph.language.annotations import annotations_of
from newsgraph.language.words import Words, words_of

TEXT = "Norway's ministers met\n\nin Oslo  today; they didn't agree. “Éire” said so."


def test_they_are_those_of_the_tokens(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    doc = nlp(TEXT)
    for most in (words_module._MOST, -1):  # also when the table of strings begins anew
        monkeypatch.setattr(words_module, "_MOST", most)
        words = Words(doc)
        for token in doc:
            i = token.i
            assert (words.text[i], words.lower[i], words.tag[i]) == (token.text, token.lower_, token.tag_)
            assert (words.pos[i], words.dep[i], words.lemma[i]) == (token.pos_, token.dep_, token.lemma_)
            assert (words.head[i], words.begin[i], words.end[i]) == (token.head.i, token.idx, token.idx + len(token))
            assert words.space[i] == bool(token.whitespace_) and words.sentence[i] == token.sent.start
        assert words.sentences == [(sentence.start, sentence.end) for sentence in doc.sents]


def test_a_text_that_nobody_has_parted_is_one_sentence(nlp: Language) -> None:
    doc = nlp.make_doc("One. Two")
    assert words_of(doc).sentences == [(0, len(doc))] and words_of(doc) is annotations_of(doc).words
    assert words_of(nlp.make_doc("")).sentence == []


def test_it_tells_where_words_stand_and_what_is_quoted(nlp: Language) -> None:
    words = words_of(nlp("In Oslo he said: “In Oslo, in May.” Then \"no\"\n\nand 'in' Oslo."))
    assert [words.text[i] for i in words.at("in")] == ["In", "In", "in", "in"]
    assert words.at("oslo", "in") == sorted(words.at("in") + words.at("oslo")) and words.at("Oslo") == []
    assert [words.text[i] for i in words.at("oslo") if words.quoted[i]] == ["Oslo"]
    assert words.quoted[words.at("no")[0]] and not words.quoted[words.at("and")[0]]
    assert words.number == [n for n, (start, end) in enumerate(words.sentences) for _ in range(start, end)]
