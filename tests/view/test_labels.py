from __future__ import annotations

import pytest

from newsgraph.view.labels import short_label


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Ilse Brandt", "Ilse Brandt"),
        ("accept an inquiry led by the Straits Council", "accept an inquiry\nled by the Straits…"),
        ("a\n\tb\x00c", "a b c"),
        ("", "(no name)"),
        ("x" * 50, "x" * 19 + "…"),
        ("\u202egnidaer", "gnidaer"),
        ("\ud800lone", "lone"),
    ],
)
def test_short_label(text: str, label: str) -> None:
    assert short_label(text) == label
