"""Layout: what lines say, and what wrapped lines do not."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from newsgraph.articles import Article
from newsgraph.language.annotations import annotations_of
from newsgraph.language.layout import is_wrapped, lines_of, mark_layout

WRAPPED = """The committee met on Tuesday to weigh the proposals of the
ministers, who had asked for more time to consider what the
delegates wanted and what the treasury would be ready to pay for
in the coming year. Most of the members were against a vote that
day, and the chairman adjourned the session until the end of the
week, when the experts are expected to report on the costs of the
two plans that have been put before the house."""


@pytest.fixture(scope="module")
def blank() -> Language:
    return spacy.blank("en")


def headings(doc: Doc) -> list[str]:
    mark_layout(doc)
    return [doc[line.first : line.end].text for line in lines_of(doc) if line.first in annotations_of(doc).headings]


def test_lines_without_a_full_stop_are_headings(blank: Language) -> None:
    doc = blank(
        "Talks Resume in Geneva\n\nBy Rosa Lind\n\nTalks resumed on Monday.\nBackground\nThey had failed in May."
    )
    assert headings(doc) == ["Talks Resume in Geneva", "By Rosa Lind", "Background"]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Talks resume in Geneva", ["Talks resume in Geneva."]),
        ("TALKS RESUME IN GENEVA. Envoys are hopeful", ["Talks resume in Geneva.", "Envoys are hopeful."]),
        ("Something else", []),
        (None, []),
    ],
)
def test_the_title_is_a_heading_with_a_full_stop_too(blank: Language, title: str | None, found: list[str]) -> None:
    text = "Talks resume in Geneva.\n\nEnvoys are hopeful.\n\nThey met on Monday. Talks resume in Geneva."
    doc = blank.make_doc(text)
    annotations_of(doc).article = Article(id="a", text=text, title=title)
    assert headings(doc) == found


def test_every_line_begins_a_sentence(blank: Language) -> None:
    doc = mark_layout(blank("Floods Hit Malawi\nRescuers reached the valley.\n\nWhat next"))
    assert [t.text for t in doc if t.is_sent_start and t.i] == ["Rescuers", "What"]


def test_list_items_are_headings(blank: Language) -> None:
    doc = blank("He named three aims.\n1. Cheaper bread.\n2. Safer roads.\n• Clean water")
    assert headings(doc) == ["1. Cheaper bread.", "2. Safer roads.", "• Clean water"]


def test_a_long_line_is_no_heading(blank: Language) -> None:
    assert headings(blank("word " * 60 + "\nIt ends here.")) == []


def test_wrapped_text_is_left_together(blank: Language) -> None:
    assert is_wrapped(WRAPPED)
    doc = mark_layout(blank(WRAPPED))
    assert [t.i for t in doc if t.is_sent_start and t.i] == []
    assert not annotations_of(doc).headings


def test_a_paragraph_after_wrapped_text_begins_a_sentence(blank: Language) -> None:
    doc = mark_layout(blank(WRAPPED + "\n\nThe session ended at noon."))
    assert [t.text for t in doc if t.is_sent_start and t.i] == ["The"]


@pytest.mark.parametrize("text", ["", "\n\n", "   ", "One line", "\nOne line\n"])
def test_texts_of_few_lines(blank: Language, text: str) -> None:
    doc = blank(text)
    assert mark_layout(doc).text == text
    assert [doc[line.first : line.end].text for line in lines_of(doc)] == ([text.strip()] if text.strip() else [])


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ANKARA (Wire) - Turkey's foreign minister on Thursday urged Greece to resume talks.", "ANKARA (Wire) -"),
        (
            "PORT HARCOURT, Nigeria, May 6, 2026 (Wire) -- Gunmen stormed a market.",
            "PORT HARCOURT, Nigeria, May 6, 2026 (Wire) --",
        ),
        ("VILNIUS, 17 March 2026 (Wire) — The cable was cut, the navy said.", "VILNIUS, 17 March 2026 (Wire) —"),
        ("Paris, 6 May 26 (Wire) -- The cable was cut in the night, the navy said.", "Paris, 6 May 26 (Wire) --"),
        ("GENEVA — “We will talk,” the envoy said on Monday.", "GENEVA —"),
        ("NATO - the alliance that it leads - sent ships to the strait.", None),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(nlp: Language, text: str, first: str | None) -> None:
    text += " " + "The talks are to go on for a week, officials of both sides said in the evening, and nobody left." * 2
    sentence = next(iter(nlp(text).sents)).text
    assert (sentence == first) if first else sentence.startswith("NATO - the alliance that it leads - sent")


def test_a_dateline_is_a_sentence_of_its_own(blank: Language) -> None:
    doc = mark_layout(blank("PORT ELLA, Kenya, May 6 (Wire) - Nurses went on strike on Monday."))
    assert [t.text for t in doc if t.is_sent_start and t.i] == ["Nurses"]
    assert all(t.is_sent_start is False for t in doc[1:11])
