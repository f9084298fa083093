"""Texts that end in the middle of things, as cut ones do: no rule may look behind the last word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgraph.records import Record

TEXTS = [
    "Prices rose, according to Ida Lund, the mayor",
    "Homes fell, according to Breaking the Silence",
    "Homes fell, according to Breaking the Silence,",
    "The senate debated a bill backed by Norway",
    "The senate debated a bill to cut taxes backed by Norway,",
    "The mayor must pay higher wages he said",
    "The union urged the firm to close the mine – rejected",
    "The union urged the firm to close the mine – ",
    'Ida Lund said: “What',
    'Ida Lund asked, "What about',
    "The agency quoted",
    "Al Roe (R-",
    "Al Roe, R-Wis.",
    "The Conservative leader,",
    "Former president",
    "Ohio Lt.",
    "Jo Bell and Mary Poll, the chief",
    "He was branded a",
    "Voters rejected the",
    "We have implored politicians to do",
    "A recovery in the fortunes of firms such",
    "I",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_without_its_end(extract: Callable[..., Record], text: str) -> None:
    assert extract(text).article.text == text
    assert extract(f"Ida Lund met Al Roe in Oslo on Monday. {text}").mentions
