"""The forms in which names are compared."""

from __future__ import annotations

import pytest

from newsgraph.resolve.entities.names import name_key, organization_key, person_tokens


@pytest.mark.parametrize(("name", "key"), [
    ("The U.S. Navy’s", "us navy"), ("São-Tomé", "sao tome"), ("AT&T", "at t"), ("O'Neill", "oneill"),
    ("«Нова́я газета»", "новая газета"), ("Dr. Ḥasan ʿAbd", "dr hasan abd"), ("5G", "5g"), ("$", ""),
    ("The U.N.", "un"), ("Côte d’Ivoire", "cote divoire"), ("Bhatt-Rao’s", "bhatt rao"), ("ÅLAND", "aland"),
])  # fmt: skip
def test_a_key_has_letters_and_digits_alone(name: str, key: str) -> None:
    assert name_key(name) == key


@pytest.mark.parametrize(("name", "parts"), [
    ("Dr. Amina van der Berg", ("amina", "berg")), ("Lt. Gen. Yared Mengistu", ("yared", "mengistu")),
    ("President Selam", ("selam",)), ("Professor Sir John Ash", ("john", "ash")), ("King Harun", ("king", "harun")),
    ("Tom Brokaw", ("tom", "brokaw")), ("Majorie Drew", ("majorie", "drew")), ("General", ("general",)),
    ("major player", ("major", "player")), ("General Motors Ltd", ("motors", "ltd")),
])  # fmt: skip
def test_titles_before_a_name_are_no_part_of_it(name: str, parts: tuple[str, ...]) -> None:
    assert person_tokens(name) == parts


@pytest.mark.parametrize(("name", "key"), [
    ("Hanno Shipping Co., Ltd.", "hanno shipping"), ("Lindt & Roth GmbH & Co. KG", "lindt roth"),
    ("Orsa S.p.A.", "orsa"), ("Alba A/S", "alba"), ("Inc", "inc"), ("Force in Mali", "force in mali"),
    ("Great Flood II", "great flood ii"), ("Limited Edition Books", "limited edition books"), ("AG", "ag"),
])  # fmt: skip
def test_a_legal_form_is_dropped_at_the_end_alone(name: str, key: str) -> None:
    assert organization_key(name) == key
