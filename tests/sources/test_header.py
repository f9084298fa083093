"""The first lines of texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgraph.sources.header import Header, is_headline, read_header

BODY = "The two ministers met on Tuesday and agreed to reopen the border crossing, officials said after the talks."
HEAD = "Ministers reopen border"


@pytest.mark.parametrize(
    ("text", "header"),
    [
        (f"WORLD NEWS\n{HEAD} after talks\n{BODY}", Header(title=f"{HEAD} after talks")),
        (f"CEASEFIRE COLLAPSES\n\n{BODY}\nBackground to the talks\n{BODY}", Header(title="CEASEFIRE COLLAPSES")),
        (f"# {HEAD}\n\n{BODY}", Header(title=HEAD)),
        (f"EXCLUSIVE: {HEAD}\n\n{BODY}", Header(title=f"EXCLUSIVE: {HEAD}")),
        (f"{HEAD}\nBy Ada Moll, Harbour Times, 5 March 2024\n{BODY}",
         Header(title=HEAD, author="Ada Moll", published="By Ada Moll, Harbour Times, 5 March 2024")),
        (f"{HEAD}\nLomara | 5 March 2024\n{BODY}", Header(title=HEAD, published="Lomara | 5 March 2024")),
        (f"{HEAD}\n(Published Tuesday, March 5, 2024)\n{BODY}",
         Header(title=HEAD, published="Tuesday, March 5, 2024")),
        (f"{HEAD}\nPosted 3 hours ago\n5 March 2024\n{BODY}", Header(title=HEAD, published="5 March 2024")),
        (f"{HEAD}\nPublished 5:00 AM EST, Tue March 5, 2024\n{BODY}",
         Header(title=HEAD, published="5:00 AM EST, Tue March 5, 2024")),
        (f"{HEAD}\nUpdated: 06/03/2024\n{BODY}", Header(title=HEAD, updated="06/03/2024")),
        (f"Lomara (Wire) – {BODY}", Header(source="Wire")),
        (f"Port Selm, Norland, March 5, 2024 (Wire): {BODY}", Header(source="Wire", published="March 5, 2024")),
        (f"PORT SELM, 5 March 2024 — {BODY}", Header(published="5 March 2024")),
        (f"PORT SELM: {BODY}", Header()),
        (f"VIK Í SELM, March 5, 2024 — {BODY}", Header(published="March 5, 2024")),
        (f"By far the largest party won. {BODY}", Header()),
        (f"Date for talks is set\n\n{BODY}", Header(title="Date for talks is set")),
        (f"Source of tension: the border\n\n{BODY}", Header(title="Source of tension: the border")),
        (f"Published reports deny a deal\n\n{BODY}", Header(title="Published reports deny a deal")),
        (HEAD, Header()),
        ("", Header()),
    ],
)  # fmt: skip
def test_headers(text: str, header: Header) -> None:
    assert read_header(text) == header


@pytest.mark.parametrize(
    "lines",
    [
        ["The ministers met on Tuesday.", "They agreed."],
        ["The two ministers met on Tuesday and agreed to reopen the", "border crossing, officials said."],
        ["Talks on the border went on for a third day on Tuesday while", "Norland closed"],
        ["Border", "The ministers met."],
        ["- Ministers reopen border", "- Talks go on"],
        ["He said:", "We agree."],
        ["Two ministers of the countries met on Tuesday in the old harbour",
         "Lomara and its neighbour have been at odds for nine long years",
         "Officials on both sides spoke of a breakthrough after hours of",
         "Trade between the two has fallen to a tenth of what it was once"],
    ],
)  # fmt: skip
def test_what_is_no_headline(lines: list[str]) -> None:
    assert not is_headline(lines, 0)


@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    header = read_header(text)
    assert header.title is None or header.title in text
