"""Quotations: between marks, over paragraphs; and the parse that they are found in."""

from __future__ import annotations

import pytest
from spacy.language import Language

from newsgraph.language.english.syntax.parse import Parse, parse_of
from newsgraph.language.english.syntax.speech.quotations import find_quotations

QUOTED = [
    # text, quotations
    ('"We lost," she said.', ['"We lost,"']),
    ("“We lost,” she said. “All of it.”", ["“We lost,”", "“All of it.”"]),
    ("He said: ‘We lost the farmers’ vote.’ Then he left.", ["‘We lost the farmers’ vote.’"]),
    (
        '"We lost everything.\n\n"We had nothing left," she said.',
        ['"We lost everything.\n\n"We had nothing left,"'],
    ),
    (
        'She said, "It was a hard day.\n\nNobody slept at all." Then she left.',
        ['"It was a hard day.\n\nNobody slept at all."'],
    ),
    ('She said, "It was a hard day.\n\nThe farm burned down.', ['"It was a hard day.']),
    ("The farmers' dogs don't bark.", []),
    ("'It's hard to bear,' the farmers' leader said.", ["'It's hard to bear,'"]),
    (
        "'We lost it all' The farmers met. He said: 'It was hard. 'Nobody slept.' They left.",
        ["'We lost it all'", "'It was hard. 'Nobody slept.'"],
    ),
    ("'Late frosts' The farmers met.", ["'Late frosts'"]),
    ("'Keep the 'village' look,' she said.", ["'Keep the 'village' look,'"]),
    ("The '90s were the players' best years.", []),
    ('A 12" pipe was found.', []),
    ("„We stay“, said Mara Holt. »We leave«, said Jon Dahl.", ["„We stay“", "»We leave«"]),
    ("«We go,» said Ida Lund. ``We wait,'' said Per Moe.", ["«We go,»", "``We wait,''"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), QUOTED, ids=[row[0][:40].replace("\n", " ") for row in QUOTED])
def test_quotations(nlp: Language, text: str, wanted: list[str]) -> None:
    doc = nlp(text)
    assert [text[q.begin : q.end] for q in find_quotations(Parse(doc))] == wanted


def test_parse_agrees_with_the_tokens(nlp: Language) -> None:
    doc = nlp("The minister, who had resigned, told parliament on Monday that the talks would resume.")
    parse = Parse(doc)
    assert parse.begin == [token.idx for token in doc]
    assert parse.end == [token.idx + len(token) for token in doc]
    assert parse.left == [token.left_edge.i for token in doc]
    assert parse.right == [token.right_edge.i for token in doc]
    assert parse.lemma[5] == doc[5].lemma_.lower()


def test_subject_of_a_shared_and_of_a_relative_clause(nlp: Language) -> None:
    doc = nlp("The envoy arrived and urged the rebels, who had fired, to stop.")
    parse = Parse(doc)
    words = {token.text: token.i for token in doc}
    assert parse.subject(words["urged"]) == words["envoy"]
    assert parse.subject(words["fired"]) == words["rebels"]


@pytest.mark.parametrize(
    ("text", "word", "relation", "head"),
    [
        ("The crowd marched to demand fresh elections and the release of the mayor.", "release", "conj", "elections"),
        ("Amina Okoth, Kenya's foreign minister, offered on Monday to host talks.", "Okoth", "nsubj", "offered"),
    ],
)
def test_repairs_of_the_parse(nlp: Language, text: str, word: str, relation: str, head: str) -> None:
    doc = nlp(text)
    parse = Parse(doc)
    words = {token.text: token.i for token in doc}
    assert (parse.dep[words[word]], parse.head[words[word]]) == (relation, words[head])


def test_parse_is_kept_with_the_doc(nlp: Language) -> None:
    doc = nlp("Rain fell.")
    assert parse_of(doc) is parse_of(doc)
