"""A pronoun is left alone where it is as likely a thing, nothing or somebody else as whom the rules take it for."""

from __future__ import annotations

import pytest
from tests.language.english.test_relations import Extract

from newsgraph.language.english.confidence.weights import confidence_weights
from newsgraph.language.english.coreference.pronoun_doubts import LEAST

LINKED = [
    ("The union called off its strike. It had asked for more pay.", {"its": "union", "It": "union"}),
    ("Merdan Steel raised its offer on Monday. It said it would pay cash.", {
        "its": "Merdan Steel", "It": "Merdan Steel", "it": "Merdan Steel",
    }),
    ("Ana Lund met Bo Frisk in Oslo. She left on Tuesday.", {"She": "Ana Lund"}),
    ("The rebels took the town. They said they would free the prisoners.", {"They": "rebels", "they": "rebels"}),
]  # fmt: skip
LEFT_ALONE = [
    "The ministry published a report on Monday. Experts praised it.",
    "The ministry told reporters on Monday that it was likely that prices would rise.",
    "Uganda denied the report. The spokeswoman of the ministry said it was false.",
    "Merdan Steel fell on Monday. It is the third time this year that prices have dropped.",
]


@pytest.mark.parametrize(("text", "expected"), LINKED)
def test_likely_links_are_made(extract: Extract, text: str, expected: dict[str, str]) -> None:
    assert pronouns_of(extract, text) == expected


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_a_thing_or_nothing_is_nobody(extract: Extract, text: str) -> None:
    assert pronouns_of(extract, text) == {}


def pronouns_of(extract: Extract, text: str) -> dict[str, str]:
    record = extract(text)
    names = {entity.id: entity.name for entity in record.entities}
    return {m.text: names[m.entity] for m in record.mentions if m.form == "pronoun"}


def test_what_is_weighed_says_whether_a_link_is_made() -> None:
    weights = confidence_weights("pronoun_weights")
    ranked = sorted(weights.of, key=lambda feature: weights.of[feature])
    assert weights.share(dict.fromkeys(ranked[:20], 1.0)) < LEAST
    assert weights.share(dict.fromkeys(ranked[-20:], 1.0)) > LEAST
