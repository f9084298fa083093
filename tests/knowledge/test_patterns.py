"""Organs that every state has: what papers call them, and which body that is."""

from __future__ import annotations

import pytest

from newsgraph.knowledge import patterns


@pytest.mark.parametrize(
    ("name", "code", "body"),
    [
        ("Kenya's Supreme Court", "KE", "Supreme Court of Kenya"),
        ("Kenyan supreme court", "KE", "Supreme Court of Kenya"),
        ("Supreme Court", "KE", "Supreme Court of Kenya"),
        ("Zambian army", "ZM", "Zambian Army"),
        ("Ministry of Defence of the Netherlands", "NL", "Ministry of Defence of the Netherlands"),
        ("Ghanaian foreign ministry", "GH", "Ministry of Foreign Affairs of Ghana"),
        ("India's foreign ministry", "IN", "Ministry of External Affairs"),
        ("UAE central bank", "AE", "Central Bank of the United Arab Emirates"),
        ("Kenyan government", "KE", "Government of Kenya"),
        ("Nairobi government", "KE", "Government of Kenya"),
    ],
)
def test_body_of_a_state(name: str, code: str, body: str) -> None:
    assert patterns().body_of(name, code) == body


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kenya", "KE"), ("river", "KE"), ("", "KE"),
        ("Foreign Ministry of Kenya", "UG"), ("Kenyan foreign ministry", "UG"),  # of another country
        ("Foreign Ministry Press Office", "KE"),  # goes on
        ("Danish security forces", "DK"), ("Danish administration", "DK"),  # said of several bodies
        ("Nairobi police", "KE"), ("Nairobi government", "DK"),  # of the town, and of another country
    ],
)  # fmt: skip
def test_no_body_of_a_state(name: str, code: str) -> None:
    assert patterns().body_of(name, code) is None
