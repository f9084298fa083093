"""Whose "I" a quotation has, and that "he" in it is hardly who speaks."""

from __future__ import annotations

import pytest
from tests.language.english.test_pronoun_doubts import pronouns_of
from tests.language.english.test_relations import Extract

SPEAKERS = [
    ('The minister said the bank was sound. "I doubt that," Ana Lund said.', {"I": "Ana Lund"}),
    ('"The ministry said in May that it would pay. I doubt that," Ana Lund said.', {"it": "ministry", "I": "Ana Lund"}),
    ('"It is late," said Ana Lund, a nurse. "I am going home. The mayor said nothing."', {"I": "Ana Lund"}),
    ('Nile News quoted Omar Zaki as saying: "I am proud of our work."', {"I": "Omar Zaki"}),
    ('"I have lost my friend," quotes the Daily Star.', {}),
    ('The mayor was asked: "Why do you want our schools to close?"', {}),
    ('"We will act," said Ines Duarte, chief minister of Kerala, in India.', {}),
]  # fmt: skip
OTHERS = [
    'Bo Frisk resigned on Monday. Jan Holm said: "He did well in office and he will be missed."',
    'Bo Frisk resigned on Monday. "He was a good minister," Jan Holm said.',
    '"He will be missed," said Jan Holm, who knew Bo Frisk. "He was kind."',
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_i_is_whom_the_quotation_quotes(extract: Extract, text: str, expected: dict[str, str]) -> None:
    found = pronouns_of(extract, text)
    assert {word: name for word, name in found.items() if word != "my"} == expected


@pytest.mark.parametrize("text", OTHERS)
def test_he_in_a_quotation_is_not_who_speaks(extract: Extract, text: str) -> None:
    assert "Jan Holm" not in pronouns_of(extract, text).values()


def test_he_in_words_that_the_paper_has_turned_is_the_speaker(extract: Extract) -> None:
    assert pronouns_of(extract, 'Jan Holm said "his hands were tied" by the court.') == {"his": "Jan Holm"}


def test_the_likeliest_of_several_is_meant(extract: Extract) -> None:
    text = "Bo Frisk met Jan Holm in Oslo. The talks were short. Jan Holm left early. He said little."
    assert pronouns_of(extract, text) == {"He": "Jan Holm"}
